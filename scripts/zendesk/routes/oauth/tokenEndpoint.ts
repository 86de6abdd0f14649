import { createHash } from 'node:crypto';
import { ACCESS_LIFETIME, REFRESH_LIFETIME, issueToken } from '../../domain/tokens.ts';
import { ApiError } from '../../http/errors.ts';
import type { Context, Reply, Route } from '../../http/exchange.ts';
import { isObject, text, type JsonObject } from '../../http/json.ts';
import type { AuthorizationCode, OAuthClient, OAuthToken, User } from '../../store/records.ts';

/** An error of RFC 6749, section 5.2. */
const oauthError = (status: number, error: string, description: string): ApiError =>
    new ApiError(status, { error, error_description: description });

const invalidGrant = () =>
    oauthError(
        400,
        'invalid_grant',
        'The provided access grant is invalid, expired, or revoked (e.g. invalid assertion, expired authorization token, bad end-user password credentials, or mismatching authorization code and redirection URI).'
    );

const invalidClient = () =>
    oauthError(
        401,
        'invalid_client',
        'Client authentication failed due to unknown client or invalid secret.'
    );

const invalidScope = () =>
    oauthError(400, 'invalid_scope', 'The requested scope is invalid, unknown, or malformed.');

type Parameters = Readonly<Record<string, string>>;

/** The body as a form or as JSON: clients of both kinds are in use. */
function parameters(context: Context): Parameters {
    const body = context.body();
    const values = isObject(body) ? body : {};
    return Object.fromEntries(
        Object.entries(values).flatMap(([name, value]) => {
            const string = text(value);
            return string === null ? [] : [[name, string]];
        })
    );
}

/** RFC 6749 has Basic credentials escaped; who did not escape a percent sign meant it as it is. */
function unescaped(value: string): string {
    try {
        return decodeURIComponent(value);
    } catch {
        return value;
    }
}

/** The client by `client_id` and `client_secret`, in the body or as Basic credentials. */
function credentials(context: Context, sent: Parameters): { id: string; secret: string | null } {
    const [scheme, value] = (context.headers['authorization'] ?? '').split(' ');
    if (scheme?.toLowerCase() === 'basic' && sent['client_id'] === undefined) {
        const [id = '', ...secret] = Buffer.from(value ?? '', 'base64')
            .toString()
            .split(':');
        return { id: unescaped(id), secret: unescaped(secret.join(':')) };
    }
    return { id: sent['client_id'] ?? '', secret: sent['client_secret'] ?? null };
}

/** A public client has no secret to show; a confidential one must show the right one. */
function clientOf(context: Context, sent: Parameters): OAuthClient {
    const { id, secret } = credentials(context, sent);
    const client = context.account.store.oauthClients.firstBy('identifier', id);
    if (client === null) {
        throw invalidClient();
    }
    const isProven = secret === client.secret;
    if (!isProven && (client.kind === 'confidential' || secret !== null)) {
        throw invalidClient();
    }
    return client;
}

/** @throws ApiError 400 when a number of seconds is outside its bounds */
function lifetime(
    sent: Parameters,
    name: string,
    bounds: typeof ACCESS_LIFETIME | typeof REFRESH_LIFETIME
): number {
    const raw = sent[name];
    if (raw === undefined) {
        return bounds.default;
    }
    const seconds = Number(raw);
    if (!Number.isInteger(seconds) || seconds < bounds.min || seconds > bounds.max) {
        throw oauthError(
            400,
            'invalid_request',
            `${name} must be between ${bounds.min} and ${bounds.max} seconds`
        );
    }
    return seconds;
}

/** Asking beyond what the client may have is refused; a misspelt scope is not noticed here. */
export function scopesWithin(client: OAuthClient, wanted: string): string[] {
    const scopes = wanted.split(/\s+/).filter((scope) => scope !== '');
    if (client.scopes !== null && scopes.some((scope) => !client.scopes?.includes(scope))) {
        throw invalidScope();
    }
    return scopes;
}

function userOf(context: Context, id: number): User {
    const user = context.account.store.users.find(id);
    if (user === null || !user.active) {
        throw invalidGrant();
    }
    return user;
}

