import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

export type SqlValue = string | number | null;

/** Statements kept ready; Apex tests repeat few shapes many times. */
const STATEMENTS_KEPT = 1000;

/** An SQLite connection that keeps its prepared statements. Rows come as arrays. */
export class Connection {
    readonly #database: DatabaseSync;
    readonly #statements = new Map<string, StatementSync>();

    /** `file` is a path; null keeps everything in memory. */
    constructor(file: string | null) {
        this.#database = new DatabaseSync(file ?? ':memory:');
        this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
        this.#database.exec('PRAGMA temp_store = MEMORY; PRAGMA case_sensitive_like = OFF;');
    }

    execute(sql: string): void {
        this.#database.exec(sql);
    }

    /** Runs a statement; returns the number of rows it changed. */
    run(sql: string, values: readonly SqlValue[] = []): number {
        return Number(this.#prepared(sql).run(...values).changes);
    }

    all(sql: string, values: readonly SqlValue[] = []): readonly (readonly SqlValue[])[] {
        return this.#prepared(sql).all(...values) as unknown as SqlValue[][];
    }

    first(sql: string, values: readonly SqlValue[] = []): readonly SqlValue[] | undefined {
        return this.all(sql, values)[0];
    }

    /** Makes a function of ours usable in SQL; its result depends on its arguments alone. */
    define(name: string, body: (...values: SqlValue[]) => SqlValue, deterministic = true): void {
        const options = { deterministic, varargs: true };
        this.#database.function(name, options, body as (...values: SQLInputValue[]) => SqlValue);
    }

    close(): void {
        this.#statements.clear();
        this.#database.close();
    }

    #prepared(sql: string): StatementSync {
        const known = this.#statements.get(sql);
        if (known !== undefined) {
            return known;
        }
        const statement = this.#database.prepare(sql);
        statement.setReturnArrays(true);
        this.#forgetOldest();
        this.#statements.set(sql, statement);
        return statement;
    }

    #forgetOldest(): void {
        const oldest = this.#statements.keys().next().value;
        if (this.#statements.size >= STATEMENTS_KEPT && oldest !== undefined) {
            this.#statements.delete(oldest);
        }
    }
}

/** A name as SQL quotes it. */
export function quoted(name: string): string {
    return `"${name.replaceAll('"', '""')}"`;
}
