import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';

import { DESKTOP, openAs, PHONE } from '../local-org/shell/e2e/browser.ts';
import { accountPath } from './product.ts';
import { runForTests } from './running.ts';

jest.setTimeout(120_000);

const ADMIN = 'Nora Whitcombe';
const SELLER = 'Theo Lindqvist';
const SUPPORTER = 'Priyanka Desai';
const APP = 'Salesforce Integration for Zendesk';
const SETUP = '/lightning/n/Zendesk_Setup';
const APPS = '/lightning/setup/ConnectedApplication/home';
const PRE_AUTHORIZED = 'Admin approved users are pre-authorized';

const running = runForTests();
let recordPath: string;

beforeAll(async () => {
    recordPath = await accountPath(running.product, running.browser, 'Meridian Rail Systems');
});

async function open(userName: string, path: string, device = DESKTOP): Promise<Page> {
    const { page } = await openAs(running.browser, {
        orgUrl: running.product.orgUrl,
        userName,
        path,
        device
    });
    page.setDefaultTimeout(15_000);
    return page;
}

/** Goes to the app's page in Setup as the administrator, does something and saves it. */
async function manage(button: string, change: (page: Page) => Promise<void>): Promise<void> {
    const page = await open(ADMIN, APPS);
    await page.getByRole('link', { name: APP }).click();
    await page.getByRole('button', { name: button }).click();
    await change(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit Policies' }).waitFor();
    await page.context().close();
}

function permitUsers(policy: string): Promise<void> {
    return manage('Edit Policies', async (page) => {
        await page.getByRole('combobox', { name: 'Permitted Users' }).click();
        await page.getByRole('option', { name: policy }).click();
    });
}

/** Ticks a profile or permission set, or takes the tick away. */
function toggle(button: 'Manage Profiles' | 'Manage Permission Sets', label: string) {
    return manage(button, async (page) => {
        const row = page.getByRole('row').filter({
            has: page.getByRole('rowheader', { name: label, exact: true })
        });
        await row.locator('label').click();
    });
}

/** What a user is shown on the account: its tickets, or why there are none. */
async function sees(userName: string, text: string): Promise<void> {
    const page = await open(userName, recordPath);
    await page.locator('c-zendesk-ticket-view').getByText(text).first().waitFor();
    await page.context().close();
}

const TICKETS = 'Zendesk Tickets (';
const REFUSED = 'You can’t see Zendesk tickets here';

const requirement = (page: Page, code: string) =>
    page.locator(`c-zendesk-requirements [data-code="${code}"]`);

describe('the app Zendesk Setup', () => {
    it('is in the launcher of administrators, and of nobody else', async () => {
        for (const [userName, count] of [
            [ADMIN, 1],
            [SELLER, 0]
        ] as const) {
            const page = await open(userName, '/lightning/page/home');
            await page.getByRole('button', { name: 'App Launcher' }).first().click();
            await page.getByText('All Apps').waitFor();

            expect(await page.locator('[data-name="Zendesk_Setup"]').count()).toBe(count);
            await page.context().close();
        }
    });

    it('gives its reason to those who find the page and may not set up', async () => {
        const page = await open(SUPPORTER, SETUP);

        await page.getByText('You can’t set up Zendesk').waitFor();
        await page.getByText('permission set Zendesk Admin').waitFor();
        await page.context().close();
    });

    it.each([
        ['phone', PHONE],
        ['narrow phone', { ...PHONE, viewport: { width: 320, height: 700 } }]
    ])('fits a %s', async (_, device) => {
        const page = await open(ADMIN, SETUP, device);
        await requirement(page, 'gate_exists').waitFor();

        const width = await page.evaluate('document.documentElement.scrollWidth');
        expect(width).toBe(device.viewport?.width);
        await page.context().close();
    });

    it('assigns the key to whoever the newly selected profile brings', async () => {
        await toggle('Manage Profiles', 'Custom: Support Profile');
        const page = await open(ADMIN, SETUP);
        const card = page.locator('c-zendesk-assignment');
        await card.getByText('Without Zendesk User: 1.').waitFor();

        await card.getByRole('button', { name: 'Assign Zendesk User' }).click();

        await card.getByText('Assigned: 1. Failed: 0.').waitFor();
        await card.getByText('Without Zendesk User: 0.').waitFor();
        await page.context().close();
        await sees(SUPPORTER, TICKETS);
        await toggle('Manage Profiles', 'Custom: Support Profile');
    });

    it('repeats the assignment every night, and no longer', async () => {
        const page = await open(ADMIN, SETUP);
        const card = page.locator('c-zendesk-assignment');
        const nightly = card.locator('label').filter({ hasText: 'Repeat every night' });

        await nightly.click();
        await card.getByText(/Next run: .*, as Nora Whitcombe\./).waitFor();
        await page.reload();
        await card.getByText(/Next run: /).waitFor();
        await nightly.click();

        await card.getByText('New users have to be assigned by hand.').waitFor();
        await page.context().close();
    });

    it('changes a match rule, and brings the default back', async () => {
        const page = await open(ADMIN, SETUP);
        await page.getByRole('link', { name: 'Match Rules' }).click();
        const row = page.getByRole('row').filter({ hasText: 'Opportunity' });

        await page.getByRole('button', { name: 'Change the rule of Opportunity' }).click();
        await page.getByLabel('Salesforce field').fill('Account.AccountNumber');
        await page.getByRole('button', { name: 'Save' }).click();
        await row.getByText('Account.AccountNumber').waitFor();
        await page.getByRole('button', { name: 'Reset the rule of Opportunity' }).click();

        await row.getByText('Account.Name').waitFor();
        await page.context().close();
    });
});

describe('Setup > Manage Connected Apps', () => {
    it('closes for everybody when all users are permitted, and Zendesk Setup tells', async () => {
        await permitUsers('All users may self-authorize');

        await sees(SELLER, REFUSED);
        const page = await open(ADMIN, SETUP);
        const row = requirement(page, 'pre_authorized');
        await row.getByText('Not met').waitFor();
        await row.getByText('Edit Policies').waitFor();
        expect(await row.getByRole('link').getAttribute('href')).toBe(APPS);
        await page.context().close();

        await permitUsers(PRE_AUTHORIZED);
        await sees(SELLER, TICKETS);
    });

    it('opens to the profiles that are selected', async () => {
        await toggle('Manage Profiles', 'Standard User');
        await sees(SELLER, REFUSED);

        await toggle('Manage Profiles', 'Standard User');
        await sees(SELLER, TICKETS);
    });

    it('opens to permission sets that are selected', async () => {
        await toggle('Manage Profiles', 'Standard User');
        await toggle('Manage Permission Sets', 'Zendesk Agent');
        await sees(SELLER, TICKETS);

        await toggle('Manage Permission Sets', 'Zendesk Agent');
        await toggle('Manage Profiles', 'Standard User');
    });

    it('tells when System Administrator is not among them', async () => {
        await toggle('Manage Profiles', 'System Administrator');
        const page = await open(ADMIN, SETUP);
        await requirement(page, 'administrator_selected').getByText('Not met').waitFor();
        await page.context().close();

        await toggle('Manage Profiles', 'System Administrator');
    });

    it('keeps IP relaxation and refresh policy', async () => {
        await manage('Edit Policies', async (page) => {
            await page.getByRole('combobox', { name: 'IP Relaxation' }).click();
            await page.getByRole('option', { name: 'Relax IP restrictions', exact: true }).click();
            await page.getByText('Expire refresh token after').click();
            await page.getByRole('spinbutton').fill('30');
            await page.getByRole('combobox', { name: 'Unit' }).click();
            await page.getByRole('option', { name: 'Day' }).click();
        });

        const page = await open(ADMIN, APPS);
        await page.getByRole('link', { name: APP }).click();
        await page.getByText('Relax IP restrictions', { exact: true }).waitFor();
        await page.getByText(/Expire refresh token after.*30/).waitFor();
        await page.context().close();
    });

    it('is not there for those who may not customize', async () => {
        const page = await open(SELLER, APPS);

        await page.getByText('exist').first().waitFor();
        expect(await page.getByText(APP).count()).toBe(0);
        await page.context().close();
    });
});
