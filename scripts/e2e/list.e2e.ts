import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

import { DESKTOP, openAs, PHONE } from '../local-org/shell/e2e/browser.ts';
import { accountPath } from './product.ts';
import { runForTests } from './running.ts';

jest.setTimeout(120_000);

const ADMIN = 'Nora Whitcombe';
const SELLER = 'Theo Lindqvist';
const FRENCH_SELLER = 'Camille Aubert';
const ACCOUNT = 'Meridian Rail Systems';

const running = runForTests();
let recordPath: string;

beforeAll(async () => {
    recordPath = await accountPath(running.product, running.browser, ACCOUNT);
});

beforeEach(async () => {
    await running.zendesk.clearLog();
});

async function openPath(userName: string, path: string, device = DESKTOP): Promise<Page> {
    const { orgUrl } = running.product;
    return (await openAs(running.browser, { orgUrl, userName, path, device })).page;
}

async function openList(userName = SELLER, device = DESKTOP): Promise<Page> {
    const page = await openPath(userName, recordPath, device);
    await rows(page).first().waitFor();
    return page;
}

const view = (page: Page): Locator => page.locator('c-zendesk-ticket-view');
const rows = (page: Page): Locator => view(page).locator('tbody tr');
const facet = (page: Page, label: string): Locator =>
    view(page).locator('c-zendesk-facet').filter({ hasText: label }).first();
const pill = (page: Page, text: string): Locator =>
    view(page).locator('lightning-pill').filter({ hasText: text });

async function openFilters(page: Page): Promise<void> {
    await view(page).getByRole('button', { name: 'Filters', exact: true }).click();
    await facet(page, 'Group').waitFor();
}

/** Ticks an option, and closes the list again. */
async function tick(page: Page, label: string, option: string): Promise<void> {
    await facet(page, label).locator('.opener').click();
    await facet(page, label).locator('.option').filter({ hasText: option }).first().click();
    await page.keyboard.press('Escape');
}

/** The terms of the search after which the list came to rest. */
async function searched(page: Page): Promise<string> {
    return (await lastSearch(page)).get('query') ?? '';
}

async function lastSearch(page: Page): Promise<URLSearchParams> {
    await view(page).locator('[aria-busy="false"]').waitFor();
    const requests = await running.zendesk.requests();
    const searches = requests.filter(({ path }) => path === '/api/v2/search.json');
    return new URLSearchParams(searches.at(-1)?.query);
}

async function width(page: Page): Promise<number> {
    return (await page.evaluate('document.documentElement.scrollWidth')) as number;
}

