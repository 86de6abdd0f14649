import { describe, expect, it } from '@jest/globals';
import { FRENCH_USER_ID } from '../../__tests__/support/fakeOrg.ts';
import { jsonOf, testApp } from '../../__tests__/support/testApp.ts';
import { setupRoutes } from '../setupRoutes.ts';

const APP = '/_shell/setup/connected-apps/0H4000000000001AAA';

const policies = {
    permittedUsers: 'AllUsers',
    ipRelaxation: 'Relax',
    refreshPolicy: 'NotUsed',
    refreshPeriod: 30,
    refreshPeriodUnit: 'Days'
};

describe('Setup > Manage Connected Apps', () => {
    it('is closed to users without Customize Application', async () => {
        const app = testApp(setupRoutes, { userId: FRENCH_USER_ID });
        expect((await app.send('GET', APP)).status).toBe(403);
    });

    it('saves the policies', async () => {
        const app = testApp(setupRoutes);
        const saved = await app.send('PUT', `${APP}/policies`, { body: JSON.stringify(policies) });
        expect(saved.status).toBe(204);
        expect(jsonOf(await app.send('GET', APP))).toMatchObject({ policies });
    });

    it.each([
        ['an unknown policy', { ...policies, permittedUsers: 'Nobody' }],
        ['a period of zero', { ...policies, refreshPeriod: 0 }],
        ['a period without a unit', { ...policies, refreshPeriodUnit: null }]
    ])('refuses %s', async (_, body) => {
        const app = testApp(setupRoutes);
        const response = await app.send('PUT', `${APP}/policies`, { body: JSON.stringify(body) });
        expect(response.status).toBe(400);
    });

    it('replaces the selected profiles', async () => {
        const app = testApp(setupRoutes);
        const body = JSON.stringify({ ids: ['00e000000000002AAA'] });
        await app.send('PUT', `${APP}/profiles`, { body });
        const { profiles } = jsonOf(await app.send('GET', APP)) as {
            profiles: readonly { label: string; selected: boolean }[];
        };
        const selected = profiles.filter((profile) => profile.selected).map(({ label }) => label);
        expect(selected).toEqual(['Standard User']);
    });
});
