import { field as makeField } from '../../schema/field.ts';
import type { FieldSchema, FieldType } from '../../schema/types.ts';
import type { DateOperand, DistanceOperand, Location, Operand, Value } from '../ast.ts';
import { malformed, unsupported } from '../messages.ts';
import type { Planner } from './planner.ts';
import type { Scope } from './scope.ts';
import { boundValue } from './values.ts';

/** A value that a row or group has: SQL, and what kind of value it is. */
export interface Expression {
    readonly sql: string;
    /** Describes the result; for a plain field, that field. */
    readonly field: FieldSchema;
}

/** The SQL of a field or function. Aggregates are taken as they come: the caller knows if it may. */
export function expressionOf(operand: Operand, scope: Scope, planner: Planner): Expression {
    switch (operand.kind) {
        case 'field': {
            const { column } = scope.resolve(operand.path);
            return { sql: column.sql, field: column.field };
        }
        case 'toLabel':
        case 'convertCurrency': {
            const { column } = scope.resolve(operand.path);
            const label = operand.kind === 'toLabel' ? labelSql(column) : column.sql;
            return { sql: label, field: column.field };
        }
        case 'format':
            return expressionOf(operand.operand, scope, planner);
        case 'date':
            return dateExpression(operand, scope, planner);
        case 'aggregate':
            return aggregate(operand, scope);
        case 'distance':
            return distance(operand, scope, planner);
        case 'grouping':
            return { sql: '0', field: makeField('grouping', 'integer') };
        case 'formula':
            throw unsupported('FORMULA() in a query filter');
    }
}

function labelSql(column: { sql: string; field: FieldSchema; object: { name: string } }): string {
    return `picklist_label('${column.object.name}.${column.field.name}', ${column.sql})`;
}

function aggregate(operand: Extract<Operand, { kind: 'aggregate' }>, scope: Scope): Expression {
    if (operand.path === null) {
        return { sql: 'COUNT(*)', field: makeField('count', 'integer') };
    }
    const { column } = scope.resolve(operand.path);
    const { sql, field } = column;
    switch (operand.name) {
        case 'count':
            return { sql: `COUNT(${sql})`, field: makeField('count', 'integer') };
        case 'count_distinct':
            return {
                sql: `COUNT(DISTINCT ${comparable(sql, field)})`,
                field: makeField('count', 'integer')
            };
        case 'sum':
        case 'avg':
            requireNumber(operand.name, field);
            return {
                sql: `${operand.name.toUpperCase()}(${sql})`,
                field: operand.name === 'avg' ? makeField('avg', 'double') : field
            };
        case 'min':
        case 'max':
            return { sql: `${operand.name.toUpperCase()}(${sql})`, field };
    }
}

function requireNumber(name: string, field: FieldSchema): void {
    if (!['integer', 'long', 'double', 'currency', 'percent'].includes(field.type)) {
        throw malformed(
            `field ${field.name} does not support aggregate operator ${name.toUpperCase()}`
        );
    }
}

/** Text that groups and counts without regard to case. */
export function comparable(sql: string, field: FieldSchema): string {
    return isText(field) ? `${sql} COLLATE NOCASE` : sql;
}

/** True for fields whose values compare as text. */
export function isText(field: FieldSchema): boolean {
    const others: readonly FieldType[] = [
        'id',
        'reference',
        'boolean',
        'integer',
        'long',
        'double',
        'currency',
        'percent',
        'date',
        'datetime',
        'time'
    ];
    return !others.includes(field.type);
}

function dateExpression(operand: DateOperand, scope: Scope, planner: Planner): Expression {
    const { column } = scope.resolve(operand.path);
    if (column.field.type !== 'date' && column.field.type !== 'datetime') {
        throw malformed(`field ${column.field.name} can not be used with ${operand.name}`);
    }
    const moment = operand.convertTimezone ? localMoment(column.sql, planner) : column.sql;
    const month = planner.input.calendar.fiscalYearStartMonth;
    const isDay = operand.name === 'day_only';
    return {
        sql: datePartSql(operand.name, moment, month),
        field: makeField(operand.name, isDay ? 'date' : 'integer')
    };
}

/** What the user's clock shows at the moment. */
function localMoment(sql: string, planner: Planner): string {
    return `local_moment(${sql}, ${planner.parameter(planner.input.user.timeZone)})`;
}

function datePartSql(name: DateOperand['name'], sql: string, fiscalStart: number): string {
    const part = (format: string) => `CAST(strftime('${format}', ${sql}) AS INTEGER)`;
    const fiscal = `((${part('%m')} - ${fiscalStart} + 12) % 12)`;
    switch (name) {
        case 'calendar_year':
            return part('%Y');
        case 'calendar_quarter':
            return `((${part('%m')} + 2) / 3)`;
        case 'calendar_month':
            return part('%m');
        case 'day_in_month':
            return part('%d');
        case 'day_in_week':
            return `(${part('%w')} + 1)`;
        case 'day_in_year':
            return part('%j');
        case 'day_only':
            return `substr(${sql}, 1, 10)`;
        case 'fiscal_month':
            return `(${fiscal} + 1)`;
        case 'fiscal_quarter':
            return `(${fiscal} / 3 + 1)`;
        case 'fiscal_year':
            return fiscalStart === 1
                ? part('%Y')
                : `(${part('%Y')} + (${part('%m')} >= ${fiscalStart}))`;
        case 'hour_in_day':
            return part('%H');
        case 'week_in_month':
            return `((${part('%d')} - 1) / 7 + 1)`;
        case 'week_in_year':
            return `((${part('%j')} - 1) / 7 + 1)`;
    }
}

function distance(operand: DistanceOperand, scope: Scope, planner: Planner): Expression {
    const from = coordinates(operand.from, scope, planner);
    const to = coordinates(operand.to, scope, planner);
    if (operand.unit !== 'mi' && operand.unit !== 'km') {
        throw malformed(`Invalid distance unit: ${operand.unit}. Valid unit: 'mi', 'km'`);
    }
    return {
        sql: `distance(${from}, ${to}, '${operand.unit}')`,
        field: makeField('distance', 'double')
    };
}

function coordinates(location: Location, scope: Scope, planner: Planner): string {
    switch (location.kind) {
        case 'field': {
            const { hops, column } = scope.resolve(location.path);
            const node = hops.at(-1)?.node ?? scope.root;
            const parts = node.object.fields.filter(
                (field) =>
                    field.compoundFieldName === column.field.name &&
                    /L(?:at|ong)itude/.test(field.name)
            );
            return parts.map((part) => scope.fieldSql(node, part)).join(', ');
        }
        case 'geolocation': {
            const parts = [location.latitude, location.longitude];
            return parts.map((part) => coordinate(part, planner)).join(', ');
        }
        case 'bind':
            throw unsupported('a bound location in DISTANCE');
    }
}

function coordinate(value: Value, planner: Planner): string {
    const number = value.kind === 'bind' ? boundValue(value.key, planner) : value;
    if (typeof number === 'number') {
        return planner.parameter(number);
    }
    return planner.parameter(value.kind === 'number' ? value.value : null);
}
