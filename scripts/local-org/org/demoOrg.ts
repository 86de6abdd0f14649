import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { runTransaction } from '../apex/execution.ts';
import type { HostMapping } from '../platform/callout/hostMapping.ts';
import {
    createDemoCompany,
    setUpAfterInstall,
    type ZendeskClients
} from '../platform/demo/demo.ts';
import { readDemoConfig, type DemoConfig } from '../platform/demo/demoConfig.ts';
import type { InstallFor } from '../platform/deploy/install.ts';
import { findOne, getOne, type FieldValues } from '../platform/store/types.ts';
import type { LocalOrg } from './localOrg.ts';
import { openOrg } from './openOrg.ts';

/** The org of `npm start`: the demo company with the package installed and connected. */
export interface DemoOrgOptions {
    readonly root: string;
    /** Where the org is kept between starts. */
    readonly dataDir: string;
    /** Begin anew. */
    readonly fresh: boolean;
    readonly installFor: InstallFor;
    readonly zendesk: ZendeskClients;
    readonly hosts: HostMapping;
    readonly orgUrl: string;
    readonly onTransaction?: LocalOrg['onTransaction'];
}

const ORGANIZATION_ID = '00DLo0000000001MAA';

export function openDemoOrg(options: DemoOrgOptions, log: (message: string) => void): LocalOrg {
    const { root, dataDir, zendesk } = options;
    if (options.fresh) {
        rmSync(dataDir, { recursive: true, force: true });
    }
    const config = readDemoConfig(join(root, 'config/demo/salesforce'));
    const org = openOrg({
        ...options,
        sourceDirs: [],
        cacheDir: join(root, '.local-org/cache/apex'),
        organization: {
            ...config.organization,
            id: ORGANIZATION_ID,
            instanceName: 'LOCAL',
            isSandbox: false
        },
        environment: { ZENDESK_SUBDOMAIN: zendesk.subdomain },
        coverage: false,
        log
    });
    if (isNew(org)) {
        setUp(org, config, zendesk);
    }
    return org;
}

/** A company without accounts has not been set up yet. */
function isNew({ platform }: LocalOrg): boolean {
    return findOne(platform.rows, 'Account', {}) === undefined;
}

function setUp(org: LocalOrg, config: DemoConfig, zendesk: ZendeskClients): void {
    org.database.transaction(() => {
        createDemoCompany(config, org.platform, (type, rows) => insert(org, config, type, rows));
        setUpAfterInstall(config, org.platform, zendesk);
    });
}

/** As the administrator would, through the database's own rules. */
function insert(
    org: LocalOrg,
    { organization }: DemoConfig,
    type: string,
    rows: readonly FieldValues[]
): readonly string[] {
    const { id: userId } = getOne(org.platform.rows, 'User', {
        Username: organization.administrator.username
    });
    const { value } = runTransaction(org.apex, { userId, quiddity: 'SYNCHRONOUS' }, () =>
        org.database.dml(
            {
                operation: 'insert',
                rows: rows.map((values) => ({ type, values })),
                allOrNone: true
            },
            { userId, mode: 'system', sharing: false }
        )
    );
    return value.map(({ id }) => id ?? '');
}
