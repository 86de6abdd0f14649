import type { Clock } from './clock.ts';

interface Task {
    readonly due: number;
    readonly order: number;
    readonly run: () => void;
}

/** Work that falls due at a time of the account's clock: jobs, indexing, webhook retries. */
export class Scheduler {
    private readonly clock: Clock;
    private tasks: Task[] = [];
    private order = 0;
    private readonly inFlight = new Set<Promise<void>>();

    constructor(clock: Clock) {
        this.clock = clock;
    }

    after(milliseconds: number, run: () => void): void {
        this.order += 1;
        this.tasks.push({ due: this.clock.now() + milliseconds, order: this.order, run });
    }

    /** Runs what is due, oldest first, including what that work makes due. */
    runDue(): void {
        for (let task = this.takeDue(); task !== null; task = this.takeDue()) {
            task.run();
        }
    }

    /** Keeps hold of work outside the process (a webhook delivery) so that `idle` can wait. */
    track(work: Promise<void>): void {
        this.inFlight.add(work);
        void work.finally(() => this.inFlight.delete(work));
    }

    /** Resolves when nothing is due and nothing is on its way. */
    async idle(): Promise<void> {
        this.runDue();
        while (this.inFlight.size > 0) {
            await Promise.all(this.inFlight);
            this.runDue();
        }
    }

    clear(): void {
        this.tasks = [];
    }

    private takeDue(): Task | null {
        const now = this.clock.now();
        const due = this.tasks.filter((task) => task.due <= now);
        if (due.length === 0) {
            return null;
        }
        const first = due.reduce((a, b) =>
            b.due < a.due || (b.due === a.due && b.order < a.order) ? b : a
        );
        this.tasks = this.tasks.filter((task) => task !== first);
        return first;
    }
}
