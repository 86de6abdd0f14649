import { actingIn } from '../domain/acting.ts';
import { createTicket } from '../domain/tickets/writing.ts';
import { bulkIds } from '../http/bulk.ts';
import { noContent, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { isObject, text, type JsonObject } from '../http/json.ts';
import { BOTH, inOrder, paginate, type Order } from '../http/paging.ts';
import { existing, idParam } from '../http/parameters.ts';
import { apiUrl } from '../present/addresses.ts';
import { presentTicket } from '../present/tickets.ts';
import type { PlainRecord } from '../store/records.ts';

const SORTS = ['author_email', 'cause', 'created_at', 'subject'] as const;

const present = (context: Context, row: PlainRecord): JsonObject => ({
    url: apiUrl(context, `suspended_tickets/${row.id}`),
    ...row
});

const authorOf = (row: PlainRecord): JsonObject => (isObject(row['author']) ? row['author'] : {});

function orderOf(context: Context): Order<PlainRecord> {
    const asked = context.query.text('sort_by');
    const name = SORTS.find((known) => known === asked) ?? 'id';
    const key = (row: PlainRecord) =>
        name === 'id' ? row.id : text(name === 'author_email' ? authorOf(row)['email'] : row[name]);
    const isDescending = context.query.text('sort_order')?.toLowerCase() === 'desc';
    return { name, key, isDescending };
}

function list(context: Context): Reply {
    const order = orderOf(context);
    const rows = inOrder(context.account.store.plain.suspended_tickets.values(), order);
    const page = paginate(context, rows, order, BOTH);
    return ok({
        suspended_tickets: page.rows.map((row) => present(context, row)),
        ...page.envelope
    });
}

const one = (context: Context, id = idParam(context)): PlainRecord =>
    existing(context.account.store.plain.suspended_tickets.find(id));

/** Makes the ticket that the mail would have been, of the person who wrote it. */
function recover(context: Context, row: PlainRecord): JsonObject {
    const author = authorOf(row);
    const email = text(author['email']) ?? '';
    const { ticket } = createTicket(actingIn(context), {
        subject: text(row['subject']),
        comment: { body: text(row['content']) ?? '' },
        requester: { email, name: text(author['name']) ?? email }
    });
    context.account.store.plain.suspended_tickets.remove(row.id);
    return presentTicket(context, ticket);
}

function removeMany(context: Context): Reply {
    bulkIds(context).forEach((id) => context.account.store.plain.suspended_tickets.remove(id));
    return noContent();
}

function recoverMany(context: Context): Reply {
    const rows = bulkIds(context).map((id) => one(context, id));
    return ok({ tickets: rows.map((row) => recover(context, row)) });
}

function remove(context: Context): Reply {
    context.account.store.plain.suspended_tickets.remove(one(context).id);
    return noContent();
}

const BASE = '/api/v2/suspended_tickets';

/**
 * Mail that was taken for spam. None comes in here: a seed file puts it there.
 * Source: https://developer.zendesk.com/api-reference/ticketing/tickets/suspended_tickets/
 */
export const suspendedTicketRoutes: readonly Route[] = [
    { method: 'GET', path: BASE, handle: list },
    {
        method: 'GET',
        path: `${BASE}/:id`,
        handle: (context) => ok({ suspended_ticket: present(context, one(context)) })
    },
    { method: 'DELETE', path: `${BASE}/destroy_many`, handle: removeMany },
    { method: 'DELETE', path: `${BASE}/:id`, handle: remove },
    { method: 'PUT', path: `${BASE}/recover_many`, handle: recoverMany },
    {
        method: 'PUT',
        path: `${BASE}/:id/recover`,
        handle: (context) => ok({ ticket: [recover(context, one(context))] })
    }
];
