import { Heap } from './heap/heap.ts';
import type { AsyncJob } from './library/async/job.ts';
import { LimitLedger } from './library/limits/ledger.ts';
import type { LimitSet } from './library/limits/ledger.ts';
import { DebugLog } from './library/org/debugLog.ts';
import type { LogLevel } from './library/org/debugLog.ts';
import type { Org, RunningUser } from './library/org/ports.ts';
import type { TestState } from './library/test/testState.ts';
import type { TriggerContext } from './library/trigger/context.ts';

/** A place in Apex code: `Class.ZendeskTicketService.list`, `Trigger.AccountTrigger`. */
export interface ApexFrame {
    readonly name: string;
    readonly line: number;
    readonly column: number;
}

/** How a class treats record sharing; `none` for a class that doesn't say. */
export type Sharing = 'with' | 'without' | 'inherited' | 'none';

/** A running method; the kernel pushes it, keeps line and column, and pops it. */
export interface CallFrame {
    readonly name: string;
    readonly sharing: Sharing;
    line: number;
    column: number;
}

/** What started a transaction, as `Request.getQuiddity()` names it. */
export type Quiddity =
    | 'ANONYMOUS'
    | 'AURA'
    | 'BATCH_APEX'
    | 'BATCH_CHUNK_PARALLEL'
    | 'FUTURE'
    | 'PLATFORM_EVENT_PUBLISH_CALLBACK'
    | 'QUEUEABLE'
    | 'REST'
    | 'RUNTEST_SYNC'
    | 'SCHEDULED'
    | 'SYNCHRONOUS'
    | 'VF';

export interface ExecutionOptions {
    readonly userId: string;
    readonly quiddity: Quiddity;
    readonly limits?: LimitSet;
    /** Why the transaction may make no callouts; null or left out when it may. */
    readonly calloutRefusal?: string | null;
    readonly logLevel?: LogLevel;
    /** Given for a test method. */
    readonly test?: TestState;
}

/** From here on, Apex runs in user mode and with sharing unless it says otherwise. */
const USER_MODE_VERSION = 67;

/** One Apex transaction: everything that lives as long as it does. */
export class Execution {
    readonly org: Org;
    /** Changes while a test runs a job inside its own transaction. */
    quiddity: Quiddity;
    /** What a callout is refused with; null when it is not. */
    calloutRefusal: string | null;
    readonly requestId: string;
    readonly log: DebugLog;
    readonly test: TestState | null;
    /** Static variables of the org's classes, by class; the compiler's. */
    readonly statics = new Map<string, unknown>();
    /** Values that platform classes keep for the transaction, by a name of their own. */
    readonly slots = new Map<string, unknown>();
    readonly frames: CallFrame[] = [];
    readonly heap = new Heap(this);
    /** Asked for and not yet handed over: they run only if the transaction is kept. */
    readonly jobs: AsyncJob[] = [];
    user: RunningUser;
    limits: LimitLedger;
    trigger: TriggerContext | null = null;
    /** Work that a callout would have to wait for. */
    hasUncommittedWork = false;
    private readonly cpuStart = cpuMilliseconds();

    constructor(org: Org, options: ExecutionOptions) {
        this.org = org;
        this.quiddity = options.quiddity;
        this.calloutRefusal = options.calloutRefusal ?? null;
        this.user = requireUser(org, options.userId);
        this.limits = new LimitLedger(options.limits ?? 'sync');
        this.log = new DebugLog(options.logLevel);
        this.test = options.test ?? null;
        this.requestId = Buffer.from(org.random.bytes(16)).toString('base64url');
    }

    /** Innermost call first. */
    callStack(): readonly ApexFrame[] {
        return this.calls()
            .map(({ name, line, column }) => ({ name, line, column }))
            .reverse();
    }

