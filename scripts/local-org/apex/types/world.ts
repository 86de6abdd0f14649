import type { Schema } from '../../data/schema/types.ts';
import type { TypeDeclaration, TypeName } from '../syntax/ast.ts';
import { platformType, splitTypes } from '../signatures/platform.ts';
import type { TypeDecl } from './declaration.ts';
import { OBJECT_DECL } from './objectDecl.ts';
import { platformDecl } from './platformDecl.ts';
import { sobjectDecl } from './sobjectDecl.ts';
import { makeType, UNKNOWN, VOID, type Type, type TypeKind } from './type.ts';
import { userDecl, type UserDecl } from './userDecl.ts';

/** Namespaces whose types need no prefix. */
const IMPLICIT_NAMESPACES = ['System', 'Schema', 'Database'];

const COLLECTION_KINDS: Readonly<Record<string, TypeKind>> = {
    list: 'list',
    set: 'set',
    map: 'map'
};

/** Every type that the code of one program can name. */
export class World {
    readonly schema: Schema;
    private readonly labels: ReadonlySet<string> | null;
    private readonly units = new Map<string, UserDecl>();
    private readonly platform = new Map<string, TypeDecl | null>();
    private readonly objects = new Map<string, TypeDecl | null>();

    constructor(schema: Schema, labels: ReadonlySet<string> | null = null) {
        this.schema = schema;
        this.labels = labels && new Set(Array.from(labels, (name) => name.toLowerCase()));
    }

    /** False only when the labels are known and this one is none of them. */
    hasLabel(name: string): boolean {
        return this.labels?.has(name.toLowerCase()) ?? true;
    }

    /** Declares the class, interface or enum of a file; a name already taken gives it back. */
    declare(tree: TypeDeclaration, unit: string): UserDecl {
        const decl = userDecl(
            tree,
            unit,
            null,
            (name, from) => this.resolve(name, from) ?? UNKNOWN
        );
        this.units.set(tree.name.toLowerCase(), decl);
        return decl;
    }

    /** A declaration that only its own script sees. */
    declareLocal(tree: TypeDeclaration, unit: string, outer: UserDecl | null): UserDecl {
        return userDecl(tree, unit, outer, (name, from) => this.resolve(name, from) ?? UNKNOWN);
    }

    unit(name: string): UserDecl | undefined {
        return this.units.get(name.toLowerCase());
    }

    get unitDecls(): readonly UserDecl[] {
        return [...this.units.values()];
    }

    /** The type of a name as seen from a declaration; undefined when there is none. */
    resolve(name: TypeName, from: UserDecl | null): Type | undefined {
        const args = name.args.map((arg) => this.resolve(arg, from));
        if (args.includes(undefined)) return undefined;
        const decl = this.find(name.name, from);
        if (!decl) return name.name.toLowerCase() === 'void' ? VOID : special(name.name);
        if (args.length > 0 && args.length !== decl.typeParameters.length) return undefined;
        return this.applied(decl, args as Type[]);
    }

    /** The declaration that a dotted name means in a place, types before objects of the same name. */
    find(name: string, from: UserDecl | null): TypeDecl | undefined {
        const parts = name.split('.');
        return parts.length === 1 ? this.simple(name, from) : this.qualified(parts, from);
    }

    private simple(name: string, from: UserDecl | null): TypeDecl | undefined {
        return this.inScope(name, from) ?? this.unit(name) ?? this.platformOrObject(name);
    }

    /** A platform class that exists for its static methods yields to an object of its name. */
    private platformOrObject(name: string): TypeDecl | undefined {
        const platform = this.implicitPlatform(name);
        if (!platform) return this.object(name);
        return hasInstances(platform) ? platform : (this.object(name) ?? platform);
    }

    /** Inner types of the declaration, of its superclasses, and of the class around it. */
    private inScope(name: string, from: UserDecl | null): TypeDecl | undefined {
        for (let scope = from; scope; scope = scope.outer as UserDecl | null) {
            if (scope.tree.name.toLowerCase() === name.toLowerCase()) return scope;
            const inner = this.inheritedInner(scope, name);
            if (inner) return inner;
        }
        return undefined;
    }

    private inheritedInner(decl: TypeDecl, name: string): TypeDecl | undefined {
        const seen = new Set<TypeDecl>();
        for (let at: TypeDecl | null = decl; at && !seen.has(at); at = this.superclassOf(at)) {
            seen.add(at);
            const inner = at.inner(name);
            if (inner) return inner;
        }
        return undefined;
    }

    /** Without resolving through `superclass()`, which may itself be asking for an inner type. */
    private superclassOf(decl: TypeDecl): TypeDecl | null {
        if (decl.origin !== 'user') return null;
        const { tree, outer } = decl as UserDecl;
        if (tree.kind !== 'class' || !tree.superclass) return null;
        const [head = '', ...rest] = tree.superclass.name.split('.');
        const base = (outer && this.inScope(head, outer as UserDecl)) ?? this.unit(head);
        return rest.reduce<TypeDecl | null>((at, part) => at?.inner(part) ?? null, base ?? null);
    }

