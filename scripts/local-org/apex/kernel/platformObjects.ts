import { execution } from '../execution.ts';
import { findPlatformClass, libraryObject, primitiveMethods } from '../library/registry.ts';
import { fieldToken as tokenOfField, type SObjectField } from '../library/schema/field.ts';
import { customSettings } from '../library/settings/customSettings.ts';
import { ObjectFieldSets, sobjectToken, type SObjectType } from '../library/schema/object.ts';
import { platformType } from '../signatures/platform.ts';
import {
    ApexType,
    runtimeType,
    sobjectType,
    types,
    UnsupportedFeatureError,
    type RuntimeType,
    type TypeKind
} from '../values/index.ts';

const completed = new Map<string, object>();

/** The static side of a platform class; members that the library lacks throw when they are used. */
export function platform(name: string): object {
    return completedOnce(`static ${name}`, () => {
        const members = (platformType(name)?.methods ?? []).filter(({ isStatic }) => isStatic);
        const own = name === 'CustomSettings' ? customSettings : libraryObject(name);
        return complete(name, own, [...members.map(nameOf), 'construct']);
    });
}

/** The instance methods of a primitive type, receiver first. */
export function primitive(name: string): object {
    return completedOnce(`instance ${name}`, () => {
        const members = (platformType(`System.${name}`)?.methods ?? []).map(nameOf);
        return complete(name, primitiveMethods()[name], members);
    });
}

function nameOf({ name }: { readonly name: string }): string {
    return name;
}

function completedOnce(key: string, make: () => object): object {
    const known = completed.get(key) ?? make();
    completed.set(key, known);
    return known;
}

/** What the library has, plus a method that throws for each member it lacks. */
function complete(name: string, known: object | undefined, members: readonly string[]): object {
    if (!known) return missingClass(name);
    const whole = {};
    for (const member of members)
        Object.defineProperty(whole, member, {
            value: () => missing(name, member),
            configurable: true
        });
    return Object.defineProperties(whole, Object.getOwnPropertyDescriptors(known));
}

function missingClass(name: string): object {
    return new Proxy({}, { get: (_, member) => missing(name, member) });
}

function missing(name: string, member: string | symbol): never {
    const shown = member === 'construct' ? `new ${name}()` : `${name}.${String(member)}`;
    throw new UnsupportedFeatureError(shown);
}

const PRIMITIVES: Readonly<Record<string, RuntimeType>> = Object.fromEntries(
    Object.values(types).map((type) => [type.name.replace(/^System\./, ''), type])
);

/** The descriptor of a type that is no class of the org. */
export function typeOf(kind: TypeKind, name: string): RuntimeType {
    const bare = name.replace(/^System\./, '');
    if (kind === 'sobject') return sobjectType(bare);
    if (kind === 'primitive' || kind === 'object' || kind === 'void')
        return PRIMITIVES[bare] ?? runtimeType(kind, bare);
    const known = findPlatformClass(name)?.type;
    return known ?? runtimeType(kind, name, parentsOf(name));
}

function parentsOf(name: string): RuntimeType[] {
    const signature = platformType(name);
    if (!signature) return [];
    const names = [
        ...(signature.superclass ? [signature.superclass] : []),
        ...signature.interfaces
    ];
    return names.map((parent) => {
        const plain = parent.replace(/<.*/, '');
        const full = plain.includes('.') ? plain : `System.${plain}`;
        return typeOf(platformType(full)?.kind === 'interface' ? 'interface' : 'class', full);
    });
}

export function typeValue(type: RuntimeType): ApexType {
    return new ApexType(type);
}

/** `Account.SObjectType`, made when it is first asked for. */
export function objectToken(name: string): () => SObjectType {
    return () => sobjectToken(name);
}

/** `Account.Name` as a token. */
export function fieldToken(object: string, field: string): () => SObjectField {
    return () => tokenOfField(object, field);
}

/** `Schema.SObjectType.Account.fieldSets.Summary`. */
export function fieldSet(object: string, name: string): unknown {
    return new ObjectFieldSets(object).getMap().get(name.toLowerCase());
}

/** A custom label in the language of the running user. */
export function label(namespace: string | null, name: string): string {
    const { org, user } = execution();
    const text = org.metadata.label(namespace, name, user.language);
    if (text === null)
        throw new UnsupportedFeatureError(`the label ${name}, which the org does not have`);
    return text;
}

interface Constructible {
    construct(...args: readonly unknown[]): unknown;
}

/** `Page.Home`. */
export function page(name: string): unknown {
    return (platform('System.PageReference') as Constructible).construct(`/apex/${name}`);
}

interface ObjectMethods {
    toString(value: unknown): string;
    equals(value: unknown, other: unknown): boolean;
    hashCode(value: unknown): number;
}

const objectMethods = (): ObjectMethods => primitive('Object') as ObjectMethods;

export const toString = (value: unknown): string => objectMethods().toString(value);
export const equals = (value: unknown, other: unknown): boolean =>
    objectMethods().equals(value, other);
export const hashCode = (value: unknown): number => objectMethods().hashCode(value);
