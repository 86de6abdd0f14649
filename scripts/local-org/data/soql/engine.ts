import type { Connection } from '../store/connection.ts';
import type { QueryResult } from '../types.ts';
import type { SoqlQuery } from './ast.ts';
import type { PlannerInput } from './plan/planner.ts';
import { countRows, findGroups } from './run/aggregate.ts';
import { findRecords } from './run/records.ts';
import { queryShape } from './shape.ts';

export type { QueryRules, QueryUser, FormulaSql } from './plan/planner.ts';
export type QueryInput = Omit<PlannerInput, 'mode'>;

/**
 * Answers a query. `SELECT COUNT()` gives one AggregateResult row with the number in `expr0`.
 * @throws QueryError
 */
export function runQuery(connection: Connection, query: SoqlQuery, input: QueryInput): QueryResult {
    const planned = { ...input, mode: query.mode };
    switch (queryShape(query)) {
        case 'count':
            return counted(countRows(connection, planned, query));
        case 'aggregate':
            return findGroups(connection, planned, query);
        case 'records': {
            const { rows, rowsRead } = findRecords(connection, planned, query);
            return { rows, rowsRead };
        }
    }
}

function counted(count: number): QueryResult {
    return { rows: [{ type: 'AggregateResult', values: { expr0: count } }], rowsRead: 1 };
}
