import type { Call, ConstructorCall, Position } from '../syntax/ast.ts';
import type { TypeDecl } from '../types/declaration.ts';
import { chooseOverload } from '../types/conversions.ts';
import { findField, findMethods, superclasses, type BoundMethod } from '../types/members.ts';
import { VOID, type Type } from '../types/type.ts';
import { isUserDecl, type UserDecl } from '../types/userDecl.ts';
import { requireVisible } from './access.ts';
import { compiledArguments, coercedArguments, typeList } from './arguments.ts';
import { initializeFrom } from './creations.ts';
import { instanceCall, platformStaticCall } from './instanceCalls.ts';
import { methodName, text } from './names.ts';
import { fail } from './problems.ts';
import { objectStaticCall } from './objectCalls.ts';
import type { Scope } from './scope.ts';
import { opened, staticTarget, target, type Target } from './targets.ts';
import { finished, required, value, type Value } from './value.ts';

export function call(tree: Call, scope: Scope): Value {
    return finished(chainedCall(tree, scope));
}

/** A call inside a chain: `?.` steps stay open for what follows. */
export function chainedCall(tree: Call, scope: Scope): Value {
    if (tree.target === null) return unqualifiedCall(tree, scope);
    const error = fieldError(tree, scope);
    if (error) return error;
    const before = staticTarget(target(tree.target, scope), tree.target, scope, (type) =>
        methodKind(type, tree.name)
    );
    if (before.kind === 'qualifier') return qualifiedCall(tree, before, scope);
    return instanceCall(opened(before.value, tree.safe, scope), tree, scope);
}

function methodKind(type: Type, name: string): 'instance' | 'static' | 'none' {
    if (type.kind === 'enum' && /^(values|valueOf)$/i.test(name)) return 'static';
    const methods = findMethods(type, name);
    if (methods.some(({ method }) => !method.isStatic)) return 'instance';
    return methods.length > 0 ? 'static' : 'none';
}

/** `record.Name.addError('…')` puts the error on the field, whatever its value. */
function fieldError(tree: Call, scope: Scope): Value | undefined {
    if (!/^addError$/i.test(tree.name) || tree.target?.kind !== 'field') return undefined;
    const before = target(tree.target.target, scope);
    if (before.kind !== 'value' || before.value.type.kind !== 'sobject') return undefined;
    const field = findField(before.value.type, tree.target.name)?.field;
    if (!field || field.type.kind === 'sobject') return undefined;
    const args = compiledArguments(tree.args, scope).map((arg) => arg.js);
    const all = [text(field.name), ...args].join(', ');
    return value(`${required(before.value)}.addError(${all})`, VOID);
}

/** A method of the own class, of what it extends, or a static one of a class around it. */
function unqualifiedCall(tree: Call, scope: Scope): Value {
    const args = compiledArguments(tree.args, scope);
    const candidates = methodsInScope(tree.name, scope);
    const chosen = choose(tree, candidates, args, scope.decl.type);
    const { method } = chosen;
    const list = coercedArguments(args, chosen.parameters);
    if (method.isStatic) return staticCall(chosen, list, tree, scope);
    if (scope.isStatic || !ownedBy(scope.decl, method.owner.name))
        fail(
            tree,
            `Non static method cannot be referenced from a static context: ${described(tree.name, chosen)}`
        );
    const jsName = isUserDecl(method.owner) ? methodName(method) : method.name;
    return value(`this.${jsName}(${list})`, chosen.returns);
}

function ownedBy(decl: UserDecl, owner: string): boolean {
    return decl.outer === null || decl.outer.name !== owner || isInherited(decl, owner);
}

function isInherited(decl: UserDecl, owner: string): boolean {
    return [...superclasses(decl.type)].some((type) => type.decl?.name === owner);
}

function methodsInScope(name: string, scope: Scope): BoundMethod[] {
    const own = findMethods(scope.decl.type, name);
    if (own.length > 0 || !scope.decl.outer) return own;
    return findMethods(scope.decl.outer.type, name);
}

