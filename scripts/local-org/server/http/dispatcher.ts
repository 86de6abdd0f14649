import { timingSafeEqual } from 'node:crypto';
import type { OrgClient } from '../orgClient.ts';
import type { HttpRequest } from './request.ts';
import type { HttpResponse } from './response.ts';
import { notFound, redirect, restError } from './response.ts';
import type { Match, Route, UserRequest } from './router.ts';
import { matchRoute } from './router.ts';
import type { Session, Sessions } from './sessions.ts';
import { SESSION_COOKIE } from './sessions.ts';

export type Dispatch = (request: HttpRequest) => Promise<HttpResponse>;

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds the route, the user and the right to ask, then answers. */
export function createDispatcher(
    routes: readonly Route[],
    sessions: Sessions,
    org: OrgClient
): Dispatch {
    return async (request) => {
        const matched = matchRoute(routes, request.method, request.path);
        if ('route' in matched) return answer(matched, request, sessions, org);
        return matched.allowed.length > 0 ? methodNotAllowed(matched.allowed) : notFound();
    };
}

async function answer(
    { route, params }: Match,
    request: HttpRequest,
    sessions: Sessions,
    org: OrgClient
): Promise<HttpResponse> {
    const login = findLogin(request, sessions);
    if (route.access === 'guest') {
        return route.handle({ ...request, params, session: login?.session });
    }
    const user = login && (await org.userContext(login.session.userId));
    if (!login || !user) return unauthenticated(route, request);
    if (needsToken(request, login) && !hasToken(request, login.session)) return forgedRequest();
    const userRequest: UserRequest = { ...request, params, user, session: login.session };
    return route.handle(userRequest);
}

interface Login {
    readonly session: Session;
    readonly via: 'cookie' | 'bearer';
}

function findLogin(request: HttpRequest, sessions: Sessions): Login | undefined {
    const [, bearer] = /^Bearer (\S+)$/.exec(request.headers['authorization'] ?? '') ?? [];
    if (bearer) {
        const session = sessions.find(bearer);
        return session && { session, via: 'bearer' };
    }
    const session = sessions.find(request.cookies[SESSION_COOKIE]);
    return session && { session, via: 'cookie' };
}

/** A browser sends its cookie on its own; a bearer token is put there by the caller. */
function needsToken({ method }: HttpRequest, { via }: Login): boolean {
    return via === 'cookie' && !SAFE_METHODS.has(method);
}

function hasToken({ headers, body }: HttpRequest, { csrfToken }: Session): boolean {
    const given = headers['x-csrf-token'] || formToken(headers['content-type'] ?? '', body);
    const wanted = Buffer.from(csrfToken);
    const actual = Buffer.from(given);
    return wanted.length === actual.length && timingSafeEqual(wanted, actual);
}

/** Lightning sends the token of an Aura action as a form field. */
function formToken(contentType: string, body: Uint8Array): string {
    if (!contentType.startsWith('application/x-www-form-urlencoded')) return '';
    return new URLSearchParams(Buffer.from(body).toString('utf8')).get('aura.token') ?? '';
}

function unauthenticated({ access }: Route, { path, query }: HttpRequest): HttpResponse {
    if (access === 'api') {
        return restError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    }
    const search = query.toString();
    const startUrl = search ? `${path}?${search}` : path;
    return redirect(`/login?startURL=${encodeURIComponent(startUrl)}`);
}

function forgedRequest(): HttpResponse {
    return restError(403, 'INVALID_CSRF_TOKEN', 'The request lacks a valid CSRF token');
}

function methodNotAllowed(allowed: readonly string[]): HttpResponse {
    const methods = allowed.join(', ');
    const message = `HTTP Method not allowed. Allowed are ${methods}`;
    const response = restError(405, 'METHOD_NOT_ALLOWED', message);
    return { ...response, headers: { ...response.headers, allow: methods } };
}
