import { randomBytes } from 'node:crypto';
import { createDatabase } from '../../../../data/database.ts';
import { createSchema } from '../../../../data/schema/schema.ts';
import type { ObjectMetadata } from '../../../../data/schema/metadata.ts';
import type { FieldValue } from '../../../../data/types.ts';
import { createJobQueue } from '../../../../platform/jobs/jobQueue.ts';
import type { JobQueue } from '../../../../platform/jobs/jobQueue.ts';
import type { CalloutRequest, CalloutResponse } from '../../../../platform/callout/types.ts';
import { runTransaction } from '../../../execution.ts';
import type { Execution, ExecutionOptions } from '../../../execution.ts';
import type { RuntimeType } from '../../../values/runtimeType.ts';
import '../../index.ts';
import type { CompiledTrigger, Org, RunningUser } from '../../org/ports.ts';
import { runTriggers } from '../../trigger/runner.ts';

/** 2024-03-15 10:30:00 UTC. */
export const NOW = Date.UTC(2024, 2, 15, 10, 30);

export const ADA: RunningUser = {
    id: '005000000000001AAA',
    username: 'ada@example.com',
    name: 'Ada Lovelace',
    firstName: 'Ada',
    lastName: 'Lovelace',
    email: 'ada@example.com',
    profileId: '00e000000000001AAA',
    roleId: null,
    userType: 'Standard',
    language: 'en_US',
    locale: 'en_US',
    timeZone: 'America/New_York'
};

const ORGANIZATION_ID = '00D000000000001EAA';

const WIDGET: ObjectMetadata = {
    fullName: 'Widget__c',
    label: 'Widget',
    pluralLabel: 'Widgets',
    sharingModel: 'ReadWrite',
    nameField: { type: 'Text', label: 'Widget Name' },
    fields: [
        { fullName: 'Price__c', type: 'Currency', label: 'Price', precision: 18, scale: 2 },
        { fullName: 'Made_On__c', type: 'Date', label: 'Made On' },
        { fullName: 'Is_Blue__c', type: 'Checkbox', label: 'Is Blue', defaultValue: 'false' },
        {
            fullName: 'Key__c',
            type: 'Text',
            label: 'Key',
            length: 20,
            externalId: true,
            unique: true
        },
        {
            fullName: 'Account__c',
            type: 'Lookup',
            label: 'Account',
            referenceTo: 'Account',
            relationshipName: 'Widgets'
        }
    ]
};

const SETTING: ObjectMetadata = {
    fullName: 'Switches__c',
    label: 'Switches',
    customSettingsType: 'Hierarchy',
    fields: [
        { fullName: 'Is_On__c', type: 'Checkbox', label: 'Is On', defaultValue: 'false' },
        { fullName: 'Host__c', type: 'Text', label: 'Host', length: 80 }
    ]
};

export interface TestOrg {
    readonly org: Org;
    readonly jobs: JobQueue;
    readonly triggers: Map<string, CompiledTrigger>;
    readonly types: Map<string, RuntimeType>;
    readonly callouts: CalloutRequest[];
    /** What fields and objects the user is refused: `Account.Phone`, `Account`. */
    readonly refused: Set<string>;
    /** Milliseconds since 1970; tests move it. */
    clock: { time: number };
    respond: (request: CalloutRequest) => CalloutResponse;
    /** Runs work in a transaction of Ada's and gives its value. */
    run<T>(work: (execution: Execution) => T, options?: Partial<ExecutionOptions>): T;
}

