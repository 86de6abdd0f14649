import type { Access } from '../access/access.ts';
import type { Schema } from '../schema/types.ts';
import type { RecordStore, StoredValues } from '../store/recordStore.ts';

/** What a query asks of a computed object. */
export interface ComputedRequest {
    readonly schema: Schema;
    readonly store: RecordStore;
    readonly access: Access;
    /** The running user. */
    readonly userId: string;
    /** Texts that the query compares the field with by `=` or IN; null where it doesn't. */
    readonly wanted: (fieldName: string) => readonly string[] | null;
}

/** A row of a computed object. */
export interface ComputedRow {
    readonly id: string;
    readonly values: StoredValues;
}

/** Makes the rows of an object that the platform computes for the user who asks. */
export type ComputedObject = (request: ComputedRequest) => readonly ComputedRow[];
