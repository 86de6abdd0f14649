import type { BinaryOperator, Formula } from './ast.ts';
import {
    asDate,
    asDatetime,
    asTime,
    isBlank,
    number,
    text,
    truth,
    type Clock
} from './functions/arguments.ts';
import { DATE_FUNCTIONS } from './functions/date.ts';
import { MATH_FUNCTIONS } from './functions/math.ts';
import { TEXT_FUNCTIONS } from './functions/text.ts';
import { FormulaError } from './parse.ts';
import { DAY, dateValue, datetimeValue, timeValue, type FormulaValue } from './value.ts';

/** The record a formula is computed for, and the world around it. */
export interface Environment extends Clock {
    value(path: readonly string[]): FormulaValue;
    /** The value before the change that is being saved; the current one outside a save. */
    priorValue(path: readonly string[]): FormulaValue;
    readonly isNew: boolean;
}

const FUNCTIONS = { ...TEXT_FUNCTIONS, ...MATH_FUNCTIONS, ...DATE_FUNCTIONS };

/**
 * Computes a formula.
 * @throws FormulaError where types don't fit or a function isn't supported.
 */
export function evaluate(formula: Formula, environment: Environment): FormulaValue {
    switch (formula.kind) {
        case 'literal':
            return formula.value;
        case 'reference':
            return environment.value(formula.path);
        case 'unary': {
            const value = evaluate(formula.operand, environment);
            return formula.operator === '!' ? !truth(value) : negated(value);
        }
        case 'binary':
            return binary(formula.operator, formula.left, formula.right, environment);
        case 'call':
            return call(formula.name, formula.args, environment);
    }
}

function negated(value: FormulaValue): FormulaValue {
    const known = number(value);
    return known === null ? null : -known;
}

function binary(
    operator: BinaryOperator,
    leftSide: Formula,
    rightSide: Formula,
    environment: Environment
): FormulaValue {
    const left = evaluate(leftSide, environment);
    if (operator === '&&') {
        return truth(left) && truth(evaluate(rightSide, environment));
    }
    if (operator === '||') {
        return truth(left) || truth(evaluate(rightSide, environment));
    }
    const right = evaluate(rightSide, environment);
    switch (operator) {
        case '&':
            return text(left) + text(right);
        case '=':
            return equal(left, right);
        case '!=':
            return !equal(left, right);
        case '<':
        case '<=':
        case '>':
        case '>=':
            return ordered(operator, left, right);
        default:
            return arithmetic(operator, left, right);
    }
}

function equal(left: FormulaValue, right: FormulaValue): boolean {
    if (isBlank(left) || isBlank(right)) {
        return isBlank(left) && isBlank(right);
    }
    return comparable(left) === comparable(right);
}

function ordered(
    operator: '<' | '<=' | '>' | '>=',
    left: FormulaValue,
    right: FormulaValue
): boolean {
    if (isBlank(left) || isBlank(right)) {
        return false;
    }
    const [one, other] = [comparable(left), comparable(right)];
    switch (operator) {
        case '<':
            return one < other;
        case '<=':
            return one <= other;
        case '>':
            return one > other;
        case '>=':
            return one >= other;
    }
}

function comparable(value: FormulaValue): string | number | boolean {
    return asMilliseconds(value) ?? (value as string | number | boolean);
}

function asMilliseconds(value: FormulaValue): number | null {
    const day = asDate(value);
    return day === null
        ? (asDatetime(value)?.epoch ?? asTime(value)?.milliseconds ?? null)
        : day.days * DAY;
}

type Arithmetic = '+' | '-' | '*' | '/' | '^';

/** Dates move by days, date-times by days, times by milliseconds; text is joined by `+`. */
function arithmetic(operator: Arithmetic, left: FormulaValue, right: FormulaValue): FormulaValue {
    if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) {
        return text(left) + text(right);
    }
    if (asMilliseconds(left) !== null || asMilliseconds(right) !== null) {
        return temporal(operator, left, right);
    }
    const [one, other] = [number(left), number(right)];
    if (one === null || other === null) {
        return null;
    }
    return computed(operator, one, other);
}

function computed(operator: Arithmetic, one: number, other: number): FormulaValue {
    switch (operator) {
        case '+':
            return one + other;
        case '-':
            return one - other;
        case '*':
            return one * other;
        case '/':
            // The platform shows #Error! for a division by zero; the value is missing.
            return other === 0 ? null : one / other;
        case '^':
            return one ** other;
    }
}

function temporal(operator: Arithmetic, left: FormulaValue, right: FormulaValue): FormulaValue {
    const [from, to] = [asMilliseconds(left), asMilliseconds(right)];
    if (operator === '-' && from !== null && to !== null) {
        const unit = asTime(left) === null ? DAY : 1;
        return (from - to) / unit;
    }
    const amount = number(from === null ? left : right);
    if ((operator !== '+' && operator !== '-') || (from === null && operator === '-')) {
        throw new FormulaError(`Incorrect parameter type for operator '${operator}'`);
    }
    return amount === null
        ? null
        : moved(from === null ? right : left, operator === '-' ? -amount : amount);
}

function moved(value: FormulaValue, amount: number): FormulaValue {
    const day = asDate(value);
    const moment = asDatetime(value);
    if (day !== null) {
        return dateValue(Math.floor(day.days + amount));
    }
    if (moment !== null) {
        return datetimeValue(moment.epoch + amount * DAY);
    }
    return timeValue(((asTime(value)?.milliseconds ?? 0) + amount + DAY) % DAY);
}

/** Functions that decide which of their arguments to compute, or that look at the record. */
function call(name: string, args: readonly Formula[], environment: Environment): FormulaValue {
    const value = (at: number) => {
        const argument = args[at];
        return argument === undefined ? null : evaluate(argument, environment);
    };
    switch (name) {
        case 'IF':
            return truth(value(0)) ? value(1) : value(2);
        case 'AND':
            return args.every((_, at) => truth(value(at)));
        case 'OR':
            return args.some((_, at) => truth(value(at)));
        case 'NOT':
            return !truth(value(0));
        case 'CASE':
            return matchingCase(args, value);
        case 'ISBLANK':
        case 'ISNULL':
            return isBlank(value(0));
        case 'BLANKVALUE':
        case 'NULLVALUE':
            return isBlank(value(0)) ? value(1) : value(0);
        case 'ISNEW':
            return environment.isNew;
        case 'ISCHANGED':
            return (
                !environment.isNew && !equal(value(0), environment.priorValue(pathOf(name, args)))
            );
        case 'PRIORVALUE':
            return environment.priorValue(pathOf(name, args));
        default:
            return plainCall(name, args, environment);
    }
}

function plainCall(name: string, args: readonly Formula[], environment: Environment): FormulaValue {
    const compute = FUNCTIONS[name];
    if (compute === undefined) {
        throw new FormulaError(`Function ${name} is not supported by the local org`);
    }
    return compute(
        args.map((argument) => evaluate(argument, environment)),
        environment
    );
}

/** `CASE(value, when, then, …, otherwise)` */
function matchingCase(args: readonly Formula[], value: (at: number) => FormulaValue): FormulaValue {
    const subject = value(0);
    for (let at = 1; at + 1 < args.length; at += 2) {
        if (equal(subject, value(at))) {
            return value(at + 1);
        }
    }
    return value(args.length - 1);
}

function pathOf(name: string, args: readonly Formula[]): readonly string[] {
    const [field] = args;
    if (field?.kind !== 'reference') {
        throw new FormulaError(`${name} takes a field`);
    }
    return field.path;
}
