import type { Account } from '../account.ts';
import { isoSeconds } from '../store/clock.ts';
import type { Field, PlainRecord } from '../store/records.ts';
import type { PlainResource } from '../store/store.ts';
import { accountSource, type AccountSource, type FieldSource, type RuleSource } from './sources.ts';

/** What the rest of the seed refers to by name. */
export interface Configuration {
    readonly groups: ReadonlyMap<string, PlainRecord>;
    readonly brands: ReadonlyMap<string, PlainRecord>;
    readonly forms: ReadonlyMap<string, PlainRecord>;
    readonly roles: ReadonlyMap<string, PlainRecord>;
    readonly fields: ReadonlyMap<string, Field>;
}

const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '_');

/** Groups, brands, statuses, fields, forms and rules of the account. `at` = when they were made. */
export function configure(account: Account, at: number): Configuration {
    const source = accountSource();
    const stamp = isoSeconds(at);
    const plain = (table: PlainResource, values: Record<string, unknown>): PlainRecord =>
        account.store.plain[table].put({
            id: account.nextId(),
            created_at: stamp,
            updated_at: stamp,
            ...values
        } as PlainRecord);
    const groups = keyed(source.groups, (row) =>
        plain('groups', {
            name: row.name,
            description: '',
            default: row.default,
            is_public: true,
            deleted: false
        })
    );
    const roles = keyed(source.customRoles, (row) =>
        plain('custom_roles', {
            name: row.name,
            description: null,
            role_type: row.role_type,
            team_member_count: 0,
            configuration: {}
        })
    );
    addStatuses(account, source, stamp);
    const fields = addFields(account, source, stamp);
    const forms = keyed(source.forms, (row) =>
        plain('ticket_forms', formValues(source, fields, row))
    );
    const brands = keyed(source.brands, (row) => plain('brands', brandValues(row, forms)));
    addRules(source, plain);
    return { groups, brands, forms, roles, fields };
}

function keyed<T extends { readonly key: string }>(
    rows: readonly T[],
    make: (row: T) => PlainRecord
): Map<string, PlainRecord> {
    return new Map(rows.map((row) => [row.key, make(row)]));
}

function addStatuses(account: Account, source: AccountSource, stamp: string): void {
    for (const row of source.customStatuses) {
        account.store.customStatuses.put({
            id: account.nextId(),
            status_category: row.category,
            agent_label: row.agent,
            end_user_label: row.endUser,
            description: '',
            end_user_description: '',
            active: true,
            default: row.default,
            created_at: stamp,
            updated_at: stamp
        });
    }
}

const SYSTEM_FIELDS: readonly (readonly [string, string, readonly string[]])[] = [
    ['subject', 'Subject', []],
    ['description', 'Description', []],
    ['status', 'Status', ['Open', 'Pending', 'On-hold', 'Solved']],
    ['tickettype', 'Type', ['Question', 'Incident', 'Problem', 'Task']],
    ['priority', 'Priority', ['Low', 'Normal', 'High', 'Urgent']],
    ['group', 'Group', []],
    ['assignee', 'Assignee', []],
    ['custom_status', 'Ticket status', []]
];

function addFields(account: Account, source: AccountSource, stamp: string): Map<string, Field> {
    const { ticketFields, userFields, organizationFields } = account.store;
    SYSTEM_FIELDS.forEach(([type, title, options], position) => {
        const values = options.map((name) => ({
            name,
            value: name === 'On-hold' ? 'hold' : slug(name)
        }));
        const field = fieldRow(account, stamp, { type, title }, position);
        ticketFields.put({
            ...field,
            system: true,
            required: type === 'assignee',
            key: null,
            options: values.map((row) => ({ id: 0, raw_name: row.name, default: false, ...row })),
            visible_in_portal: type === 'subject' || type === 'description',
            editable_in_portal: type === 'subject' || type === 'description',
            required_in_portal: type === 'subject' || type === 'description'
        });
    });
    const custom = source.ticketFields.map((row, at) =>
        ticketFields.put({ ...fieldRow(account, stamp, row, SYSTEM_FIELDS.length + at), key: null })
    );
    source.userFields.forEach((row, at) => userFields.put(fieldRow(account, stamp, row, at)));
    source.organizationFields.forEach((row, at) =>
        organizationFields.put(fieldRow(account, stamp, row, at))
    );
    return new Map([...ticketFields.all(), ...custom].map((field) => [field.title, field]));
}

