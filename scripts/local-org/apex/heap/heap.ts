import type { Execution } from '../execution.ts';
import { HeapCount } from './heapCount.ts';

/** The variables of a running method that weigh, its object among them. */
export type Variables = () => readonly unknown[];

/** Bytes from the sources of large values after which a small heap is looked at. */
const GROWTH = 10_000;
/** Calls of methods after which it is looked at. */
const CALLS = 1_000;

/**
 * The heap of one transaction: what its running methods, the static variables of its classes and its
 * trigger hold, and the large value that is just being made. It is looked at when callouts, JSON,
 * queries, blobs and methods of String have made as much as may have grown it by a tenth, and once in
 * some thousand calls and rounds of loops. What is then over the limit ends the transaction, as on
 * the platform.
 *
 * A variable counts until its method ends, though its block may have ended before. Not counted are
 * values between two calls of one expression, jobs that wait, and what the platform itself keeps; what
 * `+` makes of texts is counted at the next look.
 */
export class Heap {
    private readonly owner: Execution;
    private readonly frames: Variables[] = [];
    /** How many of a long text were made. */
    private readonly copies = new Map<string, number>();
    private grown = 0;
    private growthToCheck = GROWTH;
    private calls = 0;
    private callsToCheck = CALLS;
    private isNoticing = true;

    constructor(owner: Execution) {
        this.owner = owner;
    }

    enter(variables: Variables): void {
        this.calls += 1;
        if (this.calls > this.callsToCheck) {
            this.check();
        }
        this.frames.push(variables);
    }

    leave(): void {
        this.frames.pop();
    }

    /** Does work that makes large values which nobody comes to hold. */
    unnoticed<T>(work: () => T): T {
        const before = this.isNoticing;
        this.isNoticing = false;
        try {
            return work();
        } finally {
            this.isNoticing = before;
        }
    }

    /** Notes a value that was made with all that it leads to. */
    made(value: unknown): void {
        if (!this.isNoticing) {
            return;
        }
        const count = new HeapCount().add(value);
        for (const text of count.longTexts) {
            this.copies.set(text, (this.copies.get(text) ?? 0) + 1);
        }
        this.grown += count.bytes;
        if (this.grown > this.growthToCheck) {
            this.check(value);
        }
    }

    /**
     * Looks at the heap.
     * @param beside a value that no variable holds yet
     * @throws LimitException when too much is held
     */
    check(beside: unknown = null): void {
        const count = this.count(beside);
        this.forgetCopies(new Set(count.longTexts));
        this.grown = 0;
        this.growthToCheck = GROWTH + count.bytes / 10;
        this.calls = 0;
        this.callsToCheck = CALLS + count.values;
        this.owner.limits.measure('heapSize', count.bytes);
    }

    /** Bytes that are held now. */
    size(): number {
        return this.count(null).bytes;
    }

    private count(beside: unknown): HeapCount {
        const { trigger, statics } = this.owner;
        const count = new HeapCount(this.copies);
        count.add(beside, trigger?.newRecords, trigger?.oldRecords);
        this.frames.forEach((variables) => count.add(...variables()));
        statics.forEach((state) => count.add(...Object.values(state as object)));
        return count;
    }

    private forgetCopies(held: ReadonlySet<string>): void {
        for (const text of this.copies.keys()) {
            if (!held.has(text)) {
                this.copies.delete(text);
            }
        }
    }
}
