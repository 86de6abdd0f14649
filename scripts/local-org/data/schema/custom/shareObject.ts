import { field, READ_ONLY } from '../field.ts';
import { ID_FIELD, IS_DELETED, userField } from '../systemFields.ts';
import { picklistValues } from '../field.ts';
import type { ObjectSchema } from '../types.ts';

/** The name of the object that holds the shares of a custom object's records. */
export function shareName(objectName: string): string {
    return objectName.replace(/__c$/i, '__Share');
}

/** The object that holds the manual and Apex shares of a custom object's records. */
export function shareObject(parent: ObjectSchema, keyPrefix: string): ObjectSchema {
    return {
        name: shareName(parent.name),
        label: `Share: ${parent.label}`,
        labelPlural: `Share: ${parent.label}`,
        kind: 'standard',
        keyPrefix,
        sharingModel: 'ReadWrite',
        fields: shareFields(parent),
        childRelationships: [],
        validationRules: [],
        fieldSets: [],
        recordTypes: [],
        queryable: true,
        createable: true,
        updateable: true,
        deletable: true
    };
}

function shareFields(parent: ObjectSchema): ObjectSchema['fields'] {
    return [
        ID_FIELD,
        field('ParentId', 'reference', {
            nillable: false,
            updateable: false,
            referenceTo: [parent.name],
            relationshipName: 'Parent',
            childRelationshipName: 'Shares',
            cascadeDelete: true
        }),
        field('AccessLevel', 'picklist', {
            nillable: false,
            restrictedPicklist: true,
            picklistValues: picklistValues(['Read', 'Edit', 'All'])
        }),
        field('UserOrGroupId', 'reference', {
            nillable: false,
            updateable: false,
            referenceTo: ['Group', 'User'],
            relationshipName: 'UserOrGroup'
        }),
        field('RowCause', 'picklist', { updateable: false, defaultValue: 'Manual' }),
        field('LastModifiedDate', 'datetime', READ_ONLY),
        userField('LastModifiedById', 'Last Modified By ID'),
        IS_DELETED
    ];
}