describe('the ticket list', () => {
    it('filters by everything that the account has, and takes each part back', async () => {
        const page = await openList();
        await openFilters(page);

        await tick(page, 'Status', 'In development');
        await tick(page, 'Priority', 'High');
        await tick(page, 'Type', 'Problem');
        await tick(page, 'Assignee', 'Nobody');
        await tick(page, 'Group', 'Engineering');
        await tick(page, 'Brand', 'Fernhill Cloud');
        await tick(page, 'Form', 'Report a defect');
        await view(page).getByLabel('Tags').fill('vip');
        await view(page).getByLabel('Tags').press('Enter');
        await pill(page, 'Tags: vip').waitFor();

        expect(await searched(page)).toMatch(
            /^type:ticket status<closed custom_status_id:\d+ priority:high ticket_type:problem ticket_form_id:\d+ brand_id:\d+ group:\d+ assignee:none tags:"vip" organization:\d+$/
        );
        await view(page).getByText('The filter hides all tickets').waitFor();
        await pill(page, 'Group: Engineering').getByRole('button').click();
        await pill(page, 'Group: Engineering').waitFor({ state: 'detached' });
        expect(await searched(page)).not.toContain('group:');

        await view(page).getByRole('button', { name: 'Clear filters' }).first().click();
        await rows(page).first().waitFor();
        await page.context().close();
    });

    it('finds words, times and statuses', async () => {
        const page = await openList();
        await openFilters(page);

        await view(page).getByRole('searchbox').first().fill('webhook');
        await pill(page, 'webhook').waitFor();
        await view(page).getByRole('combobox', { name: 'Updated' }).click();
        await page.getByRole('option', { name: 'Last 90 days' }).click();
        await pill(page, 'Updated: Last 90 days').waitFor();
        expect(await searched(page)).toMatch(
            /updated>=\d{4}-\d\d-\d\dT\S+Z organization:\d+ webhook$/
        );

        const chip = view(page).locator('c-zendesk-status-counts button').first();
        const status = ((await chip.textContent()) ?? '').replace(/ \(\d+\)/, '');
        await chip.click();
        await pill(page, `Status: ${status}`).waitFor();
        await view(page).locator('[aria-busy="false"]').waitFor();
        const shown = await view(page).locator('tbody .cell_status').allTextContents();
        expect(new Set(shown)).toEqual(new Set([status]));
        await page.context().close();
    });

    it('begins with what the user saved, in one request, until they reset it', async () => {
        const page = await openList();
        await openFilters(page);
        await tick(page, 'Priority', 'Urgent');
        await pill(page, 'Priority: Urgent').waitFor();
        await view(page).getByRole('button', { name: 'Save as my default' }).click();
        await view(page).getByText('Saved.').waitFor();
        await running.zendesk.clearLog();

        await page.reload();
        await rows(page).first().waitFor();

        await pill(page, 'Priority: Urgent').waitFor();
        const [first, ...others] = await running.zendesk.requests();
        expect(decodeURIComponent(first?.query ?? '')).toContain('priority:urgent');
        expect(others.filter(({ path }) => path !== '/api/v2/search/count.json')).toEqual([]);

        await openFilters(page);
        await view(page).getByRole('button', { name: 'Reset to default' }).click();
        await pill(page, 'Priority: Urgent').waitFor({ state: 'detached' });
        await page.context().close();
    });

    it('shows the columns that an admin chose', async () => {
        const admin = await openPath(ADMIN, '/lightning/n/Zendesk_Setup');
        await admin.getByRole('link', { name: 'Ticket List' }).click();
        await admin.getByRole('option', { name: 'Product' }).click();
        await admin.getByRole('button', { name: 'Move selection to Shown' }).click();
        await admin.getByRole('button', { name: 'Save' }).click();
        await admin.getByText('Saved.').waitFor();
        await admin.context().close();

        const page = await openList();
        await view(page).getByRole('columnheader', { name: 'Product' }).waitFor();
        await page.context().close();
    });

    it('is sorted on a phone, in French, where there are no headings', async () => {
        const page = await openList(FRENCH_SELLER, PHONE);

        await view(page)
            .getByRole('combobox', { name: 'Trier par' })
            .selectOption('Créé, plus anciens d’abord');
        await view(page).getByText('Tri\u00a0: Créé, plus anciens d’abord.').waitFor();

        const search = await lastSearch(page);
        expect(search.get('sort_by')).toBe('created_at');
        expect(search.get('sort_order')).toBe('asc');
        expect(await width(page)).toBeLessThanOrEqual(390);
        await page.context().close();
    });

    it('opens a ticket on a phone wherever its card is touched', async () => {
        const page = await openList(SELLER, PHONE);
        const card = await rows(page).nth(1).boundingBox();

        await rows(page)
            .nth(1)
            .click({ position: { x: (card?.width ?? 0) - 10, y: (card?.height ?? 0) - 10 } });

        await view(page).locator('c-zendesk-comment').first().waitFor();
        await page.context().close();
    });

    it('filters on a phone, in French', async () => {
        const page = await openList(FRENCH_SELLER, PHONE);
        await view(page).getByRole('button', { name: 'Filtres' }).click();
        await facet(page, 'Groupe').waitFor();

        await tick(page, 'Statut', 'En attente');
        await pill(page, 'Statut\u00a0: En attente').waitFor();

        expect(await searched(page)).toMatch(/^type:ticket (status:pending|status<closed custom_)/);
        expect(await width(page)).toBeLessThanOrEqual(390);
        await page.context().close();
    });
});
