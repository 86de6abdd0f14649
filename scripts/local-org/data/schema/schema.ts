import { sobjectSignatureNames } from '../../apex/signatures/sobjects.ts';
import { lookupsTo, openChildren, openLookups, shareChild } from './custom/childrenOf.ts';
import { customKind, customObject } from './custom/customObject.ts';
import { shareObject } from './custom/shareObject.ts';
import { extendObject } from './extend.ts';
import type { ObjectMetadata } from './metadata.ts';
import { NameMap } from './nameMap.ts';
import { PLAIN_ORG, type OrgFeatures } from './standard/features.ts';
import { objectOfKeyPrefix } from './standard/keyPrefixes.ts';
import { standardObject } from './standard/standardObject.ts';
import type { ChildRelationship, FieldSchema, FieldType, ObjectSchema, Schema } from './types.ts';

/** What an org is made of: its source metadata, and the features that are switched on. */
export interface SchemaSource {
    readonly metadata: readonly ObjectMetadata[];
    readonly features?: OrgFeatures;
}

const PREFIX_DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The objects of an org: standard ones as the platform has them, extended by the source. */
export function createSchema(source: SchemaSource): Schema {
    return new OrgSchema(source);
}

/** An object's fields and relationships by name, made once. */
interface Indexed {
    readonly object: ObjectSchema;
    readonly fields: NameMap<FieldSchema>;
    readonly parents: NameMap<FieldSchema>;
    readonly children: NameMap<ChildRelationship>;
}

class OrgSchema implements Schema {
    readonly objectNames: readonly string[];
    readonly sourceObjectNames: readonly string[];
    readonly #sources: NameMap<ObjectMetadata>;
    readonly #features: OrgFeatures;
    readonly #prefixes = new NameMap<string>();
    readonly #namesByPrefix = new Map<string, string>();
    readonly #shared = new NameMap<string>();
    readonly #bare = new NameMap<ObjectSchema>();
    readonly #indexed = new NameMap<Indexed>();

    constructor(source: SchemaSource) {
        this.#features = source.features ?? PLAIN_ORG;
        this.#sources = new NameMap(source.metadata.map((item) => [item.fullName, item]));
        this.sourceObjectNames = source.metadata.map((item) => item.fullName);
        const custom = source.metadata.filter((item) => /__(?:c|e|mdt)$/.test(item.fullName));
        custom.forEach((item, index) => this.#assignPrefix(item, index));
        const shares = custom.filter((item) => customKind(item) === 'custom');
        shares.forEach((item) => this.#shared.set(shareName(item.fullName), item.fullName));
        this.objectNames = [
            ...sobjectSignatureNames(),
            ...custom.map((item) => item.fullName),
            ...shares.map((item) => shareName(item.fullName))
        ];
    }

    object(name: string): ObjectSchema | undefined {
        return this.#find(name)?.object;
    }

    field(objectName: string, fieldName: string): FieldSchema | undefined {
        return this.#find(objectName)?.fields.get(fieldName);
    }

    parentField(objectName: string, relationshipName: string): FieldSchema | undefined {
        return this.#find(objectName)?.parents.get(relationshipName);
    }

    childRelationship(objectName: string, relationshipName: string): ChildRelationship | undefined {
        return this.#find(objectName)?.children.get(relationshipName);
    }

    objectOfId(id: string): ObjectSchema | undefined {
        const prefix = id.slice(0, 3);
        const name = this.#namesByPrefix.get(prefix) ?? objectOfKeyPrefix(prefix);
        return name === undefined ? undefined : this.object(name);
    }

    #assignPrefix(source: ObjectMetadata, index: number): void {
        const first = { customMetadata: 'm', platformEvent: 'e' }[customKind(source) as string];
        this.#keep(source.fullName, (first ?? 'a') + numbered(index));
        this.#keep(shareName(source.fullName), `b${numbered(index)}`);
    }

    #keep(name: string, prefix: string): void {
        this.#prefixes.set(name, prefix);
        this.#namesByPrefix.set(prefix, name);
    }

