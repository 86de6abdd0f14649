import type { FieldSchema } from '../../schema/types.ts';
import type { SqlValue } from '../../store/connection.ts';
import { isId, normalizeId } from '../../store/ids.ts';
import { startOfDay } from '../../time/zone.ts';
import type { FieldValue } from '../../types.ts';
import { QueryError } from '../../errors.ts';
import type { Value } from '../ast.ts';
import { malformed, wrongType } from '../messages.ts';
import type { Planner } from './planner.ts';

/** A value of the caller, by the key of its bind. */
export function boundValue(key: string, planner: Planner): FieldValue | readonly FieldValue[] {
    const { binds } = planner.input;
    const value = binds[key];
    if (value === undefined) {
        throw new QueryError('MALFORMED_QUERY', `Variable does not exist: ${key}`);
    }
    return value;
}

/** The values to compare a field with: one for a scalar, all of a list. */
export function comparedValues(
    field: FieldSchema,
    value: Value,
    planner: Planner
): readonly SqlValue[] {
    switch (value.kind) {
        case 'list':
            return value.values.flatMap((item) => comparedValues(field, item, planner));
        case 'bind':
            return [boundValue(value.key, planner)]
                .flat()
                .map((item) => bound(field, item, planner));
        default:
            return [literal(field, value)];
    }
}

/** The number of a LIMIT or OFFSET; null without one. */
export function rowCount(value: Value | null, planner: Planner): number | null {
    if (value === null) {
        return null;
    }
    const count = value.kind === 'bind' ? boundValue(value.key, planner) : literalNumber(value);
    if (typeof count !== 'number' || count < 0) {
        throw malformed(`Invalid row count: ${String(count)}`);
    }
    return count;
}

function literalNumber(value: Value): number | null {
    return value.kind === 'number' ? value.value : null;
}

function literal(field: FieldSchema, value: Value): SqlValue {
    switch (value.kind) {
        case 'null':
            return null;
        case 'string':
            return text(field, value.value);
        case 'number':
            return number(field, value.value);
        case 'currency':
            return number(field, value.value);
        case 'boolean':
            return boolean(field, value.value);
        case 'date':
            return matching(field, ['date'], value.value);
        case 'datetime':
            return matching(field, ['datetime'], value.value);
        case 'time':
            return matching(field, ['time'], value.value);
        default:
            throw malformed(`field '${field.name}' can not be compared with a ${value.kind}`);
    }
}

/** Binds carry Apex types that fit, so only what the column needs is converted. */
function bound(field: FieldSchema, value: FieldValue, planner: Planner): SqlValue {
    if (value === null || value === '') {
        return null;
    }
    if (typeof value === 'boolean') {
        return boolean(field, value);
    }
    if (typeof value === 'number') {
        return number(field, value);
    }
    switch (field.type) {
        case 'date':
            return value.slice(0, 10);
        case 'datetime':
            return value.length > 10 ? value : dayStart(value, planner);
        case 'time':
            return value;
        default:
            return text(field, value);
    }
}

function dayStart(date: string, planner: Planner): string {
    return new Date(startOfDay(date, planner.input.user.timeZone)).toISOString();
}

function text(field: FieldSchema, value: string): SqlValue {
    switch (field.type) {
        case 'id':
        case 'reference':
            return idValue(field, value);
        case 'boolean':
        case 'integer':
        case 'long':
        case 'double':
        case 'currency':
        case 'percent':
        case 'date':
        case 'datetime':
        case 'time':
            throw wrongType(field.name, typeName(field), false);
        default:
            return value === '' ? null : value;
    }
}

function idValue(field: FieldSchema, value: string): SqlValue {
    if (value === '') {
        return null;
    }
    if (!isId(value)) {
        throw new QueryError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${value}`);
    }
    return field.type === 'id' || field.referenceTo.length > 0 ? normalizeId(value) : value;
}

function number(field: FieldSchema, value: number): SqlValue {
    switch (field.type) {
        case 'integer':
        case 'long':
        case 'double':
        case 'currency':
        case 'percent':
        case 'anytype':
            return value;
        default:
            throw wrongType(field.name, typeName(field), isQuoted(field));
    }
}

function boolean(field: FieldSchema, value: boolean): SqlValue {
    if (field.type !== 'boolean') {
        throw wrongType(field.name, typeName(field), isQuoted(field));
    }
    return Number(value);
}

function matching(field: FieldSchema, types: readonly string[], value: string): SqlValue {
    if (!types.includes(field.type)) {
        throw wrongType(field.name, typeName(field), isQuoted(field));
    }
    return value;
}

function isQuoted(field: FieldSchema): boolean {
    const bare = [
        'boolean',
        'integer',
        'long',
        'double',
        'currency',
        'percent',
        'date',
        'datetime'
    ];
    return !bare.includes(field.type) && field.type !== 'time';
}

/** The type's name in the platform's messages. */
function typeName(field: FieldSchema): string {
    switch (field.type) {
        case 'integer':
            return 'int';
        case 'datetime':
            return 'dateTime';
        case 'currency':
        case 'percent':
            return 'double';
        case 'double':
        case 'boolean':
        case 'date':
        case 'time':
        case 'long':
            return field.type;
        case 'id':
        case 'reference':
            return 'ID';
        default:
            return 'string';
    }
}
