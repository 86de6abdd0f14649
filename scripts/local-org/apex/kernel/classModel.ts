import type { TypeDecl } from '../types/declaration.ts';
import { lineage } from '../types/members.ts';
import type { Type } from '../types/type.ts';
import { isUserDecl, type UserDecl } from '../types/userDecl.ts';
import {
    ApexException,
    enumType,
    isInstance,
    listOf,
    mapOf,
    setOf,
    types,
    type ClassHooks,
    type EnumConstant,
    type MemberHook,
    type RuntimeType
} from '../values/index.ts';
import { typeOf } from './platformObjects.ts';
import type { StaticSide } from './statics.ts';

interface MemberRow {
    readonly name: string;
    readonly key: string;
    readonly type: RuntimeType;
    readonly isTransient: boolean;
    readonly isAuraEnabled: boolean;
    readonly isInvocable: boolean;
    readonly isReadable: boolean;
    readonly isWritable: boolean;
}

type MethodRow = readonly [name: string, key: string, parameters: readonly RuntimeType[]];

/** A generated JavaScript class. */
export interface ApexClass extends StaticSide {
    new (): object;
    readonly prototype: object;
    $methods(): readonly MethodRow[];
    $members(): readonly MemberRow[];
    $construct(): unknown;
    readonly [member: string]: unknown;
}

/** The run-time type of a class, interface or enum of the org. Its class loads on first need. */
export function userRuntimeType(
    decl: UserDecl,
    toRuntime: (type: Type) => RuntimeType,
    load: (name: string) => ApexClass
): RuntimeType {
    if (decl.tree.kind === 'enum')
        return enumType(
            decl.name,
            decl.tree.constants.map(({ name }) => name)
        );
    let hooks: ClassHooks | undefined;
    let parents: readonly RuntimeType[] | undefined;
    const isClass = decl.kind === 'class';
    return {
        name: decl.name,
        kind: isClass ? 'class' : 'interface',
        args: [],
        get parents() {
            parents ??= parentTypes(decl, toRuntime);
            return parents;
        },
        ...(isClass && {
            get hooks() {
                hooks ??= classHooks(decl, () => load(decl.name));
                return hooks;
            }
        })
    } as RuntimeType;
}

function parentTypes(decl: UserDecl, toRuntime: (type: Type) => RuntimeType): RuntimeType[] {
    const superclass = decl.superclass();
    return [...(superclass ? [superclass] : []), ...decl.interfaces()].map(toRuntime);
}

/** The run-time descriptor of a static type. */
export function runtimeTypeOf(type: Type, userType: (name: string) => RuntimeType): RuntimeType {
    const [first = types.Object, second = types.Object] = type.args.map((arg) =>
        runtimeTypeOf(arg, userType)
    );
    switch (type.kind) {
        case 'list':
            return listOf(first);
        case 'set':
            return setOf(first);
        case 'map':
            return mapOf(first, second);
        case 'null':
        case 'unknown':
        case 'parameter':
            return types.Object;
        default:
            return isUserDecl(type.decl)
                ? userType(type.decl.name)
                : typeOf(type.kind, platformName(type));
    }
}

function platformName({ decl, name }: Type): string {
    return decl?.origin === 'platform' ? decl.name : name;
}

function classHooks(decl: UserDecl, load: () => ApexClass): ClassHooks {
    const hasPlain =
        !decl.isAbstract &&
        (decl.constructors().length === 0 ||
            decl.constructors().some(({ parameters }) => parameters.length === 0));
    return {
        allocate: () => new (load())(),
        construct: hasPlain ? () => load().$construct() : null,
        get members() {
            return inheritedRows(load()).map(memberHook);
        }
    };
}

function inheritedRows(cls: ApexClass): MemberRow[] {
    const base = Object.getPrototypeOf(cls) as Partial<ApexClass>;
    const inherited = base.$members ? inheritedRows(base as ApexClass) : [];
    const own = cls.$members();
    const names = new Set(own.map(({ name }) => name.toLowerCase()));
    return [...inherited.filter(({ name }) => !names.has(name.toLowerCase())), ...own];
}

function memberHook(row: MemberRow): MemberHook {
    const { name, key, type, isTransient, isAuraEnabled, isInvocable } = row;
    return {
        name,
        type,
        isTransient,
        isAuraEnabled,
        isInvocable,
        read: (target) => (row.isReadable ? (target as Record<string, unknown>)[key] : null),
        write: row.isWritable
            ? (target, value) => {
                  (target as Record<string, unknown>)[key] = value;
              }
            : null
    };
}

/** Gives a class its type, and its methods under the names that the platform calls them by. */
export function finishClass(cls: ApexClass, decl: UserDecl, type: RuntimeType): void {
    if (!(cls.prototype instanceof ApexException))
        Object.defineProperty(cls.prototype, '$type', { get: () => type, configurable: true });
    for (const [name, overloads] of overloadsByName(cls))
        for (const alias of aliasNames(name, decl)) defineAlias(cls, alias, overloads);
}

/** Own and inherited overloads of each method, most derived first. */
function overloadsByName(cls: ApexClass): Map<string, MethodRow[]> {
    const byName = new Map<string, MethodRow[]>();
    for (
        let at: Partial<ApexClass> = cls;
        at.$methods;
        at = Object.getPrototypeOf(at) as ApexClass
    ) {
        if (!Object.hasOwn(at, '$methods')) continue;
        for (const row of at.$methods()) {
            const key = row[0].toLowerCase();
            const rows = byName.get(key) ?? [];
            if (!rows.some((other) => other[1] === row[1])) rows.push(row);
            byName.set(key, rows);
        }
    }
    return byName;
}

const UNIVERSAL = ['toString', 'hashCode', 'equals', 'getMessage'];

/** The spelling of the platform's declaration, whatever the class writes. */
function aliasNames(lowerName: string, decl: UserDecl): string[] {
    if (lowerName === 'constructor') return [];
    const names = new Set<string>(UNIVERSAL.filter((name) => name.toLowerCase() === lowerName));
    for (const { decl: at } of lineage(decl.type)) {
        for (const method of (at as TypeDecl | null)?.methods(lowerName) ?? [])
            names.add(method.name);
    }
    return [...names];
}

function defineAlias(cls: ApexClass, alias: string, overloads: readonly MethodRow[]): void {
    const prototype = cls.prototype as Record<string, unknown>;
    const [only] = overloads;
    const value =
        overloads.length === 1 && only
            ? prototype[only[1]]
            : function dispatch(
                  this: Record<string, (...args: unknown[]) => unknown>,
                  ...args: unknown[]
              ) {
                  const row = overloads.find((candidate) => fits(candidate, args)) ?? only;
                  return row && this[row[1]]?.(...args);
              };
    Object.defineProperty(prototype, alias, { value, writable: true, configurable: true });
}

function fits([, , parameters]: MethodRow, args: readonly unknown[]): boolean {
    return (
        parameters.length === args.length &&
        parameters.every((type, index) => args[index] === null || isInstance(args[index], type))
    );
}

/** An object with the constants of an enum by name. */
export function enumObject(type: RuntimeType): Readonly<Record<string, EnumConstant>> {
    return Object.fromEntries(
        (type.constants ?? []).map((constant) => [constant.name(), constant])
    );
}

/** Shallow copy of an instance: `object.clone()`. */
export function copy<T extends object>(source: T): T {
    return Object.assign(Object.create(Object.getPrototypeOf(source) as object) as T, source);
}
