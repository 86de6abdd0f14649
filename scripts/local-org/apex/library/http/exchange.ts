/** An HTTP request as it leaves Apex. Header names are as written by the code. */
export interface CalloutRequest {
    /** An absolute URL or `callout:Name/path`. */
    readonly endpoint: string;
    readonly method: string;
    readonly headers: ReadonlyMap<string, string>;
    readonly body: Uint8Array;
    readonly timeoutMs: number;
    readonly isCompressed: boolean;
    readonly clientCertificateName: string | null;
}

export interface CalloutResponse {
    readonly statusCode: number;
    readonly status: string;
    readonly headers: ReadonlyMap<string, string>;
    readonly body: Uint8Array;
}
