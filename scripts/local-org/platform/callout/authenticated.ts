import type { ExternalCredential, NamedCredential } from '../credentials/definitions.ts';
import { secretKey } from '../credentials/credentialStore.ts';
import { resolveMergeFields } from '../credentials/mergeFields.ts';
import { principalFor, type TokenRights, tokenRights } from '../credentials/principalAccess.ts';
import { keyOf, renewToken, type TokenOwner, validToken } from '../oauth/tokenService.ts';
import type { CalloutServices } from './callouts.ts';
import {
    CalloutError,
    type CalloutContext,
    type CalloutRequest,
    type CalloutResponse,
    type Header
} from './types.ts';

/** How a request of a named credential proves who it is. */
interface Identity {
    readonly owner: TokenOwner;
    readonly rights: TokenRights;
}

/** Sends with the identity of the named credential; an expired token is renewed once and the request repeated. */
export function sendAuthenticated(
    request: CalloutRequest,
    named: NamedCredential,
    context: CalloutContext,
    services: CalloutServices
): CalloutResponse {
    const identity = identityFor(named, context, services);
    const send = (authorization: readonly Header[]): CalloutResponse =>
        services.wire.send(
            'apex',
            complete(request, named, identity, authorization, services),
            context.userId
        );
    if (identity?.owner.credential.protocol !== 'Oauth') {
        return send(basicHeader(named, identity, services));
    }
    const token = validToken(identity.owner, services) ?? renew(identity, services);
    const response = send(bearer(named, token));
    return isExpired(response, identity.owner.credential)
        ? send(bearer(named, renew(identity, services)))
        : response;
}

function identityFor(
    named: NamedCredential,
    context: CalloutContext,
    services: CalloutServices
): Identity | null {
    if (named.externalCredential === null) {
        return null;
    }
    const credential = services.credentials.external.get(named.externalCredential);
    const principal = credential && principalFor(services.rows, credential, context.userId);
    const rights = tokenRights(services.rows, context.userId);
    if (!credential || !principal || !rights.read) {
        throw noAccess(named.externalCredential);
    }
    return { owner: { credential, principal, userId: context.userId }, rights };
}

/** Writing a token takes Edit for one's own, Modify All for that of a named principal. */
function renew(identity: Identity, services: CalloutServices): ReturnType<typeof renewToken> {
    const { owner, rights } = identity;
    const perUser = owner.principal.type === 'PerUserPrincipal';
    const neverLinked =
        owner.credential.variant === 'AuthorizationCode' &&
        !services.credentials.tokens.get(keyOf(owner));
    if (neverLinked || !(perUser ? rights.edit : rights.modifyAll)) {
        throw noAccess(owner.credential.developerName);
    }
    return renewToken(owner, services);
}

function noAccess(externalCredential: string): CalloutError {
    return new CalloutError(
        "We couldn't access the credential(s). You might not have the required permissions, " +
            `or the external credential "${externalCredential}" might not exist.`
    );
}

function isExpired(response: CalloutResponse, credential: ExternalCredential): boolean {
    return response.status === 401 || credential.refreshStatusCodes.includes(response.status);
}

function bearer(named: NamedCredential, token: ReturnType<typeof renewToken>): readonly Header[] {
    // Providers name the scheme `bearer` in any case; servers expect the registered spelling.
    const scheme = /^bearer$/i.test(token.tokenType) ? 'Bearer' : token.tokenType;
    return named.generateAuthorizationHeader
        ? [['Authorization', `${scheme} ${token.accessToken}`]]
        : [];
}

function basicHeader(
    named: NamedCredential,
    identity: Identity | null,
    services: CalloutServices
): readonly Header[] {
    if (identity?.owner.credential.protocol !== 'Basic' || !named.generateAuthorizationHeader) {
        return [];
    }
    const values = valuesOf(identity, services);
    const pair = `${values.get('username') ?? ''}:${values.get('password') ?? ''}`;
    return [['Authorization', `Basic ${Buffer.from(pair).toString('base64')}`]];
}

/** Adds the headers of both credentials and resolves merge fields where they are allowed. */
function complete(
    request: CalloutRequest,
    named: NamedCredential,
    identity: Identity | null,
    authorization: readonly Header[],
    services: CalloutServices
): CalloutRequest {
    const values = identity ? valuesOf(identity, services) : new Map<string, string>();
    const own = named.allowMergeFieldsInHeader
        ? request.headers.map(([name, value]) => [name, resolveMergeFields(value, values)] as const)
        : request.headers;
    const configured = [...named.headers, ...(identity?.owner.credential.headers ?? [])]
        .sort((a, b) => a.sequence - b.sequence)
        .map(({ name, value }) => [name, resolveMergeFields(value, values)] as const);
    const body =
        named.allowMergeFieldsInBody && request.body
            ? new TextEncoder().encode(
                  resolveMergeFields(new TextDecoder().decode(request.body), values)
              )
            : request.body;
    return { ...request, headers: override([...own, ...configured, ...authorization]), body };
}

/** Of headers with one name, in any case, the last holds. */
function override(headers: readonly Header[]): readonly Header[] {
    return [...new Map(headers.map((header) => [header[0].toLowerCase(), header])).values()];
}

function valuesOf({ owner }: Identity, services: CalloutServices): ReadonlyMap<string, string> {
    const { credential, principal } = owner;
    const secrets = services.credentials.secrets.get(
        secretKey(credential.developerName, principal.name)
    );
    const token = services.credentials.tokens.get(keyOf(owner));
    return new Map([
        ...Object.entries(secrets ?? {}).map(
            ([name, value]) => [name.toLowerCase(), value] as const
        ),
        ...(token ? [['oauthtoken', token.accessToken] as const] : [])
    ]);
}
