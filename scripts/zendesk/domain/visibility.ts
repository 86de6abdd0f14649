import type { Account } from '../account.ts';
import type { Comment, Ticket, User } from '../store/records.ts';

/** Agents see what their restriction leaves; end users see what they asked or are copied on. */
export function canSeeTicket(account: Account, user: User | null, ticket: Ticket): boolean {
    if (user === null) {
        return false;
    }
    switch (user.ticket_restriction) {
        case null:
            return user.role !== 'end-user';
        case 'requested':
            return ticket.requester_id === user.id || ticket.email_cc_ids.includes(user.id);
        case 'assigned':
            return ticket.assignee_id === user.id || ticket.requester_id === user.id;
        case 'organization':
            return belongsTo(account, user, ticket) || ticket.requester_id === user.id;
        case 'groups':
            return (
                ticket.assignee_id === user.id ||
                account.store.groupMemberships
                    .by('user', user.id)
                    .some((membership) => membership.group_id === ticket.group_id)
            );
    }
}

/**
 * Tickets closed long ago are missing from lists; search and their own address still find them.
 * Source: https://support.zendesk.com/hc/en-us/articles/203657756
 */
export function isArchived({ settings, clock }: Account, ticket: Ticket): boolean {
    const { archiveAfter } = settings;
    return (
        archiveAfter !== null &&
        ticket.status === 'closed' &&
        Date.parse(ticket.updated_at) <= clock.now() - archiveAfter
    );
}

function belongsTo(account: Account, user: User, ticket: Ticket): boolean {
    return account.store.organizationMemberships
        .by('user', user.id)
        .some((membership) => membership.organization_id === ticket.organization_id);
}

export const canSeeComment = (user: User | null, comment: Comment): boolean =>
    comment.public || (user !== null && user.role !== 'end-user');

/** Light agents write internal notes only and own no tickets. */
export const isLightAgent = (user: User): boolean => user.role_type === 1;
/** Whether tickets can be assigned to them. */
export const isAssignable = (user: User): boolean => user.active && !isLightAgent(user);
export const isStaff = (user: User): boolean => user.role !== 'end-user';
