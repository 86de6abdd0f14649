import { rounded } from '../formula/value.ts';
import type { FieldSchema } from '../schema/types.ts';
import { isId, normalizeId } from '../store/ids.ts';
import type { DmlError, FieldValue } from '../types.ts';
import { malformedId, wrongValueType } from './dmlErrors.ts';

/** A value as the field stores it, or why it can't be stored. */
export type Converted =
    | { readonly kind: 'value'; readonly value: FieldValue }
    | { readonly kind: 'error'; readonly error: DmlError };

/** Objects whose records are known by names rather than ids. */
const DEFINITIONS: ReadonlySet<string> = new Set(['EntityDefinition', 'FieldDefinition']);

const value = (stored: FieldValue): Converted => ({ kind: 'value', value: stored });

const failure = (error: DmlError): Converted => ({ kind: 'error', error });

/** Brings a value into its field's form: empty text is null, ids have 18 characters. */
export function converted(field: FieldSchema, given: FieldValue): Converted {
    if (given === null || given === '') {
        return value(field.type === 'boolean' ? false : null);
    }
    switch (field.type) {
        case 'boolean':
            return typeof given === 'boolean' ? value(given) : wrong(field, given);
        case 'integer':
        case 'long':
        case 'double':
        case 'currency':
        case 'percent':
            return typeof given === 'number' ? value(scaled(field, given)) : wrong(field, given);
        case 'id':
        case 'reference':
            return idValue(field, given);
        case 'date':
            return typeof given === 'string' ? value(given.slice(0, 10)) : wrong(field, given);
        case 'datetime':
            return typeof given === 'string' ? value(toTheSecond(given)) : wrong(field, given);
        default:
            return typeof given === 'string' ? value(text(field, given)) : wrong(field, given);
    }
}

function wrong(field: FieldSchema, given: FieldValue): Converted {
    return failure(wrongValueType(field, given));
}

function scaled(field: FieldSchema, given: number): number {
    const whole = field.type === 'integer' || field.type === 'long';
    const keepsAll = field.type === 'double' && field.precision === 0;
    return keepsAll ? given : rounded(given, whole ? 0 : field.scale);
}

function idValue(field: FieldSchema, given: FieldValue): Converted {
    if (field.referenceTo.every((target) => DEFINITIONS.has(target))) {
        return value(given);
    }
    return typeof given === 'string' && isId(given)
        ? value(normalizeId(given))
        : failure(malformedId(field, given));
}

function toTheSecond(given: string): string {
    return `${given.slice(0, 19)}.000Z`;
}

/** The platform drops spaces around one-line text. */
function text(field: FieldSchema, given: string): FieldValue {
    const oneLine = field.type !== 'textarea' && field.type !== 'base64';
    const trimmed = oneLine ? given.trim() : given;
    return trimmed === '' ? null : trimmed;
}
