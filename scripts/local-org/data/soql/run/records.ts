import type { Connection } from '../../store/connection.ts';
import type { ResultRow, ResultRows } from '../../types.ts';
import type { SoqlQuery, SubqueryItem, TypeofItem } from '../ast.ts';
import { noSuchRelationship } from '../messages.ts';
import {
    queriedSchema,
    requireAccess,
    requireSupported,
    rowConditions,
    windowSql
} from '../plan/clauses.ts';
import { orderSql } from '../plan/order.ts';
import { Planner, type PlannerInput } from '../plan/planner.ts';
import { Scope } from '../plan/scope.ts';
import { RecordShape } from './output.ts';
import { addSelected } from './select.ts';
import { fillTypeof } from './typeof.ts';

/** Records, and how many rows were read for them, children included. */
export interface Found {
    readonly rows: readonly ResultRow[];
    readonly rowsRead: number;
}

/** Which children a nested query is after: those of these parents. */
interface ChildrenOf {
    readonly field: string;
    readonly parents: readonly string[];
}

/** Runs a query whose rows are records. */
export function findRecords(
    connection: Connection,
    input: PlannerInput,
    query: SoqlQuery,
    of: ChildrenOf | null = null
): Found & { readonly parents: readonly string[] } {
    if (of === null) {
        requireSupported(query);
    }
    const planner = new Planner(input);
    const scope = new Scope(planner, queriedSchema(query, planner), query.from);
    const shape = new RecordShape(scope.root);
    addSelected(query, scope, shape, planner);
    const parentAt = of === null ? -1 : shape.columns.push(lookupSql(scope, of.field)) - 1;
    const sql = statement(query, scope, shape, planner, of);
    requireAccess(planner);
    const rows = connection.all(sql, planner.valuesFor(sql));
    const ids = rows.map((row) => String(row[0]));
    const children = childRows(connection, input, query, scope, ids);
    const found = rows.map((row, at) => shape.read(row, children.of(ids[at] ?? '')));
    const typed = typeofItems(query).reduce<Found>(
        (result, item) => fillTypeof(connection, input, item, result),
        { rows: found, rowsRead: rows.length + children.rowsRead }
    );
    return { ...typed, parents: rows.map((row) => String(row[parentAt])) };
}

function typeofItems(query: SoqlQuery): readonly TypeofItem[] {
    return query.select.filter((item) => item.kind === 'typeof');
}

function lookupSql(scope: Scope, fieldName: string): string {
    const field = scope.root.object.fields.find((known) => known.name === fieldName);
    return field === undefined ? 'NULL' : scope.fieldSql(scope.root, field);
}

function statement(
    query: SoqlQuery,
    scope: Scope,
    shape: RecordShape,
    planner: Planner,
    of: ChildrenOf | null
): string {
    const conditions = [...rowConditions(query, scope, planner)];
    const order = [...orderSql(query.orderBy, scope, planner), `${scope.root.alias}.Id`].join(', ');
    const columns = shape.columns.join(', ');
    if (of === null) {
        const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
        const window = windowSql(query, planner);
        return `SELECT ${columns} FROM ${scope.fromSql()}${where} ORDER BY ${order}${window}`;
    }
    planner.input.tables.index(scope.root.object.name, of.field);
    const lookup = lookupSql(scope, of.field);
    const parents = planner.parameter(JSON.stringify(of.parents));
    conditions.push(`${lookup} IN (SELECT value FROM json_each(${parents}))`);
    return perParent(query, scope, planner, { columns, lookup, order, conditions });
}

/** LIMIT and OFFSET of a child query count for each parent by itself. */
function perParent(
    query: SoqlQuery,
    scope: Scope,
    planner: Planner,
    parts: {
        readonly columns: string;
        readonly lookup: string;
        readonly order: string;
        readonly conditions: readonly string[];
    }
): string {
    const from = `FROM ${scope.fromSql()} WHERE ${parts.conditions.join(' AND ')}`;
    if (query.limit === null && query.offset === null) {
        return `SELECT ${parts.columns} ${from} ORDER BY ${parts.order}`;
    }
    const rank = `ROW_NUMBER() OVER (PARTITION BY ${parts.lookup} ORDER BY ${parts.order})`;
    const window = windowSql(query, planner).replace(' LIMIT ', '').split(' OFFSET ');
    const offset = window[1] ?? '0';
    const upTo = `(${window[0]} < 0 OR rank <= ${offset} + ${window[0]})`;
    return (
        `SELECT * FROM (SELECT ${parts.columns}, ${rank} AS rank ${from}) ` +
        `WHERE rank > ${offset} AND ${upTo} ORDER BY rank`
    );
}

interface ChildRows {
    readonly rowsRead: number;
    of(parentId: string): Readonly<Record<string, ResultRows>>;
}

/** Runs the child queries of a select list once for all parents. */
function childRows(
    connection: Connection,
    input: PlannerInput,
    query: SoqlQuery,
    scope: Scope,
    ids: readonly string[]
): ChildRows {
    const items = query.select.filter((item): item is SubqueryItem => item.kind === 'subquery');
    const results = items.map((item) => childResult(connection, input, item, scope, ids));
    return {
        rowsRead: results.reduce((sum, result) => sum + result.rowsRead, 0),
        of: (parentId) =>
            Object.fromEntries(
                results.map(({ name, byParent }) => [name, { rows: byParent.get(parentId) ?? [] }])
            )
    };
}

function childResult(
    connection: Connection,
    input: PlannerInput,
    item: SubqueryItem,
    scope: Scope,
    ids: readonly string[]
): {
    readonly name: string;
    readonly rowsRead: number;
    readonly byParent: ReadonlyMap<string, readonly ResultRow[]>;
} {
    const path = item.query.from[0]?.path ?? [];
    const written = path.at(-1) ?? '';
    const relationship = input.schema.childRelationship(scope.root.object.name, written);
    if (relationship === undefined) {
        throw noSuchRelationship(written, 'FROM part of query call');
    }
    const [first, ...others] = item.query.from;
    const from = [{ path: [relationship.childObject], alias: first?.alias ?? null }, ...others];
    const child = { ...item.query, from };
    const found = findRecords(connection, input, child, {
        field: relationship.field,
        parents: ids
    });
    const byParent = Map.groupBy(found.rows.entries(), ([at]) => found.parents[at] ?? '');
    return {
        name: relationship.name ?? written,
        rowsRead: found.rowsRead,
        byParent: new Map(
            [...byParent].map(([parent, entries]) => [parent, entries.map(([, row]) => row)])
        )
    };
}
