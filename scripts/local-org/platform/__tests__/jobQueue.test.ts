import { expect, test } from '@jest/globals';

import type { AsyncJob } from '../../apex/library/async/job.ts';
import { createJobQueue, type JobQueue } from '../jobs/jobQueue.ts';

const ran: string[] = [];
const failed: string[] = [];

function makeQueue(): JobQueue {
    ran.length = 0;
    failed.length = 0;
    return createJobQueue((job) => failed.push(String(job.id)));
}

function job(id: string, notBefore: number, run: () => void = () => ran.push(id)): AsyncJob {
    return { id, kind: 'Queueable', description: id, userId: 'u', notBefore, run };
}

test('due jobs run in the order of their times, then of their coming', () => {
    const queue = makeQueue();
    [job('c', 20), job('a', 10), job('b', 10), job('later', 99)].forEach(queue.accept);
    expect(queue.runDue(50)).toBe(3);
    expect(ran).toEqual(['a', 'b', 'c']);
    expect(queue.nextDue()).toBe(99);
});

test('a job that a job adds runs in the same round when it is due', () => {
    const queue = makeQueue();
    queue.accept(job('first', 0, () => queue.accept(job('second', 0))));
    expect(queue.runDue(0)).toBe(2);
    expect(ran).toEqual(['second']);
});

test('a job that throws is told, and the next one runs', () => {
    const queue = makeQueue();
    queue.accept(
        job('bad', 0, () => {
            throw new Error('no');
        })
    );
    queue.accept(job('good', 0));
    queue.runDue(0);
    expect(failed).toEqual(['bad']);
    expect(ran).toEqual(['good']);
});

test('a waiting job can be aborted, a finished one cannot', () => {
    const queue = makeQueue();
    queue.accept(job('a', 10));
    expect(queue.abort('a')).toBe(true);
    expect(queue.abort('a')).toBe(false);
    expect(queue.waiting).toBe(0);
});
