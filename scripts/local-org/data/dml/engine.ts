import { DmlFailure } from '../errors.ts';
import type { FailedRow } from '../errors.ts';
import type { ObjectSchema } from '../schema/types.ts';
import type { Transactions } from '../store/transactions.ts';
import type {
    AccessContext,
    DmlError,
    DmlOperation,
    DmlRequest,
    DmlResult,
    FieldValue
} from '../types.ts';
import { deleteRows } from './delete.ts';
import { idMissing, notAllowed, noSuchField } from './dmlErrors.ts';
import { insertRows } from './insert.ts';
import { intake } from './intake.ts';
import {
    chunks,
    failedResult,
    refusedRow,
    requireSound,
    resultOf,
    settledResult,
    type Done,
    type Placed
} from './requestRows.ts';
import { mergeRows } from './merge.ts';
import { MixedDmlGuard } from './mixedDml.ts';
import { undeleteRows } from './undelete.ts';
import { updateRows } from './update.ts';
import { upsertSteps, type UpsertStep } from './upsert.ts';
import { toStamp, type DmlServices, type Save, type WorkRow } from './work.ts';

/** Partial saves are tried again without the rows that failed, so many times (documented: 3). */
const ATTEMPTS = 3;

/** Carries out DML requests. */
export class DmlEngine {
    readonly mixed = new MixedDmlGuard();
    readonly #services: DmlServices;
    readonly #transactions: Transactions;

    constructor(services: DmlServices, transactions: Transactions) {
        this.#services = services;
        this.#transactions = transactions;
    }

    /**
     * @throws DmlFailure when a row of an all-or-none request fails; nothing of it is kept.
     */
    execute(request: DmlRequest, context: AccessContext): readonly DmlResult[] {
        return this.#transactions.run(() =>
            chunks(request.rows).flatMap((chunk) => this.#chunk(chunk, request, context))
        );
    }

    /** Changes platform-set fields of records, with triggers, in system mode. */
    saveFields(
        object: ObjectSchema,
        changes: ReadonlyMap<string, Readonly<Record<string, FieldValue>>>,
        userId: string
    ): void {
        const save = this.#save({ userId, mode: 'system', sharing: false });
        const rows = [...changes].map(([id, values], index): WorkRow => ({
            index,
            object,
            id,
            values: { ...values },
            old: null,
            errors: []
        }));
        updateRows(rows, save);
        requireSound(rows, 'update');
    }

