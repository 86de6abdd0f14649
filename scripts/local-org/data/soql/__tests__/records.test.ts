import { beforeAll, describe, expect, it } from '@jest/globals';
import { parseSoql } from '../parse.ts';
import { openTestOrg, type TestOrg } from '../../testing/orgFixture.ts';

let org: TestOrg;
let acme: string;
let zeta: string;

beforeAll(() => {
    org = openTestOrg();
    [acme = '', zeta = ''] = org.insert(
        'Account',
        { Name: 'Acme', Industry: 'Energy', BillingCity: 'Élan', BillingPostalCode: '75001' },
        { Name: 'zeta', ParentId: null }
    );
    org.save('update', 'Account', [{ Id: zeta, ParentId: acme }]);
    org.insert(
        'Contact',
        { FirstName: 'Bo', LastName: 'Berg', AccountId: acme },
        { LastName: 'Cole', AccountId: acme },
        { LastName: 'Dahl' }
    );
    org.insert('Task', { Subject: 'Call', WhatId: acme }, { Subject: 'Email' });
});

describe('The rows of a query', () => {
    it('carry the Id without being asked', () => {
        expect(org.query("SELECT Name FROM Account WHERE Name = 'Acme'")[0]?.values).toEqual({
            Id: acme,
            Name: 'Acme'
        });
    });

    it('spell fields as the schema does, however the query does', () => {
        expect(org.query("SELECT nAmE FROM account WHERE NAME = 'Acme'")[0]).toMatchObject({
            type: 'Account',
            values: { Name: 'Acme' }
        });
    });

    it('hold parents by relationship, and null where there is none', () => {
        expect(
            org.column('SELECT Account.Name FROM Contact ORDER BY LastName', 'Account.Name')
        ).toEqual(['Acme', 'Acme', null]);
    });

    it('follow several parents', () => {
        const text = "SELECT Parent.Owner.LastName FROM Account WHERE Name = 'zeta'";
        expect(org.column(text, 'Parent.Owner.LastName')).toEqual(['Ada']);
    });

    it('name the owner of an object that queues can own', () => {
        org.insert('Lead', { LastName: 'Low', Company: 'Low Ltd' });
        const text = 'SELECT Owner.Name, Owner.Type FROM Lead';
        expect(org.query(text)[0]?.values['Owner']).toMatchObject({
            type: 'User',
            values: { Name: 'Ada', Type: 'User' }
        });
    });

    it('take what TYPEOF asks of the kind of parent', () => {
        const text =
            'SELECT TYPEOF What WHEN Account THEN Industry ELSE Id END FROM Task ORDER BY Subject';
        expect(org.query(text).map((row) => row.values['What'])).toEqual([
            { type: 'Account', values: { Id: acme, Industry: 'Energy' } },
            null
        ]);
    });

    it('hold addresses as JSON of their parts', () => {
        const [address] = org.column(
            "SELECT BillingAddress FROM Account WHERE Name = 'Acme'",
            'BillingAddress'
        );
        expect(JSON.parse(String(address))).toMatchObject({ city: 'Élan', postalCode: '75001' });
    });

    it('have the aliases that FROM gives to parents', () => {
        const text = "SELECT a.Name FROM Contact c, c.Account a WHERE c.LastName = 'Cole'";
        expect(org.column(text, 'Account.Name')).toEqual(['Acme']);
    });
});

describe('Child queries', () => {
    it('give each parent its own children, empty where it has none', () => {
        const rows = org.query('SELECT (SELECT LastName FROM Contacts) FROM Account ORDER BY Name');
        expect(
            rows.map((row) => (row.values['Contacts'] as { rows: unknown[] }).rows.length)
        ).toEqual([2, 0]);
    });

    it('limit and sort the children of each parent by themselves', () => {
        const [row] = org.query(
            'SELECT (SELECT LastName FROM Contacts ORDER BY LastName DESC LIMIT 1) FROM Account ORDER BY Name'
        );
        expect(row?.values['Contacts']).toMatchObject({ rows: [{ values: { LastName: 'Cole' } }] });
    });

    it('count towards the rows that were read', () => {
        const query = parseSoql('SELECT (SELECT Id FROM Contacts) FROM Account');
        expect(org.database.query(query, {}, org.context).rowsRead).toBe(4);
    });
});

