import { ApiError } from '../http/errors.ts';
import type { Context, Layer } from '../http/exchange.ts';
import type { Clock } from '../store/clock.ts';
import { PER_MINUTE, RULES, type BucketRule, type Plan } from './rateLimitRules.ts';

interface Bucket {
    used: number;
    /** Epoch milliseconds at which it is full again. */
    resets: number;
}

interface Reading {
    readonly total: number;
    readonly remaining: number;
    readonly resets: number;
    readonly isExceeded: boolean;
}

export class RateLimits {
    private readonly clock: Clock;
    private readonly buckets = new Map<string, Bucket>();
    plan: Plan;

    constructor(clock: Clock, plan: Plan) {
        this.clock = clock;
        this.plan = plan;
    }

    reset(plan: Plan): void {
        this.plan = plan;
        this.buckets.clear();
    }

    accountLimit(): number {
        return PER_MINUTE[this.plan];
    }

    /** Counts one request against a bucket. */
    use(key: string, total: number, windowSeconds: number): Reading {
        const now = this.clock.now();
        const kept = this.buckets.get(key);
        const bucket =
            kept !== undefined && kept.resets > now
                ? kept
                : { used: 0, resets: now + windowSeconds * 1000 };
        bucket.used += 1;
        this.buckets.set(key, bucket);
        return {
            total,
            remaining: Math.max(0, total - bucket.used),
            resets: Math.max(1, Math.ceil((bucket.resets - now) / 1000)),
            isExceeded: bucket.used > total
        };
    }
}

/** Counts the request and refuses it when a bucket is empty; writes Zendesk's headers either way. */
export const rateLimiting: Layer = (context, next) => {
    const { limits } = context.account;
    if (limits.plan === 'unlimited' || !context.path.startsWith('/api/v2/')) {
        return next(context);
    }
    const reading = useOwn(context) ?? limits.use('account', limits.accountLimit(), 60);
    Object.assign(context.responseHeaders, accountHeaders(reading));
    refuseWhenExceeded(reading);
    useBuckets(context);
    return next(context);
};

/** The Webhooks API counts apart from the Support API, and its test calls apart from the rest. */
function useOwn({ account: { limits }, path }: Context): Reading | null {
    if (!/^\/api\/v2\/webhooks(\/|\.json|$)/.test(path)) {
        return null;
    }
    return /\/test(\.json)?$/.test(path)
        ? limits.use('webhook-tests', 20, 60)
        : limits.use('webhooks', 100, 60);
}

function useBuckets(context: Context): void {
    const { limits } = context.account;
    const path = context.path.replace(/\.json$/, '');
    for (const rule of RULES) {
        const match = rule.method === context.method ? rule.path.exec(path) : null;
        if (match !== null && (rule.when?.(context) ?? true)) {
            const key = `${rule.name}:${rule.key?.(context, match) ?? ''}`;
            const reading = limits.use(key, rule.total(limits.plan), rule.windowSeconds);
            tell(context, rule, reading);
            refuseWhenExceeded(reading, rule.refusal);
        }
    }
}

function tell(context: Context, { name, header = name }: BucketRule, reading: Reading): void {
    if (header !== null) {
        context.responseHeaders[`zendesk-ratelimit-${header}`] =
            `total=${reading.total}; remaining=${reading.remaining}; resets=${reading.resets}`;
    }
}

function refuseWhenExceeded(reading: Reading, refusal = ApiError.tooManyRequests): void {
    if (reading.isExceeded) {
        throw refusal(reading.resets);
    }
}

function accountHeaders(reading: Reading): Record<string, string> {
    return {
        'x-rate-limit': String(reading.total),
        'x-rate-limit-remaining': String(reading.remaining),
        'ratelimit-limit': String(reading.total),
        'ratelimit-remaining': String(reading.remaining),
        'ratelimit-reset': String(reading.resets)
    };
}
