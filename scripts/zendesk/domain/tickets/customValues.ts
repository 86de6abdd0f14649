import type { Violation } from '../../http/errors.ts';
import { flag, idOf, isArray, text, type Json } from '../../http/json.ts';
import type { Field } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';

/** A value that was taken, or what is wrong with it. */
export type Checked = { readonly value: Json } | { readonly problem: string };

const taken = (value: Json): Checked => ({ value });
const refused = (problem: string): Checked => ({ problem });

/**
 * Reads a value of a custom field by the field's type. `null` and `""` unset it.
 * Source: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/
 */
export function checkValue(store: Store, field: Field, raw: Json | undefined): Checked {
    if (raw === null || raw === undefined || raw === '') {
        return taken(null);
    }
    switch (field.type) {
        case 'checkbox':
            return boolean(raw);
        case 'date':
            return date(raw);
        case 'integer':
            return integer(raw);
        case 'decimal':
            return decimal(raw);
        case 'regexp':
            return pattern(field, raw);
        case 'partialcreditcard':
            return card(raw);
        case 'tagger':
        case 'dropdown':
            return option(field, raw);
        case 'multiselect':
            return manyOptions(field, raw);
        case 'lookup':
            return lookup(store, field, raw);
        default:
            return string(raw);
    }
}

function string(raw: Json): Checked {
    const value = text(raw);
    return value === null ? refused('must be a text') : taken(value);
}

function boolean(raw: Json): Checked {
    const value = flag(raw);
    return value === null ? refused('must be true or false') : taken(value);
}

function date(raw: Json): Checked {
    const value = text(raw) ?? '';
    const day = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(value)?.[1] ?? '';
    const moment = Date.parse(`${day}T00:00:00Z`);
    const isReal = !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day);
    return isReal ? taken(day) : refused(`${value} is not properly formatted`);
}

function integer(raw: Json): Checked {
    const value = Number(raw);
    return Number.isSafeInteger(value) && typeof raw !== 'boolean'
        ? taken(value)
        : refused('must be an integer');
}

function decimal(raw: Json): Checked {
    const value = text(raw) ?? '';
    return /^-?\d+([.,]\d+)?$/.test(value)
        ? taken(value.replace(',', '.'))
        : refused('must be a decimal number');
}

/**
 * Zendesk's patterns are Ruby's: `\A` and `\z` stand for the ends of the text.
 * @throws SyntaxError for what is no pattern
 */
export const patternOf = (source: string | null): RegExp =>
    new RegExp((source ?? '').replaceAll('\\A', '^').replaceAll('\\z', '$').replaceAll('\\Z', '$'));

function pattern(field: Field, raw: Json): Checked {
    const value = text(raw) ?? '';
    return patternOf(field.regexp_for_validation).test(value)
        ? taken(value)
        : refused(`${value} is invalid`);
}

function card(raw: Json): Checked {
    const digits = /(\d{4})$/.exec(text(raw) ?? '')?.[1];
    return digits === undefined
        ? refused('must end in four digits')
        : taken(`XXXXXXXXXXXX${digits}`);
}

function option(field: Field, raw: Json): Checked {
    const value = text(raw) ?? '';
    return field.options.some((row) => row.value === value)
        ? taken(value)
        : refused(`${value} is not a valid option`);
}

function manyOptions(field: Field, raw: Json): Checked {
    const values = (isArray(raw) ? raw : [raw]).map((item) => text(item) ?? '');
    const unknown = values.find((value) => !field.options.some((row) => row.value === value));
    return unknown === undefined ? taken(values) : refused(`${unknown} is not a valid option`);
}

/** The id of a user, an organization, a ticket, or a record of a custom object. */
function lookup(store: Store, field: Field, raw: Json): Checked {
    const target = field.relationship_target_type ?? '';
    const key = /^zen:custom_object:(.+)$/.exec(target)?.[1];
    if (key !== undefined) {
        const record = store.customObjectRecords.find(text(raw));
        return record?.custom_object_key === key ? taken(record.id) : unknownTarget(raw);
    }
    const id = idOf(raw);
    const table = targetTable(store, target);
    const isKnown = id !== null && (table === null || table.find(id) !== null);
    return isKnown ? taken(String(id)) : unknownTarget(raw);
}

const unknownTarget = (raw: Json): Checked => refused(`${text(raw) ?? ''} does not exist`);

function targetTable(
    { users, organizations, tickets }: Store,
    target: string
): { readonly find: (id: number) => object | null } | null {
    switch (target) {
        case 'zen:user':
            return users;
        case 'zen:organization':
            return organizations;
        case 'zen:ticket':
            return tickets;
        default:
            return null;
    }
}

export const valueViolation = (field: Field, problem: string): Violation => ({
    field: 'base',
    description: `${field.title}: ${problem}`,
    error: 'InvalidValue',
    extra: { ticket_field_id: field.id, ticket_field_type: fieldClass(field) }
});

const CLASSES: Readonly<Record<string, string>> = {
    tagger: 'FieldTagger',
    multiselect: 'FieldMultiselect',
    text: 'FieldText',
    textarea: 'FieldTextarea',
    checkbox: 'FieldCheckbox',
    date: 'FieldDate',
    integer: 'FieldInteger',
    decimal: 'FieldDecimal',
    regexp: 'FieldRegexp',
    partialcreditcard: 'FieldPartialCreditCard',
    lookup: 'FieldLookup',
    assignee: 'FieldAssignee',
    priority: 'FieldPriority',
    tickettype: 'FieldTicketType',
    group: 'FieldGroup'
};

/** The name that a field's type has in error details. */
export const fieldClass = (field: Field): string => CLASSES[field.type] ?? 'Field';

/** The tags that a value of this field stands for. */
export function tagsOfValue(field: Field, value: Json | undefined): string[] {
    switch (field.type) {
        case 'tagger':
            return typeof value === 'string' ? [value] : [];
        case 'multiselect':
            return isArray(value) ? value.map(String) : [];
        case 'checkbox':
            return value === true && field.tag !== null ? [field.tag] : [];
        default:
            return [];
    }
}
