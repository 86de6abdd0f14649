import { DmlFailure, QueryError } from '../errors.ts';
import { createDatabase } from '../database.ts';
import { createSchema } from '../schema/schema.ts';
import type { ObjectMetadata } from '../schema/metadata.ts';
import { parseSoql } from '../soql/parse.ts';
import type {
    AccessContext,
    Binds,
    Database,
    DmlOperation,
    DmlResult,
    FieldValue,
    ResultRow,
    Row
} from '../types.ts';

type Values = Readonly<Record<string, FieldValue>>;

/** A small org for tests: one user, a fixed clock, and short ways to query and save. */
export interface TestOrg {
    readonly database: Database;
    readonly userId: string;
    readonly context: AccessContext;
    readonly clock: { now: () => number; set: (iso: string) => void };
    query(text: string, binds?: Binds, context?: AccessContext): readonly ResultRow[];
    /** The values of one field (or path) of each row. */
    column(text: string, path: string, binds?: Binds): readonly unknown[];
    save(
        operation: DmlOperation,
        type: string,
        rows: readonly Values[],
        context?: AccessContext
    ): readonly DmlResult[];
    insert(type: string, ...rows: readonly Values[]): readonly string[];
    tryInsert(type: string, ...rows: readonly Values[]): readonly DmlResult[];
    /** The status code and message that a save fails with, as `CODE, message: [fields]`. */
    failure(work: () => unknown): string;
}

/** Opens a test org whose clock stands at noon UTC on Sunday 15 March 2026. */
export function openTestOrg(metadata: readonly ObjectMetadata[] = []): TestOrg {
    let now = Date.parse('2026-03-15T12:00:00Z');
    const clock = { now: () => now, set: (iso: string) => void (now = Date.parse(iso)) };
    const database = createDatabase({ schema: createSchema({ metadata }), clock });
    const [userId = ''] = database.seed([{ type: 'User', values: testUser('Ada', {}) }]);
    const context: AccessContext = { userId, mode: 'system', sharing: false };
    const save: TestOrg['save'] = (operation, type, rows, as = context) =>
        database.dml({ operation, rows: rowsOf(type, rows), allOrNone: true }, as);
    const query: TestOrg['query'] = (text, binds = {}, as = context) =>
        database.query(parseSoql(text), binds, as).rows;
    return {
        database,
        userId,
        context,
        clock,
        query,
        save,
        column: (text, path, binds = {}) => query(text, binds).map((row) => valueAt(row, path)),
        insert: (type, ...rows) => save('insert', type, rows).map((result) => result.id ?? ''),
        tryInsert: (type, ...rows) =>
            database.dml(
                { operation: 'insert', rows: rowsOf(type, rows), allOrNone: false },
                context
            ),
        failure
    };
}

/** The required fields of a user. */
export function testUser(lastName: string, values: Values): Values {
    return {
        LastName: lastName,
        Username: `${lastName.toLowerCase()}@example.org`,
        Email: `${lastName.toLowerCase()}@example.org`,
        Alias: lastName.toLowerCase().slice(0, 8),
        TimeZoneSidKey: 'GMT',
        LocaleSidKey: 'en_US',
        EmailEncodingKey: 'UTF-8',
        LanguageLocaleKey: 'en_US',
        ...values
    };
}

function rowsOf(type: string, rows: readonly Values[]): readonly Row[] {
    return rows.map((values) => ({ type, values }));
}

function valueAt(row: ResultRow, path: string): unknown {
    return path.split('.').reduce<unknown>((value, name) => {
        const values = (value as ResultRow | null)?.values;
        return values?.[name] ?? null;
    }, row);
}

function failure(work: () => unknown): string {
    try {
        work();
    } catch (error) {
        return describe(error);
    }
    return 'no failure';
}

function describe(error: unknown): string {
    if (error instanceof DmlFailure) {
        const [first] = error.failures[0]?.errors ?? [];
        return `${first?.statusCode}, ${first?.message}: [${first?.fields.join(', ')}]`;
    }
    if (error instanceof QueryError) {
        return error.message;
    }
    throw error;
}
