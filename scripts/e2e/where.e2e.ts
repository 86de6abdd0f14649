import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';

import { openAs } from '../local-org/shell/e2e/browser.ts';
import { runForTests } from './running.ts';

jest.setTimeout(120_000);

const SELLER = 'Theo Lindqvist';
const FRENCH_SELLER = 'Camille Aubert';
const OBJECTS = ['Account', 'Contact', 'Lead', 'Opportunity', 'Case'] as const;

const running = runForTests();

/** Path of the first record in the list of an object, as a seller sees it. */
async function firstRecord(object: string): Promise<string> {
    const path = `/lightning/o/${object}/list`;
    const { page } = await openAs(running.browser, {
        orgUrl: running.product.orgUrl,
        userName: SELLER,
        path
    });
    const href = await page.locator('tbody a').first().getAttribute('href');
    await page.context().close();
    return href ?? '';
}

async function open(userName: string, path: string): Promise<Page> {
    const { page } = await openAs(running.browser, {
        orgUrl: running.product.orgUrl,
        userName,
        path
    });
    return page;
}

/** A page of Classic: it has no shell to wait for. */
async function openClassic(userName: string, path: string): Promise<Page> {
    const page = await (await running.browser.newContext()).newPage();
    await page.goto(`${running.product.orgUrl}/login?startURL=${encodeURIComponent(path)}`);
    await page.getByRole('button', { name: userName }).click();
    await page.locator('c-zendesk-ticket-view').waitFor();
    return page;
}

describe('the pages of records', () => {
    it.each(OBJECTS)('hold the ticket view and the action for a new ticket: %s', async (object) => {
        const page = await open(SELLER, await firstRecord(object));

        await page.locator('c-zendesk-ticket-view').waitFor();
        await page.getByRole('button', { name: 'New Zendesk Ticket' }).click();

        await page.locator('c-zendesk-new-ticket').waitFor();
        await page.context().close();
    });

    it('name the action in the language of the user', async () => {
        const page = await open(FRENCH_SELLER, await firstRecord('Account'));

        await page.getByRole('button', { name: 'Nouveau ticket Zendesk' }).waitFor();
        await page.context().close();
    });
});

describe('the pages of Classic', () => {
    it('hold the same view, which opens tickets in place', async () => {
        const [id] = /001\w+/.exec(await meridian()) ?? [];
        const page = await openClassic(SELLER, `/apex/Zendesk_Ticket_View_Account?id=${id}`);

        await page
            .locator('c-zendesk-ticket-view tbody tr')
            .first()
            .getByRole('button')
            .first()
            .click();

        await page.locator('c-zendesk-conversation').waitFor();
        await page.context().close();
    });

    it('take a record of their own object alone', async () => {
        const page = await (await running.browser.newContext()).newPage();
        const path = '/apex/Zendesk_Ticket_View_Lead?id=001000000000001AAA';
        await page.goto(`${running.product.orgUrl}/login?startURL=${encodeURIComponent(path)}`);
        await page.getByRole('button', { name: SELLER }).click();

        await page.getByText('is not valid for the Lead standard controller').waitFor();
        expect(await page.locator('c-zendesk-ticket-view').count()).toBe(0);
        await page.context().close();
    });
});

async function meridian(): Promise<string> {
    const path = '/lightning/o/Account/list';
    const { page } = await openAs(running.browser, {
        orgUrl: running.product.orgUrl,
        userName: SELLER,
        path
    });
    const link = page.getByRole('link', { name: 'Meridian Rail Systems', exact: true }).first();
    const href = await link.getAttribute('href');
    await page.context().close();
    return href ?? '';
}
