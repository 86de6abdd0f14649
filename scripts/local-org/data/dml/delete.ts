import type { ChildRelationship, ObjectSchema } from '../schema/types.ts';
import { quoted } from '../store/connection.ts';
import { checkPermissions, checkReach } from './checks/access.ts';
import { deleteBlocked } from './dmlErrors.ts';
import { recordRollups } from './rollups.ts';
import { runAfter, runBefore } from './triggers.ts';
import { fullRows, loadOld } from './update.ts';
import { sound, type DmlServices, type Save, type WorkRow } from './work.ts';

/** Moves records of one object to the recycle bin, with the children that go along. */
export function deleteRows(rows: readonly WorkRow[], save: Save): void {
    loadOld(rows, save, 'delete');
    checkPermissions(sound(rows), 'delete', save);
    checkReach(sound(rows), 'full', save);
    const before = sound(rows);
    const old = fullRows(before, save);
    runBefore('before delete', before, null, old, save);
    const kept = sound(before);
    for (const row of kept) {
        removeWithChildren(row, save);
    }
    const gone = sound(kept);
    const goneIds = new Set(gone.map((row) => row.id));
    const oldOfGone = old.filter((row) => goneIds.has(String(row.values['Id'])));
    runAfter('after delete', gone, null, oldOfGone, save);
    recordRollups(sound(gone), save);
}

function removeWithChildren(row: WorkRow, save: Save): void {
    const id = row.id ?? '';
    const blocking = blockers(row.object, id, save);
    if (blocking !== null) {
        const name = String(row.old?.['Name'] ?? id);
        row.errors.push(deleteBlocked(name, blocking.label, blocking.names));
        return;
    }
    removeTree(row.object, [id], id, save);
}

/** Deletes records, what details they have, and what points at them. */
export function removeTree(
    object: ObjectSchema,
    ids: readonly string[],
    root: string,
    services: DmlServices
): void {
    for (const child of object.childRelationships) {
        const held = childIds(child, ids, services);
        const childObject =
            held.length === 0 ? undefined : services.schema.object(child.childObject);
        if (childObject === undefined) {
            continue;
        }
        if (child.cascadeDelete) {
            removeTree(childObject, held, root, services);
        } else {
            clearLookup(child, held, root, services);
        }
    }
    if (services.store.tables.get(object.name).recycleBin) {
        services.store.markDeleted(object.name, ids, root);
    } else {
        services.store.remove(object.name, ids);
    }
}

function childIds(
    child: ChildRelationship,
    ids: readonly string[],
    services: DmlServices
): readonly string[] {
    return services.store.tables.exists(child.childObject)
        ? services.store.idsWhere(child.childObject, child.field, ids)
        : [];
}

/** Empties a lookup, and remembers it so that undelete can bring it back. */
function clearLookup(
    child: ChildRelationship,
    ids: readonly string[],
    root: string,
    services: DmlServices
): void {
    const { sqlName } = services.store.tables.get(child.childObject);
    const { connection } = services.store;
    const column = quoted(child.field);
    connection.execute(CLEARED_TABLE);
    connection.run(
        `INSERT INTO "$cleared" SELECT ?, ?, ?, Id, ${column} FROM ${sqlName} WHERE Id IN (SELECT value FROM json_each(?))`,
        [root, child.childObject, child.field, JSON.stringify(ids)]
    );
    connection.run(
        `UPDATE ${sqlName} SET ${column} = NULL WHERE Id IN (SELECT value FROM json_each(?))`,
        [JSON.stringify(ids)]
    );
}

/** Lookups that a deletion emptied. */
export const CLEARED_TABLE =
    'CREATE TABLE IF NOT EXISTS "$cleared" (root TEXT, object TEXT, field TEXT, id TEXT, value TEXT)';

function blockers(
    object: ObjectSchema,
    id: string,
    save: Save
): { readonly label: string; readonly names: readonly string[] } | null {
    for (const child of object.childRelationships.filter((known) => known.restrictedDelete)) {
        const ids = childIds(child, [id], save);
        if (ids.length > 0) {
            const rows = [...save.store.read(child.childObject, ids).values()];
            const label = save.schema.object(child.childObject)?.labelPlural ?? child.childObject;
            return { label, names: rows.map((row) => String(row['Name'] ?? row['Id'])) };
        }
    }
    return null;
}
