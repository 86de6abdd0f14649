import { QueryError } from '../../errors.ts';
import type { FieldSchema } from '../../schema/types.ts';
import type { FieldGroupItem, Operand, OperandItem, SelectItem, SoqlQuery } from '../ast.ts';
import { malformed } from '../messages.ts';
import { expressionOf } from '../plan/operand.ts';
import type { Planner } from '../plan/planner.ts';
import type { Scope } from '../plan/scope.ts';
import { rowCount } from '../plan/values.ts';
import { formatted } from './format.ts';
import { plainDecode, type RecordShape } from './output.ts';

/** Rows that FIELDS(ALL) and FIELDS(CUSTOM) may return, at most. */
const MAX_FIELDS_ROWS = 200;

/** Adds what a select list asks of a record and its parents; child queries are left to the caller. */
export function addSelected(
    query: SoqlQuery,
    scope: Scope,
    shape: RecordShape,
    planner: Planner
): void {
    requireDistinct(query.select);
    for (const item of query.select) {
        addItem(item, query, scope, shape, planner);
    }
}

function requireDistinct(select: readonly SelectItem[]): void {
    const seen = new Set<string>();
    for (const item of select) {
        if (item.kind === 'operand' && item.operand.kind === 'field') {
            const path = item.operand.path.join('.');
            if (seen.has(path.toLowerCase())) {
                throw malformed(`duplicate field selected: ${path}`);
            }
            seen.add(path.toLowerCase());
        }
    }
}

function addItem(
    item: SelectItem,
    query: SoqlQuery,
    scope: Scope,
    shape: RecordShape,
    planner: Planner
): void {
    switch (item.kind) {
        case 'operand':
            addOperand(item, scope, shape, planner);
            return;
        case 'fieldGroup':
            addGroup(item, query, scope, shape, planner);
            return;
        case 'typeof':
            shape.parent(scope.hops(item.path));
            return;
        case 'subquery':
            return;
    }
}

function addOperand(item: OperandItem, scope: Scope, shape: RecordShape, planner: Planner): void {
    const { operand, alias } = item;
    if (operand.kind !== 'field') {
        addFunction(operand, alias, scope, shape, planner);
        return;
    }
    if (alias !== null) {
        throw malformed('only aggregate expressions use field aliasing');
    }
    const { hops, column } = scope.resolve(operand.path);
    shape.add(hops, column.field.name, column.sql, plainDecode(column.field));
}

function addFunction(
    operand: Exclude<Operand, { kind: 'field' }>,
    alias: string | null,
    scope: Scope,
    shape: RecordShape,
    planner: Planner
): void {
    const { sql, field } = expressionOf(operand, scope, planner);
    const path = pathOf(operand);
    const hops = path === null ? [] : scope.resolve(path).hops;
    const { locale, timeZone } = planner.input.user;
    const plain = plainDecode(field);
    const decode =
        operand.kind === 'format'
            ? (value: Parameters<typeof plain>[0]) =>
                  formatted(field, plain(value), locale, timeZone)
            : plain;
    shape.add(alias === null ? hops : [], alias ?? field.name, sql, decode);
}

function pathOf(operand: Operand): readonly string[] | null {
    switch (operand.kind) {
        case 'format':
            return pathOf(operand.operand);
        case 'distance':
        case 'formula':
            return null;
        default:
            return operand.path;
    }
}

function addGroup(
    item: FieldGroupItem,
    query: SoqlQuery,
    scope: Scope,
    shape: RecordShape,
    planner: Planner
): void {
    const limit = rowCount(query.limit, planner);
    if (item.group !== 'STANDARD' && (limit === null || limit > MAX_FIELDS_ROWS)) {
        throw new QueryError(
            'MALFORMED_QUERY',
            `The SOQL FIELDS function must have a LIMIT of at most ${MAX_FIELDS_ROWS}`
        );
    }
    const { enforcesFields, input } = planner;
    const { object } = scope.root;
    const readable = (field: FieldSchema) =>
        !enforcesFields || input.rules.canReadField(input.user.id, object, field);
    const wanted = (field: FieldSchema) =>
        item.group === 'ALL' || field.custom === (item.group === 'CUSTOM');
    for (const field of object.fields.filter((known) => wanted(known) && readable(known))) {
        shape.add([], field.name, scope.fieldSql(scope.root, field), plainDecode(field));
    }
}
