import type { ObjectSchema } from '../schema/types.ts';
import { quoted } from '../store/connection.ts';
import { notAllowed } from './dmlErrors.ts';
import { intake } from './intake.ts';
import { runAfter, runBefore } from './triggers.ts';
import { fullRows, loadOld, updateRows } from './update.ts';
import { checkPermissions, checkReach } from './checks/access.ts';
import { sound, type Save, type WorkRow } from './work.ts';

const MERGEABLE = ['Account', 'Case', 'Contact', 'Lead'];

/** Moves what points at the losers to the master, deletes the losers, saves the master. */
export function mergeRows(master: WorkRow, loserIds: readonly string[], save: Save): void {
    const { object } = master;
    if (!MERGEABLE.includes(object.name)) {
        master.errors.push(notAllowed('merge', object));
        return;
    }
    const losers = loserIds.map((Id, index) =>
        intake({ type: object.name, values: { Id } }, index, object, 'delete', save)
    );
    removeLosers(losers, master, save);
    const failed = losers.flatMap((loser) => loser.errors);
    if (failed.length > 0) {
        master.errors.push(...failed);
        return;
    }
    updateRows([master], save);
}

function removeLosers(losers: readonly WorkRow[], master: WorkRow, save: Save): void {
    loadOld(losers, save, 'merge');
    checkPermissions(sound(losers), 'delete', save);
    checkReach(sound(losers), 'full', save);
    const before = sound(losers);
    const old = fullRows(before, save);
    runBefore('before delete', before, null, old, save);
    const kept = sound(before);
    if (kept.length < losers.length) {
        return;
    }
    const ids = kept.map((row) => row.id ?? '');
    reparent(master.object, ids, master.id ?? '', save);
    save.store.markDeleted(master.object.name, ids, master.id ?? '');
    ids.forEach((id) => save.store.update(master.object.name, id, { MasterRecordId: master.id }));
    runAfter('after delete', kept, null, old, save);
}

function reparent(
    object: ObjectSchema,
    ids: readonly string[],
    masterId: string,
    save: Save
): void {
    for (const child of object.childRelationships) {
        if (save.store.tables.exists(child.childObject) && child.field !== 'MasterRecordId') {
            const { sqlName } = save.store.tables.get(child.childObject);
            const column = quoted(child.field);
            save.store.connection.run(
                `UPDATE ${sqlName} SET ${column} = ? WHERE ${column} IN (SELECT value FROM json_each(?))`,
                [masterId, JSON.stringify(ids)]
            );
        }
    }
}
