import { ApexDecimal } from './decimal.ts';
import { ApexDouble } from './doubles.ts';
import { systemException } from './exception.ts';

/** Integer, Long, Double or Decimal. */
export type ApexNumber = number | bigint | ApexDouble | ApexDecimal;

export function isNumeric(value: unknown): value is ApexNumber {
    return (
        typeof value === 'number' ||
        typeof value === 'bigint' ||
        value instanceof ApexDouble ||
        value instanceof ApexDecimal
    );
}

/** To Integer: the low 32 bits, fractions cut off. */
export function toInteger(value: ApexNumber): number {
    return typeof value === 'number' ? value | 0 : Number(BigInt.asIntN(32, toLong(value)));
}

/** To Long: the low 64 bits, fractions cut off. */
export function toLong(value: ApexNumber): bigint {
    if (typeof value === 'bigint') {
        return BigInt.asIntN(64, value);
    }
    if (value instanceof ApexDecimal) {
        return BigInt.asIntN(64, value.toBigInt());
    }
    return longOfDouble(value instanceof ApexDouble ? value.value : value);
}

export function toDouble(value: ApexNumber): ApexDouble {
    return value instanceof ApexDouble ? value : new ApexDouble(toJsNumber(value));
}

/** A double becomes the decimal of its shortest text, as `BigDecimal.valueOf` does. */
export function toDecimal(value: ApexNumber): ApexDecimal {
    if (value instanceof ApexDecimal) {
        return value;
    }
    return ApexDecimal.of(value instanceof ApexDouble ? finite(value) : value);
}

export function toJsNumber(value: ApexNumber): number {
    if (value instanceof ApexDouble) {
        return value.value;
    }
    return value instanceof ApexDecimal ? value.toNumber() : Number(value);
}

/** By value, across the four types. */
export function compareNumbers(a: ApexNumber, b: ApexNumber): number {
    if (typeof a === 'number' && typeof b === 'number') {
        return Math.sign(a - b);
    }
    if (a instanceof ApexDouble || b instanceof ApexDouble) {
        return Math.sign(toJsNumber(a) - toJsNumber(b));
    }
    return toDecimal(a).compareTo(toDecimal(b));
}

function finite(value: ApexDouble): string {
    if (!Number.isFinite(value.value)) {
        throw systemException('MathException', `Invalid number: ${value.toString()}`);
    }
    return value.toString();
}

function longOfDouble(value: number): bigint {
    const limit = 2 ** 63;
    if (Number.isNaN(value)) {
        return 0n;
    }
    if (Math.abs(value) >= limit) {
        return value > 0 ? 2n ** 63n - 1n : -(2n ** 63n);
    }
    return BigInt(Math.trunc(value));
}
