import type { Context } from '../http/exchange.ts';
import type { Json, JsonObject } from '../http/json.ts';
import type { CustomStatus, Field, FieldOption, PlainRecord } from '../store/records.ts';
import { apiUrl } from './addresses.ts';

const OPTION_TYPES: ReadonlySet<string> = new Set(['tagger', 'multiselect', 'dropdown']);

export function presentTicketField(context: Context, field: Field): JsonObject {
    return {
        url: apiUrl(context, `ticket_fields/${field.id}`),
        id: field.id,
        type: field.type,
        ...titles(field),
        title_in_portal: field.title_in_portal,
        raw_title_in_portal: field.title_in_portal,
        ...flags(field),
        required: field.required,
        required_in_portal: field.required_in_portal,
        visible_in_portal: field.visible_in_portal,
        editable_in_portal: field.editable_in_portal,
        collapsed_for_agents: field.collapsed_for_agents,
        removable: !field.system,
        key: field.key,
        agent_description: field.agent_description,
        raw_agent_description: field.agent_description,
        agent_can_edit: true,
        ...ticketOptions(context, field)
    };
}

export function presentKeyedField(context: Context, resource: string, field: Field): JsonObject {
    return {
        url: apiUrl(context, `${resource}/${field.id}`),
        id: field.id,
        type: field.type,
        key: field.key,
        ...titles(field),
        ...flags(field),
        system: field.system,
        ...(OPTION_TYPES.has(field.type) && { custom_field_options: field.options }),
        ...lookup(field)
    };
}

const titles = (field: Field): JsonObject => ({
    title: field.title,
    raw_title: field.title,
    description: field.description,
    raw_description: field.description
});

const flags = (field: Field): JsonObject => ({
    position: field.position,
    active: field.active,
    regexp_for_validation: field.regexp_for_validation,
    tag: field.tag,
    created_at: field.created_at,
    updated_at: field.updated_at
});

const lookup = (field: Field): JsonObject =>
    field.type === 'lookup'
        ? {
              relationship_target_type: field.relationship_target_type,
              relationship_filter: { all: [], any: [] }
          }
        : {};

function ticketOptions(context: Context, field: Field): JsonObject {
    switch (field.type) {
        case 'tagger':
        case 'multiselect':
            return { custom_field_options: field.options.map((row) => presentOption(row)) };
        case 'status':
        case 'priority':
        case 'tickettype':
            return {
                system_field_options: field.options.map(({ name, value }) => ({ name, value })),
                ...(field.type !== 'tickettype' && {
                    sub_type_id: field.type === 'priority' ? 1 : 0
                })
            };
        case 'custom_status':
            return { custom_statuses: statuses(context) };
        default:
            return lookup(field);
    }
}

const statuses = (context: Context): Json =>
    context.account.store.customStatuses.all().map((row) => presentCustomStatus(context, row));

export const presentOption = (option: FieldOption): JsonObject => ({ ...option });

export function presentCustomStatus(context: Context, row: CustomStatus): JsonObject {
    return {
        url: apiUrl(context, `custom_statuses/${row.id}`),
        ...row,
        raw_agent_label: row.agent_label,
        raw_end_user_label: row.end_user_label,
        raw_description: row.description,
        raw_end_user_description: row.end_user_description
    };
}

/** A record of a resource without rules of its own. */
export function presentPlain(context: Context, path: string, row: PlainRecord): JsonObject {
    return { url: apiUrl(context, `${path}/${row.id}`), ...row };
}
