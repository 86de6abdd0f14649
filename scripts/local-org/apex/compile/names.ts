import type { ConstructorInfo, FieldInfo, MethodInfo, TypeDecl } from '../types/declaration.ts';
import type { Type } from '../types/type.ts';

/**
 * Names in the generated JavaScript. Apex identifiers hold no `$`, so whatever has one cannot clash
 * with a name of the source.
 */

const RESERVED = new Set(
    (
        'arguments async await break case catch class const continue debugger default delete do else ' +
        'enum eval export extends false finally for function if implements import in instanceof ' +
        'interface let new null package private protected public return static super switch this ' +
        'throw true try typeof undefined var void while with yield NaN Infinity globalThis ' +
        // What the generated code itself uses by name.
        'BigInt Math Number'
    ).split(' ')
);

/** A local variable, in the spelling of its declaration. */
export function localName(name: string): string {
    return RESERVED.has(name) ? `${name}$r` : name;
}

export function fieldName(field: FieldInfo | string): string {
    return `_${typeof field === 'string' ? field : field.name}`;
}

/** Storage of a property whose accessors have a body or can be overridden. */
export function backingName(name: string): string {
    return `$${name}`;
}

/** Overloads differ in the types of their parameters; names ignore case. */
export function methodName(method: MethodInfo): string {
    return `${method.name.toLowerCase()}${parameterTags(method.parameters)}`;
}

export function constructorName(constructor: ConstructorInfo): string {
    return `$new$${classTag(constructor.owner)}${parameterTags(constructor.parameters)}`;
}

/** The constructor of a class that declares none. */
export function defaultConstructorName(decl: TypeDecl): string {
    return `$new$${classTag(decl)}$`;
}

/** `Outer.Inner` -> `Outer$Inner$`: the variable that holds the class in its own script. */
export function classTag(decl: TypeDecl): string {
    return `${decl.name.replaceAll('.', '$')}$`;
}

/** The variable that holds a class of another script, behind a function that loads it. */
export function loaderName(decl: TypeDecl): string {
    return `$${classTag(decl)}`;
}

/** The variable that holds the static state of a class. */
export function staticsName(decl: TypeDecl): string {
    return `${classTag(decl)}s`;
}

function parameterTags(parameters: readonly Type[]): string {
    return `$${parameters.map(typeTag).join('$')}`;
}

const TAGS: Readonly<Record<string, string>> = { '.': '$_', '<': '$l', ',': '$n', '>': '$g' };

function typeTag(type: Type): string {
    return type.name.replace(/[.<,>]/g, (mark) => TAGS[mark] ?? '');
}

export function text(value: string): string {
    // The two line separators are legal in JSON strings and end a line in stack traces.
    return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
