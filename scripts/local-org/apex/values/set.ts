import { elementOf } from './elements.ts';
import { Entries } from './entries.ts';
import { hashOf } from './equality.ts';
import type { Structural } from './equality.ts';
import { nullPointer } from './exception.ts';
import { ApexIterator } from './iterator.ts';
import { setOf } from './runtimeType.ts';
import type { RuntimeType } from './runtimeType.ts';
import { describeAll } from './toString.ts';

/** System.Set. Walked in order of insertion, which is what the platform does too. */
export class ApexSet implements Structural {
    readonly element: RuntimeType;
    private readonly entries: Entries;

    /** `entries` is given only by a map, whose keys the set then shows. */
    constructor(element: RuntimeType, items: Iterable<unknown> = [], entries = new Entries()) {
        this.element = element;
        this.entries = entries;
        for (const item of items) {
            this.add(item);
        }
    }

    /** `new Set<T>()`, `(set)`, `(list)`. */
    static create(element: RuntimeType, source?: Iterable<unknown> | null): ApexSet {
        if (source === null) {
            throw nullPointer();
        }
        return new ApexSet(element, source);
    }

    get $type(): RuntimeType {
        return setOf(this.element);
    }

    /** True when the set has changed. */
    add(item: unknown): boolean {
        const key = elementOf(item, this.element);
        const isNew = this.entries.find(key) === undefined;
        if (isNew) {
            this.entries.put(key, true);
        }
        return isNew;
    }

    addAll(source: Iterable<unknown> | null): boolean {
        return this.changeAll(source, (item) => this.add(item));
    }

    remove(item: unknown): boolean {
        return this.entries.remove(elementOf(item, this.element)) !== undefined;
    }

    removeAll(source: Iterable<unknown> | null): boolean {
        return this.changeAll(source, (item) => this.remove(item));
    }

    retainAll(source: Iterable<unknown> | null): boolean {
        const kept = new ApexSet(this.element, required(source));
        const dropped = this.toArray().filter((item) => !kept.contains(item));
        return this.changeAll(dropped, (item) => this.remove(item));
    }

    contains(item: unknown): boolean {
        return this.entries.find(elementOf(item, this.element)) !== undefined;
    }

    containsAll(source: Iterable<unknown> | null): boolean {
        return [...required(source)].every((item) => this.contains(item));
    }

    clear(): void {
        this.entries.clear();
    }

    size(): number {
        return this.entries.size;
    }

    isEmpty(): boolean {
        return this.entries.size === 0;
    }

    clone(): ApexSet {
        return new ApexSet(this.element, this.toArray());
    }

    iterator(): ApexIterator {
        return new ApexIterator(this.element, this.toArray());
    }

    equals(other: unknown): boolean {
        return this.structurallyEquals(other);
    }

    hashCode(): number {
        return this.structuralHash();
    }

    toString(): string {
        return `{${describeAll(this.toArray()).join(', ')}}`;
    }

    toArray(): readonly unknown[] {
        return this.entries.snapshot().map((entry) => entry.key);
    }

    structurallyEquals(other: unknown): boolean {
        return other instanceof ApexSet && other.size() === this.size() && this.containsAll(other);
    }

    structuralHash(): number {
        return this.toArray().reduce<number>((hash, item) => (hash + hashOf(item)) | 0, 0);
    }

    *[Symbol.iterator](): IterableIterator<unknown> {
        for (const entry of this.entries) {
            yield entry.key;
        }
    }

    private changeAll(
        source: Iterable<unknown> | null,
        change: (item: unknown) => boolean
    ): boolean {
        return [...required(source)].filter((item) => change(item)).length > 0;
    }
}

function required(source: Iterable<unknown> | null): Iterable<unknown> {
    if (source === null) {
        throw nullPointer();
    }
    return source;
}
