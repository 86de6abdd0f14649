import { checkAssignments } from './checks/assignments.ts';
import { checkMasters, checkLookups } from './checks/lookups.ts';
import { checkFields } from './checks/fields.ts';
import { checkPermissions } from './checks/access.ts';
import { checkRules } from './checks/rules.ts';
import { checkUnique } from './checks/unique.ts';
import { assignAutoNumbers } from './autoNumbers.ts';
import { fillDefaults } from './defaults.ts';
import { recordRollups } from './rollups.ts';
import { finishDocuments, openDocuments } from './standard/content.ts';
import { deriveFields } from './standard/derive.ts';
import { runAfter, runBefore } from './triggers.ts';
import type { Row } from '../types.ts';
import { sound, type Save, type WorkRow } from './work.ts';

/** Saves new records of one object, 200 at most, in the platform's order of execution. */
export function insertRows(rows: readonly WorkRow[], save: Save): void {
    checkPermissions(sound(rows), 'create', save);
    fillDefaults(sound(rows), save);
    checkLookups(sound(rows), save);
    const before = sound(rows);
    runBefore('before insert', before, before.map(asRow), null, save);
    const kept = sound(before);
    deriveFields(kept, save);
    checkFields(kept);
    checkLookups(sound(kept), save);
    if (save.context.sharing || save.context.mode === 'user') {
        checkMasters(sound(kept), save);
    }
    checkRules(sound(kept), save);
    checkUnique(sound(kept), save);
    checkAssignments(sound(kept), save);
    store(sound(kept), save);
    const stored = sound(kept);
    runAfter('after insert', stored, fresh(stored, save), null, save);
    recordRollups(sound(stored), save);
}

/** Gives rows their ids and system fields and writes them. */
export function store(rows: readonly WorkRow[], save: Save): void {
    const [first] = rows;
    if (first === undefined) {
        return;
    }
    const { object } = first;
    const isFile = object.name === 'ContentVersion';
    if (isFile) {
        openDocuments(rows, save);
    }
    assignAutoNumbers(rows, save);
    const ids = save.store.newIds(object.name, rows.length);
    rows.forEach((row, at) => {
        row.id = ids[at] ?? '';
        save.store.insert(object.name, row.id, { ...row.values, ...systemValues(row, save) });
    });
    if (isFile) {
        finishDocuments(rows, save);
    }
}

function systemValues(row: WorkRow, save: Save): WorkRow['values'] {
    const { userId } = save.context;
    const unnamed = row.object.name.endsWith('__c') && row.values['Name'] == null;
    return {
        IsDeleted: false,
        CreatedDate: save.stamp,
        CreatedById: userId,
        LastModifiedDate: save.stamp,
        LastModifiedById: userId,
        SystemModstamp: save.stamp,
        // A custom object's record without a name is called by its id.
        ...(unnamed ? { Name: row.id?.slice(0, 15) ?? null } : {})
    };
}

function asRow(row: WorkRow): Row {
    return { type: row.object.name, values: row.values };
}

function fresh(rows: readonly WorkRow[], save: Save): readonly Row[] {
    const [first] = rows;
    return first === undefined
        ? []
        : save.fullRows(
              first.object.name,
              rows.map((row) => row.id ?? '')
          );
}
