import { allMetricEvents, type MetricEvent } from '../domain/metricEvents.ts';
import { ApiError } from '../http/errors.ts';
import { ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import { invalidAttribute } from '../http/parameters.ts';
import { presentOrganization } from '../present/organizations.ts';
import { presentTicketWithExtras, ticketSideloads } from '../present/sideloads.ts';
import { presentUser } from '../present/users.ts';
import { epochSeconds } from '../store/clock.ts';
import { firstPlace } from '../store/sortedRows.ts';
import type { Audit, Organization, Ticket, User } from '../store/records.ts';

const MAX_PAGE = 1000;

/** One kind of record as incremental exports see it. */
interface Export<T> {
    readonly name: string;
    readonly rows: (context: Context) => readonly T[];
    /** The rows come in order of time and id. */
    readonly isInOrder?: true;
    /** Epoch seconds that the export goes by. */
    readonly time: (row: T) => number;
    readonly present: (context: Context, row: T) => JsonObject;
    readonly sideloads: (context: Context, rows: readonly T[]) => JsonObject;
}

const TICKETS: Export<Ticket> = {
    name: 'tickets',
    rows: (context) => {
        const isLivingOnly = context.query.flag('exclude_deleted') === true;
        const rows = context.account.store.tickets.all();
        return isLivingOnly ? rows.filter((row) => row.deleted === null) : rows;
    },
    time: (row) => row.generated_timestamp,
    present: (context, row) => presentTicketWithExtras(context, row),
    sideloads: ticketSideloads
};

const USERS: Export<User> = {
    name: 'users',
    rows: (context) => context.account.store.users.all().filter((row) => !row.permanently_deleted),
    time: (row) => epochSeconds(row.updated_at),
    present: presentUser,
    sideloads: () => ({})
};

const ORGANIZATIONS: Export<Organization> = {
    name: 'organizations',
    rows: (context) => context.account.store.organizations.all(),
    time: (row) => epochSeconds(row.updated_at),
    present: (context, row) => ({
        ...presentOrganization(context, row),
        deleted_at: row.deleted_at
    }),
    sideloads: () => ({})
};

const EVENTS: Export<Audit> = {
    name: 'ticket_events',
    rows: (context) => context.account.store.audits.all(),
    time: (row) => epochSeconds(row.created_at),
    present: (context, row) => ticketEvent(context, row),
    sideloads: () => ({})
};

const METRIC_EVENTS: Export<MetricEvent> = {
    name: 'ticket_metric_events',
    rows: ({ account }) => allMetricEvents(account),
    isInOrder: true,
    time: (row) => epochSeconds(row.time),
    present: (_, row) => ({ ...row }),
    sideloads: () => ({})
};

function ticketEvent(context: Context, audit: Audit): JsonObject {
    const isWithComments = context.query.includes().has('comment_events');
    const children = audit.events
        .filter((event) => isWithComments || event.type !== 'Comment')
        .map((event) => ({ ...event, via: audit.via.channel, event_type: event.type }));
    return {
        id: audit.id,
        ticket_id: audit.ticket_id,
        timestamp: epochSeconds(audit.created_at),
        created_at: audit.created_at,
        updater_id: audit.author_id,
        via: audit.via.channel,
        system: audit.metadata['system'] ?? {},
        metadata: audit.metadata['custom'] ?? {},
        event_type: 'Audit',
        child_events: children
    };
}

interface Position {
    readonly time: number;
    /** Records of the same second up to this id have been seen. */
    readonly id: number;
}

/** In order of time and id, from `position` on; never the latest minute. */
function after<T extends { readonly id: number }>(
    context: Context,
    source: Export<T>,
    position: Position
): T[] {
    const { clock, settings } = context.account;
    const until = Math.floor((clock.now() - settings.exportLag) / 1000);
    const isPast = (time: number, id: number) =>
        time > position.time || (time === position.time && id > position.id);
    const rows = source.rows(context);
    if (source.isInOrder === true) {
        return rows.slice(
            firstPlace(rows, (row) => isPast(source.time(row), row.id)),
            firstPlace(rows, (row) => source.time(row) > until)
        );
    }
    return rows
        .map((row) => ({ row, time: source.time(row) }))
        .filter(({ row, time }) => time <= until && isPast(time, row.id))
        .sort((a, b) => a.time - b.time || a.row.id - b.row.id)
        .map(({ row }) => row);
}

const TOO_RECENT = 'Too recent start_time. Use a start_time older than 1 minute';

/**
 * Exports by cursor and by time refuse differently.
 * @throws ApiError 400, 422 when it is missing, no number, or less than a minute old
 */
function startTime(
    context: Context,
    refusal = ApiError.coded(422, 'InvalidValue', TOO_RECENT)
): number {
    const raw = context.query.text('start_time');
    if (raw === null || !/^\d+$/.test(raw)) {
        throw invalidAttribute(context, 'start_time', 'must be an integer');
    }
    const time = Number(raw);
    if (time > context.account.clock.seconds() - 60) {
        throw refusal;
    }
    return time;
}

function pageSize(context: Context): number {
    const raw = context.query.text('per_page');
    if (raw !== null && !/^[1-9]\d*$/.test(raw)) {
        throw invalidAttribute(context, 'per_page', 'must be an integer');
    }
    return Math.min(Number(raw ?? MAX_PAGE), MAX_PAGE);
}

const encodeCursor = (time: number, id: number): string =>
    Buffer.from(`${time}.0||${id}|`).toString('base64');

function decodeCursor(cursor: string): Position {
    const match = /^(\d+)\.0\|\|(\d+)\|$/.exec(Buffer.from(cursor, 'base64').toString());
    if (match === null) {
        throw ApiError.titled(400, 'Invalid attribute', 'cursor is not valid');
    }
    return { time: Number(match[1]), id: Number(match[2]) };
}

/** When nothing came, there is no cursor either: the caller keeps the one it has. */
function byCursor<T extends { readonly id: number }>(source: Export<T>, context: Context): Reply {
    const cursor = context.query.text('cursor');
    // Some clients write "undefined" beside a start time when they have no cursor yet.
    const isFirst = cursor === null || (cursor === 'undefined' && context.query.has('start_time'));
    const tooRecent = ApiError.coded(400, 'StartTimeTooRecent', TOO_RECENT);
    const position = isFirst
        ? { time: startTime(context, tooRecent), id: 0 }
        : decodeCursor(cursor);
    const size = pageSize(context);
    const rows = after(context, source, position);
    const page = rows.slice(0, size);
    const last = page.at(-1);
    const next = last === undefined ? null : encodeCursor(source.time(last), last.id);
    return ok({
        [source.name]: page.map((row) => source.present(context, row)),
        ...source.sideloads(context, page),
        after_url: next === null ? null : link(context, [['cursor', next]]),
        before_url: null,
        after_cursor: next,
        before_cursor: null,
        end_of_stream: rows.length <= size
    });
}

/** Whole seconds only, so that the next page can begin at the end of this one. */
function byTime<T extends { readonly id: number }>(source: Export<T>, context: Context): Reply {
    const start = startTime(context);
    const size = pageSize(context);
    const rows = after(context, source, { time: start, id: 0 });
    const page = wholeSeconds(source, rows, size);
    const last = page.at(-1);
    const isEnd = page.length === rows.length;
    const end = last === undefined ? null : source.time(last) + (isEnd ? 0 : 1);
    return ok({
        [source.name]: page.map((row) => source.present(context, row)),
        ...source.sideloads(context, page),
        next_page: end === null ? null : link(context, [['start_time', String(end)]]),
        count: page.length,
        end_of_stream: isEnd,
        end_time: end
    });
}

function wholeSeconds<T>(source: Export<T>, rows: readonly T[], size: number): readonly T[] {
    const last = rows[size - 1];
    if (last === undefined || rows.length <= size) {
        return rows.slice(0, size);
    }
    const until = source.time(last);
    const end = rows.findIndex((row, at) => at >= size && source.time(row) !== until);
    return rows.slice(0, end === -1 ? rows.length : end);
}

function link(context: Context, changed: readonly [string, string][]): string {
    const parameters = new URLSearchParams(context.url.search);
    parameters.delete('start_time');
    parameters.delete('cursor');
    changed.forEach(([name, value]) => parameters.set(name, value));
    return `${context.url.origin}${context.url.pathname}?${parameters.toString()}`;
}

const SAMPLE = 50;

function sample(context: Context): Reply {
    const name = context.params['resource'] ?? '';
    const sources = { tickets: TICKETS, users: USERS, organizations: ORGANIZATIONS };
    switch (name) {
        case 'tickets':
            return sampled(sources.tickets, context);
        case 'users':
            return sampled(sources.users, context);
        case 'organizations':
            return sampled(sources.organizations, context);
        default:
            throw ApiError.invalidEndpoint();
    }
}

function sampled<T extends { readonly id: number }>(source: Export<T>, context: Context): Reply {
    const rows = after(context, source, { time: startTime(context), id: 0 }).slice(0, SAMPLE);
    const last = rows.at(-1);
    const end = last === undefined ? null : source.time(last);
    return ok({
        [source.name]: rows.map((row) => source.present(context, row)),
        next_page: end === null ? null : link(context, [['start_time', String(end)]]),
        count: rows.length,
        end_of_stream: rows.length < SAMPLE,
        end_time: end
    });
}

const BASE = '/api/v2/incremental';
const admin = { method: 'GET', access: 'admin' } as const;

export const incrementalRoutes: readonly Route[] = [
    {
        ...admin,
        path: `${BASE}/tickets/cursor`,
        scope: 'tickets',
        handle: (context) => byCursor(TICKETS, context)
    },
    {
        ...admin,
        path: `${BASE}/tickets`,
        scope: 'tickets',
        handle: (context) => byTime(TICKETS, context)
    },
    {
        ...admin,
        path: `${BASE}/users/cursor`,
        scope: 'users',
        handle: (context) => byCursor(USERS, context)
    },
    {
        ...admin,
        path: `${BASE}/users`,
        scope: 'users',
        handle: (context) => byTime(USERS, context)
    },
    {
        ...admin,
        path: `${BASE}/organizations`,
        scope: 'organizations',
        handle: (context) => byTime(ORGANIZATIONS, context)
    },
    {
        ...admin,
        path: `${BASE}/ticket_events`,
        scope: 'tickets',
        handle: (context) => byTime(EVENTS, context)
    },
    {
        ...admin,
        path: `${BASE}/ticket_metric_events`,
        scope: 'tickets',
        handle: (context) => byTime(METRIC_EVENTS, context)
    },
    { ...admin, path: `${BASE}/:resource/sample`, scope: null, handle: sample }
];
