import { best, type Ranking } from './best.ts';
import { firstPlace } from '../store/sortedRows.ts';
import { atMost, idsOf, type Candidates, type Filter, type Stretch } from './filter.ts';

/** Where a selection takes its rows from. */
export interface Source<T> {
    readonly size: () => number;
    readonly all: () => Iterable<T>;
    readonly find: (id: number) => T | null;
    /** All rows in ascending order of a ranking, if they are kept that way. */
    readonly sorted: (ranking: string) => readonly T[] | null;
}

/**
 * The rows that pass every filter. Nothing is looked at before it is asked for, and no more than
 * the question needs: a count may follow from an index alone, and a page from the end of an order.
 */
export class Selection<T extends { readonly id: number }> {
    private readonly source: Source<T>;
    private readonly filters: readonly Filter<T>[];
    private passed: readonly T[] | null = null;

    constructor(source: Source<T>, filters: readonly Filter<T>[]) {
        this.source = source;
        this.filters = filters;
    }

    get count(): number {
        const [only, ...others] = this.filters;
        if (only === undefined) {
            return this.source.size();
        }
        return (others.length === 0 ? countByIndex(only) : null) ?? this.rows().length;
    }

    /** All of them, in no order. */
    rows(): readonly T[] {
        this.passed ??= this.collect();
        return this.passed;
    }

    /** The first `count` of a ranking. */
    first(count: number, ranking: Ranking<T>): readonly T[] {
        const sorted = this.source.sorted(ranking.name);
        const steps = (this.source.size() * count) / Math.max(this.count, 1);
        return sorted !== null && steps < this.count
            ? this.walk(sorted, count, ranking.isDescending)
            : best(this.rows(), count, ranking);
    }

    private walk(sorted: readonly T[], count: number, isDescending: boolean): T[] {
        const found: T[] = [];
        const step = isDescending ? -1 : 1;
        const start = isDescending ? sorted.length - 1 : 0;
        for (let at = start; at >= 0 && at < sorted.length && found.length < count; at += step) {
            const row = sorted[at] as T;
            if (passes(row, this.filters)) {
                found.push(row);
            }
        }
        return found;
    }

    private collect(): T[] {
        const start = smallest(this.filters);
        const stretch = this.shortestStretch();
        if (start === null || (stretch !== null && stretch.rows.length < atMost(start))) {
            const open = this.filters.filter((filter) => filter !== stretch?.filter);
            return passing(stretch?.rows ?? this.source.all(), open);
        }
        const isExact = ({ candidates }: Filter<T>) => candidates?.isExact === true;
        const exact = this.filters.filter(isExact).flatMap(({ candidates }) => candidates ?? []);
        const others = exact.filter((candidates) => candidates !== start);
        const open = this.filters.filter((filter) => !isExact(filter));
        return passing(this.found(start, others), open);
    }

    private shortestStretch(): { filter: Filter<T>; rows: readonly T[] } | null {
        const known = this.filters.flatMap((filter) => {
            const sorted = filter.stretch ? this.source.sorted(filter.stretch.order) : null;
            return sorted === null || filter.stretch === undefined
                ? []
                : { filter, rows: within(sorted, filter.stretch) };
        });
        return known.sort((a, b) => a.rows.length - b.rows.length)[0] ?? null;
    }

    /** Ids are cheaper to compare than records to fetch. */
    private found(start: Candidates, others: readonly Candidates[]): T[] {
        const rows: T[] = [];
        for (const id of idsOf(start)) {
            const row = others.every(({ sets }) => isIn(sets, id)) ? this.source.find(id) : null;
            if (row !== null) {
                rows.push(row);
            }
        }
        return rows;
    }
}

function isIn(sets: readonly ReadonlySet<number>[], id: number): boolean {
    for (const set of sets) {
        if (set.has(id)) {
            return true;
        }
    }
    return false;
}

function passing<T>(rows: Iterable<T>, filters: readonly Filter<T>[]): T[] {
    const passed: T[] = [];
    for (const row of rows) {
        if (passes(row, filters)) {
            passed.push(row);
        }
    }
    return passed;
}

/** Plain loops here: they may see every record of the account. */
function passes<T>(row: T, filters: readonly Filter<T>[]): boolean {
    for (const filter of filters) {
        if (!filter.test(row)) {
            return false;
        }
    }
    return true;
}

function countByIndex<T>({ candidates }: Filter<T>): number | null {
    const isKnown =
        candidates?.isExact === true && (candidates.areDisjoint || candidates.sets.length === 1);
    return isKnown ? atMost(candidates) : null;
}

function smallest<T>(filters: readonly Filter<T>[]): Candidates | null {
    const known = filters.flatMap(({ candidates }) => candidates ?? []);
    return known.reduce<Candidates | null>(
        (least, other) => (least === null || atMost(other) < atMost(least) ? other : least),
        null
    );
}

function within<T>(sorted: readonly T[], { order, from, before }: Stretch): readonly T[] {
    const place = (stamp: string) =>
        firstPlace(sorted, (row) => String((row as Record<string, unknown>)[order]) >= stamp);
    return sorted.slice(
        from === null ? 0 : place(from),
        before === null ? sorted.length : place(before)
    );
}
