import { sobjectSignatureNames } from '../../apex/signatures/sobjects.ts';
import { lookupsTo, openChildren, openLookups, shareChild } from './custom/childrenOf.ts';
import { customKind, customObject } from './custom/customObject.ts';
import { CustomPrefixes } from './custom/prefixes.ts';
import { shareName, shareObject } from './custom/shareObject.ts';
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
    /** Key prefixes of custom objects that have records, by name. */
    readonly keyPrefixes?: ReadonlyMap<string, string>;
}

/** A schema that goes along with its source. */
export interface LiveSchema extends Schema {
    /**
     * From now on the objects are those of another source; false when they are the same.
     * @throws Error for a source that can't be understood; the objects then stay as they were
     */
    update(metadata: readonly ObjectMetadata[]): boolean;
}

/** The objects of an org: standard ones as the platform has them, extended by the source. */
export function createSchema(source: SchemaSource): LiveSchema {
    return new OrgSchema(source);
}

/** An object's fields and relationships by name, made once. */
interface Indexed {
    readonly object: ObjectSchema;
    readonly fields: NameMap<FieldSchema>;
    readonly parents: NameMap<FieldSchema>;
    readonly children: NameMap<ChildRelationship>;
}

class OrgSchema implements LiveSchema {
    readonly #features: OrgFeatures;
    readonly #prefixes: CustomPrefixes;
    #metadata: readonly ObjectMetadata[] = [];
    #sources = new NameMap<ObjectMetadata>();
    /** Custom objects by the name of their shares. */
    #shared = new NameMap<string>();
    #bare = new NameMap<ObjectSchema>();
    #indexed = new NameMap<Indexed>();

    constructor(source: SchemaSource) {
        this.#features = source.features ?? PLAIN_ORG;
        this.#prefixes = new CustomPrefixes(source.keyPrefixes ?? new Map());
        this.#take(source.metadata);
    }

    update(metadata: readonly ObjectMetadata[]): boolean {
        const before = this.#metadata;
        if (JSON.stringify(metadata) === JSON.stringify(before)) {
            return false;
        }
        try {
            this.#take(metadata);
            this.sourceObjectNames.forEach((name) => this.object(name));
            return true;
        } catch (error) {
            this.#take(before);
            throw error;
        }
    }

    #take(metadata: readonly ObjectMetadata[]): void {
        this.#metadata = metadata;
        this.#sources = new NameMap(metadata.map((item) => [item.fullName, item]));
        this.#customs().forEach((item) => this.#prefixes.assign(item));
        const shared = this.#customs().filter((item) => customKind(item) === 'custom');
        this.#shared = new NameMap(
            shared.map(({ fullName }) => [shareName(fullName), fullName] as const)
        );
        this.#bare = new NameMap();
        this.#indexed = new NameMap();
    }

    get objectNames(): readonly string[] {
        return [
            ...sobjectSignatureNames(),
            ...this.#customs().map(({ fullName }) => fullName),
            ...Array.from(this.#shared.values(), shareName)
        ];
    }

    get sourceObjectNames(): readonly string[] {
        return this.#metadata.map(({ fullName }) => fullName);
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
        const name = this.#prefixes.nameOf(prefix) ?? objectOfKeyPrefix(prefix);
        return name === undefined ? undefined : this.object(name);
    }

    #customs(): readonly ObjectMetadata[] {
        return this.#metadata.filter(({ fullName }) => /__(?:c|e|mdt)$/.test(fullName));
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
            return shareObject(shared, this.#prefixes.of(name) ?? '000');
        }
        const source = this.#sources.get(name);
        const prefix = this.#prefixes.of(name);
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
