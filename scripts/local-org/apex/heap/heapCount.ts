import { ApexBlob } from '../values/blob.ts';
import { ApexException } from '../values/exception.ts';
import { ApexList } from '../values/list.ts';
import { ApexMap } from '../values/map.ts';
import { ApexObject, PlatformObject } from '../values/objects.ts';
import { ApexSet } from '../values/set.ts';
import { ApexSObject } from '../values/sobject.ts';

/** A place in a collection, a record or an object. */
const PLACE = 8;
/** Texts from this length on are told apart by their content. */
export const LONG_TEXT = 1_000;
/** What JavaScript needs of an object and Apex does not know. */
const INTERNAL: ReadonlySet<string> = new Set(['$type', 'frames']);

/**
 * Counts the bytes that values take of the heap with all that they lead to, each object once: for a
 * text as many as it has UTF-16 units, and for a blob its own, as `Limits.getHeapSize()` has been seen
 * to answer; and 8 for each place in a collection, a record or an object that is not empty, which is
 * what an Integer has been seen to take. What the platform adds to each object is not known.
 *
 * Long texts of the same content count as often as the transaction has made one, if that many are
 * held; short ones wherever they are held.
 * https://newbedev.com/how-is-heap-size-calculated
 * https://gist.github.com/brianmfear/dd5f9569b9a3644a803c309223fc6cc7
 */
export class HeapCount {
    bytes = 0;
    /** How many values were looked at. */
    values = 0;
    /** Wherever they are held. */
    readonly longTexts: string[] = [];
    private readonly copies: ReadonlyMap<string, number>;
    private readonly seen = new Set<object>();
    private readonly counted = new Map<string, number>();

    /** @param copies how many of a long text there are, where it is more than one */
    constructor(copies: ReadonlyMap<string, number> = new Map()) {
        this.copies = copies;
    }

    add(...roots: readonly unknown[]): this {
        const waiting = [...roots];
        while (waiting.length > 0) {
            for (const part of this.count(waiting.pop())) waiting.push(part);
        }
        return this;
    }

    /** Counts a value alone, and gives what it leads to. */
    private count(value: unknown): readonly unknown[] {
        this.values += 1;
        if (typeof value === 'string') {
            this.countText(value);
        }
        if (typeof value !== 'object' || value === null || this.seen.has(value)) {
            return [];
        }
        this.seen.add(value);
        this.bytes += value instanceof ApexBlob ? value.bytes.length : 0;
        const parts = partsOf(value).filter((part) => part !== null && part !== undefined);
        this.bytes += parts.length * PLACE;
        return parts;
    }

    private countText(text: string): void {
        if (text.length < LONG_TEXT) {
            this.bytes += text.length;
            return;
        }
        this.longTexts.push(text);
        const counted = this.counted.get(text) ?? 0;
        if (counted < (this.copies.get(text) ?? 1)) {
            this.bytes += text.length;
            this.counted.set(text, counted + 1);
        }
    }
}

function partsOf(value: object): readonly unknown[] {
    if (value instanceof ApexList || value instanceof ApexSet) {
        return value.toArray();
    }
    if (value instanceof ApexMap) {
        return value.pairs().flat();
    }
    if (value instanceof ApexSObject) {
        return value.fieldNames().map((name) => value.storedValue(name));
    }
    return Array.isArray(value) ? value : membersOf(value);
}

/** Of a date, a token of the schema and the like none: all that they are is in their place. */
function membersOf(value: object): readonly unknown[] {
    const hasMembers =
        value instanceof ApexObject ||
        value instanceof PlatformObject ||
        value instanceof ApexException;
    return hasMembers
        ? Object.entries(value).flatMap(([name, part]) => (INTERNAL.has(name) ? [] : [part]))
        : [];
}
