import { session } from 'shell/session';

/** The error shape that components get from the platform (`FetchResponse`). */
export interface FetchError {
    readonly ok: false;
    readonly status: number;
    readonly statusText: string;
    readonly body: unknown;
    readonly headers: Readonly<Record<string, string>>;
    readonly errorType: 'fetchResponse';
}

export function fetchError(status: number, statusText: string, body: unknown): FetchError {
    return { ok: false, status, statusText, body, headers: {}, errorType: 'fetchResponse' };
}

/** Asks the server; throws {@link FetchError}, also when it can't be reached. */
export async function request(url: string, init: RequestInit = {}): Promise<unknown> {
    const response = await send(url, init);
    const text = await response.text();
    const body: unknown = text ? parse(text) : null;
    if (response.status === 401) location.assign(`/login?startURL=${encodeURIComponent(here())}`);
    if (!response.ok) throw fetchError(response.status, response.statusText, bodyOf(body, init));
    return body;
}

function here(): string {
    return location.pathname + location.search;
}

async function send(url: string, init: RequestInit): Promise<Response> {
    const headers = { 'x-csrf-token': session.csrfToken, ...init.headers };
    try {
        return await fetch(url, { ...init, headers, credentials: 'same-origin' });
    } catch {
        throw fetchError(0, 'Disconnected', { message: 'Disconnected or Canceled' });
    }
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return { message: text };
    }
}

/** Components get a list of errors from a read, and one error from a change. */
function bodyOf(body: unknown, { method = 'GET' }: RequestInit): unknown {
    return Array.isArray(body) && method !== 'GET' ? body[0] : body;
}

export function sendJson(method: string, url: string, body: unknown): Promise<unknown> {
    return request(url, {
        method,
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' }
    });
}

/** `/services/data/v67.0/ui-api/...` */
export function uiApi(path: string): string {
    return `/services/data/${session.apiVersion}/ui-api${path}`;
}

export function messageOf(error: unknown): string {
    const body = (error as { body?: unknown } | null)?.body;
    const [first] = Array.isArray(body) ? body : [body];
    const message = (first as { message?: unknown } | null)?.message;
    if (typeof message === 'string') return message;
    return error instanceof Error ? error.message : String(error);
}
