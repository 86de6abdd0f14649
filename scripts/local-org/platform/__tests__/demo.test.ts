import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { parseSoql } from '../../data/soql/parse.ts';
import { xml } from '../../metadata/__tests__/tree.ts';
import { createDemoCompany, setUpAfterInstall } from '../demo/demo.ts';
import { type DemoConfig, readDemoConfig } from '../demo/demoConfig.ts';
import type { InsertRecords } from '../demo/importTree.ts';
import { makeOrg, type TestOrg } from './testOrg.ts';

const folder = fileURLToPath(new URL('../../../../config/demo/', import.meta.url));

interface Named {
    readonly name: string;
}

function zendesk<T>(file: string): T {
    return JSON.parse(readFileSync(`${folder}zendesk/${file}.json`, 'utf8')) as T;
}

let org: TestOrg;
let config: DemoConfig;

beforeAll(() => {
    config = readDemoConfig(`${folder}salesforce`);
    org = makeOrg({
        'Salesforce_Integration_for_Zendesk.connectedApp-meta.xml': xml(
            'ConnectedApp',
            `<contactEmail>a@b.example</contactEmail><label>Gate</label>
             <profileName>Admin</profileName>`
        ),
        ...permissionSets(Object.keys(config.afterInstall.permissionSets)),
        'Zendesk_Service.externalCredential-meta.xml': xml(
            'ExternalCredential',
            `<authenticationProtocol>Oauth</authenticationProtocol><label>Z</label>
             <externalCredentialParameters><parameterName>Oauth</parameterName>
             <parameterType>AuthProtocolVariant</parameterType>
             <parameterValue>ClientCredentialsClientSecret</parameterValue>
             </externalCredentialParameters>
             <externalCredentialParameters><parameterGroup>Zendesk</parameterGroup>
             <parameterName>Zendesk</parameterName><parameterType>NamedPrincipal</parameterType>
             </externalCredentialParameters>`
        ),
        ...pages(config),
        ...settings(config)
    });
    org.platform.deploy('admins');
    createDemoCompany(config, org.platform, insertAs(org.adminId));
    setUpAfterInstall(config, org.platform, {
        subdomain: 'acme',
        service: { clientId: 'c', clientSecret: 's' },
        agent: null
    });
});

afterAll(() => org.tree.dispose());

/** As the Salesforce CLI imports records: with every rule, in the name of a user. */
function insertAs(userId: string): InsertRecords {
    return (type, rows) =>
        org.database
            .dml(
                {
                    operation: 'insert',
                    rows: rows.map((values) => ({ type, values })),
                    allOrNone: true
                },
                { userId, mode: 'user', sharing: true }
            )
            .map((result) => result.id ?? '');
}

function permissionSets(names: readonly string[]): Record<string, string> {
    return Object.fromEntries(
        names.map((name) => [
            `${name}.permissionset-meta.xml`,
            xml('PermissionSet', `<label>${name}</label>`)
        ])
    );
}

function pages(demo: DemoConfig): Record<string, string> {
    return Object.fromEntries(
        demo.afterInstall.pages.map(({ page, objectName }) => [
            `${page}.flexipage-meta.xml`,
            xml(
                'FlexiPage',
                `<masterLabel>${page}</masterLabel><sobjectType>${objectName}</sobjectType>
                 <template><name>flexipage:recordHomeTemplateDesktop</name></template>
                 <type>RecordPage</type>`
            )
        ])
    );
}

function settings(demo: DemoConfig): Record<string, string> {
    return Object.fromEntries(
        demo.afterInstall.settings.flatMap(({ object, values }) => [
            [
                `objects/${object}/${object}.object-meta.xml`,
                xml(
                    'CustomObject',
                    `<customSettingsType>Hierarchy</customSettingsType><label>${object}</label>`
                )
            ],
            ...Object.keys(values).map((field) => [
                `objects/${object}/fields/${field}.field-meta.xml`,
                xml(
                    'CustomField',
                    `<fullName>${field}</fullName><label>${field}</label><length>80</length>
                     <type>Text</type>`
                )
            ])
        ])
    );
}

