import { looseEquals } from './equality.ts';
import { systemException } from './exception.ts';
import { compareNumbers, isNumeric } from './numbers.ts';
import { ApexEnum } from './objects.ts';
import { ApexSObject } from './sobject.ts';
import { ApexDate, ApexDatetime, ApexTime } from './temporal.ts';
import { typeOf } from './typeOf.ts';

/** Apex orders text in `<` and `>` by the rules of a language, without regard to case. */
const collator = new Intl.Collator('en', { sensitivity: 'accent' });

/** `<`, `<=`, `>`, `>=`: negative, zero or positive; null when either side is null (all are false). */
export function compareOperator(a: unknown, b: unknown): number | null {
    if (a === null || b === null) {
        return null;
    }
    if (typeof a === 'string' && typeof b === 'string') {
        return looseEquals(a, b) ? 0 : collator.compare(a, b);
    }
    return comparePrimitives(a, b) ?? refuse(a);
}

/** The natural order of `List.sort()`: null first, text by character code, enums by position. */
export function compareForSort(a: unknown, b: unknown): number {
    if (a === null || b === null) {
        return Number(a !== null) - Number(b !== null);
    }
    if (typeof a === 'string' && typeof b === 'string') {
        return a < b ? -1 : Number(a > b);
    }
    if (isComparable(a)) {
        return Number(a.compareTo(b));
    }
    if (a instanceof ApexSObject && b instanceof ApexSObject) {
        return compareRecords(a, b);
    }
    return comparePrimitives(a, b) ?? refuse(a);
}

function comparePrimitives(a: unknown, b: unknown): number | null {
    if (isNumeric(a) && isNumeric(b)) {
        return compareNumbers(a, b);
    }
    if (typeof a === 'boolean' && typeof b === 'boolean') {
        return Number(a) - Number(b);
    }
    if (a instanceof ApexEnum && b instanceof ApexEnum) {
        return a.ordinal() - b.ordinal();
    }
    return compareTemporal(a, b);
}

function compareTemporal(a: unknown, b: unknown): number | null {
    const left = sortKey(a);
    const right = sortKey(b);
    return left === null || right === null ? null : Math.sign(left - right);
}

function sortKey(value: unknown): number | null {
    if (value instanceof ApexDatetime) {
        return value.epochMs;
    }
    if (value instanceof ApexDate) {
        return value.days * 86_400_000;
    }
    return value instanceof ApexTime ? value.ms : null;
}

/** By object, then Name, then the other standard fields and the custom ones in order of name. */
function compareRecords(a: ApexSObject, b: ApexSObject): number {
    const byType = compareForSort(a.typeName, b.typeName);
    if (byType !== 0) {
        return byType;
    }
    const fields = new Set(sortFields(a).concat(sortFields(b)));
    for (const field of [...fields].sort(compareFieldNames)) {
        const order = compareForSort(a.storedValue(field), b.storedValue(field));
        if (order !== 0) {
            return order;
        }
    }
    return 0;
}

function sortFields(record: ApexSObject): string[] {
    return record.fieldNames().filter((name) => {
        const value = record.storedValue(name);
        return name !== 'Id' && (value === null || isOrdered(value));
    });
}

function isOrdered(value: unknown): boolean {
    return (
        ['string', 'boolean'].includes(typeof value) || isNumeric(value) || sortKey(value) !== null
    );
}

function compareFieldNames(a: string, b: string): number {
    const rank = (name: string): number => (name === 'Name' ? 0 : name.endsWith('__c') ? 2 : 1);
    return rank(a) - rank(b) || (a < b ? -1 : Number(a > b));
}

function isComparable(value: unknown): value is { compareTo(other: unknown): unknown } {
    return typeof value === 'object' && value !== null && 'compareTo' in value;
}

function refuse(value: unknown): never {
    throw systemException(
        'ListException',
        `One or more of the items in this list is not Comparable: ${typeOf(value).name}`
    );
}
