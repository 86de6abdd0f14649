import type { FieldSchema, ObjectSchema } from '../../schema/types.ts';
import { parentLookups } from '../../access/sharing.ts';
import { hasRecycleBin } from '../../store/columns.ts';
import {
    hiddenReference,
    inactiveOwner,
    invalidReference,
    isDeleted,
    wrongIdType
} from '../dmlErrors.ts';
import { isChanged, type Save, type WorkRow } from '../work.ts';

interface Reference {
    readonly row: WorkRow;
    readonly field: FieldSchema;
    readonly id: string;
}

/** Lookups must point at a record that is there, of an object that the field takes. */
export function checkLookups(rows: readonly WorkRow[], save: Save): void {
    const fitting = rows.flatMap(referencesOf).filter((reference) => fitsField(reference, save));
    const byObject = Map.groupBy(fitting, ({ id }) => save.schema.objectOfId(id));
    for (const [object, references] of byObject) {
        if (object !== undefined) {
            checkExistence(object, references, save);
        }
    }
}

/** A user without access to the master can't give it details (`with sharing` and user mode). */
export function checkMasters(rows: readonly WorkRow[], save: Save): void {
    for (const [object, group] of Map.groupBy(rows, (row) => row.object)) {
        const masters = parentLookups(object).filter((field) => !field.nillable);
        masters.forEach((field) => checkMaster(group, field, save));
    }
}

function checkMaster(rows: readonly WorkRow[], field: FieldSchema, save: Save): void {
    const changed = rows.filter((row) => isChanged(row, field.name));
    const ids = changed.map((row) => String(row.values[field.name]));
    const needed = field.writeRequiresMasterRead ? 'read' : 'edit';
    const [target = ''] = field.referenceTo;
    const reachable = save.access.reachable(save.context.userId, target, ids, needed);
    changed
        .filter((_, at) => !reachable.has(ids[at] ?? ''))
        .forEach((row) => row.errors.push(hiddenReference()));
}

function referencesOf(row: WorkRow): readonly Reference[] {
    return row.object.fields
        .filter((field) => field.type === 'reference' && field.referenceTo.length > 0)
        .flatMap((field) => {
            const id = row.values[field.name];
            return typeof id === 'string' && isChanged(row, field.name) ? [{ row, field, id }] : [];
        });
}

function fitsField({ row, field, id }: Reference, save: Save): boolean {
    const target = save.schema.objectOfId(id);
    const fits = target !== undefined && field.referenceTo.includes(target.name);
    if (!fits) {
        row.errors.push(wrongIdType(field, id));
    }
    return fits;
}

function checkExistence(object: ObjectSchema, references: readonly Reference[], save: Save): void {
    const { sqlName } = save.store.tables.get(object.name);
    const bin = hasRecycleBin(object) ? 'IsDeleted' : '0';
    const active = object.name === 'User' ? 'IsActive' : '1';
    const ids = [...new Set(references.map(({ id }) => id))];
    const rows = save.store.connection.all(
        `SELECT Id, ${bin}, ${active} FROM ${sqlName} WHERE Id IN (SELECT value FROM json_each(?))`,
        [JSON.stringify(ids)]
    );
    const found = new Map(
        rows.map(([id, deleted, isActive]) => [String(id), { deleted, isActive }])
    );
    for (const { row, field, id } of references) {
        const target = found.get(id);
        if (target === undefined) {
            row.errors.push(invalidReference());
        } else if (target.deleted === 1) {
            row.errors.push(isDeleted());
        } else if (target.isActive === 0 && field.name === 'OwnerId') {
            row.errors.push(inactiveOwner(id, row.object));
        }
    }
}
