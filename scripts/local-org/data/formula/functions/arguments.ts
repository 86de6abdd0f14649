import { FormulaError } from '../parse.ts';
import type { FormulaDate, FormulaDatetime, FormulaTime, FormulaValue } from '../value.ts';

/** What formulas know besides their arguments. */
export interface Clock {
    /** Epoch milliseconds. */
    readonly now: number;
    /** IANA name. */
    readonly timeZone: string;
}

/** A function of values; a missing argument is null. */
export type FormulaFunction = (args: readonly FormulaValue[], clock: Clock) => FormulaValue;

export type FormulaFunctions = Readonly<Record<string, FormulaFunction>>;

export function text(value: FormulaValue | undefined): string {
    if (value === undefined || value === null) {
        return '';
    }
    return typeof value === 'object' ? textOf(value) : String(value);
}

/** Null stays null, so that blanks count as blanks where the formula says so. */
export function number(value: FormulaValue | undefined): number | null {
    if (value === undefined || value === null || value === '') {
        return null;
    }
    if (typeof value === 'number') {
        return value;
    }
    throw new FormulaError(`Incorrect parameter type. Expected Number, received ${typeof value}`);
}

export function truth(value: FormulaValue | undefined): boolean {
    return value === true;
}

export function isBlank(value: FormulaValue | undefined): boolean {
    return value === undefined || value === null || value === '';
}

export function asDate(value: FormulaValue | undefined): FormulaDate | null {
    return isKind(value, 'date') ? (value as FormulaDate) : null;
}

export function asDatetime(value: FormulaValue | undefined): FormulaDatetime | null {
    return isKind(value, 'datetime') ? (value as FormulaDatetime) : null;
}

export function asTime(value: FormulaValue | undefined): FormulaTime | null {
    return isKind(value, 'time') ? (value as FormulaTime) : null;
}

/** A function of one number that keeps a blank blank. */
export function numeric(compute: (value: number) => number): FormulaFunction {
    return ([value]) => {
        const known = number(value);
        return known === null ? null : compute(known);
    };
}

function isKind(value: FormulaValue | undefined, kind: string): boolean {
    return typeof value === 'object' && value !== null && value.kind === kind;
}

/** As TEXT() shows dates and times. */
function textOf(value: FormulaDate | FormulaDatetime | FormulaTime): string {
    switch (value.kind) {
        case 'date':
            return new Date(value.days * 86_400_000).toISOString().slice(0, 10);
        case 'datetime':
            return new Date(value.epoch)
                .toISOString()
                .replace('T', ' ')
                .replace(/\.\d+Z$/, 'Z');
        case 'time':
            return new Date(value.milliseconds).toISOString().slice(11, 23);
    }
}
