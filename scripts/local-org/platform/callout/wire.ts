import { type HostMapping, mapUrl } from './hostMapping.ts';
import type { Transport, WireOutcome } from './transport.ts';
import {
    CalloutError,
    type CalloutLogEntry,
    type CalloutRequest,
    type CalloutResponse,
    type Header
} from './types.ts';

export interface Wire {
    /** Sends to an absolute URL; throws CalloutError when no response comes. */
    send(kind: CalloutLogEntry['kind'], request: CalloutRequest, userId: string): CalloutResponse;
    readonly log: readonly CalloutLogEntry[];
    clearLog(): void;
}

export interface WireOptions {
    readonly transport: Transport;
    readonly hosts: HostMapping;
    /** Milliseconds, monotonic. */
    readonly now: () => number;
}

/** What Salesforce adds to every Apex request unless the request sets it. */
const DEFAULT_HEADERS: readonly Header[] = [
    ['User-Agent', 'SFDC-Callout/67.0'],
    ['SFDC_STACK_DEPTH', '1'],
    ['Accept', 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2'],
    ['Cache-Control', 'no-cache'],
    ['Pragma', 'no-cache']
];
const LOG_LIMIT = 10_000;

/** The way out of the org: host mapping, platform headers, the log. */
export function createWire(options: WireOptions): Wire {
    const log: CalloutLogEntry[] = [];
    return {
        log,
        clearLog: () => void log.splice(0),
        send(kind, request, userId) {
            const started = options.now();
            const outcome = options.transport({
                ...request,
                ...route(request.endpoint, options.hosts, request.headers)
            });
            log.push({
                ...logged(request, outcome),
                kind,
                userId,
                ms: Math.round(options.now() - started)
            });
            log.splice(0, log.length - LOG_LIMIT);
            return responseOf(outcome, request);
        }
    };
}

function route(
    endpoint: string,
    hosts: HostMapping,
    headers: readonly Header[]
): { readonly url: string; readonly headers: readonly Header[] } {
    const url = parseUrl(endpoint);
    const mapped = hosts[url.origin] !== undefined;
    // The server behind a mapping builds absolute URLs as the real host would.
    const scheme: readonly Header[] = mapped
        ? [['X-Forwarded-Proto', url.protocol.slice(0, -1)]]
        : [];
    return {
        url: mapUrl(endpoint, hosts),
        headers: [['Host', url.host], ...scheme, ...withDefaults(headers)]
    };
}

function withDefaults(headers: readonly Header[]): readonly Header[] {
    const given = new Set(headers.map(([name]) => name.toLowerCase()));
    const missing = DEFAULT_HEADERS.filter(([name]) => !given.has(name.toLowerCase()));
    return [...headers.filter(([name]) => name.toLowerCase() !== 'host'), ...missing];
}

/** The URL of a callout; what is none is told in the platform's words. */
export function parseUrl(endpoint: string): URL {
    const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
    if (url === null) {
        throw new CalloutError(`no protocol: ${endpoint}`);
    }
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        throw new CalloutError(`unknown protocol: ${url.protocol.slice(0, -1)}`);
    }
    return url;
}

function logged(
    request: CalloutRequest,
    outcome: WireOutcome
): Omit<CalloutLogEntry, 'kind' | 'userId' | 'ms'> {
    const answered = outcome.kind === 'response';
    return {
        method: request.method,
        url: request.endpoint,
        status: answered ? outcome.status : null,
        error: answered ? null : messageOf(outcome, request),
        requestBytes: request.body?.length ?? 0,
        responseBytes: answered ? outcome.body.length : 0
    };
}

function responseOf(outcome: WireOutcome, request: CalloutRequest): CalloutResponse {
    if (outcome.kind === 'failure') {
        throw new CalloutError(messageOf(outcome, request));
    }
    const { status, reason, headers, body } = outcome;
    return { status, reason, headers, body };
}

function messageOf(
    outcome: Extract<WireOutcome, { kind: 'failure' }>,
    request: CalloutRequest
): string {
    switch (outcome.failure) {
        case 'timeout':
            return 'Read timed out';
        case 'refused':
            return 'Connection refused';
        case 'unknownHost':
            return new URL(request.endpoint).hostname;
        case 'tooLarge':
            return `Exceeded max size limit of ${request.maxResponseBytes} with response size ${outcome.detail}`;
        case 'tls':
        case 'other':
            return outcome.detail;
    }
}
