import { existsSync } from 'node:fs';

const USUAL_PLACES = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** The browser for end-to-end tests: `CHROME_PATH`, or one in a usual place; null without any. */
export function findChromium(environment: NodeJS.ProcessEnv): string | null {
    const named = environment.CHROME_PATH;
    if (named) {
        if (!existsSync(named)) {
            throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
        }
        return named;
    }
    return USUAL_PLACES.find((path) => existsSync(path)) ?? null;
}
