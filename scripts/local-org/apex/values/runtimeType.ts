export type TypeKind =
    | 'primitive'
    | 'sobject'
    | 'class'
    | 'interface'
    | 'enum'
    | 'list'
    | 'set'
    | 'map'
    | 'object'
    | 'void';

/** One instance field or property of a user class, as JSON, Aura and `toString` see it. */
export interface MemberHook {
    /** As declared. */
    readonly name: string;
    readonly type: RuntimeType;
    readonly isTransient: boolean;
    readonly isAuraEnabled: boolean;
    /** `@InvocableVariable`. */
    readonly isInvocable: boolean;
    read(target: object): unknown;
    /** Null for a property without a setter. */
    readonly write: ((target: object, value: unknown) => void) | null;
}

/** What the compiler knows of a user class and the library needs at run time. */
export interface ClassHooks {
    /** An instance with every field null, no constructor or initialiser run. */
    allocate(): object;
    /** Runs the constructor without parameters; null when there is none that may be called. */
    readonly construct: (() => unknown) | null;
    /** Instance fields and properties, inherited ones first, in order of declaration. */
    readonly members: readonly MemberHook[];
}

/** An Apex type at run time. Two descriptors of one type may be distinct objects: use `sameType`. */
export interface RuntimeType {
    /** As `Type.getName()` gives it: `String`, `List<Account>`, `Outer.Inner`, `System.HttpRequest`. */
    readonly name: string;
    readonly kind: TypeKind;
    readonly args: readonly RuntimeType[];
    /** The superclass, then the interfaces. */
    readonly parents: readonly RuntimeType[];
    /** Only for classes of the org. */
    readonly hooks?: ClassHooks;
    /** Only for enums, in order of declaration. */
    readonly constants?: readonly EnumConstant[];
}

export interface EnumConstant {
    readonly $type: RuntimeType;
    name(): string;
    ordinal(): number;
}

const interned = new Map<string, RuntimeType>();

/** The one descriptor of a type that needs no more than its name, kind and parents. */
export function runtimeType(
    kind: TypeKind,
    name: string,
    parents: readonly RuntimeType[] = []
): RuntimeType {
    return intern({ name, kind, args: [], parents });
}

export function sobjectType(name: string): RuntimeType {
    return name.toLowerCase() === 'sobject' ? types.SObject : runtimeType('sobject', name);
}

export function listOf(element: RuntimeType): RuntimeType {
    return intern({ name: `List<${element.name}>`, kind: 'list', args: [element], parents: [] });
}

export function setOf(element: RuntimeType): RuntimeType {
    return intern({ name: `Set<${element.name}>`, kind: 'set', args: [element], parents: [] });
}

export function mapOf(key: RuntimeType, value: RuntimeType): RuntimeType {
    const name = `Map<${key.name},${value.name}>`;
    return intern({ name, kind: 'map', args: [key, value], parents: [] });
}

/** Apex type names ignore case. */
export function sameType(a: RuntimeType, b: RuntimeType): boolean {
    return a === b || (a.kind === b.kind && a.name.toLowerCase() === b.name.toLowerCase());
}

/**
 * Whether a value of one type may stand where another is declared. Lists follow their elements both
 * up and, for SObjects, down (`List<SObject>` casts to `List<Account>`); sets and maps are invariant.
 */
export function isAssignable(from: RuntimeType, to: RuntimeType): boolean {
    if (to.kind === 'object' || sameType(from, to)) {
        return true;
    }
    if (from.kind === 'sobject' && to.kind === 'sobject') {
        return to === types.SObject;
    }
    if (from.kind === 'list' && to.kind === 'list') {
        return areListElementsAssignable(from.args[0], to.args[0]);
    }
    if (to.kind === 'interface' && isIterableName(to.name) && isIterableKind(from.kind)) {
        return true;
    }
    return from.parents.some((parent) => isAssignable(parent, to));
}

function areListElementsAssignable(from?: RuntimeType, to?: RuntimeType): boolean {
    if (!from || !to) {
        return false;
    }
    return isAssignable(from, to) || (from === types.SObject && to.kind === 'sobject');
}

function isIterableKind(kind: TypeKind): boolean {
    return kind === 'list' || kind === 'set';
}

function isIterableName(name: string): boolean {
    return /^(System\.)?Iterable\b/i.test(name);
}

function intern(type: RuntimeType): RuntimeType {
    const key = `${type.kind}:${typeKey(type)}`;
    const known = interned.get(key);
    if (known && known.parents.length === type.parents.length) {
        return known;
    }
    interned.set(key, type);
    return type;
}

/** Arguments by identity as well as name: two packages of classes may reuse a name. */
function typeKey(type: RuntimeType): string {
    return [type.name.toLowerCase(), ...type.args.map((arg) => identityOf(arg))].join('|');
}

const identities = new WeakMap<RuntimeType, number>();
let identityCount = 0;

function identityOf(type: RuntimeType): number {
    const known = identities.get(type) ?? ++identityCount;
    identities.set(type, known);
    return known;
}

const primitive = (name: string): RuntimeType => runtimeType('primitive', name);

/** The types that every program uses. */
export const types = {
    Object: runtimeType('object', 'Object'),
    Void: runtimeType('void', 'void'),
    SObject: runtimeType('sobject', 'SObject'),
    Boolean: primitive('Boolean'),
    Integer: primitive('Integer'),
    Long: primitive('Long'),
    Double: primitive('Double'),
    Decimal: primitive('Decimal'),
    String: primitive('String'),
    Id: primitive('Id'),
    Date: primitive('Date'),
    Datetime: primitive('Datetime'),
    Time: primitive('Time'),
    Blob: primitive('Blob'),
    Exception: runtimeType('class', 'Exception'),
    Type: runtimeType('class', 'System.Type')
} as const;
