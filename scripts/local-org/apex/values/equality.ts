import { ApexBlob } from './blob.ts';
import { ApexDecimal } from './decimal.ts';
import { ApexDouble } from './doubles.ts';
import { compareNumbers, isNumeric } from './numbers.ts';
import { ApexDate, ApexDatetime, ApexTime } from './temporal.ts';

/** Platform collections and SObjects: compared by content. */
export interface Structural {
    structurallyEquals(other: unknown): boolean;
    structuralHash(): number;
}

interface WithEquals {
    equals(other: unknown): unknown;
}

interface WithHashCode {
    hashCode(): unknown;
}

/**
 * Apex's `==`: strings ignore case, numbers and Date/Datetime compare by value, collections and
 * SObjects by content, user objects by their `equals` or else by identity.
 */
export function looseEquals(a: unknown, b: unknown): boolean {
    if (typeof a === 'string' && typeof b === 'string') {
        return a === b || a.toLowerCase() === b.toLowerCase();
    }
    return keyEquals(a, b);
}

/** Apex's `===`: identity for objects, exact value for primitives. */
export function exactEquals(a: unknown, b: unknown): boolean {
    if (isStructural(a) || isStructural(b) || hasEquals(a)) {
        return a === b;
    }
    return keyEquals(a, b);
}

/** `equals()`, the equality of set members, map keys and `List.contains`: strings mind case. */
export function keyEquals(a: unknown, b: unknown): boolean {
    if (a === b) {
        return true;
    }
    if (a === null || b === null || typeof a === 'string' || typeof b === 'string') {
        return false;
    }
    if (isNumeric(a) && isNumeric(b)) {
        return compareNumbers(a, b) === 0;
    }
    return temporalEquals(a, b) ?? objectEquals(a, b);
}

function temporalEquals(a: unknown, b: unknown): boolean | null {
    const left = instantOf(a);
    const right = instantOf(b);
    if (left !== null && right !== null) {
        return left === right;
    }
    if (a instanceof ApexTime && b instanceof ApexTime) {
        return a.ms === b.ms;
    }
    return a instanceof ApexBlob && b instanceof ApexBlob ? a.bytes.equals(b.bytes) : null;
}

function objectEquals(a: unknown, b: unknown): boolean {
    if (isStructural(a)) {
        return a.structurallyEquals(b);
    }
    return hasEquals(a) ? a.equals(b) === true : false;
}

/** Milliseconds of a Date (midnight UTC) or Datetime. */
function instantOf(value: unknown): number | null {
    if (value instanceof ApexDatetime) {
        return value.epochMs;
    }
    return value instanceof ApexDate ? value.days * 86_400_000 : null;
}

/** `hashCode()`: equal values have equal hashes; strings as in Java. */
export function hashOf(value: unknown): number {
    switch (typeof value) {
        case 'string':
            return stringHash(value);
        case 'number':
            return value | 0;
        case 'bigint':
            return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
        case 'boolean':
            return value ? 1231 : 1237;
        default:
            return value === null || value === undefined ? 0 : objectHash(value);
    }
}

function objectHash(value: object): number {
    if (isStructural(value)) {
        return value.structuralHash();
    }
    const text = contentKey(value);
    if (text !== null) {
        return stringHash(text);
    }
    return hasHashCode(value) ? Number(value.hashCode()) | 0 : identityHash(value);
}

/** A text that equal immutable platform values share; null for other objects. */
export function contentKey(value: object): string | null {
    if (value instanceof ApexDecimal) {
        return `n${value.big.stripTrailingZeros().toString()}`;
    }
    if (value instanceof ApexDouble) {
        return `d${value.value}`;
    }
    if (value instanceof ApexTime) {
        return `t${value.ms}`;
    }
    if (value instanceof ApexBlob) {
        return `b${value.bytes.toString('base64')}`;
    }
    const instant = instantOf(value);
    return instant === null ? null : `i${instant}`;
}

export function stringHash(text: string): number {
    let hash = 0;
    for (let index = 0; index < text.length; index += 1) {
        hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
    }
    return hash;
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

function identityHash(value: object): number {
    const known = identities.get(value);
    if (known !== undefined) {
        return known;
    }
    lastIdentity = (Math.imul(lastIdentity, 1_103_515_245) + 12_345) & 0x7fffffff;
    identities.set(value, lastIdentity);
    return lastIdentity;
}

export function isStructural(value: unknown): value is Structural {
    return typeof value === 'object' && value !== null && 'structurallyEquals' in value;
}

export function hasEquals(value: unknown): value is WithEquals {
    return hasMethod(value, 'equals');
}

export function hasHashCode(value: unknown): value is WithHashCode {
    return hasMethod(value, 'hashCode');
}

export function hasMethod(value: unknown, name: string): boolean {
    return (
        typeof value === 'object' &&
        value !== null &&
        typeof Reflect.get(value, name) === 'function'
    );
}
