import { findBrowser } from '../local-org/shell/e2e/browser.ts';
import { jestSuite } from './jestSuite.ts';

import type { Suite } from './outcome.ts';

/** End to end in Chromium. Without a browser it is skipped aloud, and an error where CI is set. */
export const browserSuite: Suite = {
    name: 'End to end',
    run: async (root) => {
        if (findBrowser(process.env.CHROME_PATH)) {
            return jestSuite('End to end', 'browser', ['--runInBand']).run(root);
        }
        console.error('NO BROWSER: the end-to-end tests did not run. Install Chromium or Chrome,');
        console.error('or name one in CHROME_PATH.');
        return { passed: 0, failed: process.env.CI ? 1 : 0, skipped: 1 };
    }
};
