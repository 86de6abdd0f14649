import { canSeeComment, canSeeTicket } from '../domain/visibility.ts';
import { ApiError } from '../http/errors.ts';
import { ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { inOrder, paginate, wholeList } from '../http/paging.ts';
import { idParam, idsParam } from '../http/parameters.ts';
import { presentComment } from '../present/comments.ts';
import { presentTicketWithExtras, ticketSideloads } from '../present/sideloads.ts';
import { presentUser } from '../present/users.ts';
import type { Comment, Ticket } from '../store/records.ts';

/** @throws ApiError 404 when it is unknown or deleted, 403 when the agent may not see it */
export function visibleTicket(context: Context, id: number): Ticket {
    const ticket = context.account.store.tickets.find(id);
    if (ticket === null || ticket.deleted !== null) {
        throw ApiError.notFound();
    }
    if (!canSeeTicket(context.account, context.actor.user, ticket)) {
        throw ApiError.forbidden();
    }
    return ticket;
}

function show(context: Context): Reply {
    const ticket = visibleTicket(context, idParam(context));
    const events = context.query.includes().has('metric_events') && { metric_events: {} };
    return ok({
        ticket: { ...presentTicketWithExtras(context, ticket), ...events },
        ...ticketSideloads(context, [ticket])
    });
}

function showMany(context: Context): Reply {
    const { account, actor } = context;
    const tickets = idsParam(context)
        .flatMap((id) => account.store.tickets.find(id) ?? [])
        .filter((ticket) => ticket.deleted === null && canSeeTicket(account, actor.user, ticket));
    const page = wholeList(tickets);
    return ok({
        tickets: tickets.map((ticket) => presentTicketWithExtras(context, ticket)),
        ...ticketSideloads(context, tickets),
        ...page.envelope
    });
}

export function visibleComments(context: Context, ticket: Ticket): Comment[] {
    return context.account.store.comments
        .by('ticket', ticket.id)
        .filter((comment) => canSeeComment(context.actor.user, comment));
}

/** Oldest first unless `sort=-created_at` (cursor) or `sort_order=desc` (offset) says otherwise. */
function comments(context: Context): Reply {
    const ticket = visibleTicket(context, idParam(context));
    const isDescending =
        context.query.text('sort')?.startsWith('-') === true ||
        context.query.text('sort_order')?.toLowerCase() === 'desc';
    const order = { name: 'created_at', key: (row: Comment) => row.created_at, isDescending };
    const page = paginate(context, inOrder(visibleComments(context, ticket), order), order);
    return ok({
        comments: page.rows.map((row) => presentComment(context, row)),
        ...(context.query.includes().has('users') && { users: authors(context, page.rows) }),
        ...page.envelope
    });
}

function authors(context: Context, rows: readonly Comment[]) {
    const { users } = context.account.store;
    const ids = [...new Set(rows.map((row) => row.author_id))];
    return ids.flatMap((id) => users.find(id) ?? []).map((user) => presentUser(context, user));
}

function commentCount(context: Context): Reply {
    const ticket = visibleTicket(context, idParam(context));
    const { clock } = context.account;
    return ok({
        count: { value: visibleComments(context, ticket).length, refreshed_at: clock.stamp() }
    });
}

export const ticketReadingRoutes: readonly Route[] = [
    { method: 'GET', path: '/api/v2/tickets/:id', handle: show },
    { method: 'GET', path: '/api/v2/tickets/show_many', handle: showMany },
    { method: 'GET', path: '/api/v2/tickets/:id/comments', handle: comments },
    { method: 'GET', path: '/api/v2/tickets/:id/comments/count', handle: commentCount }
];
