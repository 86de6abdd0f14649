import type { FieldSchema } from '../../schema/types.ts';
import type { SqlValue } from '../../store/connection.ts';
import { daysOf } from '../../time/dateLiterals.ts';
import { startOfDay } from '../../time/zone.ts';
import { QueryError } from '../../errors.ts';
import type { ComparisonOperator, DateLiteralValue, Value } from '../ast.ts';
import { malformed } from '../messages.ts';
import { isText, type Expression } from './operand.ts';
import type { Planner } from './planner.ts';
import { comparedValues } from './values.ts';

/**
 * `left operator right` as SQL. A missing value equals null only, and differs from every value, so
 * `!=` and NOT IN take it; text compares without case.
 */
export function comparisonSql(
    left: Expression,
    operator: ComparisonOperator,
    right: Value,
    planner: Planner
): string {
    if (right.kind === 'dateLiteral') {
        return dateLiteralSql(left, operator, right, planner);
    }
    requireOperator(left.field, operator);
    const values = comparedValues(left.field, right, planner);
    switch (operator) {
        case 'in':
            return inSql(left, values, planner);
        case 'not in':
            return notInSql(left, values, planner);
        case 'includes':
            return includesSql(left, values, planner);
        case 'excludes':
            return `NOT IFNULL(${includesSql(left, values, planner)}, 0)`;
        case 'like':
            return values.map((value) => likeSql(left, value, planner)).join(' OR ') || '0';
        default:
            return scalarSql(left, operator, single(left.field, values), planner);
    }
}

function requireOperator(field: FieldSchema, operator: ComparisonOperator): void {
    const multi = field.type === 'multipicklist';
    const wrong =
        ((operator === 'includes' || operator === 'excludes') && !multi) ||
        (operator === 'like' && !isText(field)) ||
        (multi && ['in', 'not in', '<', '>', '<=', '>='].includes(operator));
    if (wrong) {
        throw new QueryError(
            'INVALID_QUERY_FILTER_OPERATOR',
            `invalid operator on ${field.type} field`
        );
    }
}

function single(field: FieldSchema, values: readonly SqlValue[]): SqlValue {
    if (values.length !== 1) {
        throw malformed(`Field ${field.name} can not be compared with a list; use IN`);
    }
    return values[0] ?? null;
}

type ScalarOperator = Exclude<
    ComparisonOperator,
    'in' | 'not in' | 'includes' | 'excludes' | 'like'
>;

function scalarSql(
    left: Expression,
    operator: ScalarOperator,
    value: SqlValue,
    planner: Planner
): string {
    if (value === null) {
        return nullSql(left, operator);
    }
    const side = sides(left, [value]);
    const parameter = side.wrap(planner.parameter(value));
    return operator === '!='
        ? `(${left.sql} IS NULL OR ${side.column} <> ${parameter})`
        : `${side.column} ${operator} ${parameter}`;
}

function nullSql(left: Expression, operator: ScalarOperator): string {
    switch (operator) {
        case '=':
            return `${left.sql} IS NULL`;
        case '!=':
            return `${left.sql} IS NOT NULL`;
        default:
            return '0';
    }
}

/**
 * How to compare text without case: SQLite knows ASCII only, so other letters are folded by us. An
 * ASCII value can only equal ASCII text.
 */
function sides(
    left: Expression,
    values: readonly SqlValue[]
): { readonly column: string; readonly wrap: (sql: string) => string } {
    if (!isText(left.field) || left.field.caseSensitive) {
        return { column: left.sql, wrap: (sql) => sql };
    }
    const ascii = values.every(
        (value) => typeof value !== 'string' || /^[\x00-\x7f]*$/.test(value)
    );
    return ascii
        ? { column: `${left.sql} COLLATE NOCASE`, wrap: (sql) => sql }
        : { column: `fold(${left.sql})`, wrap: (sql) => `fold(${sql})` };
}

function inSql(left: Expression, values: readonly SqlValue[], planner: Planner): string {
    const present = values.filter((value) => value !== null);
    const orNull = present.length < values.length ? [`${left.sql} IS NULL`] : [];
    const listed = present.length === 0 ? [] : [listSql(left, present, planner)];
    const parts = [...listed, ...orNull];
    return parts.length === 0 ? '0' : `(${parts.join(' OR ')})`;
}

function notInSql(left: Expression, values: readonly SqlValue[], planner: Planner): string {
    const present = values.filter((value) => value !== null);
    const withNull = present.length < values.length;
    const listed = present.length === 0 ? '0' : listSql(left, present, planner);
    return withNull
        ? `(${left.sql} IS NOT NULL AND NOT ${listed})`
        : `(${left.sql} IS NULL OR NOT ${listed})`;
}

function listSql(left: Expression, values: readonly SqlValue[], planner: Planner): string {
    const side = sides(left, values);
    const list = planner.parameter(JSON.stringify(values));
    return `${side.column} IN (SELECT ${side.wrap('value')} FROM json_each(${list}))`;
}

function likeSql(left: Expression, value: SqlValue, planner: Planner): string {
    if (value === null) {
        return `${left.sql} IS NULL`;
    }
    const side = sides(left, [value]);
    const column = side.column.replace(/ COLLATE NOCASE$/, '');
    return `${column} LIKE ${side.wrap(planner.parameter(value))} ESCAPE '\\'`;
}

/** Each value may ask for several selections at once: `'A;B'`. */
function includesSql(left: Expression, values: readonly SqlValue[], planner: Planner): string {
    const wanted = planner.parameter(JSON.stringify(values.filter((value) => value !== null)));
    return `picklist_includes(${left.sql}, ${wanted})`;
}

function dateLiteralSql(
    left: Expression,
    operator: ComparisonOperator,
    literal: DateLiteralValue,
    planner: Planner
): string {
    const [start, end] = bounds(left.field, literal, planner).map((at) => planner.parameter(at));
    const { sql } = left;
    switch (operator) {
        case '=':
            return `(${sql} >= ${start} AND ${sql} < ${end})`;
        case '!=':
            return `(${sql} IS NULL OR ${sql} < ${start} OR ${sql} >= ${end})`;
        case '<':
            return `${sql} < ${start}`;
        case '<=':
            return `${sql} < ${end}`;
        case '>':
            return `${sql} >= ${end}`;
        case '>=':
            return `${sql} >= ${start}`;
        default:
            throw malformed(`Date literals can not be used with ${operator}`);
    }
}

function bounds(
    field: FieldSchema,
    literal: DateLiteralValue,
    planner: Planner
): readonly [string, string] {
    const days = daysOf(literal.name, literal.count, planner.input.calendar);
    if (field.type === 'date') {
        return [days.start, days.end];
    }
    if (field.type !== 'datetime') {
        throw malformed(`Field ${field.name} can not be compared with ${literal.name}`);
    }
    const { timeZone } = planner.input.user;
    const moment = (day: string) => new Date(startOfDay(day, timeZone)).toISOString();
    return [moment(days.start), moment(days.end)];
}
