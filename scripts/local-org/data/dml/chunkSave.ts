import type { ObjectSchema } from '../schema/types.ts';
import type { Transactions } from '../store/transactions.ts';
import type { DmlRequest, DmlResult } from '../types.ts';
import { deleteRows } from './delete.ts';
import { idMissing, noSuchField } from './dmlErrors.ts';
import { insertRows } from './insert.ts';
import { intake } from './intake.ts';
import { mergeRows } from './merge.ts';
import {
    refusedRow,
    requireSound,
    resultOf,
    settledResult,
    type Done,
    type Placed
} from './requestRows.ts';
import { undeleteRows } from './undelete.ts';
import { updateRows } from './update.ts';
import { upsertSteps } from './upsert.ts';
import type { Save } from './work.ts';

/** Partial saves are tried again without the rows that failed, so many times (documented: 3). */
const ATTEMPTS = 3;

const STEPS = {
    insert: insertRows,
    update: updateRows,
    delete: deleteRows,
    undelete: undeleteRows
} as const;

/** Saves rows of one object, as many as triggers get at once. */
export class ChunkSave {
    readonly #object: ObjectSchema;
    readonly #request: DmlRequest;
    readonly #save: Save;

    constructor(object: ObjectSchema, request: DmlRequest, save: Save) {
        this.#object = object;
        this.#request = request;
        this.#save = save;
    }

    /** @throws DmlFailure when one of the rows fails */
    allOrNone(rows: readonly Placed[]): readonly DmlResult[] {
        const done = this.#attempt(rows);
        requireSound(
            done.map(({ work }) => work),
            this.#request.operation
        );
        return done.map(resultOf);
    }

    /** Tries until the rows that are left all go through. */
    partial(rows: readonly Placed[], transactions: Transactions): readonly DmlResult[] {
        const results = new Map<number, DmlResult>();
        let pending = rows;
        for (let attempt = 1; pending.length > 0; attempt += 1) {
            const savepoint = transactions.begin();
            const done = this.#attempt(pending);
            const failed = done.filter(({ work }) => work.errors.length > 0);
            const kept = failed.length === 0;
            if (!kept) {
                transactions.rollback(savepoint);
            }
            transactions.release(savepoint);
            const settled = kept || attempt === ATTEMPTS ? done : failed;
            settled.forEach((item) => results.set(item.work.index, settledResult(item, kept)));
            pending = pending.filter(({ index }) => !results.has(index));
        }
        return rows.flatMap(({ index }) => results.get(index) ?? []);
    }

    #attempt(rows: readonly Placed[]): readonly Done[] {
        const { operation } = this.#request;
        switch (operation) {
            case 'upsert':
                return this.#upsert(rows);
            case 'merge':
                return rows.map((placed) => this.#merge(placed));
            default:
                return this.#simple(rows, operation);
        }
    }

    #simple(rows: readonly Placed[], operation: keyof typeof STEPS): readonly Done[] {
        const works = rows.map(({ row, index }) =>
            intake(row, index, this.#object, operation, this.#save)
        );
        if (this.#object.kind === 'platformEvent') {
            this.#save.publish(works.map(({ values }) => ({ type: this.#object.name, values })));
        } else {
            STEPS[operation](works, this.#save);
        }
        return works.map((work) => ({ work, created: operation === 'insert' }));
    }

    #upsert(rows: readonly Placed[]): readonly Done[] {
        const name = this.#request.externalIdField ?? 'Id';
        const key = this.#save.schema.field(this.#object.name, name);
        if (key === undefined) {
            const error = noSuchField(name, this.#object);
            return rows.map(({ index }) => refusedRow(index, this.#object, error));
        }
        const given = rows.map(({ row }) => row);
        const steps = upsertSteps(given, this.#object, key, this.#save).map((step, at) => ({
            step,
            index: rows[at]?.index ?? at
        }));
        const of = (kind: 'insert' | 'update') =>
            steps.flatMap(({ step, index }) =>
                step.kind === kind ? [{ row: step.row, index }] : []
            );
        const refused = steps.flatMap(({ step, index }) =>
            step.kind === 'error' ? [refusedRow(index, this.#object, step.error)] : []
        );
        return [
            ...this.#simple(of('insert'), 'insert'),
            ...this.#simple(of('update'), 'update'),
            ...refused
        ].sort((one, other) => one.work.index - other.work.index);
    }

    #merge({ row, index }: Placed): Done {
        const master = intake(row, index, this.#object, 'update', this.#save);
        if (master.id === null) {
            master.errors.push(idMissing('merge'));
        } else {
            mergeRows(master, this.#request.mergeIds ?? [], this.#save);
        }
        return { work: master, created: false };
    }
}
