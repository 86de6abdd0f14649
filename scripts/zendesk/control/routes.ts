import type { Account } from '../account.ts';
import { ApiError } from '../http/errors.ts';
import { noContent, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { isObject, type Json, type JsonObject } from '../http/json.ts';
import type { FaultOrder } from '../layers/faults.ts';
import { isPlan, PER_MINUTE } from '../layers/rateLimitRules.ts';

/** What the control plane can do to the account that the account cannot do to itself. */
export interface Controls {
    /** Back to the data it started with. */
    readonly reset: () => void;
    /** Replaces the data. @throws Error that says what is wrong with the seed */
    readonly seed: (seed: JsonObject) => void;
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.|in-process$)/;

function demandLoopback(context: Context): void {
    if (!LOOPBACK.test(context.remoteAddress)) {
        throw ApiError.invalidEndpoint();
    }
}

const refused = (remedy: string): ApiError => ApiError.coded(400, 'InvalidControl', remedy);

function bodyObject(context: Context): JsonObject {
    const body = context.body();
    if (!isObject(body)) {
        throw refused('The body must be a JSON object');
    }
    return body;
}

function seed(context: Context, controls: Controls): Reply {
    try {
        controls.seed(bodyObject(context));
    } catch (error) {
        throw error instanceof ApiError
            ? error
            : ApiError.coded(
                  400,
                  'InvalidSeed',
                  error instanceof Error ? error.message : String(error)
              );
    }
    return ok(summary(context.account));
}

/** `{"advanceMs": n}`; what falls due on the way happens. */
async function advance(context: Context): Promise<Reply> {
    const { clock, scheduler } = context.account;
    const milliseconds = bodyObject(context)['advanceMs'];
    if (typeof milliseconds !== 'number' || milliseconds < 0) {
        throw refused('advanceMs must be a number of milliseconds, 0 or more');
    }
    clock.advance(milliseconds);
    await scheduler.idle();
    return ok({ now: new Date(clock.now()).toISOString() });
}

const FAULT_KEYS: Readonly<Record<string, (value: Json) => boolean>> = {
    method: (value) => typeof value === 'string',
    path: (value) => typeof value === 'string' && value.startsWith('/'),
    times: (value) => value === null || (typeof value === 'number' && value > 0),
    status: (value) => typeof value === 'number' && value >= 100 && value <= 599,
    body: () => true,
    headers: isObject,
    delayMs: (value) => typeof value === 'number' && value >= 0,
    drop: (value) => typeof value === 'boolean',
    malformed: (value) => typeof value === 'boolean',
    failItems: (value) => Array.isArray(value) && value.every((item) => typeof item === 'number')
};

/** What each setting must be, for those who got it wrong. */
const FAULT_RULES: Readonly<Record<string, string>> = {
    method: 'method must be a text, as "PUT"',
    path: 'path must be a text that begins with /',
    times: 'times must be a number over 0, or null for good',
    status: 'status must be a number from 100 to 599',
    body: 'body may be anything',
    headers: 'headers must be an object of texts',
    delayMs: 'delayMs must be a number of milliseconds',
    drop: 'drop must be true or false',
    malformed: 'malformed must be true or false',
    failItems: 'failItems must be a list of positions'
};

function addFault(context: Context): Reply {
    const order = bodyObject(context);
    for (const [name, value] of Object.entries(order)) {
        if (!Object.hasOwn(FAULT_KEYS, name) || FAULT_KEYS[name]?.(value ?? null) !== true) {
            throw refused(
                FAULT_RULES[name] ?? `Known settings: ${Object.keys(FAULT_RULES).join(', ')}`
            );
        }
    }
    if (order['path'] === undefined) {
        throw refused('path is required, as "/api/v2/tickets/*"');
    }
    const fault = context.account.faults.add(order as unknown as FaultOrder);
    return { status: 201, body: { fault: fault as unknown as JsonObject } };
}

function removeFaults(context: Context): Reply {
    const id = context.params['id'];
    if (id === undefined) {
        context.account.faults.clear();
    } else if (!context.account.faults.remove(Number(id))) {
        throw ApiError.notFound();
    }
    return noContent();
}

function setPlan(context: Context): Reply {
    const plan = bodyObject(context)['plan'];
    if (!isPlan(plan)) {
        throw refused(`plan must be one of ${Object.keys(PER_MINUTE).join(', ')}`);
    }
    context.account.limits.reset(plan);
    return ok({ plan });
}

function setAttachments(context: Context): Reply {
    const isPrivate = bodyObject(context)['private'];
    if (typeof isPrivate !== 'boolean') {
        throw refused('private must be true or false');
    }
    context.account.hasPrivateAttachments = isPrivate;
    return ok({ private: isPrivate });
}

function summary(account: Account): JsonObject {
    const { store, clock, limits, settings } = account;
    return {
        now: new Date(clock.now()).toISOString(),
        plan: limits.plan,
        settings: { ...settings },
        counts: {
            organizations: store.organizations.size,
            users: store.users.size,
            tickets: store.tickets.size,
            comments: store.comments.size,
            webhooks: store.webhooks.size,
            jobs: store.jobs.size
        }
    };
}

/** Every record as JSON, by table. */
function state(context: Context): Reply {
    const { plain, ...tables } = context.account.store;
    const all = { ...tables, ...plain };
    const rows = Object.entries(all).map(([name, table]) => [name, table.all() as unknown as Json]);
    return ok({ ...summary(context.account), state: Object.fromEntries(rows) as JsonObject });
}

/** Loopback only, and below a path that no product route has. */
export function controlRoutes(controls: Controls): readonly Route[] {
    const base = '/control';
    const routes: readonly Omit<Route, 'access'>[] = [
        { method: 'GET', path: base, handle: (context) => ok(summary(context.account)) },
        {
            method: 'POST',
            path: `${base}/reset`,
            handle: (context) => {
                controls.reset();
                return ok(summary(context.account));
            }
        },
        { method: 'POST', path: `${base}/seed`, handle: (context) => seed(context, controls) },
        { method: 'POST', path: `${base}/clock`, handle: advance },
        { method: 'PUT', path: `${base}/plan`, handle: setPlan },
        { method: 'PUT', path: `${base}/attachments`, handle: setAttachments },
        {
            method: 'GET',
            path: `${base}/faults`,
            handle: (context) => ok({ faults: context.account.faults.list() as unknown as Json })
        },
        { method: 'POST', path: `${base}/faults`, handle: addFault },
        { method: 'DELETE', path: `${base}/faults`, handle: removeFaults },
        { method: 'DELETE', path: `${base}/faults/:id`, handle: removeFaults },
        {
            method: 'GET',
            path: `${base}/log`,
            handle: (context) => {
                const after = context.query.text('after') ?? '0';
                if (!/^\d+$/.test(after)) {
                    throw refused('after must be the number of an entry');
                }
                return ok({ log: context.account.log.since(Number(after)) as unknown as Json });
            }
        },
        {
            method: 'DELETE',
            path: `${base}/log`,
            handle: (context) => {
                context.account.log.clear();
                return noContent();
            }
        },
        { method: 'GET', path: `${base}/state`, handle: state }
    ];
    return routes.map((route) => ({
        ...route,
        access: 'anyone',
        handle: (context) => {
            demandLoopback(context);
            return route.handle(context);
        }
    }));
}
