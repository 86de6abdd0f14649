import { ApexDecimal, RoundingMode } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/doubles.ts';
import { systemException } from '../../values/exception.ts';
import { compareNumbers, toDecimal, toInteger, toJsNumber, toLong } from '../../values/numbers.ts';
import type { ApexNumber } from '../../values/numbers.ts';
import { currentExecution } from '../../execution.ts';
import { platformClass } from '../registry.ts';
import { refusingNull } from './arguments.ts';

type Real = ApexDouble | ApexDecimal;

/** The result has the type of the first argument: Double in, Double out, else Decimal. */
function real(like: ApexNumber, value: number): Real {
    const double = new ApexDouble(value);
    if (like instanceof ApexDouble) {
        return double;
    }
    return toDecimal(double);
}

const onNumber =
    (compute: (value: number) => number) =>
    (value: ApexNumber): Real =>
        real(value, compute(toJsNumber(value)));

function rounded(value: ApexNumber, mode: RoundingMode, compute: (value: number) => number): Real {
    return value instanceof ApexDecimal
        ? value.rounded(0, mode)
        : real(value, compute(toJsNumber(value)));
}

function abs(value: ApexNumber): ApexNumber {
    if (typeof value === 'bigint') {
        return value < 0n ? -value : value;
    }
    if (typeof value === 'number') {
        return Math.abs(value) | 0;
    }
    return value instanceof ApexDecimal
        ? new ApexDecimal(value.big.abs())
        : new ApexDouble(Math.abs(value.value));
}

function mod(value: number | bigint, divisor: number | bigint): number | bigint {
    if (Number(divisor) === 0) {
        throw systemException('MathException', 'Divide by 0');
    }
    return typeof value === 'number' && typeof divisor === 'number'
        ? value % divisor
        : BigInt(value) % BigInt(divisor);
}

/** Half to even for Decimal, half up for Double. */
function round(value: ApexNumber): ApexNumber {
    return value instanceof ApexDecimal
        ? value.rounded(0, RoundingMode.HALF_EVEN)
        : new ApexDouble(Math.floor(toJsNumber(value) + 0.5));
}

function halfEven(value: number): number {
    const floor = Math.floor(value);
    const isTie = value - floor === 0.5;
    return isTie && floor % 2 === 0 ? floor : Math.round(value);
}

function sqrt(value: ApexNumber): Real {
    if (toJsNumber(value) < 0 && !(value instanceof ApexDouble)) {
        throw systemException('MathException', 'Square root of a negative number');
    }
    return real(value, Math.sqrt(toJsNumber(value)));
}

function random(): ApexDouble {
    const bytes = currentExecution()?.org.random.bytes(6) ?? new Uint8Array(6);
    const whole = bytes.reduce((total, byte) => total * 256 + byte, 0);
    return new ApexDouble(whole / 2 ** 48);
}

platformClass('System.Math', {
    statics: {
        E: new ApexDouble(Math.E),
        PI: new ApexDouble(Math.PI),
        ...refusingNull({
            abs,
            acos: onNumber(Math.acos),
            asin: onNumber(Math.asin),
            atan: onNumber(Math.atan),
            atan2: (y: ApexNumber, x: ApexNumber) =>
                real(y, Math.atan2(toJsNumber(y), toJsNumber(x))),
            cbrt: onNumber(Math.cbrt),
            ceil: (value: ApexNumber) => rounded(value, RoundingMode.CEILING, Math.ceil),
            cos: onNumber(Math.cos),
            cosh: onNumber(Math.cosh),
            exp: onNumber(Math.exp),
            floor: (value: ApexNumber) => rounded(value, RoundingMode.FLOOR, Math.floor),
            log: onNumber(Math.log),
            log10: onNumber(Math.log10),
            max: (a: ApexNumber, b: ApexNumber) => (compareNumbers(a, b) >= 0 ? a : b),
            min: (a: ApexNumber, b: ApexNumber) => (compareNumbers(a, b) <= 0 ? a : b),
            mod,
            pow: (base: ApexNumber, exponent: ApexNumber) =>
                new ApexDouble(toJsNumber(base) ** toJsNumber(exponent)),
            random,
            rint: (value: ApexNumber) => rounded(value, RoundingMode.HALF_EVEN, halfEven),
            round: (value: ApexNumber) => toInteger(round(value)),
            roundToLong: (value: ApexNumber) => toLong(round(value)),
            signum: onNumber(Math.sign),
            sin: onNumber(Math.sin),
            sinh: onNumber(Math.sinh),
            sqrt,
            tan: onNumber(Math.tan),
            tanh: onNumber(Math.tanh)
        })
    }
});
