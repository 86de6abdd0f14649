import { actingIn } from '../domain/acting.ts';
import { ticketIdOfMetric, ticketMetric } from '../domain/metrics.ts';
import { createAudit } from '../domain/tickets/auditComment.ts';
import { publishTicketEvent } from '../domain/webhooks/ticketEvents.ts';
import { ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { inOrder, paginate, type Order } from '../http/paging.ts';
import { existing, idParam } from '../http/parameters.ts';
import { presentAudit } from '../present/audits.ts';
import type { Audit, Comment, Ticket } from '../store/records.ts';
import { listed } from './ticketLists.ts';
import { visibleTicket } from './ticketReading.ts';

const OLDEST: Order<Audit> = { name: 'id', key: (row) => row.id, isDescending: false };
const NEWEST: Order<Audit> = { ...OLDEST, isDescending: true };

const auditsOf = (context: Context, ticket: Ticket): Audit[] =>
    context.account.store.audits.by('ticket', ticket.id);

function list(context: Context): Reply {
    const ticket = visibleTicket(context, idParam(context));
    const isNewestFirst = context.query.text('sort_order') === 'desc';
    const order = isNewestFirst ? NEWEST : OLDEST;
    const page = paginate(context, inOrder(auditsOf(context, ticket), order), order);
    return ok({ audits: page.rows.map((row) => presentAudit(context, row)), ...page.envelope });
}

function audit(context: Context): { ticket: Ticket; audit: Audit } {
    const ticket = visibleTicket(context, idParam(context));
    const found = context.account.store.audits.find(idParam(context, 'auditId'));
    return { ticket, audit: existing(found?.ticket_id === ticket.id ? found : null) };
}

function count(context: Context): Reply {
    const value = auditsOf(context, visibleTicket(context, idParam(context))).length;
    return ok({ count: { value, refreshed_at: context.account.clock.stamp() } });
}

/** All audits, newest first, by cursors of an older kind. */
function all(context: Context): Reply {
    const limit = Math.min(Number(context.query.text('limit') ?? 100) || 100, 1000);
    const cursor = Number(context.query.text('cursor') ?? Number.POSITIVE_INFINITY);
    const rows = inOrder(context.account.store.audits.values(), NEWEST).filter(
        ({ id }) => id < cursor
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const link = (to: number | undefined) =>
        to === undefined
            ? null
            : `${context.url.origin}${context.url.pathname}?cursor=${to}&limit=${limit}`;
    return ok({
        audits: page.map((row) => presentAudit(context, row)),
        after_cursor: page[0] === undefined ? null : String(page[0].id),
        after_url: link(page[0]?.id),
        before_cursor: last === undefined ? null : String(last.id),
        before_url: link(last?.id)
    });
}

/** Source: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/ */
function makePrivate(context: Context, ticket: Ticket, comment: Comment): Reply {
    const acting = actingIn(context);
    acting.account.store.comments.patch(comment, { public: false });
    createAudit(acting, ticket, [
        {
            id: acting.account.nextId(),
            type: 'CommentPrivacyChange',
            comment_id: comment.id,
            public: false
        }
    ]);
    publishTicketEvent(acting, ticket, 'comment_made_private');
    return ok({});
}

export function commentOfTicket(context: Context): { ticket: Ticket; comment: Comment } {
    const ticket = visibleTicket(context, idParam(context));
    const comment = context.account.store.comments.find(idParam(context, 'commentId'));
    return { ticket, comment: existing(comment?.ticket_id === ticket.id ? comment : null) };
}

function makeCommentPrivate(context: Context): Reply {
    const { ticket, comment } = commentOfTicket(context);
    return makePrivate(context, ticket, comment);
}

function makeAuditPrivate(context: Context): Reply {
    const { ticket, audit: found } = audit(context);
    const event = found.events.find(({ type }) => type === 'Comment');
    return makePrivate(context, ticket, existing(context.account.store.comments.find(event?.id)));
}

function metrics(context: Context): Reply {
    const order: Order<Ticket> = { name: 'id', key: (row) => row.id, isDescending: true };
    const rows = inOrder(listed(context, context.account.store.tickets.values()), order);
    const page = paginate(context, rows, order);
    return ok({
        ticket_metrics: page.rows.map((row) => ticketMetric(context, row)),
        ...page.envelope
    });
}

const metric = (context: Context, ticketId: number): Reply =>
    ok({ ticket_metric: ticketMetric(context, visibleTicket(context, ticketId)) });

export const auditRoutes: readonly Route[] = [
    { method: 'GET', path: '/api/v2/tickets/:id/audits', scope: null, handle: list },
    { method: 'GET', path: '/api/v2/tickets/:id/audits/count', scope: null, handle: count },
    {
        method: 'GET',
        path: '/api/v2/tickets/:id/audits/:auditId',
        scope: null,
        handle: (context) => ok({ audit: presentAudit(context, audit(context).audit) })
    },
    {
        method: 'PUT',
        path: '/api/v2/tickets/:id/audits/:auditId/make_private',
        handle: makeAuditPrivate
    },
    { method: 'GET', path: '/api/v2/ticket_audits', access: 'admin', scope: null, handle: all },
    {
        method: 'PUT',
        path: '/api/v2/tickets/:id/comments/:commentId/make_private',
        handle: makeCommentPrivate
    },
    { method: 'GET', path: '/api/v2/ticket_metrics', scope: 'tickets', handle: metrics },
    {
        method: 'GET',
        path: '/api/v2/ticket_metrics/:id',
        scope: 'tickets',
        handle: (context) => metric(context, ticketIdOfMetric(idParam(context)))
    },
    {
        method: 'GET',
        path: '/api/v2/tickets/:id/metrics',
        handle: (context) => metric(context, idParam(context))
    }
];
