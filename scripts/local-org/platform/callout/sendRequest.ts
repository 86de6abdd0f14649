import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

import type { WireOutcome, WireRequest } from './transport.ts';
import type { Header } from './types.ts';

/** Connections are kept for reading alone: when one breaks, a read can be sent again. */
const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const keeping = {
    http: new HttpAgent({ keepAlive: true }),
    https: new HttpsAgent({ keepAlive: true })
};
const closing = { http: new HttpAgent(), https: new HttpsAgent() };

type Failure = Extract<WireOutcome, { kind: 'failure' }>;

const FAILURES: Readonly<Record<string, Failure['failure']>> = {
    ECONNREFUSED: 'refused',
    EAI_AGAIN: 'unknownHost',
    ENOTFOUND: 'unknownHost',
    ETIMEDOUT: 'timeout'
};

/** Sends one request; redirects are answers like others. The time limit covers the whole exchange. */
export async function sendRequest(wire: WireRequest): Promise<WireOutcome> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort('timeout'), wire.timeoutMs);
    try {
        const response = await exchange(wire, abort.signal);
        return await readResponse(response, wire.maxResponseBytes);
    } catch (error) {
        return abort.signal.aborted ? failure('timeout', '') : describe(error);
    } finally {
        clearTimeout(timer);
    }
}

function exchange(wire: WireRequest, signal: AbortSignal): Promise<IncomingMessage> {
    const secure = new URL(wire.url).protocol === 'https:';
    const options = {
        method: wire.method,
        headers: Object.fromEntries(wire.headers),
        agent: (READS.has(wire.method) ? keeping : closing)[secure ? 'https' : 'http'],
        signal
    };
    const send = secure ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
        const request = send(wire.url, options, resolve);
        request.on('error', (error: NodeJS.ErrnoException) => {
            // A kept connection that the server has closed meanwhile says nothing of the server.
            const stale = request.reusedSocket && error.code === 'ECONNRESET';
            (stale ? exchange(wire, signal) : Promise.reject(error)).then(resolve, reject);
        });
        request.end(wire.body ?? undefined);
    });
}

async function readResponse(response: IncomingMessage, limit: number): Promise<WireOutcome> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > limit) {
            response.destroy();
            return failure('tooLarge', String(size));
        }
        chunks.push(chunk);
    }
    return {
        kind: 'response',
        status: response.statusCode ?? 0,
        reason: response.statusMessage ?? '',
        headers: pairs(response.rawHeaders),
        body: new Uint8Array(Buffer.concat(chunks))
    };
}

function pairs(raw: readonly string[]): readonly Header[] {
    return raw.flatMap((name, index) =>
        index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []
    );
}

function describe(error: unknown): Failure {
    const { code = '', message = String(error) } = error as { code?: string; message?: string };
    if (/CERT|SELF_SIGNED|^ERR_TLS|^ERR_SSL|EPROTO/.test(code)) {
        return failure('tls', message);
    }
    return failure(FAILURES[code] ?? 'other', message);
}

function failure(kind: Failure['failure'], detail: string): Failure {
    return { kind: 'failure', failure: kind, detail };
}
