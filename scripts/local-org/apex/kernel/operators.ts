import {
    ApexDate,
    ApexDatetime,
    ApexDecimal,
    ApexDouble,
    ApexTime,
    compareOperator,
    describeValue,
    exactEquals,
    looseEquals,
    normaliseId,
    nullPointer,
    requireId,
    systemException,
    toDecimal,
    toDouble,
    toInteger,
    toJsNumber,
    toLong,
    type ApexNumber
} from '../values/index.ts';

const DAY = 86_400_000;

/** The value, or NullPointerException. */
export function nn<T>(value: T | null | undefined): T {
    if (value === null || value === undefined) throw nullPointer();
    return value;
}

export const equal = looseEquals;
export const exact = exactEquals;
export const text = describeValue;

export function sameText(a: string | null, b: string | null): boolean {
    return a === b || (a !== null && b !== null && a.toLowerCase() === b.toLowerCase());
}

/** Ids are the same in their 15 and 18 character forms. */
export function sameId(a: string | null, b: string | null): boolean {
    if (a === b || a === null || b === null) return a === b;
    const id = normaliseId(a);
    return id !== null && id === normaliseId(b);
}

export function less(a: unknown, b: unknown): boolean {
    const order = compareOperator(a, b);
    return order !== null && order < 0;
}

export function greater(a: unknown, b: unknown): boolean {
    const order = compareOperator(a, b);
    return order !== null && order > 0;
}

export function atMost(a: unknown, b: unknown): boolean {
    const order = compareOperator(a, b);
    return order !== null && order <= 0;
}

export function atLeast(a: unknown, b: unknown): boolean {
    const order = compareOperator(a, b);
    return order !== null && order >= 0;
}

function divideByZero(): never {
    throw systemException('MathException', 'Divide by 0');
}

export function overInteger(a: number, b: number): number {
    return b === 0 ? divideByZero() : (a / b) | 0;
}

export function overLong(a: bigint, b: bigint): bigint {
    return b === 0n ? divideByZero() : BigInt.asIntN(64, a / b);
}

/** The distance counts modulo 64, as in Java. */
export function shiftLong(a: bigint, distance: number, operator: '<<' | '>>' | '>>>'): bigint {
    const bits = BigInt(distance & 63);
    if (operator === '<<') return BigInt.asIntN(64, a << bits);
    return operator === '>>' ? a >> bits : BigInt.asIntN(64, BigInt.asUintN(64, a) >> bits);
}

export function plusDouble(a: ApexDouble, b: ApexDouble): ApexDouble {
    return new ApexDouble(a.value + b.value);
}

export function minusDouble(a: ApexDouble, b: ApexDouble): ApexDouble {
    return new ApexDouble(a.value - b.value);
}

export function timesDouble(a: ApexDouble, b: ApexDouble): ApexDouble {
    return new ApexDouble(a.value * b.value);
}

export function overDouble(a: ApexDouble, b: ApexDouble): ApexDouble {
    return b.value === 0 ? divideByZero() : new ApexDouble(a.value / b.value);
}

export function plusDecimal(a: ApexDecimal, b: ApexDecimal): ApexDecimal {
    return a.plus(b);
}

export function minusDecimal(a: ApexDecimal, b: ApexDecimal): ApexDecimal {
    return a.minus(b);
}

export function timesDecimal(a: ApexDecimal, b: ApexDecimal): ApexDecimal {
    return a.times(b);
}

export function overDecimal(a: ApexDecimal, b: ApexDecimal): ApexDecimal {
    return a.dividedBy(b);
}

export function negativeInteger(a: number): number {
    return -a | 0;
}

export function negativeLong(a: bigint): bigint {
    return BigInt.asIntN(64, -a);
}

export function negativeDouble(a: ApexDouble): ApexDouble {
    return new ApexDouble(-a.value);
}

export function negativeDecimal(a: ApexDecimal): ApexDecimal {
    return a.negated();
}

/** Whatever kind of number: for days taken off a date. */
export function opposite(a: ApexNumber): ApexNumber {
    return new ApexDouble(-toJsNumber(a));
}

/** Whole days on a Date; days with fractions on a Datetime; milliseconds on a Time. */
export function plusDays<T extends ApexDate | ApexDatetime | ApexTime>(
    date: T,
    days: ApexNumber
): ApexDate | ApexDatetime | ApexTime {
    const count = toJsNumber(days);
    if (date instanceof ApexDate) return new ApexDate(date.days + Math.trunc(count));
    if (date instanceof ApexDatetime)
        return new ApexDatetime(date.epochMs + Math.round(count * DAY));
    return new ApexTime((((date.ms + count) % DAY) + DAY) % DAY);
}

const orNull =
    <F, T>(convert: (value: F) => T) =>
    (value: F | null): T | null =>
        value === null ? null : convert(value);

export const long = orNull(toLong);
export const double = orNull(toDouble);
export const decimal = orNull(toDecimal);
export const id = orNull(requireId);
export const narrowInteger = orNull(toInteger);
export const narrowLong = orNull(toLong);
export const narrowDouble = orNull(toDouble);

/** A Date is midnight UTC as a Datetime. */
export const datetime = orNull((date: ApexDate) => new ApexDatetime(date.days * DAY));

export function doubleOf(value: number): ApexDouble {
    return new ApexDouble(value);
}

export function decimalOf(value: string): ApexDecimal {
    return ApexDecimal.of(value);
}
