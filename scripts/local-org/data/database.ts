import { Access } from './access/access.ts';
import { fillComputed } from './computed/fill.ts';
import { DmlEngine } from './dml/engine.ts';
import { toStamp, type DmlServices, type Save } from './dml/work.ts';
import { defineFormulaFunction, formulaColumns } from './formula/column.ts';
import { globalsOf, type LabelText } from './globals.ts';
import type { Globals } from './formula/paths.ts';
import type { Schema } from './schema/types.ts';
import { seedRecordTypes } from './recordTypes.ts';
import { seedRows } from './seed.ts';
import type { SoqlQuery, SoslQuery } from './soql/ast.ts';
import { runQuery, type QueryInput } from './soql/engine.ts';
import { fullRows } from './soql/run/fullRows.ts';
import { runSearch } from './soql/run/search.ts';
import { defineSqlFunctions } from './soql/sqlFunctions.ts';
import { Connection } from './store/connection.ts';
import { makeId } from './store/ids.ts';
import { RecordStore } from './store/recordStore.ts';
import { Transactions } from './store/transactions.ts';
import { localDate } from './time/zone.ts';
import type {
    AccessContext,
    Binds,
    Database,
    DmlRequest,
    DmlResult,
    DmlScope,
    EventSink,
    FieldValue,
    QueryResult,
    Row,
    Savepoint,
    TriggerRunner
} from './types.ts';
import { fiscalYearStart, queryUser } from './users.ts';

/** How to open an org's database. */
export interface DatabaseOptions {
    readonly schema: Schema;
    readonly clock: {
        /** Epoch milliseconds. */
        now(): number;
    };
    /** Path of the file that keeps the data; in memory without it. */
    readonly file?: string;
    /** Creates and owns seeded rows that don't say otherwise. */
    readonly systemUserId?: string;
    /** Texts of custom labels, for formulas. */
    readonly label?: LabelText;
}

/** Opens an org's database. */
export function createDatabase(options: DatabaseOptions): Database {
    return new OrgDatabase(options);
}

const NO_TRIGGERS: TriggerRunner = () => ({ rows: null, errors: new Map() });

class OrgDatabase implements Database {
    readonly schema: Schema;
    readonly access: Access;
    readonly #clock: DatabaseOptions['clock'];
    readonly #connection: Connection;
    readonly store: RecordStore;
    readonly #transactions: Transactions;
    readonly #globals: Globals;
    readonly #dml: DmlEngine;
    readonly #systemUserId: string;
    #runTriggers = NO_TRIGGERS;
    #publish: EventSink = () => undefined;

