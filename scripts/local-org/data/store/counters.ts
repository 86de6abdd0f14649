import type { Connection } from './connection.ts';

/** Running numbers for ids and auto-numbers, kept with the data. */
export class Counters {
    readonly #connection: Connection;
    readonly #next = new Map<string, number>();

    constructor(connection: Connection) {
        this.#connection = connection;
        connection.execute(
            'CREATE TABLE IF NOT EXISTS "$counter" (name TEXT PRIMARY KEY, next INTEGER NOT NULL)'
        );
    }

    /** Takes so many numbers in a row; returns the first. Numbers are not given twice. */
    take(name: string, count: number, start = 1): number {
        const first = this.#peek(name, start);
        this.#set(name, first + count);
        return first;
    }

    /** Makes sure that numbers up to this one are not given any more. */
    skip(name: string, used: number): void {
        if (this.#peek(name, 1) <= used) {
            this.#set(name, used + 1);
        }
    }

    #peek(name: string, start: number): number {
        const known = this.#next.get(name);
        if (known !== undefined) {
            return known;
        }
        const row = this.#connection.first('SELECT next FROM "$counter" WHERE name = ?', [name]);
        return row === undefined ? start : Number(row[0]);
    }

    #set(name: string, next: number): void {
        this.#next.set(name, next);
        this.#connection.run('INSERT OR REPLACE INTO "$counter" VALUES (?, ?)', [name, next]);
    }
}
