import { meets, standing } from '../../domain/rules/conditions.ts';
import { created, ok, type Context, type Reply, type Route } from '../../http/exchange.ts';
import { envelope, isArray, isObject, text, type Json, type JsonObject } from '../../http/json.ts';
import { inOrder, paginate, wholeList, type Order } from '../../http/paging.ts';
import type { SortKey } from '../../store/sortKeys.ts';
import { idsParam, signedIn } from '../../http/parameters.ts';
import { permitted } from '../../http/permitted.ts';
import { apiUrl } from '../../present/addresses.ts';
import { presentTicketWithExtras, ticketSideloads } from '../../present/sideloads.ts';
import type { PlainRecord, Ticket } from '../../store/records.ts';
import {
    createRow,
    kindsOf,
    livingRow,
    livingRows,
    plainPage,
    plainRoutes,
    type PlainSpec,
    presentRow,
    updateRow
} from '../plain/plainResource.ts';
import { listed, working, ticketPage } from '../ticketLists.ts';
import { counted, demandConditions, gathered, ruleRoutes } from './ruleResource.ts';

const COLUMN_TITLES: Readonly<Record<string, string>> = {
    nice_id: 'ID',
    description: 'Subject',
    subject: 'Subject',
    requester: 'Requester',
    created: 'Requested',
    updated: 'Updated',
    assignee: 'Assignee',
    status: 'Status',
    priority: 'Priority',
    group: 'Group',
    type: 'Type'
};

const column = (id: string) => ({
    id,
    title: COLUMN_TITLES[id] ?? id,
    filterable: true,
    sortable: true
});

const names = (value: Json | undefined): string[] =>
    isArray(value) ? value.map((item) => String(item)) : [];

function execution(row: PlainRecord): JsonObject {
    const columns = names(row['columns']).map(column);
    const group =
        row['group_by'] === null || row['group_by'] === undefined
            ? null
            : column(String(row['group_by']));
    const sort = column(String(row['sort_by'] ?? 'updated'));
    return {
        group_by: row['group_by'] ?? null,
        group_order: row['group_order'] ?? 'asc',
        sort_by: row['sort_by'] ?? null,
        sort_order: row['sort_order'] ?? 'desc',
        group,
        sort: { ...sort, order: row['sort_order'] ?? 'desc' },
        columns,
        fields: columns,
        custom_fields: []
    };
}

const VIEWS: PlainSpec = {
    table: 'views',
    path: 'views',
    singular: 'view',
    plural: 'views',
    attributes: {
        title: '',
        raw_title: '',
        description: null,
        active: true,
        default: false,
        position: 9999,
        restriction: null,
        watchable: true,
        conditions: { all: [], any: [] },
        columns: ['nice_id', 'description', 'requester', 'created', 'assignee'],
        sort_by: 'updated_at',
        sort_order: 'desc',
        group_by: null,
        group_order: 'asc'
    },
    required: ['title'],
    orderBy: 'position',
    access: { write: 'agent' },
    derived: (_, row) => ({ raw_title: row['title'], execution: execution(row) })
};

/** `output` and top-level conditions, as requests send them, in the shape that is stored. */
function sent(context: Context): JsonObject {
    const values = gathered(envelope(context.body(), 'view'));
    const { output, ...others } = values;
    const flat = isObject(output) ? { ...others, ...output } : others;
    return permitted(context, 'view', flat, kindsOf(VIEWS));
}

/** Views answer 200 to a creation. */
function create(context: Context): Reply {
    const values = sent(context);
    demandConditions(values);
    const row = createRow(VIEWS, context, values);
    const reply = created(
        { view: presentRow(VIEWS, context, row) },
        apiUrl(context, `views/${row.id}`)
    );
    return { ...reply, status: 200 };
}

function update(context: Context): Reply {
    const row = updateRow(VIEWS, context, livingRow(VIEWS, context), sent(context));
    return ok({ view: presentRow(VIEWS, context, row) });
}

function ticketsOf(context: Context, conditions: Json | undefined): Ticket[] {
    const currentUserId = signedIn(context).id;
    return listed(context, working(context, context.account.store.tickets.all())).filter((ticket) =>
        meets(conditions, standing(ticket, currentUserId))
    );
}

const KEYS: Readonly<Record<string, (ticket: Ticket) => SortKey>> = {
    nice_id: (row) => row.id,
    id: (row) => row.id,
    created: (row) => row.created_at,
    created_at: (row) => row.created_at,
    updated: (row) => row.updated_at,
    updated_at: (row) => row.updated_at,
    subject: (row) => row.subject,
    description: (row) => row.subject,
    status: (row) => row.status,
    priority: (row) => row.priority,
    assignee: (row) => row.assignee_id,
    requester: (row) => row.requester_id,
    group: (row) => row.group_id
};

