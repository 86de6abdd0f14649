import { afterEach, describe, expect, test } from '@jest/globals';

import { xml } from '../../metadata/__tests__/tree.ts';
import { createUser } from '../setup/users.ts';
import type { Pages } from '../ui/pages.ts';
import { staticResource, trustedSites } from '../ui/resources.ts';
import { makeOrg, type TestOrg } from './testOrg.ts';

let org: TestOrg;

afterEach(() => org.tree.dispose());

const PAGE = xml(
    'FlexiPage',
    `<flexiPageRegions><itemInstances><componentInstance>
     <componentInstanceProperties><name>pageSize</name><value>25</value></componentInstanceProperties>
     <componentInstanceProperties><name>columns</name><valueList><valueListItems><value>a</value>
     </valueListItems><valueListItems><value>b</value></valueListItems></valueList>
     </componentInstanceProperties>
     <componentName>ticketView</componentName><identifier>c_ticketView</identifier>
     <visibilityRule><criteria><leftValue>{!Record.Type}</leftValue><operator>EQUAL</operator>
     <rightValue>Customer</rightValue></criteria></visibilityRule>
     </componentInstance></itemInstances>
     <itemInstances><fieldInstance><fieldInstanceProperties><name>uiBehavior</name>
     <value>required</value></fieldInstanceProperties><fieldItem>Record.Name</fieldItem>
     </fieldInstance></itemInstances>
     <name>main</name><type>Region</type></flexiPageRegions>
     <masterLabel>Ticket Page</masterLabel><sobjectType>Account</sobjectType>
     <template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>`
);

const APP = {
    'Z.app-meta.xml': xml(
        'CustomApplication',
        '<label>Z</label><tabs>standard-Account</tabs><tabs>Setup</tabs>'
    ),
    'Setup.tab-meta.xml': xml(
        'CustomTab',
        '<label>Setup</label><lwcComponent>setup</lwcComponent><motif>Custom18: Form</motif>'
    )
};

const FRENCH = {
    firstName: 'Claire',
    lastName: 'Petit',
    username: 'claire@test.example',
    email: 'claire@test.example',
    role: null,
    title: null,
    language: 'fr',
    locale: 'fr_FR',
    timeZone: 'Europe/Paris',
    isActive: true
};

const ANYBODY = '005000000000000AAA';

function pagesOf(files: Readonly<Record<string, string>>): Pages {
    org = makeOrg(files);
    return org.platform.pages;
}

