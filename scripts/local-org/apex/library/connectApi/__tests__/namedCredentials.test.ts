import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { makeOrg, type TestOrg } from '../../../../platform/__tests__/testOrg.ts';
import { usersPort } from '../../../../platform/ports/usersPort.ts';
import { createUser } from '../../../../platform/setup/users.ts';
import { insertOne } from '../../../../platform/store/types.ts';
import { xml } from '../../../../metadata/__tests__/tree.ts';
import { runTransaction } from '../../../execution.ts';
import { ApexMap } from '../../../values/map.ts';
import { types } from '../../../values/runtimeType.ts';
import { createTestOrg } from '../../__tests__/support/testOrg.ts';
import { type Bean, readBean } from '../../platform/beans.ts';
import { libraryObjects } from '../../registry.ts';
import { TestState } from '../../test/testState.ts';
import { beanList, beansOf, constant, makeBean } from '../beans.ts';

type Method = (...args: readonly unknown[]) => Bean;

const FILES = {
    'Zendesk.externalAuthIdentityProvider-meta.xml': xml(
        'ExternalAuthIdentityProvider',
        `<authenticationFlow>AuthorizationCode</authenticationFlow>
         <authenticationProtocol>OAuth</authenticationProtocol><label>Zendesk</label>
         ${parameter('externalAuthIdentityProviderParameters', 'AuthorizeUrl', 'https://a.example/new')}
         ${parameter('externalAuthIdentityProviderParameters', 'TokenUrl', 'https://a.example/tokens')}`
    ),
    'Agent.externalCredential-meta.xml': xml(
        'ExternalCredential',
        `<authenticationProtocol>Oauth</authenticationProtocol><label>Agent</label>
         <externalCredentialParameters><externalAuthIdentityProvider>Zendesk</externalAuthIdentityProvider>
         <parameterName>P</parameterName><parameterType>ExternalAuthIdentityProvider</parameterType>
         </externalCredentialParameters>
         ${parameter('externalCredentialParameters', 'PerUserPrincipal', '')}`
    )
};

function parameter(element: string, type: string, value: string): string {
    return `<${element}><parameterName>${type}</parameterName><parameterType>${type}</parameterType>
        <parameterValue>${value}</parameterValue></${element}>`;
}

const PER_USER = constant('CredentialPrincipalType', 'PerUserPrincipal');
const NAMED = constant('CredentialPrincipalType', 'NamedPrincipal');

let org: TestOrg;

beforeEach(() => {
    org = makeOrg(FILES);
    org.platform.deploy('admins');
});

afterEach(() => org.tree.dispose());

function call(name: string, args: readonly unknown[], userId = org.adminId): Bean {
    const apex = { ...createTestOrg().org, users: usersPort(org.rows), platform: org.platform };
    const method = libraryObjects()['ConnectApi.NamedCredentials']?.[name] as Method;
    return runTransaction(apex, { userId, quiddity: 'ANONYMOUS' }, () => method(...args)).value;
}

function status(credential: Bean): string {
    return String(credential.value('authenticationStatus'));
}

describe("a user's own credential", () => {
    const key = ['Agent', 'PerUserPrincipal', PER_USER] as const;
    const urlInput = (returnUrl: string | null): Bean =>
        makeBean('OAuthCredentialAuthUrlInput', {
            externalCredential: 'Agent',
            principalName: 'PerUserPrincipal',
            principalType: PER_USER,
            returnUrl
        });

    function grantPrincipal(): void {
        const principal = org.platform.credentials.external.get('Agent')?.principals[0];
        const profileSet = org.idOf('PermissionSet', 'Label', 'System Administrator');
        insertOne(org.rows, 'SetupEntityAccess', {
            ParentId: profileSet,
            SetupEntityId: principal?.id ?? null,
            SetupEntityType: 'ExternalCredentialParameter'
        });
        org.platform.credentialSetup.saveProvider(org.adminId, 'Zendesk', { clientId: 'c' });
    }

    test('is not configured until it is linked', () => {
        expect(status(call('getCredential', key))).toBe('NotConfigured');
    });

    test('is linked at the URL of the provider, and can be removed', () => {
        grantPrincipal();
        const answer = call('getOAuthCredentialAuthUrl', [urlInput(null)]);
        const url = new URL(String(answer.value('authenticationUrl')));
        expect(url.origin + url.pathname).toBe('https://a.example/new');
        org.platform.credentials.tokens.set(
            `Agent/PerUserPrincipal/PerUserPrincipal/${org.adminId}`,
            {
                accessToken: 'a',
                tokenType: 'Bearer',
                refreshToken: null,
                expiresAt: null,
                scope: null
            }
        );
        expect(status(call('getCredential', key))).toBe('Configured');
        call('deleteCredential', key);
        expect(status(call('getCredential', key))).toBe('NotConfigured');
    });

    test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])(
        'never returns the browser to %s',
        (returnUrl) => {
            grantPrincipal();
            call('getOAuthCredentialAuthUrl', [urlInput(returnUrl)]);
            const outcome = org.platform.completeAuthorization({
                state: 'random',
                code: null,
                error: 'access_denied',
                errorDescription: null,
                userId: org.adminId
            });
            expect(outcome).toMatchObject({ returnPath: '/' });
        }
    );

    test('can not be linked by who has no access to the principal', () => {
        expect(() => call('getOAuthCredentialAuthUrl', [urlInput(null)])).toThrow(
            'You are not allowed to use this credential.'
        );
    });
});

