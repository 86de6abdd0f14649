import type { DmlOperation, DmlResult } from '../../../data/types.ts';
import { execution } from '../../execution.ts';
import { made } from '../../heap/made.ts';
import { ApexList } from '../../values/list.ts';
import type { ApexMap } from '../../values/map.ts';
import type { RuntimeType } from '../../values/runtimeType.ts';
import type { ApexSObject } from '../../values/sobject.ts';
import { executeBatch } from '../async/batch.ts';
import { platformClass } from '../registry.ts';
import { SObjectField } from '../schema/field.ts';
import { AccessLevel, modeOf } from './access.ts';
import { callerScope, mapScope } from './binds.ts';
import type { BindScope } from './binds.ts';
import { convertLead } from './leadConvert.ts';
import { isMany, mergeRecords, recordsOf, saveRecords } from './dml.ts';
import type { DmlCall } from './dml.ts';
import { Cursor, QueryLocator } from './locator.ts';
import { DmlOptions, truncateTexts } from './options.ts';
import { parseQuery, queryCount, queryRecords } from './query.ts';
import {
    DELETE_RESULT,
    EMPTIED_RESULT,
    MergeResult,
    OperationResult,
    SAVE_RESULT,
    UNDELETE_RESULT,
    UPSERT_RESULT
} from './results.ts';
import { releaseSavepoint, rollback, setSavepoint } from './savepoints.ts';

/** The optional arguments after the records, in whatever order the overload has them. */
function callOf(operation: DmlOperation, args: readonly unknown[]): DmlCall {
    const options = args.find((arg) => arg instanceof DmlOptions);
    const flag = args.find((arg) => typeof arg === 'boolean');
    const field = args.find((arg) => arg instanceof SObjectField);
    const allOrNone = flag ?? options?.OptAllOrNone ?? true;
    const mode = modeOf(args.find((arg) => arg instanceof AccessLevel));
    const call = { operation, allOrNone, mode };
    return field ? { ...call, externalIdField: field.toString() } : call;
}

/** One result for one record, a list for a list. */
function shaped(target: unknown, type: RuntimeType, results: readonly DmlResult[]): unknown {
    const shown = results.map((result) => new OperationResult(type, result));
    return isMany(target) ? new ApexList(type, shown) : shown[0];
}

function operation(name: DmlOperation, type: RuntimeType) {
    return (target: unknown, ...args: readonly unknown[]): unknown => {
        const records = recordsOf(target);
        truncateWhenAllowed(records, args);
        return shaped(target, type, saveRecords(records, callOf(name, args)));
    };
}

function truncateWhenAllowed(records: readonly ApexSObject[], args: readonly unknown[]): void {
    if (args.some((arg) => arg instanceof DmlOptions && arg.AllowFieldTruncation === true)) {
        records.forEach((record) => truncateTexts(record));
    }
}

/** Merging a list of records gives one result for each of them. */
function merge(master: ApexSObject, others: unknown, ...args: readonly unknown[]): unknown {
    const { allOrNone, mode } = callOf('merge', args);
    if (!isMany(others)) {
        const { result, mergeIds } = mergeRecords(master, others, allOrNone, mode);
        return new MergeResult(result, mergeIds);
    }
    const results = recordsOf(others).map((other) => merge(master, other, ...args));
    return new ApexList(new MergeResult(NO_RESULT, []).$type, results);
}

const NO_RESULT: DmlResult = { id: null, success: true, created: false, errors: [] };

/** For records, a record, ids or an id, which must be in the recycle bin. */
function emptyRecycleBin(target: unknown): unknown {
    const ids = recordsOf(target).map((record) => String(record.storedValue('Id')));
    const { org, limits } = execution();
    limits.use('dmlStatements');
    limits.use('dmlRows', ids.length);
    org.database.emptyRecycleBin(ids);
    const results = ids.map((id) => ({ id, success: true, created: false, errors: [] }));
    return shaped(target, EMPTIED_RESULT, results);
}

function records(text: string | null, scope: BindScope, level: unknown): ApexList {
    return queryRecords(parseQuery(text), scope, modeOf(level));
}

function cursor(text: string, scope: BindScope, level: unknown): Cursor {
    return new Cursor(queryRecords(parseQuery(text), scope, modeOf(level), 'cursorRows'));
}

function locator(source: string | ApexList, scope: BindScope, level: unknown): QueryLocator {
    if (source instanceof ApexList) {
        return new QueryLocator(source, '');
    }
    const query = parseQuery(source);
    return new QueryLocator(queryRecords(query, scope, modeOf(level), 'queryLocatorRows'), source);
}

platformClass('System.Database', {
    statics: {
        insert: operation('insert', SAVE_RESULT),
        update: operation('update', SAVE_RESULT),
        upsert: operation('upsert', UPSERT_RESULT),
        delete: operation('delete', DELETE_RESULT),
        undelete: operation('undelete', UNDELETE_RESULT),
        merge,
        query: (text: string | null, level?: unknown) => made(records(text, callerScope(), level)),
        queryWithBinds: (text: string | null, binds: ApexMap, level?: unknown) =>
            made(records(text, mapScope(binds), level)),
        countQuery: (text: string | null, level?: unknown) =>
            queryCount(parseQuery(text), callerScope(), modeOf(level)),
        countQueryWithBinds: (text: string | null, binds: ApexMap, level?: unknown) =>
            queryCount(parseQuery(text), mapScope(binds), modeOf(level)),
        getQueryLocator: (source: string | ApexList, level?: unknown) =>
            locator(source, callerScope(), level),
        getQueryLocatorWithBinds: (text: string, binds: ApexMap, level?: unknown) =>
            locator(text, mapScope(binds), level),
        getCursor: (text: string, level?: unknown) => cursor(text, callerScope(), level),
        getCursorWithBinds: (text: string, binds: ApexMap, level?: unknown) =>
            cursor(text, mapScope(binds), level),
        setSavepoint,
        rollback,
        releaseSavepoint,
        executeBatch,
        emptyRecycleBin,
        convertLead
    }
});
