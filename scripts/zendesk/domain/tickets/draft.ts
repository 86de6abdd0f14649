import type { Violation } from '../../http/errors.ts';
import type { Json } from '../../http/json.ts';
import type { AuditEvent, Ticket } from '../../store/records.ts';

/** What a change to a ticket has come to so far. */
export interface Draft {
    readonly before: Ticket | null;
    readonly after: Ticket;
    readonly violations: readonly Violation[];
}

export const withValues = (draft: Draft, values: Partial<Ticket>): Draft => ({
    ...draft,
    after: { ...draft.after, ...values }
});

export const withViolation = (draft: Draft, violation: Violation): Draft => ({
    ...draft,
    violations: [...draft.violations, violation]
});

/** In the order in which Zendesk writes them into the audit of a creation. */
const ALWAYS_CREATED = [
    'subject',
    'requester_id',
    'priority',
    'type',
    'status',
    'assignee_id',
    'group_id',
    'organization_id',
    'custom_status_id',
    'brand_id',
    'ticket_form_id'
] as const;

const ALSO_TRACKED = ['external_id', 'due_at', 'problem_id', 'tags'] as const;

const asText = (value: Json | undefined): Json =>
    typeof value === 'number' || typeof value === 'boolean' ? String(value) : (value ?? null);

const isSame = (a: Json | undefined, b: Json | undefined): boolean =>
    JSON.stringify(asText(a)) === JSON.stringify(asText(b));

/** A difference between two states of a ticket, as audits tell it. */
export interface Difference {
    readonly field_name: string;
    readonly value: Json;
    readonly previous_value: Json;
}

export function differences(before: Ticket, after: Ticket): Difference[] {
    const fields = [...ALWAYS_CREATED, ...ALSO_TRACKED]
        .filter((name) => !isSame(before[name], after[name]))
        .map((name) => difference(name, before[name], after[name]));
    const ids = new Set([...Object.keys(before.custom), ...Object.keys(after.custom)]);
    const custom = [...ids]
        .filter((id) => !isSame(before.custom[id], after.custom[id]))
        .map((id) => difference(id, before.custom[id], after.custom[id]));
    return [...fields, ...custom];
}

const difference = (field_name: string, before: Json | undefined, after: Json | undefined) => ({
    field_name,
    value: asText(after),
    previous_value: asText(before)
});

export function createEvents(ticket: Ticket, nextId: () => number): AuditEvent[] {
    const fields = ALWAYS_CREATED.map((name) => [name, ticket[name]] as const);
    const custom = Object.entries(ticket.custom);
    const tags = ticket.tags.length > 0 ? [['tags', ticket.tags] as const] : [];
    return [...fields, ...tags, ...custom].map(([field_name, value]) => ({
        id: nextId(),
        type: 'Create',
        field_name,
        value: asText(value)
    }));
}

export function changeEvents(changes: readonly Difference[], nextId: () => number): AuditEvent[] {
    return changes.map((change) => ({ id: nextId(), type: 'Change', ...change }));
}
