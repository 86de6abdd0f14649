import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import type { ComputedObject, ComputedRow } from './computed.ts';

/** EntityDefinition: what objects there are. Their ids are their names. */
export const entityDefinitions: ComputedObject = ({ schema, wanted }) => {
    const names =
        wanted('DurableId') ??
        wanted('QualifiedApiName') ??
        wanted('DeveloperName') ??
        schema.objectNames;
    return names.flatMap((name) => schema.object(name) ?? []).map(entityRow);
};

/** FieldDefinition: the fields of the objects that the query names. */
export const fieldDefinitions: ComputedObject = ({ schema, wanted }) => {
    const ids = wanted('DurableId');
    const names =
        wanted('EntityDefinitionId') ??
        ids?.map((id) => id.slice(0, id.indexOf('.'))) ??
        wanted('QualifiedApiName') ??
        [];
    const objects = [...new Set(names)].flatMap((name) => schema.object(name) ?? []);
    return objects.flatMap((object) => object.fields.map((field) => fieldRow(object, field)));
};

function entityRow(object: ObjectSchema): ComputedRow {
    return {
        id: object.name,
        values: {
            DurableId: object.name,
            QualifiedApiName: object.name,
            DeveloperName: object.name.replace(/__(?:c|e|mdt)$/, ''),
            Label: object.label,
            MasterLabel: object.label,
            PluralLabel: object.labelPlural,
            KeyPrefix: object.keyPrefix,
            IsCustomSetting: object.kind === 'listSetting' || object.kind === 'hierarchySetting',
            IsQueryable: object.queryable,
            InternalSharingModel: object.sharingModel,
            IsCustomizable: true,
            IsApexTriggerable: object.createable
        }
    };
}

function fieldRow(object: ObjectSchema, field: FieldSchema): ComputedRow {
    return {
        id: `${object.name}.${field.name}`,
        values: {
            DurableId: `${object.name}.${field.name}`,
            EntityDefinitionId: object.name,
            QualifiedApiName: field.name,
            DeveloperName: field.name.replace(/__c$/, ''),
            Label: field.label,
            MasterLabel: field.label,
            Length: field.length,
            Precision: field.precision,
            Scale: field.scale,
            IsNillable: field.nillable,
            IsCalculated: field.formula !== null,
            IsIndexed: field.externalId || field.unique,
            RelationshipName: field.relationshipName
        }
    };
}
