import { beforeAll, describe, expect, it } from '@jest/globals';
import { openTestOrg, type TestOrg } from '../../testing/orgFixture.ts';

let org: TestOrg;

beforeAll(() => {
    org = openTestOrg([
        {
            fullName: 'Bill__c',
            label: 'Bill',
            fields: [
                { fullName: 'Account__c', type: 'Lookup', referenceTo: 'Account' },
                { fullName: 'Amount__c', type: 'Currency', precision: 10, scale: 2 },
                {
                    fullName: 'Gross__c',
                    type: 'Number',
                    precision: 10,
                    scale: 2,
                    formula: 'Amount__c * 1.19'
                },
                {
                    fullName: 'Title__c',
                    type: 'Text',
                    formula: 'Account__r.Name & ": " & TEXT(Gross__c)'
                },
                { fullName: 'Mine__c', type: 'Checkbox', formula: 'OwnerId = $User.Id' },
                {
                    fullName: 'Strict__c',
                    type: 'Number',
                    precision: 10,
                    scale: 0,
                    formula: 'Amount__c + 1',
                    formulaTreatBlanksAs: 'BlankAsBlank'
                }
            ]
        }
    ]);
    const [account = ''] = org.insert('Account', { Name: 'Acme' });
    org.insert('Bill__c', { Name: 'A', Account__c: account, Amount__c: 10 }, { Name: 'B' });
});

describe('Formula fields', () => {
    it('are computed from the record, its parents, other formulas and the user', () => {
        expect(
            org.query("SELECT Title__c, Mine__c FROM Bill__c WHERE Name = 'A'")[0]?.values
        ).toMatchObject({ Title__c: 'Acme: 11.9', Mine__c: true });
    });

    it('count missing numbers as zero, unless they are to stay blank', () => {
        expect(
            org.query("SELECT Gross__c, Strict__c FROM Bill__c WHERE Name = 'B'")[0]?.values
        ).toMatchObject({ Gross__c: 0, Strict__c: null });
    });

    it('can be filtered, sorted and grouped by', () => {
        expect(
            org.column('SELECT Name FROM Bill__c WHERE Gross__c > 1 ORDER BY Gross__c', 'Name')
        ).toEqual(['A']);
        expect(
            org.query('SELECT Mine__c, COUNT(Id) n FROM Bill__c GROUP BY Mine__c')[0]?.values
        ).toEqual({ Mine__c: true, n: 2 });
    });
});
