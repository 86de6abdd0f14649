import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const USUAL_PLACES = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

const ARGUMENTS = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run'
];

/** `CHROME_PATH`, else the usual places; undefined when there is no browser. */
export function findBrowser(chromePath: string | undefined): string | undefined {
    return chromePath ?? USUAL_PLACES.find(existsSync);
}

export function launchBrowser(executablePath: string): Promise<Browser> {
    return chromium.launch({ executablePath, args: ARGUMENTS });
}

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

/** The user agent decides the form factor, as in Lightning. */
export const PHONE: BrowserContextOptions = {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148'
};

/** A page of the shell with a user logged in, and what went wrong on it so far. */
export interface LightningPage {
    readonly page: Page;
    /** Uncaught errors and errors on the console, in order. */
    readonly errors: readonly string[];
}

/** Opens a path (`/lightning/r/Account/001.../view`) as the user of that name. */
export async function openAs(
    browser: Browser,
    request: {
        readonly orgUrl: string;
        readonly userName: string;
        readonly path: string;
        readonly device?: BrowserContextOptions;
    }
): Promise<LightningPage> {
    const context = await browser.newContext(request.device ?? DESKTOP);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
    });
    const startUrl = encodeURIComponent(request.path);
    await page.goto(`${request.orgUrl}/login?startURL=${startUrl}`);
    await page.getByRole('button', { name: request.userName }).click();
    await page.waitForSelector('shell-app');
    return { page, errors };
}
