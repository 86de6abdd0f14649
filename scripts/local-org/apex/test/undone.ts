import type { Database } from '../../data/types.ts';

/** Does the work in a transaction that is undone afterwards, and gives its value. */
export function undone<T>(database: Pick<Database, 'transaction'>, work: () => T): T {
    const undo = new Undo();
    let value: { readonly of: T } | undefined;
    try {
        database.transaction(() => {
            value = { of: work() };
            throw undo;
        });
    } catch (error) {
        if (error !== undo || !value) {
            throw error;
        }
    }
    return (value as { readonly of: T }).of;
}

class Undo extends Error {
    override readonly name = 'Undo';
}
