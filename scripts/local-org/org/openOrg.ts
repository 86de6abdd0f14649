import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import '../apex/library/index.ts';
import type { ApexProgram } from '../apex/kernel/program.ts';
import { acceptEvents } from '../apex/library/events/eventBus.ts';
import type { Org } from '../apex/library/org/ports.ts';
import { runTriggers } from '../apex/library/trigger/runner.ts';
import { createDatabase } from '../data/database.ts';
import type { Database } from '../data/types.ts';
import { createSchema, type LiveSchema } from '../data/schema/schema.ts';
import { usedPrefixes } from '../data/store/usedPrefixes.ts';
import { readProject, type Project } from '../metadata/files/project.ts';
import { replaceText } from '../metadata/files/replacements.ts';
import { readSource, type Source, type SourceChange } from '../metadata/source.ts';
import { httpTransport } from '../platform/callout/transport.ts';
import { schemaInput } from '../platform/deploy/objects.ts';
import type { DeployProblem } from '../platform/deploy/problems.ts';
import { createJobQueue } from '../platform/jobs/jobQueue.ts';
import { createPlatform, type Platform } from '../platform/platform.ts';
import { usersPort } from '../platform/ports/usersPort.ts';
import { fileState, memoryState } from '../platform/state/orgState.ts';
import { databaseStore } from '../platform/store/databaseStore.ts';
import { setupRowsPort } from './setupRowsPort.ts';
import { codePort } from './codePort.ts';
import type { LocalOrg } from './localOrg.ts';
import { metadataOf } from './metadataPort.ts';
import type { LocalOrgOptions } from './options.ts';
import { programOf } from './program.ts';

/** What an org is built from. */
interface Parts {
    readonly options: LocalOrgOptions;
    readonly project: Project;
    readonly source: Source;
    readonly schema: LiveSchema;
    readonly database: Database;
    readonly platform: Platform;
}

const now = () => Date.now();

/**
 * Opens an org: reads the source, makes what a new org has, deploys. An org that was kept is brought
 * to what the source says now. Faults of single files are `problems`, not exceptions.
 */
export function openOrg(options: LocalOrgOptions): LocalOrg {
    const project = readProject(options.root);
    const source = readSource(
        options.sourceDirs.length > 0 ? options.sourceDirs : project.packageDirectories,
        replaceText(project, options.environment)
    );
    const schema = openSchema(options, source);
    const database = openDatabase(options, schema);
    const platform = openPlatform(options, source, database);
    platform.createStandardOrg(options.organization);
    return assemble({ options, project, source, schema, database, platform });
}

function openSchema({ dataDir }: LocalOrgOptions, source: Source): LiveSchema {
    const kept = dataDir === null ? {} : { keyPrefixes: usedPrefixes(recordFile(dataDir)) };
    return createSchema({ metadata: schemaInput(source.model), ...kept });
}

function recordFile(dataDir: string): string {
    return join(dataDir, 'records.sqlite');
}

function openDatabase({ dataDir }: LocalOrgOptions, schema: LiveSchema): Database {
    if (dataDir !== null) {
        mkdirSync(dataDir, { recursive: true });
    }
    const database = createDatabase({
        schema,
        clock: { now },
        ...(dataDir === null ? {} : { file: recordFile(dataDir) })
    });
    database.setTriggerRunner(runTriggers);
    database.setEventSink(acceptEvents);
    return database;
}

function openPlatform(
    { dataDir, hosts, orgUrl }: LocalOrgOptions,
    source: Source,
    database: Database
): Platform {
    return createPlatform({
        model: () => source.model,
        schema: () => database.schema,
        rows: databaseStore(database, database.store),
        state: dataDir === null ? memoryState() : fileState(join(dataDir, 'state.json')),
        transport: httpTransport(),
        hosts,
        orgUrl,
        clock: now,
        monotonic: () => performance.now(),
        random: (length) => randomBytes(length).toString('base64url')
    });
}

function assemble(parts: Parts): LocalOrg {
    const { options, source, database, platform } = parts;
    const jobs = createJobQueue((job, error) =>
        options.log(`${job.kind} ${job.description} failed: ${String(error)}`)
    );
    let program = programFrom(parts);
    let problems: readonly DeployProblem[] = platform.deploy(options.installFor);
    return {
        source,
        database,
        platform,
        hosts: options.hosts,
        jobs,
        log: options.log,
        onTransaction: options.onTransaction,
        apex: apexOrg(parts, () => program, jobs),
        get program() {
            return program;
        },
        get problems() {
            return problems;
        },
        refresh() {
            const changes = source.refresh();
            if (changes.some(concernsOrg)) {
                updateSchema(parts);
                program = programFrom(parts);
                problems = platform.deploy(options.installFor);
                problems.forEach((problem) => options.log(JSON.stringify(problem)));
            }
            return changes;
        },
        runJobs() {
            jobs.runDue(now());
            const next = jobs.nextDue();
            return next === null ? null : Math.max(0, next - now());
        },
        close: () => database.close()
    };
}

/** What the org can't take over is told, and its objects stay as they were. */
function updateSchema({ options, source, schema, database }: Parts): void {
    try {
        if (schema.update(schemaInput(source.model))) {
            database.followSchema();
        }
    } catch (error) {
        options.log(`The objects of the source can't be read: ${String(error)}`);
    }
}

/** Components are the web server's business. */
function concernsOrg({ file }: SourceChange): boolean {
    return !/\/(lwc|aura)\//.test(file);
}

function programFrom({ options, source, database }: Parts): ApexProgram {
    return programOf({ ...options, model: source.model, schema: database.schema });
}

function apexOrg(parts: Parts, program: () => ApexProgram, jobs: LocalOrg['jobs']): Org {
    const { options, project, source, database, platform } = parts;
    return {
        database,
        access: database.access,
        users: usersPort(platform.rows),
        metadata: metadataOf(() => source.model),
        platform,
        code: codePort(program, () => source.model, project.sourceApiVersion),
        jobs,
        setupRows: setupRowsPort(platform.rows),
        clock: { now },
        random: { bytes: (count) => randomBytes(count) },
        info: {
            organizationId: options.organization.id,
            name: options.organization.name,
            baseUrl: options.orgUrl,
            namespace: null,
            defaultCurrency: 'USD',
            isSandbox: options.organization.isSandbox
        }
    };
}
