import type { Cast, ClassLiteral, InstanceOf, Position, TypeName } from '../syntax/ast.ts';
import { isAssignable, isCastable } from '../types/conversions.ts';
import { isPrimitive, numericRank, VOID, type Type } from '../types/type.ts';
import { isUserDecl } from '../types/userDecl.ts';
import { coerce, oneRecord } from './convert.ts';
import { expression } from './expressions.ts';
import { fail } from './problems.ts';
import type { Scope } from './scope.ts';
import { nonNull, type Value } from './value.ts';

/** The type that a name in the source means. */
export function resolveType(name: TypeName, scope: Scope): Type {
    return (
        scope.unit.world.resolve(name, scope.decl) ?? fail(name, `Invalid type: ${written(name)}`)
    );
}

export function written(name: TypeName): string {
    return name.args.length === 0 ? name.name : `${name.name}<${name.args.map(written).join(',')}>`;
}

export function cast(tree: Cast, scope: Scope): Value {
    const to = resolveType(tree.type, scope);
    const operand = expression(tree.operand, scope);
    if (operand.isQuery && to.kind === 'sobject') return oneRecord(operand, to);
    if (!isCastable(operand.type, to)) incompatible(tree, operand.type, to);
    return { ...castValue(operand, to, scope), isNonNull: operand.isNonNull ?? false };
}

function castValue(operand: Value, to: Type, scope: Scope): Value {
    if (numericRank(operand.type) > numericRank(to) && numericRank(to) > 0)
        return { js: `$.narrow${to.name}(${operand.js})`, type: to };
    if (
        isAssignable(operand.type, to) &&
        operand.type.kind !== 'object' &&
        !isDowncast(operand.type, to)
    )
        return coerce(operand, to);
    return { js: `$.cast(${operand.js}, ${scope.unit.typeRef(to)})`, type: to };
}

/** Lists of SObjects are assignable downwards, yet a cast checks what is in them. */
function isDowncast(from: Type, to: Type): boolean {
    return isPrimitive(from, 'String') && isPrimitive(to, 'Id')
        ? false
        : from.key === 'list<sobject>';
}

function incompatible(at: Position, from: Type, to: Type): never {
    return fail(
        at,
        `Incompatible types since an instance of ${from.name} is never an instance of ${to.name}`
    );
}

export function instanceOf(tree: InstanceOf, scope: Scope): Value {
    const operand = expression(tree.operand, scope);
    const type = resolveType(tree.type, scope);
    if (!isCastable(operand.type, type)) incompatible(tree, operand.type, type);
    return nonNull(typeTest(operand.js, type, scope), scope.unit.world.named('Boolean'));
}

/** The JavaScript that tests a value's type; classes of the org are JavaScript classes. */
export function typeTest(js: string, type: Type, scope: Scope): string {
    const { decl } = type;
    if (isUserDecl(decl) && decl.kind === 'class')
        return `(${js} instanceof ${scope.unit.classRef(decl)})`;
    return `$.is(${js}, ${scope.unit.typeRef(type)})`;
}

export function classLiteral(tree: ClassLiteral, scope: Scope): Value {
    const type = tree.type.name.toLowerCase() === 'void' ? VOID : resolveType(tree.type, scope);
    return nonNull(`$.typeValue(${scope.unit.typeRef(type)})`, scope.unit.world.named('Type'));
}