    /**
     * Whether record sharing is enforced for the running class. A class that doesn't say is `with
     * sharing` from API 67 on; before, it follows its caller, and where no caller says so sharing is
     * enforced for Lightning controllers alone.
     * https://developer.salesforce.com/docs/platform/apex-dev/references/apex-dev/apex-security-sharing-chapter.html
     */
    enforcesSharing(): boolean {
        const calls = this.calls();
        for (const frame of [...calls].reverse()) {
            if (frame.sharing === 'with' || (frame.sharing === 'none' && this.isModern(frame))) {
                return true;
            }
            if (frame.sharing === 'without') {
                return false;
            }
        }
        return calls[0]?.sharing === 'inherited' || this.quiddity === 'AURA';
    }

    /** Whether queries and DML of the running class run in user mode unless they name a mode. */
    isUserModeDefault(): boolean {
        return this.isModern(this.calls().at(-1));
    }

    /** Milliseconds of processor time since the transaction began, the database's included. */
    cpuTime(): number {
        return Math.floor(cpuMilliseconds() - this.cpuStart);
    }

    /** The value that a platform class keeps under a name, made on first use. */
    slot<T>(name: string, make: () => T): T {
        if (!this.slots.has(name)) {
            this.slots.set(name, make());
        }
        return this.slots.get(name) as T;
    }

    /** Whether the rules of API 67 hold for a class. */
    private isModern(frame: CallFrame | undefined): boolean {
        const { code } = this.org;
        const own = frame && code.versionOf?.(frame.name.split('.')[1] ?? '');
        return (own ?? code.apiVersion.major) >= USER_MODE_VERSION;
    }

    private calls(): readonly CallFrame[] {
        return readStack ? readStack() : this.frames;
    }
}

let active: Execution | null = null;
let readStack: (() => readonly CallFrame[]) | null = null;

/** Lets the kernel tell the running methods, outermost first, instead of `frames`. */
export function useStackReader(reader: () => readonly CallFrame[]): void {
    readStack = reader;
}

/** The running transaction, or null outside of any. */
export function currentExecution(): Execution | null {
    return active;
}

/** The running transaction; an error outside of any. */
export function execution(): Execution {
    if (!active) {
        throw new Error('No Apex transaction is running.');
    }
    return active;
}

/** Runs work as a given transaction; the one before becomes current again, whatever happens. */
export function withExecution<T>(next: Execution, work: () => T): T {
    const before = active;
    active = next;
    try {
        return work();
    } finally {
        active = before;
    }
}

/** A transaction that is over: what it gave and what it leaves behind. */
export interface TransactionResult<T> {
    readonly value: T;
    readonly execution: Execution;
}

/**
 * Runs Apex in a transaction of the database. What it did is kept when the work returns, and its jobs
 * are then handed to the org; when it throws, all is undone and the error goes on to the caller. A
 * test's work is undone either way.
 */
export function runTransaction<T>(
    org: Org,
    options: ExecutionOptions,
    work: (execution: Execution) => T
): TransactionResult<T> {
    const next = new Execution(org, options);
    const value = withExecution(next, () =>
        next.test ? undone(org, () => work(next)) : org.database.transaction(() => work(next))
    );
    next.jobs.forEach((job) => org.jobs.accept(job));
    return { value, execution: next };
}

/** Thrown to undo a transaction whose work went well. */
class Undo<T> extends Error {
    readonly value: T;

    constructor(value: T) {
        super('undone');
        this.value = value;
    }
}

function undone<T>(org: Org, work: () => T): T {
    try {
        return org.database.transaction(() => {
            throw new Undo(work());
        });
    } catch (error) {
        if (error instanceof Undo) {
            return error.value as T;
        }
        throw error;
    }
}

function cpuMilliseconds(): number {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
}

function requireUser(org: Org, userId: string): RunningUser {
    const user = org.users.find(userId);
    if (!user) {
        throw new Error(`No user ${userId} in the org.`);
    }
    return user;
}
