import type { Account } from '../../account.ts';
import type { Attributes } from '../../http/attributes.ts';
import { patternOf } from '../../domain/tickets/customValues.ts';
import { ApiError, type Violation } from '../../http/errors.ts';
import { flag, objects, text, type JsonObject } from '../../http/json.ts';
import type { Field, FieldOption } from '../../store/records.ts';
import type { Table } from '../../store/table.ts';

export const OPTION_TYPES: ReadonlySet<string> = new Set(['tagger', 'multiselect', 'dropdown']);

export const WRITABLE: Attributes = {
    type: 'string',
    title: 'string',
    raw_title: 'string',
    description: 'string',
    raw_description: 'string',
    position: 'integer',
    active: 'boolean',
    key: 'string',
    regexp_for_validation: 'string',
    tag: 'string',
    custom_field_options: 'array',
    required: 'boolean',
    required_in_portal: 'boolean',
    visible_in_portal: 'boolean',
    editable_in_portal: 'boolean',
    title_in_portal: 'string',
    raw_title_in_portal: 'string',
    collapsed_for_agents: 'boolean',
    agent_description: 'string',
    relationship_target_type: 'string',
    relationship_filter: 'hash',
    sub_type_id: 'integer',
    system_field_options: 'array',
    custom_statuses: 'array',
    custom_status_id: 'integer'
};

function emptyField(account: Account): Field {
    const now = account.clock.stamp();
    return {
        id: account.nextId(),
        type: 'text',
        title: '',
        description: '',
        position: 9999,
        active: true,
        key: null,
        regexp_for_validation: null,
        tag: null,
        options: [],
        system: false,
        required: false,
        required_in_portal: false,
        visible_in_portal: false,
        editable_in_portal: false,
        title_in_portal: '',
        collapsed_for_agents: false,
        agent_description: null,
        relationship_target_type: null,
        created_at: now,
        updated_at: now
    };
}

/** Which types and which rules a kind of field has. */
export interface FieldKind {
    readonly types: readonly string[];
    /** User and organization fields are written by key, one of a kind. */
    readonly hasUniqueKey: boolean;
}

/** @throws ApiError 422 */
export function createField(
    account: Account,
    table: Table<Field>,
    kind: FieldKind,
    values: JsonObject
): Field {
    const field = written(
        account,
        { ...emptyField(account), type: text(values['type']) ?? '' },
        values
    );
    const titled = { ...field, title_in_portal: field.title_in_portal || field.title };
    demandValid(table, kind, titled);
    return table.put(titled);
}

/** The type of a field never changes. @throws ApiError 422 */
export function updateField(
    account: Account,
    table: Table<Field>,
    kind: FieldKind,
    field: Field,
    values: JsonObject
): Field {
    const next = { ...written(account, field, values), updated_at: account.clock.stamp() };
    demandValid(table, kind, next);
    return table.put(next);
}

function written(account: Account, field: Field, values: JsonObject): Field {
    const string = (name: string, kept: string) => text(values[name]) ?? kept;
    const nullable = (name: string, kept: string | null) =>
        name in values ? text(values[name]) : kept;
    const boolean = (name: string, kept: boolean) => flag(values[name]) ?? kept;
    return {
        ...field,
        title: string('title', string('raw_title', field.title)),
        description: string('description', string('raw_description', field.description)),
        position: typeof values['position'] === 'number' ? values['position'] : field.position,
        active: boolean('active', field.active),
        key: nullable('key', field.key),
        regexp_for_validation: nullable('regexp_for_validation', field.regexp_for_validation),
        tag: nullable('tag', field.tag),
        required: boolean('required', field.required),
        required_in_portal: boolean('required_in_portal', field.required_in_portal),
        visible_in_portal: boolean('visible_in_portal', field.visible_in_portal),
        editable_in_portal: boolean('editable_in_portal', field.editable_in_portal),
        title_in_portal: string('title_in_portal', field.title_in_portal),
        collapsed_for_agents: boolean('collapsed_for_agents', field.collapsed_for_agents),
        agent_description: nullable('agent_description', field.agent_description),
        relationship_target_type: nullable(
            'relationship_target_type',
            field.relationship_target_type
        ),
        options:
            'custom_field_options' in values
                ? objects(values['custom_field_options']).map((row) => optionOf(account, row))
                : field.options
    };
}

/** An option keeps its id when it is sent along; options that are not sent are gone. */
export function optionOf(account: Account, values: JsonObject): FieldOption {
    const name = text(values['name']) ?? text(values['raw_name']) ?? '';
    const id = typeof values['id'] === 'number' ? values['id'] : account.nextId();
    return {
        id,
        name,
        raw_name: name,
        value: text(values['value']) ?? '',
        default: flag(values['default']) ?? false
    };
}

function demandValid(table: Table<Field>, kind: FieldKind, field: Field): void {
    const violations: Violation[] = [];
    const violate = (name: string, description: string, error: string) =>
        violations.push({ field: name, description, error });
    if (field.title.trim() === '') {
        violate('title', 'Title: cannot be blank', 'BlankValue');
    }
    if (!field.system && !kind.types.includes(field.type)) {
        violate('type', `Type: ${field.type} is not a valid type`, 'InvalidValue');
    }
    if (kind.hasUniqueKey && !/^[A-Za-z_][\w.-]*$/.test(field.key ?? '')) {
        violate('key', 'Key: must contain only letters, numbers and underscores', 'InvalidValue');
    }
    if (
        kind.hasUniqueKey &&
        table.all().some((row) => row.id !== field.id && row.key === field.key)
    ) {
        violate('key', `Key: ${field.key ?? ''} has already been taken`, 'DuplicateValue');
    }
    if (!field.system && OPTION_TYPES.has(field.type) && field.options.length === 0) {
        violate('custom_field_options', 'Field options: cannot be blank', 'BlankValue');
    }
    violations.push(...patternViolations(field), ...optionViolations(field));
    if (violations.length > 0) {
        throw ApiError.invalidRecord(violations);
    }
}

function patternViolations({ regexp_for_validation: pattern }: Field): Violation[] {
    try {
        patternOf(pattern);
        return [];
    } catch {
        const description = `Regexp for validation: ${pattern} is invalid`;
        return [{ field: 'regexp_for_validation', description, error: 'InvalidValue' }];
    }
}

/** Every option has a value of its own, for the value is the tag. */
function optionViolations({ options }: Field): Violation[] {
    const values = options.map(({ value }) => value.toLowerCase());
    const twice = values.find((value, at) => value === '' || values.indexOf(value) !== at);
    const description = `Field options: value "${twice}" is blank or used twice`;
    return twice === undefined
        ? []
        : [{ field: 'custom_field_options', description, error: 'InvalidValue' }];
}
