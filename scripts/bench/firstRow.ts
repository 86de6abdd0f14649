import type { Browser } from 'playwright-core';

import { accountPath, startProduct, type Product } from '../e2e/product.ts';
import { findBrowser, launchBrowser, openAs } from '../local-org/shell/e2e/browser.ts';
import type { Figure } from './figure.ts';

const SELLER = 'Theo Lindqvist';
const ACCOUNT = 'Meridian Rail Systems';
const SAMPLES = 9;
const LATENCY = 200;
/** At 200 ms of latency, warm: 1.3 times the one round trip that there has to be. */
const LIMIT = 1.3 * LATENCY;

/**
 * From the component's request to the first row on screen, warm, the median of some page loads.
 * Without a browser there is nothing to measure, and it says so.
 */
export async function firstRowFigures(): Promise<readonly Figure[]> {
    const executable = findBrowser(process.env['CHROME_PATH']);
    if (executable === undefined) {
        console.error('NO BROWSER: the time to the first row was not measured.');
        return [];
    }
    const product = await startProduct();
    const browser = await launchBrowser(executable);
    try {
        const path = await accountPath(product, browser, ACCOUNT);
        await measureOnce(product, browser, path);
        const direct = await median(() => measureOnce(product, browser, path));
        await product.zendesk.fail({ path: '/api/v2/search.json', delayMs: LATENCY, times: null });
        const delayed = await median(() => measureOnce(product, browser, path));
        return [
            { name: 'first row at 0 ms of latency', value: direct, unit: 'ms', limit: null },
            { name: 'first row at 200 ms of latency', value: delayed, unit: 'ms', limit: LIMIT }
        ];
    } finally {
        await browser.close();
        await product.stop();
    }
}

/** A load of a page whose session and modules are there already. */
async function measureOnce({ orgUrl }: Product, browser: Browser, path: string): Promise<number> {
    const { page } = await openAs(browser, { orgUrl, userName: SELLER, path });
    await page.addInitScript(NOTE_FIRST_ROW);
    await page.goto(`${orgUrl}${path}`);
    await page.locator('c-zendesk-ticket-view tbody tr').first().waitFor();
    const milliseconds = await page.evaluate<number>(READ_TIME);
    await page.context().close();
    return milliseconds;
}

/**
 * Runs before the page's own scripts, hence with the browser's functions as they are. A browser notes 250
 * requests unless told otherwise, and the modules of a page are as many.
 */
const NOTE_FIRST_ROW = `{
    performance.setResourceTimingBufferSize(2000);
    const find = document.querySelector.bind(document);
    new MutationObserver(() => {
        if (window.firstTicketRow === undefined && find('c-zendesk-ticket-view tbody tr')) {
            window.firstTicketRow = null;
            requestAnimationFrame(() => (window.firstTicketRow = performance.now()));
        }
    }).observe(document, { childList: true, subtree: true });
}`;

/** From the first call of Apex to the frame with the first row, by the page's own clock. */
const READ_TIME = `new Promise((resolve) => setTimeout(() => {
    const asked = performance.getEntriesByType('resource')
        .filter(({ name }) => name.includes('/aura'))
        .map(({ startTime }) => startTime);
    resolve(Math.round(window.firstTicketRow - Math.min(...asked)));
}, 100))`;

async function median(measure: () => Promise<number>): Promise<number> {
    const values: number[] = [];
    for (let sample = 0; sample < SAMPLES; sample += 1) {
        values.push(await measure());
    }
    return values.sort((a, b) => a - b)[Math.floor(SAMPLES / 2)] ?? Number.NaN;
}