describe('pages', () => {
    test('a Lightning page keeps properties, lists of values, fields and visibility', () => {
        const pages = pagesOf({ 'Ticket_Page.flexipage-meta.xml': PAGE });
        expect(org.source.model.problems).toEqual([]);
        expect(pages.recordPage(org.adminId, 'Account', 'Large').page).toBeNull();
        org.platform.activatePage({
            objectName: 'Account',
            formFactor: 'Large',
            page: 'Ticket_Page'
        });
        expect(pages.recordPage(org.adminId, 'account', 'Large').page?.regions).toEqual([
            {
                name: 'main',
                type: 'Region',
                items: [
                    {
                        kind: 'component',
                        componentName: 'c:ticketView',
                        identifier: 'c_ticketView',
                        properties: { pageSize: '25', columns: ['a', 'b'] },
                        visibility: {
                            booleanFilter: null,
                            criteria: [
                                {
                                    leftValue: '{!Record.Type}',
                                    operator: 'EQUAL',
                                    rightValue: 'Customer'
                                }
                            ]
                        }
                    },
                    {
                        kind: 'field',
                        fieldItem: 'Record.Name',
                        uiBehavior: 'required',
                        visibility: null
                    }
                ]
            }
        ]);
    });

    test('a page of another object can not be activated', () => {
        org = makeOrg({ 'Ticket_Page.flexipage-meta.xml': PAGE });
        expect(() =>
            org.platform.activatePage({
                objectName: 'Contact',
                formFactor: 'Large',
                page: 'Ticket_Page'
            })
        ).toThrow('Ticket_Page is no record page of Contact.');
    });

    test('a standard layout names only fields of the org, with what is required and read-only', () => {
        const { layoutSections } = pagesOf({}).recordPage(ANYBODY, 'Case', 'Large');
        const fields = layoutSections.flatMap((section) => section.columns.flat());
        expect(fields).toContainEqual({ name: 'CaseNumber', readOnly: true, required: true });
        expect(fields).toContainEqual({ name: 'Subject', readOnly: false, required: false });
    });

    test('a layout of the source replaces the standard one', () => {
        const pages = pagesOf({
            'layouts/Account-Mine.layout-meta.xml': xml(
                'Layout',
                `<layoutSections><label>Mine</label><layoutColumns><layoutItems>
                 <behavior>Required</behavior><field>Name</field></layoutItems></layoutColumns>
                 <style>OneColumn</style></layoutSections>`
            )
        });
        expect(pages.recordPage(org.adminId, 'Account', 'Large').layoutSections).toEqual([
            { label: 'Mine', columns: [[{ name: 'Name', readOnly: false, required: true }]] }
        ]);
    });

    test('a quick action opens its component, headless when the component says so', () => {
        const action = (component: string): string =>
            xml(
                'QuickAction',
                `<label>New</label><lightningWebComponent>${component}</lightningWebComponent>
                 <optionsCreateFeedItem>false</optionsCreateFeedItem>
                 <type>LightningWebComponent</type>`
            );
        const pages = pagesOf({
            'Account.New.quickAction-meta.xml': action('screen'),
            'Account.Run.quickAction-meta.xml': action('headless'),
            'lwc/headless/headless.js-meta.xml': xml(
                'LightningComponentBundle',
                `<targetConfigs><targetConfig targets="lightning__RecordAction">
                 <actionType>Action</actionType></targetConfig></targetConfigs>`
            )
        });
        expect(pages.recordPage(org.adminId, 'Account', 'Large').actions).toEqual([
            { name: 'Account.New', label: 'New', kind: 'screen', component: 'c:screen' },
            { name: 'Account.Run', label: 'New', kind: 'headless', component: 'c:headless' }
        ]);
    });

    test('an app of the source shows its tabs', () => {
        const pages = pagesOf(APP);
        org.platform.deploy('admins');
        const apps = pages.listApps(org.adminId);
        expect(apps.map((app) => app.label)).toEqual(['Sales', 'Z']);
        expect(apps[1]?.items).toMatchObject([
            { kind: 'object', objectApiName: 'Account', label: 'Accounts' },
            { kind: 'page', label: 'Setup', icon: 'custom:custom18' }
        ]);
    });

    test('an app is seen by those to whom a permission set shows it', () => {
        const pages = pagesOf({
            ...APP,
            'permissionsets/Sees_Z.permissionset-meta.xml': xml(
                'PermissionSet',
                `<label>Sees Z</label><applicationVisibilities><application>Z</application>
                 <visible>true</visible></applicationVisibilities>`
            )
        });
        org.platform.deploy('admins');
        const seller = createUser({ ...FRENCH, profile: 'Standard User' }, org.rows);
        const appsOf = (userId: string) => pages.listApps(userId).map(({ name }) => name);
        expect(appsOf(seller)).toEqual(['standard__LightningSales']);

        org.rows.insert('PermissionSetAssignment', [
            {
                AssigneeId: seller,
                PermissionSetId: org.idOf('PermissionSet', 'Name', 'Sees_Z'),
                IsActive: true
            }
        ]);

        expect(appsOf(seller)).toEqual(['standard__LightningSales', 'Z']);
    });

    test('an installation for all users shows an app to custom profiles, not to standard ones', () => {
        const pages = pagesOf(APP);
        org.platform.deploy('all');
        const custom = createUser({ ...FRENCH, profile: 'Custom: Sales Profile' }, org.rows);
        const standard = createUser(
            { ...FRENCH, username: 'other@test.example', profile: 'Standard User' },
            org.rows
        );
        expect(pages.listApps(custom)).toHaveLength(2);
        expect(pages.listApps(standard)).toHaveLength(1);
    });

    test('apps and tabs speak the language of the user', () => {
        const pages = pagesOf({
            ...APP,
            'fr.translation-meta.xml': xml(
                'Translations',
                `<customApplications><description>Tout régler</description><label>Réglages</label>
                 <name>Z</name></customApplications>
                 <customTabs><label>Configuration</label><name>Setup</name></customTabs>`
            )
        });
        org.platform.deploy('all');
        const french = createUser({ ...FRENCH, profile: 'Custom: Sales Profile' }, org.rows);
        const [, app] = pages.listApps(french);
        expect(app).toMatchObject({ label: 'Réglages', description: 'Tout régler' });
        expect(app?.items[1]).toMatchObject({ label: 'Configuration' });
    });

    test('an object that the org lacks is named', () => {
        expect(() => pagesOf({}).recordPage(ANYBODY, 'Nope__c', 'Large')).toThrow(
            'no object Nope__c'
        );
    });
});

