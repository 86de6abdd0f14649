import type { Clock, JobSink } from '../org/ports.ts';
import type { AsyncJob } from './job.ts';

/** Hears of jobs that ended with an error. */
export type JobFailureListener = (job: AsyncJob, error: unknown) => void;

/** The org's waiting jobs, in order of arrival among those that are due. */
export class JobQueue implements JobSink {
    private readonly clock: Clock;
    private readonly onFailure: JobFailureListener;
    private waiting: AsyncJob[] = [];

    constructor(clock: Clock, onFailure: JobFailureListener) {
        this.clock = clock;
        this.onFailure = onFailure;
    }

    accept(job: AsyncJob): void {
        this.waiting.push(job);
    }

    abort(jobId: string): boolean {
        const before = this.waiting.length;
        this.waiting = this.waiting.filter((job) => job.id !== jobId);
        return this.waiting.length < before;
    }

    /** Runs the first job that is due; false when none is. A failing job doesn't stop the others. */
    runNext(): boolean {
        const now = this.clock.now();
        const job = this.waiting.find((candidate) => candidate.notBefore <= now);
        if (!job) {
            return false;
        }
        this.waiting = this.waiting.filter((candidate) => candidate !== job);
        try {
            job.run();
        } catch (error) {
            this.onFailure(job, error);
        }
        return true;
    }

    /** When the next job is due, in epoch milliseconds; null when none waits. */
    nextDue(): number | null {
        const times = this.waiting.map((job) => job.notBefore);
        return times.length === 0 ? null : Math.min(...times);
    }
}
