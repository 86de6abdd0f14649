import type { Violation } from '../../http/errors.ts';
import { isObject, objects, text, type Json, type JsonObject } from '../../http/json.ts';
import type { Field, PlainRecord, Ticket } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { Draft } from './draft.ts';
import { fieldClass } from './customValues.ts';
import { isSolved } from './statuses.ts';

/** What is missing for the status that the ticket is about to have. */
export function missingValues(store: Store, draft: Draft): Violation[] {
    const { after } = draft;
    const form = store.plain.ticket_forms.find(after.ticket_form_id);
    const isSolving = isSolved(after) && (draft.before === null || !isSolved(draft.before));
    const needed = [
        ...(isSolving ? requiredToSolve(store, after, form) : []),
        ...requiredByConditions(store, after, form)
    ];
    return [...new Set(needed)]
        .filter((field) => isUnset(valueOf(after, field)))
        .map((field) => missing(field));
}

const missing = (field: Field): Violation => ({
    field: 'base',
    description: `${field.title}: is required when solving a ticket`,
    error: null,
    extra: { ticket_field_id: field.id, ticket_field_type: fieldClass(field) }
});

const isUnset = (value: Json | undefined): boolean =>
    value === null ||
    value === undefined ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0);

function valueOf(ticket: Ticket, field: Field): Json | undefined {
    switch (field.type) {
        case 'assignee':
            return ticket.assignee_id;
        case 'group':
            return ticket.group_id;
        case 'priority':
            return ticket.priority;
        case 'tickettype':
            return ticket.type;
        case 'subject':
            return ticket.subject;
        case 'description':
            return ticket.description;
        case 'status':
        case 'custom_status':
            return ticket.status;
        default:
            return ticket.custom[String(field.id)];
    }
}

const fieldIds = (form: PlainRecord | null): readonly Json[] => {
    const ids = form?.['ticket_field_ids'];
    return Array.isArray(ids) ? ids : [];
};

/** Fields marked as required, as far as the form shows them. */
function requiredToSolve(store: Store, ticket: Ticket, form: PlainRecord | null): Field[] {
    const hidden = hiddenByConditions(ticket, form, store);
    return store.ticketFields
        .all()
        .filter(
            (field) =>
                field.required &&
                field.active &&
                !hidden.has(field.id) &&
                (field.system || form === null || fieldIds(form).includes(field.id))
        );
}

interface Child {
    readonly id: number;
    readonly isMet: boolean;
    readonly isRequired: boolean;
}

/** Every field that a condition of the form governs, and what the condition says now. */
function children(store: Store, ticket: Ticket, form: PlainRecord | null): Child[] {
    return objects(form?.['agent_conditions']).flatMap((condition) => {
        const parent = store.ticketFields.find(Number(condition['parent_field_id']));
        const value = parent === null ? null : (valueOf(ticket, parent) ?? false);
        const isMet = String(value) === String(condition['value']);
        return objects(condition['child_fields']).map((child) => ({
            id: Number(child['id']),
            isMet,
            isRequired: isMet && isRequiredIn(child, ticket)
        }));
    });
}

function isRequiredIn(child: JsonObject, ticket: Ticket): boolean {
    const rule = child['required_on_statuses'];
    if (!isObject(rule)) {
        return child['is_required'] === true && isSolved(ticket);
    }
    switch (text(rule['type'])) {
        case 'ALL_STATUSES':
            return true;
        case 'SOME_STATUSES':
            return Array.isArray(rule['statuses']) && rule['statuses'].includes(ticket.status);
        default:
            return false;
    }
}

const hiddenByConditions = (
    ticket: Ticket,
    form: PlainRecord | null,
    store: Store
): Set<number> => {
    const governed = children(store, ticket, form);
    const shown = new Set(governed.filter((child) => child.isMet).map((child) => child.id));
    return new Set(governed.map((child) => child.id).filter((id) => !shown.has(id)));
};

const requiredByConditions = (store: Store, ticket: Ticket, form: PlainRecord | null): Field[] =>
    children(store, ticket, form)
        .filter((child) => child.isRequired)
        .flatMap((child) => store.ticketFields.find(child.id) ?? []);
