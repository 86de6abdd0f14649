import type { SearchGroup, SoslQuery, SoslReturning, Value } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseCondition } from './parseCondition.ts';
import { parseOrderBy, parseQuery, parseWindow } from './parseQuery.ts';
import { parseSelectItem } from './parseSelect.ts';
import { stringLiteral } from './literals.ts';

const GROUPS: readonly SearchGroup[] = ['ALL', 'EMAIL', 'NAME', 'PHONE', 'SIDEBAR'];

/** `FIND 'text'`, `FIND {text}` or `FIND :bind`, and the clauses after it. */
export function parseSearch(cursor: Cursor): SoslQuery {
    cursor.expect('FIND');
    const find = parseText(cursor);
    const group = cursor.accept('IN') ? parseGroup(cursor) : 'ALL';
    const returning = cursor.accept('RETURNING') ? cursor.list(() => parseReturning(cursor)) : [];
    const withs = parseWiths(cursor);
    const { limit } = parseWindow(cursor);
    return { kind: 'sosl', find, group, returning, ...withs, limit };
}

function parseText(cursor: Cursor): Value {
    const { kind, text } = cursor.peek();
    if (kind === 'string') {
        cursor.next();
        return { kind: 'string', value: stringLiteral(text) };
    }
    if (kind === 'braces') {
        cursor.next();
        return { kind: 'string', value: text.slice(1, -1) };
    }
    return cursor.bind();
}

function parseGroup(cursor: Cursor): SearchGroup {
    const group = GROUPS.find((name) => cursor.accept(name));
    cursor.expect('FIELDS');
    return group ?? 'ALL';
}

function parseReturning(cursor: Cursor): SoslReturning {
    const objectName = cursor.word();
    const none = { select: [], where: null, orderBy: [], limit: null, offset: null };
    return cursor.sees('(')
        ? { objectName, ...cursor.parenthesized(() => parseSpec(cursor)) }
        : { objectName, ...none };
}

function parseSpec(cursor: Cursor): Omit<SoslReturning, 'objectName'> {
    const select = cursor.list(() => parseSelectItem(cursor, parseQuery));
    const where = cursor.accept('WHERE') ? parseCondition(cursor, parseQuery) : null;
    return { select, where, orderBy: parseOrderBy(cursor), ...parseWindow(cursor) };
}

function parseWiths(cursor: Cursor): Pick<SoslQuery, 'mode' | 'otherWith'> {
    const otherWith: string[] = [];
    let mode: SoslQuery['mode'] = null;
    while (cursor.accept('WITH')) {
        if (cursor.accept('USER_MODE')) {
            mode = 'user';
        } else if (cursor.accept('SYSTEM_MODE')) {
            mode = 'system';
        } else {
            otherWith.push(restOfWith(cursor));
        }
    }
    return { mode, otherWith };
}

function restOfWith(cursor: Cursor): string {
    const words = [];
    while (!['WITH', 'LIMIT', '<EOF>'].some((word) => cursor.sees(word))) {
        words.push(cursor.next().text);
    }
    return words.join(' ');
}
