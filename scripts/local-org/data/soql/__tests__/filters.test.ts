import { beforeAll, describe, expect, it } from '@jest/globals';
import { openTestOrg, testUser, type TestOrg } from '../../testing/orgFixture.ts';

let org: TestOrg;

const names = (condition: string, binds = {}) =>
    org.column(`SELECT Name FROM Account WHERE ${condition} ORDER BY Name`, 'Name', binds);

beforeAll(() => {
    org = openTestOrg([
        {
            fullName: 'Account',
            fields: [
                {
                    fullName: 'Tags__c',
                    type: 'MultiselectPicklist',
                    valueSet: {
                        restricted: false,
                        values: [{ fullName: 'A' }, { fullName: 'B' }, { fullName: 'C' }]
                    }
                }
            ]
        }
    ]);
    const [acme = ''] = org.insert(
        'Account',
        {
            Name: 'Acme',
            Industry: 'Energy',
            AnnualRevenue: 100,
            Tags__c: 'A;C',
            BillingCity: 'Élan'
        },
        { Name: 'Beta 50%', Industry: 'Banking', AnnualRevenue: 50, Tags__c: 'B' },
        { Name: 'Gamma', BillingCity: 'Paris' }
    );
    org.insert('Contact', { LastName: 'Berg', AccountId: acme }, { LastName: 'Cole' });
});

describe('Comparisons', () => {
    it('ignore the case of text, also outside ASCII', () => {
        expect(names("Name = 'ACME'")).toEqual(['Acme']);
        expect(names("BillingCity = 'éLAN'")).toEqual(['Acme']);
    });

    it('with != take records without a value', () => {
        expect(names("Industry != 'Energy'")).toEqual(['Beta 50%', 'Gamma']);
    });

    it('with < and > leave out records without a value', () => {
        expect(names('AnnualRevenue < 1000')).toEqual(['Acme', 'Beta 50%']);
    });

    it('with null find missing values, of missing parents too', () => {
        expect(names('Industry = null')).toEqual(['Gamma']);
        expect(
            org.column('SELECT LastName FROM Contact WHERE Account.Name = null', 'LastName')
        ).toEqual(['Cole']);
    });

    it('take empty text for null', () => {
        expect(names("Industry = ''")).toEqual(['Gamma']);
        expect(names('Industry = :blank', { blank: '' })).toEqual(['Gamma']);
    });

    it('accept ids of 15 characters', () => {
        const [id] = org.column("SELECT Id FROM Account WHERE Name = 'Acme'", 'Id');
        expect(names(`Id = '${String(id).slice(0, 15)}'`)).toEqual(['Acme']);
    });
});

describe('LIKE', () => {
    it('knows % and _', () => {
        expect(names("Name LIKE '_c%'")).toEqual(['Acme']);
    });

    it('takes escaped wildcards as they are', () => {
        expect(names(String.raw`Name LIKE '%\%'`)).toEqual(['Beta 50%']);
    });

    it('matches any of bound patterns', () => {
        expect(names('Name LIKE :patterns', { patterns: ['ac%', 'ga%'] })).toEqual([
            'Acme',
            'Gamma'
        ]);
    });
});

describe('IN and NOT IN', () => {
    it('take bound lists', () => {
        expect(names('Name IN :list', { list: ['ACME', 'gamma', null] })).toEqual([
            'Acme',
            'Gamma'
        ]);
    });

    it('match nothing and everything for an empty list', () => {
        expect(names('Name IN :list', { list: [] })).toEqual([]);
        expect(names('Name NOT IN :list', { list: [] })).toHaveLength(3);
    });

    it('NOT IN takes records without a value', () => {
        expect(names("Industry NOT IN ('Energy')")).toEqual(['Beta 50%', 'Gamma']);
    });

    it('join other objects', () => {
        expect(names('Id IN (SELECT AccountId FROM Contact)')).toEqual(['Acme']);
        expect(names('Id NOT IN (SELECT AccountId FROM Contact)')).toEqual(['Beta 50%', 'Gamma']);
    });
});

describe('Conditions', () => {
    it('negate to everything else, missing values included', () => {
        expect(names("NOT (Industry = 'Energy')")).toEqual(['Beta 50%', 'Gamma']);
        expect(names("AnnualRevenue != 1 AND (NOT Industry LIKE 'En%')")).toEqual([
            'Beta 50%',
            'Gamma'
        ]);
    });

    it('combine with parentheses', () => {
        expect(names("(Name = 'Acme' AND AnnualRevenue = 100) OR Name = 'Gamma'")).toEqual([
            'Acme',
            'Gamma'
        ]);
    });
});

describe('Multi-select picklists', () => {
    it('INCLUDES any of the values, a semicolon asks for all', () => {
        expect(names("Tags__c INCLUDES ('B', 'A;C')")).toEqual(['Acme', 'Beta 50%']);
        expect(names("Tags__c INCLUDES ('A;B')")).toEqual([]);
    });

    it('EXCLUDES takes records without a selection', () => {
        expect(names("Tags__c EXCLUDES ('A')")).toEqual(['Beta 50%', 'Gamma']);
    });
});

describe('Dates', () => {
    it('are those of the user, whose day may have begun already', () => {
        const [tokyo = ''] = org.database.seed([
            { type: 'User', values: testUser('Mori', { TimeZoneSidKey: 'Asia/Tokyo' }) }
        ]);
        org.clock.set('2026-03-15T16:00:00Z');
        const context = { ...org.context, userId: tokyo };
        const today = (text: string) => org.query(text, {}, context).length;
        expect(today('SELECT Id FROM Account WHERE CreatedDate = YESTERDAY')).toBe(3);
        expect(today('SELECT Id FROM Account WHERE CreatedDate = TODAY')).toBe(0);
        org.clock.set('2026-03-15T12:00:00Z');
    });

    it('compare with the whole span of a literal', () => {
        expect(names('CreatedDate = THIS_WEEK')).toHaveLength(3);
        expect(names('CreatedDate > LAST_MONTH')).toHaveLength(3);
        expect(names('CreatedDate < TODAY')).toEqual([]);
        expect(names('CreatedDate = N_DAYS_AGO:1')).toEqual([]);
    });

    it('have parts to compare', () => {
        expect(
            names('CALENDAR_MONTH(CreatedDate) = 3 AND DAY_IN_WEEK(CreatedDate) = 1')
        ).toHaveLength(3);
    });

    it('compare date-times with bound days at the start of the day', () => {
        expect(names('CreatedDate >= :day', { day: '2026-03-15' })).toHaveLength(3);
        expect(names('CreatedDate >= :day', { day: '2026-03-16' })).toEqual([]);
    });
});
