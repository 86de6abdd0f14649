import type { Position } from '../syntax/ast.ts';
import type { MethodInfo } from '../types/declaration.ts';
import {
    allMethods,
    lineage,
    signatureKey,
    superclasses,
    type BoundMethod
} from '../types/members.ts';
import { isUserDecl, membersOf, type UserDecl } from '../types/userDecl.ts';
import { isException } from './creations.ts';
import type { UnitContext } from './unitContext.ts';

/** Problems of a declaration itself: names used twice, supertypes, missing methods. */
export function checkDeclaration(decl: UserDecl, unit: UnitContext): void {
    checkSupertypes(decl, unit);
    checkFields(decl, unit);
    checkMethods(decl, unit);
    if (decl.kind === 'class' && !decl.isAbstract) checkImplemented(decl, unit);
}

function checkSupertypes(decl: UserDecl, unit: UnitContext): void {
    const { tree } = decl;
    if (tree.kind === 'enum') return;
    const names = [
        ...(tree.kind === 'class' && tree.superclass ? [tree.superclass] : []),
        ...tree.interfaces
    ];
    for (const name of names) {
        if (!unit.world.resolve(name, decl)) unit.report(name, `Invalid type: ${name.name}`);
    }
    const base = decl.superclass()?.decl;
    if (isCircular(decl)) unit.report(tree, `Circular definition: ${decl.name}`);
    if (isUserDecl(base) && !base.isVirtual && !isException(base.type))
        unit.report(tree, `Non-virtual and non-abstract type cannot be extended: ${base.name}`);
    if (isUserDecl(base) && base.kind === 'interface')
        unit.report(tree, `Class ${decl.name} must not extend an interface: ${base.name}`);
    if (isException(decl.type) && !/exception$/i.test(tree.name))
        unit.report(tree, `Exception class must end with 'Exception': ${tree.name}`);
}

function isCircular(decl: UserDecl): boolean {
    const last = [...superclasses(decl.type)].at(-1);
    return last?.decl?.superclass() !== null && last?.decl?.superclass() !== undefined;
}

function checkFields(decl: UserDecl, unit: UnitContext): void {
    const seen = new Set<string>();
    for (const member of membersOf(decl.tree)) {
        if (member.kind !== 'field' && member.kind !== 'property') continue;
        if (!unit.world.resolve(member.type, decl))
            unit.report(member.type, `Invalid type: ${member.type.name}`);
        const names = member.kind === 'field' ? member.declarators : [member];
        for (const { name, line, column } of names) {
            if (seen.has(name.toLowerCase()))
                unit.report({ line, column }, `Duplicate field: ${name}`);
            seen.add(name.toLowerCase());
        }
    }
}

function checkMethods(decl: UserDecl, unit: UnitContext): void {
    const seen = new Set<string>();
    for (const member of membersOf(decl.tree)) {
        if (member.kind !== 'method' && member.kind !== 'constructor') continue;
        const names = member.kind === 'method' && member.returns ? [member.returns] : [];
        if (
            member.kind === 'constructor' &&
            member.name.toLowerCase() !== decl.tree.name.toLowerCase()
        )
            unit.report(member, `Invalid constructor name: ${member.name}`);
        for (const name of [...names, ...member.parameters.map(({ type }) => type)]) {
            if (!unit.world.resolve(name, decl)) unit.report(name, `Invalid type: ${name.name}`);
        }
    }
    for (const method of decl.allMethods()) {
        const key = signatureKey({ ...method, method });
        const at = method.position ?? decl.tree;
        if (seen.has(key))
            unit.report(
                at,
                `Method already defined: ${method.name} ${parameterList(method)} from the type ${decl.name}`
            );
        seen.add(key);
        checkOverride(method, decl, at, unit);
    }
}

function parameterList(method: MethodInfo): string {
    return `(${method.parameters.map(({ name }) => name).join(', ')})`;
}

function checkOverride(method: MethodInfo, decl: UserDecl, at: Position, unit: UnitContext): void {
    if (method.isStatic || decl.kind === 'interface') return;
    const base = overridden(method, decl);
    const shown = `${method.returns.name} ${decl.name}.${method.name}${parameterList(method)}`;
    if (method.isOverride && !base && !isUniversal(method))
        unit.report(at, `Method does not override an ancestor method: ${shown}`);
    if (!base || !isUserDecl(base.owner)) return;
    if (!base.isVirtual)
        unit.report(at, `Non-virtual, non-abstract method cannot be overridden: ${shown}`);
    else if (!method.isOverride && !base.isAbstract)
        unit.report(at, `Method must use the override keyword: ${shown}`);
}

const UNIVERSAL = new Set(['tostring', 'hashcode', 'equals', 'clone']);

function isUniversal(method: MethodInfo): boolean {
    return UNIVERSAL.has(method.name.toLowerCase());
}

/** The method of a superclass with the same name and parameters, private ones aside. */
function overridden(method: MethodInfo, decl: UserDecl): MethodInfo | undefined {
    const superclass = decl.superclass();
    if (!superclass) return undefined;
    const key = signatureKey({ ...method, method });
    for (const type of lineage(superclass)) {
        if (type.decl?.kind === 'interface') continue;
        const found = type.decl
            ?.methods(method.name)
            .find((other) => signatureKey({ ...other, method: other }) === key);
        if (found && found.access !== 'private') return found;
        if (found && type.decl?.outer && type.decl.outer === decl.outer) return found;
    }
    return undefined;
}

function checkImplemented(decl: UserDecl, unit: UnitContext): void {
    const concrete = allMethods(decl.type).filter(({ method }) => !method.isAbstract);
    for (const type of lineage(decl.type)) {
        for (const method of type.decl?.allMethods() ?? []) {
            if (!method.isAbstract || concrete.some((candidate) => implementsIt(candidate, method)))
                continue;
            const shown = `${method.returns.name} ${type.name}.${method.name}${parameterList(method)}`;
            unit.report(decl.tree, `Class ${decl.name} must implement the method: ${shown}`);
        }
    }
}

/** Platform interfaces with type parameters fit by name and number of parameters. */
function implementsIt(candidate: BoundMethod, method: MethodInfo): boolean {
    if (candidate.method.name.toLowerCase() !== method.name.toLowerCase()) return false;
    if (candidate.parameters.length !== method.parameters.length) return false;
    if (method.owner.origin === 'platform') return true;
    return candidate.parameters.every((type, index) => type.key === method.parameters[index]?.key);
}
