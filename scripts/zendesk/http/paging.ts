import type { Context } from './exchange.ts';
import { ApiError } from './errors.ts';
import { invalidAttribute } from './parameters.ts';
import { compareKeys, type SortKey } from '../store/sortKeys.ts';
import type { Json, JsonObject } from './json.ts';

export interface Order<T> {
    /** The order's name inside a cursor. */
    readonly name: string;
    readonly key: (row: T) => SortKey;
    readonly isDescending: boolean;
}

export interface Page<T> {
    readonly rows: readonly T[];
    /** `count`, `next_page`, `previous_page`; or `meta` and `links`. */
    readonly envelope: JsonObject;
}

/** What a list can do. Each list names the modes Zendesk has there. */
export interface PagingModes {
    readonly cursor: boolean;
    readonly offset: boolean;
    readonly limit?: number;
    readonly defaultSize?: number;
}

export const BOTH: PagingModes = { cursor: true, offset: true };
export const CURSOR_ONLY: PagingModes = { cursor: true, offset: false };
export const OFFSET_ONLY: PagingModes = { cursor: false, offset: true };

const MAX_OFFSET_RECORDS = 10_000;

export const isCursorRequest = (context: Context): boolean =>
    ['page[size]', 'page[after]', 'page[before]'].some((name) => context.query.has(name));

/** Sorts a copy; ties by id in the same direction, so that a cursor has one meaning. */
export function inOrder<T extends { readonly id: number | string }>(
    rows: Iterable<T>,
    order: Order<T>
): T[] {
    const sign = order.isDescending ? -1 : 1;
    return [...rows].sort(
        (a, b) => sign * (compareKeys(order.key(a), order.key(b)) || compareKeys(a.id, b.id))
    );
}

/**
 * The page that was asked for, of rows already in `order`.
 * @throws ApiError 400 for a bad size, cursor or page, and past 10,000 records by offset
 */
export function paginate<T extends { readonly id: number | string }>(
    context: Context,
    rows: readonly T[],
    order: Order<T>,
    modes: PagingModes = BOTH
): Page<T> {
    if (isCursorRequest(context) && !modes.cursor) {
        throw invalidAttribute(context, 'page', 'must be an integer');
    }
    return (isCursorRequest(context) && modes.cursor) || !modes.offset
        ? cursorPage(context, rows, order, modes)
        : offsetPage(context, rows, modes);
}

/** All rows in one answer, with the offset envelope, as short configuration lists come. */
export function wholeList<T>(rows: readonly T[]): Page<T> {
    return { rows, envelope: { next_page: null, previous_page: null, count: rows.length } };
}

function offsetPage<T>(context: Context, rows: readonly T[], modes: PagingModes): Page<T> {
    const limit = modes.limit ?? 100;
    const size = Math.min(positive(context, 'per_page') ?? modes.defaultSize ?? limit, limit);
    const page = positive(context, 'page') ?? 1;
    if (page > 100 && page * size > MAX_OFFSET_RECORDS) {
        throw ApiError.listed(
            400,
            'InvalidPaginationDepth',
            'Using offset pagination beyond page 100 is not supported. Use cursor pagination instead.'
        );
    }
    const end = page * size;
    const link = (to: number) => pageLink(context, [['page', String(to)], ...perPage(context)]);
    return {
        rows: rows.slice(end - size, end),
        envelope: {
            next_page: end < rows.length ? link(page + 1) : null,
            previous_page: page > 1 ? link(page - 1) : null,
            count: rows.length
        }
    };
}

const perPage = (context: Context): [string, string][] => {
    const size = context.query.text('per_page');
    return size === null ? [] : [['per_page', size]];
};

