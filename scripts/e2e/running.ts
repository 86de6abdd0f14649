import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { findBrowser, launchBrowser } from '../local-org/shell/e2e/browser.ts';
import { startProduct, type Product } from './product.ts';
import type { Zendesk } from './zendesk.ts';

/** The product and a browser to open it in, from the first hook of a file to its last. */
export class Running {
    #product?: Product;
    #browser?: Browser;

    get product(): Product {
        return ready(this.#product);
    }

    get zendesk(): Zendesk {
        return this.product.zendesk;
    }

    get browser(): Browser {
        return ready(this.#browser);
    }

    async start(): Promise<void> {
        this.#product = await startProduct();
        this.#browser = await launchBrowser(findBrowser(process.env['CHROME_PATH']) ?? '');
    }

    async stop(): Promise<void> {
        await this.#browser?.close();
        await this.#product?.stop();
    }
}

/** Starts both for all tests of the file that calls it. */
export function runForTests(): Running {
    const running = new Running();
    beforeAll(() => running.start());
    afterAll(() => running.stop());
    return running;
}

function ready<T>(part: T | undefined): T {
    if (part === undefined) {
        throw new Error('The product runs from the first hook on, not while tests are described.');
    }
    return part;
}
