import { QueryError } from '../../errors.ts';
import type { Connection, SqlValue } from '../../store/connection.ts';
import type { ResultRow } from '../../types.ts';
import type { GroupBy, Operand, OperandItem, OrderBy, SoqlQuery } from '../ast.ts';
import { malformed, notPossible, unsupported } from '../messages.ts';
import {
    nestedSql,
    queriedSchema,
    requireAccess,
    requireSupported,
    rowConditions,
    windowSql
} from '../plan/clauses.ts';
import { conditionSql } from '../plan/condition.ts';
import { comparable, expressionOf, isText } from '../plan/operand.ts';
import { Planner, type PlannerInput } from '../plan/planner.ts';
import { Scope } from '../plan/scope.ts';
import { isAggregate } from '../shape.ts';
import { formatted } from './format.ts';
import { plainDecode, type Decode } from './output.ts';
import type { Found } from './records.ts';

interface Output {
    readonly name: string;
    readonly operand: Operand;
    readonly decode: Decode;
}

/** Runs a query with aggregates or GROUP BY; its rows are of type AggregateResult. */
export function findGroups(connection: Connection, input: PlannerInput, query: SoqlQuery): Found {
    requireSupported(query);
    const planner = new Planner(input);
    const scope = new Scope(planner, queriedSchema(query, planner), query.from);
    const outputs = outputsOf(query, scope, planner);
    const sql = statement(query, scope, planner, outputs);
    requireAccess(planner);
    const rows = connection
        .all(sql, planner.valuesFor(sql))
        .map((row) => aggregateRow(outputs, row));
    return { rows, rowsRead: rows.length };
}

/** The number of rows that a `SELECT COUNT()` query matches. */
export function countRows(connection: Connection, input: PlannerInput, query: SoqlQuery): number {
    requireSupported(query);
    const planner = new Planner(input);
    const scope = new Scope(planner, queriedSchema(query, planner), query.from);
    const where = whereSql(query, scope, planner);
    const window = windowSql(query, planner);
    const sql = `SELECT COUNT(*) FROM (SELECT 1 FROM ${scope.fromSql()}${where}${window})`;
    requireAccess(planner);
    return Number(connection.first(sql, planner.valuesFor(sql))?.[0] ?? 0);
}

function aggregateRow(outputs: readonly Output[], row: readonly SqlValue[]): ResultRow {
    const values = outputs.map(({ name, decode }, at) => [name, decode(row[at] ?? null)] as const);
    return { type: 'AggregateResult', values: Object.fromEntries(values) };
}

function outputsOf(query: SoqlQuery, scope: Scope, planner: Planner): readonly Output[] {
    let unnamed = 0;
    const names = new Set<string>();
    return query.select.map((item) => {
        if (item.kind !== 'operand') {
            throw malformed(`${item.kind} can not be used in an aggregate query`);
        }
        requireGrouped(item.operand, query.groupBy);
        const name = item.alias ?? fieldName(item, scope) ?? `expr${unnamed++}`;
        if (names.has(name.toLowerCase())) {
            throw malformed(`duplicate alias: ${name}`);
        }
        names.add(name.toLowerCase());
        return { name, operand: item.operand, decode: decodeOf(item.operand, scope, planner) };
    });
}

/** A grouped field goes by its own name; functions without alias are numbered. */
function fieldName(item: OperandItem, scope: Scope): string | null {
    return item.operand.kind === 'field'
        ? scope.resolve(item.operand.path).column.field.name
        : null;
}

function decodeOf(operand: Operand, scope: Scope, planner: Planner): Decode {
    const { field } = expressionOf(operand, scope, planner);
    const { locale, timeZone } = planner.input.user;
    return operand.kind === 'format'
        ? (value) => formatted(field, value, locale, timeZone)
        : plainDecode(field);
}

function requireGrouped(operand: Operand, groupBy: GroupBy | null): void {
    if (isAggregate(operand) || groupBy?.operands.some((grouped) => same(grouped, operand))) {
        return;
    }
    const path = 'path' in operand && operand.path !== null ? operand.path : [];
    throw malformed(`Field must be grouped or aggregated: ${path.join('.')}`);
}

function same(one: Operand, other: Operand): boolean {
    return JSON.stringify(one).toLowerCase() === JSON.stringify(other).toLowerCase();
}

