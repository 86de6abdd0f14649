import { QueryError } from '../errors.ts';
import type { ComparisonOperator, Condition, SoqlQuery, Value } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseNumber, parseOperand } from './parseOperand.ts';
import { currencyLiteral, datetimeLiteral, stringLiteral, timeLiteral } from './literals.ts';

const OPERATORS: Readonly<Record<string, ComparisonOperator>> = {
    '=': '=',
    '!=': '!=',
    '<>': '!=',
    '<': '<',
    '<=': '<=',
    '>': '>',
    '>=': '>=',
    LIKE: 'like',
    IN: 'in',
    INCLUDES: 'includes',
    EXCLUDES: 'excludes'
};

const DATE_LITERAL =
    /^(?:YESTERDAY|TODAY|TOMORROW|(?:LAST|THIS|NEXT)_(?:WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)|(?:LAST|NEXT)_90_DAYS)$/i;

const COUNTED_LITERAL =
    /^(?:(?:LAST|NEXT)_N_(?:DAYS|WEEKS|MONTHS|QUARTERS|YEARS|FISCAL_QUARTERS|FISCAL_YEARS)|N_(?:DAYS|WEEKS|MONTHS|QUARTERS|YEARS|FISCAL_QUARTERS|FISCAL_YEARS)_AGO)$/i;

/** Reads a nested query, up to its closing parenthesis. */
export type QueryReader = (cursor: Cursor) => SoqlQuery;

/** A WHERE or HAVING condition. AND and OR mix only with parentheses, as on the platform. */
export function parseCondition(cursor: Cursor, query: QueryReader): Condition {
    if (cursor.accept('NOT')) {
        return { kind: 'not', condition: parseTerm(cursor, query) };
    }
    const first = parseTerm(cursor, query);
    const [word, kind] = cursor.sees('OR') ? (['OR', 'or'] as const) : (['AND', 'and'] as const);
    const conditions = [first];
    while (cursor.accept(word)) {
        conditions.push(parseTerm(cursor, query));
    }
    return conditions.length === 1 ? first : { kind, conditions };
}

/** A literal, bind, list or nested query. */
export function parseValue(cursor: Cursor, query: QueryReader): Value {
    if (cursor.sees(':')) {
        return cursor.bind();
    }
    if (cursor.sees('(', 'SELECT')) {
        return { kind: 'query', query: cursor.parenthesized(() => query(cursor)) };
    }
    if (cursor.sees('(')) {
        const item = () => parseValue(cursor, query);
        return { kind: 'list', values: cursor.parenthesized(() => cursor.list(item)) };
    }
    const value = parseNumber(cursor);
    return value === null ? quotedOrTimed(cursor) : { kind: 'number', value };
}

function parseTerm(cursor: Cursor, query: QueryReader): Condition {
    if (cursor.sees('(')) {
        return cursor.parenthesized(() => parseCondition(cursor, query));
    }
    // Salesforce takes NOT before a parenthesis inside AND and OR as well.
    if (cursor.sees('NOT', '(')) {
        cursor.next();
        return { kind: 'not', condition: parseTerm(cursor, query) };
    }
    const left = parseOperand(cursor);
    const operator = parseOperator(cursor);
    return { kind: 'comparison', left, operator, right: parseValue(cursor, query) };
}

function parseOperator(cursor: Cursor): ComparisonOperator {
    if (cursor.accept('NOT', 'IN')) {
        return 'not in';
    }
    const operator = OPERATORS[cursor.peek().text.toUpperCase()];
    if (operator === undefined) {
        throw cursor.unexpected();
    }
    cursor.next();
    return operator;
}

function quotedOrTimed(cursor: Cursor): Value {
    const { kind, text } = cursor.peek();
    switch (kind) {
        case 'string':
            return taken(cursor, { kind: 'string', value: stringLiteral(text) });
        case 'date':
            return taken(cursor, { kind: 'date', value: text });
        case 'datetime':
            return taken(cursor, { kind: 'datetime', value: datetimeLiteral(text) });
        case 'time':
            return taken(cursor, { kind: 'time', value: timeLiteral(text) });
        case 'word':
            return wordValue(cursor, text);
        default:
            throw noValue(cursor);
    }
}

function taken(cursor: Cursor, value: Value): Value {
    cursor.next();
    return value;
}

function wordValue(cursor: Cursor, text: string): Value {
    const word = text.toUpperCase();
    if (word === 'NULL') {
        return taken(cursor, { kind: 'null' });
    }
    if (word === 'TRUE' || word === 'FALSE') {
        return taken(cursor, { kind: 'boolean', value: word === 'TRUE' });
    }
    if (DATE_LITERAL.test(word)) {
        return taken(cursor, { kind: 'dateLiteral', name: word, count: null });
    }
    return COUNTED_LITERAL.test(word) ? countedLiteral(cursor) : currency(cursor, text);
}

function countedLiteral(cursor: Cursor): Value {
    const name = cursor.next().text.toUpperCase();
    cursor.expect(':');
    const count = parseNumber(cursor);
    if (count === null) {
        throw cursor.unexpected();
    }
    return { kind: 'dateLiteral', name, count };
}

function currency(cursor: Cursor, text: string): Value {
    if (!/^[A-Za-z]{3}\d+$/.test(text)) {
        throw noValue(cursor);
    }
    cursor.next();
    const fraction = cursor.accept('.') || cursor.peek().text.startsWith('.');
    return { kind: 'currency', ...currencyLiteral(fraction ? text + decimals(cursor) : text) };
}

function decimals(cursor: Cursor): string {
    return `.${cursor.next().text.replace(/^\./, '')}`;
}

function noValue(cursor: Cursor): QueryError {
    const { kind, text } = cursor.peek();
    return kind === 'end'
        ? cursor.unexpected()
        : new QueryError('MALFORMED_QUERY', `expecting a colon, found '${text}'`);
}
