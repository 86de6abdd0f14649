import type { Schema } from '../schema/types.ts';
import { quoted } from '../store/connection.ts';
import type { RecordStore } from '../store/recordStore.ts';

/** A metadata relationship that a query follows: the field that holds the ids, and to what. */
export interface DefinitionParent {
    readonly object: string;
    readonly field: string;
    readonly target: string;
}

const DEFINITIONS: ReadonlySet<string> = new Set(['EntityDefinition', 'FieldDefinition']);

/** The fields by which the paths lead from the objects to EntityDefinition and FieldDefinition. */
export function definitionParents(
    objects: readonly string[],
    paths: readonly (readonly string[])[],
    schema: Schema
): readonly DefinitionParent[] {
    return objects.flatMap((object) =>
        paths.flatMap((path) => alongPath(object, path.slice(0, -1), schema))
    );
}

function alongPath(
    object: string,
    relationships: readonly string[],
    schema: Schema
): readonly DefinitionParent[] {
    const [first, ...rest] = relationships;
    const field = first === undefined ? undefined : schema.parentField(object, first);
    const [target] = field?.referenceTo ?? [];
    if (field === undefined || target === undefined) {
        return [];
    }
    const here = DEFINITIONS.has(target) && field.custom;
    return here ? [{ object, field: field.name, target }] : alongPath(target, rest, schema);
}

/** The ids of definitions that the stored records name. */
export function namedDefinitions(
    parents: readonly DefinitionParent[],
    store: RecordStore
): readonly string[] {
    const ids = parents.flatMap(({ object, field }) => {
        const column = quoted(field);
        const table = store.tables.get(object).sqlName;
        return store.connection
            .all(`SELECT DISTINCT ${column} FROM ${table} WHERE ${column} IS NOT NULL`)
            .map(([id]) => String(id));
    });
    return [...new Set(ids)];
}
