import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import type { DmlError, FieldValue } from '../types.ts';

/** The platform's texts for what is wrong with a row. */
const error = (statusCode: string, message: string, fields: readonly string[] = []): DmlError => ({
    statusCode,
    message,
    fields
});

export const requiredMissing = (names: readonly string[]) =>
    error('REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);

export const tooLong = (field: FieldSchema, value: string) =>
    error(
        'STRING_TOO_LONG',
        `${field.label}: data value too large: ${value} (max length=${field.length})`,
        [field.name]
    );

export const outOfRange = (field: FieldSchema, value: FieldValue) =>
    error(
        'NUMBER_OUTSIDE_VALID_RANGE',
        `${field.label}: value outside of valid range on numeric field: ${String(value)}`,
        [field.name]
    );

export const badPicklistValue = (field: FieldSchema, value: FieldValue) =>
    error(
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        `${field.label}: bad value for restricted picklist field: ${String(value)}`,
        [field.name]
    );

export const badEmail = (field: FieldSchema, value: FieldValue) =>
    error('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${String(value)}`, [
        field.name
    ]);

export const wrongValueType = (field: FieldSchema, value: FieldValue) =>
    error(
        'INVALID_TYPE_ON_FIELD_IN_RECORD',
        `${field.label}: value not of required type: ${String(value)}`,
        [field.name]
    );

export const malformedId = (field: FieldSchema, value: FieldValue) =>
    error('MALFORMED_ID', `${field.label}: id value of incorrect type: ${String(value)}`, [
        field.name
    ]);

export const wrongIdType = (field: FieldSchema, value: FieldValue) =>
    error(
        'FIELD_INTEGRITY_EXCEPTION',
        `${field.label}: id value of incorrect type: ${String(value)}`,
        [field.name]
    );

export const invalidReference = (fields: readonly string[] = []) =>
    error('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', fields);

export const noSuchField = (name: string, object: ObjectSchema) =>
    error('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`, [name]);

export const isDeleted = () => error('ENTITY_IS_DELETED', 'entity is deleted');

export const notDeleted = () => error('UNDELETE_FAILED', 'Entity is not in the recycle bin');

export const idMissing = (verb: string) =>
    error('MISSING_ARGUMENT', `Id not specified in ${verb === 'update' ? 'an' : 'a'} ${verb} call`);

export const idGiven = () =>
    error('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);

export const duplicate = (field: FieldSchema, id: string) =>
    error(
        'DUPLICATE_VALUE',
        `duplicate value found: ${field.name} duplicates value on record with id: ${id.slice(0, 15)}`
    );

export const duplicateUsername = () =>
    error(
        'DUPLICATE_USERNAME',
        'Duplicate Username.\nAnother user has already selected this username.\nUsernames must be ' +
            "unique across all Salesforce orgs. To resolve, use a different username (it doesn't " +
            "need to match the user's email address). ",
        ['Username']
    );

export const duplicateAssignment = (assigneeId: string, permissionSetId: string) =>
    error(
        'DUPLICATE_VALUE',
        `Duplicate PermissionSetAssignment. Assignee: ${assigneeId.slice(0, 15)}; Permission Set: ${permissionSetId.slice(0, 15)}`
    );

export const duplicateInRequest = () =>
    error(
        'DUPLICATE_VALUE',
        'duplicate value found: <unknown> duplicates value on record with id: <unknown>'
    );

export const duplicateExternalId = (field: FieldSchema, ids: readonly string[]) =>
    error(
        'DUPLICATE_EXTERNAL_ID',
        `${field.name}: more than one record found for external id field: [${ids.join(', ')}]`,
        [field.name]
    );

export const noExternalId = (field: FieldSchema) =>
    error('MISSING_ARGUMENT', `${field.name} not specified`, [field.name]);

export const ruleFailed = (message: string, field: string | null) =>
    error('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field === null ? [] : [field]);

export const inactiveOwner = (ownerId: string, object: ObjectSchema) =>
    error(
        'INACTIVE_OWNER_OR_USER',
        `operation performed with inactive user [${ownerId}] as owner of ${object.label.toLowerCase()}`
    );

export const readOnlyRecord = () =>
    error('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');

export const hiddenReference = () =>
    error(
        'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
        'insufficient access rights on cross-reference id'
    );

export const entityDenied = (object: ObjectSchema) =>
    error('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `Access to entity '${object.name}' denied`);

export const fieldsDenied = (object: ObjectSchema, fields: readonly string[]) =>
    error(
        'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
        `Operation failed due to fields being inaccessible on Sobject ${object.name}, ` +
            'check errors on Exception or Result!',
        fields
    );

export const notAllowed = (verb: string, object: ObjectSchema) =>
    error(
        'INVALID_TYPE_FOR_OPERATION',
        `DML operation ${verb.toUpperCase()} not allowed on ${object.name}`
    );

export const mixedDml = (object: ObjectSchema, original: string) =>
    error(
        'MIXED_DML_OPERATION',
        'DML operation on setup object is not permitted after you have updated a non-setup object ' +
            `(or vice versa): ${object.name}, original object: ${original}`
    );

export const deleteBlocked = (name: string, children: string, names: readonly string[]) =>
    error(
        'DELETE_FAILED',
        `Your attempt to delete ${name} could not be completed because it is associated with the ` +
            `following ${children.toLowerCase()}.: ${names.join(', ')}\n`
    );

export const formulaFailed = (rule: string, message: string) =>
    error('INVALID_FIELD', `Formula of ${rule}: ${message}`);
