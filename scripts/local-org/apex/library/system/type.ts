import { execution } from '../../execution.ts';
import { currentSchema } from '../../values/fields.ts';
import { systemException } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { ApexType } from '../../values/objects.ts';
import { listOf, mapOf, setOf, sobjectType, types } from '../../values/runtimeType.ts';
import type { RuntimeType } from '../../values/runtimeType.ts';
import { ApexSet } from '../../values/set.ts';
import { ApexSObject } from '../../values/sobject.ts';
import { findPlatformClass, platformClass } from '../registry.ts';

/** `Type.forName`: a class of the org, of the platform, an object, or a collection of those. */
export function findType(namespace: string | null, name: string): RuntimeType | null {
    return (
        collectionType(namespace, name.trim()) ??
        execution().org.code.type(namespace, name.trim()) ??
        objectType(name.trim()) ??
        platformTypeOf(namespace, name.trim())
    );
}

function collectionType(namespace: string | null, name: string): RuntimeType | null {
    const array = /^(.+)\[\]$/.exec(name)?.[1];
    const generic = /^(List|Set|Map)\s*<(.+)>$/i.exec(name);
    const parts = array === undefined ? splitArguments(generic?.[2] ?? '') : [array];
    const found = parts.map((part) => (part === '' ? null : findType(namespace, part)));
    const [first, second] = found;
    switch (array === undefined ? generic?.[1]?.toLowerCase() : 'list') {
        case 'list':
            return first ? listOf(first) : null;
        case 'set':
            return first ? setOf(first) : null;
        case 'map':
            return first && second ? mapOf(first, second) : null;
        default:
            return null;
    }
}

/** Splits `K, Map<A, B>` at its outer commas. */
function splitArguments(text: string): string[] {
    const parts = [''];
    let depth = 0;
    for (const point of text) {
        depth += point === '<' ? 1 : point === '>' ? -1 : 0;
        if (point === ',' && depth === 0) {
            parts.push('');
        } else {
            parts.push((parts.pop() ?? '') + point);
        }
    }
    return parts.map((part) => part.trim());
}

function objectType(name: string): RuntimeType | null {
    const plain = name.replace(/^Schema\./i, '');
    if (plain.toLowerCase() === 'sobject') {
        return types.SObject;
    }
    const object = currentSchema()?.object(plain);
    return object ? sobjectType(object.name) : null;
}

function platformTypeOf(namespace: string | null, name: string): RuntimeType | null {
    const names = namespace ? [`${namespace}.${name}`] : [name, `System.${name}`];
    const found = names.map((candidate) => findPlatformClass(candidate)?.type);
    return found.find((type) => type !== undefined) ?? null;
}

/** `Type.newInstance()`. */
export function instantiate(type: RuntimeType): unknown {
    const [first = types.Object, second = types.Object] = type.args;
    switch (type.kind) {
        case 'list':
            return new ApexList(first);
        case 'set':
            return new ApexSet(first);
        case 'map':
            return new ApexMap(first, second);
        case 'sobject':
            return new ApexSObject(type.name);
        default:
            return construct(type);
    }
}

function construct(type: RuntimeType): unknown {
    const make = type.hooks?.construct ?? findPlatformClass(type.name)?.construct;
    if (!make) {
        throw systemException(
            'TypeException',
            `Class ${type.name} must have a constructor without parameters that may be called`
        );
    }
    return make();
}

function forName(...args: [string | null] | [string | null, string | null]): ApexType | null {
    const [namespace, name] = args.length === 1 ? [null, args[0]] : args;
    const type = name === null ? null : findType(namespace === '' ? null : namespace, name);
    return type && new ApexType(type);
}

platformClass('System.Type', {
    class: ApexType,
    type: types.Type,
    statics: { forName }
});
