import type { Account } from '../account.ts';
import { isObject } from '../http/json.ts';
import { configure } from './configuration.ts';
import { addCredentials } from './credentials.ts';
import { addAgents, addCustomers } from './people.ts';
import { addBulk, type BulkSize } from './bulk.ts';
import { addOwnRecords, type OwnRecords } from './ownRecords.ts';
import { addTickets } from './tickets.ts';

/** What an account starts with. */
export interface Seed extends OwnRecords {
    /** `demo`: everything; `agents`: configuration and agents, no customers. Default `demo`. */
    readonly base?: 'demo' | 'agents';
    /** Reference time of all relative times, as an ISO time; default: now. */
    readonly anchor?: string;
    /** Records by the thousand, for measuring. */
    readonly bulk?: BulkSize;
}

export const DEMO_SEED: Seed = { base: 'demo' };

const KEYS: ReadonlySet<string> = new Set([
    'base',
    'anchor',
    'bulk',
    'organizations',
    'users',
    'tickets',
    'suspended_tickets'
]);
const YEAR = 365 * 86_400_000;

/**
 * Fills an empty account. The same seed and anchor give the same account.
 * @throws Error that names what is wrong with the seed
 */
export function applySeed(account: Account, seed: Seed): void {
    demandKnown(seed);
    const anchor = seed.anchor === undefined ? account.clock.now() : Date.parse(seed.anchor);
    if (Number.isNaN(anchor)) {
        throw new Error(`anchor "${seed.anchor ?? ''}" is not an ISO time`);
    }
    account.clock.advance(anchor - account.clock.now());
    const start = anchor - 2 * YEAR - 86_400_000;
    const configuration = configure(account, start);
    const agents = addAgents(account, configuration, start);
    addCredentials(account, agents);
    if ((seed.base ?? 'demo') === 'demo') {
        addTickets(account, configuration, { agents, ...addCustomers(account, start) });
    }
    if (seed.bulk !== undefined) {
        addBulk(account, configuration, [...agents.values()], seed.bulk);
    }
    addOwnRecords(account, configuration, seed);
    account.scheduler.runDue();
}

function demandKnown(seed: Seed): void {
    const unknown = Object.keys(seed).filter((key) => !KEYS.has(key));
    if (unknown.length > 0) {
        throw new Error(`The seed has unknown keys: ${unknown.join(', ')}`);
    }
    for (const key of ['organizations', 'users', 'tickets', 'suspended_tickets'] as const) {
        const list: unknown = seed[key] ?? [];
        if (!Array.isArray(list) || !list.every(isObject)) {
            throw new Error(`${key} must be a list of objects`);
        }
    }
    if (seed.bulk !== undefined && !isObject(seed.bulk)) {
        throw new Error('bulk must be an object of numbers');
    }
    if (seed.base !== undefined && seed.base !== 'demo' && seed.base !== 'agents') {
        throw new Error(`base must be "demo" or "agents", not "${String(seed.base)}"`);
    }
}
