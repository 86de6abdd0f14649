import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openDemoOrg } from '../../local-org/org/demoOrg.ts';
import type { LocalOrg } from '../../local-org/org/localOrg.ts';
import { servicesOf } from '../../local-org/org/services/services.ts';
import { assignPermissionSet, createUser } from '../../local-org/platform/setup/users.ts';
import { getOne, put, type SetupStore } from '../../local-org/platform/store/types.ts';
import { registerCallback } from '../../local-org/registerCallback.ts';
import { createServer } from '../../local-org/server/createServer.ts';
import type { OrgClient } from '../../local-org/server/orgClient.ts';
import { startSimulator, type Simulator } from '../../local-org/simulator.ts';
import { simulatedAccount } from '../../local-org/zendeskAccount.ts';
import { freePort } from '../product.ts';
import { Zendesk } from '../zendesk.ts';
import { Person } from './person.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The demo org in this process, so that users can be made in it, and its web server with a socket. */
export class AccessOrg {
    readonly url: string;
    readonly zendesk: Zendesk;
    readonly #org: LocalOrg;
    readonly #server: Server;
    readonly #simulator: Simulator;
    readonly #dataDir: string;

    private constructor(parts: {
        readonly url: string;
        readonly zendesk: Zendesk;
        readonly org: LocalOrg;
        readonly server: Server;
        readonly simulator: Simulator;
        readonly dataDir: string;
    }) {
        this.url = parts.url;
        this.zendesk = parts.zendesk;
        this.#org = parts.org;
        this.#server = parts.server;
        this.#simulator = parts.simulator;
        this.#dataDir = parts.dataDir;
    }

    static async start(): Promise<AccessOrg> {
        const [port, zendeskPort] = [await freePort(), await freePort()];
        const url = `http://localhost:${port}`;
        const zendesk = new Zendesk(`http://localhost:${zendeskPort}`);
        const simulator = await startSimulator(ROOT, zendeskPort, console.error);
        await registerCallback(zendesk.url, url);
        const dataDir = mkdtempSync(join(tmpdir(), 'zendesk-access-'));
        const org = openOrg(url, zendeskPort, dataDir);
        const server = await listen(org, port);
        return new AccessOrg({ url, zendesk, org, server, simulator, dataDir });
    }

    /** The records of the org, as the platform itself sees them. */
    get rows(): SetupStore {
        return this.#org.platform.rows;
    }

    idOf(objectName: string, field: string, value: string): string {
        return getOne(this.rows, objectName, { [field]: value }).id;
    }

    /** Somebody with these permission sets, logged in. */
    async newPerson(profile: string, permissionSets: readonly string[]): Promise<Person> {
        const username = `${crypto.randomUUID()}@access.example`;
        const userId = createUser({ ...SOMEBODY, username, email: username, profile }, this.rows);
        permissionSets.forEach((name) => assignPermissionSet(userId, name, this.rows));
        return Person.logIn(this.url, userId);
    }

    /** Takes a permission set away from somebody who stays logged in. */
    takeAway(userId: string, permissionSet: string): void {
        const where = {
            AssigneeId: userId,
            PermissionSetId: this.idOf('PermissionSet', 'Name', permissionSet)
        };
        this.rows.remove('PermissionSetAssignment', [
            getOne(this.rows, 'PermissionSetAssignment', where).id
        ]);
    }

    logIn(username: string): Promise<Person> {
        return Person.logIn(this.url, this.idOf('User', 'Username', username));
    }

    /** Settings as an admin, or the removal of an app, leaves them. */
    changeSettings(values: Readonly<Record<string, string | boolean | null>>): void {
        const organization = getOne(this.rows, 'Organization', {});
        put(this.rows, 'Zendesk_Settings__c', { SetupOwnerId: organization.id }, values);
    }

    async stop(): Promise<void> {
        await new Promise((fulfil) => {
            this.#server.close(fulfil);
            this.#server.closeAllConnections();
        });
        this.#simulator.stop();
        this.#org.close();
        rmSync(this.#dataDir, { recursive: true, force: true });
    }
}

const SOMEBODY = {
    firstName: 'Sam',
    lastName: 'Body',
    role: 'CEO',
    title: null,
    language: 'en_US',
    locale: 'en_US',
    timeZone: 'Europe/Paris',
    isActive: true
};

function openOrg(orgUrl: string, zendeskPort: number, dataDir: string): LocalOrg {
    const { clients, hosts } = simulatedAccount(zendeskPort);
    const options = { root: ROOT, dataDir, fresh: true, installFor: 'admins', orgUrl } as const;
    return openDemoOrg({ ...options, zendesk: clients, hosts }, console.error);
}

async function listen(org: LocalOrg, port: number): Promise<Server> {
    const server = await createServer({
        org: clientOf(org),
        sourceDirs: [resolve(ROOT, 'force-app')],
        cacheDir: resolve(ROOT, '.local-org/cache'),
        projectDir: ROOT,
        log: console.error
    });
    await new Promise<void>((fulfil) => {
        server.listen(port, 'localhost', fulfil);
    });
    const { port: actual } = server.address() as AddressInfo;
    if (actual !== port) {
        throw new Error(`The org listens on ${actual} instead of ${port}.`);
    }
    return server;
}

/** The org's services answer at once; the server waits for them. */
function clientOf(org: LocalOrg): OrgClient {
    const services = servicesOf(org) as unknown as Record<string, (...given: unknown[]) => unknown>;
    return new Proxy({} as OrgClient, {
        get:
            (_target, method) =>
            async (...given: unknown[]) =>
                services[String(method)]?.(...given)
    });
}