/** An org with the standard objects, Widget__c and Switches__c, where Ada may do everything. */
export function createTestOrg(apiVersion = 66): TestOrg {
    const clock = { time: NOW };
    const schema = createSchema({ metadata: [WIDGET, SETTING] });
    const database = createDatabase({ schema, clock: { now: () => clock.time } });
    const failures: unknown[] = [];
    const jobs = createJobQueue((_job, error) => failures.push(error));
    const refused = new Set<string>();
    const callouts: CalloutRequest[] = [];
    const triggers = new Map<string, CompiledTrigger>();
    const types = new Map<string, RuntimeType>();
    const all = (name: string): boolean => !refused.has(name);
    const answers: Pick<TestOrg, 'respond'> = {
        respond: () => ({ status: 200, reason: 'OK', headers: [], body: new Uint8Array() })
    };
    const org: Org = {
        database,
        access: {
            object: (_user, name) => {
                const can = all(name);
                const every = { create: can, read: can, update: can, delete: can };
                return { ...every, viewAll: can, modifyAll: can };
            },
            field: (_user, object, field) => {
                const can = all(`${object}.${field}`);
                return { read: can, edit: can };
            },
            customPermission: (_user, name) => name === 'Granted',
            recordTypeAvailable: () => true
        },
        users: { find: (id) => (id === ADA.id ? ADA : null) },
        metadata: {
            label: (_namespace, name, language) =>
                name === 'Greeting' ? (language === 'fr' ? 'Bonjour' : 'Hello') : null,
            staticResource: (name) =>
                name === 'widgets'
                    ? {
                          contentType: 'text/csv',
                          body: Buffer.from('Name,Price__c\nBolt,"1.50"\nNut,2\n')
                      }
                    : null,
            fieldSets: () => [],
            recordTypePicklist: () => null,
            cachePartitions: () => [{ name: 'Main', isDefault: true }]
        },
        platform: {
            callout: (request) => {
                callouts.push(request);
                return answers.respond(request);
            }
        },
        code: {
            type: (_namespace, name) => types.get(name.toLowerCase()) ?? null,
            triggers: (object, event) => {
                const trigger = triggers.get(`${object} ${event}`);
                return trigger ? [trigger] : [];
            },
            createStub: (_type, provider) => provider,
            apiVersion: { major: apiVersion, minor: 0 }
        },
        jobs,
        setupRows: {
            insert: (type, values) =>
                database.seed([{ type, values: known(type, values) }])[0] ?? '',
            update: (type, id, values) =>
                void database.seed([{ type, values: { ...known(type, values), Id: id } }]),
            delete: (_type, id) => database.unseed([id])
        },
        clock: { now: () => clock.time },
        random: { bytes: (count) => randomBytes(count) },
        info: {
            organizationId: ORGANIZATION_ID,
            name: 'Test Org',
            baseUrl: 'https://test.example.com',
            namespace: null,
            defaultCurrency: 'USD',
            isSandbox: false
        }
    };
    const known = (type: string, values: Readonly<Record<string, FieldValue>>) =>
        Object.fromEntries(
            Object.entries(values).filter(([name]) => schema.field(type, name) !== undefined)
        );
    database.setTriggerRunner(runTriggers);
    seedUser(database);
    return Object.assign(answers, {
        org,
        jobs,
        triggers,
        types,
        callouts,
        refused,
        clock,
        run: <T>(work: (execution: Execution) => T, options?: Partial<ExecutionOptions>): T =>
            runTransaction(org, { userId: ADA.id, quiddity: 'ANONYMOUS', ...options }, work).value
    });
}

function seedUser(database: ReturnType<typeof createDatabase>): void {
    const { profileId, id } = ADA;
    database.seed([
        { type: 'Organization', values: { Id: ORGANIZATION_ID, Name: 'Test Org' } },
        { type: 'Profile', values: { Id: profileId, Name: 'System Administrator' } },
        {
            type: 'PermissionSet',
            values: {
                Name: `X${profileId}`,
                Label: 'Admin',
                IsOwnedByProfile: true,
                ProfileId: profileId,
                PermissionsModifyAllData: true,
                PermissionsViewAllData: true
            }
        },
        {
            type: 'User',
            values: {
                Id: id,
                Username: ADA.username,
                LastName: 'Lovelace',
                ProfileId: profileId,
                TimeZoneSidKey: ADA.timeZone,
                LocaleSidKey: ADA.locale,
                IsActive: true
            }
        }
    ]);
}
