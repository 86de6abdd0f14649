import { compareKeys, type SortKey } from './sortKeys.ts';
import type { Table } from './table.ts';

/**
 * The rows of a table in ascending order of a key, ties by id. Sorted when they are first asked
 * for; from then on every change moves its own row only.
 */
export class SortedRows<T extends { readonly id: number }> {
    private readonly table: Pick<Table<T, string>, 'values'>;
    private readonly key: (row: T) => SortKey;
    private readonly includes: (row: T) => boolean;
    private rows: T[] | null = null;

    constructor(
        table: Pick<Table<T, string>, 'values' | 'onChange'>,
        key: (row: T) => SortKey,
        includes: (row: T) => boolean = () => true
    ) {
        this.table = table;
        this.key = key;
        this.includes = includes;
        table.onChange((before, after) => this.move(before, after));
    }

    ascending(): readonly T[] {
        this.rows ??= [...this.table.values()]
            .filter(this.includes)
            .sort((a, b) => this.compare(a, b));
        return this.rows;
    }

    private compare(a: T, b: T): number {
        return compareKeys(this.key(a), this.key(b)) || a.id - b.id;
    }

    private move(before: T | null, after: T | null): void {
        if (this.rows === null) {
            return;
        }
        if (before !== null && this.includes(before)) {
            this.rows.splice(this.placeOf(this.rows, before), 1);
        }
        if (after !== null && this.includes(after)) {
            this.rows.splice(this.placeOf(this.rows, after), 0, after);
        }
    }

    private placeOf(rows: readonly T[], row: T): number {
        return firstPlace(rows, (other) => this.compare(other, row) >= 0);
    }
}

/** Where in rows that begin with those it does not hold for a rule begins to hold. */
export function firstPlace<T>(rows: readonly T[], holds: (row: T) => boolean): number {
    let low = 0;
    let high = rows.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (holds(rows[middle] as T)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}
