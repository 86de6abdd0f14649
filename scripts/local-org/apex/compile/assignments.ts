import type { Assign, Expression, FieldAccess, Position, Step } from '../syntax/ast.ts';
import { findField } from '../types/members.ts';
import { isNumeric, numericRank, type Type } from '../types/type.ts';
import { requireVisible } from './access.ts';
import { assignTo, coerce } from './convert.ts';
import { expression } from './expressions.ts';
import { fieldOf } from './fields.ts';
import { text } from './names.ts';
import { operation } from './operators.ts';
import { fail } from './problems.ts';
import { qualifiedMember } from './qualifiers.ts';
import type { Scope } from './scope.ts';
import { elementType, listIndex, target } from './targets.ts';
import { nonNull, required, value, type Value } from './value.ts';
import { fieldInScope, ownFieldPath, variable } from './variables.ts';

/** Something that can be assigned. */
interface Place {
    readonly type: Type;
    /** Its value now; reads receivers that `bind` has made into parameters. */
    readonly current: Value;
    assign(js: string): string;
    /** Evaluates receivers once, around JavaScript that uses them more than once. */
    bind(js: string): string;
    /** Like `assign`, where the receivers are used only once. */
    assignOnce(js: string): string;
}

export function assignment(tree: Assign, scope: Scope): Value {
    const place = placeOf(tree.target, scope);
    const given = expression(tree.value, scope);
    if (tree.operator === null) {
        const assigned = assignTo(given, place.type, tree);
        return {
            js: place.assignOnce(assigned.js),
            type: place.type,
            isNonNull: assigned.isNonNull ?? false
        };
    }
    const result = operation(tree.operator, place.current, given, tree, scope);
    return nonNull(place.bind(place.assign(narrowed(result, place.type, tree).js)), place.type);
}

/** `i += 1.5` on an Integer is refused; a Decimal takes what any arithmetic gives. */
function narrowed(result: Value, type: Type, at: Position): Value {
    return assignTo(result, type, at);
}

/** `x++`, `--x`. */
export function step(tree: Step, scope: Scope): Value {
    const place = placeOf(tree.operand, scope);
    if (!isNumeric(place.type)) fail(tree, 'Arithmetic expressions must use numeric arguments');
    const one = nonNull('1', scope.unit.world.named('Integer'));
    const next = coerce(stepped(tree, place.current, one, scope), place.type);
    if (tree.prefix) return nonNull(place.bind(place.assign(next.js)), place.type);
    if (numericRank(place.type) === 1) {
        // The old Integer is the new one stepped back, wrapped the same way.
        const back = tree.operator === '++' ? '-' : '+';
        return nonNull(`((${place.bind(place.assign(next.js))} ${back} 1) | 0)`, place.type);
    }
    return nonNull(postfix(tree, place, one, scope), place.type);
}

function stepped(tree: Step, current: Value, one: Value, scope: Scope): Value {
    return operation(tree.operator === '++' ? '+' : '-', current, one, tree, scope);
}

function postfix(tree: Step, place: Place, one: Value, scope: Scope): string {
    const old = scope.unit.temporary();
    const next = coerce(stepped(tree, nonNull(old, place.type), one, scope), place.type);
    return place.bind(
        `((${old}) => (${place.assign(next.js)}, ${old}))(${required(place.current)})`
    );
}

function placeOf(tree: Expression, scope: Scope): Place {
    switch (tree.kind) {
        case 'name':
            return namePlace(tree.name, tree, scope);
        case 'field':
            return fieldPlace(tree, scope);
        case 'index': {
            const list = expression(tree.target, scope);
            const element = elementType(list.type, tree);
            return indexPlace(list, element, listIndex(tree.index, scope), scope);
        }
        default:
            return fail(tree, 'Expression cannot be assigned');
    }
}

function simplePlace(current: Value): Place {
    const assign = (js: string): string => `(${current.js} = ${js})`;
    return { type: current.type, current, assign, assignOnce: assign, bind: (js) => js };
}

