import type { CalloutResponse } from '../../../platform/callout/types.ts';
import { execution } from '../../execution.ts';
import { systemException } from '../../values/exception.ts';

/** Bytes of a request's body, and of an answer's. */
const MAX_BODY = { sync: 6_000_000, async: 12_000_000 } as const;
/** All callouts of a transaction together. */
const MAX_TOTAL_MS = 120_000;

/** Bytes that an answer to the running transaction may have. */
export function maxBodyBytes(): number {
    return execution().limits.set === 'sync' ? MAX_BODY.sync : MAX_BODY.async;
}

/** @throws CalloutException for a body that the transaction may not send */
export function requireFitting(body: Uint8Array | null): Uint8Array | null {
    const size = body?.length ?? 0;
    if (size > maxBodyBytes()) {
        throw systemException(
            'CalloutException',
            `Exceeded max size limit of ${maxBodyBytes()} with request size ${size}`
        );
    }
    return body;
}

/**
 * Waits for an answer no longer than asked for, and no longer than the transaction's earlier callouts
 * have left.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_callouts_timeouts.htm
 * @throws CalloutException when that time is up
 */
export function withinTotalTime(
    askedMs: number,
    exchange: (timeoutMs: number) => CalloutResponse
): CalloutResponse {
    const { clock } = execution().org;
    const spent = execution().slot('calloutTime', () => ({ ms: 0 }));
    const leftMs = MAX_TOTAL_MS - spent.ms;
    requireTime(leftMs);
    const startedAt = clock.now();
    try {
        return exchange(Math.min(askedMs, leftMs));
    } catch (error) {
        requireTime(leftMs - (clock.now() - startedAt));
        throw error;
    } finally {
        spent.ms += clock.now() - startedAt;
    }
}

function requireTime(leftMs: number): void {
    if (leftMs <= 0) {
        throw systemException('CalloutException', 'Exceeded maximum time allotted for callout');
    }
}
