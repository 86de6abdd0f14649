import { createSchema } from '../../data/schema/schema.ts';
import { Connection } from '../../data/store/connection.ts';
import { RecordStore } from '../../data/store/recordStore.ts';
import type { Row } from '../../data/types.ts';
import { makeTree, type Tree } from '../../metadata/__tests__/tree.ts';
import type { SourceModel } from '../../metadata/model/model.ts';
import { readSource, type Source } from '../../metadata/source.ts';
import type { Transport } from '../callout/transport.ts';
import { schemaInput } from '../deploy/objects.ts';
import { createPlatform, type Platform } from '../platform.ts';
import { memoryState } from '../state/orgState.ts';
import { databaseStore, type Seeding } from '../store/databaseStore.ts';
import { getOne, type SetupStore } from '../store/types.ts';

/** An org on the platform's real schema, with records in SQLite and no rules above them. */
export interface TestOrg {
    readonly platform: Platform;
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
    const rows = recordsOf(source.model);
    const platform = createPlatform({
        model: () => source.model,
        schema: () => createSchema({ metadata: schemaInput(source.model) }),
        rows,
        state: memoryState(),
        transport: NO_NETWORK,
        hosts: {},
        orgUrl: 'http://localhost:8000',
        clock: () => 0,
        monotonic: () => 0,
        random: () => 'random'
    });
    platform.createStandardOrg(ORGANIZATION);
    const idOf = (type: string, field: string, value: string): string =>
        getOne(rows, type, { [field]: value }).id;
    return { platform, rows, source, tree, idOf, adminId: idOf('User', 'Username', ADMIN) };
}

const ORGANIZATION = {
    id: '00DLo0000000001MAA',
    name: 'Test',
    instanceName: 'LOCAL',
    language: 'en_US',
    locale: 'en_US',
    timeZone: 'America/New_York',
    isSandbox: false,
    administrator: { firstName: 'Ada', lastName: 'Admin', username: ADMIN, email: ADMIN }
};

function recordsOf(model: SourceModel): SetupStore {
    const schema = createSchema({ metadata: schemaInput(model) });
    const store = new RecordStore(new Connection(null), schema);
    return databaseStore(plainSeeding(store), store);
}

function plainSeeding(store: RecordStore): Seeding {
    const seedOne = ({ type, values }: Row): string => {
        const given = values['Id'];
        if (typeof given === 'string' && store.read(type, [given]).size > 0) {
            store.update(type, given, values);
            return given;
        }
        const id = typeof given === 'string' ? given : (store.newIds(type, 1)[0] ?? '');
        const alive = store.schema.field(type, 'IsDeleted') ? { IsDeleted: false } : {};
        store.insert(type, id, { ...alive, ...values });
        return id;
    };
    return {
        seed: (rows) => rows.map(seedOne),
        unseed: (ids) =>
            ids.forEach((id) => store.remove(store.schema.objectOfId(id)?.name ?? '', [id]))
    };
}
