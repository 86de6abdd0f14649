import type { RestError } from '../orgClient.ts';

export interface HttpResponse {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | Uint8Array;
}

export const NO_STORE = { 'cache-control': 'no-cache, no-store, must-revalidate' };
export const IMMUTABLE = { 'cache-control': 'private, max-age=31536000, immutable' };

/** For files whose address does not name their content. */
export const ONE_DAY = { 'cache-control': 'private, max-age=86400' };

export function json(value: unknown, status = 200): HttpResponse {
    return {
        status,
        headers: { 'content-type': 'application/json;charset=UTF-8', ...NO_STORE },
        body: JSON.stringify(value)
    };
}

/** An error as the REST API answers it: a list of `{errorCode, message}`. */
export function restErrors(status: number, errors: readonly RestError[]): HttpResponse {
    return json(errors, status);
}

export function restError(status: number, errorCode: string, message: string): HttpResponse {
    return restErrors(status, [{ errorCode, message }]);
}

export function notFound(): HttpResponse {
    return restError(404, 'NOT_FOUND', 'The requested resource does not exist');
}

export function html(body: string, headers: Readonly<Record<string, string>> = {}): HttpResponse {
    return {
        status: 200,
        headers: { 'content-type': 'text/html; charset=UTF-8', ...NO_STORE, ...headers },
        body
    };
}

export function script(body: string, caching: Readonly<Record<string, string>>): HttpResponse {
    return {
        status: 200,
        headers: { 'content-type': 'text/javascript; charset=UTF-8', ...caching },
        body
    };
}

export function redirect(
    location: string,
    headers: Readonly<Record<string, string>> = {}
): HttpResponse {
    return { status: 302, headers: { location, ...NO_STORE, ...headers }, body: '' };
}

export function noContent(): HttpResponse {
    return { status: 204, headers: NO_STORE, body: '' };
}