    private qualified(parts: readonly string[], from: UserDecl | null): TypeDecl | undefined {
        const [head = '', ...rest] = parts;
        const user = this.inScope(head, from) ?? this.unit(head);
        const inner = user && innerOf(user, rest, this.inheritedInner.bind(this));
        if (inner) return inner;
        const platform = this.platformDecl(parts.join('.'));
        if (platform) return platform;
        if (rest.length === 1 && /^(schema|system)$/i.test(head))
            return this.simple(rest[0] ?? '', null);
        return this.implicitPlatform(parts.join('.'));
    }

    private implicitPlatform(name: string): TypeDecl | undefined {
        if (name.toLowerCase() === 'object') return OBJECT_DECL;
        for (const namespace of IMPLICIT_NAMESPACES) {
            const decl = this.platformDecl(`${namespace}.${name}`);
            if (decl) return decl;
        }
        return undefined;
    }

    /** A platform type by its full name. */
    platformDecl(name: string): TypeDecl | undefined {
        const key = name.toLowerCase();
        const known = this.platform.get(key);
        if (known !== undefined) return known ?? undefined;
        const signature = platformType(name);
        const decl = signature
            ? platformDecl(signature, (text, parameters) => this.fromText(text, parameters))
            : null;
        this.platform.set(key, decl);
        return decl ?? undefined;
    }

    /** An object of the org or a standard object. */
    object(name: string): TypeDecl | undefined {
        const key = name.toLowerCase();
        const known = this.objects.get(key);
        if (known !== undefined) return known ?? undefined;
        const decl = sobjectDecl(name, this.schema, {
            named: (type) => this.named(type),
            object: (object) => this.object(object)?.type ?? this.named('SObject'),
            listOf: (element) => this.listOf(element)
        });
        this.objects.set(key, decl ?? null);
        return decl;
    }

    /** A type of the platform, or an object, by the name that messages print. */
    named(name: string): Type {
        const decl = name.includes('.') ? this.platformDecl(name) : this.platformOrObject(name);
        return decl?.type ?? UNKNOWN;
    }

    listOf(element: Type): Type {
        return this.generic('List', [element]);
    }

    /** A generic type of the System namespace: `List`, `Set`, `Map`. */
    generic(name: string, args: readonly Type[]): Type {
        const decl = this.platformDecl(`System.${name}`);
        return decl ? this.applied(decl, args) : UNKNOWN;
    }

    private applied(decl: TypeDecl, args: readonly Type[]): Type {
        if (decl.typeParameters.length === 0 || args.length === 0) return rawType(decl);
        const kind =
            COLLECTION_KINDS[decl.type.name.replace(/<.*/, '').toLowerCase()] ?? decl.type.kind;
        return makeType(kind, decl.type.name.replace(/<.*/, ''), decl, args);
    }

    private fromText(text: string, parameters: readonly string[]): Type {
        if (parameters.includes(text)) return makeType('parameter', text, null);
        if (text === 'void') return VOID;
        const open = text.indexOf('<');
        const name = open < 0 ? text : text.slice(0, open);
        const args = open < 0 ? [] : splitTypes(text.slice(open + 1, -1));
        const decl = this.signatureDecl(name);
        if (!decl) return UNKNOWN;
        return this.applied(
            decl,
            args.map((arg) => this.fromText(arg, parameters))
        );
    }

    /** Names of the signatures leave out `System.`, and mean objects where no class has the name. */
    private signatureDecl(name: string): TypeDecl | undefined {
        if (name === 'Object') return OBJECT_DECL;
        return name.includes('.')
            ? (this.platformDecl(name) ?? this.platformDecl(`System.${name}`))
            : (this.platformDecl(`System.${name}`) ?? this.object(name));
    }
}

/** Generic interfaces may be named without arguments (`Database.Batchable`, `Iterator`). */
function rawType(decl: TypeDecl): Type {
    return decl.typeParameters.length === 0
        ? decl.type
        : makeType(
              decl.type.kind,
              decl.type.name.replace(/<.*/, ''),
              decl,
              decl.typeParameters.map(() => OBJECT_DECL.type)
          );
}

function hasInstances(decl: TypeDecl): boolean {
    return (
        decl.kind !== 'class' ||
        decl.allMethods().some((method) => !method.isStatic) ||
        decl.fields().some((field) => !field.isStatic)
    );
}

function innerOf(
    decl: TypeDecl,
    parts: readonly string[],
    inner: (decl: TypeDecl, name: string) => TypeDecl | undefined
): TypeDecl | undefined {
    return parts.reduce<TypeDecl | undefined>((at, part) => at && inner(at, part), decl);
}

function special(name: string): Type | undefined {
    return /^object$/i.test(name) ? OBJECT_DECL.type : undefined;
}