    #find(name: string): Indexed | undefined {
        const known = this.#indexed.get(name);
        if (known !== undefined) {
            return known;
        }
        const bare = this.#bareObject(name);
        if (bare === undefined) {
            return undefined;
        }
        const indexed = index({ ...bare, childRelationships: this.#children(bare) });
        this.#indexed.set(name, indexed);
        return indexed;
    }

    /** The object without the relationships that other objects' lookups give it. */
    #bareObject(name: string): ObjectSchema | undefined {
        const known = this.#bare.get(name);
        if (known !== undefined) {
            return known;
        }
        const made = this.#make(name);
        if (made !== undefined) {
            this.#bare.set(name, made);
        }
        return made;
    }

    #make(name: string): ObjectSchema | undefined {
        const parent = this.#shared.get(name);
        const shared = parent === undefined ? undefined : this.#bareObject(parent);
        if (shared !== undefined) {
            return shareObject(shared, this.#prefixes.get(name) ?? '000');
        }
        const source = this.#sources.get(name);
        const prefix = this.#prefixes.get(name);
        if (source !== undefined && prefix !== undefined) {
            return this.#extended(customObject(source, prefix, []), source);
        }
        const standard = standardObject(name, this.#features);
        return standard && this.#extended(this.#opened(standard), source);
    }

    #extended(base: ObjectSchema, source: ObjectMetadata | undefined): ObjectSchema {
        return source === undefined
            ? base
            : extendObject(base, source, (path) => this.#typeOf(path));
    }

    #typeOf(path: string): FieldType {
        const [objectName = '', fieldName = ''] = path.split('.');
        const own = this.#sources
            .get(objectName)
            ?.fields.find((item) => item.fullName === fieldName);
        switch (own?.type) {
            case 'Currency':
                return 'currency';
            case 'Percent':
                return 'percent';
            case 'Date':
                return 'date';
            case 'DateTime':
                return 'datetime';
            default:
                return own === undefined ? this.#standardType(objectName, fieldName) : 'double';
        }
    }

    #standardType(objectName: string, fieldName: string): FieldType {
        const object = standardObject(objectName, this.#features);
        return object?.fields.find((known) => known.name === fieldName)?.type ?? 'double';
    }

    /** Lets the open lookups of a standard object point at the org's custom objects. */
    #opened(object: ObjectSchema): ObjectSchema {
        const open = openLookups(object.name);
        if (open.length === 0) {
            return object;
        }
        const targets = this.#customNames();
        const fields = object.fields.map((known) =>
            open.includes(known.name)
                ? { ...known, referenceTo: [...known.referenceTo, ...targets] }
                : known
        );
        return { ...object, fields };
    }

    #customNames(): readonly string[] {
        return [...this.#shared.values()];
    }

    #children(parent: ObjectSchema): readonly ChildRelationship[] {
        const own = parent.childRelationships;
        const lookups = [...this.#sources.values()].flatMap((source) =>
            lookupsTo(parent.name, this.#bareObject(source.fullName))
        );
        const share = shareName(parent.name);
        const shares = this.#shared.has(share) ? [shareChild(share)] : [];
        return [...own, ...lookups, ...openChildren(parent), ...shares];
    }
}

function index(object: ObjectSchema): Indexed {
    const lookups = object.fields.filter((known) => known.relationshipName !== null);
    const children = object.childRelationships.filter((child) => child.name !== null);
    return {
        object,
        fields: new NameMap(object.fields.map((known) => [known.name, known])),
        parents: new NameMap(lookups.map((known) => [known.relationshipName ?? '', known])),
        children: new NameMap(children.map((child) => [child.name ?? '', child]))
    };
}

function shareName(objectName: string): string {
    return objectName.replace(/__c$/, '__Share');
}

function numbered(index: number): string {
    return (PREFIX_DIGITS[Math.floor(index / 62)] ?? '0') + (PREFIX_DIGITS[index % 62] ?? '0');
}
