import { afterEach, describe, expect, test } from '@jest/globals';

import type { SourceModel } from '../model/model.ts';
import { readSource } from '../source.ts';
import { makeTree, type Tree, xml } from './tree.ts';

let tree: Tree;

afterEach(() => tree.dispose());

function modelOf(files: Readonly<Record<string, string>>): SourceModel {
    tree = makeTree(files);
    return readSource([tree.root]).model;
}

const TEXT_FIELD = xml(
    'CustomField',
    '<fullName>Key__c</fullName><label>Key</label><length>80</length><type>Text</type>'
);

describe('objects', () => {
    test('fields on a standard object need no object file', () => {
        const model = modelOf({ 'f/objects/Account/fields/Key__c.field-meta.xml': TEXT_FIELD });
        const account = model.objects.get('account');
        expect(account?.definition).toBeNull();
        expect(account?.fields).toMatchObject([{ fullName: 'Key__c', length: 80, type: 'Text' }]);
    });

    test('children from several features merge into one object', () => {
        const model = modelOf({
            'a/objects/Link__c/Link__c.object-meta.xml': xml(
                'CustomObject',
                `<label>Link</label><pluralLabel>Links</pluralLabel>
                 <sharingModel>Private</sharingModel>`
            ),
            'a/objects/Link__c/fields/Key__c.field-meta.xml': TEXT_FIELD,
            'b/objects/Link__c/fields/Kind__c.field-meta.xml': TEXT_FIELD.replace('Key', 'Kind'),
            'b/objects/Link__c/validationRules/Set.validationRule-meta.xml': xml(
                'ValidationRule',
                `<fullName>Set</fullName><active>true</active><errorMessage>No</errorMessage>
                 <errorConditionFormula>ISBLANK(Key__c)</errorConditionFormula>`
            )
        });
        const link = model.objects.get('Link__c');
        expect(link?.definition?.sharingModel).toBe('Private');
        expect(link?.fields.map((field) => field.fullName)).toEqual(['Key__c', 'Kind__c']);
        expect(link?.validationRules[0]?.errorConditionFormula).toBe('ISBLANK(Key__c)');
    });

    test('picklist values keep their order and flags', () => {
        const model = modelOf({
            'objects/Account/fields/Tier__c.field-meta.xml': xml(
                'CustomField',
                `<fullName>Tier__c</fullName><type>Picklist</type><valueSet><restricted>true</restricted>
                 <valueSetDefinition><sorted>false</sorted>
                 <value><fullName>Gold</fullName><default>true</default><label>Gold</label></value>
                 <value><fullName>Iron</fullName><default>false</default><label>Iron</label></value>
                 </valueSetDefinition></valueSet>`
            )
        });
        const field = model.objects.get('Account')?.fields[0];
        expect(field?.valueSet?.restricted).toBe(true);
        expect(field?.valueSet?.valueSetDefinition?.value).toEqual([
            { fullName: 'Gold', default: true, label: 'Gold' },
            { fullName: 'Iron', default: false, label: 'Iron' }
        ]);
    });
});

test('custom metadata values are typed by xsi:type, and xsi:nil is null', () => {
    const model = modelOf({
        'customMetadata/Rule.Default.md-meta.xml': xml(
            'CustomMetadata',
            `<label>Default</label><protected>false</protected>
             <values><field>Active__c</field><value xsi:type="xsd:boolean">true</value></values>
             <values><field>Order__c</field><value xsi:type="xsd:double">3.0</value></values>
             <values><field>Note__c</field><value xsi:nil="true"/></values>`
        )
    });
    expect(model.customMetadata.get('Rule.Default')).toMatchObject({
        objectName: 'Rule__mdt',
        developerName: 'Default',
        values: [
            { field: 'Active__c', value: true },
            { field: 'Order__c', value: 3 },
            { field: 'Note__c', value: null }
        ]
    });
});

test('a component tells targets, properties, objects and form factors', () => {
    const model = modelOf({
        'lwc/ticketView/ticketView.js-meta.xml': xml(
            'LightningComponentBundle',
            `<apiVersion>67.0</apiVersion><isExposed>true</isExposed><masterLabel>Tickets</masterLabel>
             <targets><target>lightning__RecordPage</target></targets>
             <targetConfigs><targetConfig targets="lightning__RecordPage,lightning__AppPage">
             <property name="pageSize" type="Integer" default="25" min="5" max="100" label="Rows"/>
             <objects><object>Account</object><object>Lead</object></objects>
             <supportedFormFactors><supportedFormFactor type="Small"/></supportedFormFactors>
             </targetConfig></targetConfigs>`
        )
    });
    expect(model.problems).toEqual([]);
    expect(model.lightningComponents.get('ticketview')).toMatchObject({
        label: 'Tickets',
        apiVersion: 67,
        targets: ['lightning__RecordPage'],
        targetConfigs: [
            {
                targets: ['lightning__RecordPage', 'lightning__AppPage'],
                properties: [{ name: 'pageSize', type: 'Integer', default: '25', max: '100' }],
                objects: ['Account', 'Lead'],
                formFactors: ['Small']
            }
        ]
    });
});

test('object translations take their decomposed fields in', () => {
    const model = modelOf({
        'objectTranslations/Link__c-fr/Link__c-fr.objectTranslation-meta.xml': xml(
            'CustomObjectTranslation',
            `<caseValues><plural>false</plural><value>Lien</value></caseValues>
             <caseValues><plural>true</plural><value>Liens</value></caseValues>
             <quickActions><label>Nouveau lien</label><name>New_Link</name></quickActions>`
        ),
        'objectTranslations/Link__c-fr/Key__c.fieldTranslation-meta.xml': xml(
            'CustomFieldTranslation',
            '<label>Clé</label><name>Key__c</name>'
        )
    });
    const french = model.objectTranslation('Link__c', 'fr_CA');
    expect(french).toMatchObject({ label: 'Lien', labelPlural: 'Liens' });
    expect(french?.fields.get('key__c')?.label).toBe('Clé');
    expect(french?.quickActions.get('new_link')).toBe('Nouveau lien');
    expect(model.objectTranslation('Link__c', 'de')).toBeUndefined();
});

test('credentials and external client apps are read with their parameters', () => {
    const model = modelOf({
        'n/Z.namedCredential-meta.xml': xml(
            'NamedCredential',
            `<label>Z</label><generateAuthorizationHeader>true</generateAuthorizationHeader>
             <namedCredentialParameters><parameterName>Url</parameterName>
             <parameterType>Url</parameterType><parameterValue>https://a.zendesk.com</parameterValue>
             </namedCredentialParameters><namedCredentialType>SecuredEndpoint</namedCredentialType>`
        ),
        'e/Gate.eca-meta.xml': xml(
            'ExternalClientApplication',
            '<label>Gate</label><distributionState>Local</distributionState>'
        ),
        'e/Gate.ecaOauthPlcy-meta.xml': xml(
            'ExtlClntAppOauthConfigurablePolicies',
            `<externalClientApplication>Gate</externalClientApplication>
             <permittedUsersPolicyType>AdminApprovedPreAuthorized</permittedUsersPolicyType>`
        )
    });
    expect(model.problems).toEqual([]);
    expect(model.find('NamedCredential', 'Z')?.metadata.namedCredentialParameters).toEqual([
        { parameterName: 'Url', parameterType: 'Url', parameterValue: 'https://a.zendesk.com' }
    ]);
    expect(model.list('ExtlClntAppOauthConfigurablePolicies')).toHaveLength(1);
});
