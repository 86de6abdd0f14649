import { type HostMapping, mapUrl } from '../callout/hostMapping.ts';
import { type CredentialStore, type TokenKey, tokenKey } from '../credentials/credentialStore.ts';
import type {
    ExternalCredential,
    IdentityProvider,
    PrincipalType,
    RequestParameters
} from '../credentials/definitions.ts';
import { SetupRefusal } from '../setup/userPermissions.ts';
import { type Collection, collection } from '../state/collection.ts';
import type { OrgState } from '../state/orgState.ts';
import { createPkce, type Pkce, type RandomText } from './pkce.ts';
import { providerClient } from './providerClient.ts';
import { requestToken, type TokenContext, TokenError } from './tokenRequest.ts';

/** Which principal of which external credential a browser session is to authenticate. */
export interface AuthorizationInput {
    readonly externalCredential: string;
    readonly principalType: PrincipalType;
    readonly principalName: string;
    /** The user whose browser it is. */
    readonly userId: string;
    /** Where the browser goes when it is done: a path of this org. */
    readonly returnPath: string;
}

/** What the identity provider sends the browser back with. */
export interface AuthorizationAnswer {
    readonly state: string;
    readonly code: string | null;
    readonly error: string | null;
    readonly errorDescription: string | null;
    /** The user of the session that came back. */
    readonly userId: string | null;
}

export type AuthorizationOutcome =
    | { readonly kind: 'authorized'; readonly returnPath: string; readonly key: TokenKey }
    | {
          readonly kind: 'failed';
          readonly error: string;
          readonly description: string;
          /** Null when the answer belongs to no authorization that this org began. */
          readonly returnPath: string | null;
      };

interface Pending extends AuthorizationInput {
    readonly state: string;
    readonly verifier: string | null;
    readonly startedAt: number;
}

export interface AuthorizationContext extends Omit<TokenContext, 'userId'> {
    readonly credentials: CredentialStore;
    readonly state: OrgState;
    readonly random: RandomText;
    readonly hosts: HostMapping;
    /** Origin of the org, e.g. `http://localhost:8000`. */
    readonly orgUrl: string;
}

const PENDING_MS = 10 * 60_000;

/** An authorization that can't begin: what is missing, by name. */
export class AuthorizationError extends SetupRefusal {
    constructor(message: string) {
        super('INVALID_OPERATION', message);
        this.name = 'AuthorizationError';
    }
}

/** Where the provider sends the browser back to: registered with the OAuth client. */
export function callbackUrl(orgUrl: string, provider: string): string {
    return `${orgUrl}/services/authcallback/${provider}`;
}

/** Begins an authorization: the URL to open in the user's browser. */
export function authorizationUrl(input: AuthorizationInput, context: AuthorizationContext): string {
    const { credential, provider } = configuration(input.externalCredential, context);
    const { clientId } = providerClient(provider, context.credentials);
    if (clientId === '') {
        throw new AuthorizationError(
            `The identity provider ${provider.developerName} has no client id.`
        );
    }
    const state = context.random(24);
    const pkce = provider.pkce ? createPkce(context.random) : null;
    const verifier = pkce?.verifier ?? null;
    pendingIn(context).set(state, { ...input, state, verifier, startedAt: context.clock() });
    // The browser is outside the org: it has to be sent where the host really is.
    return withParameters(mapUrl(provider.authorizeUrl, context.hosts), [
        ['response_type', 'code'],
        ['client_id', clientId],
        ['redirect_uri', callbackUrl(context.orgUrl, provider.developerName)],
        ['scope', scopeOf(credential, input.principalName)],
        ['state', state],
        ...challengeOf(pkce),
        ...provider.authorizeParameters
    ]);
}

function challengeOf(pkce: Pkce | null): RequestParameters {
    return pkce === null
        ? []
        : [
              ['code_challenge', pkce.challenge],
              ['code_challenge_method', 'S256']
          ];
}

function withParameters(address: string, parameters: RequestParameters): string {
    const url = new URL(address);
    parameters.forEach(([name, value]) => url.searchParams.set(name, value));
    return url.href;
}

/** Ends an authorization: each state is good once, for ten minutes, for the user who began it. */
export function completeAuthorization(
    answer: AuthorizationAnswer,
    context: AuthorizationContext
): AuthorizationOutcome {
    const pending = takePending(answer, context);
    if (!pending) {
        const description =
            'The authorization is unknown, too old, already used or of another user.';
        return { kind: 'failed', error: 'invalid_state', description, returnPath: null };
    }
    const { returnPath } = pending;
    if (answer.code === null) {
        const description = answer.errorDescription ?? '';
        return { kind: 'failed', error: answer.error ?? 'no_code', description, returnPath };
    }
    try {
        return exchangeCode(pending, answer.code, context);
    } catch (error) {
        if (error instanceof TokenError) {
            return {
                kind: 'failed',
                error: error.error,
                description: error.description,
                returnPath
            };
        }
        throw error;
    }
}

function exchangeCode(
    pending: Pending,
    code: string,
    context: AuthorizationContext
): AuthorizationOutcome {
    const { provider } = configuration(pending.externalCredential, context);
    const token = requestToken(
        {
            ...providerClient(provider, context.credentials),
            parameters: [
                ['grant_type', 'authorization_code'],
                ['code', code],
                ['redirect_uri', callbackUrl(context.orgUrl, provider.developerName)],
                ...(pending.verifier === null
                    ? []
                    : [['code_verifier', pending.verifier] as const]),
                ...provider.tokenParameters
            ],
            headers: provider.tokenHeaders
        },
        { ...context, userId: pending.userId }
    );
    const key = keyOf(pending);
    context.credentials.tokens.set(tokenKey(key), token);
    return { kind: 'authorized', returnPath: pending.returnPath, key };
}

/** Forgets a principal's tokens in this org; the provider is not told, as on the platform. */
export function revokeAuthorization(key: TokenKey, credentials: CredentialStore): void {
    credentials.tokens.remove(tokenKey(key));
}

function keyOf(pending: Pending): TokenKey {
    return {
        externalCredential: pending.externalCredential,
        principalType: pending.principalType,
        principalName: pending.principalName,
        userId: pending.principalType === 'PerUserPrincipal' ? pending.userId : null
    };
}

function takePending(
    answer: AuthorizationAnswer,
    context: AuthorizationContext
): Pending | undefined {
    const all = pendingIn(context);
    const found = all.get(answer.state);
    all.remove(answer.state);
    all.list()
        .filter((pending) => context.clock() - pending.startedAt > PENDING_MS)
        .forEach((pending) => all.remove(pending.state));
    const good =
        found?.state === answer.state &&
        found.userId === answer.userId &&
        context.clock() - found.startedAt <= PENDING_MS;
    return good ? found : undefined;
}

function pendingIn(context: AuthorizationContext): Collection<Pending> {
    return collection<Pending>(context.state, 'pendingAuthorizations');
}

function configuration(
    name: string,
    { credentials }: AuthorizationContext
): { readonly credential: ExternalCredential; readonly provider: IdentityProvider } {
    const credential = credentials.external.get(name);
    if (!credential) {
        throw new AuthorizationError(`There is no external credential ${name}.`);
    }
    const provider = credentials.providers.get(credential.identityProvider ?? '');
    if (!provider) {
        throw new AuthorizationError(`The external credential ${name} has no identity provider.`);
    }
    return { credential, provider };
}

function scopeOf(credential: ExternalCredential, principalName: string): string {
    const principal = credential.principals.find((one) => one.name === principalName);
    return principal?.scope ?? credential.scope;
}
