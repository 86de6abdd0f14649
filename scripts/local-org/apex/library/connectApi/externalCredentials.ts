import type {
    CredentialHeader,
    ExternalCredential,
    OauthVariant,
    Principal
} from '../../../platform/credentials/definitions.ts';
import type { NewPrincipal } from '../../../platform/credentials/fromMetadata.ts';
import type { Bean } from '../platform/beans.ts';
import { beanList, beansOf, constant, constantOf, makeBean, textOf } from './beans.ts';
import { protocolConstant, protocolOf } from './credentials.ts';
import { getAll, getOne, type Kind, newName } from './kinds.ts';
import {
    type CredentialCall,
    credentialCall,
    refused,
    required,
    requireSetup
} from './services.ts';

const EXTERNAL: Kind<ExternalCredential> = {
    noun: 'external credential',
    bean: 'ExternalCredential',
    name: ['developerName', 'developer name'],
    store: ({ services }) => services.credentials.external,
    toBean
};

/** External credentials: how a service is authenticated, and by which principals. */
export const externalCredentialMethods = {
    getExternalCredential: getOne(EXTERNAL),
    getExternalCredentials: getAll(EXTERNAL, 'ExternalCredentialList', 'externalCredentials'),
    createExternalCredential: (input: Bean) =>
        credentialCall((call) => {
            requireSetup(call);
            return toBean(save(newName(EXTERNAL, input, call), input, call), call);
        })
};

function save(
    developerName: string,
    input: Bean,
    { services }: CredentialCall
): ExternalCredential {
    const protocol = protocolOf(input);
    const parameters = beansOf(input, 'parameters');
    const valueOf = (type: string, name?: string): string | null => {
        const found = parameters.find(
            (one) =>
                constantOf(one, 'parameterType') === type &&
                (name === undefined || textOf(one, 'parameterName') === name)
        );
        return found ? textOf(found, 'parameterValue') : null;
    };
    return services.credentials.saveExternal({
        developerName,
        label: textOf(input, 'masterLabel') ?? developerName,
        protocol,
        variant: protocol === 'Oauth' ? variantOf(input) : null,
        tokenUrl: valueOf('AuthProviderUrl'),
        identityProvider: valueOf('AuthProvider'),
        scope: valueOf('AuthParameter', 'Scope') ?? '',
        principals: beansOf(input, 'principals').map(toPrincipal),
        headers: headersOf(input),
        refreshStatusCodes: []
    });
}

function variantOf(input: Bean): OauthVariant {
    const name = constantOf(input, 'authenticationProtocolVariant');
    switch (name) {
        case null:
            return 'AuthorizationCode';
        case 'ClientCredentialsClientSecret':
        case 'ClientCredentialsClientSecretBasic':
            return name;
        default:
            throw refused(`The OAuth flow ${name} is not supported by the local org.`);
    }
}

function toPrincipal(input: Bean): NewPrincipal {
    const type = constantOf(input, 'principalType');
    if (type !== 'NamedPrincipal' && type !== 'PerUserPrincipal') {
        throw refused(`The principal type ${type ?? 'null'} is not supported.`);
    }
    return {
        name: required(textOf(input, 'principalName'), 'principal name'),
        type,
        sequence: Number(input.value('sequenceNumber') ?? 1),
        scope: null
    };
}

export function headersOf(input: Bean): readonly CredentialHeader[] {
    return beansOf(input, 'customHeaders').map((header) => ({
        name: textOf(header, 'headerName') ?? '',
        value: textOf(header, 'headerValue') ?? '',
        sequence: Number(header.value('sequenceNumber') ?? 1)
    }));
}

export function headerBeans(headers: readonly CredentialHeader[]) {
    const beans = headers.map(({ name, value, sequence }) =>
        makeBean('CredentialCustomHeader', {
            headerName: name,
            headerValue: value,
            sequenceNumber: sequence
        })
    );
    return beanList('CredentialCustomHeader', beans);
}

export function toBean(external: ExternalCredential, call: CredentialCall): Bean {
    const principals = external.principals.map((one) => principalBean(one, external, call));
    const variant = external.variant === 'AuthorizationCode' ? null : external.variant;
    return makeBean('ExternalCredential', {
        authenticationProtocol: protocolConstant(external.protocol),
        authenticationProtocolVariant:
            variant && constant('CredentialAuthenticationProtocolVariant', variant),
        customHeaders: headerBeans(external.headers),
        developerName: external.developerName,
        id: external.id,
        masterLabel: external.label,
        parameters: beanList('ExternalCredentialParameter', []),
        principals: beanList('ExternalCredentialPrincipal', principals)
    });
}

function principalBean(
    principal: Principal,
    external: ExternalCredential,
    { services, userId }: CredentialCall
): Bean {
    const status = services.credentialSetup.status(userId, {
        externalCredential: external.developerName,
        principalType: principal.type,
        principalName: principal.name
    });
    return makeBean('ExternalCredentialPrincipal', {
        authenticationStatus: constant('CredentialAuthenticationStatus', status),
        id: principal.id,
        principalName: principal.name,
        principalType: constant('CredentialPrincipalType', principal.type),
        sequenceNumber: principal.sequence
    });
}