function orderOf(context: Context, row: JsonObject): Order<Ticket> {
    const name = context.query.text('sort_by') ?? text(row['sort_by']) ?? 'updated_at';
    const direction = context.query.text('sort_order') ?? text(row['sort_order']) ?? 'desc';
    return {
        name,
        key: KEYS[name] ?? ((ticket) => ticket.updated_at),
        isDescending: direction.toLowerCase() !== 'asc'
    };
}

function tickets(context: Context): Reply {
    const view = livingRow(VIEWS, context);
    const order = orderOf(context, view);
    return ticketPage(context, inOrder(ticketsOf(context, view['conditions']), order), order);
}

function cells(context: Context, ticket: Ticket): JsonObject {
    const { store } = context.account;
    return {
        ticket: {
            ...presentTicketWithExtras(context, ticket, false),
            last_comment: null
        },
        ticket_id: ticket.id,
        requester_id: ticket.requester_id,
        assignee_id: ticket.assignee_id,
        group_id: ticket.group_id,
        organization_id: ticket.organization_id,
        subject: ticket.subject,
        priority: ticket.priority,
        status: ticket.status,
        requester: store.users.find(ticket.requester_id)?.name ?? null,
        assignee: store.users.find(ticket.assignee_id)?.name ?? null,
        group: ticket.group_id,
        locale: store.users.find(ticket.requester_id)?.locale ?? null,
        created: ticket.created_at,
        updated: ticket.updated_at
    };
}

/** The view as a table: columns, rows, and the people in it. */
function executed(context: Context, view: JsonObject, head: JsonObject): Reply {
    const order = orderOf(context, view);
    const rows = inOrder(ticketsOf(context, view['conditions']), order);
    const page = paginate(context, rows, order);
    const columns = names(view['columns'] ?? VIEWS.attributes['columns']).map(column);
    return ok({
        columns,
        rows: page.rows.map((row) => cells(context, row)),
        ...ticketSideloads(context, page.rows),
        view: head,
        users: [],
        groups: [],
        organizations: [],
        ...page.envelope
    });
}

function execute(context: Context): Reply {
    const view = livingRow(VIEWS, context);
    return executed(context, view, { id: view.id, url: apiUrl(context, `views/${view.id}`) });
}

function previewed(context: Context): { view: JsonObject; conditions: Json | undefined } {
    const view = gathered(envelope(context.body(), 'view'));
    const output = isObject(view['output']) ? view['output'] : {};
    return { view: { ...view, ...output }, conditions: view['conditions'] };
}

const preview = (context: Context): Reply => executed(context, previewed(context).view, {});

function previewCount(context: Context): Reply {
    const value = ticketsOf(context, previewed(context).conditions).length;
    return ok({ view_count: { ...viewCount(context, value), view_id: null, url: null } });
}

const viewCount = (context: Context, value: number): JsonObject => ({
    value,
    pretty: String(value),
    fresh: true,
    active: true,
    refresh: 'poll',
    channel: `views:${context.account.id}`
});

const countOf = (context: Context, view: PlainRecord): JsonObject => ({
    view_id: view.id,
    url: apiUrl(context, `views/${view.id}/count`),
    ...viewCount(context, ticketsOf(context, view['conditions']).length)
});

const wanted = (context: Context): PlainRecord[] => {
    const ids = idsParam(context);
    return livingRows(VIEWS, context).filter((row) => ids.includes(row.id));
};

function countMany(context: Context): Reply {
    const rows = wanted(context);
    return ok({
        view_counts: rows.map((row) => countOf(context, row)),
        ...wholeList(rows).envelope
    });
}

function compact(context: Context): Reply {
    const rows = livingRows(VIEWS, context)
        .filter((row) => row['active'] === true)
        .slice(0, 32);
    return plainPage(VIEWS, context, rows);
}

const VIEW = '/api/v2/views/:id';

export const viewRoutes: readonly Route[] = [
    ...plainRoutes({ ...VIEWS, operations: ['show', 'delete'] }),
    ...ruleRoutes(VIEWS, false),
    { method: 'POST', path: '/api/v2/views', handle: create },
    { method: 'PUT', path: VIEW, handle: update },
    { method: 'GET', path: `${VIEW}/tickets`, handle: tickets },
    { method: 'GET', path: `${VIEW}/execute`, handle: execute },
    {
        method: 'GET',
        path: `${VIEW}/count`,
        handle: (context) => ok({ view_count: countOf(context, livingRow(VIEWS, context)) })
    },
    {
        method: 'GET',
        path: '/api/v2/views/show_many',
        handle: (context) => plainPage(VIEWS, context, wanted(context))
    },
    { method: 'GET', path: '/api/v2/views/count_many', handle: countMany },
    {
        method: 'GET',
        path: '/api/v2/views/count',
        handle: (context) => counted(context, livingRows(VIEWS, context).length)
    },
    { method: 'GET', path: '/api/v2/views/compact', handle: compact },
    { method: 'POST', path: '/api/v2/views/preview', handle: preview },
    { method: 'POST', path: '/api/v2/views/preview/count', handle: previewCount }
];
