import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import type { EnumConstant, RuntimeType } from '../../values/runtimeType.ts';
import { types } from '../../values/runtimeType.ts';
import { Bean, beanClass, readBean, writeBean } from '../platform/beans.ts';
import { platformConstant } from '../platform/enums.ts';
import { findPlatformClass } from '../registry.ts';

const NAMESPACE = 'ConnectApi';

/** Every data class that `ConnectApi.NamedCredentials` takes or gives. */
const NAMES = [
    'Credential',
    'CredentialCustomHeader',
    'CredentialCustomHeaderInput',
    'CredentialInput',
    'CredentialValue',
    'CredentialValueInput',
    'ExternalAuthIdentityProvider',
    'ExternalAuthIdentityProviderCredential',
    'ExternalAuthIdentityProviderCredentialInput',
    'ExternalAuthIdentityProviderCredentials',
    'ExternalAuthIdentityProviderCredentialsInput',
    'ExternalAuthIdentityProviderInput',
    'ExternalAuthIdentityProviderList',
    'ExternalAuthIdentityProviderParameter',
    'ExternalAuthIdentityProviderParameterInput',
    'ExternalCredential',
    'ExternalCredentialInput',
    'ExternalCredentialList',
    'ExternalCredentialParameter',
    'ExternalCredentialParameterInput',
    'ExternalCredentialPrincipal',
    'ExternalCredentialPrincipalInput',
    'NamedCredential',
    'NamedCredentialCalloutOptions',
    'NamedCredentialCalloutOptionsInput',
    'NamedCredentialInput',
    'NamedCredentialList',
    'NamedCredentialParameter',
    'NamedCredentialParameterInput',
    'OAuthCredentialAuthUrl',
    'OAuthCredentialAuthUrlInput'
] as const;

export type BeanName = (typeof NAMES)[number];

const beanTypes = new Map<string, RuntimeType>(
    NAMES.map((name) => [name, beanClass(`${NAMESPACE}.${name}`)])
);

/** A new object of the Connect API with these properties. */
export function makeBean(name: BeanName, values: Readonly<Record<string, unknown>>): Bean {
    const construct = findPlatformClass(`${NAMESPACE}.${name}`)?.construct as
        (() => Bean) | undefined;
    const bean = construct?.();
    if (!bean) {
        throw new Error(`${NAMESPACE}.${name} is not registered.`);
    }
    Object.entries(values).forEach(([property, value]) => writeBean(bean, property, value));
    return bean;
}

export function beanList(name: BeanName, items: readonly Bean[]): ApexList {
    return new ApexList(beanTypes.get(name) ?? types.Object, items);
}

export function beanMap(name: BeanName, entries: readonly (readonly [string, Bean])[]): ApexMap {
    return new ApexMap(types.String, beanTypes.get(name) ?? types.Object, entries);
}

export function constant(enumName: string, name: string): EnumConstant {
    return platformConstant(`${NAMESPACE}.${enumName}`, name);
}

/** The text of a property; null when it is not set. */
export function textOf(bean: Bean, property: string): string | null {
    const value = readBean(bean, property);
    return typeof value === 'string' ? value : null;
}

/** The name of an enum property's constant; null when it is not set. */
export function constantOf(bean: Bean, property: string): string | null {
    return (readBean(bean, property) as EnumConstant | null)?.name() ?? null;
}

/** The objects of a list property; none when it is not set. */
export function beansOf(bean: Bean, property: string): readonly Bean[] {
    const value = readBean(bean, property);
    return value instanceof ApexList ? ([...value] as readonly Bean[]) : [];
}

export function beanOf(bean: Bean, property: string): Bean | null {
    const value = readBean(bean, property);
    return value instanceof Bean ? value : null;
}
