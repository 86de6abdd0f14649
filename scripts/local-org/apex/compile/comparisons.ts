import type { Position } from '../syntax/ast.ts';
import { isAssignable } from '../types/conversions.ts';
import { isNumeric, isPrimitive, isText, type Type } from '../types/type.ts';
import { coerce } from './convert.ts';
import { fail } from './problems.ts';
import type { Scope } from './scope.ts';
import { nonNull, type Value } from './value.ts';

/** `==` and `!=`: text without its case, numbers by value, objects by their `equals`. */
export function equality(
    operator: '==' | '!=',
    left: Value,
    right: Value,
    at: Position,
    scope: Scope
): Value {
    requireComparable(left, right, at);
    const not = operator === '!=' ? '!' : '';
    const sign = operator === '!=' ? '!==' : '===';
    const boolean = scope.unit.world.named('Boolean');
    const [a, b] = [unwrapped(left, right), unwrapped(right, left)];
    if (isIdentity(left, right)) return nonNull(`(${a.js} ${sign} ${b.js})`, boolean);
    if (isText(left.type) && isText(right.type)) {
        const compare = [left, right].some((side) => isPrimitive(side.type, 'Id'))
            ? 'sameId'
            : 'sameText';
        return nonNull(`${not}$.${compare}(${a.js}, ${b.js})`, boolean);
    }
    return nonNull(`${not}$.equal(${a.js}, ${b.js})`, boolean);
}

/** A query compared with a record stands for its record. */
function unwrapped(side: Value, other: Value): Value {
    return side.isQuery && other.type.kind === 'sobject' ? coerce(side, other.type) : side;
}

/** JavaScript's own `===` is right for null, booleans, integers of one kind, and enums. */
function isIdentity(left: Value, right: Value): boolean {
    if (left.type.kind === 'null' || right.type.kind === 'null') return true;
    return left.type.key === right.type.key && isPlain(left.type);
}

function isPlain(type: Type): boolean {
    return isPrimitive(type, 'Boolean', 'Integer', 'Long') || type.kind === 'enum';
}

/** `===` and `!==`. */
export function exactEquality(
    operator: '===' | '!==',
    left: Value,
    right: Value,
    scope: Scope
): Value {
    const not = operator === '!==' ? '!' : '';
    return nonNull(`${not}$.exact(${left.js}, ${right.js})`, scope.unit.world.named('Boolean'));
}

function requireComparable(left: Value, right: Value, at: Position): void {
    const [a, b] = [left.type, right.type];
    if (isAssignable(a, b) || isAssignable(b, a)) return;
    if (isNumeric(a) && isNumeric(b)) return;
    if (left.isQuery && b.kind === 'sobject') return;
    if (right.isQuery && a.kind === 'sobject') return;
    if (a.kind === 'interface' || b.kind === 'interface') return;
    fail(at, `Comparison arguments must be compatible types: ${a.name}, ${b.name}`);
}

/** `<`, `>`, `<=`, `>=`. */
export function comparison(
    operator: '<' | '>' | '<=' | '>=',
    left: Value,
    right: Value,
    at: Position,
    scope: Scope
): Value {
    const boolean = scope.unit.world.named('Boolean');
    if (!isOrdered(left.type, right.type))
        fail(
            at,
            `Comparison arguments must be compatible types: ${left.type.name}, ${right.type.name}`
        );
    const isDirect =
        left.isNonNull &&
        right.isNonNull &&
        left.type.key === right.type.key &&
        isPrimitive(left.type, 'Integer', 'Long');
    return isDirect
        ? nonNull(`(${left.js} ${operator} ${right.js})`, boolean)
        : nonNull(`$.${COMPARISONS[operator]}(${left.js}, ${right.js})`, boolean);
}

const COMPARISONS = { '<': 'less', '>': 'greater', '<=': 'atMost', '>=': 'atLeast' } as const;

function isOrdered(a: Type, b: Type): boolean {
    if (isNumeric(a) && isNumeric(b)) return true;
    if (a.kind === 'null' || b.kind === 'null' || a.kind === 'unknown' || b.kind === 'unknown')
        return true;
    if (isText(a) && isText(b)) return true;
    if (isPrimitive(a, 'Date', 'Datetime') && isPrimitive(b, 'Date', 'Datetime')) return true;
    return a.key === b.key && (isPrimitive(a, 'Time', 'Boolean') || a.kind === 'enum');
}
