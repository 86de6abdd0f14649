import type { AccessMode, FromItem, GroupBy, OrderBy, SoqlQuery, Value } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseCondition } from './parseCondition.ts';
import { parseNumber, parseOperand } from './parseOperand.ts';
import { parseSelectItem } from './parseSelect.ts';

/** Words that end a FROM item, so can't be its alias. */
const CLAUSES: readonly string[] = [
    'ALL',
    'FOR',
    'GROUP',
    'HAVING',
    'LIMIT',
    'OFFSET',
    'ORDER',
    'UPDATE',
    'USING',
    'WHERE',
    'WITH'
];

const MODES: Readonly<Record<string, AccessMode>> = {
    USER_MODE: 'user',
    SYSTEM_MODE: 'system',
    SECURITY_ENFORCED: 'securityEnforced'
};

/** A query or sub-query, from SELECT to its last clause. */
export function parseQuery(cursor: Cursor): SoqlQuery {
    cursor.expect('SELECT');
    const select = cursor.list(() => parseSelectItem(cursor, parseQuery));
    cursor.expect('FROM');
    const from = cursor.list(() => parseFrom(cursor));
    const scope = cursor.accept('USING') ? parseScope(cursor) : null;
    const where = cursor.accept('WHERE') ? parseCondition(cursor, parseQuery) : null;
    return {
        kind: 'soql',
        select,
        from,
        scope,
        where,
        ...parseWith(cursor),
        ...parseGrouping(cursor),
        orderBy: parseOrderBy(cursor),
        ...parseWindow(cursor),
        ...parseEnd(cursor)
    };
}

/** ORDER BY; empty where none comes next. */
export function parseOrderBy(cursor: Cursor): readonly OrderBy[] {
    return cursor.accept('ORDER', 'BY') ? cursor.list(() => parseOrder(cursor)) : [];
}

/** LIMIT and OFFSET, either missing. */
export function parseWindow(cursor: Cursor): Pick<SoqlQuery, 'limit' | 'offset'> {
    const limit = cursor.accept('LIMIT') ? parseCount(cursor) : null;
    return { limit, offset: cursor.accept('OFFSET') ? parseCount(cursor) : null };
}

function parseFrom(cursor: Cursor): FromItem {
    const path = cursor.path();
    const named = cursor.accept('AS') || isAlias(cursor);
    return { path, alias: named ? cursor.word() : null };
}

function isAlias(cursor: Cursor): boolean {
    const { kind, text } = cursor.peek();
    return kind === 'word' && !CLAUSES.includes(text.toUpperCase());
}

function parseScope(cursor: Cursor): string {
    cursor.expect('SCOPE');
    return cursor.word();
}

function parseWith(cursor: Cursor): Pick<SoqlQuery, 'mode' | 'otherWith'> {
    if (!cursor.accept('WITH')) {
        return { mode: null, otherWith: null };
    }
    const mode = MODES[cursor.peek().text.toUpperCase()];
    if (mode !== undefined) {
        cursor.next();
        return { mode, otherWith: null };
    }
    return { mode: null, otherWith: restOfWith(cursor) };
}

function restOfWith(cursor: Cursor): string {
    const words = [];
    while (
        cursor.peek().kind !== 'end' &&
        !['GROUP', 'ORDER', 'LIMIT'].some((w) => cursor.sees(w))
    ) {
        words.push(cursor.next().text);
    }
    return words.join(' ');
}

function parseGrouping(cursor: Cursor): Pick<SoqlQuery, 'groupBy' | 'having'> {
    const groupBy = cursor.accept('GROUP', 'BY') ? parseGroupBy(cursor) : null;
    const having = cursor.accept('HAVING') ? parseCondition(cursor, parseQuery) : null;
    return { groupBy, having };
}

function parseGroupBy(cursor: Cursor): GroupBy {
    const operands = () => cursor.list(() => parseOperand(cursor));
    if (cursor.sees('ROLLUP', '(') || cursor.sees('CUBE', '(')) {
        const mode = cursor.next().text.toUpperCase() === 'CUBE' ? 'cube' : 'rollup';
        return { mode, operands: cursor.parenthesized(operands) };
    }
    return { mode: 'plain', operands: operands() };
}

function parseOrder(cursor: Cursor): OrderBy {
    const operand = parseOperand(cursor);
    const descending = cursor.accept('DESC') || (cursor.accept('ASC') && false);
    return { operand, descending, nulls: parseNulls(cursor) };
}

function parseNulls(cursor: Cursor): OrderBy['nulls'] {
    if (!cursor.accept('NULLS')) {
        return null;
    }
    if (cursor.accept('FIRST')) {
        return 'first';
    }
    cursor.expect('LAST');
    return 'last';
}

function parseCount(cursor: Cursor): Value {
    if (cursor.sees(':')) {
        return cursor.bind();
    }
    const value = parseNumber(cursor);
    if (value === null) {
        throw cursor.unexpected();
    }
    return { kind: 'number', value };
}

function parseEnd(cursor: Cursor): Pick<SoqlQuery, 'allRows' | 'forClauses'> {
    const allRows = cursor.accept('ALL', 'ROWS');
    const forClauses: ('view' | 'reference' | 'update')[] = [];
    while (cursor.accept('FOR')) {
        forClauses.push(parseFor(cursor));
    }
    parseUpdate(cursor);
    return { allRows, forClauses };
}

function parseFor(cursor: Cursor): 'view' | 'reference' | 'update' {
    const found = (['view', 'reference', 'update'] as const).find((word) =>
        cursor.accept(word.toUpperCase())
    );
    if (found === undefined) {
        throw cursor.unexpected();
    }
    return found;
}

/** UPDATE TRACKING and VIEWSTAT count article views: nothing to do here. */
function parseUpdate(cursor: Cursor): void {
    if (cursor.accept('UPDATE')) {
        cursor.list(() => cursor.accept('TRACKING') || cursor.expect('VIEWSTAT'));
    }
}
