import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';

import { parseSoql } from '../../data/soql/parse.ts';
import { makeTree, xml, type Tree } from '../../metadata/__tests__/tree.ts';
import { getOne } from '../../platform/store/types.ts';
import type { LocalOrg } from '../localOrg.ts';
import { openOrg } from '../openOrg.ts';
import { invokeApex } from '../services/code.ts';

const ADMIN = 'admin@edits.example';

const PROJECT = JSON.stringify({
    packageDirectories: [{ path: 'source', default: true }],
    sourceApiVersion: '67.0'
});

const objectXml = (label: string): string =>
    xml(
        'CustomObject',
        `<label>${label}</label><pluralLabel>${label}s</pluralLabel>
         <nameField><label>Name</label><type>Text</type></nameField>
         <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>`
    );

const textField = (name: string): string =>
    xml(
        'CustomField',
        `<fullName>${name}</fullName><label>${name}</label><length>40</length><type>Text</type>`
    );

const TOOL = { 'source/objects/Tool__c/Tool__c.object-meta.xml': objectXml('Tool') };

/** Sorts before Tool__c. */
const BOLT = {
    'source/objects/Bolt__c/Bolt__c.object-meta.xml': objectXml('Bolt'),
    'source/objects/Bolt__c/fields/Size__c.field-meta.xml': textField('Size__c'),
    'source/tabs/Bolt__c.tab-meta.xml': xml(
        'CustomTab',
        '<customObject>true</customObject><motif>Custom18: Form</motif>'
    ),
    'source/applications/Shop.app-meta.xml': xml(
        'CustomApplication',
        '<label>Shop</label><tabs>Bolt__c</tabs><uiType>Lightning</uiType>'
    ),
    'source/labels/CustomLabels.labels-meta.xml': xml(
        'CustomLabels',
        `<labels><fullName>Made</fullName><language>en_US</language><protected>false</protected>
         <shortDescription>Made</shortDescription><value>Made a bolt</value></labels>`
    ),
    'source/classes/Maker.cls': `public with sharing class Maker {
        @AuraEnabled
        public static String make(String size) {
            insert as user new Bolt__c(Name = 'B', Size__c = size);
            return Label.Made + ' ' + [SELECT Size__c FROM Bolt__c WITH USER_MODE].Size__c;
        }
    }`,
    'source/classes/Maker.cls-meta.xml': xml(
        'ApexClass',
        '<apiVersion>67.0</apiVersion><status>Active</status>'
    )
};

let tree: Tree;
let org: LocalOrg;
let messages: string[];

function open(): LocalOrg {
    return openOrg({
        root: tree.root,
        sourceDirs: [],
        dataDir: join(tree.root, '.data'),
        cacheDir: join(tree.root, '.cache'),
        organization: {
            id: '00DLo0000000001MAA',
            name: 'Edits',
            instanceName: 'LOCAL',
            language: 'en_US',
            locale: 'en_US',
            timeZone: 'UTC',
            isSandbox: false,
            administrator: { firstName: 'A', lastName: 'B', username: ADMIN, email: ADMIN }
        },
        installFor: 'all',
        environment: {},
        hosts: {},
        orgUrl: 'http://localhost:8000',
        coverage: false,
        log: (message) => void messages.push(message)
    });
}

const adminId = (): string => getOne(org.platform.rows, 'User', { Username: ADMIN }).id;

const names = (objectName: string): readonly unknown[] =>
    org.database
        .query(
            parseSoql(`SELECT Name FROM ${objectName}`),
            {},
            {
                userId: adminId(),
                mode: 'system',
                sharing: false
            }
        )
        .rows.map(({ values }) => values['Name']);

beforeEach(() => {
    messages = [];
    tree = makeTree({ 'sfdx-project.json': PROJECT, ...TOOL });
    org = open();
});

afterEach(() => {
    org.close();
    tree.dispose();
});

describe('while the org runs', () => {
    test('a new object, field, tab, label and class can be used', () => {
        tree.write(BOLT);
        org.refresh();
        const outcome = invokeApex(org, {
            className: 'Maker',
            methodName: 'make',
            params: { size: 'M8' },
            userId: adminId(),
            namespace: '',
            cacheable: false
        });
        expect(outcome).toMatchObject({ returnValue: 'Made a bolt M8' });
        const shop = org.platform.pages.listApps(adminId()).find(({ label }) => label === 'Shop');
        expect(shop?.items.map(({ label }) => label)).toEqual(['Bolts']);
        expect(messages).toEqual([]);
    });

    test('a new field of an object that has records is there, and empty', () => {
        org.database.seed([{ type: 'Tool__c', values: { Name: 'Saw' } }]);
        tree.write({
            'source/objects/Tool__c/fields/Size__c.field-meta.xml': textField('Size__c')
        });
        org.refresh();
        const [saw] = org.database.store
            .read('Tool__c', [getOne(org.platform.rows, 'Tool__c', { Name: 'Saw' }).id])
            .values();
        expect(saw).toMatchObject({ Name: 'Saw', Size__c: null });
    });

    test('a field that cannot be read is told, and the objects stay as they were', () => {
        org.database.seed([{ type: 'Tool__c', values: { Name: 'Saw' } }]);
        tree.write({
            'source/objects/Tool__c/fields/Odd__c.field-meta.xml': xml(
                'CustomField',
                '<fullName>Odd__c</fullName><label>Odd</label><type>Odd</type>'
            )
        });
        org.refresh();
        expect(names('Tool__c')).toEqual(['Saw']);
        expect(org.database.schema.field('Tool__c', 'Odd__c')).toBeUndefined();
        expect(messages.join()).toContain('Odd__c');
    });
});

test('records keep their ids when another object comes before theirs', () => {
    const [id = ''] = org.database.seed([{ type: 'Tool__c', values: { Name: 'Saw' } }]);
    tree.write(BOLT);
    org.refresh();
    expect(org.database.schema.objectOfId(id)?.name).toBe('Tool__c');
    org.close();
    org = open();
    expect(org.database.schema.objectOfId(id)?.name).toBe('Tool__c');
    expect(names('Tool__c')).toEqual(['Saw']);
});
