/** HTTP headers: found in any case, kept as first written. */
export class Headers {
    private readonly entries = new Map<string, { readonly name: string; value: string }>();

    get(name: string | null): string | null {
        return name === null ? null : (this.entries.get(name.toLowerCase())?.value ?? null);
    }

    set(name: string, value: string): void {
        const key = name.toLowerCase();
        const known = this.entries.get(key);
        this.entries.set(key, { name: known?.name ?? name, value });
    }

    names(): string[] {
        return [...this.entries.values()].map((entry) => entry.name);
    }

    list(): (readonly [string, string])[] {
        return [...this.entries.values()].map((entry) => [entry.name, entry.value] as const);
    }
}
