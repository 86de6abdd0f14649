import { ApexDecimal, RoundingMode } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/doubles.ts';
import { systemException } from '../../values/exception.ts';
import {
    isNumeric,
    toDecimal,
    toDouble,
    toInteger,
    toJsNumber,
    toLong
} from '../../values/numbers.ts';
import type { ApexNumber } from '../../values/numbers.ts';
import { types } from '../../values/runtimeType.ts';
import { hashOf, keyEquals } from '../../values/equality.ts';
import { describeValue } from '../../values/toString.ts';
import { typeOf } from '../../values/typeOf.ts';
import { platformClass } from '../registry.ts';
import { userLocale } from '../time/zones.ts';
import { refusingNull } from './arguments.ts';

const MIN_INT = -2147483648n;
const MAX_INT = 2147483647n;

/** `Integer.valueOf`: text of a whole number, or any number, cut off. */
function integerValueOf(value: unknown): number {
    if (isNumeric(value)) {
        return toInteger(value);
    }
    const number = wholeNumber(value, 'integer');
    if (number < MIN_INT || number > MAX_INT) {
        throw invalid('integer', value);
    }
    return Number(number);
}

function longValueOf(value: unknown): bigint {
    return isNumeric(value) ? toLong(value) : BigInt.asIntN(64, wholeNumber(value, 'long'));
}

function decimalValueOf(value: unknown): ApexDecimal {
    if (isNumeric(value)) {
        return toDecimal(value);
    }
    return ApexDecimal.of(decimalText(value, 'decimal'));
}

function doubleValueOf(value: unknown): ApexDouble {
    return isNumeric(value)
        ? toDouble(value)
        : new ApexDouble(Number(decimalText(value, 'double')));
}

function wholeNumber(value: unknown, kind: string): bigint {
    if (typeof value !== 'string' || !/^\s*[+-]?\d+\s*$/.test(value)) {
        throw typeof value === 'string' ? invalid(kind, value) : unfit(value, kind);
    }
    return BigInt(value.trim().replace(/^\+/, ''));
}

function decimalText(value: unknown, kind: string): string {
    if (typeof value !== 'string') {
        throw unfit(value, kind);
    }
    const text = value.trim();
    if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) {
        throw invalid(kind, value);
    }
    return text.replace(/^\+/, '');
}

function invalid(kind: string, value: unknown): Error {
    return systemException('TypeException', `Invalid ${kind}: ${describeValue(value)}`);
}

function unfit(value: unknown, kind: string): Error {
    const target = kind.charAt(0).toUpperCase() + kind.slice(1);
    return systemException(
        'TypeException',
        `Invalid conversion from runtime type ${typeOf(value).name} to ${target}`
    );
}

/** A number in the user's locale, up to so many places. */
function localised(value: ApexNumber, places: number): string {
    const format = new Intl.NumberFormat(userLocale(), { maximumFractionDigits: places });
    return format.format(typeof value === 'bigint' ? value : toJsNumber(value));
}

/** A System.RoundingMode or its name; only the platform's own modes exist. */
export function roundingModeOf(mode: unknown): RoundingMode {
    const name = String(mode).toUpperCase();
    const modes: Readonly<Record<string, RoundingMode>> = {
        UP: RoundingMode.UP,
        DOWN: RoundingMode.DOWN,
        CEILING: RoundingMode.CEILING,
        FLOOR: RoundingMode.FLOOR,
        HALF_UP: RoundingMode.HALF_UP,
        HALF_DOWN: RoundingMode.HALF_DOWN,
        HALF_EVEN: RoundingMode.HALF_EVEN,
        UNNECESSARY: RoundingMode.UNNECESSARY
    };
    const found = modes[name];
    if (found === undefined) {
        throw systemException('IllegalArgumentException', `Invalid rounding mode: ${name}`);
    }
    return found;
}

const common = {
    equals: (value: unknown, other: unknown) => keyEquals(value, other),
    hashCode: (value: unknown) => hashOf(value),
    toString: (value: unknown) => describeValue(value)
};

const decimalMethods = {
    abs: (value: ApexDecimal) => new ApexDecimal(value.big.abs()),
    divide: (
        value: ApexDecimal,
        divisor: ApexDecimal,
        scale: number,
        mode: unknown = 'HALF_EVEN'
    ) => divide(value, divisor, scale, roundingModeOf(mode)),
    doubleValue: (value: ApexDecimal) => toDouble(value),
    format: (value: ApexDecimal) => localised(value, Math.max(3, value.big.scale())),
    intValue: (value: ApexDecimal) => toInteger(value),
    longValue: (value: ApexDecimal) => toLong(value),
    pow: (value: ApexDecimal, exponent: number) => power(value, exponent),
    precision: (value: ApexDecimal) => value.big.precision(),
    round: (value: ApexDecimal, mode: unknown = 'HALF_EVEN') =>
        toLong(value.rounded(0, roundingModeOf(mode))),
    scale: (value: ApexDecimal) => value.big.scale(),
    setScale: (value: ApexDecimal, scale: number, mode: unknown = 'HALF_EVEN') =>
        value.rounded(scale, roundingModeOf(mode)),
    stripTrailingZeros: (value: ApexDecimal) => new ApexDecimal(value.big.stripTrailingZeros()),
    toPlainString: (value: ApexDecimal) => value.toString()
};

function divide(
    value: ApexDecimal,
    divisor: ApexDecimal,
    scale: number,
    mode: RoundingMode
): ApexDecimal {
    if (divisor.big.signum() === 0) {
        throw systemException('MathException', 'Divide by 0');
    }
    return new ApexDecimal(value.big.divide(divisor.big, scale, mode));
}

function power(value: ApexDecimal, exponent: number): ApexDecimal {
    if (exponent >= 0) {
        return new ApexDecimal(value.big.pow(exponent));
    }
    return ApexDecimal.of(1).dividedBy(new ApexDecimal(value.big.pow(-exponent)));
}

platformClass('System.Integer', {
    type: types.Integer,
    methods: { ...common, format: (value: number) => localised(value, 0) },
    statics: refusingNull({ valueOf: integerValueOf })
});

platformClass('System.Long', {
    type: types.Long,
    methods: {
        ...common,
        format: (value: bigint) => localised(value, 0),
        intValue: (value: bigint) => toInteger(value)
    },
    statics: refusingNull({ valueOf: longValueOf })
});

platformClass('System.Double', {
    class: ApexDouble,
    type: types.Double,
    methods: {
        ...common,
        format: (value: ApexDouble) => localised(value, 3),
        intValue: (value: ApexDouble) => toInteger(value),
        longValue: (value: ApexDouble) => toLong(value),
        round: (value: ApexDouble) => BigInt(Math.floor(value.value + 0.5))
    },
    statics: refusingNull({ valueOf: doubleValueOf })
});

platformClass('System.Decimal', {
    class: ApexDecimal,
    type: types.Decimal,
    methods: { ...common, ...refusingNull(decimalMethods) },
    statics: refusingNull({ valueOf: decimalValueOf })
});

platformClass('System.Boolean', {
    type: types.Boolean,
    methods: common,
    statics: refusingNull({
        valueOf: (value: unknown) => {
            if (typeof value !== 'boolean' && typeof value !== 'string') {
                throw unfit(value, 'boolean');
            }
            return typeof value === 'boolean' ? value : value.toLowerCase() === 'true';
        }
    })
});
