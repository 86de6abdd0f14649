import type { FieldSchema } from '../schema/types.ts';
import type { FieldValue } from '../types.ts';

/** A calendar day inside a formula: days since 1970. */
export interface FormulaDate {
    readonly kind: 'date';
    readonly days: number;
}

/** A moment inside a formula, in epoch milliseconds. */
export interface FormulaDatetime {
    readonly kind: 'datetime';
    readonly epoch: number;
}

/** A time of day inside a formula, in milliseconds. */
export interface FormulaTime {
    readonly kind: 'time';
    readonly milliseconds: number;
}

export type FormulaValue =
    string | number | boolean | null | FormulaDate | FormulaDatetime | FormulaTime;

export const DAY = 86_400_000;

export const dateValue = (days: number): FormulaDate => ({ kind: 'date', days });

export const datetimeValue = (epoch: number): FormulaDatetime => ({ kind: 'datetime', epoch });

export const timeValue = (milliseconds: number): FormulaTime => ({ kind: 'time', milliseconds });

/** A field's value as formulas see it. */
export function toFormulaValue(
    field: FieldSchema,
    value: FieldValue,
    blanksAsZero: boolean
): FormulaValue {
    if (value === null) {
        return missing(field, blanksAsZero);
    }
    switch (field.type) {
        case 'boolean':
            return value === true || value === 1;
        case 'date':
            return dateValue(Date.parse(`${String(value)}T00:00:00Z`) / DAY);
        case 'datetime':
            return datetimeValue(Date.parse(String(value)));
        case 'time':
            return timeValue(Date.parse(`1970-01-01T${String(value)}`));
        case 'percent':
            return Number(value) / 100;
        default:
            return value;
    }
}

/** A formula's result as the database keeps values of the formula field's type. */
export function fromFormulaValue(field: FieldSchema, value: FormulaValue): FieldValue {
    if (value === null || value === '') {
        return field.type === 'boolean' ? false : null;
    }
    if (typeof value === 'number') {
        return rounded(field.type === 'percent' ? value * 100 : value, field.scale);
    }
    if (typeof value !== 'object') {
        return value;
    }
    switch (value.kind) {
        case 'date':
            return new Date(value.days * DAY).toISOString().slice(0, 10);
        case 'datetime':
            return new Date(value.epoch).toISOString();
        case 'time':
            return new Date(value.milliseconds).toISOString().slice(11);
    }
}

/** Half up, away from zero, as the platform rounds numbers to their scale. */
export function rounded(value: number, scale: number): number {
    const shifted = Number(`${Math.abs(value)}e${scale}`);
    const result = Number.isNaN(shifted) ? value : Number(`${Math.round(shifted)}e-${scale}`);
    return Number.isNaN(shifted) ? value : Math.sign(value) * result;
}

function missing(field: FieldSchema, blanksAsZero: boolean): FormulaValue {
    switch (field.type) {
        case 'boolean':
            return false;
        case 'integer':
        case 'long':
        case 'double':
        case 'currency':
        case 'percent':
            return blanksAsZero ? 0 : null;
        default:
            return null;
    }
}
