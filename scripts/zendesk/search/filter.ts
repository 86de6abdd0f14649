import type { StampRange } from './dates.ts';

/** What an index knows of a clause: the ids that can pass, in one or more sets. */
export interface Candidates {
    readonly sets: readonly ReadonlySet<number>[];
    /** Every candidate passes. */
    readonly isExact: boolean;
    /** No id is in two of the sets. */
    readonly areDisjoint: boolean;
}

/** A compiled clause: a test, and what an index knows of it. */
export interface Filter<T> {
    readonly test: (row: T) => boolean;
    readonly candidates?: Candidates;
    /** The rows that pass are those of this stretch of a kept order. */
    readonly stretch?: Stretch;
}

export interface Stretch extends StampRange {
    readonly order: string;
}

/** No fewer rows can be told to pass without looking at them. */
export const atMost = ({ sets }: Candidates): number =>
    sets.reduce((sum, set) => sum + set.size, 0);

/** Every candidate once. */
export function idsOf({ sets, areDisjoint }: Candidates): Iterable<number> {
    const [only] = sets;
    if (only !== undefined && sets.length === 1) {
        return only;
    }
    const ids = sets.flatMap((set) => [...set]);
    return areDisjoint ? ids : new Set(ids);
}

/** Clauses on one key are alternatives. */
export function anyOf<T>(filters: readonly Filter<T>[]): Filter<T> {
    const [only] = filters;
    if (only !== undefined && filters.length === 1) {
        return only;
    }
    const test = (row: T) => filters.some((filter) => filter.test(row));
    const known = filters.flatMap(({ candidates }) => candidates ?? []);
    return known.length < filters.length
        ? { test }
        : {
              test,
              candidates: {
                  sets: known.flatMap(({ sets }) => sets),
                  isExact: known.every(({ isExact }) => isExact),
                  areDisjoint: false
              }
          };
}

export const not = <T>(filter: Filter<T>): Filter<T> => ({ test: (row) => !filter.test(row) });
