/** A compiled clause: a test, and if an index knows them, the only ids that can pass. */
export interface Filter<T> {
    readonly test: (row: T) => boolean;
    readonly candidates?: () => ReadonlySet<number>;
    /** Every candidate passes, so that none need be tested. */
    readonly isDecidedByCandidates?: boolean;
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
    const [first] = filters
        .flatMap((filter) => {
            const ids = filter.candidates?.();
            return ids === undefined ? [] : [{ filter, ids }];
        })
        .sort((a, b) => a.ids.size - b.ids.size);
    const tests = filters
        .filter((filter) => filter !== first?.filter || filter.isDecidedByCandidates !== true)
        .map((filter) => filter.test);
    const passed: T[] = [];
    for (const row of first === undefined ? all() : existing(first.ids, find)) {
        if (tests.every((test) => test(row))) {
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
