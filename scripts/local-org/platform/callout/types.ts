/** An HTTP request as Apex makes it. */
export interface CalloutRequest {
    readonly method: string;
    /** `callout:Name/path` or an absolute URL. */
    readonly endpoint: string;
    readonly headers: readonly Header[];
    readonly body: Uint8Array | null;
    /** 1 to 120,000. */
    readonly timeoutMs: number;
    /** Bytes of body that the transaction can still take. */
    readonly maxResponseBytes: number;
}

export type Header = readonly [name: string, value: string];

export interface CalloutResponse {
    readonly status: number;
    /** Reason phrase. */
    readonly reason: string;
    readonly headers: readonly Header[];
    readonly body: Uint8Array;
}

/** Who makes the callout. */
export interface CalloutContext {
    readonly userId: string;
}

/** What Apex sees as `System.CalloutException` with this message. */
export class CalloutError extends Error {
    constructor(message: string) {
        super(message);
        this.name = 'CalloutError';
    }
}

/** One request that left the org. Token requests are `oauth`. */
export interface CalloutLogEntry {
    readonly kind: 'apex' | 'oauth';
    readonly userId: string;
    readonly method: string;
    /** As Apex means it, before the host mapping. */
    readonly url: string;
    /** Null when no response came. */
    readonly status: number | null;
    /** The failure in words; null when a response came. */
    readonly error: string | null;
    readonly ms: number;
    readonly requestBytes: number;
    readonly responseBytes: number;
}
