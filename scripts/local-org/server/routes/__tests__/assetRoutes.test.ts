import { describe, expect, it } from '@jest/globals';
import { testApp } from '../../__tests__/support/testApp.ts';
import { assetRoutes } from '../assetRoutes.ts';

describe('assets', () => {
    it('serves the stylesheet of the design system', async () => {
        const path = '/_slds/styles/salesforce-lightning-design-system.min.css';
        const response = await testApp(assetRoutes).send('GET', path);
        expect(response.headers['content-type']).toContain('text/css');
    });

    it.each(['/_slds/..%2Fpackage.json', '/_slds/..%2F..%2F..%2Fx.css', '/_styles/none.css'])(
        'serves nothing for %s',
        async (path) => {
            expect((await testApp(assetRoutes).send('GET', path)).status).toBe(404);
        }
    );
});
