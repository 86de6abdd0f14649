import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import { normalizeId } from '../store/ids.ts';
import type { DmlError, FieldValue, Row } from '../types.ts';
import { converted } from './convert.ts';
import { duplicateExternalId, duplicateInRequest, noExternalId } from './dmlErrors.ts';
import type { DmlServices } from './work.ts';

/** What an upsert does with a row. */
export type UpsertStep =
    | { readonly kind: 'insert' | 'update'; readonly row: Row }
    | { readonly kind: 'error'; readonly error: DmlError };

/** Decides for each row of an upsert, by Id or by an external id field. */
export function upsertSteps(
    rows: readonly Row[],
    object: ObjectSchema,
    key: FieldSchema | null,
    services: DmlServices
): readonly UpsertStep[] {
    if (key === null || key.name === 'Id') {
        return rows.map(byId);
    }
    const seen = new Set<string>();
    return rows.map((row) => byExternalId(row, object, key, seen, services));
}

function byId(row: Row): UpsertStep {
    const id = valueOf(row, 'Id');
    return { kind: id === null ? 'insert' : 'update', row };
}

function byExternalId(
    row: Row,
    object: ObjectSchema,
    key: FieldSchema,
    seen: Set<string>,
    services: DmlServices
): UpsertStep {
    const result = converted(key, valueOf(row, key.name));
    const value = result.kind === 'value' ? result.value : null;
    if (value === null || typeof value === 'boolean') {
        return { kind: 'error', error: noExternalId(key) };
    }
    const mark = String(value).toLowerCase();
    if (seen.has(mark)) {
        return { kind: 'error', error: duplicateInRequest() };
    }
    seen.add(mark);
    const ids = holders(object, key, value, services);
    if (ids.length > 1) {
        return { kind: 'error', error: duplicateExternalId(key, ids) };
    }
    return stepFor(row, ids[0] ?? null);
}

function stepFor(row: Row, id: string | null): UpsertStep {
    const own = Object.entries(row.values).filter(([name]) => name.toLowerCase() !== 'id');
    return id === null
        ? { kind: 'insert', row: { type: row.type, values: Object.fromEntries(own) } }
        : {
              kind: 'update',
              row: { type: row.type, values: { ...Object.fromEntries(own), Id: id } }
          };
}

function holders(
    object: ObjectSchema,
    key: FieldSchema,
    value: string | number,
    services: DmlServices
): readonly string[] {
    services.store.tables.index(object.name, key.name);
    const table = services.store.tables.get(object.name);
    const collation = typeof value === 'string' && !key.caseSensitive ? ' COLLATE NOCASE' : '';
    const alive = table.recycleBin ? ' AND IsDeleted = 0' : '';
    const sql = `SELECT Id FROM ${table.sqlName} WHERE "${key.name}"${collation} = ?${alive}`;
    return services.store.connection.all(sql, [value]).map(([id]) => String(id));
}

function valueOf(row: Row, name: string): FieldValue {
    const entry = Object.entries(row.values).find(
        ([key]) => key.toLowerCase() === name.toLowerCase()
    );
    const value = entry?.[1] ?? null;
    return name === 'Id' && typeof value === 'string' && value !== '' ? normalizeId(value) : value;
}
