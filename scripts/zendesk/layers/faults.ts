import { setTimeout as pause } from 'node:timers/promises';
import type { Layer, Reply } from '../http/exchange.ts';
import type { Json } from '../http/json.ts';

/** What is to go wrong, where, and how often. */
export interface Fault {
    readonly id: number;
    readonly method: string | null;
    /** A path; `*` stands for one segment, `**` for any number of them. */
    readonly path: string;
    /** Requests still to be hit; null = all. */
    readonly times: number | null;
    readonly status: number | null;
    readonly body: Json | undefined;
    readonly headers: Readonly<Record<string, string>>;
    /** For so long, counted from the request, the answer is held back. */
    readonly delayMs: number;
    readonly drop: boolean;
    /** Sends half of the true answer. */
    readonly malformed: boolean;
    /** Positions in a bulk request that shall fail inside the job. */
    readonly failItems: readonly number[];
}

export type FaultOrder = Partial<Omit<Fault, 'id'>> & { readonly path: string };

export class Faults {
    private orders: Fault[] = [];
    private lastId = 0;

    add(order: FaultOrder): Fault {
        this.lastId += 1;
        const fault: Fault = {
            method: null,
            times: 1,
            status: null,
            body: undefined,
            headers: {},
            delayMs: 0,
            drop: false,
            malformed: false,
            failItems: [],
            ...order,
            id: this.lastId
        };
        this.orders.push(fault);
        return fault;
    }

    list(): readonly Fault[] {
        return this.orders;
    }

    remove(id: number): boolean {
        const before = this.orders.length;
        this.orders = this.orders.filter((fault) => fault.id !== id);
        return this.orders.length < before;
    }

    clear(): void {
        this.orders = [];
    }

    /** The oldest fault that fits; uses it up once. */
    take(method: string, path: string): Fault | null {
        const fault = this.orders.find((order) => fits(order, method, path)) ?? null;
        if (fault?.times != null) {
            const left = fault.times - 1;
            this.orders = this.orders.flatMap((order) =>
                order !== fault ? [order] : left > 0 ? [{ ...order, times: left }] : []
            );
        }
        return fault;
    }
}

function fits(fault: Fault, method: string, path: string): boolean {
    const escaped = fault.path
        .replace(/\.json$/, '')
        .split(/(\*\*|\*)/)
        .map((part) =>
            part === '**'
                ? '.*'
                : part === '*'
                  ? '[^/]+'
                  : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        );
    const isPath = new RegExp(`^${escaped.join('')}$`).test(path.replace(/\.json$/, ''));
    return isPath && (fault.method === null || fault.method.toUpperCase() === method);
}

function describe(fault: Fault): string {
    const parts = [
        fault.status !== null && `status ${fault.status}`,
        fault.delayMs > 0 && `delay ${fault.delayMs} ms`,
        fault.drop && 'dropped',
        fault.malformed && 'malformed body',
        fault.failItems.length > 0 && `failed items ${fault.failItems.join(', ')}`
    ];
    return parts.filter((part) => part !== false).join(', ');
}

const DEFAULT_HEADERS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
    429: { 'retry-after': '1' },
    503: { 'retry-after': '1' }
};

/** Makes requests go wrong on order, before anything else looks at them. */
export const faulting: Layer = async (context, next) => {
    const fault = context.account.faults.take(context.method, context.path);
    if (fault === null) {
        return next(context);
    }
    context.fault = describe(fault);
    context.failItems = new Set(fault.failItems);
    const held = pause(fault.delayMs);
    try {
        return await answerOf(fault, () => next(context));
    } finally {
        await held;
    }
};

async function answerOf(fault: Fault, proceed: () => Promise<Reply>): Promise<Reply> {
    if (fault.drop) {
        return { status: 0, isDropped: true };
    }
    if (fault.status !== null) {
        const headers = { ...DEFAULT_HEADERS[fault.status], ...fault.headers };
        return { status: fault.status, body: fault.body ?? defaultBody(fault.status), headers };
    }
    const reply = await proceed();
    return fault.malformed ? { ...reply, body: half(reply) } : reply;
}

function half(reply: Reply): Buffer {
    const whole = Buffer.from(JSON.stringify(reply.body ?? {}));
    return whole.subarray(0, Math.max(1, whole.length >> 1));
}

function defaultBody(status: number): Json {
    return status === 429
        ? 'Number of allowed API requests per minute exceeded'
        : {
              error: `Fault${status}`,
              description: 'This answer was ordered through the control plane'
          };
}