describe('sessions', () => {
    const LABEL = xml(
        'CustomLabels',
        `<labels><fullName>Hello</fullName><language>en_US</language><protected>true</protected>
         <shortDescription>Hello</shortDescription><value>Hello</value></labels>`
    );

    test('the automated user is none that can log in', () => {
        org = makeOrg({});
        const { sessions } = org.platform;
        expect(sessions.listUsers()).toEqual([
            {
                id: org.adminId,
                name: 'Ada Admin',
                username: 'admin@test.example',
                profileName: 'System Administrator',
                title: null
            }
        ]);
        expect(sessions.userContext(org.adminId)).toMatchObject({ isAdministrator: true });
        expect(sessions.userContext('005000000000000AAA')).toBeUndefined();
    });

    test('scoped values speak the language of the user and know what the user holds', () => {
        org = makeOrg({
            'a.labels-meta.xml': LABEL,
            'fr.translation-meta.xml': xml(
                'Translations',
                '<customLabels><label>Bonjour</label><name>Hello</name></customLabels>'
            )
        });
        const { sessions } = org.platform;
        const french = createUser({ ...FRENCH, profile: 'Standard User' }, org.rows);
        const specifiers = [
            '@salesforce/label/c.Hello',
            '@salesforce/label/c.Unknown',
            '@salesforce/userPermission/ViewSetup',
            '@salesforce/userPermission/ModifyAllData',
            '@salesforce/userPermission/NoSuchPermission'
        ];
        expect(sessions.scopedValues(french, specifiers)).toEqual({
            '@salesforce/label/c.Hello': 'Bonjour',
            '@salesforce/userPermission/ModifyAllData': null,
            '@salesforce/userPermission/NoSuchPermission': null,
            '@salesforce/userPermission/ViewSetup': true
        });
    });

    test('a French user finds French tabs, sections, list views and fields', () => {
        org = makeOrg({
            'objectTranslations/Account-fr/Account-fr.objectTranslation-meta.xml': xml(
                'CustomObjectTranslation',
                `<fields><label>Zone</label><name>Region__c</name><picklistValues>
                 <masterLabel>North</masterLabel><translation>Nord</translation></picklistValues>
                 </fields>`
            ),
            'objects/Account/fields/Region__c.field-meta.xml': xml(
                'CustomField',
                `<fullName>Region__c</fullName><label>Region</label><type>Picklist</type>
                 <valueSet><valueSetDefinition>
                 <value><fullName>n</fullName><default>false</default><label>North</label></value>
                 <value><fullName>s</fullName><default>false</default><label>South</label></value>
                 </valueSetDefinition></valueSet>`
            )
        });
        const { pages } = org.platform;
        const french = createUser({ ...FRENCH, profile: 'Standard User' }, org.rows);
        const fields = pages.object(french, 'Account')?.fields ?? [];
        const labelOf = (name: string) => fields.find((field) => field.name === name)?.label;
        expect(pages.listApps(french)[0]?.items.map((item) => item.label)).toContain('Comptes');
        expect(pages.recordPage(french, 'Account', 'Large').layoutSections[0]?.label).toBe(
            'Informations sur le compte'
        );
        expect(pages.listViews(french, 'Account')[0]?.label).toBe('Tous : Comptes');
        expect(labelOf('Phone')).toBe('Téléphone');
        expect(labelOf('Name')).toBe('Nom du compte');
        expect(labelOf('Region__c')).toBe('Zone');
        const region = fields.find(({ name }) => name === 'Region__c');
        expect(region?.picklistValues.map(({ label }) => label)).toEqual(['Nord', 'South']);
        expect(pages.object(org.adminId, 'Account')?.label).toBe('Account');
    });
});

test('who may not see Setup gets an empty list and a refusal as a value', () => {
    org = makeOrg({});
    const pages = org.platform.connectedAppPages;
    expect(pages.list('005000000000000AAA')).toEqual([]);
    expect(pages.selectProfiles('005000000000000AAA', 'x', [])).toMatchObject({
        error: { errorCode: 'INSUFFICIENT_ACCESS' }
    });
});

describe('resources', () => {
    test('active trusted sites give their directives', () => {
        org = makeOrg({
            'A.cspTrustedSite-meta.xml': xml(
                'CspTrustedSite',
                `<context>All</context><endpointUrl>https://a.example</endpointUrl>
                 <isActive>true</isActive><isApplicableToImgSrc>true</isApplicableToImgSrc>`
            )
        });
        expect(trustedSites(org.source.model, {})).toEqual([
            { url: 'https://a.example', directives: ['img-src'] }
        ]);
    });

    test('who stands in for a trusted host is trusted, and for no other', () => {
        org = makeOrg({
            'A.cspTrustedSite-meta.xml': xml(
                'CspTrustedSite',
                `<context>LEX</context><endpointUrl>https://*.a.example</endpointUrl>
                 <isActive>true</isActive><isApplicableToImgSrc>true</isApplicableToImgSrc>`
            )
        });
        const hosts = {
            'https://demo.a.example': 'http://localhost:1/base',
            'https://demo.aa.example': 'http://localhost:2'
        };
        expect(trustedSites(org.source.model, hosts).map(({ url }) => url)).toEqual([
            'https://*.a.example',
            'http://localhost:1'
        ]);
    });

    test('a file of a resource folder is found by its path, and none outside', () => {
        org = makeOrg({
            'staticresources/kit.resource-meta.xml': xml(
                'StaticResource',
                '<cacheControl>Public</cacheControl><contentType>application/zip</contentType>'
            ),
            'staticresources/kit/css/a.css': 'a{}',
            'staticresources/other.txt': 'secret'
        });
        const { model } = org.source;
        expect(staticResource('kit', 'css/a.css', model)?.contentType).toBe('text/css');
        expect(staticResource('kit', '../other.txt', model)).toBeUndefined();
        expect(staticResource('kit', '', model)).toBeUndefined();
    });
});
