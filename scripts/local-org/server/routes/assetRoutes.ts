import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NO_STORE, notFound, ONE_DAY } from '../http/response.ts';
import type { HttpResponse } from '../http/response.ts';
import type { Route } from '../http/router.ts';
import type { Services } from '../services.ts';

const TYPES: Readonly<Record<string, string>> = {
    '.css': 'text/css; charset=UTF-8',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.jpg': 'image/jpeg',
    '.gif': 'image/gif',
    '.woff2': 'font/woff2'
};

const require = createRequire(import.meta.url);
const SLDS = dirname(require.resolve('@salesforce-ux/design-system/package.json'));
const SHELL_STYLES = join(dirname(fileURLToPath(import.meta.url)), '../../shell/styles');

/** The design system's files, the shell's stylesheets and the org's static resources. */
export function assetRoutes({ org }: Services): readonly Route[] {
    return [
        {
            access: 'guest',
            method: 'GET',
            path: '/_slds/{file*}',
            handle: async ({ params }) => file(join(SLDS, 'assets'), params['file'], ONE_DAY)
        },
        {
            access: 'guest',
            method: 'GET',
            path: '/_styles/{file*}',
            handle: async ({ params }) => file(SHELL_STYLES, params['file'], NO_STORE)
        },
        {
            access: 'browser',
            method: 'GET',
            path: '/resource/{version}/{name}',
            handle: async ({ params }) => resource(org, params['name'] ?? '', '')
        },
        {
            access: 'browser',
            method: 'GET',
            path: '/resource/{version}/{name}/{path*}',
            handle: async ({ params }) => resource(org, params['name'] ?? '', params['path'] ?? '')
        }
    ];
}

async function file(
    root: string,
    path: string | undefined,
    caching: Readonly<Record<string, string>>
): Promise<HttpResponse> {
    const target = normalize(join(root, path ?? ''));
    const type = TYPES[extname(target)];
    if (!target.startsWith(root + '/') || !type) return notFound();
    try {
        return {
            status: 200,
            headers: { 'content-type': type, ...caching },
            body: await readFile(target)
        };
    } catch {
        return notFound();
    }
}

async function resource(org: Services['org'], name: string, path: string): Promise<HttpResponse> {
    const found = await org.staticResource(name, path);
    if (!found) return notFound();
    return {
        status: 200,
        headers: { 'content-type': found.contentType, ...NO_STORE },
        body: found.body
    };
}
