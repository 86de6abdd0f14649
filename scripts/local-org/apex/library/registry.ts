import type { RuntimeType } from '../values/runtimeType.ts';

/** A static or instance member in TypeScript: the compiler calls it by its Apex name. */
export type Member = (...args: never[]) => unknown;

/** What the library gives of a platform class. */
export interface PlatformClass {
    /** With namespace, as in the signatures: `System.HttpRequest`. */
    readonly name: string;
    /** `new X(…)`, all overloads. */
    readonly construct?: Member;
    /** Static methods, and properties as plain or accessor properties. */
    readonly statics?: object;
    /** For receivers that are JavaScript primitives or value classes: receiver first. */
    readonly methods?: Readonly<Record<string, Member>>;
    /** The class of the instances: its prototype has the instance methods. */
    readonly class?: { readonly prototype: object };
    readonly type?: RuntimeType;
}

/** What `$.lib['System.X']` is: `construct` and the static members. */
export type LibraryObject = Readonly<Record<string, unknown>>;

/** What `$.prim.X` is: the instance methods, receiver first. */
export type PrimitiveMethods = Readonly<Record<string, Member>>;

const classes = new Map<string, PlatformClass>();
const makers: ((name: string) => void)[] = [];
const sought = new Set<string>();
const lib: Record<string, LibraryObject> = {};
const prim: Record<string, PrimitiveMethods> = {};

/** Adds a class; a second definition of a name is a mistake. */
export function platformClass(
    name: string,
    definition: Omit<PlatformClass, 'name'>
): PlatformClass {
    if (classes.has(name.toLowerCase())) {
        throw new Error(`${name} is registered twice.`);
    }
    const entry = { name, ...definition };
    classes.set(name.toLowerCase(), entry);
    lib[name] = staticSide(entry);
    if (definition.methods) {
        prim[name.slice(name.indexOf('.') + 1)] = definition.methods;
    }
    return entry;
}

/** Case-insensitive; undefined when the library hasn't the class. */
export function findPlatformClass(name: string): PlatformClass | undefined {
    const key = name.toLowerCase();
    if (!classes.has(key) && !sought.has(key)) {
        sought.add(key);
        makers.forEach((make) => make(name));
    }
    return classes.get(key);
}

/** Called once for each class that is asked for and not there: may register it. */
export function onUnknownClass(make: (name: string) => void): void {
    makers.push(make);
}

/** `$.lib[name]`; undefined when the library hasn't the class. */
export function libraryObject(name: string): LibraryObject | undefined {
    return findPlatformClass(name) === undefined ? undefined : lib[name];
}

export function platformClasses(): readonly PlatformClass[] {
    return [...classes.values()];
}

/** `$.lib` of the generated code, by the class's name in the spelling of the signatures. */
export function libraryObjects(): Readonly<Record<string, LibraryObject>> {
    return lib;
}

/** `$.prim` of the generated code, by the primitive's name: `String`, `Id`, … and `Object`. */
export function primitiveMethods(): Readonly<Record<string, PrimitiveMethods>> {
    return prim;
}

function staticSide(entry: PlatformClass): LibraryObject {
    const target: Record<string, unknown> = {};
    Object.defineProperties(target, Object.getOwnPropertyDescriptors(entry.statics ?? {}));
    if (entry.construct) {
        target['construct'] = entry.construct;
    }
    return target;
}
