import type { Expression, FieldAccess, Index, Name, Position, This } from '../syntax/ast.ts';
import { findField } from '../types/members.ts';
import { isPrimitive, type Type } from '../types/type.ts';
import type { TypeDecl } from '../types/declaration.ts';
import { chainedCall } from './calls.ts';
import { coerce } from './convert.ts';
import { expression } from './expressions.ts';
import { fieldOf } from './fields.ts';
import { fail } from './problems.ts';
import type { Scope } from './scope.ts';
import { qualifiedMember } from './qualifiers.ts';
import { finished, nonNull, required, value, type Value } from './value.ts';
import { fieldInScope, variable } from './variables.ts';

/** What stands before a dot: a value, or a name that leads to a type (`Account`, `Schema`). */
export type Target =
    | { readonly kind: 'value'; readonly value: Value }
    | { readonly kind: 'qualifier'; readonly path: string; readonly decl: TypeDecl | undefined };

export function valueTarget(of: Value): Target {
    return { kind: 'value', value: of };
}

/** Compiles what stands before a dot, leaving `?.` steps open. */
export function target(tree: Expression, scope: Scope): Target {
    if (tree.kind === 'name') return nameTarget(tree, scope);
    if (tree.kind === 'field') return memberTarget(tree, scope);
    return valueTarget(tree.kind === 'call' ? chainedCall(tree, scope) : expression(tree, scope));
}

/** A variable hides a type of its name, unless it is an instance field where there is no instance. */
function nameTarget(tree: Name, scope: Scope): Target {
    const decl = scope.unit.world.find(tree.name, scope.decl);
    const hidden =
        scope.isStatic && !scope.find(tree.name) && !fieldInScope(tree.name, scope)?.field.isStatic;
    const found = hidden && decl ? undefined : variable(tree.name, tree, scope);
    return found ? valueTarget(found) : { kind: 'qualifier', path: tree.name, decl };
}

function fieldKind(type: Type, name: string): Kind {
    const field = findField(type, name)?.field;
    if (field) return field.isStatic ? 'static' : 'instance';
    return type.kind === 'sobject' && /^(sobjecttype|fields)$/i.test(name) ? 'static' : 'none';
}

type Kind = 'instance' | 'static' | 'none';

/**
 * A name that is both a variable and a type: the variable, unless only the type has the member, as in
 * `String json = JSON.serialize(x)`.
 */
export function staticTarget(
    named: Target,
    tree: Expression,
    scope: Scope,
    memberOf: (type: Type) => Kind
): Target {
    const path = named.kind === 'value' ? dottedName(tree) : undefined;
    if (named.kind !== 'value' || path === undefined) return named;
    if (memberOf(named.value.type) === 'instance') return named;
    const decl = scope.unit.world.find(path, scope.decl);
    const isStatic = decl && memberOf(decl.type) === 'static';
    return isStatic ? { kind: 'qualifier', path, decl } : named;
}

function dottedName(tree: Expression): string | undefined {
    if (tree.kind === 'name') return tree.name;
    const before = tree.kind === 'field' ? dottedName(tree.target) : undefined;
    return before !== undefined && tree.kind === 'field' ? `${before}.${tree.name}` : undefined;
}

function memberTarget(tree: FieldAccess, scope: Scope): Target {
    const named = target(tree.target, scope);
    const before = staticTarget(named, tree.target, scope, (type) => fieldKind(type, tree.name));
    if (before.kind === 'qualifier') return qualifiedMember(before, tree.name, tree, scope);
    return valueTarget(fieldOf(opened(before.value, tree.safe, scope), tree.name, tree, scope));
}

/** The receiver of `?.`: from here on a parameter that isn't null. */
export function opened(receiver: Value, safe: boolean, scope: Scope): Value {
    if (!safe) return receiver;
    const parameter = scope.unit.temporary();
    const guards = [...(receiver.guards ?? []), { parameter, argument: receiver.js }];
    const isQuery = receiver.isQuery ?? false;
    if (isQuery && receiver.type.args[0]) {
        // `[SELECT …]?.Name` is null when there is no record.
        const argument = `$.oneOrNull(${receiver.js})`;
        return {
            js: parameter,
            type: receiver.type.args[0],
            isNonNull: true,
            guards: [{ parameter, argument }]
        };
    }
    return { js: parameter, type: receiver.type, isNonNull: true, guards };
}

export function name(tree: Name, scope: Scope): Value {
    const found = variable(tree.name, tree, scope);
    return found ?? fail(tree, `Variable does not exist: ${tree.name}`);
}

export function fieldAccess(tree: FieldAccess, scope: Scope): Value {
    const found = memberTarget(tree, scope);
    if (found.kind === 'value') return finished(found.value);
    return fail(tree, `Variable does not exist: ${tree.name}`);
}

export function self(tree: This, scope: Scope): Value {
    if (scope.isStatic)
        fail(tree, `Invalid reference: '${tree.kind}' cannot be used in a static context`);
    if (tree.kind === 'this') return nonNull('this', scope.decl.type);
    const superclass = scope.decl.superclass() ?? fail(tree, 'Invalid reference: no superclass');
    return nonNull('super', superclass);
}

export function index(tree: Index, scope: Scope): Value {
    const list = expression(tree.target, scope);
    const element = elementType(list.type, tree);
    const position = listIndex(tree.index, scope);
    return value(`${required(list)}.get(${position})`, element);
}

export function elementType(list: Type, at: Position): Type {
    const [element] = list.args;
    if (list.kind !== 'list' || !element)
        return fail(at, `Expression must be a list type: ${list.name}`);
    return element;
}

export function listIndex(tree: Expression, scope: Scope): string {
    const position = expression(tree, scope);
    if (!isPrimitive(position.type, 'Integer') && position.type.kind !== 'unknown')
        fail(tree, `Illegal conversion from ${position.type.name} to Integer`);
    return required(coerce(position, scope.unit.world.named('Integer')));
}
