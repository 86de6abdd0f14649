import { DmlFailure } from '../../../data/errors.ts';
import type { DmlOperation, DmlResult, Row } from '../../../data/types.ts';
import { execution } from '../../execution.ts';
import { nullPointer, systemException } from '../../values/exception.ts';
import type { ApexException } from '../../values/exception.ts';
import { currentSchema } from '../../values/fields.ts';
import { ApexList } from '../../values/list.ts';
import { iterate } from '../../values/iterator.ts';
import { ApexSObject } from '../../values/sobject.ts';
import { toRow } from '../sobject/rows.ts';
import { accessContext } from './access.ts';
import type { AccessMode } from './access.ts';

/** The platform saves, and runs triggers for, so many records at a time. */
const CHUNK = 200;

export interface DmlCall {
    readonly operation: DmlOperation;
    readonly allOrNone: boolean;
    readonly mode: AccessMode;
    /** Upsert: name of the field that identifies records. */
    readonly externalIdField?: string;
    /** Merge: records merged into the one given. */
    readonly mergeIds?: readonly string[];
}

/** Records of a DML argument: a record, an id, or a list of either. */
export function recordsOf(target: unknown): ApexSObject[] {
    const isMany = typeof target === 'object' && !(target instanceof ApexSObject);
    const items = target !== null && isMany ? [...iterate(target)] : [target];
    return items.map((item) => {
        if (item === null) {
            throw nullPointer();
        }
        return item instanceof ApexSObject ? item : recordOfId(String(item));
    });
}

function recordOfId(id: string): ApexSObject {
    const name = currentSchema()?.objectOfId(id)?.name;
    if (name === undefined) {
        throw systemException('TypeException', `Invalid id value for the object: ${id}`);
    }
    return new ApexSObject(name, { Id: id });
}

/**
 * Saves records through the database, in chunks of one object and at most 200 records each. The ids
 * of new records are put into them. DmlException when all or none were to be saved and one failed.
 */
export function saveRecords(records: readonly ApexSObject[], call: DmlCall): DmlResult[] {
    if (records.length === 0) {
        return [];
    }
    refuseRepetition(records, call.operation);
    const current = execution();
    current.limits.use('dmlStatements');
    current.limits.use('dmlRows', records.length + (call.mergeIds?.length ?? 0));
    current.hasUncommittedWork = true;
    const results = call.allOrNone ? undoneOnFailure(records, call) : saveChunks(records, call);
    results.forEach((result, index) => takeId(records[index], result));
    return results;
}

function undoneOnFailure(records: readonly ApexSObject[], call: DmlCall): DmlResult[] {
    const { database } = execution().org;
    const mark = database.setSavepoint();
    try {
        const results = saveChunks(records, call);
        database.releaseSavepoint(mark);
        return results;
    } catch (error) {
        database.rollback(mark);
        database.releaseSavepoint(mark);
        throw error;
    }
}

function saveChunks(records: readonly ApexSObject[], call: DmlCall): DmlResult[] {
    const results: DmlResult[] = [];
    for (const chunk of chunksOf(records)) {
        results.push(...saveChunk(chunk, call, results.length));
    }
    return results;
}

function saveChunk(
    chunk: readonly ApexSObject[],
    call: DmlCall,
    offset: number
): readonly DmlResult[] {
    const { operation, allOrNone, mode, externalIdField, mergeIds } = call;
    const request = {
        operation,
        allOrNone,
        rows: chunk.map((record) => rowFor(record, operation)),
        ...(externalIdField === undefined ? {} : { externalIdField }),
        ...(mergeIds === undefined ? {} : { mergeIds })
    };
    try {
        return execution().org.database.dml(request, accessContext(mode));
    } catch (error) {
        if (error instanceof DmlFailure) {
            throw dmlException(error, chunk[0]?.typeName ?? '', offset);
        }
        throw error;
    }
}

function rowFor(record: ApexSObject, operation: DmlOperation): Row {
    if (operation === 'delete' || operation === 'undelete') {
        return { type: record.typeName, values: { Id: String(record.storedValue('Id') ?? '') } };
    }
    return toRow(record);
}

function chunksOf(records: readonly ApexSObject[]): ApexSObject[][] {
    const chunks: ApexSObject[][] = [];
    for (const record of records) {
        const last = chunks.at(-1);
        const fits = last && last.length < CHUNK && last[0]?.typeName === record.typeName;
        if (fits) {
            last.push(record);
        } else {
            chunks.push([record]);
        }
    }
    return chunks;
}

function takeId(record: ApexSObject | undefined, result: DmlResult): void {
    if (record && result.success && result.id !== null && record.storedValue('Id') === null) {
        record.store('Id', result.id);
    }
}

function refuseRepetition(records: readonly ApexSObject[], operation: DmlOperation): void {
    const isNew = operation === 'insert' || operation === 'upsert';
    if (isNew && new Set(records).size < records.length) {
        throw systemException(
            'ListException',
            'Before Insert or Upsert list must not have two identically equal elements'
        );
    }
    const ids = records.map((record) => record.storedValue('Id')).filter((id) => id !== null);
    const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
    if (repeated !== undefined && operation !== 'merge') {
        throw systemException('ListException', `Duplicate id in list: ${String(repeated)}`);
    }
}

/** System.DmlException out of the database's failure. */
function dmlException(failure: DmlFailure, objectName: string, offset: number): ApexException {
    const exception = systemException('DmlException', failure.message);
    exception.inaccessibleFields = failure.inaccessibleFields;
    exception.dmlFailures = failure.failures.flatMap(({ index, id, errors }) =>
        errors.map(({ statusCode, message, fields }) => {
            return { index: index + offset, id, objectName, statusCode, message, fields };
        })
    );
    return exception;
}

/** A DML statement of the language: all records or none. */
export function dmlStatement(
    operation: Exclude<DmlOperation, 'merge'>,
    target: unknown,
    mode: AccessMode = 'default',
    externalIdField?: string
): void {
    const field = externalIdField === undefined ? {} : { externalIdField };
    saveRecords(recordsOf(target), { operation, allOrNone: true, mode, ...field });
}

/** The `merge` statement: a record, and the records or ids that go into it. */
export function mergeStatement(
    master: ApexSObject,
    others: unknown,
    mode: AccessMode = 'default'
): void {
    mergeRecords(master, others, true, mode);
}

export function mergeRecords(
    master: ApexSObject,
    others: unknown,
    allOrNone: boolean,
    mode: AccessMode
): { readonly result: DmlResult; readonly mergeIds: readonly string[] } {
    const mergeIds = recordsOf(others).map((record) => String(record.storedValue('Id')));
    const call: DmlCall = { operation: 'merge', allOrNone, mode, mergeIds };
    const [result] = saveRecords([master], call);
    if (!result) {
        throw nullPointer();
    }
    return { result, mergeIds };
}

/** True for an argument that stands for many records. */
export function isMany(target: unknown): boolean {
    return target instanceof ApexList;
}
