import { readLines, type LineIndex } from './data.ts';

export type PlatformKind = 'class' | 'abstract' | 'interface' | 'enum';

export interface MethodSignature {
    readonly name: string;
    readonly isStatic: boolean;
    /** Apex type names; type parameters of the class by their letter. */
    readonly parameters: readonly string[];
    readonly returns: string;
}

export interface FieldSignature {
    readonly name: string;
    readonly isStatic: boolean;
    readonly type: string;
}

/** A class, interface or enum of the platform. */
export interface PlatformType {
    /** With its namespace, e.g. `System.Http`, `Database.SaveResult`, `cache.Org.OrgCacheException`. */
    readonly name: string;
    readonly kind: PlatformKind;
    readonly typeParameters: readonly string[];
    readonly superclass: string | null;
    readonly interfaces: readonly string[];
    readonly fields: readonly FieldSignature[];
    readonly methods: readonly MethodSignature[];
    /** Parameter types of each constructor. */
    readonly constructors: readonly (readonly string[])[];
    /** Constants in the order of declaration, for enums. */
    readonly constants: readonly string[];
}

let index: LineIndex | undefined;
const parsed = new Map<string, PlatformType>();

function lines(): LineIndex {
    index ??= readLines('platform');
    return index;
}

/** Full names of all platform types (API 65.0). */
export function platformTypeNames(): string[] {
    return Array.from(lines().values(), (line) => line.slice(0, line.search(/[<|]/)));
}

/** By full name, case-insensitive; undefined when the platform has no such type. */
export function platformType(name: string): PlatformType | undefined {
    const key = name.toLowerCase();
    const known = parsed.get(key);
    if (known) return known;
    const line = lines().get(key);
    if (line === undefined) return undefined;
    const type = parseLine(line);
    parsed.set(key, type);
    return type;
}

function parseLine(line: string): PlatformType {
    const [head = '', kind = 'class', superclass = '', interfaces = '', members = ''] =
        line.split('|');
    const entries = members === '' ? [] : members.split(';');
    const isEnum = kind === 'enum';
    return {
        name: head.replace(/<.*/, ''),
        kind: kind as PlatformKind,
        typeParameters: typeParameters(head),
        superclass: superclass === '' ? null : superclass,
        interfaces: interfaces === '' ? [] : interfaces.split('&'),
        fields: isEnum ? [] : entries.filter((entry) => !entry.includes('(')).map(parseField),
        methods: isEnum ? [] : entries.filter(isMethod).map(parseMethod),
        constructors: entries.filter((entry) => entry.startsWith('(')).map(parameterTypes),
        constants: isEnum ? entries : []
    };
}

function typeParameters(head: string): string[] {
    const start = head.indexOf('<');
    return start < 0 ? [] : head.slice(start + 1, -1).split(',');
}

function isMethod(entry: string): boolean {
    return entry.indexOf('(') > 0;
}

function parseField(entry: string): FieldSignature {
    const [name = '', type = ''] = unmarked(entry).split(':');
    return { name, type, isStatic: entry.startsWith('*') };
}

function parseMethod(entry: string): MethodSignature {
    const text = unmarked(entry);
    return {
        name: text.slice(0, text.indexOf('(')),
        isStatic: entry.startsWith('*'),
        parameters: parameterTypes(text),
        returns: text.slice(text.lastIndexOf('):') + 2)
    };
}

function unmarked(entry: string): string {
    return entry.startsWith('*') ? entry.slice(1) : entry;
}

function parameterTypes(entry: string): string[] {
    const list = entry.slice(entry.indexOf('(') + 1, entry.lastIndexOf(')'));
    return splitTypes(list);
}

/** Splits `A,Map<B,C>` at the commas outside angle brackets. */
export function splitTypes(list: string): string[] {
    const types: string[] = [];
    let depth = 0;
    let start = 0;
    for (let at = 0; at < list.length; at += 1) {
        const char = list[at];
        if (char === '<') depth += 1;
        else if (char === '>') depth -= 1;
        else if (char === ',' && depth === 0) {
            types.push(list.slice(start, at).trim());
            start = at + 1;
        }
    }
    const last = list.slice(start).trim();
    return last === '' ? types : [...types, last];
}