function answer(context: Context, token: OAuthToken): Reply {
    const left = (expires: number | null) =>
        expires === null ? null : Math.round((expires - context.account.clock.now()) / 1000);
    const body: JsonObject = {
        access_token: token.token,
        token_type: 'bearer',
        scope: token.scopes.join(' '),
        ...(token.refresh_token !== null && {
            refresh_token: token.refresh_token,
            refresh_token_expires_in: left(token.refresh_expires)
        }),
        ...(token.expires !== null && { expires_in: left(token.expires) })
    };
    return { status: 200, body, headers: { 'cache-control': 'no-store' } };
}

function clientCredentials(context: Context, sent: Parameters): Reply {
    const client = clientOf(context, sent);
    if (client.kind !== 'confidential') {
        throw oauthError(
            400,
            'unauthorized_client',
            'The client is not authorized to perform this request using this method.'
        );
    }
    const token = issueToken(context.account, {
        client,
        user: userOf(context, client.user_id),
        scopes: scopesWithin(client, sent['scope'] ?? 'read'),
        accessSeconds: lifetime(sent, 'expires_in', ACCESS_LIFETIME),
        refreshSeconds: null
    });
    return answer(context, token);
}

function isVerified(code: AuthorizationCode, verifier: string | undefined): boolean {
    if (code.challenge === null) {
        return true;
    }
    if (verifier === undefined) {
        return false;
    }
    const derived =
        code.challenge.method === 'S256'
            ? createHash('sha256').update(verifier).digest('base64url')
            : verifier;
    return derived === code.challenge.value;
}

/** A code is good for one try, whatever comes of it. */
function authorizationCode(context: Context, sent: Parameters): Reply {
    const { store, clock } = context.account;
    const client = clientOf(context, sent);
    const code = store.authorizationCodes.remove(sent['code'] ?? '');
    const isGood =
        code !== null &&
        code.client_id === client.id &&
        code.expires > clock.now() &&
        code.redirect_uri === sent['redirect_uri'] &&
        isVerified(code, sent['code_verifier']);
    if (!isGood) {
        throw invalidGrant();
    }
    const token = issueToken(context.account, {
        client,
        user: userOf(context, code.user_id),
        scopes: code.scopes,
        accessSeconds: lifetime(sent, 'expires_in', ACCESS_LIFETIME),
        refreshSeconds: lifetime(sent, 'refresh_token_expires_in', REFRESH_LIFETIME)
    });
    return answer(context, token);
}

/** A refresh may ask for less than was granted, never for more. */
function scopesOfRefresh(client: OAuthClient, old: OAuthToken, wanted?: string): readonly string[] {
    const scopes = wanted === undefined ? old.scopes : scopesWithin(client, wanted);
    if (scopes.some((scope) => !old.scopes.includes(scope))) {
        throw invalidScope();
    }
    return scopes;
}

/** Both old tokens die. An old refresh token fails without hurting its successor. */
function refresh(context: Context, sent: Parameters): Reply {
    const { store, clock } = context.account;
    const client = clientOf(context, sent);
    const old = store.oauthTokens.firstBy('refresh', sent['refresh_token'] ?? '');
    const isGood =
        old !== null &&
        old.client_id === client.id &&
        (old.refresh_expires === null || old.refresh_expires > clock.now());
    if (!isGood) {
        throw invalidGrant();
    }
    const grant = {
        client,
        user: userOf(context, old.user_id),
        scopes: scopesOfRefresh(client, old, sent['scope']),
        accessSeconds: lifetime(sent, 'expires_in', ACCESS_LIFETIME),
        refreshSeconds: lifetime(sent, 'refresh_token_expires_in', REFRESH_LIFETIME)
    };
    store.oauthTokens.remove(old.id);
    return answer(context, issueToken(context.account, grant));
}

function token(context: Context): Reply {
    const sent = parameters(context);
    switch (sent['grant_type']) {
        case 'client_credentials':
            return clientCredentials(context, sent);
        case 'authorization_code':
            return authorizationCode(context, sent);
        case 'refresh_token':
            return refresh(context, sent);
        case undefined:
            throw oauthError(
                400,
                'invalid_request',
                'The request is missing a required parameter: grant_type.'
            );
        default:
            throw oauthError(
                400,
                'unsupported_grant_type',
                'The authorization grant type is not supported by the authorization server.'
            );
    }
}

export const oauthTokenEndpoint: readonly Route[] = [
    { method: 'POST', path: '/oauth/tokens', access: 'anyone', handle: token }
];
