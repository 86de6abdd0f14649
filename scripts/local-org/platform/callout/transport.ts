import { createSyncFn } from 'synckit';

import type { Header } from './types.ts';

/** A request on the wire. */
export interface WireRequest {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly Header[];
    readonly body: Uint8Array | null;
    readonly timeoutMs: number;
    readonly maxResponseBytes: number;
}

export type WireOutcome =
    | {
          readonly kind: 'response';
          readonly status: number;
          readonly reason: string;
          readonly headers: readonly Header[];
          readonly body: Uint8Array;
      }
    | {
          readonly kind: 'failure';
          readonly failure: 'timeout' | 'refused' | 'unknownHost' | 'tooLarge' | 'tls' | 'other';
          readonly detail: string;
      };

/** Sends a request and waits for its outcome; never throws for what happens on the network. */
export type Transport = (request: WireRequest) => WireOutcome;

/** Real HTTP from a worker thread, while the calling thread stands still as Apex does. */
export function httpTransport(): Transport {
    return createSyncFn<(request: WireRequest) => Promise<WireOutcome>>(
        new URL('./transportWorker.ts', import.meta.url).href,
        { execArgv: ['--disable-warning=ExperimentalWarning'] }
    );
}
