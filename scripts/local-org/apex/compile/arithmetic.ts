import type { BinaryOperator, Position } from '../syntax/ast.ts';
import { isNumeric, isPrimitive, numericRank, type Type } from '../types/type.ts';
import { coerce } from './convert.ts';
import { fail } from './problems.ts';
import { nonNull, required, type Value } from './value.ts';

const METHODS: Readonly<Record<string, string>> = {
    '+': 'plus',
    '-': 'minus',
    '*': 'times',
    '/': 'over'
};

/** `+ - * /` on numbers, and `+ -` of days on dates; the wider type decides. */
export function arithmetic(
    operator: BinaryOperator,
    left: Value,
    right: Value,
    at: Position
): Value {
    const date = dateArithmetic(operator, left, right);
    if (date) return date;
    if (!isNumberLike(left.type) || !isNumberLike(right.type))
        fail(at, 'Arithmetic expressions must use numeric arguments');
    const type = numericRank(left.type) >= numericRank(right.type) ? left.type : right.type;
    const a = required(coerce(left, type));
    const b = required(coerce(right, type));
    return nonNull(numbers(operator, a, b, type), type);
}

function isNumberLike(type: Type): boolean {
    return isNumeric(type) || type.kind === 'unknown';
}

function numbers(operator: BinaryOperator, a: string, b: string, type: Type): string {
    const method = METHODS[operator] ?? operator;
    switch (type.name) {
        case 'Integer':
            return integers(operator, a, b);
        case 'Long':
            return operator === '/'
                ? `$.overLong(${a}, ${b})`
                : `BigInt.asIntN(64, ${a} ${operator} ${b})`;
        case 'Double':
            return `$.${method}Double(${a}, ${b})`;
        default:
            return `$.${method}Decimal(${a}, ${b})`;
    }
}

/** 32 bits that wrap around. */
function integers(operator: BinaryOperator, a: string, b: string): string {
    if (operator === '*') return `Math.imul(${a}, ${b})`;
    if (operator === '/') return `$.overInteger(${a}, ${b})`;
    return `((${a} ${operator} ${b}) | 0)`;
}

function dateArithmetic(operator: BinaryOperator, left: Value, right: Value): Value | undefined {
    if (operator !== '+' && operator !== '-') return undefined;
    if (isPrimitive(left.type, 'Date', 'Datetime', 'Time') && isNumeric(right.type))
        return nonNull(
            `$.plusDays(${required(left)}, ${operator === '-' ? `$.opposite(${required(right)})` : required(right)})`,
            left.type
        );
    const isFlipped = operator === '+' && isPrimitive(right.type, 'Date', 'Datetime');
    return isFlipped && isNumeric(left.type)
        ? nonNull(`$.plusDays(${required(right)}, ${required(left)})`, right.type)
        : undefined;
}

/** The shifted value keeps its type; the distance may be of either whole type. */
export function shift(
    operator: '<<' | '>>' | '>>>',
    left: Value,
    right: Value,
    at: Position
): Value {
    if (![left, right].every(({ type }) => isPrimitive(type, 'Integer', 'Long')))
        fail(at, 'Shift operators must have Integer or Long arguments');
    const [a, b] = [required(left), required(right)];
    const distance = isPrimitive(right.type, 'Long') ? `Number(${b})` : b;
    if (isPrimitive(left.type, 'Integer'))
        return nonNull(
            operator === '>>>' ? `((${a} >>> ${distance}) | 0)` : `(${a} ${operator} ${distance})`,
            left.type
        );
    return nonNull(`$.shiftLong(${a}, ${distance}, '${operator}')`, left.type);
}
