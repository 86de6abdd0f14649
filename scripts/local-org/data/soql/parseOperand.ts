import type {
    AggregateName,
    DateFunctionName,
    FormatOperand,
    Location,
    Operand,
    Value,
    WrapOperand
} from './ast.ts';
import type { Cursor } from './cursor.ts';
import { stringLiteral } from './literals.ts';

const AGGREGATES: readonly string[] = ['avg', 'count', 'count_distinct', 'max', 'min', 'sum'];

const DATE_FUNCTIONS: readonly string[] = [
    'calendar_month',
    'calendar_quarter',
    'calendar_year',
    'day_in_month',
    'day_in_week',
    'day_in_year',
    'day_only',
    'fiscal_month',
    'fiscal_quarter',
    'fiscal_year',
    'hour_in_day',
    'week_in_month',
    'week_in_year'
];

const WRAPPERS: Readonly<Record<string, WrapOperand['kind']>> = {
    tolabel: 'toLabel',
    convertcurrency: 'convertCurrency',
    grouping: 'grouping'
};

/** A field, or a function of one. */
export function parseOperand(cursor: Cursor): Operand {
    return cursor.peek(1).text === '(' ? parseFunction(cursor) : field(cursor);
}

/** A number with its sign, where one comes next; null otherwise. */
export function parseNumber(cursor: Cursor): number | null {
    const signed = cursor.sees('-') || cursor.sees('+');
    if (cursor.peek(signed ? 1 : 0).kind !== 'number') {
        return null;
    }
    const sign = signed && cursor.next().text === '-' ? -1 : 1;
    return sign * Number(cursor.next().text);
}

function field(cursor: Cursor): Operand {
    return { kind: 'field', path: cursor.path() };
}

function parseFunction(cursor: Cursor): Operand {
    const name = cursor.peek().text.toLowerCase();
    const wrapper = WRAPPERS[name];
    if (wrapper !== undefined) {
        return { kind: wrapper, path: call(cursor, () => cursor.path()) };
    }
    if (isAggregate(name)) {
        const path = call(cursor, () => (cursor.sees(')') ? null : cursor.path()));
        return { kind: 'aggregate', name, path };
    }
    return isDateFunction(name) ? dateFunction(cursor, name) : otherFunction(cursor, name);
}

function otherFunction(cursor: Cursor, name: string): Operand {
    switch (name) {
        case 'format':
            return format(cursor);
        case 'formula':
            return { kind: 'formula', text: call(cursor, () => text(cursor)) };
        case 'distance':
            return call(cursor, () => distance(cursor));
        default:
            cursor.next();
            throw cursor.unexpected();
    }
}

function call<T>(cursor: Cursor, argument: () => T): T {
    cursor.next();
    return cursor.parenthesized(argument);
}

function isAggregate(name: string): name is AggregateName {
    return AGGREGATES.includes(name);
}

function isDateFunction(name: string): name is DateFunctionName {
    return DATE_FUNCTIONS.includes(name);
}

function format(cursor: Cursor): FormatOperand {
    return { kind: 'format', operand: call(cursor, () => parseOperand(cursor)) };
}

function dateFunction(cursor: Cursor, name: DateFunctionName): Operand {
    return call(cursor, () => {
        const convertTimezone = cursor.sees('CONVERTTIMEZONE', '(');
        const path = convertTimezone ? call(cursor, () => cursor.path()) : cursor.path();
        return { kind: 'date', name, path, convertTimezone };
    });
}

function distance(cursor: Cursor): Operand {
    const from = location(cursor);
    cursor.expect(',');
    const to = location(cursor);
    cursor.expect(',');
    return { kind: 'distance', from, to, unit: text(cursor) };
}

function location(cursor: Cursor): Location {
    if (cursor.sees(':')) {
        return cursor.bind();
    }
    return cursor.sees('GEOLOCATION', '(') ? geolocation(cursor) : fieldLocation(cursor);
}

function fieldLocation(cursor: Cursor): Location {
    return { kind: 'field', path: cursor.path() };
}

function geolocation(cursor: Cursor): Location {
    return call(cursor, () => {
        const latitude = coordinate(cursor);
        cursor.expect(',');
        return { kind: 'geolocation', latitude, longitude: coordinate(cursor) };
    });
}

function coordinate(cursor: Cursor): Value {
    const value = parseNumber(cursor);
    return value === null ? cursor.bind() : { kind: 'number', value };
}

function text(cursor: Cursor): string {
    if (cursor.peek().kind !== 'string') {
        throw cursor.unexpected();
    }
    return stringLiteral(cursor.next().text);
}
