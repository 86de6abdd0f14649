/** A compiled clause: a test, and if an index knows them, the only ids that can pass. */
export interface Filter<T> {
    readonly test: (row: T) => boolean;
    readonly candidates?: () => ReadonlySet<number>;
}

/** Clauses on one key are alternatives. */
export function anyOf<T>(filters: readonly Filter<T>[]): Filter<T> {
    const [only] = filters;
    if (only !== undefined && filters.length === 1) {
        return only;
    }
    const test = (row: T) => filters.some((filter) => filter.test(row));
    const sets = filters.map((filter) => filter.candidates);
    return sets.every((set) => set !== undefined)
        ? { test, candidates: () => new Set(sets.flatMap((set) => [...set()])) }
        : { test };
}

export const not = <T>(filter: Filter<T>): Filter<T> => ({ test: (row) => !filter.test(row) });

/** Rows that pass every filter, starting from the smallest set of candidates. */
export function select<T>(
    filters: readonly Filter<T>[],
    all: () => Iterable<T>,
    find: (id: number) => T | null
): T[] {
    const smallest = filters
        .flatMap((filter) => filter.candidates?.() ?? [])
        .sort((a, b) => a.size - b.size)[0];
    const passed: T[] = [];
    for (const row of smallest === undefined ? all() : existing(smallest, find)) {
        if (filters.every((filter) => filter.test(row))) {
            passed.push(row);
        }
    }
    return passed;
}

function* existing<T>(ids: Iterable<number>, find: (id: number) => T | null): Generator<T> {
    for (const id of ids) {
        const row = find(id);
        if (row !== null) {
            yield row;
        }
    }
}
