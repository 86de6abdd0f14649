import type { ObjectSchema } from '../schema/types.ts';
import { DELETED_BY } from '../store/columns.ts';
import { quoted } from '../store/connection.ts';
import { checkPermissions } from './checks/access.ts';
import { CLEARED_TABLE } from './delete.ts';
import { idMissing, notDeleted } from './dmlErrors.ts';
import { recordRollups } from './rollups.ts';
import { runAfter } from './triggers.ts';
import { fullRows } from './update.ts';
import { sound, type DmlServices, type Save, type WorkRow } from './work.ts';

/** Brings records of one object back from the recycle bin, with what went along with them. */
export function undeleteRows(rows: readonly WorkRow[], save: Save): void {
    const [first] = rows;
    if (first === undefined) {
        return;
    }
    const stored = save.store.read(
        first.object.name,
        rows.flatMap((row) => row.id ?? [])
    );
    for (const row of rows) {
        row.old = stored.get(row.id ?? '') ?? null;
        if (row.id === null) {
            row.errors.push(idMissing('undelete'));
        } else if (row.old?.['IsDeleted'] !== true) {
            row.errors.push(notDeleted());
        }
    }
    checkPermissions(sound(rows), 'create', save);
    for (const row of sound(rows)) {
        restoreTree(first.object, row.id ?? '', save);
    }
    const restored = sound(rows);
    runAfter('after undelete', restored, fullRows(restored, save), null, save);
    recordRollups(sound(restored), save);
}

function restoreTree(object: ObjectSchema, id: string, services: DmlServices): void {
    const root = rootOf(object, id, services) ?? id;
    services.store.markDeleted(object.name, [id], null);
    for (const name of affectedObjects(object, services)) {
        const ids = services.store.idsDeletedBy(name, root);
        services.store.markDeleted(name, ids, null);
    }
    restoreLookups(root, services);
}

function rootOf(object: ObjectSchema, id: string, services: DmlServices): string | null {
    const { sqlName } = services.store.tables.get(object.name);
    const sql = `SELECT ${quoted(DELETED_BY)} FROM ${sqlName} WHERE Id = ?`;
    const root = services.store.connection.first(sql, [id])?.[0];
    return typeof root === 'string' ? root : null;
}

/** The objects of details, and of their details. */
function affectedObjects(
    object: ObjectSchema,
    services: DmlServices,
    seen: Set<string> = new Set()
): ReadonlySet<string> {
    for (const child of object.childRelationships.filter((known) => known.cascadeDelete)) {
        const childObject = services.store.tables.exists(child.childObject)
            ? services.schema.object(child.childObject)
            : undefined;
        if (childObject !== undefined && !seen.has(childObject.name)) {
            seen.add(childObject.name);
            affectedObjects(childObject, services, seen);
        }
    }
    return new Set([...seen].filter((name) => services.store.tables.get(name).recycleBin));
}

function restoreLookups(root: string, services: DmlServices): void {
    const { connection } = services.store;
    connection.execute(CLEARED_TABLE);
    const rows = connection.all('SELECT object, field, id, value FROM "$cleared" WHERE root = ?', [
        root
    ]);
    for (const [objectName, field, id, value] of rows) {
        const { sqlName } = services.store.tables.get(String(objectName));
        const column = quoted(String(field));
        connection.run(`UPDATE ${sqlName} SET ${column} = ? WHERE Id = ? AND ${column} IS NULL`, [
            value ?? null,
            id ?? null
        ]);
    }
    connection.run('DELETE FROM "$cleared" WHERE root = ?', [root]);
}
