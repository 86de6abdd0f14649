import { readLines, type LineIndex } from './data.ts';

/** The Apex types that a standard field can have; `List<...>` for the few list-valued fields. */
export type SObjectFieldType =
    | 'Id'
    | 'String'
    | 'Boolean'
    | 'Integer'
    | 'Long'
    | 'Double'
    | 'Decimal'
    | 'Date'
    | 'Datetime'
    | 'Time'
    | 'Blob'
    | 'Address'
    | 'Location'
    | 'Object'
    | 'List<String>'
    | 'List<Location>'
    | 'List<Address>';

/** A field of a standard object as the platform's Apex types declare it. */
export interface SObjectFieldSignature {
    readonly name: string;
    /** Null for a parent relationship that has no id field of its own (three such fields exist). */
    readonly type: SObjectFieldType | null;
    /** Parent relationship of an id field; `target` is `Name` when it is polymorphic. */
    readonly relationship: { readonly name: string; readonly target: string } | null;
}

/** A standard object; children by the relationship name on this object. */
export interface SObjectSignature {
    readonly name: string;
    readonly fields: readonly SObjectFieldSignature[];
    readonly children: readonly { readonly name: string; readonly object: string }[];
}

const TYPES: Readonly<Record<string, SObjectFieldType | null>> = {
    I: 'Id',
    S: 'String',
    B: 'Boolean',
    N: 'Integer',
    L: 'Long',
    F: 'Double',
    C: 'Decimal',
    D: 'Date',
    T: 'Datetime',
    M: 'Time',
    X: 'Blob',
    A: 'Address',
    G: 'Location',
    O: 'Object',
    PS: 'List<String>',
    PG: 'List<Location>',
    PA: 'List<Address>',
    R: null
};

let index: LineIndex | undefined;
const parsed = new Map<string, SObjectSignature>();

function lines(): LineIndex {
    index ??= readLines('sobjects');
    return index;
}

/** Canonical names of all standard objects that the platform's Apex types know (API 65.0). */
export function sobjectSignatureNames(): string[] {
    return Array.from(lines().values(), (line) => line.slice(0, line.indexOf('|')));
}

/** Case-insensitive; undefined when there is no such standard object. Parsed on first use. */
export function sobjectSignature(name: string): SObjectSignature | undefined {
    const key = name.toLowerCase();
    const known = parsed.get(key);
    if (known) return known;
    const line = lines().get(key);
    if (line === undefined) return undefined;
    const signature = parseLine(line);
    parsed.set(key, signature);
    return signature;
}

function parseLine(line: string): SObjectSignature {
    const [name = '', fields = '', children = ''] = line.split('|');
    return {
        name,
        fields: entries(fields).map(parseField),
        children: entries(children).map((entry) => {
            const [relationship = '', object = ''] = entry.split('=');
            return { name: relationship, object };
        })
    };
}

function entries(text: string): string[] {
    return text === '' ? [] : text.split(';');
}

function parseField(entry: string): SObjectFieldSignature {
    const [field = '', parent] = entry.split('>');
    const [name = '', code = ''] = field.split(':');
    const type = TYPES[code];
    if (type === undefined) throw new Error(`Unknown field type ${code} of ${name}`);
    const [relationship = '', target = ''] = parent?.split('=') ?? [];
    return {
        name,
        type,
        relationship: parent === undefined ? null : { name: relationship, target }
    };
}
