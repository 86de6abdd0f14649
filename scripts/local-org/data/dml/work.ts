import type { Access } from '../access/access.ts';
import type { Globals } from '../formula/paths.ts';
import type { ObjectSchema, Schema } from '../schema/types.ts';
import type { RecordStore, StoredValues } from '../store/recordStore.ts';
import type { AccessContext, DmlError, FieldValue, Row, TriggerRunner } from '../types.ts';

/** A row on its way through a save. Steps change its values and collect its errors. */
export interface WorkRow {
    /** Position in the request. */
    readonly index: number;
    readonly object: ObjectSchema;
    id: string | null;
    /** What is to be stored: all values of a new record, the changed ones of an existing one. */
    values: Record<string, FieldValue>;
    /** The record as it is stored; null for a new one. */
    old: StoredValues | null;
    readonly errors: DmlError[];
}

/** What saving depends on. */
export interface DmlServices {
    readonly schema: Schema;
    readonly store: RecordStore;
    readonly access: Access;
    readonly globals: Globals;
    readonly runTriggers: TriggerRunner;
    readonly now: () => number;
    /** Full rows, formulas included, deleted ones too, in the order of the ids. */
    readonly fullRows: (objectName: string, ids: readonly string[]) => readonly Row[];
    /** Gets the published rows of a platform event. */
    readonly publish: (rows: readonly Row[]) => void;
    /** Changes fields that only the platform sets, in system mode, triggers and all. */
    readonly saveFields: (
        object: ObjectSchema,
        changes: ReadonlyMap<string, Readonly<Record<string, FieldValue>>>
    ) => void;
    readonly timeZone: (userId: string) => string;
}

/** One call of a DML statement. */
export interface Save extends DmlServices {
    readonly context: AccessContext;
    /** The moment of the call, as stored. */
    readonly stamp: string;
}

/** Rows that nothing is wrong with yet. */
export function sound(rows: readonly WorkRow[]): readonly WorkRow[] {
    return rows.filter((row) => row.errors.length === 0);
}

/** The row's value after the save: changed, else stored. */
export function valueOf(row: WorkRow, fieldName: string): FieldValue {
    return (
        row.values[fieldName] ?? (fieldName in row.values ? null : (row.old?.[fieldName] ?? null))
    );
}

/** True when the save gives the field another value than it has. */
export function isChanged(row: WorkRow, fieldName: string): boolean {
    if (!(fieldName in row.values)) {
        return false;
    }
    return (row.values[fieldName] ?? null) !== (row.old?.[fieldName] ?? null);
}

/** Platform time: date-times are kept to the second. */
export function toStamp(epoch: number): string {
    return new Date(Math.floor(epoch / 1000) * 1000).toISOString();
}
