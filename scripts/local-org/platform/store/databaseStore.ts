import { toSql } from '../../data/store/columns.ts';
import { quoted } from '../../data/store/connection.ts';
import type { RecordStore } from '../../data/store/recordStore.ts';
import type { FieldValue, Row } from '../../data/types.ts';
import type { FieldValues, SetupRow, SetupStore, Where } from './types.ts';

/** How the database takes records that skip its rules. */
export interface Seeding {
    /**
     * Writes rows without triggers, validation and access rules, and gives their ids in order. A row
     * with the Id of a record that is there changes the named values of that record.
     */
    seed(rows: readonly Row[]): readonly string[];
    /** Removes records for good. */
    unseed(ids: readonly string[]): void;
}

/** The setup records in the org's database. A field that the schema lacks is an error that names it. */
export function databaseStore(seeding: Seeding, store: RecordStore): SetupStore {
    const toRow = (type: string, values: FieldValues): Row => ({
        type: objectName(store, type),
        values: checked(store, type, values)
    });
    return {
        insert: (type, rows) => seeding.seed(rows.map((values) => toRow(type, values))),
        update: (type, id, values) => void seeding.seed([toRow(type, { ...values, Id: id })]),
        remove(type, ids) {
            objectName(store, type);
            seeding.unseed(ids);
        },
        find: (type, where) => find(store, type, where),
        has: (type, where) => has(store, type, where)
    };
}

function has(store: RecordStore, type: string, where: Where): boolean {
    if (Object.keys(where).some((name) => !store.schema.field(type, name))) {
        return false;
    }
    const wanted = Object.entries(where).map(([field, value]) => [field, [value].flat()] as const);
    const { sqlName } = store.tables.get(type);
    const conditions = ['1', ...wanted.map(([field, values]) => isOneOf(field, values))];
    const sql = `SELECT 1 FROM ${sqlName} WHERE ${conditions.join(' AND ')} LIMIT 1`;
    const values = wanted.map(([, given]) => JSON.stringify(given.map(toSql)));
    return store.connection.first(sql, values) !== undefined;
}

function isOneOf(field: string, values: readonly FieldValue[]): string {
    const column = quoted(field);
    const orNull = values.includes(null) ? ` OR ${column} IS NULL` : '';
    return `(${column} IN (SELECT value FROM json_each(?))${orNull})`;
}

function find(store: RecordStore, type: string, where: Where): readonly SetupRow[] {
    checked(store, type, where);
    const conditions = Object.entries(where).map(
        ([field, wanted]) => [field, [wanted].flat() as readonly FieldValue[]] as const
    );
    const rows = store.read(type, candidates(store, type, conditions));
    return [...rows]
        .filter(([, values]) =>
            conditions.every(([field, wanted]) => wanted.includes(values[field] ?? null))
        )
        .map(([id, values]) => ({ id, values }));
}

/** Narrows by Id, or by the first field that an index serves: one that no null or boolean is sought in. */
function candidates(
    store: RecordStore,
    type: string,
    conditions: readonly (readonly [string, readonly FieldValue[]])[]
): readonly string[] {
    const byId = conditions.find(([field]) => field === 'Id');
    if (byId) {
        return byId[1].filter((value) => typeof value === 'string');
    }
    const indexed = conditions.find(([, wanted]) => wanted.every((v) => typeof v === 'string'));
    return indexed
        ? store.idsWhere(type, indexed[0], indexed[1] as readonly string[])
        : allIds(store, type);
}

function allIds(store: RecordStore, type: string): readonly string[] {
    const { sqlName } = store.tables.get(type);
    return store.connection.all(`SELECT Id FROM ${sqlName}`).map(([id]) => String(id));
}

function checked<T>(
    store: RecordStore,
    type: string,
    values: Readonly<Record<string, T>>
): Readonly<Record<string, T>> {
    for (const name of Object.keys(values)) {
        if (!store.schema.field(type, name)) {
            throw new Error(`The schema has no field ${type}.${name}.`);
        }
    }
    return values;
}

function objectName(store: RecordStore, type: string): string {
    const object = store.schema.object(type);
    if (!object) {
        throw new Error(`The schema has no object ${type}.`);
    }
    return object.name;
}
