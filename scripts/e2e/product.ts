import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Browser } from 'playwright-core';

import { openAs } from '../local-org/shell/e2e/browser.ts';
import { Zendesk } from './zendesk.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The whole product on ports and data of its own, as `npm start` runs it. */
export interface Product {
    readonly orgUrl: string;
    readonly zendesk: Zendesk;
    stop(): Promise<void>;
}

/** Starts it from nothing. @throws with what it printed when it does not get ready */
export async function startProduct(parameters: readonly string[] = []): Promise<Product> {
    const dataDir = mkdtempSync(join(tmpdir(), 'zendesk-e2e-'));
    const [port, zendeskPort] = [await freePort(), await freePort()];
    const child = spawn(
        process.execPath,
        [
            '--disable-warning=ExperimentalWarning',
            join(ROOT, 'scripts/local-org/main.ts'),
            ...['--port', String(port), '--zendesk-port', String(zendeskPort)],
            ...['--data-dir', dataDir],
            ...parameters
        ],
        { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] }
    );
    await ready(child);
    return {
        orgUrl: `http://localhost:${port}`,
        zendesk: new Zendesk(`http://localhost:${zendeskPort}`),
        stop: async () => {
            await stopped(child);
            rmSync(dataDir, { recursive: true, force: true });
        }
    };
}

const ADMIN = 'Nora Whitcombe';

/** Path of an account's page; its id differs from start to start. */
export async function accountPath(
    { orgUrl }: Product,
    browser: Browser,
    accountName: string
): Promise<string> {
    const path = '/lightning/o/Account/list';
    const { page } = await openAs(browser, { orgUrl, userName: ADMIN, path });
    const link = page.getByRole('link', { name: accountName, exact: true }).first();
    const href = await link.getAttribute('href');
    await page.context().close();
    return href ?? '';
}

function ready(child: ChildProcess): Promise<void> {
    let said = '';
    return new Promise((fulfil, reject) => {
        const take = (chunk: Buffer) => {
            said += chunk.toString();
            if (said.includes('Ready: ')) {
                fulfil();
            }
        };
        child.stdout?.on('data', take);
        child.stderr?.on('data', take);
        child.on('exit', () => reject(new Error(`The product did not start:\n${said}`)));
    });
}

function stopped(child: ChildProcess): Promise<void> {
    return new Promise((fulfil) => {
        child.on('exit', () => fulfil());
        child.kill('SIGTERM');
    });
}

/** A port that nobody listens on at the moment. */
export function freePort(): Promise<number> {
    return new Promise((fulfil) => {
        const probe = createServer().listen(0, () => {
            const { port } = probe.address() as AddressInfo;
            probe.close(() => fulfil(port));
        });
    });
}
