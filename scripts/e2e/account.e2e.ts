import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import {
    DESKTOP,
    findBrowser,
    launchBrowser,
    openAs,
    PHONE
} from '../local-org/shell/e2e/browser.ts';
import { accountPath, startProduct, type Product } from './product.ts';

jest.setTimeout(120_000);

const SELLER = 'Theo Lindqvist';
const FRENCH_SELLER = 'Camille Aubert';
const NOT_SELECTED = 'Priyanka Desai';

let product: Product;
let browser: Browser;

beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser(findBrowser(process.env['CHROME_PATH']) ?? '');
});

afterAll(async () => {
    await browser?.close();
    await product?.stop();
});

beforeEach(async () => {
    await product.zendesk.recover();
    await product.zendesk.clearLog();
});

async function openAccount(userName: string, accountName: string, device = DESKTOP): Promise<Page> {
    const { orgUrl } = product;
    const path = await accountPath(product, browser, accountName);
    return (await openAs(browser, { orgUrl, userName, path, device })).page;
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
        await product.zendesk.clearLog();

        const page = await openAccount(SELLER, 'Meridian Rail Systems');
        await rows(page).first().waitFor();

        const [first, ...others] = await product.zendesk.requests();
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
        await product.zendesk.fail({ path: '/api/v2/search.json', drop: true, times: null });
        const page = await openAccount(SELLER, 'Meridian Rail Systems');
        await view(page).getByText('Zendesk did not answer').waitFor();

        await product.zendesk.recover();
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
        expect(await product.zendesk.requests()).toEqual([]);
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