describe('The order of rows', () => {
    it('puts missing values first, and last on request', () => {
        const text = 'SELECT Name FROM Account ORDER BY Industry';
        expect(org.column(text, 'Name')).toEqual(['zeta', 'Acme']);
        expect(org.column(`${text} NULLS LAST`, 'Name')).toEqual(['Acme', 'zeta']);
    });

    it('ignores case', () => {
        expect(org.column('SELECT Name FROM Account ORDER BY Name DESC', 'Name')).toEqual([
            'zeta',
            'Acme'
        ]);
    });

    it('of a picklist is that of its values', () => {
        org.insert('Case', { Subject: 'a', Priority: 'Low' }, { Subject: 'b', Priority: 'High' });
        expect(org.column('SELECT Priority FROM Case ORDER BY Priority', 'Priority')).toEqual([
            'High',
            'Low'
        ]);
    });
});

describe('LIMIT and OFFSET', () => {
    it('take bound numbers', () => {
        const text = 'SELECT LastName FROM Contact ORDER BY LastName LIMIT :size OFFSET :skip';
        expect(org.column(text, 'LastName', { size: 1, skip: 1 })).toEqual(['Cole']);
    });

    it('refuse to skip more than 2,000 rows', () => {
        expect(org.failure(() => org.query('SELECT Id FROM Contact OFFSET 2001'))).toBe(
            'Maximum SOQL offset allowed is 2000'
        );
    });
});

describe('FIELDS()', () => {
    it('gives every field', () => {
        const [row] = org.query('SELECT FIELDS(ALL) FROM Contact ORDER BY LastName LIMIT 1');
        expect(row?.values).toMatchObject({ Name: 'Bo Berg', FirstName: 'Bo', IsDeleted: false });
    });

    it('needs a small limit where custom fields are meant', () => {
        expect(org.failure(() => org.query('SELECT FIELDS(ALL) FROM Contact'))).toBe(
            'The SOQL FIELDS function must have a LIMIT of at most 200'
        );
    });
});

describe('A query that is wrong', () => {
    const hint = 'Please reference your WSDL or the describe call for the appropriate names.';

    it.each([
        [
            'SELECT Nope FROM Account',
            `No such column 'Nope' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${hint}`
        ],
        [
            'SELECT Id FROM Nope',
            `sObject type 'Nope' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${hint}`
        ],
        [
            'SELECT Nope.Name FROM Account',
            `Didn't understand relationship 'Nope' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${hint}`
        ],
        [
            'SELECT (SELECT Id FROM Nopes) FROM Account',
            `Didn't understand relationship 'Nopes' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${hint}`
        ],
        [
            "SELECT Id FROM Account WHERE Description = 'x'",
            "field 'Description' can not be filtered in a query call"
        ],
        [
            'SELECT Id FROM Account ORDER BY Description',
            "field 'Description' can not be sorted in a query call"
        ],
        [
            "SELECT Id FROM Account WHERE AnnualRevenue = 'x'",
            "value of filter criterion for field 'AnnualRevenue' must be of type double and should not be enclosed in quotes"
        ],
        [
            'SELECT Id FROM Account WHERE Name = 5',
            "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes"
        ],
        ["SELECT Id FROM Account WHERE OwnerId = 'me'", 'invalid ID field: me'],
        ['SELECT Name n FROM Account', 'only aggregate expressions use field aliasing'],
        ['SELECT Name, name FROM Account', 'duplicate field selected: name'],
        [
            'SELECT Id FROM ContentDocumentLink',
            "Implementation restriction: ContentDocumentLink requires a filter by a single Id on ContentDocumentId or LinkedEntityId using the equals operator or multiple Id's using the IN operator."
        ],
        [
            'SELECT Id FROM Account USING SCOPE team',
            'The local org does not support USING SCOPE team'
        ]
    ])('%s says why', (text, message) => {
        expect(org.failure(() => org.query(text))).toBe(message);
    });
});
