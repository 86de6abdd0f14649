import type { FieldSchema } from '../../schema/types.ts';
import { quoted } from '../../store/connection.ts';
import type { FieldValue } from '../../types.ts';
import { duplicate, duplicateInRequest, duplicateUsername } from '../dmlErrors.ts';
import { isChanged, type Save, type WorkRow } from '../work.ts';

/** Unique fields must differ from all other records, those of the same request included. */
export function checkUnique(rows: readonly WorkRow[], save: Save): void {
    for (const [object, group] of Map.groupBy(rows, (row) => row.object)) {
        for (const field of object.fields.filter((known) => known.unique)) {
            const given = group.filter(
                (row) => row.values[field.name] != null && isChanged(row, field.name)
            );
            if (given.length > 0) {
                checkField(given, field, save);
            }
        }
    }
}

function checkField(rows: readonly WorkRow[], field: FieldSchema, save: Save): void {
    const stored = holders(rows, field, save);
    const seen = new Set<string>();
    for (const row of rows) {
        const key = keyOf(field, row.values[field.name] ?? null);
        const holder = stored.get(key);
        if (holder !== undefined && holder !== row.id) {
            row.errors.push(
                field.name === 'Username' ? duplicateUsername() : duplicate(field, holder)
            );
        } else if (seen.has(key)) {
            row.errors.push(duplicateInRequest());
        }
        seen.add(key);
    }
}

/** Who holds the values already; records that this request changes away from them don't count. */
function holders(
    rows: readonly WorkRow[],
    field: FieldSchema,
    save: Save
): ReadonlyMap<string, string> {
    const [first] = rows;
    const table = save.store.tables.get(first?.object.name ?? '');
    save.store.tables.index(table.object.name, field.name);
    const values = rows.map((row) => row.values[field.name] ?? null);
    const alive = table.recycleBin ? ' AND IsDeleted = 0' : '';
    const collation = typeof values[0] === 'string' ? ' COLLATE NOCASE' : '';
    const column = quoted(field.name);
    const found = save.store.connection.all(
        `SELECT ${column}, Id FROM ${table.sqlName} WHERE ${column}${collation} IN (SELECT value FROM json_each(?))${alive}`,
        [JSON.stringify(values)]
    );
    const leaving = new Set(
        rows.filter((row) => row.old !== null && row.id !== null).map((row) => row.id)
    );
    return new Map(
        found
            .filter(([, id]) => !leaving.has(String(id)))
            .map(([value, id]) => [keyOf(field, value ?? null), String(id)])
    );
}

function keyOf(field: FieldSchema, value: FieldValue): string {
    return field.caseSensitive ? String(value) : String(value).toLowerCase();
}
