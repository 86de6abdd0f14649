import { describe, expect, it } from '@jest/globals';
import { fakeOrg } from '../../__tests__/support/fakeOrg.ts';
import { jsonOf, testApp } from '../../__tests__/support/testApp.ts';
import { shellRoutes } from '../shellRoutes.ts';

const search = (term: string, org = fakeOrg()) =>
    testApp(shellRoutes, { org }).send('GET', `/_shell/search?q=${encodeURIComponent(term)}`);

describe('global search', () => {
    it('finds records by a part of their name, across the tabs of the app', async () => {
        const hits = jsonOf(await search('ar')) as readonly { objectApiName: string }[];
        expect(new Set(hits.map(({ objectApiName }) => objectApiName))).toEqual(
            new Set(['Account', 'Contact', 'Lead'])
        );
    });

    it('asks nothing for a single letter', async () => {
        expect(jsonOf(await search('m'))).toEqual([]);
    });

    it('takes quotes and wildcards for themselves', async () => {
        const asked: string[] = [];
        const org = { ...fakeOrg() };
        const { query } = org;
        org.query = (userId, soql) => {
            asked.push(soql);
            return query(userId, soql);
        };
        await search("%' OR Name != '", org);
        expect(asked[0]).toContain(`LIKE '%\\%\\' OR Name != \\'%'`);
    });

    it('passes on why the org could not search', async () => {
        const error = { errorCode: 'INVALID_FIELD', message: 'No such column' };
        const org = { ...fakeOrg(), query: async () => ({ error }) };
        const response = await search('rail', org);
        expect(response.status).toBe(400);
        expect(jsonOf(response)).toContainEqual(error);
    });
});

describe('layout for a form', () => {
    it('gives the sections of the object', async () => {
        const response = await testApp(shellRoutes).send('GET', '/_shell/layout/Account');
        expect(jsonOf(response)).toMatchObject({
            layoutSections: [{ label: 'Account Information' }, {}]
        });
    });

    it('answers 404 for what is no object', async () => {
        const response = await testApp(shellRoutes).send('GET', '/_shell/layout/No%20Object');
        expect(response.status).toBe(404);
    });
});
