import type {
    AuthenticationStatus,
    PrincipalInput
} from '../../../platform/credentials/credentialSetup.ts';
import type { Secrets } from '../../../platform/credentials/credentialStore.ts';
import type { EnumConstant } from '../../values/runtimeType.ts';
import { ApexMap } from '../../values/map.ts';
import type { Bean } from '../platform/beans.ts';
import { beanMap, constant, constantOf, makeBean, textOf } from './beans.ts';
import { type CredentialCall, credentialCall, refused, required } from './services.ts';

/** Credentials of principals: client ids and secrets, and the link of a user's own account. */
export const credentialMethods = {
    getCredential: (external: string | null, principal: string | null, type: EnumConstant | null) =>
        credentialCall((call) => credential(principalOf(external, principal, type), call)),
    createCredential: (input: Bean) =>
        credentialCall((call) => {
            const principal = principalOfInput(input);
            if (call.services.credentialSetup.status(call.userId, principal) === 'Configured') {
                throw refused(
                    `Authentication credentials for ${principal.principalName} already exist. Use the PUT method to overwrite them.`
                );
            }
            return save(principal, secretsOf(input), call);
        }),
    updateCredential: (input: Bean) =>
        credentialCall((call) => save(principalOfInput(input), secretsOf(input), call)),
    patchCredential: (input: Bean) =>
        credentialCall((call) => {
            const principal = principalOfInput(input);
            const { credentialSetup } = call.services;
            credentialSetup.patchPrincipal(call.userId, principal, secretsOf(input));
            return credential(principal, call);
        }),
    deleteCredential: (
        external: string | null,
        principal: string | null,
        type: EnumConstant | null
    ): void => credentialCall((call) => remove(principalOf(external, principal, type), call)),
    getOAuthCredentialAuthUrl: (input: Bean) =>
        credentialCall((call) => {
            const principal = principalOfInput(input);
            const returnPath = localPath(textOf(input, 'returnUrl'));
            const url = call.services.authorizationUrl({
                ...principal,
                userId: call.userId,
                returnPath
            });
            return makeBean('OAuthCredentialAuthUrl', {
                authenticationUrl: url,
                externalCredential: principal.externalCredential,
                principalName: principal.principalName,
                principalType: constant('CredentialPrincipalType', principal.principalType)
            });
        })
};

/** Only a path of this org: a link that led elsewhere would be an open redirect. */
function localPath(url: string | null): string {
    const path = url?.replace(/^\//, '') ?? '';
    return /^[\w-]+([/?#]|$)/.test(path) ? `/${path}` : '/';
}

function principalOfInput(input: Bean): PrincipalInput {
    const type = input.value('principalType') as EnumConstant | null;
    return principalOf(textOf(input, 'externalCredential'), textOf(input, 'principalName'), type);
}

function principalOf(
    external: string | null,
    principal: string | null,
    type: EnumConstant | null
): PrincipalInput {
    const principalType = type?.name();
    if (principalType !== 'NamedPrincipal' && principalType !== 'PerUserPrincipal') {
        throw refused(`The principal type ${principalType ?? 'null'} is not supported.`);
    }
    return {
        externalCredential: required(external, 'external credential'),
        principalName: required(principal, 'principal name'),
        principalType
    };
}

function secretsOf(input: Bean): Secrets {
    const given = input.value('credentials');
    if (!(given instanceof ApexMap)) {
        return {};
    }
    return Object.fromEntries(
        [...given.keySet()].map((name) => [
            String(name),
            textOf(given.get(name) as Bean, 'value') ?? ''
        ])
    );
}

function save(principal: PrincipalInput, secrets: Secrets, call: CredentialCall): Bean {
    call.services.credentialSetup.savePrincipal(call.userId, principal, secrets);
    return credential(principal, call);
}

/** A user's own credential is the user's to remove; a named principal's is setup. */
function remove(principal: PrincipalInput, { services, userId }: CredentialCall): void {
    if (principal.principalType === 'PerUserPrincipal') {
        services.unlink(userId, principal.externalCredential, principal.principalName);
    } else {
        services.credentialSetup.removePrincipal(userId, principal);
    }
}

/** Values are encrypted and never come back: only their names do. */
function credential(principal: PrincipalInput, { services, userId }: CredentialCall): Bean {
    const external = services.credentials.external.get(principal.externalCredential);
    if (!external?.principals.some((one) => one.name === principal.principalName)) {
        throw refused(
            `The principal ${principal.principalName} of ${principal.externalCredential} does not exist.`
        );
    }
    const status: AuthenticationStatus = services.credentialSetup.status(userId, principal);
    const names = services.credentialSetup.secretNames(principal);
    const values = names.map((name) => {
        const value = makeBean('CredentialValue', { encrypted: true, value: null });
        return [name, value] as const;
    });
    return makeBean('Credential', {
        authenticationProtocol: protocolConstant(external.protocol),
        authenticationStatus: constant('CredentialAuthenticationStatus', status),
        credentials: beanMap('CredentialValue', values),
        externalCredential: external.developerName,
        principalName: principal.principalName,
        principalType: constant('CredentialPrincipalType', principal.principalType)
    });
}

/** The Connect API spells OAuth its own way and has no name for "no authentication". */
export function protocolConstant(protocol: string): EnumConstant | null {
    switch (protocol) {
        case 'NoAuthentication':
            return null;
        case 'Oauth':
            return constant('CredentialAuthenticationProtocol', 'OAuth');
        default:
            return constant('CredentialAuthenticationProtocol', protocol);
    }
}

/** The other way round. */
export function protocolOf(input: Bean): 'Basic' | 'Custom' | 'NoAuthentication' | 'Oauth' {
    const name = constantOf(input, 'authenticationProtocol');
    switch (name) {
        case null:
            return 'NoAuthentication';
        case 'OAuth':
            return 'Oauth';
        case 'Basic':
        case 'Custom':
            return name;
        default:
            throw refused(`The authentication protocol ${name} is not supported by the local org.`);
    }
}
