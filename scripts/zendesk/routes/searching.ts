import { ApiError } from '../http/errors.ts';
import { ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import { invalidAttribute } from '../http/parameters.ts';
import { inOrder, paginate } from '../http/paging.ts';
import { Query } from '../http/query.ts';
import { presentPlain } from '../present/fields.ts';
import { presentOrganization } from '../present/organizations.ts';
import { presentTicketWithExtras, ticketSideloads, userSideloads } from '../present/sideloads.ts';
import { presentUser } from '../present/users.ts';
import { parseSearch, type SearchQuery } from '../search/query.ts';
import type { Ranking } from '../search/best.ts';
import type { Ticket } from '../store/records.ts';
import {
    allFound,
    countOf,
    firstOfEach,
    search,
    type Found,
    type Results
} from '../search/search.ts';
import { compareKeys, type SortKey } from '../store/sortKeys.ts';

/** Search shows no more than this many results. */
const WALL = 1000;

const RANKS: Readonly<Record<string, readonly string[]>> = {
    status: ['new', 'open', 'pending', 'hold', 'solved', 'closed'],
    priority: ['low', 'normal', 'high', 'urgent'],
    ticket_type: ['problem', 'incident', 'question', 'task']
};

type Sortable = Found['row'];

const text = (row: Sortable, name: 'created_at' | 'updated_at'): string => row[name];

const SORTS: Readonly<Record<string, (row: Sortable) => SortKey>> = {
    created_at: (row) => text(row, 'created_at'),
    updated_at: (row) => text(row, 'updated_at'),
    status: (row) => rankOf('status', row),
    priority: (row) => rankOf('priority', row),
    ticket_type: (row) => rankOf('ticket_type', row),
    type: (row) => rankOf('ticket_type', row)
};

/** What has no such value (a user has no priority) comes before everything that has. */
function rankOf(scale: 'status' | 'priority' | 'ticket_type', row: Sortable): number {
    const name = scale === 'ticket_type' ? 'type' : scale;
    const value = (row as JsonObject)[name];
    return RANKS[scale]?.indexOf(String(value)) ?? -1;
}

const ALIASES: Readonly<Record<string, string>> = { created: 'created_at', updated: 'updated_at' };

/** `sort_by` beats `order_by:` in the query; without either, the latest change comes first. */
function rankingOf(context: Context, query: SearchQuery): Ranking<Sortable> {
    const asked = context.query.text('sort_by') ?? query.orderBy ?? '';
    const name = ALIASES[asked] ?? asked;
    const key = SORTS[name];
    const direction = context.query.text('sort_order')?.toLowerCase() ?? query.direction ?? 'desc';
    return key === undefined
        ? { name: 'updated_at', key: (row) => text(row, 'updated_at'), isDescending: true }
        : { name, key, isDescending: direction !== 'asc' };
}

function queryOf(context: Context): SearchQuery {
    const text = context.query.text('query');
    if (text === null || text.trim() === '') {
        throw ApiError.coded(422, 'invalid', 'Invalid search: query cannot be blank');
    }
    return parseSearch(text);
}

interface Paged {
    readonly page: number;
    readonly size: number;
}

/** @throws ApiError 400 for cursor parameters, 422 past the 1,000th result */
function paged(context: Context): Paged {
    const number = (name: string, fallback: number) => {
        const raw = context.query.text(name) ?? String(fallback);
        if (!/^\d+$/.test(raw) || Number(raw) < 1) {
            throw invalidAttribute(context, name, 'must be an integer');
        }
        return Number(raw);
    };
    if (context.query.has('page[size]') || context.query.has('page[after]')) {
        throw invalidAttribute(context, 'page', 'must be an integer');
    }
    const page = number('page', 1);
    const size = Math.min(number('per_page', 100), 100);
    if (page * size > WALL) {
        throw ApiError.coded(
            422,
            'invalid',
            'Invalid search: Requested response size was greater than Search Response Limits'
        );
    }
    return { page, size };
}

function results(context: Context): Reply {
    const { page, size } = paged(context);
    const query = queryOf(context);
    const found = search(context.account, context.actor.user, query);
    const sorted = first(found, page * size, rankingOf(context, query));
    const rows = sorted.slice((page - 1) * size);
    const link = (to: number) => {
        const parameters = new URLSearchParams(context.url.search);
        parameters.set('page', String(to));
        return `${context.url.origin}${context.url.pathname}?${parameters.toString()}`;
    };
    const total = countOf(found);
    const reachable = Math.min(total, WALL);
    return {
        status: 200,
        headers: { 'cache-control': 'max-age=10, private' },
        body: {
            results: rows.map((row) => presentFound(context, row)),
            facets: null,
            next_page: page * size < reachable ? link(page + 1) : null,
            previous_page: page > 1 ? link(page - 1) : null,
            count: total,
            ...sideloads(context, rows)
        }
    };
}

/** The first `count` in order: the best of each type, and of those the best. */
function first(results: Results, count: number, ranking: Ranking<Sortable>): Found[] {
    const sign = ranking.isDescending ? -1 : 1;
    return firstOfEach(results, count, ranking)
        .map((found) => ({ found, key: ranking.key(found.row) }))
        .sort((a, b) => sign * (compareKeys(a.key, b.key) || a.found.row.id - b.found.row.id))
        .slice(0, count)
        .map(({ found }) => found);
}

export function presentFound(context: Context, found: Found): JsonObject {
    switch (found.type) {
        case 'ticket':
            return {
                ...presentTicketWithExtras(context, asItIs(context, found.row)),
                result_type: 'ticket'
            };
        case 'user':
            return { ...presentUser(context, found.row), result_type: 'user' };
        case 'organization':
            return { ...presentOrganization(context, found.row), result_type: 'organization' };
        case 'group':
            return { ...presentPlain(context, 'groups', found.row), result_type: 'group' };
    }
}

/** The index may be behind; what is shown is not. */
const asItIs = (context: Context, indexed: Ticket): Ticket =>
    context.account.store.tickets.find(indexed.id) ?? indexed;

/** `include=tickets(users)`, and the plain `include=users` of the other lists. */
function sideloads(context: Context, rows: readonly Found[]): JsonObject {
    const include = (context.query.text('include') ?? '').replace(/\w+\(([^)]*)\)/g, '$1');
    if (include === '') {
        return {};
    }
    const inner = { ...context, query: new Query(new URLSearchParams([['include', include]])) };
    return {
        ...userSideloads(
            inner,
            rows.flatMap((found) => (found.type === 'user' ? [found.row] : []))
        ),
        ...ticketSideloads(
            inner,
            rows.flatMap((found) => (found.type === 'ticket' ? [found.row] : []))
        )
    };
}

