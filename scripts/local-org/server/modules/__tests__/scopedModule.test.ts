import { describe, expect, it } from '@jest/globals';
import { fakeOrg, FRENCH_USER_ID } from '../../__tests__/support/fakeOrg.ts';
import { ADMIN_ID } from '../../__tests__/support/fakeRows.ts';
import { scopedModule } from '../scopedModule.ts';

async function valueOf(specifier: string, userId = ADMIN_ID): Promise<string> {
    const org = fakeOrg({ labels: { '@salesforce/label/c.Hello': 'Hello' } });
    const user = await org.userContext(userId);
    if (!user) throw new Error('No such user');
    return scopedModule({ x: specifier }, { org, user, formFactor: 'Small' });
}

describe('scopedModule', () => {
    it.each([
        ['@salesforce/label/c.Hello', 'export const x = "Hello";'],
        ['@salesforce/user/Id', `export const x = "${ADMIN_ID}";`],
        ['@salesforce/user/isGuest', 'export const x = false;'],
        ['@salesforce/client/formFactor', 'export const x = "Small";'],
        ['@salesforce/i18n/timeZone', 'export const x = "America/Los_Angeles";'],
        ['@salesforce/customPermission/Nobody_Has_It', 'export const x = undefined;'],
        ['@salesforce/messageChannel/Chosen__c', 'export const x = {"name":"Chosen__c"};'],
        ['@salesforce/schema/Account', 'export const x = {"objectApiName":"Account"};'],
        [
            '@salesforce/schema/Contact.Account.Name',
            'export const x = {"fieldApiName":"Account.Name","objectApiName":"Contact"};'
        ]
    ])('resolves %s', async (specifier, expected) => {
        expect(await valueOf(specifier)).toBe(expected);
    });

    it('makes an Apex import a call by namespace, class and method', async () => {
        expect(await valueOf('@salesforce/apex/Tickets.load')).toContain(
            'apexMethod("", "Tickets", "load")'
        );
    });

    it('translates the texts of base components', async () => {
        const label = '@salesforce/label/LightningDatatable.cancel';
        expect(await valueOf(label)).toContain('"Cancel"');
        expect(await valueOf(label, FRENCH_USER_ID)).toContain('"Annuler"');
    });

    it.each([
        '@salesforce/label/c.Nothing',
        '@salesforce/community/Id',
        '@salesforce/i18n/nothing'
    ])('throws in the browser, naming it, for %s', async (specifier) => {
        expect(await valueOf(specifier)).toMatch(/throw new Error\(.*@salesforce/);
    });
});
