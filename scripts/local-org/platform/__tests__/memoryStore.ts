import { makeId } from '../../data/store/ids.ts';
import type { FieldValues, SetupStore } from '../store/types.ts';

/** Setup records in memory, for tests that need no database. */
export function memoryStore(): SetupStore {
    const tables = new Map<string, Map<string, FieldValues>>();
    let last = 0;
    const table = (type: string): Map<string, FieldValues> => {
        const existing = tables.get(type) ?? new Map<string, FieldValues>();
        tables.set(type, existing);
        return existing;
    };
    const find: SetupStore['find'] = (type, where) =>
        [...table(type)]
            .filter(([, values]) =>
                Object.entries(where).every(([field, wanted]) =>
                    [wanted].flat().includes(values[field] ?? null)
                )
            )
            .map(([id, values]) => ({ id, values }));
    return {
        insert: (type, rows) =>
            rows.map((row) => {
                last += 1;
                const id = String(row['Id'] ?? makeId('0xx', last));
                table(type).set(id, { ...row, Id: id });
                return id;
            }),
        update: (type, id, values) =>
            void table(type).set(id, { ...table(type).get(id), ...values, Id: id }),
        remove: (type, ids) => ids.forEach((id) => table(type).delete(id)),
        find,
        has: (type, where) => find(type, where).length > 0
    };
}
