import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import type { FieldValue } from '../types.ts';
import type { SqlValue } from './connection.ts';

/** Which deletion took a record along, for undelete. */
export const DELETED_BY = '$deletedBy';

/** False for what is computed when read: formulas and compound addresses and locations. */
export function isStored(field: FieldSchema): boolean {
    return field.formula === null && field.type !== 'address' && field.type !== 'location';
}

/** True where deleting moves the record to the recycle bin. */
export function hasRecycleBin(object: ObjectSchema): boolean {
    return object.fields.some((field) => field.name === 'IsDeleted');
}

/** The SQLite type of a field's column. */
export function columnType(field: FieldSchema): 'INTEGER' | 'REAL' | 'TEXT' {
    switch (field.type) {
        case 'boolean':
        case 'integer':
        case 'long':
            return 'INTEGER';
        case 'double':
        case 'currency':
        case 'percent':
            return 'REAL';
        default:
            return 'TEXT';
    }
}

/** A field value as its column holds it. */
export function toSql(value: FieldValue): SqlValue {
    return typeof value === 'boolean' ? Number(value) : value;
}

/** A column's content as a field value. */
export function fromSql(field: FieldSchema, value: SqlValue): FieldValue {
    return field.type === 'boolean' ? value === 1 : value;
}
