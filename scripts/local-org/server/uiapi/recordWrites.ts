import type { FieldValue } from '../../data/types.ts';
import type { ObjectAccess, RecordWrite } from '../orgClient.ts';
import type { Failure, Outcome } from './records.ts';

/** Field values of a create or update, checked against what the user may edit. */
export function writableValues(
    object: ObjectAccess,
    operation: RecordWrite['operation'],
    fields: unknown
): Outcome<Readonly<Record<string, FieldValue>>> {
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
        return failure('JSON_PARSER_ERROR', 'The request body needs "fields", an object');
    }
    const values: Record<string, FieldValue> = {};
    for (const [name, value] of Object.entries(fields)) {
        if (name.toLowerCase() === 'id') continue;
        const field = object.schema.fields.find((f) => f.name.toLowerCase() === name.toLowerCase());
        const allowed = operation === 'insert' ? field?.createable : field?.updateable;
        if (!field || !allowed || !object.editableFields.includes(field.name)) {
            return failure(
                'INVALID_FIELD_FOR_INSERT_UPDATE',
                `Unable to create/update fields: ${name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`
            );
        }
        if (!isFieldValue(value)) {
            return failure(
                'INVALID_TYPE_ON_FIELD_IN_RECORD',
                `${name}: value not of required type`
            );
        }
        values[field.name] = value;
    }
    return { value: values };
}

function isFieldValue(value: unknown): value is FieldValue {
    return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function failure(errorCode: string, message: string): { readonly failure: Failure } {
    return { failure: { status: 400, error: { errorCode, message } } };
}
