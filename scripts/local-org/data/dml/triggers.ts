import type { DmlError, FieldValue, Row, TriggerEvent } from '../types.ts';
import { assign } from './intake.ts';
import type { Save, WorkRow } from './work.ts';

/** Runs the before triggers; what they change goes into the rows, what they refuse is an error. */
export function runBefore(
    event: TriggerEvent,
    rows: readonly WorkRow[],
    newRows: readonly Row[] | null,
    oldRows: readonly Row[] | null,
    save: Save
): void {
    const [first] = rows;
    if (first === undefined) {
        return;
    }
    const objectName = first.object.name;
    const outcome = save.runTriggers({ objectName, event, newRows, oldRows });
    addErrors(rows, outcome.errors);
    outcome.rows?.forEach((changed, at) => {
        const row = rows[at];
        if (row !== undefined) {
            takeChanges(row, newRows?.[at]?.values ?? {}, changed.values, save);
        }
    });
}

/** Runs the after triggers; they can still refuse rows. */
export function runAfter(
    event: TriggerEvent,
    rows: readonly WorkRow[],
    newRows: readonly Row[] | null,
    oldRows: readonly Row[] | null,
    save: Save
): void {
    const [first] = rows;
    if (first !== undefined) {
        const objectName = first.object.name;
        addErrors(rows, save.runTriggers({ objectName, event, newRows, oldRows }).errors);
    }
}

function addErrors(
    rows: readonly WorkRow[],
    errors: ReadonlyMap<number, readonly DmlError[]>
): void {
    for (const [at, found] of errors) {
        rows[at]?.errors.push(...found);
    }
}

/** Only what differs from what the trigger got: formulas and system fields stay as they are. */
function takeChanges(
    row: WorkRow,
    given: Readonly<Record<string, FieldValue>>,
    returned: Readonly<Record<string, FieldValue>>,
    save: Save
): void {
    for (const [name, value] of Object.entries(returned)) {
        const field = save.schema.field(row.object.name, name);
        if (field !== undefined && (given[field.name] ?? null) !== value && field.name !== 'Id') {
            assign(row, field, value);
        }
    }
}
