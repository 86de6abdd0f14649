import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { createDatabase } from '../../data/database.ts';
import { createSchema } from '../../data/schema/schema.ts';
import { makeTree, type Tree } from '../../metadata/__tests__/tree.ts';
import { readSource, type Source } from '../../metadata/source.ts';
import type { Transport } from '../callout/transport.ts';
import { schemaInput } from '../deploy/objects.ts';
import { createPlatform, type Platform } from '../platform.ts';
import { memoryState } from '../state/orgState.ts';
import { databaseStore } from '../store/databaseStore.ts';
import { getOne, type SetupStore } from '../store/types.ts';

/** An org on the real database, without code that runs. */
export interface TestOrg {
    readonly platform: Platform;
    readonly database: ReturnType<typeof createDatabase>;
    readonly rows: SetupStore;
    readonly adminId: string;
    readonly source: Source;
    readonly tree: Tree;
    idOf(type: string, field: string, value: string): string;
}

export const ADMIN = 'admin@test.example';

const NO_NETWORK: Transport = () => ({ kind: 'failure', failure: 'refused', detail: '' });

/** A new org with these source files, not yet deployed. */
export function makeOrg(files: Readonly<Record<string, string>>): TestOrg {
    const tree = makeTree(files);
    const source = readSource([tree.root]);
    const file = join(tree.root, '.org.sqlite');
    copyFileSync(standardOrgFile(), file);
    const { database, platform, rows } = openOrg(source, file);
    const idOf = (type: string, field: string, value: string): string =>
        getOne(rows, type, { [field]: value }).id;
    const adminId = idOf('User', 'Username', ADMIN);
    return { platform, database, rows, source, tree, idOf, adminId };
}

function openOrg(source: Source, file: string) {
    const schema = createSchema({ metadata: schemaInput(source.model) });
    const database = createDatabase({ schema, clock: { now: () => 0 }, file });
    const rows = databaseStore(database, database.store);
    const platform = createPlatform({
        model: () => source.model,
        schema: () => schema,
        rows,
        state: memoryState(),
        transport: NO_NETWORK,
        hosts: {},
        orgUrl: 'http://localhost:8000',
        clock: () => 0,
        monotonic: () => 0,
        random: () => 'random'
    });
    return { database, platform, rows };
}

let template: string | null = null;

/** The standard org is the same in every test: made once, then copied. */
function standardOrgFile(): string {
    if (template === null) {
        const { root } = makeTree({});
        template = join(root, '.standard.sqlite');
        const { database, platform } = openOrg(readSource([root]), template);
        database.transaction(() => platform.createStandardOrg(ORGANIZATION));
        database.close();
        process.once('exit', () => rmSync(root, { recursive: true, force: true }));
    }
    return template;
}

const ORGANIZATION = {
    id: '00DLo0000000001KAA',
    name: 'Test',
    instanceName: 'LOCAL',
    language: 'en_US',
    locale: 'en_US',
    timeZone: 'America/New_York',
    isSandbox: false,
    administrator: { firstName: 'Ada', lastName: 'Admin', username: ADMIN, email: ADMIN }
};
