import type { Annotation, Position } from '../syntax/ast.ts';
import type { Type } from './type.ts';

export type Access = 'private' | 'protected' | 'public' | 'global';
export type Origin = 'user' | 'platform' | 'sobject';

export interface MemberInfo {
    readonly name: string;
    readonly owner: TypeDecl;
    readonly isStatic: boolean;
    readonly access: Access;
    readonly isTestVisible: boolean;
}

export interface FieldInfo extends MemberInfo {
    readonly kind: 'field';
    readonly type: Type;
    readonly isFinal: boolean;
    /** Read or written through accessors with a body, or overridable: never a plain JavaScript field. */
    readonly isAccessor: boolean;
    readonly hasGetter: boolean;
    readonly hasSetter: boolean;
    readonly setterAccess: Access;
    /** A constant of an enum. */
    readonly isConstant: boolean;
}

export interface MethodInfo extends MemberInfo {
    readonly kind: 'method';
    readonly parameters: readonly Type[];
    readonly returns: Type;
    readonly isAbstract: boolean;
    readonly isVirtual: boolean;
    readonly isOverride: boolean;
    readonly annotations: readonly Annotation[];
    readonly position: Position | null;
}

export interface ConstructorInfo extends MemberInfo {
    readonly kind: 'constructor';
    readonly parameters: readonly Type[];
}

/** The members that a type declares itself; names are looked up in any case. */
export interface TypeDecl {
    readonly origin: Origin;
    readonly kind: 'class' | 'interface' | 'enum' | 'sobject';
    /** `Outer.Inner`, `System.Http`, `Account`. */
    readonly name: string;
    readonly typeParameters: readonly string[];
    readonly isAbstract: boolean;
    readonly isVirtual: boolean;
    readonly outer: TypeDecl | null;
    /** The type itself, with its own parameters as arguments. */
    readonly type: Type;
    superclass(): Type | null;
    interfaces(): readonly Type[];
    field(name: string): FieldInfo | undefined;
    fields(): readonly FieldInfo[];
    methods(name: string): readonly MethodInfo[];
    allMethods(): readonly MethodInfo[];
    constructors(): readonly ConstructorInfo[];
    inner(name: string): TypeDecl | undefined;
}

/** Groups by lower-case name, order kept. */
export function byName<T extends { readonly name: string }>(items: readonly T[]): Map<string, T[]> {
    const groups = new Map<string, T[]>();
    for (const item of items) {
        const key = item.name.toLowerCase();
        const group = groups.get(key);
        if (group) group.push(item);
        else groups.set(key, [item]);
    }
    return groups;
}

/** Computes on first call. */
export function lazy<T>(compute: () => T): () => T {
    let value: { readonly of: T } | undefined;
    return () => (value ??= { of: compute() }).of;
}
