import { field, READ_ONLY } from './field.ts';
import type { FieldSchema } from './types.ts';

const SET_BY_PLATFORM = { ...READ_ONLY, nillable: false } as const;

/** A lookup to User that the platform sets: `CreatedById` and the like. */
export function userField(name: string, label: string, nillable = false): FieldSchema {
    return field(name, 'reference', {
        ...READ_ONLY,
        label,
        nillable,
        referenceTo: ['User'],
        relationshipName: name.slice(0, -2)
    });
}

export const ID_FIELD = field('Id', 'id', { label: 'Record ID', nillable: false });

/** Who made and changed the record, and when. */
export const AUDIT_FIELDS: readonly FieldSchema[] = [
    field('CreatedDate', 'datetime', SET_BY_PLATFORM),
    userField('CreatedById', 'Created By ID'),
    field('LastModifiedDate', 'datetime', SET_BY_PLATFORM),
    userField('LastModifiedById', 'Last Modified By ID'),
    field('SystemModstamp', 'datetime', SET_BY_PLATFORM)
];

export const IS_DELETED = field('IsDeleted', 'boolean', {
    ...READ_ONLY,
    label: 'Deleted',
    defaultValue: false
});

/** When the running user last saw the record: kept by the user interface. */
export const RECENCY_FIELDS: readonly FieldSchema[] = [
    field('LastViewedDate', 'datetime', READ_ONLY),
    field('LastReferencedDate', 'datetime', READ_ONLY)
];

/** Owner of a custom object's records: a user or a queue. */
export const OWNER_FIELD = field('OwnerId', 'reference', {
    label: 'Owner ID',
    nillable: false,
    referenceTo: ['Group', 'User'],
    relationshipName: 'Owner'
});

export const RECORD_TYPE_FIELD = field('RecordTypeId', 'reference', {
    label: 'Record Type ID',
    referenceTo: ['RecordType'],
    relationshipName: 'RecordType'
});
