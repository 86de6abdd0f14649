import type { IncomingMessage } from 'node:http';

/** A request with its body read. Nothing in it is trusted. */
export interface HttpRequest {
    readonly method: string;
    /** Decoded, without the query. */
    readonly path: string;
    readonly query: URLSearchParams;
    readonly headers: Readonly<Record<string, string>>;
    readonly cookies: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
}

/** Salesforce's own limit for a request body sent to Apex is 6 MB; uploads to the UI API are larger. */
const BODY_LIMIT = 40 * 1024 * 1024;

export class BodyTooLargeError extends Error {}
export class MalformedUrlError extends Error {}

export async function readRequest(message: IncomingMessage): Promise<HttpRequest> {
    const url = new URL(message.url ?? '/', 'http://localhost');
    const headers = plainHeaders(message);
    return {
        method: message.method ?? 'GET',
        path: decodePath(url.pathname),
        query: url.searchParams,
        headers,
        cookies: parseCookies(headers['cookie'] ?? ''),
        body: await readBody(message)
    };
}

function decodePath(path: string): string {
    try {
        return decodeURIComponent(path);
    } catch {
        throw new MalformedUrlError(path);
    }
}

function plainHeaders(message: IncomingMessage): Record<string, string> {
    const pairs = Object.entries(message.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]]
    );
    return Object.fromEntries(pairs);
}

export function parseCookies(header: string): Record<string, string> {
    const pairs = header.split(';').map((part) => part.trim().split('='));
    return Object.fromEntries(
        pairs.filter(([name]) => name).map(([name, ...value]) => [name, value.join('=')])
    );
}

async function readBody(message: IncomingMessage): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of message) {
        size += chunk.length;
        if (size > BODY_LIMIT) throw new BodyTooLargeError();
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}

export function bodyText({ body }: HttpRequest): string {
    return Buffer.from(body).toString('utf8');
}

/** The body as a JSON object; undefined when it is not one. */
export function bodyJson(request: HttpRequest): Readonly<Record<string, unknown>> | undefined {
    return parseObject(bodyText(request));
}

export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
    try {
        const value: unknown = JSON.parse(text);
        return isObject(value) ? value : undefined;
    } catch {
        return undefined;
    }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
