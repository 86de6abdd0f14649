import type { FieldSchema, ObjectSchema } from '../../../data/schema/types.ts';
import { execution } from '../../execution.ts';

/** An object with its labels in the running user's language. */
export function inUsersLanguage(object: ObjectSchema): ObjectSchema {
    const { org, user } = execution();
    return org.metadata.localized(object, user.language);
}

/** A field with its labels in the running user's language. */
export function fieldInUsersLanguage(objectName: string, field: FieldSchema): FieldSchema {
    const object = execution().org.database.schema.object(objectName);
    const { fields } = object ? inUsersLanguage(object) : { fields: [] };
    return fields.find(({ name }) => name === field.name) ?? field;
}