describe('created at run time', () => {
    const external = (): Bean =>
        makeBean('ExternalCredentialInput', {
            developerName: 'Service',
            masterLabel: 'Service',
            authenticationProtocol: constant('CredentialAuthenticationProtocol', 'OAuth'),
            authenticationProtocolVariant: constant(
                'CredentialAuthenticationProtocolVariant',
                'ClientCredentialsClientSecret'
            ),
            parameters: beanList('ExternalCredentialParameterInput', [
                makeBean('ExternalCredentialParameterInput', {
                    parameterName: 'AuthProviderUrl',
                    parameterType: constant('ExternalCredentialParameterType', 'AuthProviderUrl'),
                    parameterValue: 'https://acme.zendesk.com/oauth/tokens'
                })
            ]),
            principals: beanList('ExternalCredentialPrincipalInput', [
                makeBean('ExternalCredentialPrincipalInput', {
                    principalName: 'Main',
                    principalType: NAMED,
                    sequenceNumber: 1
                })
            ])
        });

    test('an external credential tells the id of its principal, which access is granted by', () => {
        call('createExternalCredential', [external()]);
        const [principal] = beansOf(call('getExternalCredential', ['service']), 'principals');
        expect(principal?.value('id')).toBe(
            org.platform.credentials.external.get('Service')?.principals[0]?.id
        );
        expect(() => call('createExternalCredential', [external()])).toThrow('already exists');
    });

    test('a named credential goes where it is told, with that credential', () => {
        call('createExternalCredential', [external()]);
        const input = makeBean('NamedCredentialInput', {
            developerName: 'Zendesk',
            masterLabel: 'Zendesk',
            calloutUrl: 'https://acme.zendesk.com/',
            type: constant('NamedCredentialType', 'SecuredEndpoint'),
            externalCredentials: beanList('ExternalCredentialInput', [external()])
        });
        expect(call('createNamedCredential', [input]).value('calloutUrl')).toBe(
            'https://acme.zendesk.com'
        );
        expect(org.platform.credentials.named.get('Zendesk')).toMatchObject({
            externalCredential: 'Service',
            generateAuthorizationHeader: true
        });
    });

    test('secrets go in and only their names come out', () => {
        call('createExternalCredential', [external()]);
        const secret = makeBean('CredentialValueInput', { encrypted: true, value: 's3cret' });
        const input = makeBean('CredentialInput', {
            externalCredential: 'Service',
            principalName: 'Main',
            principalType: NAMED,
            credentials: new ApexMap(types.String, types.Object, [['clientSecret', secret]])
        });
        const answer = call('createCredential', [input]);
        const values = answer.value('credentials') as ApexMap;
        expect(status(answer)).toBe('Configured');
        expect([...values.keySet()]).toEqual(['clientSecret']);
        expect(readBean(values.get('clientSecret') as Bean, 'value')).toBeNull();
        expect(() => call('createCredential', [input])).toThrow('already exist');
    });

    test('takes Customize Application', () => {
        const userId = createUser(
            {
                firstName: null,
                lastName: 'Sales',
                username: 'sales@test.example',
                email: 'sales@test.example',
                profile: 'Standard User',
                role: null,
                title: null,
                language: 'en_US',
                locale: 'en_US',
                timeZone: 'GMT',
                isActive: true
            },
            org.rows
        );
        expect(() => call('createExternalCredential', [external()], userId)).toThrow(
            'You do not have access to perform this operation.'
        );
    });
});

test('a test can not call the Connect API', () => {
    const apex = { ...createTestOrg().org, users: usersPort(org.rows), platform: org.platform };
    const options = {
        userId: org.adminId,
        quiddity: 'ANONYMOUS' as const,
        test: new TestState()
    };
    const method = libraryObjects()['ConnectApi.NamedCredentials']?.[
        'getNamedCredentials'
    ] as Method;
    expect(() => runTransaction(apex, options, () => method())).toThrow(
        'ConnectApi methods are not supported in data siloed tests'
    );
});
