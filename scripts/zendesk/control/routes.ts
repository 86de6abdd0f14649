import type { Account } from '../account.ts';
import { ApiError } from '../http/errors.ts';
import { noContent, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { isObject, type Json, type JsonObject } from '../http/json.ts';
import type { FaultOrder } from '../layers/faults.ts';
import { isPlan } from '../layers/rateLimitRules.ts';

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

function bodyObject(context: Context): JsonObject {
    const body = context.body();
    if (!isObject(body)) {
        throw ApiError.coded(400, 'InvalidControl', 'The body must be a JSON object');
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
        throw ApiError.coded(400, 'InvalidControl', 'advanceMs must be a number of milliseconds');
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

function addFault(context: Context): Reply {
    const order = bodyObject(context);
    for (const [name, value] of Object.entries(order)) {
        if (FAULT_KEYS[name]?.(value ?? null) !== true) {
            throw ApiError.coded(
                400,
                'InvalidControl',
                `${name} is no such setting, or its value is wrong`
            );
        }
    }
    if (order['path'] === undefined) {
        throw ApiError.coded(400, 'InvalidControl', 'path is required');
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
        throw ApiError.coded(400, 'InvalidControl', 'plan is not one of the known plans');
    }
    context.account.limits.reset(plan);
    return ok({ plan });
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
                const after = Number(context.query.text('after') ?? 0);
                return ok({ log: context.account.log.since(after) as unknown as Json });
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
