import type { RecordStore } from './store/recordStore.ts';
import type { Access } from './access/access.ts';
import type { Schema } from './schema/types.ts';
import type { SoqlQuery, SoslQuery } from './soql/ast.ts';

/**
 * A field value as the database keeps it: ids of 18 characters, dates `YYYY-MM-DD`, date-times
 * `YYYY-MM-DDTHH:MM:SS.mmmZ`, times `HH:MM:SS.mmmZ`, binary as base64.
 */
export type FieldValue = string | number | boolean | null;

/** A record in or out of the database, field names in canonical spelling on the way out. */
export interface Row {
    readonly type: string;
    readonly values: Readonly<Record<string, FieldValue>>;
}

/** A queried record: plain fields, parents by relationship name, children by relationship name. */
export interface ResultRow {
    readonly type: string;
    readonly values: Readonly<Record<string, FieldValue | ResultRow | ResultRows>>;
}

export interface ResultRows {
    readonly rows: readonly ResultRow[];
}

export interface QueryResult {
    readonly rows: readonly ResultRow[];
    /** Rows that count against the governor limit, children included. */
    readonly rowsRead: number;
}

/** Bind values by key: a scalar, or a list for `IN :x`. */
export type Binds = Readonly<Record<string, FieldValue | readonly FieldValue[]>>;

/**
 * Who asks, and under which rules. `user` mode enforces object permissions, field-level security and
 * sharing; `system` mode enforces sharing only when `sharing` is true (a `with sharing` class).
 */
export interface AccessContext {
    readonly userId: string;
    readonly mode: 'user' | 'system';
    readonly sharing: boolean;
}

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';

export interface DmlRequest {
    readonly operation: DmlOperation;
    readonly rows: readonly Row[];
    /** False: rows that fail are reported, the others are kept. */
    readonly allOrNone: boolean;
    /** For upsert; the Id field when absent. */
    readonly externalIdField?: string;
    /** For merge: the records merged into `rows[0]`. */
    readonly mergeIds?: readonly string[];
}

/** A failure as Salesforce reports it; `statusCode` is a name of System.StatusCode. */
export interface DmlError {
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
}

export interface DmlResult {
    readonly id: string | null;
    readonly success: boolean;
    readonly created: boolean;
    readonly errors: readonly DmlError[];
}

export type TriggerEvent =
    | 'before insert'
    | 'before update'
    | 'before delete'
    | 'after insert'
    | 'after update'
    | 'after delete'
    | 'after undelete';

export interface TriggerInvocation {
    readonly objectName: string;
    readonly event: TriggerEvent;
    /** Full rows; null for delete. */
    readonly newRows: readonly Row[] | null;
    /** Full rows; null for insert and undelete. */
    readonly oldRows: readonly Row[] | null;
}

export interface TriggerOutcome {
    /** For before events: the rows with what the triggers changed, in the same order. */
    readonly rows: readonly Row[] | null;
    /** Errors added by `addError`, by position in the invocation. */
    readonly errors: ReadonlyMap<number, readonly DmlError[]>;
}

/** Runs the Apex triggers of an object; an exception thrown from it ends the whole operation. */
export type TriggerRunner = (invocation: TriggerInvocation) => TriggerOutcome;

/** A mark inside a transaction, see `Database.setSavepoint`. */
export interface Savepoint {
    readonly name: string;
}

/** What a transaction had saved: the first setup object and the first other one. */
export interface DmlScope {
    readonly setup: string | null;
    readonly other: string | null;
}

/** Gets the rows of a platform event that was published by an insert. */
export type EventSink = (events: readonly Row[]) => void;

/**
 * The store of an org. Synchronous. A query that can't be answered throws `QueryError`; a DML
 * request that is not `allOrNone: false` throws `DmlFailure` with every row's errors.
 */
export interface Database {
    readonly schema: Schema;
    /** What users may do, from the org's own permission rows. */
    readonly access: Access;
    /** The records as they are kept, below all rules. */
    readonly store: RecordStore;
    query(query: SoqlQuery, binds: Binds, context: AccessContext): QueryResult;
    /** `found` takes the place of what the text finds; conditions and limits still hold. */
    search(
        query: SoslQuery,
        binds: Binds,
        context: AccessContext,
        found?: readonly string[]
    ): readonly QueryResult[];
    dml(request: DmlRequest, context: AccessContext): readonly DmlResult[];
    /**
     * Puts rows in as they are: no triggers, rules or sharing; defaults, names and numbers are
     * filled in. A row whose Id is there already changes that record. Returns the ids in order.
     */
    seed(rows: readonly Row[]): readonly string[];
    /** Removes records for good, without triggers and without touching others. */
    unseed(ids: readonly string[]): void;
    /** Removes records from the recycle bin. */
    emptyRecycleBin(ids: readonly string[]): void;
    setSavepoint(): Savepoint;
    rollback(savepoint: Savepoint): void;
    releaseSavepoint(savepoint: Savepoint): void;
    /** Runs the work in a transaction: kept when it returns, undone when it throws. */
    transaction<T>(work: () => T): T;
    /** Changes fields of records that only the platform sets, with triggers, in system mode. */
    saveFields(
        objectName: string,
        changes: ReadonlyMap<string, Readonly<Record<string, FieldValue>>>,
        userId: string
    ): void;
    /** From here setup DML may mix with what came before, as inside `System.runAs`. */
    beginDmlScope(): DmlScope;
    endDmlScope(before: DmlScope): void;
    /** Goes along with a schema that was updated: new objects and fields can be kept. */
    followSchema(): void;
    setTriggerRunner(runner: TriggerRunner): void;
    setEventSink(sink: EventSink): void;
    close(): void;
}
