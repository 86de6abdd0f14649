import { ApiError } from '../../http/errors.ts';
import type { Ticket } from '../../store/records.ts';
import { epochSeconds } from '../../store/clock.ts';
import type { Acting } from '../acting.ts';
import { publishTicketEvent } from '../webhooks/ticketEvents.ts';
import { createAuditComment } from './auditComment.ts';

/** Puts the ticket among the deleted ones, where it stays until it is restored or wiped. */
export function deleteTicket(acting: Acting, ticket: Ticket): void {
    const now = acting.account.clock.stamp();
    const gone = acting.account.store.tickets.patch(ticket, {
        deleted: { at: now, by: acting.user.id, status: ticket.status },
        updated_at: now,
        generated_timestamp: epochSeconds(now)
    });
    publishTicketEvent(acting, gone, 'soft_deleted');
}

export function restoreTicket(acting: Acting, ticket: Ticket): void {
    const now = acting.account.clock.stamp();
    const back = acting.account.store.tickets.patch(ticket, {
        deleted: null,
        updated_at: now,
        generated_timestamp: epochSeconds(now)
    });
    publishTicketEvent(acting, back, 'undeleted');
}

/** Wipes the ticket with its comments and audits. */
export function wipeTicket(acting: Acting, ticket: Ticket): void {
    const { store } = acting.account;
    store.comments.by('ticket', ticket.id).forEach((row) => store.comments.remove(row.id));
    store.audits.by('ticket', ticket.id).forEach((row) => store.audits.remove(row.id));
    store.tickets.remove(ticket.id);
    publishTicketEvent(acting, ticket, 'permanently_deleted');
}

/** Deletes the ticket and suspends who asked. */
export function markAsSpam(acting: Acting, ticket: Ticket): void {
    const { store, clock } = acting.account;
    const requester = store.users.find(ticket.requester_id);
    if (requester?.role === 'end-user') {
        store.users.patch(requester, { suspended: true, updated_at: clock.stamp() });
    }
    const marked = store.tickets.patch(ticket, { is_spam: true });
    publishTicketEvent(acting, marked, 'marked_as_spam');
    deleteTicket(acting, marked);
}

export interface MergeComments {
    readonly target: string;
    readonly source: string;
    readonly isTargetPublic: boolean;
    readonly isSourcePublic: boolean;
}

/**
 * Closes the sources and tells the target.
 * @throws ApiError 422 when one of them is closed already
 */
export function mergeTickets(
    acting: Acting,
    target: Ticket,
    sources: readonly Ticket[],
    comments: MergeComments
): void {
    const closed = [target, ...sources].find((ticket) => ticket.status === 'closed');
    if (closed !== undefined) {
        throw ApiError.invalidField('status', 'Status: closed prevents ticket update', null);
    }
    if (sources.some((source) => source.id === target.id)) {
        throw ApiError.invalidField('base', 'Ticket: cannot be merged into itself', 'InvalidValue');
    }
    const solved = acting.account.store.customStatuses
        .all()
        .find((row) => row.status_category === 'solved' && row.default);
    for (const source of sources) {
        createAuditComment(acting, source, comments.source, comments.isSourcePublic);
        const now = acting.account.clock.stamp();
        const merged = acting.account.store.tickets.patch(
            acting.account.store.tickets.find(source.id) ?? source,
            {
                status: 'closed',
                custom_status_id: solved?.id ?? source.custom_status_id,
                updated_at: now,
                generated_timestamp: epochSeconds(now),
                solved_at: source.solved_at ?? now,
                status_updated_at: now,
                tags: [...new Set([...source.tags, 'closed_by_merge'])].sort()
            }
        );
        publishTicketEvent(acting, merged, 'merged');
    }
    createAuditComment(acting, target, comments.target, comments.isTargetPublic);
}
