import { describe, expect, it } from '@jest/globals';
import { FRENCH_USER_ID, fakeOrg } from '../../__tests__/support/fakeOrg.ts';
import { FIRST_ACCOUNT_ID } from '../../__tests__/support/fakeRows.ts';
import { jsonOf, testApp } from '../../__tests__/support/testApp.ts';
import { listRoutes } from '../listRoutes.ts';
import { objectRoutes } from '../objectRoutes.ts';
import { recordRoutes } from '../recordRoutes.ts';
import { relatedListRoutes } from '../relatedListRoutes.ts';

const UI = '/services/data/v67.0/ui-api';
const RECORD = `${UI}/records/${FIRST_ACCOUNT_ID}`;

describe('records of the UI API', () => {
    it('gives each field with value and display value', async () => {
        const response = await testApp(recordRoutes).send(
            'GET',
            `${RECORD}?fields=Account.Name,Account.AnnualRevenue,Account.Owner.Name`
        );
        expect(jsonOf(response)).toMatchObject({
            apiName: 'Account',
            id: FIRST_ACCOUNT_ID,
            fields: {
                Name: { value: 'Meridian Rail Systems', displayValue: null },
                AnnualRevenue: { value: 12_500_000, displayValue: '$12,500,000' },
                Owner: { displayValue: 'Ada Marsh', value: { apiName: 'User' } }
            }
        });
    });

    it('writes numbers in the locale of the user', async () => {
        const app = testApp(recordRoutes, { userId: FRENCH_USER_ID });
        const response = await app.send('GET', `${RECORD}?fields=Account.AnnualRevenue`);
        const { fields } = jsonOf(response) as { fields: Record<string, { displayValue: string }> };
        expect(fields['AnnualRevenue']?.displayValue.replace(/\s/g, ' ')).toBe('12 500 000 €');
    });

    it('takes an id of 15 characters', async () => {
        const path = `${UI}/records/${FIRST_ACCOUNT_ID.slice(0, 15)}?fields=Account.Name`;
        expect((await testApp(recordRoutes).send('GET', path)).status).toBe(200);
    });

    it('leaves out an optional field that the user can not read', async () => {
        const path = `${RECORD}?optionalFields=Account.Name,Account.Secret__c`;
        const { fields } = jsonOf(await testApp(recordRoutes).send('GET', path)) as {
            fields: object;
        };
        expect(Object.keys(fields)).toEqual(['Name']);
    });

    it('refuses a required field that the user can not read', async () => {
        const response = await testApp(recordRoutes).send(
            'GET',
            `${RECORD}?fields=Account.Secret__c`
        );
        expect(response.status).toBe(400);
        expect(jsonOf(response)).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
    });

    it.each(["001' OR Name != '", '../users', '001', '001000000000001AA'])(
        'answers 404 to the malformed id %s',
        async (id) => {
            const path = `${UI}/records/${encodeURIComponent(id)}?fields=Account.Name`;
            expect((await testApp(recordRoutes).send('GET', path)).status).toBe(404);
        }
    );

    it('never puts a field name that is no name into a query', async () => {
        const queries: string[] = [];
        const org = { ...fakeOrg() };
        const query = org.query;
        org.query = (userId, soql) => {
            queries.push(soql);
            return query(userId, soql);
        };
        const hostile = encodeURIComponent('Account.Name FROM User--');
        const response = await testApp(recordRoutes, { org }).send(
            'GET',
            `${RECORD}?fields=${hostile}`
        );
        expect(response.status).toBe(400);
        expect(queries).toEqual([]);
    });

    it('creates a record and gives it back', async () => {
        const body = JSON.stringify({ apiName: 'Account', fields: { Name: 'New' } });
        const response = await testApp(recordRoutes).send('POST', `${UI}/records`, { body });
        expect(response.status).toBe(201);
        expect(jsonOf(response)).toMatchObject({ fields: { Name: { value: 'New' } } });
    });

    it('refuses to write a field that is not editable', async () => {
        const body = JSON.stringify({ fields: { CreatedDate: '2020-01-01' } });
        const response = await testApp(recordRoutes).send('PATCH', RECORD, { body });
        expect(response.status).toBe(400);
        expect(jsonOf(response)).toMatchObject([{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }]);
    });

    it('groups the errors of a save by field', async () => {
        const org = {
            ...fakeOrg(),
            write: async () => ({
                status: 400,
                errors: [{ errorCode: 'FIELD_INTEGRITY', message: 'Bad name', fields: ['Name'] }]
            })
        };
        const body = JSON.stringify({ fields: { Name: 'x' } });
        const response = await testApp(recordRoutes, { org }).send('PATCH', RECORD, { body });
        expect(jsonOf(response)).toMatchObject({
            output: { fieldErrors: { Name: [{ message: 'Bad name' }] } }
        });
    });
});

describe('lists of the UI API', () => {
    it('gives the child records of a relationship', async () => {
        const path = `${UI}/related-list-records/${FIRST_ACCOUNT_ID}/Contacts?fields=Name`;
        expect(jsonOf(await testApp(relatedListRoutes).send('GET', path))).toMatchObject({
            count: 4
        });
    });

    it('sorts a list view and pages it', async () => {
        const path = `${UI}/list-records/Account/AllRecords?sortBy=-Name&pageSize=2`;
        const page = jsonOf(await testApp(listRoutes).send('GET', path)) as {
            records: readonly { fields: { Name: { value: string } } }[];
        };
        const names = page.records.map(({ fields }) => fields.Name.value);
        expect(names).toEqual(['Verdant Valley Farms', 'Tidewater Instruments']);
        expect(page).toMatchObject({ nextPageToken: '2' });
    });

    it('refuses to sort by something that is no field', async () => {
        const sortBy = encodeURIComponent('Name; DELETE');
        const path = `${UI}/list-records/Account/AllRecords?sortBy=${sortBy}`;
        expect((await testApp(listRoutes).send('GET', path)).status).toBe(400);
    });

    it('offers no version of the API that does not look like one', async () => {
        const response = await testApp(objectRoutes).send('GET', '/services/data/latest/query?q=x');
        expect(response.status).toBe(404);
    });

    it('answers a malformed query with the error of the org', async () => {
        const response = await testApp(objectRoutes).send(
            'GET',
            '/services/data/v67.0/query?q=SELECT'
        );
        expect(response.status).toBe(400);
        expect(jsonOf(response)).toMatchObject([{ errorCode: 'MALFORMED_QUERY' }]);
    });
});
