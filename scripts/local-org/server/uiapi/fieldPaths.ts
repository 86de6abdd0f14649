import type { FieldSchema } from '../../data/schema/types.ts';
import type { ObjectAccess, OrgClient } from '../orgClient.ts';

/** Objects as one user sees them, read once per request. */
export class ObjectCatalog {
    readonly #org: OrgClient;
    readonly #userId: string;
    readonly #known = new Map<string, Promise<ObjectAccess | undefined>>();

    constructor(org: OrgClient, userId: string) {
        this.#org = org;
        this.#userId = userId;
    }

    object(name: string): Promise<ObjectAccess | undefined> {
        const key = name.toLowerCase();
        const known = this.#known.get(key) ?? this.#org.describeObject(this.#userId, name);
        this.#known.set(key, known);
        return known;
    }

    /** The object that a lookup leads to. Polymorphic ones answer with the first that is known. */
    async parent(object: ObjectAccess, relationship: string): Promise<ObjectAccess | undefined> {
        const lookup = findField(object, (field) => field.relationshipName, relationship);
        const candidates = await Promise.all(
            (lookup?.referenceTo ?? []).map((n) => this.object(n))
        );
        return candidates.find((candidate) => candidate !== undefined);
    }

    /** The readable field at the end of a path, with canonical names; undefined when there is none. */
    async field(object: ObjectAccess, path: string): Promise<ResolvedField | undefined> {
        const [head = '', ...rest] = path.split('.');
        if (rest.length === 0) return readableField(object, head);
        const lookup = findField(object, (field) => field.relationshipName, head);
        const parent = lookup && (await this.parent(object, head));
        const target = parent && (await this.field(parent, rest.join('.')));
        return target && { path: `${lookup.relationshipName}.${target.path}`, field: target.field };
    }
}

export interface ResolvedField {
    /** Path in canonical spelling. */
    readonly path: string;
    readonly field: FieldSchema;
}

function readableField(object: ObjectAccess, name: string): ResolvedField | undefined {
    const field = findField(object, (candidate) => candidate.name, name);
    const readable = field && object.readableFields.includes(field.name);
    return readable ? { path: field.name, field } : undefined;
}

function findField(
    { schema }: ObjectAccess,
    nameOf: (field: FieldSchema) => string | null,
    name: string
): FieldSchema | undefined {
    const wanted = name.toLowerCase();
    return schema.fields.find((field) => nameOf(field)?.toLowerCase() === wanted);
}

/** The name field of an object (`Name`, `CaseNumber`, `Subject`). */
export function nameFieldOf({ schema }: ObjectAccess): string {
    return schema.fields.find(({ nameField }) => nameField)?.name ?? 'Id';
}
