import type { TypeDecl } from './declaration.ts';

export type TypeKind =
    | 'primitive'
    | 'object'
    | 'void'
    | 'null'
    | 'sobject'
    | 'class'
    | 'interface'
    | 'enum'
    | 'list'
    | 'set'
    | 'map'
    /** A type parameter of a platform declaration, e.g. the T of List<T>. */
    | 'parameter'
    /** The type of an expression in error: fits everywhere, so that one mistake gives one message. */
    | 'unknown';

/** A static type. Types are equal when their keys are. */
export interface Type {
    readonly kind: TypeKind;
    /** As the platform prints it in messages: `List<Account>`, `Outer.Inner`, `System.HttpRequest`. */
    readonly name: string;
    readonly key: string;
    readonly args: readonly Type[];
    /** Where its members are; null for void, null and unknown. */
    readonly decl: TypeDecl | null;
}

export function makeType(
    kind: TypeKind,
    name: string,
    decl: TypeDecl | null,
    args: readonly Type[] = []
): Type {
    const text = args.length > 0 ? `${name}<${args.map((arg) => arg.name).join(',')}>` : name;
    return { kind, name: text, key: text.toLowerCase(), args, decl };
}

export const VOID = makeType('void', 'void', null);
export const NULL = makeType('null', 'null', null);
export const UNKNOWN = makeType('unknown', 'Unknown', null);

export function sameType(a: Type, b: Type): boolean {
    return a.key === b.key || a.kind === 'unknown' || b.kind === 'unknown';
}

export function isPrimitive(type: Type, ...names: readonly string[]): boolean {
    return type.kind === 'primitive' && names.includes(type.name);
}

const NUMERIC_RANKS: Readonly<Record<string, number>> = {
    Integer: 1,
    Long: 2,
    Double: 3,
    Decimal: 4
};

/** Integer 1, Long 2, Double 3, Decimal 4; 0 for what is no number. */
export function numericRank(type: Type): number {
    return type.kind === 'primitive' ? (NUMERIC_RANKS[type.name] ?? 0) : 0;
}

export function isNumeric(type: Type): boolean {
    return numericRank(type) > 0;
}

export function isText(type: Type): boolean {
    return isPrimitive(type, 'String', 'Id');
}
