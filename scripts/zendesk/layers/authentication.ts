import type { Account } from '../account.ts';
import { ApiError } from '../http/errors.ts';
import type { Actor, Context, Layer } from '../http/exchange.ts';
import { userByEmail } from '../domain/identities.ts';
import type { User } from '../store/records.ts';
import { demandScope } from './scopes.ts';

/** The API token that `--accept-api-tokens` lets in. */
export const DEMO_API_TOKEN = 'demo-api-token-0123456789abcdefghijklmnop';

export const ANONYMOUS: Actor = { user: null, scopes: null, token: null };

/** Finds out who asks, and stops who may not ask here. */
export const authenticating: Layer = (context, next) => {
    const actor = actorOf(context);
    context.actor = onBehalf(context, actor);
    demandAccess(context);
    demandScope(context);
    return next(context);
};

function actorOf(context: Context): Actor {
    const [scheme = '', credentials = ''] = (context.headers['authorization'] ?? '').split(/\s+/);
    switch (scheme.toLowerCase()) {
        case '':
            return ANONYMOUS;
        case 'bearer':
            return bearer(context.account, credentials);
        case 'basic':
            return basic(context.account, credentials);
        default:
            throw ApiError.unauthenticated();
    }
}

function bearer(account: Account, secret: string): Actor {
    const { store, clock } = account;
    const token = store.oauthTokens.firstBy('token', secret);
    if (token === null || (token.expires !== null && token.expires <= clock.now())) {
        throw ApiError.invalidToken();
    }
    const user = store.users.find(token.user_id);
    if (user === null || !user.active || user.suspended) {
        throw ApiError.invalidToken();
    }
    return { user, scopes: token.scopes, token };
}

/**
 * `{email}/token:{api token}`. Passwords are gone since January 2026: an anonymous visitor is what
 * remains of them. A wrong or retired API token is refused.
 */
function basic(account: Account, credentials: string): Actor {
    const decoded = Buffer.from(credentials, 'base64').toString();
    const colon = decoded.indexOf(':');
    const login = decoded.slice(0, colon);
    if (!login.endsWith('/token')) {
        return ANONYMOUS;
    }
    const user = userByEmail(account.store, login.slice(0, -'/token'.length));
    const isAccepted =
        account.settings.acceptsApiTokens && decoded.slice(colon + 1) === DEMO_API_TOKEN;
    if (!isAccepted || user === null || !user.active) {
        throw ApiError.unauthenticated();
    }
    return { user, scopes: null, token: null };
}

/**
 * `X-On-Behalf-Of` by an admin's OAuth token with the scope `impersonate`. Source:
 * https://developer.zendesk.com/documentation/ticketing/using-the-zendesk-api/making-api-requests-on-behalf-of-end-users/
 */
function onBehalf(context: Context, actor: Actor): Actor {
    const wanted = context.headers['x-on-behalf-of'];
    if (wanted === undefined || actor.user === null) {
        return actor;
    }
    if (actor.token !== null && !actor.token.scopes.includes('impersonate')) {
        throw ApiError.missingScope(['impersonate']);
    }
    const user = impersonated(context.account, wanted);
    if (actor.user.role !== 'admin' || user === null) {
        throw ApiError.invalidToken();
    }
    return { ...actor, user };
}

function impersonated(account: Account, wanted: string): User | null {
    return /^\d+$/.test(wanted)
        ? account.store.users.find(Number(wanted))
        : userByEmail(account.store, wanted);
}

function demandAccess(context: Context): void {
    const access = context.route?.access ?? 'agent';
    const { user } = context.actor;
    if (context.route === null || access === 'anyone') {
        return;
    }
    if (user === null) {
        throw ApiError.unauthenticated();
    }
    const isAllowed =
        access === 'end-user' ||
        user.role === 'admin' ||
        (access === 'agent' && user.role === 'agent');
    if (!isAllowed) {
        throw ApiError.forbidden();
    }
}
