import { rounded, type FormulaValue } from '../value.ts';
import { number, numeric, type FormulaFunctions } from './arguments.ts';

/** Functions on numbers. */
export const MATH_FUNCTIONS: FormulaFunctions = {
    ABS: numeric(Math.abs),
    // CEILING and FLOOR go away from and towards zero, MCEILING and MFLOOR up and down.
    CEILING: numeric((value) => Math.sign(value) * Math.ceil(Math.abs(value))),
    EXP: numeric(Math.exp),
    FLOOR: numeric((value) => Math.sign(value) * Math.floor(Math.abs(value))),
    LN: numeric(Math.log),
    LOG: numeric(Math.log10),
    MAX: (args) => extreme(args, Math.max),
    MCEILING: numeric(Math.ceil),
    MFLOOR: numeric(Math.floor),
    MIN: (args) => extreme(args, Math.min),
    MOD: ([value, divisor]) => (number(value) ?? 0) % (number(divisor) ?? 1),
    PI: () => Math.PI,
    ROUND: ([value, places]) => {
        const known = number(value);
        return known === null ? null : rounded(known, number(places) ?? 0);
    },
    SQRT: numeric(Math.sqrt),
    TRUNC: ([value, places]) => {
        const factor = 10 ** (number(places) ?? 0);
        const known = number(value);
        return known === null ? null : Math.trunc(known * factor) / factor;
    }
};

function extreme(
    args: readonly FormulaValue[],
    pick: (...values: number[]) => number
): number | null {
    const values = args.map((value) => number(value)).filter((value) => value !== null);
    return values.length === 0 ? null : pick(...values);
}
