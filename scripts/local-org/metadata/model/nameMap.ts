/** Read-only look-up by name without regard to case, as Salesforce compares API names. */
export class NameMap<T> implements Iterable<T> {
    readonly #byName: ReadonlyMap<string, T>;

    constructor(entries: Iterable<readonly [string, T]>) {
        this.#byName = new Map([...entries].map(([name, value]) => [name.toLowerCase(), value]));
    }

    get(name: string): T | undefined {
        return this.#byName.get(name.toLowerCase());
    }

    has(name: string): boolean {
        return this.#byName.has(name.toLowerCase());
    }

    get size(): number {
        return this.#byName.size;
    }

    [Symbol.iterator](): Iterator<T> {
        return this.#byName.values();
    }
}

/** Makes a NameMap of things that carry their own name. */
export function byFullName<T extends { readonly fullName: string }>(
    items: Iterable<T>
): NameMap<T> {
    return new NameMap([...items].map((item) => [item.fullName, item] as const));
}
