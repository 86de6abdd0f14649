import { created, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { envelope, idOf, text, type JsonObject } from '../http/json.ts';
import { BOTH, inOrder, paginate, type Order } from '../http/paging.ts';
import { existing, idParam, signedIn } from '../http/parameters.ts';
import { presentTicket } from '../present/tickets.ts';
import type { PlainRecord } from '../store/records.ts';
import { visibleTicket } from './ticketReading.ts';

function present(context: Context, row: PlainRecord): JsonObject {
    const ticket = context.account.store.tickets.find(idOf(row['ticket_id']));
    return { ...row, ticket: ticket && presentTicket(context, ticket) };
}

/** An agent in guided mode passes a ticket by. */
function create(context: Context): Reply {
    const { account } = context;
    const values = envelope(context.body(), 'skip');
    const ticket = visibleTicket(context, idOf(values['ticket_id']) ?? 0);
    const at = account.clock.stamp();
    const row = account.store.plain.ticket_skips.put({
        id: account.nextId(),
        ticket_id: ticket.id,
        user_id: signedIn(context).id,
        reason: text(values['reason']),
        created_at: at,
        updated_at: at
    });
    return created({ skip: present(context, row) });
}

function page(context: Context, key: 'ticket_id' | 'user_id', id: number): Reply {
    const rows = context.account.store.plain.ticket_skips.all().filter((row) => row[key] === id);
    const order: Order<PlainRecord> = {
        name: 'id',
        key: (row) => row.id,
        isDescending: context.query.text('sort_order')?.toLowerCase() === 'desc'
    };
    const { rows: shown, envelope: paging } = paginate(context, inOrder(rows, order), order, BOTH);
    return ok({ skips: shown.map((row) => present(context, row)), ...paging });
}

function ofUser(context: Context): Reply {
    const user = existing(context.account.store.users.find(idParam(context)));
    return page(context, 'user_id', user.id);
}

export const ticketSkipRoutes: readonly Route[] = [
    { method: 'POST', path: '/api/v2/skips', scope: 'tickets', handle: create },
    { method: 'GET', path: '/api/v2/users/:id/skips', scope: 'tickets', handle: ofUser },
    {
        method: 'GET',
        path: '/api/v2/tickets/:id/skips',
        handle: (context) => page(context, 'ticket_id', visibleTicket(context, idParam(context)).id)
    }
];
