import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';

import { DESKTOP, openAs, PHONE } from '../local-org/shell/e2e/browser.ts';
import { accountPath } from './product.ts';
import { runForTests } from './running.ts';

jest.setTimeout(120_000);

const SELLER = 'Theo Lindqvist';
const FRENCH_SELLER = 'Camille Aubert';
const NOT_SELECTED = 'Priyanka Desai';

const running = runForTests();

beforeEach(async () => {
    await running.zendesk.recover();
    await running.zendesk.clearLog();
});

async function openAccount(userName: string, accountName: string, device = DESKTOP): Promise<Page> {
    const { orgUrl } = running.product;
    const path = await accountPath(running.product, running.browser, accountName);
    return (await openAs(running.browser, { orgUrl, userName, path, device })).page;
}

const view = (page: Page) => page.locator('c-zendesk-ticket-view');
const rows = (page: Page) => view(page).locator('tbody tr');

describe('the account page', () => {
    it('lists the tickets of the account, the latest first, and more on demand', async () => {
        const page = await openAccount(SELLER, 'Meridian Rail Systems');

        await rows(page).nth(24).waitFor();
        expect(await rows(page).count()).toBe(25);
        await rows(page).nth(24).scrollIntoViewIfNeeded();
        await rows(page).nth(25).waitFor({ state: 'attached' });
        await page.context().close();
    });

    it('asks Zendesk once when the match is remembered', async () => {
        const before = await openAccount(SELLER, 'Meridian Rail Systems');
        await view(before)
            .getByRole('button', { name: /Closed \(/ })
            .waitFor();
        await before.context().close();
        await running.zendesk.clearLog();

        const page = await openAccount(SELLER, 'Meridian Rail Systems');
        await rows(page).first().waitFor();

        const [first, ...others] = await running.zendesk.requests();
        expect(first?.path).toBe('/api/v2/search.json');
        // The counts by status come after the rows, in a request of their own.
        expect(others.filter(({ path }) => path !== '/api/v2/search/count.json')).toEqual([]);
        await page.context().close();
    });

    it('matches whatever the case of the name', async () => {
        const page = await openAccount(SELLER, 'Verdant Valley Farms');

        await rows(page).first().waitFor();
        await page.context().close();
    });

    it('tells when no organization matches, and when one has no tickets', async () => {
        const unmatched = await openAccount(SELLER, '100% Pure Spring Water');
        await view(unmatched).getByText('No match in Zendesk').waitFor();

        const empty = await openAccount(SELLER, 'Halcyon Senior Living');
        await view(empty).getByText('No unclosed tickets').waitFor();
        await unmatched.context().close();
        await empty.context().close();
    });

    it('shows an error while Zendesk is away, and recovers by Retry', async () => {
        await running.zendesk.fail({
            path: '/api/v2/search.json',
            drop: true,
            times: null
        });
        const page = await openAccount(SELLER, 'Meridian Rail Systems');
        await view(page).getByText('Zendesk did not answer').waitFor();

        await running.zendesk.recover();
        await view(page).getByRole('button', { name: 'Retry' }).click();

        await rows(page).first().waitFor();
        await page.context().close();
    });

    it('speaks French to a French user', async () => {
        const page = await openAccount(FRENCH_SELLER, 'Meridian Rail Systems');

        await view(page).getByText('Tickets Zendesk').first().waitFor();
        await rows(page).first().waitFor();
        expect(await view(page).textContent()).not.toContain('Updated');
        await page.context().close();
    });

    it('stays closed for a profile that is not selected, without asking Zendesk', async () => {
        const page = await openAccount(NOT_SELECTED, 'Meridian Rail Systems');

        await view(page).getByText('You can’t see Zendesk tickets here').waitFor();
        expect(await running.zendesk.requests()).toEqual([]);
        await page.context().close();
    });

    it('fits a phone', async () => {
        const page = await openAccount(SELLER, 'Meridian Rail Systems', PHONE);

        await rows(page).first().waitFor();
        const width = await page.evaluate('document.documentElement.scrollWidth');
        expect(width).toBeLessThanOrEqual(390);
        await page.context().close();
    });
});
