import {
    ApexList,
    ApexMap,
    ApexSet,
    ApexSObject,
    iterate,
    nullPointer,
    type RuntimeType
} from '../values/index.ts';

/** `for (List<Account> batch : [SELECT …])` gives so many at a time. */
const BATCH_SIZE = 200;

export function newList(
    element: RuntimeType,
    source?: number | Iterable<unknown> | null
): ApexList {
    return ApexList.create(element, iterableSource(source));
}

export function newSet(element: RuntimeType, source?: Iterable<unknown> | null): ApexSet {
    return ApexSet.create(element, iterableSource(source));
}

export function newMap(
    key: RuntimeType,
    value: RuntimeType,
    source?: ApexMap | ApexList | null
): ApexMap {
    return ApexMap.create(key, value, source);
}

/** A user's Iterable is walked here; sizes, nulls and platform collections pass. */
function iterableSource<T>(source: T): T | Iterable<unknown> {
    const isUserIterable =
        typeof source === 'object' && source !== null && !(Symbol.iterator in source);
    return isUserIterable ? iterate(source) : source;
}

export function listWith(element: RuntimeType, items: readonly unknown[]): ApexList {
    return new ApexList(element, items);
}

export function setWith(element: RuntimeType, items: readonly unknown[]): ApexSet {
    return new ApexSet(element, items);
}

export function mapWith(
    key: RuntimeType,
    value: RuntimeType,
    pairs: readonly (readonly [unknown, unknown])[]
): ApexMap {
    return new ApexMap(key, value, pairs);
}

/** `list[i] = value`. */
export function put<T>(list: ApexList | null, index: number, value: T): T {
    if (list === null) throw nullPointer();
    list.set(index, value);
    return value;
}

/** `record.Field = value`. */
export function write<T>(record: ApexSObject | null, field: string, value: T): T {
    if (record === null) throw nullPointer();
    record.write(field, value);
    return value;
}

/** Reads on from a parent: null when there is none. */
export function readVia(parent: ApexSObject | null, field: string): unknown {
    return parent === null ? null : parent.read(field);
}

export function record(name: string, fields: Readonly<Record<string, unknown>>): ApexSObject {
    return new ApexSObject(name, fields);
}

export function each(source: object): Iterable<unknown> {
    return Symbol.iterator in source ? (source as Iterable<unknown>) : iterate(source);
}

export function* batches(list: ApexList): Generator<ApexList> {
    const items = list.toArray();
    for (let start = 0; start < items.length; start += BATCH_SIZE)
        yield new ApexList(list.element, items.slice(start, start + BATCH_SIZE));
}
