/** Where a row stands in an order. Ties are broken by id. */
export type SortKey = string | number | null;

export function compareKeys(a: SortKey, b: SortKey): number {
    if (a === b) {
        return 0;
    }
    if (a === null || b === null) {
        return a === null ? -1 : 1;
    }
    return a < b ? -1 : 1;
}
