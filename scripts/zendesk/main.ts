import { readFileSync } from 'node:fs';
import {
    readArguments,
    readContractArguments,
    USAGE,
    UsageError,
    type Arguments
} from './arguments.ts';
import { DEMO_CREDENTIALS } from './demo/credentials.ts';
import type { Seed } from './demo/seed.ts';
import { DEMO_API_TOKEN } from './layers/authentication.ts';
import type { LogEntry } from './layers/log.ts';
import { createZendesk } from './zendesk.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const warn = (line: string): void => void process.stderr.write(`${line}\n`);

/** What nobody foresaw must be seen. */
function reportUnknown(entry: LogEntry): void {
    if (entry.isUnknownRoute) {
        warn(`404 InvalidEndpoint: the simulator has no ${entry.method} ${entry.path}`);
    }
}

function readSeed(file: string): Seed {
    try {
        return JSON.parse(readFileSync(file, 'utf8')) as Seed;
    } catch (error) {
        throw new UsageError(`The seed ${file} cannot be read: ${String(error)}`);
    }
}

async function serve(given: Arguments): Promise<void> {
    const seed = given.seed === null ? {} : { seed: readSeed(given.seed) };
    const zendesk = createZendesk({
        ...seed,
        ...(given.plan && { plan: given.plan }),
        acceptsApiTokens: given.acceptsApiTokens,
        indexingLag: given.indexingLag,
        archiveAfter: given.archiveAfter,
        jobDelay: 250
    });
    zendesk.account.log.onEntry(reportUnknown);
    const running = await zendesk.listen(given.port);
    say(`Ready: ${running.url}`);
    say(`Administrator's bearer token: ${DEMO_CREDENTIALS.adminToken}`);
    say(
        `OAuth client (client_credentials): ${DEMO_CREDENTIALS.clientId} / ${DEMO_CREDENTIALS.clientSecret}`
    );
    if (given.acceptsApiTokens) {
        say(`API token for every agent: ${DEMO_API_TOKEN}`);
    }
    const stop = () => void running.close().then(() => process.exit(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
}

function explain(error: unknown): string {
    if (error instanceof UsageError) {
        return `${error.message}\n\n${USAGE}`;
    }
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
        return 'The port is taken by another program. Choose another one with --port N.';
    }
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
        return `A library for development is missing; "npm ci" installs it.\n${error.message}`;
    }
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The check needs a library that running the simulator does not, so it is loaded when asked for. */
async function contract(argv: readonly string[]): Promise<void> {
    const file = readContractArguments(argv);
    const { reportContract } = await import('./contract/report.ts');
    process.exitCode = await reportContract(file, say);
}

const [command, ...rest] = process.argv.slice(2);
try {
    await (command === 'contract' ? contract(rest) : serve(readArguments(process.argv.slice(2))));
} catch (error) {
    warn(explain(error));
    process.exitCode = 1;
}
