import type { FieldSchema } from '../../../data/schema/types.ts';
import type { FieldValue } from '../../../data/types.ts';
import { ApexBlob } from '../../values/blob.ts';
import { ApexDecimal, RoundingMode } from '../../values/decimal.ts';
import { isNumeric, toJsNumber } from '../../values/numbers.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { systemException } from '../../values/exception.ts';
import { typeOf } from '../../values/typeOf.ts';
import { apexLocation } from '../schema/compound.ts';

/** A stored value as Apex holds it, by the type of its field. */
export function fromStored(value: FieldValue, field: FieldSchema): unknown {
    if (value === null) {
        return null;
    }
    switch (field.type) {
        case 'currency':
        case 'double':
        case 'percent':
            return decimalOf(Number(value), field.scale);
        case 'long':
            return BigInt(Math.trunc(Number(value)));
        case 'integer':
            return Number(value);
        case 'date':
            return dateOf(String(value));
        case 'datetime':
            return new ApexDatetime(Date.parse(String(value)));
        case 'time':
            return timeOf(String(value));
        case 'base64':
            return ApexBlob.ofBase64(String(value));
        case 'address':
        case 'location':
            return apexLocation(field.type, String(value));
        default:
            return value;
    }
}

/** Beyond this many decimals a field holds a measure, not an amount: its digits stay as they are. */
const MAX_FIXED_SCALE = 6;

/** Amounts show all decimals of their field: 5 in a field of two is 5.00. */
function decimalOf(value: number, scale: number): ApexDecimal {
    const decimal = ApexDecimal.of(value);
    const isShort = decimal.big.scale() < scale && scale <= MAX_FIXED_SCALE;
    return isShort ? decimal.rounded(scale, RoundingMode.UNNECESSARY) : decimal;
}

export function dateOf(iso: string): ApexDate {
    const [year = 1970, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
    return ApexDate.of(year, month, day);
}

export function timeOf(text: string): ApexTime {
    return new ApexTime(Date.parse(`1970-01-01T${text.endsWith('Z') ? text : `${text}Z`}`));
}

/** An Apex value as the database keeps it, or as a bind variable. */
export function toStored(value: unknown): FieldValue {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') {
        return value;
    }
    if (isNumeric(value)) {
        return toJsNumber(value);
    }
    if (value instanceof ApexDate || value instanceof ApexDatetime) {
        return value.toIso();
    }
    if (value instanceof ApexTime) {
        return value.toString();
    }
    if (value instanceof ApexBlob) {
        return value.bytes.toString('base64');
    }
    throw systemException('SObjectException', `A field can't hold a ${typeOf(value).name}`);
}
