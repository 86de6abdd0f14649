import { compareForSort } from './compare.ts';
import { deepCloneSObject } from './copy.ts';
import { elementOf } from './elements.ts';
import { hashOf, keyEquals } from './equality.ts';
import type { Structural } from './equality.ts';
import { modifiedWhileIterated } from './entries.ts';
import { nullPointer, systemException } from './exception.ts';
import { library } from './lateBound.ts';
import { ApexIterator } from './iterator.ts';
import { listOf } from './runtimeType.ts';
import type { RuntimeType } from './runtimeType.ts';
import { ApexSObject } from './sobject.ts';
import { describeAll } from './toString.ts';

export interface Comparator {
    compare(a: unknown, b: unknown): number;
}

/** System.List. */
export class ApexList implements Structural {
    readonly element: RuntimeType;
    private readonly items: unknown[];
    private iterations = 0;

    constructor(element: RuntimeType, items: Iterable<unknown> = []) {
        this.element = element;
        this.items = Array.from(items, (item) => elementOf(item, element));
    }

    /** `new List<T>()`, `(n)`, `(list)`, `(set)`. A size makes that many nulls. */
    static create(element: RuntimeType, source?: number | Iterable<unknown> | null): ApexList {
        if (source === null) {
            throw nullPointer();
        }
        if (typeof source === 'number') {
            return new ApexList(
                element,
                Array.from({ length: source }, () => null)
            );
        }
        return new ApexList(element, source);
    }

    get $type(): RuntimeType {
        return listOf(this.element);
    }

    /** `add(element)` or `add(index, element)`. */
    add(...args: [unknown] | [number, unknown]): void {
        this.requireNoIteration();
        if (args.length === 1) {
            this.items.push(elementOf(args[0], this.element));
            return;
        }
        const [index, item] = args;
        if (index < 0 || index > this.items.length) {
            throw outOfBounds(index);
        }
        this.items.splice(index, 0, elementOf(item, this.element));
    }

    addAll(source: Iterable<unknown> | null): void {
        if (source === null) {
            throw nullPointer();
        }
        this.requireNoIteration();
        this.items.push(...Array.from(source, (item) => elementOf(item, this.element)));
    }

    get(index: number): unknown {
        return this.items[this.checked(index)] ?? null;
    }

    set(index: number, item: unknown): void {
        this.items[this.checked(index)] = elementOf(item, this.element);
    }

    remove(index: number): unknown {
        this.requireNoIteration();
        return this.items.splice(this.checked(index), 1)[0];
    }

    clear(): void {
        this.requireNoIteration();
        this.items.length = 0;
    }

    size(): number {
        return this.items.length;
    }

    isEmpty(): boolean {
        return this.items.length === 0;
    }

    contains(item: unknown): boolean {
        return this.indexOf(item) >= 0;
    }

    indexOf(item: unknown): number {
        return this.items.findIndex((candidate) => keyEquals(candidate, item));
    }

    /** Natural order, or that of a Comparator; stable. */
    sort(comparator?: Comparator | null): void {
        if (comparator === null) {
            throw nullPointer();
        }
        const compare = comparator
            ? (a: unknown, b: unknown) => Number(comparator.compare(a, b))
            : compareForSort;
        this.items.sort(compare);
    }

    clone(): ApexList {
        return new ApexList(this.element, this.items);
    }

    /** SObjects are copied; ids, audit fields and autonumbers only when asked for. */
    deepClone(preserveId = false, preserveAudit = false, preserveAutonumber = false): ApexList {
        const copies = this.items.map((item) =>
            item instanceof ApexSObject
                ? deepCloneSObject(item, { preserveId, preserveAudit, preserveAutonumber })
                : item
        );
        return new ApexList(this.element, copies);
    }

    /** The object of a list of records; null for other lists. */
    getSObjectType(): unknown {
        const isKnown = this.element.kind === 'sobject' && this.element.name !== 'SObject';
        return isKnown ? library().sobjectType(this.element.name) : null;
    }

    iterator(): ApexIterator {
        return new ApexIterator(this.element, this);
    }

    equals(other: unknown): boolean {
        return this.structurallyEquals(other);
    }

    hashCode(): number {
        return this.structuralHash();
    }

    toString(): string {
        return `(${describeAll(this.items).join(', ')})`;
    }

    toArray(): readonly unknown[] {
        return this.items;
    }

    structurallyEquals(other: unknown): boolean {
        return (
            other instanceof ApexList &&
            other.items.length === this.items.length &&
            this.items.every((item, index) => keyEquals(item, other.items[index]))
        );
    }

    structuralHash(): number {
        return this.items.reduce<number>(
            (hash, item) => (Math.imul(31, hash) + hashOf(item)) | 0,
            1
        );
    }

    /** What a `for` loop walks: changing the list meanwhile is an Apex error. */
    *[Symbol.iterator](): IterableIterator<unknown> {
        this.iterations += 1;
        try {
            yield* this.items;
        } finally {
            this.iterations -= 1;
        }
    }

    private checked(index: number): number {
        if (index === null) {
            throw nullPointer();
        }
        if (index < 0 || index >= this.items.length) {
            throw outOfBounds(index);
        }
        return index;
    }

    private requireNoIteration(): void {
        if (this.iterations > 0) {
            throw modifiedWhileIterated();
        }
    }
}

function outOfBounds(index: number): Error {
    return systemException('ListException', `List index out of bounds: ${index}`);
}
