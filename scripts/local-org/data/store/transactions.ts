import type { Savepoint } from '../types.ts';
import type { Connection } from './connection.ts';

/** Nested transactions on SQLite savepoints. */
export class Transactions {
    readonly #connection: Connection;
    readonly #afterRollback: () => void;
    #open: string[] = [];
    #made = 0;

    /** `afterRollback` drops whatever is remembered of tables. */
    constructor(connection: Connection, afterRollback: () => void) {
        this.#connection = connection;
        this.#afterRollback = afterRollback;
    }

    /** How many savepoints are open; 0 outside any transaction. */
    get depth(): number {
        return this.#open.length;
    }

    begin(): Savepoint {
        this.#made += 1;
        const name = `s${this.#made}`;
        this.#connection.execute(`SAVEPOINT ${name}`);
        this.#open.push(name);
        return { name };
    }

    /** Undoes what came after the savepoint, which stays usable; later ones are gone. */
    rollback(savepoint: Savepoint): void {
        this.#require(savepoint);
        this.#connection.execute(`ROLLBACK TO ${savepoint.name}`);
        this.#open = this.#open.slice(0, this.#open.indexOf(savepoint.name) + 1);
        this.#afterRollback();
    }

    /** Keeps what came after the savepoint and forgets it and later ones. */
    release(savepoint: Savepoint): void {
        this.#require(savepoint);
        this.#connection.execute(`RELEASE ${savepoint.name}`);
        this.#open = this.#open.slice(0, this.#open.indexOf(savepoint.name));
    }

    isOpen(savepoint: Savepoint): boolean {
        return this.#open.includes(savepoint.name);
    }

    run<T>(work: () => T): T {
        const savepoint = this.begin();
        try {
            const result = work();
            this.release(savepoint);
            return result;
        } catch (error) {
            this.rollback(savepoint);
            this.release(savepoint);
            throw error;
        }
    }

    #require(savepoint: Savepoint): void {
        if (!this.isOpen(savepoint)) {
            throw new RangeError(`Savepoint ${savepoint.name} is no longer open`);
        }
    }
}
