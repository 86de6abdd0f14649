import { CalloutError } from '../callout/types.ts';
import type { ExternalCredential, Principal } from '../credentials/definitions.ts';
import {
    type CredentialStore,
    secretKey,
    type StoredToken,
    type TokenKey,
    tokenKey
} from '../credentials/credentialStore.ts';
import { providerClient } from './providerClient.ts';
import { requestToken, type TokenContext, TokenError } from './tokenRequest.ts';

/** Who needs a token of which principal. */
export interface TokenOwner {
    readonly credential: ExternalCredential;
    readonly principal: Principal;
    readonly userId: string;
}

export type TokenServiceContext = Omit<TokenContext, 'userId'> & {
    readonly credentials: CredentialStore;
};

/** Where a principal's token is kept. */
export function keyOf({ credential, principal, userId }: TokenOwner): string {
    const key: TokenKey = {
        externalCredential: credential.developerName,
        principalType: principal.type,
        principalName: principal.name,
        userId: principal.type === 'PerUserPrincipal' ? userId : null
    };
    return tokenKey(key);
}

/** The stored token, when there is one that has not expired. */
export function validToken(
    owner: TokenOwner,
    context: TokenServiceContext
): StoredToken | undefined {
    const token = context.credentials.tokens.get(keyOf(owner));
    const expired =
        token !== undefined && token.expiresAt !== null && token.expiresAt <= context.clock();
    return expired ? undefined : token;
}

/**
 * Gets a new token and keeps it: by client credentials, or by the refresh token, which the provider
 * may rotate. Throws CalloutError in the platform's words.
 */
export function renewToken(owner: TokenOwner, context: TokenServiceContext): StoredToken {
    const token =
        owner.credential.variant === 'AuthorizationCode'
            ? refresh(owner, context)
            : fetchByClientCredentials(owner, context);
    context.credentials.tokens.set(keyOf(owner), token);
    return token;
}

function fetchByClientCredentials(owner: TokenOwner, context: TokenServiceContext): StoredToken {
    const { credential, principal, userId } = owner;
    const secrets = context.credentials.secrets.get(
        secretKey(credential.developerName, principal.name)
    );
    if (!secrets?.['clientId'] || !credential.tokenUrl) {
        throw new CalloutError("The external credential isn't fully configured.");
    }
    const scope = principal.scope ?? credential.scope;
    const basic = credential.variant === 'ClientCredentialsClientSecretBasic';
    try {
        return requestToken(
            {
                tokenUrl: credential.tokenUrl,
                clientId: secrets['clientId'],
                clientSecret: secrets['clientSecret'] ?? '',
                clientAuthentication: basic ? 'basic' : 'body',
                parameters: [
                    ['grant_type', 'client_credentials'],
                    ...(scope ? [['scope', scope] as const] : [])
                ],
                headers: []
            },
            { ...context, userId }
        );
    } catch (error) {
        throw error instanceof TokenError ? tokenFailure(error) : error;
    }
}

function tokenFailure({ error, description }: TokenError): CalloutError {
    return new CalloutError(
        `Unable to fetch the OAuth token. Error: ${error}. Error description: ${description}.`
    );
}

function refresh(owner: TokenOwner, context: TokenServiceContext): StoredToken {
    const { credentials } = context;
    const old = credentials.tokens.get(keyOf(owner));
    const provider = credentials.providers.get(owner.credential.identityProvider ?? '');
    if (!old?.refreshToken || !provider) {
        throw new CalloutError(REFRESH_FAILED);
    }
    try {
        const token = requestToken(
            {
                ...providerClient(provider, credentials),
                parameters: [
                    ['grant_type', 'refresh_token'],
                    ['refresh_token', old.refreshToken],
                    ...provider.refreshParameters
                ],
                headers: provider.refreshHeaders
            },
            { ...context, userId: owner.userId }
        );
        return { ...token, refreshToken: token.refreshToken ?? old.refreshToken };
    } catch (error) {
        throw error instanceof TokenError ? refreshFailure(error, owner, context) : error;
    }
}

const REFRESH_FAILED = "The expired credentials couldn't be refreshed. Try again later.";

/** A refused grant never works again, so the token goes: the principal has to be authenticated anew. */
function refreshFailure(
    error: TokenError,
    owner: TokenOwner,
    context: TokenServiceContext
): CalloutError {
    if (error.error === 'invalid_grant') {
        context.credentials.tokens.remove(keyOf(owner));
    }
    return new CalloutError(REFRESH_FAILED);
}
