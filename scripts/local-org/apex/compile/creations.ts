import type { Expression, New, NewArray, NewElements, NewMap, Position } from '../syntax/ast.ts';
import { chooseOverload, isAssignable } from '../types/conversions.ts';
import { boundConstructors, findField, lineage } from '../types/members.ts';
import type { Type } from '../types/type.ts';
import { isUserDecl, type UserDecl } from '../types/userDecl.ts';
import { requireVisible } from './access.ts';
import { coercedArguments, compiledArguments, typeList } from './arguments.ts';
import { assignTo } from './convert.ts';
import { expression } from './expressions.ts';
import { constructorName, defaultConstructorName, text } from './names.ts';
import { fail } from './problems.ts';
import type { Scope } from './scope.ts';
import { listIndex } from './targets.ts';
import { resolveType } from './typeTests.ts';
import { nonNull, type Value } from './value.ts';

export function newObject(tree: New, scope: Scope): Value {
    const type = resolveType(tree.type, scope);
    if (type.kind === 'sobject') return newRecord(type, tree, scope);
    const args = compiledArguments(tree.args, scope);
    if (type.kind === 'list' || type.kind === 'set' || type.kind === 'map')
        return newCollection(type, args, tree, scope);
    if (isUserDecl(type.decl)) return newInstance(type, type.decl, args, tree, scope);
    return newPlatformObject(type, args, tree, scope);
}

/** `new Account(Name = 'x')`. */
function newRecord(type: Type, tree: New, scope: Scope): Value {
    const pairs = tree.args.map((arg) => fieldPair(type, arg, scope));
    return nonNull(`$.record(${text(type.name)}, {${pairs.join(', ')}})`, type);
}

function fieldPair(type: Type, arg: Expression, scope: Scope): string {
    if (arg.kind !== 'assign' || arg.target.kind !== 'name' || arg.operator !== null)
        return fail(
            arg,
            `Invalid constructor syntax, name=value pairs can only be used for SObjects`
        );
    const { name } = arg.target;
    const found =
        findField(type, name) ?? fail(arg, `Field does not exist: ${name} on ${type.name}`);
    const assigned = assignTo(expression(arg.value, scope), found.type, arg);
    return `${text(found.field.name)}: ${assigned.js}`;
}

const COLLECTIONS: Readonly<Record<string, string>> = {
    list: 'newList',
    set: 'newSet',
    map: 'newMap'
};

function elementTypes(type: Type, scope: Scope): string {
    return type.args.map((arg) => scope.unit.typeRef(arg)).join(', ');
}

/** Empty, of a size, or a copy of another collection. */
function newCollection(type: Type, args: readonly Value[], at: Position, scope: Scope): Value {
    const [source] = args;
    if (args.length > 1 || (source && !fitsCollection(type, source)))
        fail(at, `Constructor not defined: [${type.name}].<Constructor>(${typeList(args)})`);
    const parts = [elementTypes(type, scope), ...(source ? [source.js] : [])];
    return nonNull(`$.${COLLECTIONS[type.kind]}(${parts.join(', ')})`, type);
}

function fitsCollection(type: Type, source: Value): boolean {
    const candidates = boundConstructors(type).filter(({ parameters }) => parameters.length === 1);
    const from = source.type;
    if (chooseOverload(candidates, [from]) || from.kind === 'null') return true;
    const [element] = from.args;
    const [place] = type.args;
    if (type.kind === 'map') return from.kind === 'list' && element?.kind === 'sobject';
    const isCollection = ['list', 'set'].includes(from.kind) || isIterable(from);
    return (
        isCollection && element !== undefined && place !== undefined && isAssignable(element, place)
    );
}

function isIterable(type: Type): boolean {
    for (const at of lineage(type)) if (at.decl?.name === 'System.Iterable') return true;
    return false;
}

function newInstance(
    type: Type,
    decl: UserDecl,
    args: readonly Value[],
    at: Position,
    scope: Scope
): Value {
    if (decl.kind !== 'class' || decl.isAbstract)
        fail(at, `Abstract classes cannot be constructed: ${decl.name}`);
    const cls = scope.unit.classRef(decl);
    const allocated = `new ${cls.endsWith(')') ? `(${cls})` : cls}()`;
    return nonNull(`${allocated}.${initializer(type, decl, args, at, scope)}`, type);
}