function whereSql(query: SoqlQuery, scope: Scope, planner: Planner): string {
    const conditions = rowConditions(query, scope, planner);
    return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}

/** One SELECT for each grouping set, so that ROLLUP and CUBE need nothing of the database. */
function statement(
    query: SoqlQuery,
    scope: Scope,
    planner: Planner,
    outputs: readonly Output[]
): string {
    const where = whereSql(query, scope, planner);
    const orders = query.orderBy;
    const selects = groupingSets(query.groupBy).map((set) =>
        groupSelect(query, scope, planner, { outputs, where, set })
    );
    const terms = orders.map((order, at) => orderTerm(order, outputs.length + at + 1));
    const by = terms.length === 0 ? '' : ` ORDER BY ${terms.join(', ')}`;
    return `SELECT * FROM (${selects.join(' UNION ALL ')})${by}${windowSql(query, planner)}`;
}

function orderTerm(order: OrderBy, position: number): string {
    const nulls = order.nulls === 'last' ? 'NULLS LAST' : 'NULLS FIRST';
    return `${position} ${order.descending ? 'DESC' : 'ASC'} ${nulls}`;
}

function groupSelect(
    query: SoqlQuery,
    scope: Scope,
    planner: Planner,
    part: {
        readonly outputs: readonly Output[];
        readonly where: string;
        readonly set: readonly Operand[];
    }
): string {
    const sqlOf = (operand: Operand) =>
        groupedSql(operand, query.groupBy, part.set, scope, planner);
    const columns = [
        ...part.outputs.map((output) => sqlOf(output.operand)),
        ...query.orderBy.map((order) => sortable(order.operand, sqlOf, scope, planner))
    ];
    const group = part.set.map((operand) => groupTerm(operand, scope, planner)).join(', ');
    const by = group === '' ? '' : ` GROUP BY ${group}`;
    const having =
        query.having === null
            ? ''
            : ` HAVING ${conditionSql(query.having, scope, planner, nestedSql)}`;
    return `SELECT ${columns.join(', ')} FROM ${scope.fromSql()}${part.where}${by}${having}`;
}

function sortable(
    operand: Operand,
    sqlOf: (operand: Operand) => string,
    scope: Scope,
    planner: Planner
): string {
    const { field } = expressionOf(operand, scope, planner);
    return isText(field) ? `sort_key(${sqlOf(operand)})` : sqlOf(operand);
}

function groupTerm(operand: Operand, scope: Scope, planner: Planner): string {
    const { sql, field } = expressionOf(operand, scope, planner);
    if (!field.filterable) {
        throw notPossible(field.name, 'grouped');
    }
    return comparable(sql, field);
}

/** In a subtotal, fields that are not grouped are null, and GROUPING() tells so. */
function groupedSql(
    operand: Operand,
    groupBy: GroupBy | null,
    set: readonly Operand[],
    scope: Scope,
    planner: Planner
): string {
    if (operand.kind === 'grouping') {
        const field: Operand = { kind: 'field', path: operand.path };
        return set.some((grouped) => same(grouped, field)) ? '0' : '1';
    }
    const grouped = groupBy?.operands.some((known) => same(known, operand)) ?? false;
    return grouped && !set.some((known) => same(known, operand))
        ? 'NULL'
        : expressionOf(operand, scope, planner).sql;
}

function groupingSets(groupBy: GroupBy | null): readonly (readonly Operand[])[] {
    const operands = groupBy?.operands ?? [];
    switch (groupBy?.mode) {
        case undefined:
        case 'plain':
            return [operands];
        case 'rollup':
            requireFew(operands);
            return [...operands.keys(), operands.length]
                .map((count) => operands.slice(0, count))
                .reverse();
        case 'cube':
            requireFew(operands);
            return Array.from({ length: 2 ** operands.length }, (_, bits) =>
                operands.filter((_operand, at) => (bits & (1 << at)) === 0)
            );
    }
}

function requireFew(operands: readonly Operand[]): void {
    if (operands.length > 3) {
        throw new QueryError('MALFORMED_QUERY', 'Group By Rollup and Cube take at most 3 fields');
    }
    if (operands.length === 0) {
        throw unsupported('an empty ROLLUP');
    }
}
