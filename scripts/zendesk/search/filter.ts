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
    const known = filters
        .flatMap((filter) => {
            const ids = filter.candidates?.();
            return ids === undefined ? [] : [{ filter, ids }];
        })
        .sort((a, b) => a.ids.size - b.ids.size);
    const decided = known.filter(({ filter }) => filter.isDecidedByCandidates === true);
    const isOpen = (filter: Filter<T>) => !decided.some((entry) => entry.filter === filter);
    const tests = filters.filter(isOpen).map((filter) => filter.test);
    const [smallest] = known;
    const sets = decided.map(({ ids }) => ids).filter((ids) => ids !== smallest?.ids);
    const rows = smallest === undefined ? all() : found(smallest.ids, sets, find);
    return passing(rows, tests);
}

/** Loops and no closures here: these two see every record of the account. */
function passing<T>(rows: Iterable<T>, tests: readonly ((row: T) => boolean)[]): T[] {
    const passed: T[] = [];
    next: for (const row of rows) {
        for (const test of tests) {
            if (!test(row)) {
                continue next;
            }
        }
        passed.push(row);
    }
    return passed;
}

/** The records of ids that are in all sets; ids are cheaper to compare than records to fetch. */
function found<T>(
    ids: Iterable<number>,
    sets: readonly ReadonlySet<number>[],
    find: (id: number) => T | null
): T[] {
    const rows: T[] = [];
    next: for (const id of ids) {
        for (const set of sets) {
            if (!set.has(id)) {
                continue next;
            }
        }
        const row = find(id);
        if (row !== null) {
            rows.push(row);
        }
    }
    return rows;
}
