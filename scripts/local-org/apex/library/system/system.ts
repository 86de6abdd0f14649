import { execution } from '../../execution.ts';
import { hashOf, keyEquals } from '../../values/equality.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import type { EnumConstant } from '../../values/runtimeType.ts';
import { ApexDatetime } from '../../values/temporal.ts';
import { describeValue } from '../../values/toString.ts';
import { attachFinalizer, enqueueJob } from '../async/queueable.ts';
import { schedule, scheduleBatch } from '../async/schedule.ts';
import { LOG_LEVELS } from '../org/debugLog.ts';
import type { LogLevel } from '../org/debugLog.ts';
import { currentPage } from '../pages/current.ts';
import { platformConstant } from '../platform/enums.ts';
import { today } from '../primitives/date.ts';
import { platformClass } from '../registry.ts';
import { assertEqual, assertNotEqual, assertTrue } from './assert.ts';

/** `System.debug(value)` or `(level, value)`. */
function debug(...args: readonly unknown[]): void {
    const [first, second] = args;
    const current = execution();

    current.log.write({
        at: current.org.clock.now(),
        category: 'USER_DEBUG',
        level: args.length === 2 ? levelOf(first) : 'DEBUG',
        line: current.callStack()[0]?.line ?? null,
        text: describeValue(args.length === 2 ? second : first)
    });
}

function levelOf(level: unknown): LogLevel {
    const name = String(level).toUpperCase();
    return LOG_LEVELS.find((known) => known === name) ?? 'DEBUG';
}

/** Ends a waiting job; its AsyncApexJob or CronTrigger shows it. */
function abortJob(jobId: string): void {
    const { org, test } = execution();
    org.jobs.abort(jobId);
    if (test) {
        const index = test.jobs.findIndex((job) => job.id === jobId);
        test.jobs.splice(index === -1 ? test.jobs.length : index, 1);
    }
    if (jobId.startsWith('08e')) {
        org.setupRows.delete('CronTrigger', jobId);
    } else {
        org.setupRows.update('AsyncApexJob', jobId, { Status: 'Aborted' });
    }
}

const isRunning =
    (...quiddities: readonly string[]) =>
    (): boolean =>
        quiddities.includes(execution().quiddity);

const REQUEST = platformType('System.Request');

/** System.Request. */
class CurrentRequest extends PlatformObject {
    readonly $type = REQUEST;

    getQuiddity(): EnumConstant {
        return platformConstant('System.Quiddity', execution().quiddity);
    }

    getRequestId(): string {
        return execution().requestId;
    }
}

platformClass('System.Request', {
    class: CurrentRequest,
    type: REQUEST,
    statics: { getCurrent: () => new CurrentRequest() }
});

platformClass('System.System', {
    statics: {
        abortJob,
        Assert: assertTrue,
        assert: assertTrue,
        assertEquals: assertEqual,
        assertNotEquals: assertNotEqual,
        attachFinalizer,
        currentPageReference: currentPage,
        currentTimeMillis: () => BigInt(execution().org.clock.now()),
        debug,
        enqueueJob,
        equals: (a: unknown, b: unknown) => keyEquals(a, b),
        getApplicationReadWriteMode: () =>
            platformConstant('System.ApplicationReadWriteMode', 'DEFAULT'),
        hashCode: (value: unknown) => hashOf(value),
        isBatch: isRunning('BATCH_APEX'),
        isFuture: isRunning('FUTURE'),
        isQueueable: isRunning('QUEUEABLE'),
        isScheduled: isRunning('SCHEDULED'),
        now: () => new ApexDatetime(execution().org.clock.now()),
        schedule,
        scheduleBatch,
        today
    }
});
