import { systemException } from '../../values/exception.ts';
import { fieldRuntimeType, fieldTarget } from '../../values/fields.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { enumConstant } from '../../values/objects.ts';
import { sobjectType, types } from '../../values/runtimeType.ts';
import type { MemberHook, RuntimeType } from '../../values/runtimeType.ts';
import { ApexSet } from '../../values/set.ts';
import { ApexSObject } from '../../values/sobject.ts';
import { readPrimitive } from './primitives.ts';
import type { JsonNode } from './tree.ts';
import { readUntyped } from './untyped.ts';

export interface ReadOptions {
    /** Members that the type doesn't have are an error. */
    readonly strict: boolean;
    /** From outside of Apex: the members that may be set, and Object takes anything. Null: from Apex. */
    readonly exposes: Exposes | null;
}

/** Whether a member may be seen from outside; inner ones are those of an object in another. */
export type Exposes = (member: MemberHook, isInner: boolean) => boolean;

/** A JSON value as a value of an Apex type; JSONException when it doesn't fit. */
export function readTyped(node: JsonNode, type: RuntimeType, options: ReadOptions): unknown {
    if (node.kind === 'null') {
        return null;
    }
    const [first = types.Object, second = types.Object] = type.args;
    switch (type.kind) {
        case 'primitive':
            return readPrimitive(node, type);
        case 'list':
            return new ApexList(first, readItems(node, first, options));
        case 'set':
            return new ApexSet(first, readItems(node, first, options));
        case 'map':
            return readMap(node, first, second, options);
        case 'enum':
            return enumConstant(type, node.kind === 'string' ? node.text : '');
        case 'sobject':
            return readSObject(node, type, options);
        case 'object':
            return readObject(node, options);
        default:
            return readInstance(node, type, options);
    }
}

function readObject(node: JsonNode, options: ReadOptions): unknown {
    if (options.exposes === null) {
        throw unsupported('Object');
    }
    return readUntyped(node);
}

function readItems(node: JsonNode, element: RuntimeType, options: ReadOptions): unknown[] {
    if (node.kind !== 'array') {
        throw malformed("Expected '[' at the beginning of List/Set");
    }
    return node.items.map((item) => readTyped(item, element, options));
}

function readMap(
    node: JsonNode,
    key: RuntimeType,
    value: RuntimeType,
    options: ReadOptions
): ApexMap {
    if (node.kind !== 'object') {
        throw malformed("Expected '{' at the beginning of Map");
    }
    const pairs = node.entries.map(([name, item]) => {
        const keyNode: JsonNode = { kind: 'string', text: name, at: node.at };
        return [readTyped(keyNode, key, options), readTyped(item, value, options)] as const;
    });
    return new ApexMap(key, value, pairs);
}

function readInstance(node: JsonNode, type: RuntimeType, options: ReadOptions): unknown {
    if (!type.hooks || type.kind !== 'class') {
        throw unsupported(type.name);
    }
    if (node.kind !== 'object') {
        throw malformed("Expected '{' at the beginning of object");
    }
    const target = type.hooks.allocate();
    const inner = innerOf(options);
    for (const [name, value] of node.entries) {
        const member = findMember(type.hooks.members, name, options);
        if (member?.write) {
            member.write(target, readTyped(value, member.type, inner));
        } else if (options.strict) {
            throw unknownField(name, value);
        }
    }
    return target;
}

function innerOf(options: ReadOptions): ReadOptions {
    const { exposes } = options;
    return exposes === null ? options : { ...options, exposes: (member) => exposes(member, true) };
}

function findMember(
    members: readonly MemberHook[],
    name: string,
    options: ReadOptions
): MemberHook | undefined {
    const usable = members.filter(
        (member) => !member.isTransient && (options.exposes?.(member, false) ?? true)
    );
    const lower = name.toLowerCase();
    return (
        usable.find((member) => member.name === name) ??
        usable.find((member) => member.name.toLowerCase() === lower)
    );
}

/** `attributes.type` says which object, where the type is just SObject. */
function readSObject(node: JsonNode, type: RuntimeType, options: ReadOptions): ApexSObject {
    if (node.kind !== 'object') {
        throw malformed("Expected '{' at the beginning of object");
    }
    const record = new ApexSObject(objectName(node.entries, type));
    for (const [name, value] of node.entries) {
        if (!['attributes', 'sobjecttype'].includes(name.toLowerCase())) {
            readField(record, name, value, options);
        }
    }
    return record;
}

function objectName(entries: readonly (readonly [string, JsonNode])[], type: RuntimeType): string {
    if (type !== types.SObject) {
        return type.name;
    }
    const named = new Map(entries.map(([name, value]) => [name.toLowerCase(), value] as const));
    const attributes = named.get('attributes');
    const inner = attributes?.kind === 'object' ? new Map(attributes.entries).get('type') : null;
    const found = inner ?? named.get('sobjecttype');
    if (found?.kind !== 'string') {
        throw systemException('JSONException', 'Cannot determine type of SObject');
    }
    return found.text;
}

function readField(record: ApexSObject, name: string, node: JsonNode, options: ReadOptions): void {
    const target = fieldTarget(record.typeName, name);
    switch (target?.kind) {
        case 'field':
            record.store(target.name, readTyped(node, fieldRuntimeType(target.schema), options));
            break;
        case 'parent':
            record.store(target.name, readParent(node, target.schema.referenceTo, options));
            break;
        case 'children':
            record.store(target.name, readChildren(node, target.childObject, options));
            break;
        case 'free':
            record.store(name, readUntyped(node));
            break;
        default:
            throw systemException(
                'JSONException',
                `No such column '${name}' on sobject of type ${record.typeName}`
            );
    }
}

function readParent(node: JsonNode, referenceTo: readonly string[], options: ReadOptions): unknown {
    const [only] = referenceTo;
    const type = referenceTo.length === 1 && only !== undefined ? sobjectType(only) : types.SObject;
    return readTyped(node, type, options);
}

/** As a query result (`{totalSize, done, records}`) or a plain array. */
function readChildren(node: JsonNode, childObject: string, options: ReadOptions): unknown {
    const records = node.kind === 'object' ? new Map(node.entries).get('records') : node;
    const child = sobjectType(childObject);
    return new ApexList(child, records ? readItems(records, child, options) : []);
}

function malformed(reason: string): Error {
    return systemException('JSONException', `Malformed JSON: ${reason}`);
}

function unsupported(typeName: string): Error {
    return systemException('JSONException', `Apex Type unsupported in JSON: ${typeName}`);
}

function unknownField(name: string, { at }: JsonNode): Error {
    return systemException(
        'JSONException',
        `Unrecognized field "${name}" at [line:${at.line}, column:${at.column}]`
    );
}
