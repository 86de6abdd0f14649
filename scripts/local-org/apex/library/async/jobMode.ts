import type { ExecutionOptions } from '../../execution.ts';
import type { LimitSet } from '../limits/ledger.ts';
import { hasInterface } from './interfaces.ts';

/** How the transactions of a kind of job run. */
export type JobMode = Pick<ExecutionOptions, 'quiddity' | 'calloutRefusal'> & {
    readonly limits: LimitSet;
};

const NOT_ENABLED =
    'Callout not allowed from this future method. Please enable callout by annotating the future ' +
    'method. eg: @Future(callout=true)';

/** Scheduled Apex is asynchronous and has the limits of synchronous Apex all the same. */
export const SCHEDULED_APEX: JobMode = {
    quiddity: 'SCHEDULED',
    limits: 'sync',
    calloutRefusal: 'Callout from scheduled Apex not supported.'
};

export const EVENT_TRIGGER: JobMode = {
    quiddity: 'SYNCHRONOUS',
    limits: 'sync',
    calloutRefusal: null
};

export function futureMode(allowsCallouts: boolean): JobMode {
    const calloutRefusal = allowsCallouts ? null : NOT_ENABLED;
    return { quiddity: 'FUTURE', limits: 'future', calloutRefusal };
}

/** Of a queueable or its finalizer. */
export function queueableMode(job: object): JobMode {
    return { quiddity: 'QUEUEABLE', limits: 'async', calloutRefusal: refusalOf(job) };
}

export function batchMode(job: object): JobMode {
    return { quiddity: 'BATCH_APEX', limits: 'batch', calloutRefusal: refusalOf(job) };
}

function refusalOf(job: object): string | null {
    return hasInterface(job, 'Database.AllowsCallouts') ? null : NOT_ENABLED;
}
