/** What an index files a row under; several keys and none are allowed. */
export type KeysOf<T> = (row: T) => readonly (string | number)[];

type Key = string | number;

/** Told of every change: the row before (null when new) and after (null when gone). */
export type Listener<T> = (before: T | null, after: T | null) => void;

class Index<T extends { readonly id: Id }, Id extends Key> {
    private readonly keysOf: KeysOf<T>;
    private readonly buckets = new Map<Key, Set<Id>>();

    constructor(keysOf: KeysOf<T>) {
        this.keysOf = keysOf;
    }

    add(row: T): void {
        for (const key of this.keysOf(row)) {
            const bucket = this.buckets.get(key);
            if (bucket === undefined) {
                this.buckets.set(key, new Set([row.id]));
            } else {
                bucket.add(row.id);
            }
        }
    }

    remove(row: T): void {
        for (const key of this.keysOf(row)) {
            const bucket = this.buckets.get(key);
            bucket?.delete(row.id);
            if (bucket?.size === 0) {
                this.buckets.delete(key);
            }
        }
    }

    get(key: Key): ReadonlySet<Id> | undefined {
        return this.buckets.get(key);
    }

    keys(): IterableIterator<Key> {
        return this.buckets.keys();
    }
}

/**
 * Rows by id with indexes. A row is never changed in place: an update puts a new object, so that
 * whoever holds the old one (the search index, a job) still sees what it saw.
 */
export class Table<
    T extends { readonly id: Id },
    I extends string = never,
    Id extends Key = number
> {
    private readonly rows = new Map<Id, T>();
    private readonly indexes: ReadonlyMap<I, Index<T, Id>>;
    private readonly listeners: Listener<T>[] = [];
    private changes = 0;

    constructor(indexes: Readonly<Record<I, KeysOf<T>>>) {
        const entries = Object.entries(indexes) as [I, KeysOf<T>][];
        this.indexes = new Map(entries.map(([name, keysOf]) => [name, new Index<T, Id>(keysOf)]));
    }

    get size(): number {
        return this.rows.size;
    }

    /** Rises with every change; whoever caches an order compares it. */
    get version(): number {
        return this.changes;
    }

    find(id: Id | null | undefined): T | null {
        return id === null || id === undefined ? null : (this.rows.get(id) ?? null);
    }

    all(): T[] {
        return [...this.rows.values()];
    }

    values(): IterableIterator<T> {
        return this.rows.values();
    }

    ids(index: I, key: Key): ReadonlySet<Id> {
        return this.index(index).get(key) ?? new Set<Id>();
    }

    by(index: I, key: Key | null): T[] {
        return key === null
            ? []
            : [...this.ids(index, key)].flatMap((id) => this.rows.get(id) ?? []);
    }

    firstBy(index: I, key: Key): T | null {
        for (const id of this.ids(index, key)) {
            return this.find(id);
        }
        return null;
    }

    keys(index: I): Key[] {
        return [...this.index(index).keys()];
    }

    put(row: T): T {
        const old = this.rows.get(row.id);
        for (const index of this.indexes.values()) {
            if (old !== undefined) {
                index.remove(old);
            }
            index.add(row);
        }
        this.rows.set(row.id, row);
        this.changed(old ?? null, row);
        return row;
    }

    /** Puts the row with some values changed. @returns the new row */
    patch(row: T, values: Partial<T>): T {
        return this.put({ ...row, ...values });
    }

    onChange(listener: Listener<T>): void {
        this.listeners.push(listener);
    }

    remove(id: Id): T | null {
        const old = this.find(id);
        if (old !== null) {
            this.indexes.forEach((index) => index.remove(old));
            this.rows.delete(id);
            this.changed(old, null);
        }
        return old;
    }

    private changed(before: T | null, after: T | null): void {
        this.changes += 1;
        this.listeners.forEach((listener) => listener(before, after));
    }

    private index(name: I): Index<T, Id> {
        const index = this.indexes.get(name);
        if (index === undefined) {
            throw new Error(`The table has no index "${name}"`);
        }
        return index;
    }
}
