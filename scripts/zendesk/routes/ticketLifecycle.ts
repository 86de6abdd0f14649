import { actingIn } from '../domain/acting.ts';
import { deletedItem, startJob, updatedItem } from '../domain/jobs.ts';
import {
    markAsSpam,
    mergeTickets,
    restoreTicket,
    wipeTicket
} from '../domain/tickets/lifecycle.ts';
import { bulkIds } from '../http/bulk.ts';
import { ApiError } from '../http/errors.ts';
import { ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { flag, ids, isObject, text } from '../http/json.ts';
import { inOrder, paginate, wholeList, type Order } from '../http/paging.ts';
import { existing, idParam } from '../http/parameters.ts';
import { presentUser } from '../present/users.ts';
import type { Ticket } from '../store/records.ts';
import { listed, ticketOrder, ticketPage } from './ticketLists.ts';
import { visibleTicket } from './ticketReading.ts';

/** @throws ApiError 404 when it is unknown or not deleted */
const deletedTicket = (context: Context, id = idParam(context)): Ticket => {
    const ticket = context.account.store.tickets.find(id);
    return existing(ticket?.deleted === null ? null : ticket);
};

function deletedList(context: Context): Reply {
    const order: Order<Ticket> = { name: 'id', key: (row) => row.id, isDescending: false };
    const rows = context.account.store.tickets.by('deleted', 'deleted');
    const page = paginate(context, inOrder(rows, order), order);
    return ok({ deleted_tickets: page.rows.map((row) => summary(context, row)), ...page.envelope });
}

function summary(context: Context, ticket: Ticket) {
    const actor = context.account.store.users.find(ticket.deleted?.by);
    return {
        id: ticket.id,
        subject: ticket.subject,
        description: ticket.description,
        actor: { id: actor?.id ?? null, name: actor?.name ?? null },
        deleted_at: ticket.deleted?.at ?? null,
        previous_state: ticket.deleted?.status ?? null
    };
}

function restore(context: Context): Reply {
    restoreTicket(actingIn(context), deletedTicket(context));
    return ok({});
}

function restoreMany(context: Context): Reply {
    const acting = actingIn(context);
    bulkIds(context).forEach((id) => restoreTicket(acting, deletedTicket(context, id)));
    return ok({});
}

function wipe(context: Context, ids_: readonly number[]): Reply {
    const acting = actingIn(context);
    return startJob(context, {
        type: 'Bulk Delete Ticket',
        items: ids_,
        failure: 'TicketDeleteFailed',
        identify: (id) => ({ id }),
        perform: (id) => {
            wipeTicket(acting, deletedTicket(context, id));
            return deletedItem(id);
        }
    });
}

function spam(context: Context): Reply {
    markAsSpam(actingIn(context), visibleTicket(context, idParam(context)));
    return ok({});
}

function spamMany(context: Context): Reply {
    const acting = actingIn(context);
    return startJob(context, {
        type: 'Bulk Mark As Spam',
        items: bulkIds(context),
        failure: 'TicketUpdateFailed',
        identify: (id) => ({ id }),
        perform: (id) => {
            markAsSpam(acting, visibleTicket(context, id));
            return updatedItem(id);
        }
    });
}

function merge(context: Context): Reply {
    const acting = actingIn(context);
    const target = visibleTicket(context, idParam(context));
    const body = context.body();
    const values = isObject(body) ? body : {};
    const sources = ids(values['ids']);
    if (sources.length === 0) {
        throw ApiError.parameterRequired('ids');
    }
    const names = sources.map((id) => `#${id}`).join(', ');
    return startJob(context, {
        type: 'Ticket Merge',
        items: [target.id],
        failure: 'TicketMergeFailed',
        perform: (id) => {
            const tickets = sources.map((source) => visibleTicket(context, source));
            mergeTickets(acting, visibleTicket(context, id), tickets, {
                target: text(values['target_comment']) ?? `Merged from ${names}`,
                source: text(values['source_comment']) ?? `Closed, merged into #${id}`,
                isTargetPublic: flag(values['target_comment_is_public']) ?? false,
                isSourcePublic: flag(values['source_comment_is_public']) ?? false
            });
            return updatedItem(id);
        }
    });
}

function related(context: Context): Reply {
    const { store } = context.account;
    const ticket = visibleTicket(context, idParam(context));
    const { followup_source_id: source } = ticket;
    return ok({
        topic_id: null,
        jira_issue_ids: [],
        followup_source_ids: source === null ? [] : [source],
        from_archive: false,
        incidents: store.tickets.ids('problem', ticket.id).size
    });
}

function copied(context: Context, select: (ticket: Ticket) => readonly number[]): Reply {
    const { store } = context.account;
    const ticket = visibleTicket(context, idParam(context));
    const users = [...new Set(select(ticket))].flatMap((id) => store.users.find(id) ?? []);
    return ok({
        users: users.map((user) => presentUser(context, user)),
        ...wholeList(users).envelope
    });
}

const ticketsOf = (context: Context, rows: readonly Ticket[]): Reply => {
    const order = ticketOrder(context);
    return ticketPage(context, inOrder(listed(context, rows), order), order);
};

const problems = (context: Context): Ticket[] =>
    context.account.store.tickets.all().filter((ticket) => ticket.type === 'problem');

/** Problems whose subject contains the text. */
function problemAutocomplete(context: Context): Reply {
    const body = context.body();
    const wanted =
        (isObject(body) ? text(body['text']) : context.query.text('text'))?.toLowerCase() ?? '';
    return ticketsOf(
        context,
        problems(context).filter((row) => (row.subject ?? '').toLowerCase().includes(wanted))
    );
}

const incidents = (context: Context): Ticket[] =>
    context.account.store.tickets.by('problem', visibleTicket(context, idParam(context)).id);

export const ticketLifecycleRoutes: readonly Route[] = [
    { method: 'GET', path: '/api/v2/deleted_tickets', handle: deletedList },
    { method: 'PUT', path: '/api/v2/deleted_tickets/:id/restore', handle: restore },
    { method: 'PUT', path: '/api/v2/deleted_tickets/restore_many', handle: restoreMany },
    {
        method: 'DELETE',
        path: '/api/v2/deleted_tickets/:id',
        handle: (context) => wipe(context, [deletedTicket(context).id])
    },
    {
        method: 'DELETE',
        path: '/api/v2/deleted_tickets/destroy_many',
        handle: (context) => wipe(context, bulkIds(context))
    },
    { method: 'PUT', path: '/api/v2/tickets/:id/mark_as_spam', handle: spam },
    { method: 'PUT', path: '/api/v2/tickets/mark_many_as_spam', handle: spamMany },
    { method: 'POST', path: '/api/v2/tickets/:id/merge', handle: merge },
    { method: 'GET', path: '/api/v2/tickets/:id/related', handle: related },
    {
        method: 'GET',
        path: '/api/v2/tickets/:id/collaborators',
        handle: (context) => copied(context, (row) => [...row.follower_ids, ...row.email_cc_ids])
    },
    {
        method: 'GET',
        path: '/api/v2/tickets/:id/followers',
        handle: (context) => copied(context, (row) => row.follower_ids)
    },
    {
        method: 'GET',
        path: '/api/v2/tickets/:id/email_ccs',
        handle: (context) => copied(context, (row) => row.email_cc_ids)
    },
    {
        method: 'GET',
        path: '/api/v2/tickets/:id/incidents',
        handle: (context) => ticketsOf(context, incidents(context))
    },
    {
        method: 'GET',
        path: '/api/v2/problems',
        handle: (context) => ticketsOf(context, problems(context))
    },
    { method: 'POST', path: '/api/v2/problems/autocomplete', handle: problemAutocomplete }
];
