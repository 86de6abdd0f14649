import { requireUserPermission, SetupRefusal } from '../setup/userPermissions.ts';
import type { SetupStore } from '../store/types.ts';
import {
    type CredentialStore,
    providerKey,
    secretKey,
    type Secrets,
    type TokenKey,
    tokenKey
} from './credentialStore.ts';
import type { ExternalCredential, PrincipalType } from './definitions.ts';

/** Whether callouts can be authenticated as a principal. */
export type AuthenticationStatus = 'Configured' | 'NotConfigured';

export interface PrincipalInput {
    readonly externalCredential: string;
    readonly principalType: PrincipalType;
    readonly principalName: string;
}

/** Setup > Named Credentials: secrets go in and never come out. Every call names who asks. */
export interface CredentialSetup {
    list(userId: string): readonly ExternalCredential[];
    /** For a per-user principal, of the user who asks. */
    status(userId: string, principal: PrincipalInput): AuthenticationStatus;
    /** Client id and secret of a named principal; a token that was there goes. */
    savePrincipal(userId: string, principal: PrincipalInput, secrets: Secrets): void;
    /** Changes the named values alone. */
    patchPrincipal(userId: string, principal: PrincipalInput, secrets: Secrets): void;
    removePrincipal(userId: string, principal: PrincipalInput): void;
    /** Which values there are, without the values. */
    secretNames(principal: PrincipalInput): readonly string[];
    providerSecretNames(provider: string): readonly string[];
    /** Client id and secret of an identity provider. */
    saveProvider(userId: string, provider: string, secrets: Secrets): void;
}

export function createCredentialSetup(
    credentials: CredentialStore,
    rows: SetupStore
): CredentialSetup {
    const admin = (userId: string): void =>
        requireUserPermission(rows, userId, 'CustomizeApplication');
    const existing = (principal: PrincipalInput): string => {
        const credential = credentials.external.get(principal.externalCredential);
        if (!credential?.principals.some((one) => one.name === principal.principalName)) {
            throw new SetupRefusal(
                'NOT_FOUND',
                `There is no principal ${principal.principalName} in ${principal.externalCredential}.`
            );
        }
        return credential.developerName;
    };
    const save = (userId: string, principal: PrincipalInput, secrets: Secrets): void => {
        admin(userId);
        credentials.secrets.set(secretKey(existing(principal), principal.principalName), secrets);
        credentials.tokens.remove(tokenKey(keyOf(userId, principal)));
    };
    const secretsOf = ({ externalCredential, principalName }: PrincipalInput): Secrets =>
        credentials.secrets.get(secretKey(externalCredential, principalName)) ?? {};
    return {
        list(userId) {
            requireUserPermission(rows, userId, 'ViewSetup');
            return credentials.external.list();
        },
        status: (userId, principal) => statusOf(userId, principal, credentials),
        savePrincipal: save,
        patchPrincipal: (userId, principal, secrets) =>
            save(userId, principal, { ...secretsOf(principal), ...secrets }),
        secretNames: (principal) => Object.keys(secretsOf(principal)),
        providerSecretNames: (provider) =>
            Object.keys(credentials.secrets.get(providerKey(provider)) ?? {}),
        removePrincipal(userId, principal) {
            admin(userId);
            credentials.secrets.remove(secretKey(existing(principal), principal.principalName));
            credentials.tokens.remove(tokenKey(keyOf(userId, principal)));
        },
        saveProvider(userId, provider, secrets) {
            admin(userId);
            if (!credentials.providers.get(provider)) {
                throw new SetupRefusal('NOT_FOUND', `There is no identity provider ${provider}.`);
            }
            credentials.secrets.set(providerKey(provider), secrets);
        }
    };
}

function statusOf(
    userId: string,
    principal: PrincipalInput,
    { external, secrets, tokens }: CredentialStore
): AuthenticationStatus {
    const credential = external.get(principal.externalCredential);
    const token = tokens.get(tokenKey(keyOf(userId, principal)));
    const secret = secrets.get(secretKey(principal.externalCredential, principal.principalName));
    const ready = credential?.variant === 'AuthorizationCode' ? token : secret;
    return ready === undefined ? 'NotConfigured' : 'Configured';
}

function keyOf(userId: string, principal: PrincipalInput): TokenKey {
    return {
        ...principal,
        userId: principal.principalType === 'PerUserPrincipal' ? userId : null
    };
}
