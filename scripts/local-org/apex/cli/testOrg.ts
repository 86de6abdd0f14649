import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { LocalOrg } from '../../org/localOrg.ts';
import { openOrg } from '../../org/openOrg.ts';
import { getOne } from '../../platform/store/types.ts';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const ADMINISTRATOR = 'admin@localorg.example';

export interface TestOrg {
    readonly org: LocalOrg;
    /** The administrator, who runs everything that does not say otherwise. */
    readonly userId: string;
}

/** A fresh org without records, which holds the source of the folders, or of the project. */
export function openTestOrg(
    sourceDirs: readonly string[],
    { coverage }: { readonly coverage: boolean }
): TestOrg {
    const org = openOrg({
        root: ROOT,
        sourceDirs,
        dataDir: null,
        cacheDir: resolve(ROOT, '.local-org/cache/apex'),
        organization: {
            id: '00DLo0000000001MAA',
            name: 'Local Org',
            instanceName: 'LOCAL',
            language: 'en_US',
            locale: 'en_US',
            timeZone: 'America/Los_Angeles',
            isSandbox: false,
            administrator: {
                firstName: 'Local',
                lastName: 'Administrator',
                username: ADMINISTRATOR,
                email: ADMINISTRATOR
            }
        },
        installFor: 'admins',
        environment: { ZENDESK_SUBDOMAIN: 'demo', ...process.env },
        hosts: {},
        orgUrl: 'https://localorg.my.salesforce.example',
        coverage,
        log: (message) => console.error(message)
    });
    const user = getOne(org.platform.rows, 'User', { Username: ADMINISTRATOR });
    return { org, userId: user.id };
}
