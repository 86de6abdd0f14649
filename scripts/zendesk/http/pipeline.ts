import { createHash, randomUUID } from 'node:crypto';
import type { Account } from '../account.ts';
import { ANONYMOUS, authenticating } from '../layers/authentication.ts';
import { faulting } from '../layers/faults.ts';
import { logging } from '../layers/log.ts';
import { rateLimiting } from '../layers/rateLimits.ts';
import { ApiError } from './errors.ts';
import type { ApiRequest, ApiResponse, Context, Layer, Next, Reply, Route } from './exchange.ts';
import type { Json } from './json.ts';
import { Query } from './query.ts';
import { Router, type Match } from './router.ts';

export type Handler = (request: ApiRequest) => Promise<ApiResponse>;

/** From outside to inside. What the control plane is asked passes none of them. */
const LAYERS: readonly Layer[] = [logging, faulting, authenticating, rateLimiting];

/** Requests in, responses out, over these routes of this account. */
export function createHandler(
    account: Account,
    routes: readonly Route[],
    control: readonly Route[]
): Handler {
    const product = new Router(routes);
    const plane = new Router(control);
    const throughLayers = LAYERS.reduceRight<Next>(
        (next, layer) => async (context) => layer(context, next),
        callRoute
    );
    return async (request) => {
        account.scheduler.runDue();
        const url = urlOf(request);
        const isControl = /^\/control(\/|$)/.test(url.pathname);
        const match = (isControl ? plane : product).match(request.method, url.pathname);
        const context = contextOf(account, request, url, match);
        const reply = await settled(isControl ? callRoute(context) : throughLayers(context));
        account.scheduler.runDue();
        return written(context, reply);
    };
}

const callRoute: Next = async (context) => {
    if (context.route === null) {
        throw ApiError.invalidEndpoint();
    }
    return context.route.handle(context);
};

async function settled(answer: Promise<Reply>): Promise<Reply> {
    try {
        return await answer;
    } catch (error) {
        if (error instanceof ApiError) {
            return { status: error.status, body: error.body, headers: error.headers };
        }
        throw error;
    }
}

function urlOf(request: ApiRequest): URL {
    const host = request.headers?.['host'] ?? 'localhost';
    return new URL(request.url, `http://${host}`);
}

function contextOf(account: Account, request: ApiRequest, url: URL, match: Match | null): Context {
    const headers = lowerCased(request.headers ?? {});
    const bytes = bytesOf(request.body);
    return {
        account,
        method: request.method,
        path: url.pathname,
        url,
        query: new Query(url.searchParams),
        headers,
        bytes,
        remoteAddress: request.remoteAddress ?? 'in-process',
        params: match?.params ?? {},
        route: match?.route ?? null,
        actor: ANONYMOUS,
        fault: null,
        failItems: new Set(),
        responseHeaders: { 'x-request-id': randomUUID() },
        body: once(() => parsed(bytes))
    };
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
    );
}

function bytesOf(body: ApiRequest['body']): Buffer {
    if (body === undefined) {
        return Buffer.alloc(0);
    }
    if (typeof body === 'string') {
        return Buffer.from(body);
    }
    return body instanceof Uint8Array ? Buffer.from(body) : Buffer.from(JSON.stringify(body));
}

function once<T>(make: () => T): () => T {
    let made: { readonly value: T } | null = null;
    return () => (made ??= { value: make() }).value;
}

function parsed(bytes: Buffer): Json | undefined {
    if (bytes.length === 0) {
        return undefined;
    }
    try {
        return JSON.parse(bytes.toString()) as Json;
    } catch {
        throw ApiError.unreadableBody();
    }
}

/** Adds what every answer of Zendesk carries. */
function written(context: Context, reply: Reply): ApiResponse {
    const { status, isDropped = false } = reply;
    const isBinary = reply.body instanceof Uint8Array;
    const body = encoded(reply);
    const type = typeof reply.body === 'string' ? 'text/plain' : 'application/json';
    return {
        status,
        isDropped,
        body,
        headers: {
            ...(body.length > 0 && !isBinary && { 'content-type': `${type}; charset=utf-8` }),
            'cache-control': 'max-age=0, private, must-revalidate',
            'strict-transport-security': 'max-age=31536000;',
            'x-zendesk-api-version': 'v2',
            'x-content-type-options': 'nosniff',
            ...(status === 200 && { etag: etag(body) }),
            ...context.responseHeaders,
            ...reply.headers
        }
    };
}

function encoded({ body }: Reply): Buffer {
    if (body === undefined) {
        return Buffer.alloc(0);
    }
    if (body instanceof Uint8Array) {
        return Buffer.from(body);
    }
    return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

const etag = (body: Buffer): string => `W/"${createHash('md5').update(body).digest('hex')}"`;
