import type { Context, Layer, Reply } from '../http/exchange.ts';

const ALLOWED: Readonly<Record<string, string>> = {
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
    'access-control-allow-headers':
        'Authorization, Content-Type, Accept, Idempotency-Key, If-None-Match, X-On-Behalf-Of',
    'access-control-max-age': '7200'
};

const EXPOSED =
    'Location, ETag, Retry-After, X-Request-Id, X-Rate-Limit, X-Rate-Limit-Remaining, X-Zendesk-Api-Warn';

/**
 * Lets pages of other origins in, with an OAuth token only.
 * Source: https://developer.zendesk.com/api-reference/introduction/security-and-auth/
 */
export const allowingOrigins: Layer = async (context, next) => {
    const isForeign = context.headers['origin'] !== undefined;
    if (isForeign && context.method === 'OPTIONS' && context.path.startsWith('/api/v2/')) {
        return preflight();
    }
    if (isForeign && isByToken(context)) {
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

const isByToken = (context: Context): boolean => context.actor.token !== null;
