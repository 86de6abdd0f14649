import { execution } from '../../execution.ts';
import { nullPointer, systemException } from '../../values/exception.ts';
import type { ApexException } from '../../values/exception.ts';
import { typeOf } from '../../values/typeOf.ts';
import { asApexException } from '../org/errors.ts';
import { platformClass } from '../registry.ts';
import { FinalizerContext, QueueableContext } from './contexts.ts';
import { hasInterface } from './interfaces.ts';
import { queueableMode } from './jobMode.ts';
import { AsyncOptions } from './options.ts';
import { snapshot } from './snapshot.ts';
import { inJobTransaction, submitJob } from './submit.ts';
import type { JobScope } from './submit.ts';

const MINUTE_MS = 60_000;
const MAX_DELAY_MINUTES = 10;

interface Queueable {
    execute(context: QueueableContext): void;
}

interface Finalizer {
    execute(context: FinalizerContext): void;
}

/** What a running queueable knows of its chain. */
interface Chain {
    readonly depth: number;
    readonly maximumDepth: number | null;
    readonly delayMinutes: number;
}

const NO_CHAIN: Chain = { depth: 0, maximumDepth: null, delayMinutes: 0 };

function chain(): Chain {
    const running = execution().slots.get('queueable');
    return (running as Chain | undefined) ?? NO_CHAIN;
}

/** `System.enqueueJob(job)`, with a delay in minutes or AsyncOptions. */
export function enqueueJob(job: unknown, options: number | AsyncOptions | null = null): string {
    if (typeof job !== 'object' || job === null) {
        throw nullPointer();
    }
    if (!hasInterface(job, 'Queueable')) {
        throw systemException('AsyncException', 'The job must implement System.Queueable');
    }
    execution().limits.use('queueableJobs');
    const next = nextInChain(options);
    const className = typeOf(job).name;
    refuseDuplicate(className, options);
    const copy = snapshot(job) as Queueable;
    return submitJob({
        kind: 'Queueable',
        className,
        methodName: null,
        delayMs: next.delayMinutes * MINUTE_MS,
        run: (jobId, scope) => runQueueable(copy, jobId, scope, next)
    });
}

function nextInChain(options: number | AsyncOptions | null): Chain {
    const parent = chain();
    const given = options instanceof AsyncOptions ? options : null;
    const delay = typeof options === 'number' ? options : given?.MinimumQueueableDelayInMinutes;
    if (delay !== null && delay !== undefined && (delay < 0 || delay > MAX_DELAY_MINUTES)) {
        throw systemException(
            'IllegalArgumentException',
            `Delay must be between 0 and ${MAX_DELAY_MINUTES} minutes`
        );
    }
    const maximumDepth = given?.MaximumQueueableStackDepth ?? parent.maximumDepth;
    if (maximumDepth !== null && parent.depth + 1 > maximumDepth) {
        throw systemException(
            'AsyncException',
            `Maximum stack depth has been reached. Maximum stack depth: ${maximumDepth}`
        );
    }
    return { depth: parent.depth + 1, maximumDepth, delayMinutes: delay ?? 0 };
}

function refuseDuplicate(className: string, options: number | AsyncOptions | null): void {
    if (!(options instanceof AsyncOptions) || !options.DuplicateSignature) {
        return;
    }
    const signatures = execution().slot('queueableSignatures', () => new Set<string>());
    const signature = `${className}:${options.DuplicateSignature.toString()}`;
    if (signatures.has(signature)) {
        throw systemException(
            'DuplicateMessageException',
            'Attempt to enqueue job with duplicate queueable signature'
        );
    }
    signatures.add(signature);
}

function runQueueable(job: Queueable, jobId: string, scope: JobScope, position: Chain): void {
    let finalizer: Finalizer | null = null;
    let failure: ApexException | null = null;
    try {
        inJobTransaction(scope, queueableMode(job), () => {
            try {
                inChain(position, () => job.execute(new QueueableContext(jobId)));
            } finally {
                finalizer = takeFinalizer();
            }
        });
    } catch (error) {
        failure = asApexException(error);
    }
    runFinalizer(finalizer, jobId, scope, failure);
    if (failure) {
        throw failure;
    }
}

function inChain(position: Chain, work: () => void): void {
    const { slots } = execution();
    const before = slots.get('queueable');
    slots.set('queueable', position);
    try {
        work();
    } finally {
        slots.set('queueable', before);
    }
}

/** A finalizer runs after its job in a transaction of its own, however the job ended. */
function runFinalizer(
    finalizer: Finalizer | null,
    jobId: string,
    scope: JobScope,
    failure: ApexException | null
): void {
    if (finalizer === null) {
        return;
    }
    const { execute } = finalizer as Finalizer;
    inJobTransaction(scope, queueableMode(finalizer), () => {
        const context = new FinalizerContext(jobId, execution().requestId, failure);
        execute.call(finalizer, context);
    });
}

/** `System.attachFinalizer`: once per running queueable. */
export function attachFinalizer(finalizer: Finalizer): void {
    const { slots, quiddity } = execution();
    if (quiddity !== 'QUEUEABLE') {
        throw systemException(
            'AsyncException',
            'System.attachFinalizer() can be called only in a Queueable'
        );
    }
    if (slots.get('finalizer')) {
        throw systemException(
            'AsyncException',
            'System.attachFinalizer() can be called only once in a Queueable'
        );
    }
    slots.set('finalizer', finalizer);
}

function takeFinalizer(): Finalizer | null {
    const { slots } = execution();
    const finalizer = slots.get('finalizer');
    slots.delete('finalizer');
    return (finalizer as Finalizer | undefined) ?? null;
}

platformClass('System.AsyncInfo', {
    statics: {
        getCurrentQueueableStackDepth: () => chain().depth,
        getMaximumQueueableStackDepth: () => chain().maximumDepth,
        getMinimumQueueableDelayInMinutes: () => chain().delayMinutes,
        hasMaxStackDepth: () => chain().maximumDepth !== null
    }
});
