import type { Context, Layer, Reply } from '../http/exchange.ts';

const ALLOWED: Readonly<Record<string, string>> = {
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
    'access-control-allow-headers':
        'Authorization, Content-Type, Accept, Idempotency-Key, If-None-Match, X-On-Behalf-Of',
    'access-control-max-age': '7200'
};

const EXPOSED = 'X-Zendesk-API-Warn,X-Zendesk-User-Id,X-Zendesk-User-Session-Expires-At';

/**
 * Lets pages of other origins in, with an OAuth token only; recordings show the headers even where
 * no origin was named.
 * Source: https://developer.zendesk.com/api-reference/introduction/security-and-auth/
 */
export const allowingOrigins: Layer = async (context, next) => {
    if (isPreflight(context)) {
        return preflight();
    }
    if (context.actor.token !== null) {
        context.responseHeaders['access-control-allow-origin'] = '*';
        context.responseHeaders['access-control-expose-headers'] = EXPOSED;
    }
    return next(context);
};

/** The question before the request: it carries no credentials yet. */
const preflight = (): Reply => ({
    status: 204,
    headers: { 'access-control-allow-origin': '*', ...ALLOWED }
});

const isPreflight = ({ headers, method, path }: Context): boolean =>
    headers['origin'] !== undefined && method === 'OPTIONS' && path.startsWith('/api/v2/');