    constructor(options: DatabaseOptions) {
        this.schema = options.schema;
        this.#clock = options.clock;
        this.#systemUserId = options.systemUserId ?? makeId('005', 0);
        this.#connection = new Connection(options.file ?? null);
        defineSqlFunctions(this.#connection, this.schema);
        defineFormulaFunction(this.#connection, this.schema);
        this.store = new RecordStore(this.#connection, this.schema);
        this.access = new Access(this.store, () => this.#clock.now());
        this.#globals = globalsOf(this.store, this.access, options.label ?? (() => null));
        this.#transactions = new Transactions(this.#connection, () => this.#forget());
        this.#dml = new DmlEngine(this.#services(), this.#transactions);
        seedRecordTypes(this.schema, this.store, this.#save());
    }

    query(query: SoqlQuery, binds: Binds, context: AccessContext): QueryResult {
        fillComputed(query, binds, context.userId, this.store, this.access);
        return runQuery(this.#connection, query, this.#queryInput(binds, context));
    }

    search(
        query: SoslQuery,
        binds: Binds,
        context: AccessContext,
        found?: readonly string[]
    ): readonly QueryResult[] {
        const input = { ...this.#queryInput(binds, context), mode: query.mode };
        return runSearch(this.#connection, input, query, found);
    }

    dml(request: DmlRequest, context: AccessContext): readonly DmlResult[] {
        this.#resetMixedDml();
        return this.#dml.execute(request, context);
    }

    seed(rows: readonly Row[]): readonly string[] {
        const ids = this.transaction(() => seedRows(rows, this.#save()));
        this.access.refresh();
        return ids;
    }

    unseed(ids: readonly string[]): void {
        for (const [object, group] of Map.groupBy(ids, (id) => this.schema.objectOfId(id))) {
            if (object !== undefined) {
                this.store.remove(object.name, group);
            }
        }
        this.access.refresh();
    }

    emptyRecycleBin(ids: readonly string[]): void {
        for (const [object, group] of Map.groupBy(ids, (id) => this.schema.objectOfId(id))) {
            const stored = object && this.store.read(object.name, group);
            const deleted = group.filter((id) => stored?.get(id)?.['IsDeleted'] === true);
            if (object !== undefined) {
                this.store.remove(object.name, deleted);
            }
        }
    }

    setSavepoint(): Savepoint {
        return this.#transactions.begin();
    }

    rollback(savepoint: Savepoint): void {
        this.#transactions.rollback(savepoint);
    }

    releaseSavepoint(savepoint: Savepoint): void {
        this.#transactions.release(savepoint);
    }

    transaction<T>(work: () => T): T {
        this.#resetMixedDml();
        return this.#transactions.run(work);
    }

    saveFields(
        objectName: string,
        changes: ReadonlyMap<string, Readonly<Record<string, FieldValue>>>,
        userId: string
    ): void {
        const object = this.schema.object(objectName);
        if (object === undefined) {
            throw new RangeError(`The schema has no object ${objectName}`);
        }
        this.transaction(() => this.#dml.saveFields(object, changes, userId));
    }

    beginDmlScope(): DmlScope {
        return this.#dml.mixed.begin();
    }

    endDmlScope(before: DmlScope): void {
        this.#dml.mixed.end(before);
    }

    followSchema(): void {
        this.#forget();
        seedRecordTypes(this.schema, this.store, this.#save());
    }

    setTriggerRunner(runner: TriggerRunner): void {
        this.#runTriggers = runner;
    }

    setEventSink(sink: EventSink): void {
        this.#publish = sink;
    }

    close(): void {
        this.#connection.close();
    }

    /** What was saved before matters within a transaction only. */
    #resetMixedDml(): void {
        if (this.#transactions.depth === 0) {
            this.#dml.mixed.reset();
        }
    }

    /** After a rollback nothing that was worked out from data may be trusted. */
    #forget(): void {
        this.store.tables.forget();
        this.access.refresh();
    }

    #services(): DmlServices {
        return {
            schema: this.schema,
            store: this.store,
            access: this.access,
            globals: this.#globals,
            now: () => this.#clock.now(),
            runTriggers: (invocation) => this.#runTriggers(invocation),
            publish: (events) => this.#publish(events),
            fullRows: (objectName, ids) =>
                fullRows(this.store, this.#systemInput(), objectName, ids),
            saveFields: (object, changes) =>
                this.#dml.saveFields(object, changes, this.#systemUserId),
            timeZone: (userId) => queryUser(this.store, userId).timeZone
        };
    }

    #save(): Save {
        const context = { userId: this.#systemUserId, mode: 'system', sharing: false } as const;
        return { ...this.#services(), context, stamp: toStamp(this.#clock.now()) };
    }

    #systemInput(): QueryInput & { readonly mode: null } {
        const context = { userId: this.#systemUserId, mode: 'system', sharing: false } as const;
        return { ...this.#queryInput({}, context), mode: null };
    }

    #queryInput(binds: Binds, context: AccessContext): QueryInput {
        const now = this.#clock.now();
        const user = queryUser(this.store, context.userId);
        return {
            schema: this.schema,
            tables: this.store.tables,
            rules: {
                rowsSql: (object, alias, userId, access) =>
                    this.access.rowsSql(object, alias, userId, access),
                can: (userId, object, action) => this.access.objectGrant(userId, object)[action],
                canReadField: (userId, object, field) =>
                    this.access.fieldGrant(userId, object, field).read
            },
            formulaSql: formulaColumns(this.schema, this.#globals),
            user,
            calendar: {
                today: localDate(now, user.timeZone),
                fiscalYearStartMonth: fiscalYearStart(this.store)
            },
            now,
            context,
            binds
        };
    }
}
