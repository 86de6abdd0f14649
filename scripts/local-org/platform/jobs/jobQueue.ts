import type { AsyncJob } from '../../apex/library/async/job.ts';
import type { JobSink } from '../../apex/library/org/ports.ts';

/**
 * Jobs that wait for their turn. They live as long as the process: what Apex enqueued is a closure
 * over compiled code, so an org that restarts starts without jobs.
 */
export interface JobQueue extends JobSink {
    /** Runs the jobs that are due, with those they add, in the order of their times; gives their number. */
    runDue(now: number): number;
    /** When the next job is due, epoch milliseconds; null when none waits. */
    nextDue(): number | null;
    readonly waiting: number;
}

/** `onFailure` hears of a job that threw; the ones after it still run. */
export function createJobQueue(onFailure: (job: AsyncJob, error: unknown) => void): JobQueue {
    let jobs: readonly AsyncJob[] = [];
    const takeDue = (now: number): AsyncJob | undefined => {
        const due = first(jobs);
        if (!due || due.notBefore > now) {
            return undefined;
        }
        jobs = jobs.filter((job) => job !== due);
        return due;
    };
    return {
        accept: (job) => void (jobs = [...jobs, job]),
        abort(jobId) {
            const before = jobs.length;
            jobs = jobs.filter((job) => job.id !== jobId);
            return jobs.length < before;
        },
        runDue(now) {
            let count = 0;
            for (let job = takeDue(now); job; job = takeDue(now)) {
                count += 1;
                runOne(job, onFailure);
            }
            return count;
        },
        nextDue: () => first(jobs)?.notBefore ?? null,
        get waiting() {
            return jobs.length;
        }
    };
}

/** The earliest; of those with one time, the one that came first. */
function first(jobs: readonly AsyncJob[]): AsyncJob | undefined {
    return jobs.reduce<AsyncJob | undefined>(
        (best, job) => (best && best.notBefore <= job.notBefore ? best : job),
        undefined
    );
}

function runOne(job: AsyncJob, onFailure: (job: AsyncJob, error: unknown) => void): void {
    try {
        job.run();
    } catch (error) {
        onFailure(job, error);
    }
}