function fieldRow(account: Account, stamp: string, row: FieldSource, position: number): Field {
    return {
        id: account.nextId(),
        type: row.type,
        title: row.title,
        description: row.title,
        position,
        active: true,
        key: row.key ?? null,
        regexp_for_validation: row.regexp ?? null,
        tag: row.tag ?? null,
        options: (row.options ?? []).map((name) => ({
            id: account.nextId(),
            name,
            raw_name: name,
            value: `${row.tagPrefix ?? ''}${slug(name)}`,
            default: false
        })),
        system: false,
        required: row.required ?? false,
        required_in_portal: false,
        visible_in_portal: true,
        editable_in_portal: true,
        title_in_portal: row.title,
        collapsed_for_agents: false,
        agent_description: null,
        relationship_target_type: row.target ?? null,
        created_at: stamp,
        updated_at: stamp
    };
}

function formValues(
    source: AccountSource,
    fields: ReadonlyMap<string, Field>,
    form: AccountSource['forms'][number]
): Record<string, unknown> {
    const id = (title: string) => fields.get(title)?.id ?? 0;
    const system = SYSTEM_FIELDS.map(([, title]) => id(title));
    return {
        name: form.name,
        raw_name: form.name,
        display_name: form.name,
        raw_display_name: form.name,
        position: source.forms.indexOf(form),
        active: true,
        default: form.default,
        end_user_visible: true,
        in_all_brands: true,
        restricted_brand_ids: [],
        ticket_field_ids: [...system, ...form.fields.map(id)],
        agent_conditions: (form.conditions ?? []).map((row) => ({
            parent_field_id: id(row.parent),
            parent_field_type: fields.get(row.parent)?.type ?? 'text',
            value: row.value,
            child_fields: [
                {
                    id: id(row.child),
                    is_required: true,
                    required_on_statuses: { type: 'SOME_STATUSES', statuses: row.statuses }
                }
            ]
        })),
        end_user_conditions: []
    };
}

function brandValues(
    row: AccountSource['brands'][number],
    forms: ReadonlyMap<string, PlainRecord>
): Record<string, unknown> {
    return {
        name: row.name,
        subdomain: row.subdomain,
        brand_url: `https://${row.subdomain}.zendesk.com`,
        host_mapping: null,
        has_help_center: false,
        help_center_state: 'disabled',
        active: true,
        default: row.default,
        is_deleted: false,
        logo: null,
        ticket_form_ids: [...forms.values()].map((form) => form.id),
        signature_template: '{{agent.signature}}'
    };
}

type Plain = (table: PlainResource, values: Record<string, unknown>) => PlainRecord;

const conditionsOf = (rule: { all: RuleSource['all'] }) => ({
    all: rule.all.map(([field, operator, value]) => ({ field, operator, value })),
    any: []
});

const actionsOf = (rule: { actions: RuleSource['actions'] }) =>
    rule.actions.map(([field, value]) => ({ field, value }));

const COLUMNS = ['nice_id', 'description', 'requester', 'created', 'assignee'];

function addRules(source: AccountSource, plain: Plain): void {
    const category = plain('trigger_categories', { name: 'Notifications', position: 0 });
    source.macros.forEach((row, position) =>
        plain('macros', {
            ...ruleValues(row, position),
            restriction: null,
            actions: actionsOf(row)
        })
    );
    source.views.forEach((row, position) =>
        plain('views', {
            ...ruleValues(row, position),
            restriction: null,
            watchable: true,
            conditions: conditionsOf(row),
            columns: COLUMNS,
            sort_by: 'updated_at',
            sort_order: 'desc',
            group_by: null,
            group_order: 'asc'
        })
    );
    source.triggers.forEach((row, position) =>
        plain('triggers', {
            ...ruleValues(row, position),
            category_id: String(category.id),
            conditions: conditionsOf(row),
            actions: actionsOf(row)
        })
    );
    source.automations.forEach((row, position) =>
        plain('automations', {
            ...ruleValues(row, position),
            conditions: conditionsOf(row),
            actions: actionsOf(row)
        })
    );
}

const ruleValues = (row: { title: string }, position: number) => ({
    title: row.title,
    raw_title: row.title,
    description: null,
    active: true,
    default: false,
    position
});
