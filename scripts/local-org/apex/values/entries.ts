import { contentKey, hasEquals, hasHashCode, hashOf, isStructural, keyEquals } from './equality.ts';
import { systemException } from './exception.ts';

export interface Entry {
    readonly key: unknown;
    value: unknown;
}

/**
 * The storage of sets and maps: entries by Apex key equality, in order of insertion. A map and its
 * key set share one.
 */
export class Entries {
    private readonly slots = new Map<unknown, Entry>();
    /** For keys whose equality is code: the keys in use, by hash. */
    private readonly representatives = new Map<number, unknown[]>();
    private iterations = 0;

    get size(): number {
        return this.slots.size;
    }

    find(key: unknown): Entry | undefined {
        return this.slots.get(this.slotOf(key));
    }

    /** Adds or replaces; returns the value before, undefined when there was none. */
    put(key: unknown, value: unknown): unknown {
        const slot = this.slotOf(key);
        const entry = this.slots.get(slot);
        if (entry) {
            const before = entry.value;
            entry.value = value;
            return before;
        }
        this.requireNoIteration();
        this.slots.set(slot, { key, value });
        this.remember(slot, key);
        return undefined;
    }

    remove(key: unknown): Entry | undefined {
        const slot = this.slotOf(key);
        const entry = this.slots.get(slot);
        if (entry) {
            this.requireNoIteration();
            this.slots.delete(slot);
            this.forget(slot);
        }
        return entry;
    }

    clear(): void {
        this.requireNoIteration();
        this.slots.clear();
        this.representatives.clear();
    }

    /** Every entry; while the loop runs, adding and removing is an Apex error. */
    *[Symbol.iterator](): IterableIterator<Entry> {
        this.iterations += 1;
        try {
            yield* this.slots.values();
        } finally {
            this.iterations -= 1;
        }
    }

    snapshot(): Entry[] {
        return [...this.slots.values()];
    }

    private slotOf(key: unknown): unknown {
        if (typeof key === 'string') {
            return key;
        }
        if (typeof key !== 'object' || key === null) {
            return typeof key === 'bigint' ? `\0l${key}` : key;
        }
        const content = contentKey(key);
        return content === null ? this.objectSlot(key) : `\0${content}`;
    }

    private objectSlot(key: object): unknown {
        if (!comparesByCode(key)) {
            return key;
        }
        const candidates = this.representatives.get(hashOf(key)) ?? [];
        return candidates.find((candidate) => keyEquals(key, candidate)) ?? key;
    }

    private remember(slot: unknown, key: unknown): void {
        if (slot === key && comparesByCode(key)) {
            const hash = hashOf(key);
            this.representatives.set(hash, [...(this.representatives.get(hash) ?? []), key]);
        }
    }

    private forget(slot: unknown): void {
        if (comparesByCode(slot)) {
            const hash = hashOf(slot);
            const others = (this.representatives.get(hash) ?? []).filter((key) => key !== slot);
            this.representatives.set(hash, others);
        }
    }

    private requireNoIteration(): void {
        if (this.iterations > 0) {
            throw modifiedWhileIterated();
        }
    }
}

export function modifiedWhileIterated(): Error {
    return systemException(
        'FinalException',
        'Cannot modify a collection while it is being iterated.'
    );
}

function comparesByCode(key: unknown): boolean {
    return isStructural(key) || (hasEquals(key) && hasHashCode(key));
}
