import { DmlFailure, type FailedRow } from '../errors.ts';
import type { ObjectSchema } from '../schema/types.ts';
import type { DmlError, DmlResult, Row } from '../types.ts';
import type { WorkRow } from './work.ts';

/** Records that triggers get at once. */
const CHUNK = 200;

/** A row of a request, with its place in it. */
export interface Placed {
    readonly index: number;
    readonly row: Row;
}

/** A row that has been through a save, well or not. */
export interface Done {
    readonly work: WorkRow;
    readonly created: boolean;
}

/** Runs of one object, 200 rows at most. */
export function chunks(rows: readonly Row[]): readonly (readonly Placed[])[] {
    const result: Placed[][] = [];
    rows.forEach((row, index) => {
        const last = result.at(-1);
        const sameType = last?.[0]?.row.type.toLowerCase() === row.type.toLowerCase();
        if (last !== undefined && sameType && last.length < CHUNK) {
            last.push({ index, row });
        } else {
            result.push([{ index, row }]);
        }
    });
    return result;
}

/** Throws with every row that something is wrong with. */
export function requireSound(rows: readonly WorkRow[], operation: string): void {
    const failures = rows
        .filter((row) => row.errors.length > 0)
        .map((row): FailedRow => ({ index: row.index, id: row.id, errors: row.errors }));
    if (failures.length > 0) {
        const hidden = failures.flatMap(({ errors }) =>
            errors.filter((error) => error.message.startsWith('Operation failed due to fields'))
        );
        const name = rows[0]?.object.name ?? '';
        const fields = [...new Set(hidden.flatMap((error) => error.fields))];
        throw new DmlFailure(
            operation,
            failures,
            fields.length === 0 ? new Map() : new Map([[name, fields]])
        );
    }
}

/** A row that was refused before anything was done with it. */
export function refusedRow(index: number, object: ObjectSchema, error: DmlError): Done {
    return {
        work: { index, object, id: null, values: {}, old: null, errors: [error] },
        created: false
    };
}

/** The result of a row that was saved. */
export function resultOf({ work, created }: Done): DmlResult {
    return { id: work.id, success: true, created, errors: [] };
}

/** The result of a row whose attempt was kept or undone. */
export function settledResult(done: Done, kept: boolean): DmlResult {
    return kept
        ? resultOf(done)
        : failedResult({
              index: done.work.index,
              id: done.work.old === null ? null : done.work.id,
              errors: done.work.errors
          });
}

/** The result of a row that was not saved. */
export function failedResult({ id, errors }: FailedRow): DmlResult {
    return { id, success: false, created: false, errors };
}
