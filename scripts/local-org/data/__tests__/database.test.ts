import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '../database.ts';
import { createSchema } from '../schema/schema.ts';
import type { ObjectMetadata } from '../schema/metadata.ts';
import { parseSoql } from '../soql/parse.ts';
import type { AccessContext, Database } from '../types.ts';

const folder = mkdtempSync(join(tmpdir(), 'org-data-'));
const clock = { now: () => Date.parse('2026-03-15T12:00:00Z') };
const context: AccessContext = { userId: '005000000000000AAA', mode: 'system', sharing: false };

const NOTE: ObjectMetadata = {
    fullName: 'Memo__c',
    label: 'Memo',
    nameField: { type: 'AutoNumber', displayFormat: 'M-{0}' },
    fields: [{ fullName: 'Text__c', type: 'Text', length: 20 }]
};

const open = (metadata: readonly ObjectMetadata[]): Database =>
    createDatabase({ schema: createSchema({ metadata }), clock, file: join(folder, 'org.sqlite') });

const insert = (database: Database, values: Readonly<Record<string, string>>) =>
    database.dml(
        { operation: 'insert', rows: [{ type: 'Memo__c', values }], allOrNone: true },
        context
    );

afterAll(() => rmSync(folder, { recursive: true }));

describe('A database in a file', () => {
    it('keeps records and goes on numbering, with fields that came later', () => {
        const first = open([NOTE]);
        first.seed([{ type: 'User', values: { Id: context.userId, LastName: 'Ada' } }]);
        insert(first, { Text__c: 'one' });
        first.close();
        const later: ObjectMetadata = {
            ...NOTE,
            fields: [...NOTE.fields, { fullName: 'More__c', type: 'Text', length: 20 }]
        };
        const second = open([later]);
        insert(second, { Text__c: 'two', More__c: 'x' });
        const query = parseSoql('SELECT Name, Text__c, More__c FROM Memo__c ORDER BY Name');
        const rows = second.query(query, {}, context).rows.map((row) => row.values);
        second.close();
        expect(rows).toMatchObject([
            { Name: 'M-1', Text__c: 'one', More__c: null },
            { Name: 'M-2', Text__c: 'two', More__c: 'x' }
        ]);
    });
});

describe('Seeding', () => {
    it('gives the ids in order, and changes what is there already', () => {
        const database = createDatabase({ schema: createSchema({ metadata: [NOTE] }), clock });
        const [id = ''] = database.seed([{ type: 'Memo__c', values: { Text__c: 'one' } }]);
        const again = database.seed([{ type: 'Memo__c', values: { Id: id, Text__c: 'two' } }]);
        expect(again).toEqual([id]);
        const texts = () =>
            database
                .query(parseSoql('SELECT Text__c FROM Memo__c'), {}, context)
                .rows.map((row) => row.values['Text__c']);
        expect(texts()).toEqual(['two']);
        database.unseed([id]);
        expect(texts()).toEqual([]);
    });

    it('says which field or object it does not know', () => {
        const database = createDatabase({ schema: createSchema({ metadata: [] }), clock });
        const seed = (type: string) => database.seed([{ type, values: { Nope__c: 'x' } }]);
        expect(() => seed('Account')).toThrow('Account has no field Nope__c');
        expect(() => seed('Nope__c')).toThrow('The schema has no object Nope__c');
    });
});

describe('Record types', () => {
    it('of the source are rows of the org', () => {
        const metadata: ObjectMetadata = {
            fullName: 'Account',
            fields: [],
            recordTypes: [{ fullName: 'Partner', label: 'Partner account', active: true }]
        };
        const database = createDatabase({ schema: createSchema({ metadata: [metadata] }), clock });
        const text = "SELECT Name FROM RecordType WHERE SobjectType = 'Account'";
        expect(database.query(parseSoql(text), {}, context).rows[0]?.values).toMatchObject({
            Name: 'Partner account'
        });
    });
});

describe('Custom settings', () => {
    it('of a hierarchy have one record for each owner', () => {
        const setting: ObjectMetadata = {
            fullName: 'Switch__c',
            label: 'Switch',
            customSettingsType: 'Hierarchy',
            fields: []
        };
        const database = createDatabase({ schema: createSchema({ metadata: [setting] }), clock });
        database.seed([{ type: 'Organization', values: { Name: 'Org' } }]);
        const add = () =>
            database.dml(
                { operation: 'insert', rows: [{ type: 'Switch__c', values: {} }], allOrNone: true },
                context
            );
        add();
        expect(add).toThrow('DUPLICATE_VALUE, duplicate value found: SetupOwnerId duplicates');
    });
});
