/** A map whose keys ignore case, as names do in Salesforce. */
export class NameMap<V> {
    readonly #values = new Map<string, V>();

    constructor(entries: Iterable<readonly [string, V]> = []) {
        for (const [name, value] of entries) {
            this.set(name, value);
        }
    }

    get(name: string): V | undefined {
        return this.#values.get(name.toLowerCase());
    }

    has(name: string): boolean {
        return this.#values.has(name.toLowerCase());
    }

    set(name: string, value: V): void {
        this.#values.set(name.toLowerCase(), value);
    }

    delete(name: string): void {
        this.#values.delete(name.toLowerCase());
    }

    values(): IterableIterator<V> {
        return this.#values.values();
    }

    /** The value of a name, made and kept on first use. */
    getOrAdd(name: string, make: () => V): V {
        const known = this.get(name);
        if (known !== undefined) {
            return known;
        }
        const value = make();
        this.set(name, value);
        return value;
    }
}
