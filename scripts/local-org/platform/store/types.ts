import type { FieldValue } from '../../data/types.ts';

export type FieldValues = Readonly<Record<string, FieldValue>>;

/** A stored setup record; `values` has every stored field, Id included. */
export interface SetupRow {
    readonly id: string;
    readonly values: FieldValues;
}

/**
 * The setup records of the org (profiles, permission sets, apps...) as the platform itself writes
 * them: no triggers, no validation, read-only objects included. Field names are spelt as in the schema.
 */
export interface SetupStore {
    /** Gives the ids in order; a row may bring its own `Id`. */
    insert(type: string, rows: readonly FieldValues[]): readonly string[];
    update(type: string, id: string, values: FieldValues): void;
    remove(type: string, ids: readonly string[]): void;
    /** Rows in which every given field equals the value, or one of the values. */
    find(type: string, where: Where): readonly SetupRow[];
    /**
     * Whether there is such a row; reads none, of which some have hundreds of fields. Nothing has a field
     * that the schema lacks.
     */
    has(type: string, where: Where): boolean;
}

export type Where = Readonly<Record<string, FieldValue | readonly FieldValue[]>>;

/** The only row that matches, or undefined. */
export function findOne(store: SetupStore, type: string, where: Where): SetupRow | undefined {
    return store.find(type, where)[0];
}

/** Like `findOne`, for what must be there. */
export function getOne(store: SetupStore, type: string, where: Where): SetupRow {
    const row = findOne(store, type, where);
    if (!row) {
        throw new Error(`The org has no ${type} with ${JSON.stringify(where)}.`);
    }
    return row;
}

/** Updates the row that matches the key, or inserts key and values; gives the id. */
export function put(
    store: SetupStore,
    type: string,
    key: FieldValues,
    values: FieldValues
): string {
    const existing = findOne(store, type, key);
    if (existing) {
        store.update(type, existing.id, values);
        return existing.id;
    }
    return insertOne(store, type, { ...key, ...values });
}

export function insertOne(store: SetupStore, type: string, values: FieldValues): string {
    const [id] = store.insert(type, [values]);
    if (id === undefined) {
        throw new Error(`The store gave no id for a new ${type}.`);
    }
    return id;
}