    #chunk(
        chunk: readonly Placed[],
        request: DmlRequest,
        context: AccessContext
    ): readonly DmlResult[] {
        const object = this.#object(chunk[0]?.row.type ?? '');
        const refused = this.#refusal(object, chunk, request.operation);
        if (refused !== null) {
            return this.#failed(chunk, refused, request);
        }
        const save = this.#save(context);
        return request.allOrNone
            ? this.#attempt(chunk, object, request, save).map(resultOf)
            : this.#partial(chunk, object, request, save);
    }

    #refusal(
        object: ObjectSchema,
        chunk: readonly Placed[],
        operation: DmlOperation
    ): DmlError | null {
        const allowed =
            operation === 'delete' || operation === 'undelete' || operation === 'merge'
                ? object.deletable
                : operation === 'update'
                  ? object.updateable
                  : object.createable;
        if (!allowed) {
            return notAllowed(operation, object);
        }
        return this.mixed.check(
            object,
            chunk.map(({ row }) => row),
            operation
        );
    }

    #failed(chunk: readonly Placed[], error: DmlError, request: DmlRequest): readonly DmlResult[] {
        const failures = chunk.map(({ index }): FailedRow => ({
            index,
            id: null,
            errors: [error]
        }));
        if (request.allOrNone) {
            throw new DmlFailure(request.operation, failures);
        }
        return failures.map(failedResult);
    }

    /** One try with all rows; throws when one fails. */
    #attempt(
        chunk: readonly Placed[],
        object: ObjectSchema,
        request: DmlRequest,
        save: Save
    ): readonly Done[] {
        const done = this.#run(chunk, object, request, save);
        requireSound(
            done.map(({ work }) => work),
            request.operation
        );
        this.#finish(object);
        return done;
    }

    /** Tries until the rows that are left all go through. */
    #partial(
        chunk: readonly Placed[],
        object: ObjectSchema,
        request: DmlRequest,
        save: Save
    ): readonly DmlResult[] {
        const results = new Map<number, DmlResult>();
        let pending = chunk;
        for (let attempt = 1; pending.length > 0; attempt += 1) {
            const savepoint = this.#transactions.begin();
            const done = this.#run(pending, object, request, save);
            const failed = done.filter(({ work }) => work.errors.length > 0);
            const kept = failed.length === 0;
            if (!kept) {
                this.#transactions.rollback(savepoint);
            }
            this.#transactions.release(savepoint);
            const settled = kept ? done : attempt < ATTEMPTS ? failed : done;
            settled.forEach((item) => results.set(item.work.index, settledResult(item, kept)));
            pending = pending.filter(({ index }) => !results.has(index));
        }
        this.#finish(object);
        return chunk.flatMap(({ index }) => results.get(index) ?? []);
    }

    #run(
        chunk: readonly Placed[],
        object: ObjectSchema,
        request: DmlRequest,
        save: Save
    ): readonly Done[] {
        switch (request.operation) {
            case 'upsert':
                return this.#upsert(chunk, object, request, save);
            case 'merge':
                return this.#merge(chunk, object, request, save);
            default:
                return this.#simple(chunk, object, request.operation, save);
        }
    }

    #simple(
        chunk: readonly Placed[],
        object: ObjectSchema,
        operation: 'insert' | 'update' | 'delete' | 'undelete',
        save: Save
    ): readonly Done[] {
        const rows = chunk.map(({ row, index }) => intake(row, index, object, operation, save));
        if (object.kind === 'platformEvent') {
            save.publish(rows.map((work) => ({ type: object.name, values: work.values })));
        } else {
            STEPS[operation](rows, save);
        }
        return rows.map((work) => ({ work, created: operation === 'insert' }));
    }

    #upsert(
        chunk: readonly Placed[],
        object: ObjectSchema,
        request: DmlRequest,
        save: Save
    ): readonly Done[] {
        const name = request.externalIdField ?? 'Id';
        const key = save.schema.field(object.name, name) ?? null;
        if (key === null) {
            const error = noSuchField(name, object);
            return chunk.map(({ index }) => refusedRow(index, object, error));
        }
        const steps = upsertSteps(
            chunk.map(({ row }) => row),
            object,
            key,
            save
        );
        const placed = steps.map((step, at) => ({ step, index: chunk[at]?.index ?? at }));
        const of = (kind: 'insert' | 'update') =>
            placed.flatMap(({ step, index }) =>
                step.kind === kind ? [{ row: step.row, index }] : []
            );
        const done = [
            ...this.#simple(of('insert'), object, 'insert', save),
            ...this.#simple(of('update'), object, 'update', save),
            ...placed.flatMap(({ step, index }) => errorRow(step, index, object))
        ];
        return done.sort((one, other) => one.work.index - other.work.index);
    }

    #merge(
        chunk: readonly Placed[],
        object: ObjectSchema,
        request: DmlRequest,
        save: Save
    ): readonly Done[] {
        return chunk.map(({ row, index }) => {
            const master = intake(row, index, object, 'update', save);
            if (master.id === null) {
                master.errors.push(idMissing('merge'));
            } else {
                mergeRows(master, request.mergeIds ?? [], save);
            }
            return { work: master, created: false };
        });
    }

    #object(name: string): ObjectSchema {
        const object = this.#services.schema.object(name);
        if (object === undefined) {
            throw new RangeError(`The schema has no object ${name}`);
        }
        return object;
    }

    #save(context: AccessContext): Save {
        return { ...this.#services, context, stamp: toStamp(this.#services.now()) };
    }

    /** Users, groups, permissions and shares decide about access. */
    #finish(object: ObjectSchema): void {
        if (object.kind === 'setup') {
            this.#services.access.refresh();
        }
    }
}

const STEPS = {
    insert: insertRows,
    update: updateRows,
    delete: deleteRows,
    undelete: undeleteRows
} as const;

function errorRow(step: UpsertStep, index: number, object: ObjectSchema): readonly Done[] {
    return step.kind === 'error' ? [refusedRow(index, object, step.error)] : [];
}
