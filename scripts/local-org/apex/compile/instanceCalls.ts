import type { Call, Position } from '../syntax/ast.ts';
import { chooseOverload } from '../types/conversions.ts';
import { findMethods, type BoundMethod } from '../types/members.ts';
import { isPrimitive, type Type } from '../types/type.ts';
import { isUserDecl } from '../types/userDecl.ts';
import { requireVisible } from './access.ts';
import { coercedArguments, compiledArguments } from './arguments.ts';
import { missingMethod, recordTypes } from './calls.ts';
import { oneRecord } from './convert.ts';
import { bindScope, isBindingCall } from './dynamicQueries.ts';
import { methodName, text } from './names.ts';
import { fail } from './problems.ts';
import type { Scope } from './scope.ts';
import { required, value, type Value } from './value.ts';

/** `receiver.method(…)`. */
export function instanceCall(receiver: Value, tree: Call, scope: Scope): Value {
    const args = compiledArguments(tree.args, scope);
    const called = invoked(receiver, tree, args, scope);
    return receiver.guards ? { ...called, guards: receiver.guards } : called;
}

function invoked(receiver: Value, tree: Call, args: readonly Value[], scope: Scope): Value {
    const chosen = chosenMethod(receiver.type, tree.name, args);
    if (chosen) return boundCall(receiver, chosen, args, tree, scope);
    const [element] = receiver.type.args;
    if (receiver.isQuery && element && findMethods(element, tree.name).length > 0)
        return invoked(oneRecord(receiver, element), tree, args, scope);
    return universalCall(receiver, tree, args, scope);
}

function chosenMethod(type: Type, name: string, args: readonly Value[]): BoundMethod | undefined {
    const candidates = findMethods(type, name).filter(({ method }) => !method.isStatic);
    const types = args.map((arg) => arg.type);
    return chooseOverload(candidates, types) ?? chooseOverload(candidates, recordTypes(args));
}

function boundCall(
    receiver: Value,
    chosen: BoundMethod,
    args: readonly Value[],
    tree: Call,
    scope: Scope
): Value {
    const { method } = chosen;
    const list = coercedArguments(args, chosen.parameters);
    if (isUserDecl(method.owner)) {
        requireVisible(method, tree, scope, 'Method', signature(chosen));
        return value(`${receiver.js}.${methodName(method)}(${list})`, chosen.returns);
    }
    scope.unit.use(method.owner.name, method.name, false, tree.line);
    return platformCall(receiver, chosen, list, scope);
}

function signature({ method, parameters, returns }: BoundMethod): string {
    return `${returns.name} ${method.name}(${parameters.map(({ name }) => name).join(', ')})`;
}

function platformCall(receiver: Value, chosen: BoundMethod, list: string, scope: Scope): Value {
    const { method } = chosen;
    const returns = resultType(receiver.type, chosen);
    const isNonNull = neverNull(chosen);
    if (receiver.type.kind === 'primitive') {
        const all = [required(receiver), ...(list === '' ? [] : [list])].join(', ');
        const methods = scope.unit.constant(`$.primitive(${text(receiver.type.name)})`);
        return { js: `${methods}.${method.name}(${all})`, type: returns, isNonNull };
    }
    return { js: `${receiver.js}.${method.name}(${list})`, type: returns, isNonNull };
}

/** A copy of a record is of the record's type, though SObject declares `clone`. */
function resultType(receiver: Type, { method, returns }: BoundMethod): Type {
    return receiver.kind === 'sobject' && method.name === 'clone' ? receiver : returns;
}

const ALWAYS_THERE = new Set(['List', 'Set', 'Map', 'String']);

/** Counts and tests of collections and text; what is held inside may be null. */
function neverNull({ method }: BoundMethod): boolean {
    return (
        ALWAYS_THERE.has(method.owner.type.name.replace(/<.*/, '')) &&
        isPrimitive(method.returns, 'Integer', 'Boolean')
    );
}

const UNIVERSAL: Readonly<
    Record<string, { readonly name: string; readonly returns: string; readonly arity: number }>
> = {
    tostring: { name: 'toString', returns: 'String', arity: 0 },
    hashcode: { name: 'hashCode', returns: 'Integer', arity: 0 },
    equals: { name: 'equals', returns: 'Boolean', arity: 1 }
};

/** What every value has without declaring it; enums have `name` and `ordinal` besides. */
function universalCall(receiver: Value, tree: Call, args: readonly Value[], scope: Scope): Value {
    const { world } = scope.unit;
    const key = tree.name.toLowerCase();
    if (receiver.type.kind === 'unknown') return value('null', receiver.type);
    if (receiver.type.kind === 'enum' && args.length === 0) {
        if (key === 'name') return value(`${receiver.js}.name()`, world.named('String'));
        if (key === 'ordinal') return value(`${receiver.js}.ordinal()`, world.named('Integer'));
    }
    const method = UNIVERSAL[key];
    if (method && method.arity === args.length) {
        const list = [required(receiver), ...args.map((arg) => arg.js)].join(', ');
        return value(`$.${method.name}(${list})`, world.named(method.returns));
    }
    if (key === 'clone' && args.length === 0 && isUserDecl(receiver.type.decl))
        return value(`$.copy(${required(receiver)})`, receiver.type);
    return noMethod(receiver, tree, args);
}

function noMethod(receiver: Value, tree: Call, args: readonly Value[]): never {
    const statics = findMethods(receiver.type, tree.name).filter(({ method }) => method.isStatic);
    const [first] = statics;
    if (first)
        fail(
            tree,
            `Static method cannot be referenced from a non static context: ${signature(first)}`
        );
    return missingMethod(tree, tree.name, args, receiver.type);
}

/** A static method of the platform; queries in text may name the variables in sight. */
export function platformStaticCall(
    chosen: BoundMethod,
    list: string,
    at: Position,
    scope: Scope
): Value {
    const { method } = chosen;
    scope.unit.use(method.owner.name, method.name, true, at.line);
    const isQuery = isRecordQuery(method.owner.name, method.name);
    return { ...staticCallValue(chosen, list, scope), isQuery };
}

function staticCallValue(chosen: BoundMethod, list: string, scope: Scope): Value {
    const { method } = chosen;
    const library = scope.unit.constant(`$.platform(${text(method.owner.name)})`);
    const js = `${library}.${method.name}(${list})`;
    if (!isBindingCall(method.owner.name, method.name)) return value(js, chosen.returns);
    return value(`$.withBinds(${bindScope(scope)}, () => ${js})`, chosen.returns);
}

/** What `Database.query` gives stands for its only record too, as a query in brackets does. */
function isRecordQuery(owner: string, method: string): boolean {
    return owner === 'System.Database' && /^query(WithBinds)?$/i.test(method);
}
