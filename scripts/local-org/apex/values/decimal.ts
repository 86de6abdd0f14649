import { Big, MC, RoundingMode } from 'bigdecimal.js';
import type { BigDecimal } from 'bigdecimal.js';
import { systemException } from './exception.ts';
import { types } from './runtimeType.ts';

export { RoundingMode };
export type { BigDecimal };

/** Division keeps 34 significant digits, as IEEE decimal128. */
const DIVISION = MC(34, RoundingMode.HALF_EVEN);

/** An Apex Decimal: Java's BigDecimal, scale included. Immutable. */
export class ApexDecimal {
    readonly $type = types.Decimal;
    readonly big: BigDecimal;

    constructor(big: BigDecimal) {
        this.big = big;
    }

    /** From `12.50`, `1e3`, an integer or a double; the scale is that of the text. */
    static of(value: string | number | bigint): ApexDecimal {
        return new ApexDecimal(Big(typeof value === 'number' ? String(value) : value));
    }

    static readonly ZERO = ApexDecimal.of(0);

    plus(other: ApexDecimal): ApexDecimal {
        return new ApexDecimal(this.big.add(other.big));
    }

    minus(other: ApexDecimal): ApexDecimal {
        return new ApexDecimal(this.big.subtract(other.big));
    }

    times(other: ApexDecimal): ApexDecimal {
        return new ApexDecimal(this.big.multiply(other.big));
    }

    /** Apex's `/`. */
    dividedBy(other: ApexDecimal): ApexDecimal {
        requireDivisor(other);
        return new ApexDecimal(this.big.divideWithMathContext(other.big, DIVISION));
    }

    remainder(other: ApexDecimal): ApexDecimal {
        requireDivisor(other);
        return new ApexDecimal(this.big.remainder(other.big));
    }

    negated(): ApexDecimal {
        return new ApexDecimal(this.big.negate());
    }

    rounded(scale: number, mode: RoundingMode): ApexDecimal {
        try {
            return new ApexDecimal(this.big.setScale(scale, mode));
        } catch {
            throw systemException('MathException', 'Rounding necessary');
        }
    }

    /** Negative, zero or positive, by value: the scale doesn't matter. */
    compareTo(other: ApexDecimal): number {
        return this.big.compareTo(other.big);
    }

    toNumber(): number {
        return this.big.numberValue();
    }

    /** Whole part, towards zero. */
    toBigInt(): bigint {
        return this.big.toBigInt();
    }

    /** Without exponent, whatever the scale. */
    toString(): string {
        return this.big.toPlainString();
    }
}

function requireDivisor(divisor: ApexDecimal): void {
    if (divisor.big.signum() === 0) {
        throw systemException('MathException', 'Divide by 0');
    }
}
