import type { Connection } from '../../store/connection.ts';
import type { FieldValue, ResultRow, ResultRows } from '../../types.ts';
import type { FieldPath, SoqlQuery, TypeofItem } from '../ast.ts';
import { unsupported } from '../messages.ts';
import type { PlannerInput } from '../plan/planner.ts';
import { findRecords, type Found } from './records.ts';

/** Gives each polymorphic parent the fields that TYPEOF asks of its object. */
export function fillTypeof(
    connection: Connection,
    input: PlannerInput,
    item: TypeofItem,
    found: Found
): Found {
    const [relationship = '', ...deeper] = item.path;
    if (deeper.length > 0) {
        throw unsupported('TYPEOF of a parent of a parent');
    }
    const name = canonical(found.rows[0], relationship);
    const parents = found.rows.map((row) => row.values[name]).filter(isRecord);
    const byType = Map.groupBy(parents, (parent) => parent.type);
    const filled = new Map<string, ResultRow>();
    for (const [type, rows] of byType) {
        const fields = fieldsFor(item, type);
        const ids = rows.map((row) => String(row.values['Id']));
        for (const row of parentRows(connection, input, type, fields, ids)) {
            filled.set(String(row.values['Id']), row);
        }
    }
    const rows = found.rows.map((row) => withParent(row, name, filled));
    return { rows, rowsRead: found.rowsRead };
}

function canonical(row: ResultRow | undefined, relationship: string): string {
    const names = Object.keys(row?.values ?? {});
    return names.find((name) => name.toLowerCase() === relationship.toLowerCase()) ?? relationship;
}

function isRecord(value: FieldValue | ResultRow | ResultRows | undefined): value is ResultRow {
    return typeof value === 'object' && value !== null && 'type' in value;
}

function fieldsFor(item: TypeofItem, type: string): readonly FieldPath[] {
    const branch = item.branches.find(
        ({ objectName }) => objectName.toLowerCase() === type.toLowerCase()
    );
    return branch?.fields ?? item.otherwise;
}

function parentRows(
    connection: Connection,
    input: PlannerInput,
    type: string,
    fields: readonly FieldPath[],
    ids: readonly string[]
): readonly ResultRow[] {
    const query: SoqlQuery = {
        ...EVERY_ROW,
        select: fields.map((path) => ({
            kind: 'operand',
            operand: { kind: 'field', path },
            alias: null
        })),
        from: [{ path: [type], alias: null }],
        where: {
            kind: 'comparison',
            left: { kind: 'field', path: ['Id'] },
            operator: 'in',
            right: { kind: 'list', values: ids.map((value) => ({ kind: 'string', value })) }
        }
    };
    return findRecords(connection, input, query).rows;
}

const EVERY_ROW: Omit<SoqlQuery, 'select' | 'from' | 'where'> = {
    kind: 'soql',
    scope: null,
    mode: null,
    otherWith: null,
    groupBy: null,
    having: null,
    orderBy: [],
    limit: null,
    offset: null,
    allRows: true,
    forClauses: []
};

function withParent(
    row: ResultRow,
    name: string,
    filled: ReadonlyMap<string, ResultRow>
): ResultRow {
    const parent = row.values[name];
    const found = isRecord(parent) ? filled.get(String(parent.values['Id'])) : undefined;
    if (!isRecord(parent) || found === undefined) {
        return row;
    }
    const whole = { type: found.type, values: { ...parent.values, ...found.values } };
    return { ...row, values: { ...row.values, [name]: whole } };
}