/** `$new$Foo$Integer(1)`: the constructor that the arguments choose. */
function initializer(
    type: Type,
    decl: UserDecl,
    args: readonly Value[],
    at: Position,
    scope: Scope
): string {
    const candidates = boundConstructors(type);
    const chosen = chooseOverload(
        candidates,
        args.map((arg) => arg.type)
    );
    if (chosen) {
        requireVisible(
            chosen.constructor,
            at,
            scope,
            'Constructor',
            `[${decl.name}].<Constructor>(${typeList(args)})`
        );
        return `${constructorName(chosen.constructor)}(${coercedArguments(args, chosen.parameters)})`;
    }
    if (isException(type) && fitsException(args, scope))
        return `$standard(${args.map((arg) => arg.js).join(', ')})`;
    if (candidates.length === 0 && args.length === 0) return `${defaultConstructorName(decl)}()`;
    return fail(at, `Constructor not defined: [${decl.name}].<Constructor>(${typeList(args)})`);
}

export function isException(type: Type): boolean {
    for (const at of lineage(type)) if (at.decl?.name === 'System.Exception') return true;
    return false;
}

/** Every exception class has (), (message), (cause) and (message, cause). */
function fitsException(args: readonly Value[], scope: Scope): boolean {
    const { world } = scope.unit;
    const [message, cause] = [world.named('String'), world.named('Exception')];
    const forms = [[], [message], [cause], [message, cause]];
    return forms.some(
        (form) =>
            form.length === args.length &&
            form.every((type, index) => {
                const arg = args[index];
                return arg !== undefined && isAssignable(arg.type, type);
            })
    );
}

/** `this(…)` or `super(…)` inside a constructor. */
export function initializeFrom(
    which: 'this' | 'super',
    on: Type,
    args: readonly Value[],
    at: Position,
    scope: Scope
): string {
    if (isUserDecl(on.decl)) return `${which}.${initializer(on, on.decl, args, at, scope)}`;
    if (!isException(on)) return 'void 0';
    return `$.initException(${['this', ...args.map((arg) => arg.js)].join(', ')})`;
}

function newPlatformObject(type: Type, args: readonly Value[], at: Position, scope: Scope): Value {
    const decl = type.decl ?? fail(at, `Invalid type: ${type.name}`);
    const standard = isException(type) && fitsException(args, scope);
    const chosen = chooseOverload(
        boundConstructors(type),
        args.map((arg) => arg.type)
    );
    if (!chosen && !standard)
        fail(at, `Constructor not defined: [${type.name}].<Constructor>(${typeList(args)})`);
    scope.unit.use(decl.name, 'construct', true, at.line);
    const list = chosen
        ? coercedArguments(args, chosen.parameters)
        : args.map((arg) => arg.js).join(', ');
    const library = scope.unit.constant(`$.platform(${text(decl.name)})`);
    return nonNull(`${library}.construct(${list})`, type);
}

/** `new List<X>{…}`, `new Set<X>{…}`. */
export function newElements(tree: NewElements, scope: Scope): Value {
    const type = resolveType(tree.type, scope);
    if (type.kind === 'map' && tree.elements.length === 0)
        return newCollection(type, [], tree, scope);
    const [element] = type.args;
    if ((type.kind !== 'list' && type.kind !== 'set') || !element)
        return fail(tree, `Invalid initializer for type: ${type.name}`);
    const items = tree.elements.map((item) => assignTo(expression(item, scope), element, item).js);
    const name = type.kind === 'list' ? 'listWith' : 'setWith';
    return nonNull(`$.${name}(${scope.unit.typeRef(element)}, [${items.join(', ')}])`, type);
}

export function newArray(tree: NewArray, scope: Scope): Value {
    const type = resolveType(tree.type, scope);
    return nonNull(`$.newList(${elementTypes(type, scope)}, ${listIndex(tree.size, scope)})`, type);
}

export function newMap(tree: NewMap, scope: Scope): Value {
    const type = resolveType(tree.type, scope);
    const [key, held] = type.args;
    if (type.kind !== 'map' || !key || !held)
        return fail(tree, `Invalid initializer for type: ${type.name}`);
    const pairs = tree.entries.map((entry) => {
        const k = assignTo(expression(entry.key, scope), key, entry.key).js;
        return `[${k}, ${assignTo(expression(entry.value, scope), held, entry.value).js}]`;
    });
    return nonNull(`$.mapWith(${elementTypes(type, scope)}, [${pairs.join(', ')}])`, type);
}