describe('records', () => {
    test('there are 40 accounts, 25 of them with a Zendesk organization of their name', () => {
        const accounts = org.rows.find('Account', {}).map((row) => String(row.values['Name']));
        const organizations = new Set(
            zendesk<readonly Named[]>('organizations').map(({ name }) => name.toLowerCase())
        );
        expect(accounts).toHaveLength(40);
        expect(accounts.filter((name) => organizations.has(name.toLowerCase()))).toHaveLength(25);
    });

    test('every Zendesk end user is a contact of that account, or a lead', () => {
        const emails = new Set(
            ['Contact', 'Lead'].flatMap((type) =>
                org.rows.find(type, {}).map((row) => row.values['Email'])
            )
        );
        const { endUsers } = zendesk<{ endUsers: readonly { email: string }[] }>('users');
        expect(endUsers.filter((user) => !emails.has(user.email))).toEqual([]);
    });

    test('contacts, opportunities and cases hang on their accounts', () => {
        const accountIds = new Set(org.rows.find('Account', {}).map((row) => row.id));
        for (const type of ['Contact', 'Opportunity', 'Case']) {
            const rows = org.rows.find(type, {});
            expect(rows.length).toBeGreaterThan(0);
            expect(rows.filter((row) => !accountIds.has(String(row.values['AccountId'])))).toEqual(
                []
            );
        }
    });
});

describe('users', () => {
    test('four profiles, two of them selected in the connected app', () => {
        const profiles = new Set(config.users.map((user) => user.profile));
        const selected = config.afterInstall.connectedApps[0]?.profiles ?? [];
        expect(profiles.size).toBe(4);
        expect(selected.filter((name) => profiles.has(name))).toHaveLength(2);
        expect(selected).toContain('System Administrator');
    });

    test('one works in French', () => {
        const french = org.rows.find('User', { LanguageLocaleKey: 'fr' });
        expect(french.map((row) => row.values['LocaleSidKey'])).toEqual(['fr_FR']);
    });
});

describe('after the installation', () => {
    test('the connected app is pre-authorised for the selected profiles', () => {
        const appId = org.idOf('AppMenuItem', 'Name', 'Salesforce_Integration_for_Zendesk');
        const [item] = org.rows.find('AppMenuItem', { Id: appId });
        const access = org.rows.find('SetupEntityAccess', {
            SetupEntityId: item?.values['ApplicationId'] ?? null
        });
        expect(item?.values['IsUsingAdminAuthorization']).toBe(true);
        expect(access).toHaveLength(2);
    });

    test.each([
        ['nora.whitcombe', true],
        ['theo.lindqvist', true],
        ['camille.aubert', true],
        ['priyanka.desai', false],
        ['max.oduya', false]
    ])('the app is accessible to %s: %s', (name, expected) => {
        const userId = org.idOf('User', 'Username', `${name}@harbourline.example`);
        const query = parseSoql("SELECT IsAccessible FROM AppMenuItem WHERE Label = 'Gate'");
        const { rows } = org.database.query(query, {}, { userId, mode: 'system', sharing: false });
        expect(rows.map((row) => row.values['IsAccessible'])).toEqual([expected]);
    });

    test('the Account page is active on both form factors', () => {
        expect(org.platform.activePage('Account', 'Large')).toBe('Zendesk_Account_Record_Page');
        expect(org.platform.activePage('Account', 'Small')).toBe('Zendesk_Account_Record_Page');
        expect(org.platform.activePage('Campaign', 'Large')).toBeNull();
    });

    test('the credential is configured, and the subdomain stands in the settings', () => {
        const principal = {
            externalCredential: 'Zendesk_Service',
            principalType: 'NamedPrincipal',
            principalName: 'Zendesk'
        } as const;
        expect(org.platform.credentialSetup.status(org.adminId, principal)).toBe('Configured');
        const [saved] = org.rows.find('Zendesk_Settings__c', {});
        expect(saved?.values['Subdomain__c']).toBe('acme');
    });
});
