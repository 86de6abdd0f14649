import type { NamedCredential } from '../../../platform/credentials/definitions.ts';
import type { Bean } from '../platform/beans.ts';
import { platformClass } from '../registry.ts';
import { beanList, beanOf, beansOf, constant, constantOf, makeBean, textOf } from './beans.ts';
import { credentialMethods } from './credentials.ts';
import {
    externalCredentialMethods,
    headerBeans,
    headersOf,
    toBean as externalBean
} from './externalCredentials.ts';
import { identityProviderMethods } from './identityProviders.ts';
import { getAll, getOne, type Kind, newName } from './kinds.ts';
import { type CredentialCall, credentialCall, required, requireSetup } from './services.ts';

const NAMED: Kind<NamedCredential> = {
    noun: 'named credential',
    bean: 'NamedCredential',
    name: ['developerName', 'developer name'],
    store: ({ services }) => services.credentials.named,
    toBean
};

/** Named credentials: where callouts of a name go. */
const namedCredentialMethods = {
    getNamedCredential: getOne(NAMED),
    getNamedCredentials: getAll(NAMED, 'NamedCredentialList', 'namedCredentials'),
    createNamedCredential: (input: Bean) =>
        credentialCall((call) => {
            requireSetup(call);
            return toBean(save(newName(NAMED, input, call), input, call), call);
        })
};

function save(developerName: string, input: Bean, { services }: CredentialCall): NamedCredential {
    const options = beanOf(input, 'calloutOptions');
    const [external] = beansOf(input, 'externalCredentials');
    const type = constantOf(input, 'type');
    const namespaces = beansOf(input, 'parameters').find(
        (one) => constantOf(one, 'parameterType') === 'AllowedManagedPackageNamespaces'
    );
    return services.credentials.saveNamed({
        developerName,
        label: textOf(input, 'masterLabel') ?? developerName,
        type: type === 'PrivateEndpoint' ? type : 'SecuredEndpoint',
        url: required(textOf(input, 'calloutUrl'), 'callout URL').replace(/\/$/, ''),
        externalCredential: external ? textOf(external, 'developerName') : null,
        isEnabled: true,
        generateAuthorizationHeader: options?.value('generateAuthorizationHeader') !== false,
        allowMergeFieldsInHeader: options?.value('allowMergeFieldsInHeader') === true,
        allowMergeFieldsInBody: options?.value('allowMergeFieldsInBody') === true,
        headers: headersOf(input),
        allowedNamespaces: ((namespaces && textOf(namespaces, 'parameterValue')) ?? '')
            .split(',')
            .filter((one) => one !== '')
    });
}

function toBean(named: NamedCredential, call: CredentialCall): Bean {
    const external = call.services.credentials.external.get(named.externalCredential ?? '');
    const externals = external ? [externalBean(external, call)] : [];
    return makeBean('NamedCredential', {
        calloutOptions: makeBean('NamedCredentialCalloutOptions', {
            allowMergeFieldsInBody: named.allowMergeFieldsInBody,
            allowMergeFieldsInHeader: named.allowMergeFieldsInHeader,
            generateAuthorizationHeader: named.generateAuthorizationHeader
        }),
        calloutStatus: constant('CalloutStatus', named.isEnabled ? 'Enabled' : 'Disabled'),
        calloutUrl: named.url,
        customHeaders: headerBeans(named.headers),
        developerName: named.developerName,
        externalCredentials: beanList('ExternalCredential', externals),
        id: named.id,
        masterLabel: named.label,
        type: constant('NamedCredentialType', named.type)
    });
}

platformClass('ConnectApi.NamedCredentials', {
    statics: {
        ...credentialMethods,
        ...externalCredentialMethods,
        ...identityProviderMethods,
        ...namedCredentialMethods
    }
});
