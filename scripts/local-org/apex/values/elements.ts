import { normaliseId } from './ids.ts';
import { systemException } from './exception.ts';
import { isNumeric, toDecimal, toDouble, toLong } from './numbers.ts';
import { sameType, types } from './runtimeType.ts';
import type { RuntimeType } from './runtimeType.ts';
import { castTo } from './typeOf.ts';

/**
 * A value on its way into a typed place (list element, map key, field): null stays, ids get 18
 * characters, numbers widen, anything else must be of the type already.
 */
export function elementOf(value: unknown, type: RuntimeType): unknown {
    if (value === null || value === undefined) {
        return null;
    }
    if (type.kind === 'primitive') {
        return primitiveElement(value, type);
    }
    return type.kind === 'object' ? value : castTo(value, type);
}

function primitiveElement(value: unknown, type: RuntimeType): unknown {
    if (typeof value === 'string' && sameType(type, types.Id)) {
        return requireId(value);
    }
    if (isNumeric(value)) {
        return widen(value, type);
    }
    return castTo(value, type);
}

function widen(value: number | bigint | object, type: RuntimeType): unknown {
    if (!isNumeric(value)) {
        return value;
    }
    switch (type.name) {
        case 'Decimal':
            return toDecimal(value);
        case 'Double':
            return toDouble(value);
        case 'Long':
            return typeof value === 'number' ? toLong(value) : castTo(value, type);
        default:
            return castTo(value, type);
    }
}

/** The 18-character id, or StringException `Invalid id: …`. */
export function requireId(text: string): string {
    const id = normaliseId(text);
    if (id === null) {
        throw systemException('StringException', `Invalid id: ${text}`);
    }
    return id;
}
