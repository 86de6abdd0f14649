import type { Context, Layer, Reply } from '../http/exchange.ts';
import { isObject, text, type JsonObject } from '../http/json.ts';

/** An entry of the account's audit log: who changed which setting or person. */
export interface AuditLogEntry {
    readonly id: number;
    readonly action: 'create' | 'update' | 'destroy';
    readonly actor_id: number;
    readonly actor_name: string;
    readonly source_id: number;
    readonly source_type: string;
    readonly source_label: string;
    readonly change_description: string;
    readonly ip_address: string;
    readonly created_at: string;
}

/** Resources whose changes are logged, with what the log calls them. */
const LOGGED: Readonly<Record<string, string>> = {
    automations: 'rule',
    brands: 'brand',
    groups: 'group',
    macros: 'rule',
    organization_fields: 'organization_field',
    ticket_fields: 'ticket_field',
    ticket_forms: 'ticket_form',
    triggers: 'rule',
    user_fields: 'user_field',
    users: 'user',
    views: 'rule'
};
const ACTIONS: Readonly<Record<string, AuditLogEntry['action']>> = {
    POST: 'create',
    PUT: 'update',
    PATCH: 'update',
    DELETE: 'destroy'
};
const KEPT = 10_000;

/** Writes down who changed settings and people, after it succeeded. Tickets have audits instead. */
export const auditing: Layer = async (context, next) => {
    const reply = await next(context);
    const entry = reply.status < 300 ? entryOf(context, reply) : null;
    if (entry !== null) {
        const { auditLog } = context.account;
        auditLog.push(entry);
        auditLog.splice(0, auditLog.length - KEPT);
    }
    return reply;
};

function entryOf(context: Context, reply: Reply): AuditLogEntry | null {
    const [, , , name = '', last = ':id', ...more] = context.route?.path.split('/') ?? [];
    const { account, actor, method } = context;
    const type = LOGGED[name];
    const action = ACTIONS[method];
    const source = sourceOf(context, reply);
    const isOne = last === ':id' && more.length === 0;
    if (!type || !action || !actor.user || !source || !isOne) {
        return null;
    }
    return {
        id: account.nextId(),
        action,
        actor_id: actor.user.id,
        actor_name: actor.user.name,
        source_id: source.id,
        source_type: type,
        source_label: source.label,
        change_description: described(context),
        ip_address: context.remoteAddress,
        created_at: account.clock.stamp()
    };
}

interface Source {
    readonly id: number;
    readonly label: string;
}

/** The record in the answer; of what was deleted only the id is left. */
function sourceOf(context: Context, reply: Reply): Source | null {
    const [record] = isObject(reply.body) ? Object.values(reply.body).filter(isObject) : [];
    const id = Number(record?.['id'] ?? context.params['id']);
    return Number.isSafeInteger(id) ? { id, label: labelOf(record) } : null;
}

const labelOf = (record: JsonObject | undefined): string =>
    text(record?.['name']) ?? text(record?.['title']) ?? '';

/** Names of what was sent, never values: they may be secret. */
function described(context: Context): string {
    const body = context.method === 'DELETE' ? undefined : context.body();
    const [values] = isObject(body) ? Object.values(body).filter(isObject) : [];
    return values === undefined ? '' : `Changed: ${Object.keys(values).join(', ')}`;
}
