import type { Clock } from '../../store/clock.ts';

const WINDOW_MS = 5 * 60_000;
const MAX_ERRORS = 1000;
const MAX_SHARE = 0.7;
/** So few calls are no sample; Zendesk names no figure that could be confirmed. */
const LEAST_CALLS = 100;
const PAUSE_MS = 5000;

interface Circuit {
    readonly calls: readonly { readonly at: number; readonly isError: boolean }[];
    readonly openUntil: number | null;
}

/**
 * Stops the calls of a webhook whose receiver mostly fails: 70 % of the calls of five minutes, or
 * more than a thousand. After a pause one call is let through to see.
 * Source: https://support.zendesk.com/hc/en-us/articles/1260803996569
 */
export class Circuits {
    private readonly clock: Clock;
    private readonly circuits = new Map<string, Circuit>();

    constructor(clock: Clock) {
        this.clock = clock;
    }

    clear(): void {
        this.circuits.clear();
    }

    isOpen(webhookId: string): boolean {
        const until = this.circuits.get(webhookId)?.openUntil ?? null;
        return until !== null && until > this.clock.now();
    }

    record(webhookId: string, isError: boolean): void {
        const now = this.clock.now();
        const known = this.circuits.get(webhookId);
        const wasProbe = (known?.openUntil ?? null) !== null;
        const calls = wasProbe && !isError ? [] : [...(known?.calls ?? []), { at: now, isError }];
        const recent = calls.filter(({ at }) => at > now - WINDOW_MS);
        const isTripped = isError && (wasProbe || fails(recent));
        this.circuits.set(webhookId, {
            calls: recent,
            openUntil: isTripped ? now + PAUSE_MS : null
        });
    }
}

function fails(calls: Circuit['calls']): boolean {
    const errors = calls.filter(({ isError }) => isError).length;
    const isMostly = calls.length >= LEAST_CALLS && errors / calls.length >= MAX_SHARE;
    return isMostly || errors > MAX_ERRORS;
}
