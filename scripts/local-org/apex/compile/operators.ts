import type {
    Binary,
    BinaryOperator,
    Coalesce,
    Conditional,
    Position,
    Unary
} from '../syntax/ast.ts';
import { isAssignable } from '../types/conversions.ts';
import { lineage } from '../types/members.ts';
import { isNumeric, isPrimitive, numericRank, type Type } from '../types/type.ts';
import { OBJECT } from '../types/objectDecl.ts';
import { arithmetic, shift } from './arithmetic.ts';
import { comparison, equality, exactEquality } from './comparisons.ts';
import { condition } from './conditions.ts';
import { coerce } from './convert.ts';
import { expression } from './expressions.ts';
import { fail } from './problems.ts';
import type { Scope } from './scope.ts';
import { nonNull, required, type Value } from './value.ts';

export function binary(tree: Binary, scope: Scope): Value {
    if (tree.operator === '&&' || tree.operator === '||') {
        const left = condition(tree.left, scope);
        const right = condition(tree.right, scope);
        return nonNull(`(${left} ${tree.operator} ${right})`, scope.unit.world.named('Boolean'));
    }
    const left = expression(tree.left, scope);
    const right = expression(tree.right, scope);
    return operation(tree.operator, left, right, tree, scope);
}

/** One operator on two compiled operands; compound assignments come here too. */
export function operation(
    operator: BinaryOperator,
    left: Value,
    right: Value,
    at: Position,
    scope: Scope
): Value {
    switch (operator) {
        case '==':
        case '!=':
            return equality(operator, left, right, at, scope);
        case '===':
        case '!==':
            return exactEquality(operator, left, right, scope);
        case '<':
        case '>':
        case '<=':
        case '>=':
            return comparison(operator, left, right, at, scope);
        case '&':
        case '|':
        case '^':
            return bitwise(operator, left, right, at, scope);
        case '<<':
        case '>>':
        case '>>>':
            return shift(operator, left, right, at);
        default:
            return plusOrArithmetic(operator, left, right, at, scope);
    }
}

function plusOrArithmetic(
    operator: BinaryOperator,
    left: Value,
    right: Value,
    at: Position,
    scope: Scope
): Value {
    const isConcatenation = [left, right].some((side) => isPrimitive(side.type, 'String'));
    if (operator === '+' && isConcatenation)
        return nonNull(
            `(${concatenated(left)} + ${concatenated(right)})`,
            scope.unit.world.named('String')
        );
    return arithmetic(operator, left, right, at);
}

/** Null reads `null`; what JavaScript writes as Apex does needs no more. */
function concatenated(side: Value): string {
    if (isPrimitive(side.type, 'String', 'Id', 'Integer', 'Long', 'Boolean'))
        return side.isNonNull ? side.js : `(${side.js} ?? 'null')`;
    return `$.text(${side.js})`;
}

function bitwise(
    operator: '&' | '|' | '^',
    left: Value,
    right: Value,
    at: Position,
    scope: Scope
): Value {
    const boolean = scope.unit.world.named('Boolean');
    if (isPrimitive(left.type, 'Boolean') && isPrimitive(right.type, 'Boolean')) {
        const [a, b] = [required(left), required(right)];
        return nonNull(operator === '^' ? `(${a} !== ${b})` : `!!(${a} ${operator} ${b})`, boolean);
    }
    if (!isWhole(left.type) || !isWhole(right.type))
        fail(at, 'Bitwise operators must have Boolean, Integer or Long arguments');
    const wide = numericRank(left.type) >= numericRank(right.type) ? left.type : right.type;
    const [a, b] = [required(coerce(left, wide)), required(coerce(right, wide))];
    return nonNull(`(${a} ${operator} ${b})`, wide);
}

function isWhole(type: Type): boolean {
    return isPrimitive(type, 'Integer', 'Long');
}

export function unary(tree: Unary, scope: Scope): Value {
    if (tree.operator === '!')
        return nonNull(`!${condition(tree.operand, scope)}`, scope.unit.world.named('Boolean'));
    const operand = expression(tree.operand, scope);
    if (!isNumeric(operand.type) && operand.type.kind !== 'unknown')
        fail(tree, 'Arithmetic expressions must use numeric arguments');
    return signed(tree, operand);
}

function signed(tree: Unary, operand: Value): Value {
    const js = required(operand);
    if (tree.operator === '+') return nonNull(js, operand.type);
    if (tree.operator === '~') {
        if (!isWhole(operand.type))
            fail(tree, 'Bitwise operators must have Boolean, Integer or Long arguments');
        return nonNull(`(~${js})`, operand.type);
    }
    if (/^\d+$/.test(js)) return nonNull(js === '0' ? '0' : `-${js}`, operand.type);
    return nonNull(`$.negative${operand.type.name}(${js})`, operand.type);
}

export function coalesce(tree: Coalesce, scope: Scope): Value {
    const left = expression(tree.left, scope);
    const right = expression(tree.right, scope);
    const type = commonType(left, right, tree);
    const [a, b] = [coerce(left, type), coerce(right, type)];
    const first = left.isQuery && type.kind === 'sobject' ? `$.oneOrNull(${left.js})` : a.js;
    return { js: `(${first} ?? ${b.js})`, type, isNonNull: right.isNonNull ?? false };
}

export function conditional(tree: Conditional, scope: Scope): Value {
    const test = condition(tree.condition, scope);
    const then = expression(tree.then, scope);
    const otherwise = expression(tree.otherwise, scope);
    const type = commonType(then, otherwise, tree);
    return {
        js: `(${test} ? ${coerce(then, type).js} : ${coerce(otherwise, type).js})`,
        type,
        isNonNull: (then.isNonNull ?? false) && (otherwise.isNonNull ?? false),
        // Both sides queries: the result may still stand for its one record.
        isQuery: (then.isQuery ?? false) && (otherwise.isQuery ?? false)
    };
}

/** The type of a ternary: the one that both sides fit, or what both extend. */
function commonType(left: Value, right: Value, at: Position): Type {
    const [a, b] = [left.type, right.type];
    if (left.isQuery && b.kind === 'sobject') return b;
    if (right.isQuery && a.kind === 'sobject') return a;
    if (a.kind === 'null') return b;
    if (isAssignable(b, a) && !(isNumeric(a) && numericRank(b) > numericRank(a))) return a;
    if (isAssignable(a, b)) return b;
    const shared = sharedSupertype(a, b);
    if (shared) return shared;
    return fail(at, `Incompatible types in ternary operator: ${a.name}, ${b.name}`);
}

function sharedSupertype(a: Type, b: Type): Type | undefined {
    for (const at of lineage(a)) if (isAssignable(b, at)) return at;
    const isReference = (type: Type): boolean => type.kind !== 'primitive' && type.kind !== 'enum';
    return isReference(a) && isReference(b) ? OBJECT : undefined;
}
