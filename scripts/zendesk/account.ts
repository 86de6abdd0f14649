import { Circuits } from './domain/webhooks/circuits.ts';
import type { AuditLogEntry } from './layers/auditing.ts';
import { Faults } from './layers/faults.ts';
import { RequestLog } from './layers/log.ts';
import type { Plan } from './layers/rateLimitRules.ts';
import { RateLimits } from './layers/rateLimits.ts';
import { SearchIndex } from './search/searchIndex.ts';
import { Clock } from './store/clock.ts';
import { IdSequence, Random } from './store/ids.ts';
import { Scheduler } from './store/scheduler.ts';
import { createStore, type Store } from './store/store.ts';

export interface AccountSettings {
    readonly subdomain: string;
    readonly plan: Plan;
    /** API tokens are retired at Zendesk; an account of before can still be played. */
    readonly acceptsApiTokens: boolean;
    /** How long a change takes to be found by search, in milliseconds. */
    readonly indexingLag: number;
    /** How long a bulk job waits before each of its steps, in milliseconds. */
    readonly jobDelay: number;
    /** Incremental exports never return the latest minute; in milliseconds. */
    readonly exportLag: number;
    /** Pause before a webhook is tried again, in milliseconds. */
    readonly webhookRetryDelay: number;
    /** How long a webhook's receiver may take, in milliseconds. */
    readonly webhookTimeout: number;
    /** How long after its last change a closed ticket is archived, in milliseconds; null = never. */
    readonly archiveAfter: number | null;
    /** Seed of all that is random: tokens, job ids, demo data. */
    readonly randomSeed: number;
}

export const DEFAULT_SETTINGS: AccountSettings = {
    subdomain: 'demo',
    plan: 'suite_enterprise_plus',
    acceptsApiTokens: false,
    indexingLag: 0,
    jobDelay: 0,
    exportLag: 60_000,
    webhookRetryDelay: 1000,
    webhookTimeout: 12_000,
    archiveAfter: null,
    randomSeed: 20261123
};

/** The simulated account: its data, its time, and what is done to it from outside. */
export class Account {
    readonly settings: AccountSettings;
    readonly clock: Clock;
    readonly scheduler: Scheduler;
    readonly log: RequestLog;
    readonly faults: Faults;
    readonly limits: RateLimits;
    readonly circuits: Circuits;
    readonly id = 18525119;
    store: Store;
    search: SearchIndex;
    random: Random;
    /** Whether an attachment's address asks who wants it ("Require authentication to download"). */
    hasPrivateAttachments = false;
    private sequence: IdSequence;
    private lastTicketId = 0;
    /** First answers to creations that came with an idempotency key. */
    readonly idempotency = new Map<string, IdempotentAnswer>();

    /** Changes of settings and people, the latest last. */
    readonly auditLog: AuditLogEntry[] = [];

    constructor(settings: AccountSettings, now: () => number) {
        this.settings = settings;
        this.clock = new Clock(now);
        this.scheduler = new Scheduler(this.clock);
        this.log = new RequestLog();
        this.faults = new Faults();
        this.limits = new RateLimits(this.clock, settings.plan);
        this.circuits = new Circuits(this.clock);
        this.store = createStore();
        this.random = new Random(settings.randomSeed);
        this.sequence = new IdSequence();
        this.search = new SearchIndex(this);
    }

    /**
     * Empties the account and fills it anew, with its time and limits as at the start.
     * @throws what `fill` throws; the records and the time are then what they were
     */
    refill(fill: () => void): void {
        const { store, random, sequence, lastTicketId, search } = this;
        const time = this.clock.now();
        this.clear();
        try {
            fill();
        } catch (error) {
            Object.assign(this, { store, random, sequence, lastTicketId, search });
            this.clock.reset();
            this.clock.advance(time - this.clock.now());
            throw error;
        }
    }

    private clear(): void {
        this.clock.reset();
        this.scheduler.clear();
        this.faults.clear();
        this.log.clear();
        this.limits.reset(this.settings.plan);
        this.circuits.clear();
        this.idempotency.clear();
        this.auditLog.length = 0;
        this.hasPrivateAttachments = false;
        this.store = createStore();
        this.random = new Random(this.settings.randomSeed);
        this.sequence = new IdSequence();
        this.lastTicketId = 0;
        this.search = new SearchIndex(this);
    }

    nextId(): number {
        return this.sequence.next();
    }

    /** Tickets are numbered from 1, unlike everything else. */
    nextTicketId(): number {
        this.lastTicketId += 1;
        return this.lastTicketId;
    }
}

export interface IdempotentAnswer {
    readonly fingerprint: string;
    readonly reply: { readonly status: number; readonly body: string; readonly location: string };
    readonly expires: number;
}