function choose(
    tree: Call,
    candidates: readonly BoundMethod[],
    args: readonly Value[],
    on: Type
): BoundMethod {
    const types = args.map((arg) => arg.type);
    const chosen =
        chooseOverload(candidates, types) ?? chooseOverload(candidates, recordTypes(args));
    return chosen ?? missingMethod(tree, tree.name, args, on);
}

/** A query may stand for its one record where no overload takes a list. */
export function recordTypes(args: readonly Value[]): Type[] {
    return args.map((arg) => (arg.isQuery ? (arg.type.args[0] ?? arg.type) : arg.type));
}

export function missingMethod(at: Position, name: string, args: readonly Value[], on: Type): never {
    return fail(
        at,
        `Method does not exist or incorrect signature: void ${name}(${typeList(args)}) from the type ${on.name}`
    );
}

function described(name: string, chosen: BoundMethod): string {
    const types = chosen.parameters.map((parameter) => parameter.name).join(', ');
    return `${chosen.returns.name} ${name}(${types})`;
}

function staticCall(chosen: BoundMethod, list: string, at: Position, scope: Scope): Value {
    const owner = chosen.method.owner;
    if (!isUserDecl(owner)) return platformStaticCall(chosen, list, at, scope);
    return value(
        `${scope.unit.classRef(owner)}.${methodName(chosen.method)}(${list})`,
        chosen.returns
    );
}

function qualifiedCall(
    tree: Call,
    before: Extract<Target, { kind: 'qualifier' }>,
    scope: Scope
): Value {
    const decl =
        before.decl ?? fail(tree.target ?? tree, `Variable does not exist: ${before.path}`);
    const platform = decl.kind === 'sobject' ? platformTwin(decl, tree, scope) : undefined;
    if (platform) return qualifiedCall(tree, { ...before, decl: platform }, scope);
    if (decl.kind === 'sobject') return objectStaticCall(decl, tree, scope);
    if (decl.kind === 'enum') return enumCall(tree, decl.type, scope);
    const args = compiledArguments(tree.args, scope);
    const candidates = findMethods(decl.type, tree.name).filter(({ method }) => method.isStatic);
    const chosen = choose(
        tree,
        candidates.length > 0 ? candidates : notStatic(tree, decl.type),
        args,
        decl.type
    );
    requireVisible(chosen.method, tree, scope, 'Method', described(tree.name, chosen));
    return staticCall(chosen, coercedArguments(args, chosen.parameters), tree, scope);
}

/** The class that shares its name with an object (`Network`, `Approval`), if it has the method. */
function platformTwin(object: TypeDecl, tree: Call, scope: Scope): TypeDecl | undefined {
    const twin = scope.unit.world.platformDecl(`System.${object.name}`);
    return twin && findMethods(twin.type, tree.name).length > 0 ? twin : undefined;
}

function notStatic(tree: Call, on: Type): BoundMethod[] {
    const instance = findMethods(on, tree.name);
    const [first] = instance;
    if (!first) return [];
    return fail(
        tree,
        `Non static method cannot be referenced from a static context: ${described(tree.name, first)}`
    );
}

/** `Color.values()`, `Color.valueOf('RED')`. */
function enumCall(tree: Call, type: Type, scope: Scope): Value {
    const { world } = scope.unit;
    const args = compiledArguments(tree.args, scope);
    const enumeration = scope.unit.typeRef(type);
    if (/^values$/i.test(tree.name) && args.length === 0)
        return { ...value(`$.enumValues(${enumeration})`, world.listOf(type)), isNonNull: true };
    const [name] = args;
    if (/^valueOf$/i.test(tree.name) && name && args.length === 1)
        return { ...value(`$.enumValueOf(${enumeration}, ${name.js})`, type), isNonNull: true };
    return missingMethod(tree, tree.name, args, type);
}

/** `this(…)` and `super(…)` at the start of a constructor. */
export function constructorCall(tree: ConstructorCall, scope: Scope): Value {
    const on = tree.which === 'this' ? scope.decl.type : scope.decl.superclass();
    if (!on) return value('void 0', VOID);
    const args = compiledArguments(tree.args, scope);
    return value(initializeFrom(tree.which, on, args, tree, scope), VOID);
}
