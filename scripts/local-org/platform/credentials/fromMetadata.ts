import type {
    ExternalAuthIdentityProvider as ProviderMetadata,
    ExternalCredential as ExternalMetadata,
    ExternalCredentialParameter,
    NamedCredential as NamedMetadata
} from '@salesforce/types/metadata';

import type {
    AuthenticationProtocol,
    CredentialHeader,
    ExternalCredential,
    IdentityProvider,
    NamedCredential,
    OauthVariant,
    Principal,
    RequestParameters
} from './definitions.ts';

type Unsaved<T> = Omit<T, 'id'>;
export type NewPrincipal = Omit<Principal, 'id'>;
export type NewExternalCredential = Unsaved<Omit<ExternalCredential, 'principals'>> & {
    readonly principals: readonly NewPrincipal[];
};

const OAUTH_VARIANTS: readonly OauthVariant[] = [
    'AuthorizationCode',
    'ClientCredentialsClientSecret',
    'ClientCredentialsClientSecretBasic'
];

/** What the file of a named credential says; an old-style one is refused by name. */
export function namedCredential(name: string, file: NamedMetadata): Unsaved<NamedCredential> {
    if (
        file.namedCredentialType !== 'SecuredEndpoint' &&
        file.namedCredentialType !== 'PrivateEndpoint'
    ) {
        throw new Error(
            `Named credential ${name}: the local org supports SecuredEndpoint and PrivateEndpoint only.`
        );
    }
    const parameters = file.namedCredentialParameters;
    const valueOf = (type: string): string | undefined =>
        parameters.find((parameter) => parameter.parameterType === type)?.parameterValue;
    const authentication = parameters.find((p) => p.parameterType === 'Authentication');
    return {
        developerName: name,
        label: file.label,
        type: file.namedCredentialType,
        url: (valueOf('Url') ?? '').replace(/\/$/, ''),
        externalCredential: authentication?.externalCredential ?? null,
        isEnabled: file.calloutStatus !== 'Disabled',
        generateAuthorizationHeader: file.generateAuthorizationHeader ?? true,
        allowMergeFieldsInHeader: file.allowMergeFieldsInHeader ?? false,
        allowMergeFieldsInBody: file.allowMergeFieldsInBody ?? false,
        headers: parameters.filter((p) => p.parameterType === 'HttpHeader').map(header),
        allowedNamespaces: (valueOf('AllowedManagedPackageNamespaces') ?? '')
            .split(',')
            .filter((namespace) => namespace !== '')
    };
}

/** What the file of an external credential says; a protocol or flow without support is refused by name. */
export function externalCredential(name: string, file: ExternalMetadata): NewExternalCredential {
    const parameters = file.externalCredentialParameters;
    const codes = parameters.filter((p) => p.parameterType === 'AdditionalRefreshStatusCode');
    const protocol = protocolOf(name, file.authenticationProtocol);
    return {
        developerName: name,
        label: file.label,
        protocol,
        variant: protocol === 'Oauth' ? variantOf(name, parameters) : null,
        tokenUrl: valueOf(parameters, 'AuthProviderUrl'),
        identityProvider:
            parameters.find((p) => p.externalAuthIdentityProvider)?.externalAuthIdentityProvider ??
            null,
        scope: scopeOf(parameters, undefined) ?? '',
        principals: parameters.flatMap((parameter) => principal(parameter, parameters)),
        headers: parameters.filter((p) => p.parameterType === 'AuthHeader').map(header),
        refreshStatusCodes: codes.map((code) => Number(code.parameterValue))
    };
}

function protocolOf(name: string, protocol: string): AuthenticationProtocol {
    switch (protocol) {
        case 'Oauth':
        case 'Basic':
        case 'Custom':
        case 'NoAuthentication':
            return protocol;
        default:
            throw new Error(
                `External credential ${name}: the local org does not support the protocol ${protocol}.`
            );
    }
}

function variantOf(name: string, parameters: readonly ExternalCredentialParameter[]): OauthVariant {
    const value = valueOf(parameters, 'AuthProtocolVariant') ?? 'AuthorizationCode';
    const variant = OAUTH_VARIANTS.find((known) => known === value);
    if (!variant) {
        throw new Error(
            `External credential ${name}: the local org does not support the OAuth flow ${value}.`
        );
    }
    return variant;
}

function principal(
    parameter: ExternalCredentialParameter,
    all: readonly ExternalCredentialParameter[]
): readonly NewPrincipal[] {
    const type = parameter.parameterType;
    if (type !== 'NamedPrincipal' && type !== 'PerUserPrincipal') {
        return [];
    }
    const name = parameter.parameterGroup ?? parameter.parameterName;
    return [{ name, type, sequence: parameter.sequenceNumber ?? 1, scope: scopeOf(all, name) }];
}

/** The scope stands in the default group for the credential, in a principal's group for that one. */
function scopeOf(
    parameters: readonly ExternalCredentialParameter[],
    group: string | undefined
): string | null {
    const scopes = parameters.filter(
        (p) => p.parameterType === 'AuthParameter' && p.parameterName === 'Scope'
    );
    const found = scopes.find((p) =>
        group === undefined
            ? p.parameterGroup === undefined || p.parameterGroup === 'DefaultGroup'
            : p.parameterGroup === group
    );
    return found?.parameterValue ?? null;
}

function valueOf(parameters: readonly ExternalCredentialParameter[], type: string): string | null {
    return parameters.find((parameter) => parameter.parameterType === type)?.parameterValue ?? null;
}

/** What the file of an identity provider says. */
export function identityProvider(name: string, file: ProviderMetadata): Unsaved<IdentityProvider> {
    const { externalAuthIdentityProviderParameters: parameters, authenticationFlow: flow } = file;
    if (flow === 'SalesforceDefined') {
        throw new Error(`Identity provider ${name}: the local org does not support ${flow}.`);
    }
    const pairs = (type: string): RequestParameters =>
        parameters
            .filter((p) => p.parameterType === type)
            .map((p) => [p.parameterName, p.parameterValue ?? ''] as const);
    const first = (type: string): string | null => pairs(type)[0]?.[1] ?? null;
    return {
        developerName: name,
        label: file.label,
        flow,
        authorizeUrl: first('AuthorizeUrl') ?? '',
        tokenUrl: first('TokenUrl') ?? '',
        userInfoUrl: first('UserInfoUrl'),
        clientAuthentication:
            first('ClientAuthentication') === 'ClientSecretBasic'
                ? 'ClientSecretBasic'
                : 'ClientSecretPost',
        pkce: pairs('IdentityProviderOptions').some(
            ([option, value]) => option === 'PkceEnabled' && value === 'true'
        ),
        authorizeParameters: pairs('AuthorizeRequestQueryParameter'),
        tokenParameters: pairs('TokenRequestBodyParameter'),
        tokenHeaders: pairs('TokenRequestHttpHeader'),
        refreshParameters: pairs('RefreshRequestBodyParameter'),
        refreshHeaders: pairs('RefreshRequestHttpHeader')
    };
}

function header(parameter: {
    parameterName: string;
    parameterValue?: string;
    sequenceNumber?: number;
}): CredentialHeader {
    return {
        name: parameter.parameterName,
        value: parameter.parameterValue ?? '',
        sequence: parameter.sequenceNumber ?? 1
    };
}
