import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isPlan, type Plan } from './layers/rateLimitRules.ts';

export class UsageError extends Error {}

export interface Arguments {
    readonly port: number;
    readonly seed: string | null;
    readonly plan: Plan | null;
    readonly acceptsApiTokens: boolean;
    /** Milliseconds. */
    readonly indexingLag: number;
    /** Milliseconds; null = closed tickets are never archived. */
    readonly archiveAfter: number | null;
}

export const USAGE = `npm run zendesk -- [--port N] [--seed FILE] [--plan PLAN] [--indexing-lag SECONDS] [--archive-after DAYS] [--accept-api-tokens]
npm run zendesk -- contract --oas FILE`;

export const DEFAULT_PORT = 8190;

/** The file to check the contract against. @throws UsageError */
export function readContractArguments(argv: readonly string[]): string {
    const { oas } = parsed(argv, { oas: { type: 'string' } });
    if (typeof oas !== 'string') {
        throw new UsageError(
            'contract needs --oas FILE, an OpenAPI description of the Support API'
        );
    }
    return oas;
}

const DAY = 86_400_000;

/** @throws UsageError */
export function readArguments(argv: readonly string[]): Arguments {
    const values = parsed(argv, SERVE_OPTIONS);
    const plan = values.plan ?? null;
    if (plan !== null && !isPlan(plan)) {
        throw new UsageError(`--plan ${plan} is not a known plan`);
    }
    const archiveAfter = values['archive-after'];
    const days = number('--archive-after', archiveAfter, 0, 10_000);
    return {
        port: number('--port', values.port, DEFAULT_PORT, 65_535),
        seed: values.seed ?? null,
        plan,
        acceptsApiTokens: values['accept-api-tokens'] ?? false,
        indexingLag: number('--indexing-lag', values['indexing-lag'], 0, 3600) * 1000,
        archiveAfter: archiveAfter === undefined ? null : days * DAY
    };
}

const SERVE_OPTIONS = {
    port: { type: 'string' },
    seed: { type: 'string' },
    plan: { type: 'string' },
    'indexing-lag': { type: 'string' },
    'archive-after': { type: 'string' },
    'accept-api-tokens': { type: 'boolean' }
} as const;

function parsed<T extends NonNullable<ParseArgsConfig['options']>>(
    argv: readonly string[],
    options: T
) {
    try {
        return parseArgs({ args: [...argv], options }).values;
    } catch (error) {
        throw new UsageError(error instanceof Error ? error.message : String(error));
    }
}

function number(name: string, raw: string | undefined, fallback: number, limit: number): number {
    if (raw === undefined) {
        return fallback;
    }
    if (!/^\d+$/.test(raw) || Number(raw) > limit) {
        throw new UsageError(`${name} must be a number from 0 to ${limit}, not "${raw}"`);
    }
    return Number(raw);
}
