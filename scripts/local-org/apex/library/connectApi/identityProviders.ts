import type {
    IdentityProvider,
    RequestParameters
} from '../../../platform/credentials/definitions.ts';
import type { Bean } from '../platform/beans.ts';
import { beanList, beansOf, constant, constantOf, makeBean, textOf } from './beans.ts';
import { existing, getAll, getOne, type Kind, newName } from './kinds.ts';
import { type CredentialCall, credentialCall, required, requireSetup } from './services.ts';

const PROVIDER: Kind<IdentityProvider> = {
    noun: 'external auth identity provider',
    bean: 'ExternalAuthIdentityProvider',
    name: ['fullName', 'full name'],
    store: ({ services }) => services.credentials.providers,
    toBean
};

/** Identity providers of the authorization code flow. */
export const identityProviderMethods = {
    getExternalAuthIdentityProvider: getOne(PROVIDER),
    getExternalAuthIdentityProviders: getAll(
        PROVIDER,
        'ExternalAuthIdentityProviderList',
        'externalAuthIdentityProviders'
    ),
    createExternalAuthIdentityProvider: (input: Bean) =>
        credentialCall((call) => save(newName(PROVIDER, input, call), input, call)),
    updateExternalAuthIdentityProvider: (name: string | null, input: Bean) =>
        credentialCall((call) => save(existing(PROVIDER, name, call).developerName, input, call)),
    deleteExternalAuthIdentityProvider: (name: string | null): void =>
        credentialCall((call) => {
            requireSetup(call);
            const { developerName } = existing(PROVIDER, name, call);
            call.services.credentials.providers.remove(developerName);
        }),
    getExternalAuthIdentityProviderCredentials: (name: string | null) =>
        credentialCall((call) => credentialsBean(existing(PROVIDER, name, call), call)),
    createExternalAuthIdentityProviderCredentials: saveCredentials,
    updateExternalAuthIdentityProviderCredentials: saveCredentials
};

function saveCredentials(name: string | null, input: Bean): Bean {
    return credentialCall((call) => {
        const provider = existing(PROVIDER, name, call);
        const secrets = beansOf(input, 'credentials').map((one) => [
            textOf(one, 'credentialName') ?? '',
            textOf(one, 'credentialValue') ?? ''
        ]);
        const setup = call.services.credentialSetup;
        setup.saveProvider(call.userId, provider.developerName, Object.fromEntries(secrets));
        return credentialsBean(provider, call);
    });
}

function save(developerName: string, input: Bean, call: CredentialCall): Bean {
    requireSetup(call);
    const parameters = beansOf(input, 'parameters');
    const pairs = (type: string): RequestParameters =>
        parameters
            .filter((one) => constantOf(one, 'parameterType') === type)
            .map((one) => [
                textOf(one, 'parameterName') ?? '',
                textOf(one, 'parameterValue') ?? ''
            ]);
    const basic = constantOf(input, 'clientAuthentication') === 'ClientSecretBasic';
    const saved = call.services.credentials.saveProvider({
        developerName,
        label: textOf(input, 'label') ?? developerName,
        flow: 'AuthorizationCode',
        authorizeUrl: required(textOf(input, 'authorizeUrl'), 'authorize URL'),
        tokenUrl: required(textOf(input, 'tokenUrl'), 'token URL'),
        userInfoUrl: textOf(input, 'userInfoUrl'),
        clientAuthentication: basic ? 'ClientSecretBasic' : 'ClientSecretPost',
        pkce: pairs('IdentityProviderOptions').some(
            ([name, value]) => name === 'PkceEnabled' && value === 'true'
        ),
        authorizeParameters: pairs('AuthorizeRequestQueryParameter'),
        tokenParameters: pairs('TokenRequestBodyParameter'),
        tokenHeaders: pairs('TokenRequestHttpHeader'),
        refreshParameters: pairs('RefreshRequestBodyParameter'),
        refreshHeaders: pairs('RefreshRequestHttpHeader')
    });
    return toBean(saved, call);
}

function toBean(provider: IdentityProvider, { services }: CredentialCall): Bean {
    return makeBean('ExternalAuthIdentityProvider', {
        authenticationFlow: constant('IdentityProviderAuthFlow', 'AuthorizationCode'),
        authenticationProtocol: constant('IdentityProviderAuthProtocol', 'OAuth'),
        authorizeUrl: provider.authorizeUrl,
        callbackUrl: services.callbackUrl(provider.developerName),
        clientAuthentication: constant('IdentityProviderClientAuth', provider.clientAuthentication),
        fullName: provider.developerName,
        id: provider.id,
        label: provider.label,
        tokenUrl: provider.tokenUrl,
        userInfoUrl: provider.userInfoUrl
    });
}

/** Values are encrypted and never come back. */
function credentialsBean(provider: IdentityProvider, { services }: CredentialCall): Bean {
    const names = services.credentialSetup.providerSecretNames(provider.developerName);
    const items = names.map((name) =>
        makeBean('ExternalAuthIdentityProviderCredential', {
            credentialName: name,
            credentialValue: null,
            encrypted: true
        })
    );
    return makeBean('ExternalAuthIdentityProviderCredentials', {
        credentials: beanList('ExternalAuthIdentityProviderCredential', items)
    });
}
