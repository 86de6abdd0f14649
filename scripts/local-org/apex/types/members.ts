import type { ConstructorInfo, FieldInfo, MethodInfo, TypeDecl } from './declaration.ts';
import { makeType, type Type } from './type.ts';

/** The type with the parameters of a generic declaration replaced by arguments. */
export function substitute(type: Type, decl: TypeDecl, args: readonly Type[]): Type {
    if (type.kind === 'parameter') {
        const index = decl.typeParameters.indexOf(type.name);
        return args[index] ?? type;
    }
    if (type.args.length === 0 || args.length === 0) return type;
    const replaced = type.args.map((arg) => substitute(arg, decl, args));
    return makeType(type.kind, type.name.replace(/<.*/, ''), type.decl, replaced);
}

/** Direct supertypes of a type, with its arguments put in. */
export function supertypes(type: Type): readonly Type[] {
    const { decl } = type;
    if (!decl) return [];
    const superclass = decl.superclass();
    return [...(superclass ? [superclass] : []), ...decl.interfaces()].map((parent) =>
        substitute(parent, decl, type.args)
    );
}

/** The type and all its supertypes, nearest first. */
export function* lineage(type: Type): Generator<Type> {
    const seen = new Set<string>();
    const queue: Type[] = [type];
    for (let at = queue.shift(); at; at = queue.shift()) {
        if (seen.has(at.key)) continue;
        seen.add(at.key);
        yield at;
        queue.push(...supertypes(at));
    }
}

/** The type and its superclasses, nearest first; a circle of classes ends where it closes. */
export function* superclasses(type: Type): Generator<Type> {
    const seen = new Set<string>();
    for (let at: Type | null = type; at && !seen.has(at.key); at = at.decl?.superclass() ?? null) {
        seen.add(at.key);
        yield at;
    }
}

/** A field of the type or of what it extends, with the type it has there. */
export function findField(type: Type, name: string): { field: FieldInfo; type: Type } | undefined {
    for (const at of lineage(type)) {
        const field = at.decl?.field(name);
        if (field && at.decl) return { field, type: substitute(field.type, at.decl, at.args) };
    }
    return undefined;
}

/** A method as a receiver of a certain type sees it. */
export interface BoundMethod {
    readonly method: MethodInfo;
    readonly parameters: readonly Type[];
    readonly returns: Type;
}

/** All methods of a name on a type, overridden ones left out. */
export function findMethods(type: Type, name: string): BoundMethod[] {
    const found = new Map<string, BoundMethod>();
    for (const at of lineage(type)) {
        for (const method of at.decl?.methods(name) ?? []) {
            const bound = bind(method, at);
            const key = bound.parameters.map((parameter) => parameter.key).join(';');
            if (!found.has(key)) found.set(key, bound);
        }
    }
    return [...found.values()];
}

/** Every method on a type and its supertypes, overridden ones left out. */
export function allMethods(type: Type): BoundMethod[] {
    const found = new Map<string, BoundMethod>();
    for (const at of lineage(type)) {
        for (const method of at.decl?.allMethods() ?? []) {
            const bound = bind(method, at);
            const key = signatureKey(bound);
            if (!found.has(key)) found.set(key, bound);
        }
    }
    return [...found.values()];
}

export function signatureKey(method: BoundMethod): string {
    const types = method.parameters.map((parameter) => parameter.key).join(';');
    return `${method.method.name.toLowerCase()}(${types})`;
}

export function bind(method: MethodInfo, on: Type): BoundMethod {
    const { decl } = on;
    if (!decl || on.args.length === 0)
        return { method, parameters: method.parameters, returns: method.returns };
    return {
        method,
        parameters: method.parameters.map((parameter) => substitute(parameter, decl, on.args)),
        returns: substitute(method.returns, decl, on.args)
    };
}

export interface BoundConstructor {
    readonly constructor: ConstructorInfo;
    readonly parameters: readonly Type[];
}

export function boundConstructors(type: Type): BoundConstructor[] {
    const { decl } = type;
    if (!decl) return [];
    return decl.constructors().map((constructor) => ({
        constructor,
        parameters: constructor.parameters.map((parameter) =>
            substitute(parameter, decl, type.args)
        )
    }));
}

/** True when one type is, extends or implements the other. */
export function isSubtype(type: Type, of: Type): boolean {
    if (type.key === of.key) return true;
    for (const at of lineage(type)) {
        if (at.decl === of.decl && of.decl !== null && argumentsFit(at, of)) return true;
    }
    return false;
}

function argumentsFit(a: Type, b: Type): boolean {
    return a.args.every((arg, index) => {
        const other = b.args[index];
        return (
            other === undefined ||
            other.kind === 'object' ||
            arg.kind === 'object' ||
            isSubtype(arg, other) ||
            isSubtype(other, arg)
        );
    });
}
