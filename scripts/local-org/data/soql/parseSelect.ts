import type { FieldGroupItem, SelectItem, TypeofItem } from './ast.ts';
import type { Cursor } from './cursor.ts';
import type { QueryReader } from './parseCondition.ts';
import { parseOperand } from './parseOperand.ts';

/** One entry between SELECT and FROM. */
export function parseSelectItem(cursor: Cursor, query: QueryReader): SelectItem {
    if (cursor.sees('(')) {
        const child = cursor.parenthesized(() => query(cursor));
        return { kind: 'subquery', query: child, alias: alias(cursor) };
    }
    if (cursor.sees('TYPEOF')) {
        return parseTypeof(cursor);
    }
    if (cursor.sees('FIELDS', '(')) {
        return parseFieldGroup(cursor);
    }
    if (cursor.sees('FROM')) {
        throw cursor.unexpected();
    }
    return { kind: 'operand', operand: parseOperand(cursor), alias: alias(cursor) };
}

function alias(cursor: Cursor): string | null {
    const isAlias = cursor.peek().kind === 'word' && !cursor.sees('FROM');
    return isAlias && !inSearch(cursor) ? cursor.next().text : null;
}

/** In RETURNING of SOSL the field list ends at one of these instead of FROM. */
function inSearch(cursor: Cursor): boolean {
    return ['WHERE', 'ORDER', 'LIMIT', 'OFFSET', 'USING'].some((word) => cursor.sees(word));
}

function parseTypeof(cursor: Cursor): TypeofItem {
    cursor.expect('TYPEOF');
    const path = cursor.path();
    const branches = [];
    while (cursor.accept('WHEN')) {
        const objectName = cursor.word();
        cursor.expect('THEN');
        branches.push({ objectName, fields: cursor.list(() => cursor.path()) });
    }
    const otherwise = cursor.accept('ELSE') ? cursor.list(() => cursor.path()) : [];
    cursor.expect('END');
    return { kind: 'typeof', path, branches, otherwise };
}

function parseFieldGroup(cursor: Cursor): FieldGroupItem {
    cursor.expect('FIELDS');
    const group = cursor.parenthesized(() => cursor.word().toUpperCase());
    if (group !== 'ALL' && group !== 'CUSTOM' && group !== 'STANDARD') {
        throw cursor.unexpected();
    }
    return { kind: 'fieldGroup', group };
}
