import { QueryError } from '../../../data/errors.ts';
import type { SoqlQuery, SoslQuery } from '../../../data/soql/ast.ts';
import { parseSoql } from '../../../data/soql/parse.ts';
import { queriedObject, queryShape } from '../../../data/soql/shape.ts';
import type { QueryResult } from '../../../data/types.ts';
import { execution } from '../../execution.ts';
import { made } from '../../heap/made.ts';
import { systemException } from '../../values/exception.ts';
import { currentSchema } from '../../values/fields.ts';
import { ApexList } from '../../values/list.ts';
import { sobjectType, types } from '../../values/runtimeType.ts';
import { fromResult } from '../sobject/rows.ts';
import { accessContext } from './access.ts';
import type { AccessMode } from './access.ts';
import { aggregateRow } from './aggregate.ts';
import { resolveBinds } from './binds.ts';
import type { BindScope } from './binds.ts';

/** What the rows of a query count against. */
type RowLimit = 'cursorRows' | 'queryLocatorRows' | 'queryRows';

/** Runs a query that yields records or aggregate rows, as a list typed by its object. */
export function queryRecords(
    query: SoqlQuery,
    scope: BindScope,
    mode: AccessMode = 'default',
    rows: RowLimit = 'queryRows'
): ApexList {
    const result = runQuery(query, scope, mode, rows);
    if (queryShape(query) === 'aggregate') {
        const rows = result.rows.map((row) => aggregateRow(query, row));
        return new ApexList(sobjectType('AggregateResult'), rows);
    }
    const name = currentSchema()?.object(queriedObject(query))?.name ?? queriedObject(query);
    return new ApexList(
        sobjectType(name),
        result.rows.map((row) => fromResult(row))
    );
}

/** `SELECT COUNT() …`: the number of rows. */
export function queryCount(
    query: SoqlQuery,
    scope: BindScope,
    mode: AccessMode = 'default'
): number {
    const result = runQuery(query, scope, mode);
    const [first] = result.rows;
    const [count] = first ? Object.values(first.values) : [];
    return typeof count === 'number' ? count : result.rowsRead;
}

/** The one record of a query that is assigned to a variable. */
export function singleRecord(records: ApexList): unknown {
    if (records.size() !== 1) {
        throw systemException(
            'QueryException',
            records.isEmpty()
                ? 'List has no rows for assignment to SObject'
                : 'List has more than 1 row for assignment to SObject'
        );
    }
    return records.get(0);
}

/**
 * A SOSL search: one list of records per object. In tests it finds what
 * `Test.setFixedSearchResults` names, whatever the text.
 */
export function runSearch(
    query: SoslQuery,
    scope: BindScope,
    mode: AccessMode = 'default'
): ApexList {
    const { org, limits, test } = execution();
    limits.use('soslQueries');
    const binds = resolveBinds(query, scope);
    const results = asQueryException(() =>
        org.database.search(query, binds, accessContext(query.mode ?? mode), test?.searchResults)
    );
    const lists = results.map((result, index) => {
        const records = result.rows.map((row) => fromResult(row));
        const name = query.returning[index]?.objectName ?? 'SObject';
        return new ApexList(sobjectType(name), records);
    });
    return made(new ApexList(new ApexList(types.SObject).$type, lists));
}

/** Dynamic SOQL; QueryException when the text is malformed. */
export function parseQuery(text: string | null): SoqlQuery {
    if (text === null) {
        throw systemException('NullPointerException', 'Argument cannot be null.');
    }
    return asQueryException(() => parseSoql(text));
}

function runQuery(
    query: SoqlQuery,
    scope: BindScope,
    mode: AccessMode,
    rows: RowLimit = 'queryRows'
): QueryResult {
    const { org, limits } = execution();
    useQuery(query);
    const binds = resolveBinds(query, scope);
    const named = query.mode === 'securityEnforced' ? 'user' : query.mode;
    const result = asQueryException(() =>
        org.database.query(query, binds, accessContext(named ?? mode))
    );
    limits.use(rows, result.rowsRead);
    return result;
}

/** Custom metadata may be queried without limit; what is nested in a query counts apart. */
function useQuery(query: SoqlQuery): void {
    const { limits } = execution();
    if (!/__mdt$/i.test(queriedObject(query))) {
        limits.use('queries');
    }
    const nested = query.select.filter(({ kind }) => kind === 'subquery');
    limits.use('aggregateQueries', nested.length);
}

/** Names the platform's exception for a query that can't be answered. */
export function asQueryException<T>(work: () => T): T {
    try {
        return work();
    } catch (error) {
        if (error instanceof QueryError) {
            const failure = systemException('QueryException', error.message);
            failure.inaccessibleFields = error.inaccessibleFields;
            throw failure;
        }
        throw error;
    }
}