function count(context: Context): Reply {
    return ok({ count: countOf(search(context.account, context.actor.user, queryOf(context))) });
}

const EXPORTED = ['ticket', 'organization', 'user', 'group'];

/** Everything of one type, by creation, as far as the cursor goes. */
function exported(context: Context): Reply {
    const type = context.query.text('filter[type]');
    const query = queryOf(context);
    const wanted = type ?? (query.types.length === 1 ? query.types[0] : undefined);
    if (wanted === undefined || !EXPORTED.includes(wanted)) {
        throw ApiError.coded(422, 'invalid', 'Invalid search: filter[type] is not valid');
    }
    const found = search(context.account, context.actor.user, { ...query, types: [wanted] });
    const rows = allFound(found).map((item) => ({ id: item.row.id, found: item }));
    const order = {
        name: 'created_at,id',
        key: (row: (typeof rows)[number]) => String(row.found.row.created_at),
        isDescending: false
    };
    const page = paginate(context, inOrder(rows, order), order, {
        cursor: true,
        offset: false,
        limit: 1000,
        defaultSize: 100
    });
    const { meta, links } = page.envelope as { meta: JsonObject; links: JsonObject };
    return ok({
        results: page.rows.map((row) => presentFound(context, row.found)),
        facets: null,
        meta: { ...meta, before_cursor: null },
        links: { ...links, prev: null }
    });
}

export const searchRoutes: readonly Route[] = [
    { method: 'GET', path: '/api/v2/search', scope: null, handle: results },
    { method: 'GET', path: '/api/v2/search/count', scope: null, handle: count },
    { method: 'GET', path: '/api/v2/search/export', scope: null, handle: exported }
];
