import type { ObjectSchema } from '../../data/schema/types.ts';
import type { FieldValue } from '../../data/types.ts';

/** A request error as the REST API words it: `[{"errorCode","message"}]`. */
export interface RestError {
    readonly errorCode: string;
    readonly message: string;
    readonly fields?: readonly string[];
}

/** A queried record; parents and child lists nest. `attributes` is the server's to add. */
export interface QueriedRecord {
    readonly type: string;
    readonly values: Readonly<
        Record<string, FieldValue | QueriedRecord | readonly QueriedRecord[]>
    >;
}

export type QueryOutcome =
    { readonly records: readonly QueriedRecord[] } | { readonly error: RestError };

export type DmlOutcome =
    { readonly id: string } | { readonly errors: readonly RestError[]; readonly status: number };

/** An object with what the asking user may do with it. */
export interface ObjectAccess {
    readonly schema: ObjectSchema;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly deletable: boolean;
    /** Canonical names of the fields that the user may read, and of those the user may edit. */
    readonly readableFields: readonly string[];
    readonly editableFields: readonly string[];
}

export interface RecordWrite {
    readonly operation: 'insert' | 'update' | 'delete';
    readonly objectApiName: string;
    /** Null for an insert. */
    readonly recordId: string | null;
    readonly values: Readonly<Record<string, FieldValue>>;
}

/** Everything here is user mode: object and field permissions and sharing hold. */
export interface RecordStore {
    query(userId: string, soql: string): Promise<QueryOutcome>;
    write(userId: string, request: RecordWrite): Promise<DmlOutcome>;
    /** Undefined when the org has no such object or the user may not read it. */
    describeObject(userId: string, objectApiName: string): Promise<ObjectAccess | undefined>;
    /** By the first three characters; undefined when no object has that prefix. */
    objectOfKeyPrefix(prefix: string): Promise<string | undefined>;
}
