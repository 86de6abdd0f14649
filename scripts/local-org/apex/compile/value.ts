import type { Type } from '../types/type.ts';

/** A step of `?.`: the rest of the chain is evaluated only when the argument isn't null. */
export interface Guard {
    readonly parameter: string;
    readonly argument: string;
}

/** What a value says of the schema: the object that a describe or token is about. */
export interface SchemaPart {
    readonly object: string;
    readonly part: 'describe' | 'fields' | 'fieldSets' | 'rowCause' | 'tokens';
}

/** The JavaScript of an expression with its static type. */
export interface Value {
    readonly js: string;
    readonly type: Type;
    /** Known not to be null: no check is emitted. */
    readonly isNonNull?: boolean;
    /** A query in brackets: also stands for its only record. */
    readonly isQuery?: boolean;
    /** A parent reached through a relationship: reading on from null gives null. */
    readonly isRelationship?: boolean;
    /** Open `?.` steps; `finished` closes them. */
    readonly guards?: readonly Guard[];
    readonly schemaPart?: SchemaPart;
}

export function value(js: string, type: Type): Value {
    return { js, type };
}

export function nonNull(js: string, type: Type): Value {
    return { js, type, isNonNull: true };
}

/** The JavaScript of a value that must not be null where it is used. */
export function required({ js, isNonNull }: Value): string {
    return isNonNull ? js : `$.nn(${js})`;
}

/** Closes the `?.` steps of a chain: null as soon as one of them meets null. */
export function finished(open: Value): Value {
    if (!open.guards || open.guards.length === 0) return open;
    const js = open.guards.reduceRight(
        (rest, { parameter, argument }) =>
            `((${parameter}) => ${parameter} == null ? null : ${rest})(${argument})`,
        open.js
    );
    return { js, type: open.type };
}
