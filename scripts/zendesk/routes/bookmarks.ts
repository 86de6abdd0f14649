import { created, noContent, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { envelope, idOf, type JsonObject } from '../http/json.ts';
import { inOrder, paginate, type Order } from '../http/paging.ts';
import { existing, idParam, signedIn } from '../http/parameters.ts';
import { apiUrl } from '../present/addresses.ts';
import { presentTicket } from '../present/tickets.ts';
import type { PlainRecord } from '../store/records.ts';
import { visibleTicket } from './ticketReading.ts';

const tableOf = (context: Context) => context.account.store.plain.bookmarks;

/** Bookmarks are the asking agent's own. */
const mine = (context: Context): PlainRecord[] =>
    tableOf(context)
        .all()
        .filter((row) => row['user_id'] === signedIn(context).id);

function present(context: Context, row: PlainRecord): JsonObject {
    const ticket = context.account.store.tickets.find(Number(row['ticket_id']));
    return {
        url: apiUrl(context, `bookmarks/${row.id}`),
        id: row.id,
        ticket: ticket === null ? null : presentTicket(context, ticket),
        created_at: row.created_at
    };
}

const BY_ID: Order<PlainRecord> = { name: 'id', key: (row) => row.id, isDescending: false };

function list(context: Context): Reply {
    const page = paginate(context, inOrder(mine(context), BY_ID), BY_ID);
    return ok({ bookmarks: page.rows.map((row) => present(context, row)), ...page.envelope });
}

/** 201 for a new one, 200 when the ticket was bookmarked before. */
function create(context: Context): Reply {
    const id = idOf(envelope(context.body(), 'bookmark')['ticket_id']);
    const ticket = visibleTicket(context, id ?? 0);
    const known = mine(context).find((row) => row['ticket_id'] === ticket.id);
    if (known !== undefined) {
        return ok({ bookmark: present(context, known) });
    }
    const { account } = context;
    const now = account.clock.stamp();
    const row = tableOf(context).put({
        id: account.nextId(),
        ticket_id: ticket.id,
        user_id: signedIn(context).id,
        created_at: now,
        updated_at: now
    });
    return created({ bookmark: present(context, row) }, apiUrl(context, `bookmarks/${row.id}`));
}

function remove(context: Context): Reply {
    const id = idParam(context);
    tableOf(context).remove(existing(mine(context).find((row) => row.id === id)).id);
    return noContent();
}

export const bookmarkRoutes: readonly Route[] = [
    { method: 'GET', path: '/api/v2/bookmarks', handle: list },
    { method: 'POST', path: '/api/v2/bookmarks', handle: create },
    { method: 'DELETE', path: '/api/v2/bookmarks/:id', handle: remove }
];
