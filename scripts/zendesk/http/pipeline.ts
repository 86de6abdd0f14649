import { createHash, randomUUID } from 'node:crypto';
import type { Account } from '../account.ts';
import { auditing } from '../layers/auditing.ts';
import { ANONYMOUS, authenticating } from '../layers/authentication.ts';
import { allowingOrigins } from '../layers/crossOrigin.ts';
import { faulting } from '../layers/faults.ts';
import { logging } from '../layers/log.ts';
import { rateLimiting } from '../layers/rateLimits.ts';
import { parseBody } from './body.ts';
import { ApiError } from './errors.ts';
import type { ApiRequest, ApiResponse, Context, Layer, Next, Reply, Route } from './exchange.ts';
import { Query } from './query.ts';
import { Router, type Match } from './router.ts';

export type Handler = (request: ApiRequest) => Promise<ApiResponse>;

/** From outside to inside. What the control plane is asked passes none of them. */
const LAYERS: readonly Layer[] = [
    logging,
    faulting,
    authenticating,
    allowingOrigins,
    rateLimiting,
    auditing
];

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
        const method = methodOf(request);
        const match = (isControl ? plane : product).match(method, url.pathname);
        const context = contextOf(account, { ...request, method }, url, match);
        const reply = await settled(isControl ? callRoute(context) : throughLayers(context));
        account.scheduler.runDue();
        const response = written(context, reply);
        return request.method === 'HEAD' ? withoutBody(response) : response;
    };
}

/** HEAD is GET without the body. */
const methodOf = ({ method }: ApiRequest): string =>
    method === 'HEAD' ? 'GET' : method.toUpperCase();

const withoutBody = (response: ApiResponse): ApiResponse => ({
    ...response,
    headers: { ...response.headers, 'content-length': String(response.body.length) },
    body: Buffer.alloc(0)
});

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

/**
 * Slashes too many, doubled or at the end, make no difference. Behind a tunnel that speaks TLS,
 * addresses in answers do too.
 */
function urlOf(request: ApiRequest): URL {
    const headers = lowerCased(request.headers ?? {});
    const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
    const origin = `${scheme}://${headers['host'] ?? ''}`;
    const base = URL.canParse(origin) ? origin : 'http://localhost';
    const path = request.url.replace(/^\/+/, '/');
    const url = new URL(URL.canParse(path, base) ? path : '/', base);
    url.pathname = url.pathname.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
    return url;
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
        body: once(() => parseBody(bytes, headers['content-type'] ?? ''))
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

/** Adds what every answer of Zendesk carries. */
function written(context: Context, reply: Reply): ApiResponse {
    const { status, isDropped = false } = reply;
    const body = encoded(reply);
    const tag = status === 200 || status === 201 ? etag(body) : null;
    const isKnown = tag !== null && context.method === 'GET' && holdsAlready(context, tag);
    const shown = isKnown ? Buffer.alloc(0) : body;
    return {
        status: isKnown ? 304 : status,
        isDropped,
        body: shown,
        headers: {
            ...(shown.length > 0 && contentType(reply)),
            'cache-control': tag === null ? 'no-cache' : 'max-age=0, private, must-revalidate',
            'strict-transport-security': 'max-age=31536000; includeSubDomains',
            'x-zendesk-api-version': 'v2',
            'x-content-type-options': 'nosniff',
            'x-frame-options': 'SAMEORIGIN',
            ...(tag !== null && { etag: tag }),
            ...context.responseHeaders,
            ...reply.headers
        }
    };
}

function contentType({ body }: Reply): Record<string, string> {
    if (body instanceof Uint8Array) {
        return {};
    }
    const type = typeof body === 'string' ? 'text/plain' : 'application/json';
    return { 'content-type': `${type}; charset=utf-8` };
}

/** `If-None-Match` names the very answer that would be sent. */
const holdsAlready = (context: Context, tag: string): boolean =>
    (context.headers['if-none-match'] ?? '').split(/\s*,\s*/).includes(tag);

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
