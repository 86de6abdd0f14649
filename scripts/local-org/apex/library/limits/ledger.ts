import { uncatchable } from '../../values/exception.ts';

/** The governor limits that are counted. */
export type LimitName =
    | 'aggregateQueries'
    | 'asyncCalls'
    | 'callouts'
    | 'cpuTime'
    | 'cursorFetches'
    | 'cursorRows'
    | 'dmlRows'
    | 'dmlStatements'
    | 'emailInvocations'
    | 'findSimilar'
    | 'futureCalls'
    | 'heapSize'
    | 'mobilePush'
    | 'publishImmediate'
    | 'queries'
    | 'queryLocatorRows'
    | 'queryRows'
    | 'queueableJobs'
    | 'runAs'
    | 'savepointRollbacks'
    | 'savepoints'
    | 'soslQueries';

export type LimitSet = 'sync' | 'async' | 'future' | 'batch';

interface Limit {
    readonly sync: number;
    /** Of all the others, unless they have their own. */
    readonly async: number;
    readonly future?: number;
    readonly batch?: number;
    /** Text before the number of the call that went over. */
    readonly message: string;
}

const same = (value: number, message: string): Limit => ({ sync: value, async: value, message });

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm */
const LIMITS: Readonly<Record<LimitName, Limit>> = {
    aggregateQueries: same(300, 'Too many Aggregate queries: '),
    asyncCalls: same(200, 'Too many async calls: '),
    callouts: same(100, 'Too many callouts: '),
    cpuTime: { sync: 10_000, async: 60_000, message: 'Apex CPU time limit exceeded' },
    cursorFetches: same(10, 'Too many cursor fetch calls: '),
    cursorRows: same(50_000_000, 'Too many cursor rows: '),
    dmlRows: same(10_000, 'Too many DML rows: '),
    dmlStatements: same(150, 'Too many DML statements: '),
    emailInvocations: same(10, 'Too many Email Invocations: '),
    findSimilar: same(10, 'Too many find similar calls: '),
    futureCalls: { ...same(50, 'Too many future calls: '), future: 0, batch: 0 },
    heapSize: { sync: 6_000_000, async: 12_000_000, message: 'Apex heap size too large: ' },
    mobilePush: same(10, 'Too many mobile push calls: '),
    publishImmediate: same(150, 'Too many publish immediate calls: '),
    queries: { sync: 100, async: 200, message: 'Too many SOQL queries: ' },
    queryLocatorRows: { ...same(10_000, 'Too many query locator rows: '), batch: 50_000_000 },
    queryRows: same(50_000, 'Too many query rows: '),
    queueableJobs: { sync: 50, async: 1, message: 'Too many queueable jobs added to the queue: ' },
    runAs: same(20, 'Too many runAs calls: '),
    savepointRollbacks: same(150, 'Too many savepoint rollbacks: '),
    savepoints: same(150, 'Too many savepoints: '),
    soslQueries: same(20, 'Too many SOSL queries: ')
};

/** What a transaction has used of its governor limits. Going over throws a LimitException. */
export class LimitLedger {
    readonly set: LimitSet;
    private readonly usage = new Map<LimitName, number>();
    private readonly most = new Map<LimitName, number>();

    constructor(set: LimitSet) {
        this.set = set;
    }

    used(name: LimitName): number {
        return this.usage.get(name) ?? 0;
    }

    /** The most that was ever used at a time, of what can be given back. */
    mostUsed(name: LimitName): number {
        return this.most.get(name) ?? 0;
    }

    allowed(name: LimitName): number {
        const limit = LIMITS[name];
        return limit[this.set] ?? limit.async;
    }

    /** Counts; throws as soon as more is used than allowed. */
    use(name: LimitName, amount = 1): void {
        // Of many at a time, the first that is too many is the one that is told.
        this.record(name, Math.min(this.used(name) + amount, this.allowed(name) + 1));
    }

    /** For limits that are measured, not counted (CPU time, heap). */
    measure(name: LimitName, value: number): void {
        this.record(name, value);
    }

    private record(name: LimitName, value: number): void {
        this.usage.set(name, value);
        this.most.set(name, Math.max(value, this.mostUsed(name)));
        if (value > this.allowed(name)) {
            const { message } = LIMITS[name];
            const text = message.endsWith(' ') ? `${message}${value}` : message;
            throw uncatchable('LimitException', text);
        }
    }
}
