import { ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import { inOrder, paginate, type Order } from '../http/paging.ts';
import { existing, idParam } from '../http/parameters.ts';
import type { AuditLogEntry } from '../layers/auditing.ts';
import { apiUrl } from '../present/addresses.ts';

const present = (context: Context, entry: AuditLogEntry): JsonObject => ({
    url: apiUrl(context, `audit_logs/${entry.id}`),
    ...entry
});

const FILTERS = ['source_type', 'source_id', 'actor_id', 'ip_address', 'action'] as const;

/** `filter[created_at][]` twice is a span of time. */
function matches(context: Context, entry: AuditLogEntry): boolean {
    const { query } = context;
    const [from = '', to = '9'] = query.list('filter[created_at]');
    return (
        entry.created_at >= from &&
        entry.created_at <= to &&
        FILTERS.every((name) => [null, String(entry[name])].includes(query.text(`filter[${name}]`)))
    );
}

/** The newest first, unless asked otherwise. */
function order({ query }: Context): Order<AuditLogEntry> {
    const isAscending =
        query.text('sort') === 'created_at' || query.text('sort_order')?.toLowerCase() === 'asc';
    return { name: 'created_at', key: (entry) => entry.created_at, isDescending: !isAscending };
}

function list(context: Context): Reply {
    const found = context.account.auditLog.filter((entry) => matches(context, entry));
    const sorting = order(context);
    const page = paginate(context, inOrder(found, sorting), sorting);
    return ok({
        audit_logs: page.rows.map((entry) => present(context, entry)),
        ...page.envelope
    });
}

function show(context: Context): Reply {
    const id = idParam(context);
    const entry = existing(context.account.auditLog.find((row) => row.id === id));
    return ok({ audit_log: present(context, entry) });
}

const admin = { method: 'GET', access: 'admin', scope: 'auditlogs' } as const;

export const auditLogRoutes: readonly Route[] = [
    { ...admin, path: '/api/v2/audit_logs', handle: list },
    { ...admin, path: '/api/v2/audit_logs/:id', handle: show }
];
