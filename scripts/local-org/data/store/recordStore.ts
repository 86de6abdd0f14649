import type { FieldSchema, Schema } from '../schema/types.ts';
import type { FieldValue } from '../types.ts';
import { columnType, DELETED_BY, fromSql, toSql } from './columns.ts';
import { quoted, type Connection, type SqlValue } from './connection.ts';
import { Counters } from './counters.ts';
import { makeId, serialOf } from './ids.ts';
import { Tables, type Table } from './tables.ts';

/** The stored fields of one record, by canonical name. */
export type StoredValues = Readonly<Record<string, FieldValue>>;

/** Reads and writes whole records, without any of the platform's rules. */
export class RecordStore {
    readonly connection: Connection;
    readonly schema: Schema;
    readonly tables: Tables;
    readonly counters: Counters;

    constructor(connection: Connection, schema: Schema) {
        this.connection = connection;
        this.schema = schema;
        this.tables = new Tables(connection, schema);
        this.counters = new Counters(connection);
    }

    /** Fresh ids for so many records of an object. */
    newIds(objectName: string, count: number): readonly string[] {
        const { keyPrefix } = this.tables.get(objectName).object;
        const first = this.counters.take(`id ${keyPrefix}`, count);
        return Array.from({ length: count }, (_, index) => makeId(keyPrefix, first + index));
    }

    /** Keeps a given id from being made again. */
    claimId(objectName: string, id: string): void {
        const serial = serialOf(id);
        if (serial !== null) {
            this.counters.skip(`id ${this.tables.get(objectName).object.keyPrefix}`, serial);
        }
    }

    insert(objectName: string, id: string, values: StoredValues): void {
        const table = this.tables.get(objectName);
        const given = columnsOf(table, values).filter(([, value]) => value !== null);
        const names = ['Id', ...given.map(([name]) => quoted(name))];
        const marks = names.map(() => '?').join(', ');
        this.connection.run(
            `INSERT INTO ${table.sqlName} (${names.join(', ')}) VALUES (${marks})`,
            [id, ...given.map(([, value]) => toSql(value))]
        );
    }

    update(objectName: string, id: string, values: StoredValues): void {
        const table = this.tables.get(objectName);
        const given = columnsOf(table, values);
        if (given.length > 0) {
            const set = given.map(([name]) => `${quoted(name)} = ?`).join(', ');
            const sql = `UPDATE ${table.sqlName} SET ${set} WHERE Id = ?`;
            this.connection.run(sql, [...given.map(([, value]) => toSql(value)), id]);
        }
    }

    /** Removes for good. */
    remove(objectName: string, ids: readonly string[]): void {
        const table = this.tables.get(objectName);
        const sql = `DELETE FROM ${table.sqlName} WHERE Id IN (SELECT value FROM json_each(?))`;
        this.connection.run(sql, [JSON.stringify(ids)]);
    }

    /** Moves records to the recycle bin, or back when `root` is null; `root` is what took them. */
    markDeleted(objectName: string, ids: readonly string[], root: string | null): void {
        const table = this.tables.get(objectName);
        const sql =
            `UPDATE ${table.sqlName} SET IsDeleted = ?, ${quoted(DELETED_BY)} = ? ` +
            'WHERE Id IN (SELECT value FROM json_each(?))';
        this.connection.run(sql, [root === null ? 0 : 1, root, JSON.stringify(ids)]);
    }

    /** Stored values by id, deleted records included; ids that aren't there are missing. */
    read(objectName: string, ids: readonly string[]): ReadonlyMap<string, StoredValues> {
        const table = this.tables.get(objectName);
        const rows = this.connection.all(
            `SELECT ${table.columnList} FROM ${table.sqlName} WHERE Id IN (SELECT value FROM json_each(?))`,
            [JSON.stringify(ids)]
        );
        return new Map(rows.map((row) => [String(row[0]), valuesOf(table.stored, row)]));
    }

    /** Ids of the records whose field holds one of these values; those in the recycle bin on request. */
    idsWhere(
        objectName: string,
        fieldName: string,
        values: readonly SqlValue[],
        deleted: 'without' | 'with' = 'without'
    ): readonly string[] {
        const table = this.tables.get(objectName);
        this.tables.index(objectName, fieldName);
        const alive = table.recycleBin && deleted === 'without' ? ' AND IsDeleted = 0' : '';
        const column = comparedColumn(table, fieldName);
        const rows = this.connection.all(
            `SELECT Id FROM ${table.sqlName} WHERE ${column} IN (SELECT value FROM json_each(?))${alive}`,
            [JSON.stringify(values)]
        );
        return rows.map(([id]) => String(id));
    }

    /** Ids of the records that a deletion of `root` took along. */
    idsDeletedBy(objectName: string, root: string): readonly string[] {
        const table = this.tables.get(objectName);
        const sql = `SELECT Id FROM ${table.sqlName} WHERE ${quoted(DELETED_BY)} = ?`;
        return this.connection.all(sql, [root]).map(([id]) => String(id));
    }
}

/** A loop, since some objects have hundreds of columns. */
function valuesOf(fields: readonly FieldSchema[], row: readonly SqlValue[]): StoredValues {
    const values: Record<string, FieldValue> = {};
    for (const [index, field] of fields.entries()) {
        values[field.name] = fromSql(field, row[index] ?? null);
    }
    return values;
}

/** Text compares without case, ids with it. */
function comparedColumn(table: Table, fieldName: string): string {
    const field = table.stored.find((known) => known.name === fieldName);
    const isId = field?.type === 'id' || field?.type === 'reference';
    const isText = field !== undefined && columnType(field) === 'TEXT' && !isId;
    return isText ? `${quoted(fieldName)} COLLATE NOCASE` : quoted(fieldName);
}

/** The values that have a column, with the column's name. */
function columnsOf(table: Table, values: StoredValues): readonly (readonly [string, FieldValue])[] {
    const given = new Map(
        Object.entries(values).map(([name, value]) => [name.toLowerCase(), value])
    );
    return table.stored.flatMap((field) => {
        const value = given.get(field.name.toLowerCase());
        return value === undefined || field.name === 'Id' ? [] : [[field.name, value] as const];
    });
}
