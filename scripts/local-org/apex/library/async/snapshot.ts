import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { ApexObject } from '../../values/objects.ts';
import { ApexSet } from '../../values/set.ts';
import { ApexSObject } from '../../values/sobject.ts';

/**
 * A copy of a value with all that it holds, as serialising a job makes one: what the code changes
 * afterwards doesn't reach the job. References to one object stay references to one copy.
 */
export function snapshot<T>(value: T, copies = new Map<object, object>()): T {
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    const known = copies.get(value);
    if (known) {
        return known as T;
    }
    return copyOf(value, copies) as T;
}

function copyOf(value: object, copies: Map<object, object>): object {
    if (value instanceof ApexSObject) {
        return remember(copies, value, copyRecord(value, copies));
    }
    if (value instanceof ApexList) {
        const copy = remember(copies, value, new ApexList(value.element));
        value.toArray().forEach((item) => copy.add(snapshot(item, copies)));
        return copy;
    }
    if (value instanceof ApexSet) {
        const items = value.toArray().map((item) => snapshot(item, copies));
        return remember(copies, value, new ApexSet(value.element, items));
    }
    if (value instanceof ApexMap) {
        const copy = remember(copies, value, new ApexMap(value.key, value.value));
        value
            .pairs()
            .forEach(([key, item]) => copy.put(snapshot(key, copies), snapshot(item, copies)));
        return copy;
    }
    return value instanceof ApexObject ? copyInstance(value, copies) : value;
}

function copyRecord(record: ApexSObject, copies: Map<object, object>): ApexSObject {
    const copy = record.clone(true, true, true, true);
    for (const name of copy.fieldNames()) {
        copy.store(name, snapshot(copy.storedValue(name), copies));
    }
    return copy;
}

function copyInstance(value: ApexObject, copies: Map<object, object>): object {
    const copy = Object.create(Object.getPrototypeOf(value) as object) as object;
    remember(copies, value, copy);
    for (const key of Reflect.ownKeys(value)) {
        const descriptor = Object.getOwnPropertyDescriptor(value, key) ?? {};
        if ('value' in descriptor) {
            descriptor.value = snapshot(descriptor.value, copies);
        }
        Object.defineProperty(copy, key, descriptor);
    }
    return copy;
}

function remember<T extends object>(copies: Map<object, object>, value: object, copy: T): T {
    copies.set(value, copy);
    return copy;
}
