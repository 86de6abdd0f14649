import type { Browser, Page } from 'playwright-core';

import { startProduct, type Product } from '../e2e/product.ts';
import { findBrowser, launchBrowser, openAs } from '../local-org/shell/e2e/browser.ts';
import type { Figure } from './figure.ts';

const SELLER = 'Theo Lindqvist';
const ACCOUNT = 'Meridian Rail Systems';
/** All tickets of that account, closed ones too. */
const TICKETS = 1200;
/** The middle one counts: a browser has duties of its own. */
const SAMPLES = 3;
/** From here on, a scrolling page is felt to stand still. */
const LIMIT = 100;
const PATIENCE = 60_000;

/**
 * The longest time for which the browser could do nothing else while a user scrolled through 1,200
 * tickets, from the first to the last. Without a browser there is nothing to measure, and it says so.
 */
export async function scrollingFigures(): Promise<readonly Figure[]> {
    const executable = findBrowser(process.env['CHROME_PATH']);
    if (executable === undefined) {
        console.error('NO BROWSER: scrolling was not measured.');
        return [];
    }
    const product = await startProduct();
    const browser = await launchBrowser(executable);
    try {
        const longest: number[] = [];
        for (let sample = 0; sample < SAMPLES; sample += 1) {
            longest.push(await scrollThrough(product, browser));
        }
        const [, value = Number.NaN] = longest.sort((a, b) => a - b);
        return [
            { name: 'longest task in scrolling 1,200 tickets', value, unit: 'ms', limit: LIMIT }
        ];
    } finally {
        await browser.close();
        await product.stop();
    }
}

async function scrollThrough(product: Product, browser: Browser): Promise<number> {
    const page = await openList(product, browser);
    const longest = await longestTask(page);
    await page.context().close();
    return longest;
}

/** The list with closed tickets, at its first page. */
async function openList({ orgUrl }: Product, browser: Browser): Promise<Page> {
    const path = '/lightning/o/Account/list';
    const { page } = await openAs(browser, { orgUrl, userName: SELLER, path });
    await page.getByRole('link', { name: ACCOUNT, exact: true }).first().click();
    const view = page.locator('c-zendesk-ticket-view');
    await view.getByRole('button', { name: 'Filters' }).click();
    await view.getByText('Include closed tickets').click();
    await view.getByRole('heading', { name: /\(1,?200\)/ }).waitFor();
    await view.locator('tbody tr').nth(24).waitFor();
    return page;
}

async function longestTask(page: Page): Promise<number> {
    await page.evaluate(WATCH);
    const rows = page.locator('c-zendesk-ticket-view tbody tr');
    for (let shown = await rows.count(); shown < TICKETS; shown = await rows.count()) {
        await rows.last().scrollIntoViewIfNeeded();
        await rows.nth(shown).waitFor({ state: 'attached', timeout: PATIENCE });
    }
    return page.evaluate<number>(READ);
}

/** Chromium reports tasks of 50 ms and more. */
const WATCH = `{
    window.longTasks = [0];
    new PerformanceObserver((list) => {
        list.getEntries().forEach(({ duration }) => window.longTasks.push(duration));
    }).observe({ type: 'longtask' });
}`;

const READ = `new Promise((resolve) => setTimeout(
    () => resolve(Math.round(Math.max(...window.longTasks))),
    200
))`;
