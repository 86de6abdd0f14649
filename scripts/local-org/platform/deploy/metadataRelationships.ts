import type { CustomMetadataRecord } from '../../metadata/model/records.ts';
import { type FieldValues, findOne, getOne } from '../store/types.ts';
import type { DeployContext } from './context.ts';

/** A field of the record that names another record, object or field. */
interface Relationship {
    readonly record: CustomMetadataRecord;
    readonly field: string;
    readonly target: string;
    readonly value: string;
}

/** True for a field that refers to another record, an object or a field. */
export function isRelationship(
    record: CustomMetadataRecord,
    field: string,
    { schema }: DeployContext
): boolean {
    return (schema.field(record.objectName, field)?.referenceTo.length ?? 0) > 0;
}

/**
 * Sets the metadata relationship fields once all records are there: a record's file names the
 * other record, the object (EntityDefinition) or the object's field (FieldDefinition), and its
 * row holds the id.
 */
export function linkCustomMetadata(context: DeployContext): void {
    for (const record of context.model.customMetadata) {
        if (context.schema.object(record.objectName)) {
            relationshipsOf(record, context).forEach((relationship) => link(relationship, context));
        }
    }
}

function relationshipsOf(
    record: CustomMetadataRecord,
    { schema }: DeployContext
): readonly Relationship[] {
    return record.values.flatMap(({ field, value }) => {
        const known = schema.field(record.objectName, field);
        const target = known?.referenceTo[0];
        return known && target !== undefined && typeof value === 'string'
            ? [{ record, field: known.name, target, value }]
            : [];
    });
}

function link(relationship: Relationship, context: DeployContext): void {
    const { record, field, target, value } = relationship;
    const id = idOf(relationship, context);
    if (id === null) {
        const component = `CustomMetadata ${record.fullName}`;
        context.report({ component, message: `${field}: there is no ${target} ${value}` });
        return;
    }
    const row = getOne(context.rows, record.objectName, { DeveloperName: record.developerName });
    context.rows.update(record.objectName, row.id, { [field]: id });
}

function idOf(relationship: Relationship, context: DeployContext): FieldValues[string] {
    const { target, value } = relationship;
    switch (target) {
        case 'EntityDefinition':
            return context.schema.object(value)?.name ?? null;
        case 'FieldDefinition':
            return fieldDefinitionId(relationship, context);
        default:
            return findOne(context.rows, target, { DeveloperName: value })?.id ?? null;
    }
}

/** The object of the field is told by the field that controls this one. */
function fieldDefinitionId(
    { record, field, value }: Relationship,
    { model, schema }: DeployContext
): string | null {
    const source = model.objects
        .get(record.objectName)
        ?.fields.find(({ fullName }) => fullName === field);
    const controlling = source?.metadataRelationshipControllingField?.split('.').at(-1);
    const object = record.values.find((one) => one.field === controlling)?.value;
    const found = typeof object === 'string' ? schema.field(object, value) : undefined;
    return found && typeof object === 'string'
        ? `${schema.object(object)?.name}.${found.name}`
        : null;
}
