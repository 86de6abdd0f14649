import { type Collection, collection } from '../state/collection.ts';
import type { OrgState } from '../state/orgState.ts';
import { makeId } from '../../data/store/ids.ts';
import { insertOne, put, type SetupStore } from '../store/types.ts';
import type {
    ExternalCredential,
    IdentityProvider,
    NamedCredential,
    PrincipalType
} from './definitions.ts';
import type { NewExternalCredential } from './fromMetadata.ts';

/** Secrets of a principal or identity provider, by parameter name (`clientId`, `clientSecret`...). */
export type Secrets = Readonly<Record<string, string>>;

/** An access token that an external credential holds for a principal. */
export interface StoredToken {
    readonly accessToken: string;
    /** As the token endpoint says it, `Bearer` when it says nothing. */
    readonly tokenType: string;
    readonly refreshToken: string | null;
    /** Epoch milliseconds; null when it does not expire. */
    readonly expiresAt: number | null;
    readonly scope: string | null;
}

/** Whose token: a named principal has one, a per-user principal one for each user. */
export interface TokenKey {
    readonly externalCredential: string;
    readonly principalType: PrincipalType;
    readonly principalName: string;
    /** Null for a named principal. */
    readonly userId: string | null;
}

/** Everything the org knows of credentials. Names are unique, case ignored. */
export interface CredentialStore {
    readonly named: Collection<NamedCredential>;
    readonly external: Collection<ExternalCredential>;
    readonly providers: Collection<IdentityProvider>;
    /** Secrets of principals by `secretKey`, of providers by `providerKey`. */
    readonly secrets: Collection<Secrets>;
    readonly tokens: Collection<StoredToken>;
    /** Creates or replaces; ids and, by name, the ids of principals stay. */
    saveNamed(credential: Omit<NamedCredential, 'id'>): NamedCredential;
    saveExternal(credential: NewExternalCredential): ExternalCredential;
    saveProvider(provider: Omit<IdentityProvider, 'id'>): IdentityProvider;
}

export function createCredentialStore(state: OrgState, rows: SetupStore): CredentialStore {
    const named = collection<NamedCredential>(state, 'namedCredentials');
    const external = collection<ExternalCredential>(state, 'externalCredentials');
    const providers = collection<IdentityProvider>(state, 'identityProviders');
    const nextId = idCounter(state);
    return {
        named,
        external,
        providers,
        secrets: collection<Secrets>(state, 'secrets'),
        tokens: collection<StoredToken>(state, 'tokens'),
        saveNamed(credential) {
            const saved = { ...credential, id: saveNamedRow(credential, rows) };
            named.set(saved.developerName, saved);
            return saved;
        },
        saveExternal(credential) {
            const before = external.get(credential.developerName);
            const saved = withIds(credential, before, nextId);
            external.set(saved.developerName, saved);
            return saved;
        },
        saveProvider(provider) {
            const id = providers.get(provider.developerName)?.id ?? nextId('0sX');
            const saved = { ...provider, id };
            providers.set(saved.developerName, saved);
            return saved;
        }
    };
}

/** Adds one NamedCredential record, as SOQL shows it. */
function saveNamedRow(credential: Omit<NamedCredential, 'id'>, rows: SetupStore): string {
    return put(
        rows,
        'NamedCredential',
        { DeveloperName: credential.developerName },
        {
            MasterLabel: credential.label,
            Endpoint: credential.url,
            Language: 'en_US',
            CalloutOptionsGenerateAuthorizationHeader: credential.generateAuthorizationHeader,
            CalloutOptionsAllowMergeFieldsInHeader: credential.allowMergeFieldsInHeader,
            CalloutOptionsAllowMergeFieldsInBody: credential.allowMergeFieldsInBody
        }
    );
}

function withIds(
    credential: NewExternalCredential,
    before: ExternalCredential | undefined,
    nextId: (prefix: string) => string
): ExternalCredential {
    return {
        ...credential,
        id: before?.id ?? nextId('0pu'),
        principals: credential.principals.map((principal) => ({
            ...principal,
            id: before?.principals.find((old) => old.name === principal.name)?.id ?? nextId('0pv')
        }))
    };
}

function idCounter(state: OrgState): (prefix: string) => string {
    return (prefix) => {
        const next = ((state.read('lastCredentialId') as number | undefined) ?? 0) + 1;
        state.write('lastCredentialId', next);
        return makeId(prefix, next);
    };
}

export function secretKey(externalCredential: string, principalName: string): string {
    return `${externalCredential}/${principalName}`;
}

export function providerKey(provider: string): string {
    return `provider/${provider}`;
}

export function tokenKey(key: TokenKey): string {
    return [key.externalCredential, key.principalType, key.principalName, key.userId ?? ''].join(
        '/'
    );
}

/** Lets the holders of a permission set use a principal. */
export function grantPrincipal(
    rows: SetupStore,
    permissionSetId: string,
    principalId: string
): void {
    const grant = { ParentId: permissionSetId, SetupEntityId: principalId };
    if (rows.find('SetupEntityAccess', grant).length === 0) {
        insertOne(rows, 'SetupEntityAccess', {
            ...grant,
            SetupEntityType: 'ExternalCredentialParameter'
        });
    }
}
