import { parseSoql } from '../../../data/soql/parse.ts';
import { currentExecution, execution } from '../../execution.ts';
import { nullPointer, systemException } from '../../values/exception.ts';
import type { Org } from '../org/ports.ts';
import { executeBatch } from './batch.ts';
import { SchedulableContext } from './contexts.ts';
import { nextTime } from './cron.ts';
import { hasInterface } from './interfaces.ts';
import type { AsyncJob } from './job.ts';
import { snapshot } from './snapshot.ts';
import { SCHEDULED_APEX } from './jobMode.ts';
import { inJobTransaction, queueJob } from './submit.ts';
import type { JobScope } from './submit.ts';

const MAX_JOBS = 100;

interface Schedulable {
    execute(context: SchedulableContext): void;
}

interface Timetable {
    readonly triggerId: string;
    readonly name: string;
    /** Null for a job that runs once. */
    readonly cron: string | null;
    readonly zone: string;
    readonly scope: JobScope;
    readonly job: Schedulable;
}

const SCHEDULED = parseSoql(
    "SELECT Id, CronJobDetail.Name FROM CronTrigger WHERE State = 'WAITING'"
);

/** `System.schedule(name, cron, job)`: the id of the CronTrigger. */
export function schedule(name: string | null, cron: string | null, job: unknown): string {
    if (name === null || cron === null || typeof job !== 'object' || job === null) {
        throw nullPointer();
    }
    if (!hasInterface(job, 'Schedulable')) {
        throw systemException('AsyncException', 'The job must implement System.Schedulable');
    }
    const { org, user } = execution();
    const first = nextTime(cron, org.clock.now(), user.timeZone);
    if (first === null) {
        throw systemException(
            'AsyncException',
            'Based on configured schedule, the given trigger will never fire.'
        );
    }
    return start(name, cron, first, snapshot(job) as Schedulable);
}

/** `System.scheduleBatch(job, name, minutesFromNow, scope)`. */
export function scheduleBatch(
    job: unknown,
    name: string | null,
    minutes: number,
    scopeSize?: number
): string {
    if (name === null) {
        throw nullPointer();
    }
    const copy = snapshot(job);
    const once: Schedulable = { execute: () => void executeBatch(copy, scopeSize) };
    return start(name, null, execution().org.clock.now() + minutes * 60_000, once);
}

function start(name: string, cron: string | null, first: number, job: Schedulable): string {
    const current = execution();
    const { org, user } = current;
    refuseTaken(org, user.id, name);
    const detailId = org.setupRows.insert('CronJobDetail', { Name: name, JobType: '7' });
    const triggerId = org.setupRows.insert('CronTrigger', {
        CronJobDetailId: detailId,
        CronExpression: cron,
        State: 'WAITING',
        TimesTriggered: 0,
        NextFireTime: isoOf(first),
        StartTime: isoOf(org.clock.now()),
        OwnerId: user.id,
        TimeZoneSidKey: user.timeZone
    });
    const scope = { org, userId: user.id };
    const timetable = { triggerId, name, cron, zone: user.timeZone, scope, job };
    queueJob(current, jobAt(timetable, first, 1));
    return triggerId;
}

function refuseTaken(org: Org, userId: string, name: string): void {
    const context = { userId, mode: 'system', sharing: false } as const;
    const { rows } = org.database.query(SCHEDULED, {}, context);
    const names = rows.map(({ values }) => {
        const detail = values['CronJobDetail'];
        return typeof detail === 'object' && detail !== null && 'values' in detail
            ? detail.values['Name']
            : null;
    });
    if (names.includes(name)) {
        throw systemException(
            'AsyncException',
            `The Apex job named "${name}" is already scheduled for execution.`
        );
    }
    if (rows.length >= MAX_JOBS) {
        throw systemException(
            'AsyncException',
            'You have exceeded the maximum number (100) of Apex scheduled jobs.'
        );
    }
}

function jobAt(timetable: Timetable, at: number, count: number): AsyncJob {
    return {
        id: timetable.triggerId,
        kind: 'ScheduledApex',
        description: timetable.name,
        userId: timetable.scope.userId,
        notBefore: at,
        run: () => fire(timetable, at, count)
    };
}

/** Runs once and, outside of tests, waits for the next time. */
function fire(timetable: Timetable, at: number, count: number): void {
    const { scope, triggerId, cron, zone } = timetable;
    const { org } = scope;
    const next = cron === null ? null : nextTime(cron, at, zone);
    org.setupRows.update('CronTrigger', triggerId, {
        TimesTriggered: count,
        PreviousFireTime: isoOf(at),
        NextFireTime: next === null ? null : isoOf(next),
        State: next === null ? 'COMPLETE' : 'WAITING'
    });
    try {
        const instance = snapshot(timetable.job);
        inJobTransaction(scope, SCHEDULED_APEX, () => {
            instance.execute(new SchedulableContext(triggerId));
        });
    } finally {
        if (next !== null && !currentExecution()?.test)
            org.jobs.accept(jobAt(timetable, next, count + 1));
    }
}

function isoOf(epochMs: number): string {
    return new Date(epochMs).toISOString();
}
