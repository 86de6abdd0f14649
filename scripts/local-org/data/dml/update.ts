import { checkPermissions, checkReach } from './checks/access.ts';
import { checkFields } from './checks/fields.ts';
import { checkLookups, checkMasters } from './checks/lookups.ts';
import { checkRules } from './checks/rules.ts';
import { checkUnique } from './checks/unique.ts';
import { idMissing, invalidReference, isDeleted } from './dmlErrors.ts';
import { recordRollups } from './rollups.ts';
import { deriveFields } from './standard/derive.ts';
import { runAfter, runBefore } from './triggers.ts';
import type { FieldValue, Row } from '../types.ts';
import { sound, type Save, type WorkRow } from './work.ts';

/** Saves changes to records of one object, 200 at most, in the platform's order of execution. */
export function updateRows(rows: readonly WorkRow[], save: Save): void {
    loadOld(rows, save, 'update');
    checkPermissions(sound(rows), 'edit', save);
    checkReach(sound(rows), 'edit', save);
    checkLookups(sound(rows), save);
    const before = sound(rows);
    const old = fullRows(before, save);
    const given = before.map((row, at) => merged(old[at], row.values));
    runBefore('before update', before, given, old, save);
    const kept = sound(before);
    deriveFields(kept, save);
    checkFields(kept);
    checkLookups(sound(kept), save);
    if (save.context.sharing || save.context.mode === 'user') {
        checkMasters(sound(kept), save);
    }
    checkRules(sound(kept), save);
    checkUnique(sound(kept), save);
    const saved = sound(kept);
    store(saved, save);
    const oldById = new Map(old.map((row) => [String(row.values['Id']), row]));
    const oldOfSaved = saved.flatMap((row) => oldById.get(row.id ?? '') ?? []);
    runAfter('after update', saved, fullRows(saved, save), oldOfSaved, save);
    recordRollups(sound(saved), save);
}

/** Reads the records as they are stored; rows without a living record get an error. */
export function loadOld(rows: readonly WorkRow[], save: Save, verb: string): void {
    const [first] = rows;
    if (first === undefined) {
        return;
    }
    const ids = rows.flatMap((row) => row.id ?? []);
    const stored = save.store.read(first.object.name, ids);
    for (const row of rows) {
        const found = row.id === null ? undefined : stored.get(row.id);
        if (row.id === null) {
            row.errors.push(idMissing(verb));
        } else if (found === undefined) {
            row.errors.push(invalidReference());
        } else if (found['IsDeleted'] === true) {
            row.errors.push(isDeleted());
        }
        row.old = found ?? null;
    }
}

/** The records with everything on them, in the order of the rows. */
export function fullRows(rows: readonly WorkRow[], save: Save): readonly Row[] {
    const [first] = rows;
    return first === undefined
        ? []
        : save.fullRows(
              first.object.name,
              rows.map((row) => row.id ?? '')
          );
}

function store(rows: readonly WorkRow[], save: Save): void {
    for (const row of rows) {
        save.store.update(row.object.name, row.id ?? '', {
            ...row.values,
            LastModifiedDate: save.stamp,
            LastModifiedById: save.context.userId,
            SystemModstamp: save.stamp
        });
    }
}

function merged(old: Row | undefined, changes: Readonly<Record<string, FieldValue>>): Row {
    return { type: old?.type ?? '', values: { ...old?.values, ...changes } };
}
