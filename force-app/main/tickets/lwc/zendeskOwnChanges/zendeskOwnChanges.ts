import USER_ID from '@salesforce/user/Id';

import { namesOf } from 'c/zendeskFieldViews';

import type { FieldValue, TicketDetail } from 'c/zendeskConversationService';
import type {
    Ticket,
    TicketCell,
    TicketPriority,
    TicketStatus,
    TicketType
} from 'c/zendeskTicketService';

/** Zendesk's search lags behind by up to a few minutes: for that long own changes are laid over it. */
const LAG = 5 * 60_000;

interface OwnChange {
    readonly at: number;
    readonly ticket: Ticket;
}

/** Which own changes belong into a list. */
export interface OwnChangeRules {
    /** Whether it begins with the latest, so that new tickets come first. */
    readonly mayAdd: boolean;
    readonly keeps: (ticket: Ticket) => boolean;
}

/** A ticket as a row of the list. */
export function toRow(detail: TicketDetail): Ticket {
    const values = new Map(detail.values.map((value) => [value.key, value]));
    const names = namesOf(detail);
    const text = (key: string) => values.get(key)?.text ?? undefined;
    const name = (key: string) => names.get(text(key) ?? '');
    return {
        id: detail.id,
        subject: text('subject'),
        status: text('status') as TicketStatus,
        customStatusId: text('custom_status_id'),
        priority: text('priority') as TicketPriority | undefined,
        type: text('type') as TicketType | undefined,
        requesterName: name('requester_id'),
        assigneeId: text('assignee_id'),
        assigneeName: name('assignee_id'),
        groupId: text('group_id'),
        groupName: name('group_id'),
        organizationId: text('organization_id'),
        organizationName: name('organization_id'),
        brandId: text('brand_id'),
        brandName: name('brand_id'),
        formId: text('ticket_form_id'),
        tags: values.get('tags')?.values ?? [],
        createdAt: detail.createdAt,
        updatedAt: detail.updatedAt,
        dueAt: text('due_at'),
        cells: detail.values.filter(({ key }) => /^\d+$/.test(key)).map(toCell)
    };
}

/** Remembers, for this user and record, a ticket that they made or changed. */
export function noteOwnChange(recordId: string, ticket: Ticket, now: number): void {
    const others = recentChanges(recordId, now).filter((own) => own.ticket.id !== ticket.id);
    try {
        sessionStorage.setItem(nameOf(recordId), JSON.stringify([{ at: now, ticket }, ...others]));
    } catch {
        // Without storage the change shows until the page is left, which is where it was made.
    }
}

/**
 * Rows of the list with one's own changes laid over what search knows. What search knows to be later
 * wins; a ticket that it does not have yet comes first, one that the list no longer asks for goes.
 */
export function withOwnChanges(
    recordId: string,
    tickets: readonly Ticket[],
    { mayAdd, keeps }: OwnChangeRules,
    now: number
): readonly Ticket[] {
    const own = new Map(recentChanges(recordId, now).map(({ ticket }) => [ticket.id, ticket]));
    const known = new Set(tickets.map(({ id }) => id));
    const added = mayAdd ? [...own.values()].filter(({ id }) => !known.has(id)) : [];
    const laid = tickets.map((ticket) => laterOf(ticket, own.get(ticket.id)));
    return [...added, ...laid].filter((ticket) => tickets.includes(ticket) || keeps(ticket));
}

/** Search answers with tickets as they are, so only what it found before the change is older. */
function laterOf(found: Ticket, own: Ticket | undefined): Ticket {
    return own && Date.parse(own.updatedAt) > Date.parse(found.updatedAt)
        ? withKnownNames(own, found)
        : found;
}

/** An own change does not tell what forms, statuses and options are called. */
function withKnownNames(own: Ticket, known: Ticket): Ticket {
    const isSameStatus = own.customStatusId === known.customStatusId;
    return {
        ...own,
        customStatusName: isSameStatus ? known.customStatusName : undefined,
        formName: own.formId === known.formId ? known.formName : undefined,
        cells: own.cells?.map((cell) => sameCell(cell, known.cells) ?? cell)
    };
}

function sameCell(own: TicketCell, known: Ticket['cells']): TicketCell | undefined {
    return known?.find(
        ({ key, values }) => key === own.key && values.join('\n') === own.values.join('\n')
    );
}

function toCell({ key, text, values }: FieldValue): TicketCell {
    const all = values ?? (text ? [text] : []);
    return { key, values: all, labels: all };
}

function recentChanges(recordId: string, now: number): readonly OwnChange[] {
    try {
        const kept = JSON.parse(sessionStorage.getItem(nameOf(recordId)) ?? '[]') as OwnChange[];
        return kept.filter(({ at }) => now - at < LAG);
    } catch {
        return [];
    }
}

function nameOf(recordId: string): string {
    return `zendesk-own:${USER_ID}:${recordId}`;
}
