import { elementOf } from './elements.ts';
import { deepCloneSObject } from './copy.ts';
import { Entries } from './entries.ts';
import { hashOf, keyEquals } from './equality.ts';
import type { Structural } from './equality.ts';
import { nullPointer, systemException } from './exception.ts';
import { library } from './lateBound.ts';
import { ApexList } from './list.ts';
import { mapOf } from './runtimeType.ts';
import type { RuntimeType } from './runtimeType.ts';
import { ApexSet } from './set.ts';
import { ApexSObject } from './sobject.ts';
import { describeAll } from './toString.ts';

/** System.Map. Text keys mind their case. */
export class ApexMap implements Structural {
    readonly key: RuntimeType;
    readonly value: RuntimeType;
    private readonly entries = new Entries();

    constructor(
        key: RuntimeType,
        value: RuntimeType,
        pairs: Iterable<readonly [unknown, unknown]> = []
    ) {
        this.key = key;
        this.value = value;
        for (const [entryKey, entryValue] of pairs) {
            this.put(entryKey, entryValue);
        }
    }

    /** `new Map<K, V>()`, `(map)`, `(list of records)`. */
    static create(
        key: RuntimeType,
        value: RuntimeType,
        source?: ApexMap | ApexList | null
    ): ApexMap {
        const map = new ApexMap(key, value);
        if (source !== undefined) {
            map.putAll(source);
        }
        return map;
    }

    get $type(): RuntimeType {
        return mapOf(this.key, this.value);
    }

    get(key: unknown): unknown {
        return this.entries.find(this.keyOf(key))?.value ?? null;
    }

    /** The value before, or null. */
    put(key: unknown, value: unknown): unknown {
        return this.entries.put(this.keyOf(key), elementOf(value, this.value)) ?? null;
    }

    /** From another map, or from records, whose ids become the keys. */
    putAll(source: ApexMap | ApexList | null): void {
        if (source === null) {
            throw nullPointer();
        }
        for (const [key, value] of source instanceof ApexMap ? source.pairs() : byId(source)) {
            this.put(key, value);
        }
    }

    remove(key: unknown): unknown {
        return this.entries.remove(this.keyOf(key))?.value ?? null;
    }

    containsKey(key: unknown): boolean {
        return this.entries.find(this.keyOf(key)) !== undefined;
    }

    /** A view: removing a key from it removes the entry of the map. */
    keySet(): ApexSet {
        return new ApexSet(this.key, [], this.entries);
    }

    values(): ApexList {
        return new ApexList(
            this.value,
            this.entries.snapshot().map((entry) => entry.value)
        );
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

    clone(): ApexMap {
        return new ApexMap(this.key, this.value, this.pairs());
    }

    deepClone(): ApexMap {
        const copies = this.pairs().map(
            ([key, value]) =>
                [key, value instanceof ApexSObject ? deepCloneSObject(value) : value] as const
        );
        return new ApexMap(this.key, this.value, copies);
    }

    /** The object of a map to records; null for other maps. */
    getSObjectType(): unknown {
        const isKnown = this.value.kind === 'sobject' && this.value.name !== 'SObject';
        return isKnown ? library().sobjectType(this.value.name) : null;
    }

    equals(other: unknown): boolean {
        return this.structurallyEquals(other);
    }

    hashCode(): number {
        return this.structuralHash();
    }

    toString(): string {
        const keys = describeAll(this.pairs().map(([key]) => key));
        const values = describeAll(this.pairs().map(([, value]) => value));
        const parts = keys.map((key, index) => (key === '...' ? key : `${key}=${values[index]}`));
        return `{${parts.join(', ')}}`;
    }

    pairs(): readonly (readonly [unknown, unknown])[] {
        return this.entries.snapshot().map((entry) => [entry.key, entry.value] as const);
    }

    structurallyEquals(other: unknown): boolean {
        return (
            other instanceof ApexMap &&
            other.size() === this.size() &&
            this.pairs().every(
                ([key, value]) => other.containsKey(key) && keyEquals(other.get(key), value)
            )
        );
    }

    structuralHash(): number {
        return this.pairs().reduce<number>(
            (hash, [key, value]) => (hash + (hashOf(key) ^ hashOf(value))) | 0,
            0
        );
    }

    /** Keys are kept and looked up as the key type holds them: an id of 15 characters finds 18. */
    protected keyOf(key: unknown): unknown {
        return elementOf(key, this.key);
    }
}

function byId(records: ApexList): (readonly [unknown, unknown])[] {
    return records.toArray().map((record, index) => {
        if (!(record instanceof ApexSObject)) {
            throw nullPointer();
        }
        const id = record.storedValue('Id');
        if (id === null) {
            throw systemException('ListException', `Row with null Id at index: ${index}`);
        }
        return [id, record] as const;
    });
}
