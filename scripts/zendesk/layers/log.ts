import type { Layer, Reply } from '../http/exchange.ts';
import { ApiError } from '../http/errors.ts';

export interface LogEntry {
    readonly number: number;
    /** The account's time. */
    readonly at: string;
    readonly method: string;
    readonly path: string;
    readonly query: string;
    readonly status: number;
    readonly milliseconds: number;
    readonly userId: number | null;
    readonly route: string | null;
    readonly isUnknownRoute: boolean;
    readonly fault: string | null;
    readonly requestBytes: number;
    readonly requestBody: string;
    readonly requestHeaders: Readonly<Record<string, string>>;
}

const KEPT = 10_000;
const BODY_CHARACTERS = 65_536;

/** The requests received, oldest first; the oldest go when there are too many. */
export class RequestLog {
    private entries: LogEntry[] = [];
    private count = 0;
    private readonly listeners: ((entry: LogEntry) => void)[] = [];

    add(entry: Omit<LogEntry, 'number'>): void {
        this.count += 1;
        const numbered = { number: this.count, ...entry };
        this.entries.push(numbered);
        if (this.entries.length > KEPT) {
            this.entries = this.entries.slice(-KEPT / 2);
        }
        this.listeners.forEach((listener) => listener(numbered));
    }

    /** Entries with a number over `after`. */
    since(after: number): readonly LogEntry[] {
        return this.entries.filter((entry) => entry.number > after);
    }

    onEntry(listener: (entry: LogEntry) => void): void {
        this.listeners.push(listener);
    }

    clear(): void {
        this.entries = [];
    }
}

/** Credentials stay out of the log. */
function withoutSecrets(headers: Readonly<Record<string, string>>): Record<string, string> {
    const hidden = (value: string) => `${value.split(' ')[0] ?? ''} ***`;
    return Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
            name,
            name === 'authorization' ? hidden(value) : value
        ])
    );
}

/** Outermost layer: turns errors into replies and writes down what happened. */
export const logging: Layer = async (context, next) => {
    const started = performance.now();
    const reply = await next(context).catch((error: unknown): Reply => {
        if (error instanceof ApiError) {
            return { status: error.status, body: error.body, headers: error.headers };
        }
        throw error;
    });
    context.account.log.add({
        at: context.account.clock.stamp(),
        method: context.method,
        path: context.path,
        query: context.url.search,
        status: reply.isDropped ? 0 : reply.status,
        milliseconds: Math.round((performance.now() - started) * 100) / 100,
        userId: context.actor.user?.id ?? null,
        route: context.route === null ? null : `${context.route.method} ${context.route.path}`,
        isUnknownRoute: context.route === null && reply.status === 404 && context.fault === null,
        fault: context.fault,
        requestBytes: context.bytes.length,
        requestBody: context.bytes.toString('utf8', 0, BODY_CHARACTERS),
        requestHeaders: withoutSecrets(context.headers)
    });
    return reply;
};
