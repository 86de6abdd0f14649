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
import { ChunkSave } from './chunkSave.ts';
import { notAllowed } from './dmlErrors.ts';
import { MixedDmlGuard } from './mixedDml.ts';
import { chunks, failedResult, requireSound, type Placed } from './requestRows.ts';
import { updateRows } from './update.ts';
import { toStamp, type DmlServices, type Save, type WorkRow } from './work.ts';

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
        const refusal = this.#refusal(object, chunk, request.operation);
        if (refusal !== null) {
            return refused(chunk, refusal, request);
        }
        const save = new ChunkSave(object, request, this.#save(context));
        const results = request.allOrNone
            ? save.allOrNone(chunk)
            : save.partial(chunk, this.#transactions);
        this.#finish(object);
        return results;
    }

    #refusal(
        object: ObjectSchema,
        chunk: readonly Placed[],
        operation: DmlOperation
    ): DmlError | null {
        if (!isAllowed(operation, object)) {
            return notAllowed(operation, object);
        }
        return this.mixed.check(
            object,
            chunk.map(({ row }) => row),
            operation
        );
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

function isAllowed(operation: DmlOperation, object: ObjectSchema): boolean {
    switch (operation) {
        case 'delete':
        case 'undelete':
        case 'merge':
            return object.deletable;
        case 'update':
            return object.updateable;
        case 'insert':
        case 'upsert':
            return object.createable;
    }
}

/** Nothing of the chunk is tried. */
function refused(
    chunk: readonly Placed[],
    error: DmlError,
    { allOrNone, operation }: DmlRequest
): readonly DmlResult[] {
    const failures = chunk.map(({ index }): FailedRow => ({ index, id: null, errors: [error] }));
    if (allOrNone) {
        throw new DmlFailure(operation, failures);
    }
    return failures.map(failedResult);
}
