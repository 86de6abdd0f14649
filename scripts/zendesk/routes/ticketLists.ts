import { signedIn, existing, idParam } from '../http/parameters.ts';
import { ApiError } from '../http/errors.ts';
import { ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { BOTH, inOrder, isCursorRequest, paginate, type Order } from '../http/paging.ts';
import { canSeeTicket, isArchived } from '../domain/visibility.ts';
import { presentTicketWithExtras, ticketSideloads } from '../present/sideloads.ts';
import type { Ticket } from '../store/records.ts';
import { SortedRows } from '../store/sortedRows.ts';
import type { SortKey } from '../store/sortKeys.ts';

const STATUS_RANK: Readonly<Record<string, number>> = {
    new: 0,
    open: 1,
    pending: 2,
    hold: 3,
    solved: 4,
    closed: 5,
    deleted: 6
};

const CURSOR_KEYS: Readonly<Record<string, (ticket: Ticket) => SortKey>> = {
    id: (ticket) => ticket.id,
    updated_at: (ticket) => ticket.updated_at,
    status: (ticket) => STATUS_RANK[ticket.status] ?? 0
};

type KeyMaker = (context: Context) => (ticket: Ticket) => SortKey;

const OFFSET_KEYS: Readonly<Record<string, KeyMaker>> = {
    id: () => (ticket) => ticket.id,
    created_at: () => (ticket) => ticket.created_at,
    updated_at: () => (ticket) => ticket.updated_at,
    status: () => (ticket) => STATUS_RANK[ticket.status] ?? 0,
    subject: () => (ticket) => (ticket.subject ?? '').toLowerCase(),
    assignee: () => (ticket) => ticket.assignee_id,
    requester: () => (ticket) => ticket.requester_id,
    group: () => (ticket) => ticket.group_id,
    'assignee.name': (context) => (ticket) => userName(context, ticket.assignee_id),
    'requester.name': (context) => (ticket) => userName(context, ticket.requester_id)
};

const userName = (context: Context, id: number | null): string =>
    context.account.store.users.find(id)?.name.toLowerCase() ?? '';

const BY_ID: Order<Ticket> = { name: 'nice_id', key: (ticket) => ticket.id, isDescending: false };

/** @throws ApiError 400 for a sort that cursor paging does not know */
export function ticketOrder(context: Context): Order<Ticket> {
    return isCursorRequest(context) ? cursorOrder(context) : offsetOrder(context);
}

function cursorOrder(context: Context): Order<Ticket> {
    const sort = context.query.text('sort');
    if (sort === null) {
        return BY_ID;
    }
    const name = sort.replace(/^-/, '');
    const key = CURSOR_KEYS[name];
    if (key === undefined) {
        throw ApiError.invalidPage('sort is not valid');
    }
    return { name: name === 'id' ? 'nice_id' : name, key, isDescending: sort.startsWith('-') };
}

/** `sort_by` with `sort_order`; `sort` is taken too, as Zendesk does. An unknown key is ignored. */
function offsetOrder(context: Context): Order<Ticket> {
    const sort = context.query.text('sort');
    const name = context.query.text('sort_by') ?? sort?.replace(/^-/, '') ?? 'id';
    const key = OFFSET_KEYS[name];
    const isDescending =
        context.query.text('sort_order')?.toLowerCase() === 'desc' ||
        sort?.startsWith('-') === true;
    return key === undefined ? BY_ID : { name, key: key(context), isDescending };
}

/** A page of tickets with everything that lists of tickets share. */
export function ticketPage(
    context: Context,
    tickets: readonly Ticket[],
    order: Order<Ticket>
): Reply {
    const page = paginate(context, tickets, order, BOTH);
    const withFields = !isCursorRequest(context);
    return ok({
        tickets: page.rows.map((row) => presentTicketWithExtras(context, row, withFields)),
        ...ticketSideloads(context, page.rows),
        ...page.envelope
    });
}

const isListed = (ticket: Ticket): boolean => ticket.deleted === null;

/** Lists leave out what is deleted and what the asking agent may not see. */
export const listed = (context: Context, tickets: Iterable<Ticket>): Ticket[] => {
    const { account, actor } = context;
    return [...tickets].filter(
        (ticket) => isListed(ticket) && canSeeTicket(account, actor.user, ticket)
    );
};

/** Those of them that are not archived. */
export function working(context: Context, tickets: readonly Ticket[]): readonly Ticket[] {
    const { account } = context;
    return account.settings.archiveAfter === null
        ? tickets
        : tickets.filter((ticket) => !isArchived(account, ticket));
}

const ticketList = (context: Context, tickets: Iterable<Ticket>): Reply => {
    const order = ticketOrder(context);
    return ticketPage(context, inOrder(listed(context, tickets), order), order);
};

export function ticketCount(context: Context, count: number): Reply {
    return ok({
        count: { value: Math.min(count, 100_000), refreshed_at: context.account.clock.stamp() }
    });
}

type Finder = (context: Context) => readonly Ticket[];

const ofOrganization: Finder = (context) => {
    const { store } = context.account;
    const row = store.organizations.find(idParam(context));
    const organization = existing(row?.deleted_at === null ? row : null);
    return working(context, store.tickets.by('organization', organization.id));
};

const ofUser =
    (index: 'requester' | 'cc' | 'follower' | 'assignee'): Finder =>
    (context) => {
        const { store } = context.account;
        return store.tickets.by(index, existing(store.users.find(idParam(context))).id);
    };

const LISTS: Readonly<Record<string, Finder>> = {
    '/api/v2/organizations/:id/tickets': ofOrganization,
    '/api/v2/users/:id/tickets/requested': ofUser('requester'),
    '/api/v2/users/:id/tickets/ccd': ofUser('cc'),
    '/api/v2/users/:id/tickets/followed': ofUser('follower'),
    '/api/v2/users/:id/tickets/assigned': ofUser('assignee')
};

function all(context: Context): readonly Ticket[] {
    const { store } = context.account;
    const externalId = context.query.text('external_id');
    return working(
        context,
        externalId === null ? store.tickets.all() : store.tickets.by('external', externalId)
    );
}

const RECENT = 20;

function recent(context: Context): Reply {
    const { store } = context.account;
    const user = signedIn(context);
    const mine = listed(context, working(context, store.tickets.by('assignee', user.id)));
    const order = {
        name: 'updated_at',
        key: CURSOR_KEYS['updated_at'] ?? BY_ID.key,
        isDescending: true
    };
    return ticketPage(context, inOrder(mine, order).slice(0, RECENT), order);
}

export const ticketListRoutes: readonly Route[] = [
    { method: 'GET', path: '/api/v2/tickets', handle: (context) => orderedList(context) },
    {
        method: 'GET',
        path: '/api/v2/tickets/count',
        handle: (context) => ticketCount(context, listed(context, all(context)).length)
    },
    { method: 'GET', path: '/api/v2/tickets/recent', handle: recent },
    ...Object.entries(LISTS).flatMap(([path, find]): Route[] => [
        {
            method: 'GET',
            path,
            scope: 'tickets',
            handle: (context) => ticketList(context, find(context))
        },
        {
            method: 'GET',
            path: `${path}/count`,
            scope: 'tickets',
            handle: (context) => ticketCount(context, listed(context, find(context)).length)
        }
    ])
];

const orders = new WeakMap<object, Map<string, SortedRows<Ticket>>>();

/** The list of all tickets is the long one: it is kept in the orders that it was asked for in. */
function orderedList(context: Context): Reply {
    const order = ticketOrder(context);
    const isWhole =
        !context.query.has('external_id') && context.actor.user?.ticket_restriction === null;
    if (!isWhole || !(order.name in CURSOR_KEYS || order.name === 'nice_id')) {
        return ticketList(context, all(context));
    }
    const rows = working(context, sortedBy(context, order).ascending());
    return ticketPage(context, order.isDescending ? rows.toReversed() : rows, order);
}

function sortedBy(context: Context, order: Order<Ticket>): SortedRows<Ticket> {
    const { tickets } = context.account.store;
    const kept = orders.get(tickets) ?? new Map<string, SortedRows<Ticket>>();
    orders.set(tickets, kept);
    const known = kept.get(order.name);
    const sorted = known ?? new SortedRows(tickets, order.key, isListed);
    kept.set(order.name, sorted);
    return sorted;
}
