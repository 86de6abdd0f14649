import { randomBytes } from 'node:crypto';
import { createDatabase } from '../../../../data/database.ts';
import { createSchema } from '../../../../data/schema/schema.ts';
import type { Database, FieldValue } from '../../../../data/types.ts';
import type { CalloutRequest, CalloutResponse } from '../../../../platform/callout/types.ts';
import { createJobQueue } from '../../../../platform/jobs/jobQueue.ts';
import type { JobQueue } from '../../../../platform/jobs/jobQueue.ts';
import { runTransaction } from '../../../execution.ts';
import type { Execution, ExecutionOptions } from '../../../execution.ts';
import '../../index.ts';
import type {
    AccessRules,
    ApexCode,
    CompiledTrigger,
    Org,
    OrgInfo,
    OrgMetadata,
    SetupRows
} from '../../org/ports.ts';
import { runTriggers } from '../../trigger/runner.ts';
import { SETTING, WIDGET } from './objects.ts';
import { ADA, ORGANIZATION_ID, SETUP_ROWS } from './users.ts';

export { ADA } from './users.ts';

/** 2024-03-15 10:30:00 UTC. */
export const NOW = Date.UTC(2024, 2, 15, 10, 30);

export interface TestOrg {
    readonly org: Org;
    readonly jobs: JobQueue;
    /** By object and event: `Widget__c before insert`. */
    readonly triggers: Map<string, CompiledTrigger>;
    readonly callouts: CalloutRequest[];
    /** What fields and objects the user is refused: `Account.Phone`, `Account`. */
    readonly refused: Set<string>;
    /** Milliseconds since 1970; tests move it. */
    readonly clock: { time: number };
    respond: (request: CalloutRequest) => CalloutResponse;
    /** Runs work in a transaction of Ada's and gives its value. */
    run<T>(work: (execution: Execution) => T, options?: Partial<ExecutionOptions>): T;
}

/** An org with the standard objects, Widget__c and Switches__c, where Ada may do everything. */
export function createTestOrg(): TestOrg {
    const clock = { time: NOW };
    const now = { now: () => clock.time };
    const database = openDatabase(now);
    const callouts: CalloutRequest[] = [];
    const refused = new Set<string>();
    const triggers = new Map<string, CompiledTrigger>();
    const jobs = createJobQueue(() => undefined);
    const org: Org = {
        database,
        access: accessRules(refused),
        users: { find: (id) => (id === ADA.id ? ADA : null) },
        metadata: METADATA,
        platform: {
            callout: (request) => {
                callouts.push(request);
                return testOrg.respond(request);
            }
        },
        code: codeWith(triggers),
        jobs,
        setupRows: setupRows(database),
        clock: now,
        random: { bytes: (count) => randomBytes(count) },
        info: INFO
    };
    const testOrg: TestOrg = {
        org,
        jobs,
        triggers,
        callouts,
        refused,
        clock,
        respond: () => ({ status: 200, reason: 'OK', headers: [], body: new Uint8Array() }),
        run: (work, options) =>
            runTransaction(org, { userId: ADA.id, quiddity: 'ANONYMOUS', ...options }, work).value
    };
    return testOrg;
}

function openDatabase(clock: { now(): number }): Database {
    const schema = createSchema({ metadata: [WIDGET, SETTING] });
    const database = createDatabase({ schema, clock });
    database.setTriggerRunner(runTriggers);
    database.seed(SETUP_ROWS);
    return database;
}

function accessRules(refused: ReadonlySet<string>): AccessRules {
    return {
        object: (_user, name) => {
            const can = !refused.has(name);
            const basic = { create: can, read: can, update: can, delete: can };
            return { ...basic, viewAll: can, modifyAll: can };
        },
        field: (_user, object, field) => {
            const can = !refused.has(`${object}.${field}`);
            return { read: can, edit: can };
        },
        customPermission: (_user, name) => name === 'Granted',
        recordTypeAvailable: () => true
    };
}

function codeWith(triggers: ReadonlyMap<string, CompiledTrigger>): ApexCode {
    return {
        type: () => null,
        triggers: (object, event) => {
            const trigger = triggers.get(`${object} ${event}`);
            return trigger ? [trigger] : [];
        },
        createStub: (_type, provider) => provider,
        apiVersion: { major: 66, minor: 0 }
    };
}

/** Rows with the fields that the schema has. */
function setupRows(database: Database): SetupRows {
    const row = (type: string, values: Readonly<Record<string, FieldValue>>) => {
        const known = Object.entries(values).filter(([name]) => database.schema.field(type, name));
        return { type, values: Object.fromEntries(known) };
    };
    return {
        insert: (type, values) => database.seed([row(type, values)])[0] ?? '',
        update: (type, id, values) => void database.seed([row(type, { ...values, Id: id })]),
        delete: (_type, id) => database.unseed([id])
    };
}

const METADATA: OrgMetadata = {
    localized: (object) => object,
    label: (_namespace, name, language) =>
        name === 'Greeting' ? (language === 'fr' ? 'Bonjour' : 'Hello') : null,
    staticResource: (name) => {
        const body = Buffer.from('Name,Price__c\nBolt,"1.50"\nNut,2\n');
        return name === 'widgets' ? { contentType: 'text/csv', body } : null;
    },
    fieldSets: () => [],
    recordTypePicklist: () => null,
    cachePartitions: () => [{ name: 'Main', isDefault: true }]
};

const INFO: OrgInfo = {
    organizationId: ORGANIZATION_ID,
    name: 'Test Org',
    baseUrl: 'https://test.example.com',
    namespace: null,
    defaultCurrency: 'USD',
    isSandbox: false
};