function namePlace(name: string, at: Position, scope: Scope): Place {
    const local = scope.find(name);
    if (local) {
        if (local.isFinal) fail(at, `Final variable cannot be assigned: ${name}`);
        return simplePlace({ ...value(local.js, local.type), isNonNull: local.isNonNull });
    }
    const found = fieldInScope(name, scope);
    const current = variable(name, at, scope);
    if (!found || !current) return fail(at, `Variable does not exist: ${name}`);
    requireAssignable(found.field, at, scope);
    return simplePlace(value(ownFieldPath(found.field, scope), found.type));
}

type Field = NonNullable<ReturnType<typeof findField>>['field'];

function requireAssignable(field: Field, at: Position, scope: Scope): void {
    if (field.owner.origin !== 'user') return;
    if (field.isFinal && !(scope.isInitializing && field.owner === scope.decl))
        fail(
            at,
            `Final members can only be assigned in their declaration, init blocks, or constructors: ${field.name}`
        );
    if (!field.hasSetter) fail(at, `Variable is not writeable: ${field.name}`);
    requireVisible(field, at, scope, 'Variable', field.name, field.setterAccess);
}

function fieldPlace(tree: FieldAccess, scope: Scope): Place {
    if (tree.safe)
        fail(tree, 'Safe navigation operator cannot be used on the left side of an assignment');
    const before = target(tree.target, scope);
    if (before.kind === 'qualifier') return staticPlace(tree, scope);
    const receiver = before.value;
    const found = findField(receiver.type, tree.name);
    if (!found) return simplePlace(fieldOf(receiver, tree.name, tree, scope));
    requireAssignable(found.field, tree, scope);
    if (receiver.type.kind === 'sobject')
        return recordPlace(receiver, found.field.name, found.type, scope);
    return objectPlace(receiver, tree, scope);
}

function staticPlace(tree: FieldAccess, scope: Scope): Place {
    const before = target(tree.target, scope);
    if (before.kind !== 'qualifier') return fail(tree, `Variable does not exist: ${tree.name}`);
    const found = before.decl && findField(before.decl.type, tree.name);
    if (found) requireAssignable(found.field, tree, scope);
    const member = qualifiedMember(before, tree.name, tree, scope);
    if (member.kind !== 'value') return fail(tree, `Variable does not exist: ${tree.name}`);
    return simplePlace(member.value);
}

/** `this` and plain variables may stand in the text twice. */
function isSimple(js: string): boolean {
    return /^(this|super|[\w$]+)$/.test(js);
}

interface Receiver {
    readonly js: string;
    bind(js: string): string;
}

function receiverOf(js: string, scope: Scope): Receiver {
    if (isSimple(js)) return { js, bind: (inner) => inner };
    const parameter = scope.unit.temporary();
    return { js: parameter, bind: (inner) => `((${parameter}) => ${inner})(${js})` };
}

function recordPlace(record: Value, name: string, type: Type, scope: Scope): Place {
    const receiver = receiverOf(record.js, scope);
    const write = (on: string, js: string): string => `$.write(${on}, ${text(name)}, ${js})`;
    return {
        type,
        current: value(`${receiver.js}.read(${text(name)})`, type),
        assign: (js) => write(receiver.js, js),
        assignOnce: (js) => write(record.js, js),
        bind: receiver.bind
    };
}

function objectPlace(object: Value, tree: FieldAccess, scope: Scope): Place {
    const receiver = receiverOf(object.js, scope);
    const current = fieldOf({ ...object, js: receiver.js }, tree.name, tree, scope);
    const once = fieldOf(object, tree.name, tree, scope);
    return {
        type: current.type,
        current,
        assign: (js) => `(${current.js} = ${js})`,
        assignOnce: (js) => `(${once.js} = ${js})`,
        bind: receiver.bind
    };
}

function indexPlace(list: Value, element: Type, position: string, scope: Scope): Place {
    const receiver = receiverOf(list.js, scope);
    const at = receiverOf(position, scope);
    return {
        type: element,
        current: value(`${receiver.js}.get(${at.js})`, element),
        assign: (js) => `$.put(${receiver.js}, ${at.js}, ${js})`,
        assignOnce: (js) => `$.put(${list.js}, ${position}, ${js})`,
        bind: (js) => receiver.bind(at.bind(js))
    };
}
