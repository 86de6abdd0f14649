import { compareKeys, type SortKey } from '../store/sortKeys.ts';

/** An order of records: by a key, ties by id in the same direction. */
export interface Ranking<T> {
    readonly name: string;
    readonly key: (row: T) => SortKey;
    readonly isDescending: boolean;
}

interface Entry<T> {
    readonly key: SortKey;
    readonly row: T;
}

/**
 * The first `count` rows of a ranking, by a heap of that size: sorting everything would cost more
 * than the page is worth. Most rows are turned away by one comparison with the worst one kept.
 */
export function best<T extends { readonly id: number }>(
    rows: readonly T[],
    count: number,
    { key, isDescending }: Ranking<T>
): T[] {
    const sign = isDescending ? -1 : 1;
    const compare = (a: Entry<T>, b: Entry<T>): number =>
        sign * (compareKeys(a.key, b.key) || a.row.id - b.row.id);
    const heap: Entry<T>[] = [];
    // Later rows are mostly newer: from the end, the best of a descending order come first.
    const step = isDescending ? -1 : 1;
    for (let at = isDescending ? rows.length - 1 : 0; at >= 0 && at < rows.length; at += step) {
        const row = rows[at] as T;
        const worst = heap[0];
        const rowKey = key(row);
        if (heap.length < count || worst === undefined) {
            heap.push({ key: rowKey, row });
            rise(heap, compare);
        } else if (sign * (compareKeys(rowKey, worst.key) || row.id - worst.row.id) < 0) {
            heap[0] = { key: rowKey, row };
            sink(heap, compare);
        }
    }
    return heap.sort(compare).map(({ row }) => row);
}

type Compare<E> = (a: E, b: E) => number;

/** The heap keeps its worst entry on top. */
function rise<E>(heap: E[], compare: Compare<E>): void {
    let at = heap.length - 1;
    while (at > 0) {
        const parent = (at - 1) >> 1;
        if (compare(heap[at] as E, heap[parent] as E) <= 0) {
            return;
        }
        swap(heap, at, parent);
        at = parent;
    }
}

function sink<E>(heap: E[], compare: Compare<E>): void {
    let at = 0;
    for (;;) {
        const left = 2 * at + 1;
        let worst = at;
        for (const child of [left, left + 1]) {
            if (child < heap.length && compare(heap[child] as E, heap[worst] as E) > 0) {
                worst = child;
            }
        }
        if (worst === at) {
            return;
        }
        swap(heap, at, worst);
        at = worst;
    }
}

function swap<E>(heap: E[], a: number, b: number): void {
    const kept = heap[a] as E;
    heap[a] = heap[b] as E;
    heap[b] = kept;
}
