import { currentExecution, execution, runTransaction } from '../../execution.ts';
import type { Execution } from '../../execution.ts';
import { parseSoql } from '../../../data/soql/parse.ts';
import type { FieldValue } from '../../../data/types.ts';
import { ApexException } from '../../values/exception.ts';
import { LimitLedger } from '../limits/ledger.ts';
import type { Org } from '../org/ports.ts';
import type { AsyncJob, JobKind } from './job.ts';
import type { JobMode } from './jobMode.ts';

const CLASS_BY_NAME = parseSoql('SELECT Id FROM ApexClass WHERE Name = :name');

/** A job as it is asked for. */
export interface JobPlan {
    readonly kind: JobKind;
    readonly className: string;
    readonly methodName: string | null;
    /** Milliseconds from now before it may start. */
    readonly delayMs?: number;
    /** The whole work; each transaction through `inJobTransaction`. */
    run(jobId: string, scope: JobScope): void;
}

/** Where a job runs: the org, and for whom. */
export interface JobScope {
    readonly org: Org;
    readonly userId: string;
}

/** Notes a job as an AsyncApexJob and queues it behind the current transaction. */
export function submitJob(plan: JobPlan): string {
    const current = execution();
    const { org, user } = current;
    const id = org.setupRows.insert('AsyncApexJob', {
        ApexClassId: classId(current, plan.className),
        JobType: plan.kind,
        MethodName: plan.methodName,
        Status: 'Queued',
        JobItemsProcessed: 0,
        TotalJobItems: 0,
        NumberOfErrors: 0,
        CreatedById: user.id
    });
    const scope = { org, userId: user.id };
    queueJob(current, {
        id,
        kind: plan.kind,
        description: [plan.className, plan.methodName].filter((part) => part !== null).join('.'),
        userId: user.id,
        notBefore: org.clock.now() + (plan.delayMs ?? 0),
        run: () => runNoted(plan, id, scope)
    });
    return id;
}

/** The ApexClass row of a job's class, of the outer one for an inner class; null if unknown. */
function classId({ org, user }: Execution, className: string): FieldValue {
    const [name = ''] = className.split('.');
    const context = { userId: user.id, mode: 'system', sharing: false } as const;
    const id = org.database.query(CLASS_BY_NAME, { name }, context).rows[0]?.values['Id'];
    return typeof id === 'string' ? id : null;
}

/** In a test a job waits for `stopTest`, else for the end of the transaction. */
export function queueJob(current: Execution, job: AsyncJob): void {
    (current.test?.jobs ?? current.jobs).push(job);
    current.hasUncommittedWork = true;
}

function runNoted(plan: JobPlan, id: string, scope: JobScope): void {
    noteJob(scope.org, id, { Status: 'Processing' });
    try {
        plan.run(id, scope);
        noteJob(scope.org, id, { Status: 'Completed', CompletedDate: now(scope.org) });
    } catch (error) {
        noteJob(scope.org, id, {
            Status: 'Failed',
            NumberOfErrors: 1,
            ExtendedStatus: failureText(error),
            CompletedDate: now(scope.org)
        });
        throw error;
    }
}

export function noteJob(org: Org, id: string, values: Readonly<Record<string, FieldValue>>): void {
    org.setupRows.update('AsyncApexJob', id, values);
}

function failureText(error: unknown): string {
    const text = error instanceof ApexException ? error.getMessage() : String(error);
    return text.slice(0, 255);
}

function now(org: Org): string {
    return new Date(org.clock.now()).toISOString();
}

/**
 * Runs a part of a job in a transaction of its own; within a test, in the test's transaction with
 * limits of its own.
 */
export function inJobTransaction<T>({ org, userId }: JobScope, mode: JobMode, work: () => T): T {
    const test = currentExecution();
    if (test?.test) {
        return inTest(test, mode, work);
    }
    return runTransaction(org, { userId, ...mode }, work).value;
}

function inTest<T>(test: Execution, mode: JobMode, work: () => T): T {
    const { quiddity, limits, calloutRefusal, hasUncommittedWork } = test;
    Object.assign(test, mode, { limits: new LimitLedger(mode.limits), hasUncommittedWork: false });
    const scope = test.org.database.beginDmlScope();
    try {
        return work();
    } finally {
        test.org.database.endDmlScope(scope);
        Object.assign(test, { quiddity, limits, calloutRefusal, hasUncommittedWork });
    }
}
