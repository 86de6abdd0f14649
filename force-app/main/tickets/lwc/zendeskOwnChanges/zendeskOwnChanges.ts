import USER_ID from '@salesforce/user/Id';

import type { TicketDetail } from 'c/zendeskConversationService';
import type { Ticket, TicketPriority, TicketStatus } from 'c/zendeskTicketService';

/** Zendesk's search lags behind by up to a few minutes: for that long own changes are laid over it. */
const LAG = 5 * 60_000;

interface OwnChange {
    readonly at: number;
    readonly ticket: Ticket;
}

/** A ticket as a row of the list. */
export function toRow(detail: TicketDetail): Ticket {
    const texts = new Map(detail.values.map(({ key, text }) => [key, text]));
    const names = new Map(detail.people.map(({ id, name }) => [id, name]));
    return {
        id: detail.id,
        subject: texts.get('subject'),
        status: texts.get('status') as TicketStatus,
        priority: texts.get('priority') as TicketPriority | undefined,
        requesterName: names.get(texts.get('requester_id') ?? ''),
        assigneeName: names.get(texts.get('assignee_id') ?? ''),
        updatedAt: detail.updatedAt
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
 * wins; a ticket that it does not have yet comes first, one that became closed goes.
 */
export function withOwnChanges(
    recordId: string,
    tickets: readonly Ticket[],
    isFirstPage: boolean,
    now: number
): readonly Ticket[] {
    const own = new Map(recentChanges(recordId, now).map(({ ticket }) => [ticket.id, ticket]));
    const known = new Set(tickets.map(({ id }) => id));
    const added = isFirstPage ? [...own.values()].filter(({ id }) => !known.has(id)) : [];
    return [...added, ...tickets.map((ticket) => laterOf(ticket, own.get(ticket.id)))].filter(
        (ticket) => ticket.status !== 'closed' || tickets.includes(ticket)
    );
}

function laterOf(ticket: Ticket, own: Ticket | undefined): Ticket {
    return own && Date.parse(own.updatedAt) >= Date.parse(ticket.updatedAt) ? own : ticket;
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
