import { currentExecution, execution } from '../../execution.ts';
import { nullPointer, systemException } from '../../values/exception.ts';
import { iterate } from '../../values/iterator.ts';
import { ApexList } from '../../values/list.ts';
import { types } from '../../values/runtimeType.ts';
import type { RuntimeType } from '../../values/runtimeType.ts';
import { typeOf } from '../../values/typeOf.ts';
import { QueryLocator } from '../database/locator.ts';
import { asApexException } from '../org/errors.ts';
import { BatchableContext } from './contexts.ts';
import { hasInterface } from './interfaces.ts';
import { batchMode } from './jobMode.ts';
import { snapshot } from './snapshot.ts';
import { inJobTransaction, noteJob, submitJob } from './submit.ts';
import type { JobScope } from './submit.ts';

const DEFAULT_SCOPE = 200;
const MAX_SCOPE = 2000;

interface Batchable {
    start(context: BatchableContext): unknown;
    execute(context: BatchableContext, scope: ApexList): void;
    finish(context: BatchableContext): void;
}

/** `Database.executeBatch(job, scope)`: the id of its AsyncApexJob. */
export function executeBatch(job: unknown, scopeSize: number | null = DEFAULT_SCOPE): string {
    if (typeof job !== 'object' || job === null) {
        throw nullPointer();
    }
    refuseBatch(job, scopeSize);
    const copy = snapshot(job) as Batchable;
    const size = scopeSize ?? DEFAULT_SCOPE;
    return submitJob({
        kind: 'BatchApex',
        className: typeOf(job).name,
        methodName: null,
        run: (jobId, scope) => runBatch(copy, jobId, scope, size)
    });
}

function refuseBatch(job: object, scopeSize: number | null): void {
    if (!hasInterface(job, 'Database.Batchable')) {
        throw systemException('AsyncException', 'The job must implement Database.Batchable');
    }
    if (scopeSize !== null && scopeSize <= 0) {
        throw systemException(
            'UnexpectedException',
            'Invalid value for scope, must be a positive integer'
        );
    }
    if (execution().quiddity === 'FUTURE') {
        throw systemException(
            'AsyncException',
            'Database.executeBatch cannot be called from a batch start, batch execute, or future method.'
        );
    }
}

function runBatch(job: Batchable, jobId: string, scope: JobScope, size: number): void {
    const context = new BatchableContext(jobId);
    const mode = batchMode(job);
    const chunks = inJobTransaction(scope, mode, () => chunksOf(job.start(context), size));
    requireOneChunkInTest(chunks);
    noteJob(scope.org, jobId, { TotalJobItems: chunks.length });
    const errors = runChunks(job, context, scope, chunks);
    inJobTransaction(scope, mode, () => job.finish(context));
    noteJob(scope.org, jobId, { NumberOfErrors: errors });
}

/** A chunk that fails is undone and counted; the others go on. Without Stateful each starts anew. */
function runChunks(
    job: Batchable,
    context: BatchableContext,
    scope: JobScope,
    chunks: readonly ApexList[]
): number {
    const isStateful = hasInterface(job, 'Database.Stateful');
    let errors = 0;
    chunks.forEach((chunk, index) => {
        const instance = isStateful ? job : snapshot(job);
        try {
            inJobTransaction(scope, batchMode(job), () => instance.execute(context, chunk));
        } catch (error) {
            const failure = asApexException(error);
            if (currentExecution()?.test) throw failure;
            errors += 1;
            noteJob(scope.org, context.getJobId(), {
                ExtendedStatus: failure.getMessage().slice(0, 255)
            });
        }
        noteJob(scope.org, context.getJobId(), { JobItemsProcessed: index + 1 });
    });
    return errors;
}

function chunksOf(source: unknown, size: number): ApexList[] {
    const isLocator = source instanceof QueryLocator;
    const items = [...iterate(isLocator ? source.records : source)];
    const element = elementType(source);
    const width = isLocator ? Math.min(size, MAX_SCOPE) : size;
    const count = Math.ceil(items.length / width);
    return Array.from({ length: count }, (_, index) => {
        return new ApexList(element, items.slice(index * width, (index + 1) * width));
    });
}

function elementType(source: unknown): RuntimeType {
    if (source instanceof QueryLocator) {
        return source.records.element;
    }
    return source instanceof ApexList ? source.element : types.Object;
}

function requireOneChunkInTest(chunks: readonly unknown[]): void {
    if (currentExecution()?.test && chunks.length > 1) {
        throw systemException(
            'UnexpectedException',
            'No more than one executeBatch can be called from within a test method. Please make ' +
                'sure the iterable returned from your start method matches the batch size, ' +
                'resulting in one executeBatch invocation.'
        );
    }
}
