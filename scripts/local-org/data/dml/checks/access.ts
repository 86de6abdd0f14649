import type { ObjectSchema } from '../../schema/types.ts';
import type { ObjectAction } from '../../access/permissions.ts';
import type { RecordAccess } from '../../access/sharing.ts';
import { entityDenied, fieldsDenied, hiddenReference, readOnlyRecord } from '../dmlErrors.ts';
import { isChanged, sound, type Save, type WorkRow } from '../work.ts';

/** In user mode: the user's permissions on the object, and on each field that changes. */
export function checkPermissions(rows: readonly WorkRow[], action: ObjectAction, save: Save): void {
    if (save.context.mode !== 'user') {
        return;
    }
    for (const [object, group] of Map.groupBy(rows, (row) => row.object)) {
        const allowed = save.access.objectGrant(save.context.userId, object)[action];
        group.forEach((row) => {
            if (!allowed) {
                row.errors.push(entityDenied(object));
            } else if (action === 'create' || action === 'edit') {
                checkChangedFields(row, object, save);
            }
        });
    }
}

/** Where sharing counts: the records that are changed must be within the user's reach. */
export function checkReach(rows: readonly WorkRow[], access: RecordAccess, save: Save): void {
    const { userId, sharing, mode } = save.context;
    if (!sharing && mode !== 'user') {
        return;
    }
    for (const [object, group] of Map.groupBy(sound(rows), (row) => row.object)) {
        const ids = group.map((row) => row.id ?? '');
        const changeable = save.access.reachable(userId, object.name, ids, access);
        const visible = save.access.reachable(userId, object.name, ids, 'read');
        group.forEach((row) => {
            const id = row.id ?? '';
            if (!changeable.has(id)) {
                row.errors.push(visible.has(id) ? readOnlyRecord() : hiddenReference());
            }
        });
    }
}

function checkChangedFields(row: WorkRow, object: ObjectSchema, save: Save): void {
    const denied = object.fields
        .filter((field) => field.name in row.values && isChanged(row, field.name))
        .filter((field) => !save.access.fieldGrant(save.context.userId, object, field).edit)
        .map((field) => field.name);
    if (denied.length > 0) {
        row.errors.push(fieldsDenied(object, denied));
    }
}