function cursorPage<T extends { readonly id: number | string }>(
    context: Context,
    rows: readonly T[],
    order: Order<T>,
    modes: PagingModes
): Page<T> {
    const size = cursorSize(context, modes);
    const { start, end } = window(context, rows, order, size);
    const page = rows.slice(start, end);
    const first = page[0];
    const last = page.at(-1);
    const after = last === undefined ? null : encodeCursor(order, last);
    const before = first === undefined ? null : encodeCursor(order, first);
    const link = (name: string, cursor: string | null) =>
        cursor &&
        pageLink(context, [
            [name, cursor],
            ['page[size]', String(size)]
        ]);
    const hasMore = context.query.has('page[before]') ? start > 0 : end < rows.length;
    return {
        rows: page,
        envelope: {
            meta: { has_more: hasMore, after_cursor: after, before_cursor: before },
            links: { prev: link('page[before]', before), next: link('page[after]', after) }
        }
    };
}

function window<T extends { readonly id: number | string }>(
    context: Context,
    rows: readonly T[],
    order: Order<T>,
    size: number
): { start: number; end: number } {
    const after = context.query.text('page[after]');
    if (after !== null && after !== '') {
        const start = boundary(rows, order, decodeCursor(order, after, 'page[after]'), 'after');
        return { start, end: Math.min(start + size, rows.length) };
    }
    const before = context.query.text('page[before]');
    if (before !== null && before !== '') {
        const end = boundary(rows, order, decodeCursor(order, before, 'page[before]'), 'before');
        return { start: Math.max(end - size, 0), end };
    }
    return { start: 0, end: Math.min(size, rows.length) };
}

interface Position {
    readonly key: SortKey;
    readonly id: number | string;
}

/** Binary search: the first row past `position`, or the first row at or past it. */
function boundary<T extends { readonly id: number | string }>(
    rows: readonly T[],
    order: Order<T>,
    position: Position,
    side: 'after' | 'before'
): number {
    const sign = order.isDescending ? -1 : 1;
    let low = 0;
    let high = rows.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        const row = rows[middle] as T;
        const place =
            sign * (compareKeys(order.key(row), position.key) || compareKeys(row.id, position.id));
        if (place < 0 || (place === 0 && side === 'after')) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const cursorName = <T>(order: Order<T>) => `${order.isDescending ? '-' : ''}${order.name}`;

function encodeCursor<T extends { readonly id: number | string }>(order: Order<T>, row: T): string {
    const value = Buffer.from(JSON.stringify([order.key(row), row.id])).toString('base64');
    return Buffer.from(JSON.stringify({ o: cursorName(order), v: value })).toString('base64');
}

function decodeCursor<T>(order: Order<T>, cursor: string, name: string): Position {
    try {
        const { o, v } = JSON.parse(Buffer.from(cursor, 'base64').toString()) as JsonObject;
        const [key, id] = JSON.parse(Buffer.from(String(v), 'base64').toString()) as Json[];
        if (o === cursorName(order) && id !== undefined) {
            return { key: (key ?? null) as SortKey, id: id as number | string };
        }
    } catch {
        // Falls through: an unreadable cursor and one of another order are the same mistake.
    }
    throw ApiError.invalidPage(`${name} is not valid`);
}

function cursorSize(context: Context, modes: PagingModes): number {
    const raw = context.query.text('page[size]');
    const limit = modes.limit ?? 100;
    if (raw === null || raw === '') {
        return modes.defaultSize ?? limit;
    }
    if (!/^\d+$/.test(raw) || Number(raw) < 1 || Number(raw) > limit) {
        throw ApiError.invalidPage('page[size] is not valid');
    }
    return Number(raw);
}

function positive(context: Context, name: 'page' | 'per_page'): number | null {
    const raw = context.query.text(name);
    if (raw === null || raw === '') {
        return null;
    }
    if (!/^-?\d+$/.test(raw)) {
        throw invalidAttribute(context, name, 'must be an integer');
    }
    if (Number(raw) < 1) {
        throw ApiError.invalidPage(`${name} must be greater than 0`);
    }
    return Number(raw);
}

/** The address of another page of the same list. */
export function pageLink(context: Context, paging: readonly [string, string][]): string {
    const parameters = new URLSearchParams([...context.query.others(), ...paging]);
    return `${context.url.origin}${context.url.pathname}?${parameters.toString()}`;
}
