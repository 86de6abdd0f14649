import { ApiError } from '../http/errors.ts';
import type { Context } from '../http/exchange.ts';

/**
 * Requests a minute by plan.
 * Source: https://developer.zendesk.com/api-reference/introduction/rate-limits/
 */
export const PER_MINUTE = {
    support_essential: 10,
    support_team: 200,
    support_professional: 400,
    support_enterprise: 700,
    suite_team: 200,
    suite_growth: 400,
    suite_professional: 400,
    suite_enterprise: 700,
    suite_enterprise_plus: 2500,
    trial: 200,
    /** No limit at all: not a plan, for measuring. */
    unlimited: Number.POSITIVE_INFINITY
} as const;

export type Plan = keyof typeof PER_MINUTE;

export const isPlan = (value: unknown): value is Plan =>
    typeof value === 'string' && value in PER_MINUTE;

/** A limit beside the account's own, on requests of one kind. */
export interface BucketRule {
    readonly name: string;
    readonly method: string;
    readonly path: RegExp;
    readonly total: (plan: Plan) => number;
    readonly windowSeconds: number;
    /** Tells apart what has a bucket of its own; undefined = one for the account. */
    readonly key?: (context: Context, match: RegExpExecArray) => string;
    readonly when?: (context: Context) => boolean;
    /** What its header is called after; left out: its name, null: no header was ever seen. */
    readonly header?: string | null;
    /** How the refusal looks; left out: the general one. */
    readonly refusal?: typeof ApiError.tooManyRequests;
}

const isTrial = (plan: Plan) => plan === 'trial';
const userId = (context: Context) => String(context.actor.user?.id ?? 'anonymous');
const byId = (_: Context, match: RegExpExecArray) => match[1] ?? '';

export const RULES: readonly BucketRule[] = [
    {
        name: 'tickets-index',
        method: 'GET',
        path: /^\/api\/v2\/tickets$/,
        total: () => 50,
        windowSeconds: 60,
        when: ({ query }) => Number(query.text('page')) > 500
    },
    {
        name: 'tickets-index-of-trial',
        method: 'GET',
        path: /^\/api\/v2\/tickets$/,
        total: (plan) => (isTrial(plan) ? 100 : Number.POSITIVE_INFINITY),
        windowSeconds: 60,
        header: null
    },
    {
        name: 'tickets-update',
        method: 'PUT',
        path: /^\/api\/v2\/tickets\/\d+$/,
        total: (plan) => (isTrial(plan) ? 20 : 100),
        windowSeconds: 60
    },
    {
        name: 'per-ticket-updates',
        method: 'PUT',
        path: /^\/api\/v2\/tickets\/(\d+)$/,
        total: () => 30,
        windowSeconds: 600,
        key: (context, match) => `${userId(context)}:${match[1] ?? ''}`
    },
    {
        name: 'ticket-request-create-by-user-and-ip',
        method: 'POST',
        path: /^\/api\/v2\/tickets$/,
        total: () => 300,
        windowSeconds: 60,
        key: (context) => `${userId(context)}:${context.remoteAddress}`
    },
    {
        name: 'tickets-destroy',
        method: 'DELETE',
        path: /^\/api\/v2\/tickets\/\d+$/,
        total: () => 400,
        windowSeconds: 60
    },
    {
        name: 'deleted-tickets-index',
        method: 'GET',
        path: /^\/api\/v2\/deleted_tickets$/,
        total: () => 10,
        windowSeconds: 60
    },
    {
        name: 'incremental-exports-cursor',
        method: 'GET',
        path: /^\/api\/v2\/incremental\/tickets\/cursor$/,
        total: () => 10,
        windowSeconds: 60
    },
    {
        name: 'incremental-exports-users-cursor',
        method: 'GET',
        path: /^\/api\/v2\/incremental\/users\/cursor$/,
        total: () => 20,
        windowSeconds: 60,
        header: 'incremental-exports-cursor'
    },
    {
        name: 'incremental-exports',
        method: 'GET',
        path: /^\/api\/v2\/incremental\/[a-z_]+$/,
        total: () => 10,
        windowSeconds: 60
    },
    {
        name: 'search-export',
        method: 'GET',
        path: /^\/api\/v2\/search\/export$/,
        total: () => 100,
        windowSeconds: 60
    },
    {
        name: 'search-index',
        method: 'GET',
        path: /^\/api\/v2\/search$/,
        total: () => 2500,
        windowSeconds: 60
    },
    {
        name: 'create-update-user',
        method: 'PUT',
        path: /^\/api\/v2\/users\/(\d+)$/,
        total: () => 5,
        windowSeconds: 60,
        key: byId
    },
    {
        name: 'users-update-by-account',
        method: 'PUT',
        path: /^\/api\/v2\/users\/\d+$/,
        total: () => 1,
        windowSeconds: 1,
        header: null
    },
    {
        name: 'users-update-by-account',
        method: 'POST',
        path: /^\/api\/v2\/users\/create_or_update$/,
        total: () => 1,
        windowSeconds: 1,
        header: null
    },
    {
        name: 'organizations-update',
        method: 'PUT',
        path: /^\/api\/v2\/organizations\/(\d+)$/,
        total: () => 5,
        windowSeconds: 60,
        key: byId,
        refusal: ApiError.tooManyUpdates
    },
    {
        name: 'ticket-audits-index',
        method: 'GET',
        path: /^\/api\/v2\/tickets\/(\d+)\/audits$/,
        total: () => 500,
        windowSeconds: 60,
        key: byId
    },
    {
        name: 'ticket-fields-index',
        method: 'GET',
        path: /^\/api\/v2\/ticket_fields$/,
        total: (plan) => (isTrial(plan) ? 20 : 300),
        windowSeconds: 60
    },
    {
        name: 'tags-index',
        method: 'GET',
        path: /^\/api\/v2\/tags$/,
        total: () => 2000,
        windowSeconds: 60
    },
    {
        name: 'view-execute',
        method: 'GET',
        path: /^\/api\/v2\/views\/(\d+)\/(?:execute|tickets)$/,
        total: () => 5,
        windowSeconds: 60,
        key: (context, match) => `${userId(context)}:${match[1] ?? ''}`
    }
];
