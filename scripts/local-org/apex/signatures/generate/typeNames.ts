/** Java generic signatures to Apex type names. */

const ROOT = 'com/nawforce/runforce/';

/** Stand-ins of the jars for types that Apex spells otherwise. */
const RENAMED: Readonly<Record<string, string>> = {
    'java/lang/Object': 'Object',
    'java/lang/String': 'String',
    'Internal/Object$': 'Object',
    'Internal/Any$': 'Object',
    'Internal/Null$': 'Object',
    'Internal/RecordSet$': 'List',
    'Internal/SObjectType$': 'Schema.SObjectType',
    'Internal/SObjectFields$': 'Schema.SObjectTypeFields',
    'Internal/SObjectTypeFields$': 'Schema.SObjectTypeFields',
    'Internal/SObjectTypeFieldSets$': 'Schema.SObjectTypeFieldSets',
    'Internal/DescribeSObjectResult$': 'Schema.DescribeSObjectResult',
    'Internal/SObjectFieldRowCause$': 'Schema.SObjectField',
    'SObjects/Address': 'Address',
    'SObjects/Location': 'Location'
};

/** Drops the `$` that keeps an Apex name from clashing with a Java one. */
export function apexMemberName(javaName: string): string {
    return javaName.replace(/\$+$/, '');
}

/** `com/nawforce/runforce/System/Http` -> `Http`, other namespaces keep theirs. */
export function apexTypeName(internalName: string): string {
    const path = internalName.startsWith(ROOT) ? internalName.slice(ROOT.length) : internalName;
    const renamed = RENAMED[path];
    if (renamed !== undefined) return renamed;
    const [namespace = '', ...rest] = path.split('/');
    const name = apexMemberName(rest.join('.')).replaceAll('$', '.');
    return namespace === 'System' || namespace === 'SObjects' || namespace === 'SObjectStubs'
        ? name
        : `${namespace}.${name}`;
}

/** Reads one type of a signature; returns it and the position after it. */
export function readType(signature: string, at: number): [type: string, next: number] {
    const head = signature[at];
    if (head === 'V') return ['void', at + 1];
    if (head === 'Z') return ['Boolean', at + 1];
    if (head === 'I') return ['Integer', at + 1];
    if (head === '[') return arrayType(signature, at);
    if (head === '*') return ['Object', at + 1];
    if (head === '+' || head === '-') return readType(signature, at + 1);
    const end = signature.slice(at).search(/[;<]/) + at;
    if (head === 'T') return [signature.slice(at + 1, end), end + 1];
    if (head !== 'L') throw new Error(`Unknown type in ${signature} at ${at}`);
    const name = apexTypeName(signature.slice(at + 1, end));
    if (signature[end] === ';') return [name, end + 1];
    const [args, next] = readTypes(signature, end + 1, '>');
    // The stand-ins take the SObject as argument; in Apex they take none.
    return [name.startsWith('Schema.') ? name : `${name}<${args.join(',')}>`, next + 1];
}

function arrayType(signature: string, at: number): [string, number] {
    const [element, next] = readType(signature, at + 1);
    return [`List<${element}>`, next];
}

/** Reads types up to the closing character; returns them and the position after it. */
export function readTypes(signature: string, at: number, close: string): [string[], number] {
    const types: string[] = [];
    let next = at;
    while (signature[next] !== close) {
        const [type, after] = readType(signature, next);
        types.push(type);
        next = after;
    }
    return [types, next + 1];
}

/** `<K:Ljava/lang/Object;V:...>Lsuper;Linterface;` -> names and supertypes. */
export function readClassSignature(signature: string): {
    readonly parameters: readonly string[];
    readonly supertypes: readonly string[];
} {
    const parameters: string[] = [];
    let at = 0;
    if (signature.startsWith('<')) {
        at = 1;
        while (signature[at] !== '>') {
            const colon = signature.indexOf(':', at);
            parameters.push(signature.slice(at, colon));
            at = readType(signature, signature[colon + 1] === ':' ? colon + 2 : colon + 1)[1];
        }
        at += 1;
    }
    const supertypes: string[] = [];
    while (at < signature.length) {
        const [type, next] = readType(signature, at);
        supertypes.push(type);
        at = next;
    }
    return { parameters, supertypes };
}
