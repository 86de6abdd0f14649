import type { OrgState } from './orgState.ts';

/** Values of one kind by name (case ignored), kept in the org state. */
export interface Collection<T> {
    get(name: string): T | undefined;
    list(): readonly T[];
    set(name: string, value: T): void;
    remove(name: string): void;
}

export function collection<T>(state: OrgState, key: string): Collection<T> {
    const all = (): Record<string, T> => (state.read(key) ?? {}) as Record<string, T>;
    return {
        get: (name) => all()[name.toLowerCase()],
        list: () => Object.values(all()),
        set: (name, value) => state.write(key, { ...all(), [name.toLowerCase()]: value }),
        remove(name) {
            const { [name.toLowerCase()]: _removed, ...rest } = all();
            state.write(key, rest);
        }
    };
}
