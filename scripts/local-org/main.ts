import { resolve } from 'node:path';

import { readArguments, USAGE, UsageError, type StartArguments } from './arguments.ts';
import { throughStandIns } from './org/standIns.ts';
import { startOrg, type RunningOrg } from './org/startOrg.ts';
import { registerCallback } from './registerCallback.ts';
import { requireFreePort } from './ports.ts';
import { createServer } from './server/createServer.ts';
import { startSimulator } from './simulator.ts';
import { realAccount, simulatedAccount, type ZendeskAccount } from './zendeskAccount.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const say = (message: string) => console.log(message);

try {
    await start(readArguments(process.argv.slice(2)));
} catch (error) {
    console.error(explain(error));
    process.exit(1);
}

async function start(given: StartArguments): Promise<void> {
    await requireFreePort(given.port, '--port');
    const orgUrl = `http://localhost:${given.port}`;
    const account = await connect(given);
    const org = await openOrg(given, account, orgUrl);
    const server = await createServer({
        org: throughStandIns(org.client, account.hosts),
        sourceDirs: [resolve(ROOT, 'force-app')],
        cacheDir: resolve(ROOT, '.local-org/cache'),
        projectDir: ROOT,
        log: say
    });
    server.listen(given.port, 'localhost', () => announce(orgUrl, org.users));
}

/** The simulator lives as long as this process; a real account is where it is. */
async function connect(given: StartArguments): Promise<ZendeskAccount> {
    if (given.zendeskUrl !== null) {
        return realAccount(given.zendeskUrl, process.env);
    }
    await requireFreePort(given.zendeskPort, '--zendesk-port');
    const simulator = await startSimulator(ROOT, given.zendeskPort, say);
    await registerCallback(
        `http://localhost:${given.zendeskPort}`,
        `http://localhost:${given.port}`
    );
    process.on('exit', () => simulator.stop());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.on(signal, () => process.exit(0));
    }
    return simulatedAccount(given.zendeskPort);
}

function openOrg(
    given: StartArguments,
    { clients, hosts }: ZendeskAccount,
    orgUrl: string
): Promise<RunningOrg> {
    return startOrg(
        {
            root: ROOT,
            dataDir: resolve(given.dataDir ?? resolve(ROOT, '.local-org/orgs'), clients.subdomain),
            fresh: given.fresh,
            installFor: given.installFor,
            zendesk: clients,
            hosts,
            orgUrl
        },
        say
    );
}

function announce(orgUrl: string, users: readonly string[]): void {
    say(`Ready: ${orgUrl}`);
    say('Demo users, to be switched by the picture at the top right:');
    users.forEach((user) => say(`  ${user}`));
}

function explain(error: unknown): string {
    if (error instanceof UsageError) {
        return `${error.message}\n\n${USAGE}`;
    }
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
