import { types } from './runtimeType.ts';

/** An Apex Double. */
export class ApexDouble {
    readonly $type = types.Double;
    readonly value: number;

    constructor(value: number) {
        this.value = value;
    }

    toString(): string {
        return javaDouble(this.value);
    }
}

/** A double as Java prints it: `1.0`, `1.0E10`, `1.0E-5`. */
export function javaDouble(value: number): string {
    if (!Number.isFinite(value)) {
        return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
    }
    const size = Math.abs(value);
    if (size !== 0 && (size >= 1e7 || size < 1e-3)) {
        return scientific(value);
    }
    const plain = Object.is(value, -0) ? '-0' : String(value);
    return plain.includes('.') ? plain : `${plain}.0`;
}

function scientific(value: number): string {
    const [digits = '0', exponent = '0'] = value.toExponential().split('e');
    const mantissa = digits.includes('.') ? digits : `${digits}.0`;
    return `${mantissa}E${Number(exponent)}`;
}
