import { customFields } from './custom/customField.ts';
import type { FieldMetadata, ObjectMetadata } from './metadata.ts';
import type { FieldSchema, FieldType, ObjectSchema } from './types.ts';

/** Puts the source's fields, rules, record types and field sets onto an object. */
export function extendObject(
    base: ObjectSchema,
    source: ObjectMetadata,
    typeOf: (objectDotField: string) => FieldType
): ObjectSchema {
    const added = source.fields
        .filter((item) => item.fullName.endsWith('__c') && !hasField(base, item.fullName))
        .flatMap((item) => customFields(item, typeOf));
    const changed = base.fields.map((known) => redescribed(known, source.fields));
    return {
        ...base,
        ...(source.label === undefined ? {} : { label: source.label }),
        ...(source.pluralLabel === undefined ? {} : { labelPlural: source.pluralLabel }),
        ...(source.sharingModel === undefined
            ? {}
            : { sharingModel: sharing(source.sharingModel) }),
        fields: [...changed, ...added],
        validationRules: (source.validationRules ?? []).map((rule) => ({
            name: rule.fullName,
            active: rule.active,
            formula: rule.errorConditionFormula,
            errorMessage: rule.errorMessage,
            errorField: rule.errorDisplayField ?? null
        })),
        fieldSets: (source.fieldSets ?? []).map((set) => ({
            name: set.fullName,
            label: set.label,
            description: set.description ?? '',
            members: set.displayedFields.map((member) => ({
                path: member.field,
                required: member.isRequired ?? false
            }))
        })),
        recordTypes: (source.recordTypes ?? []).map((type) => ({
            developerName: type.fullName,
            label: type.label,
            description: type.description ?? '',
            active: type.active
        }))
    };
}

function sharing(model: NonNullable<ObjectMetadata['sharingModel']>): ObjectSchema['sharingModel'] {
    return model === 'ReadWriteTransfer' ? 'ReadWrite' : model;
}

function hasField(object: ObjectSchema, name: string): boolean {
    return object.fields.some((known) => known.name.toLowerCase() === name.toLowerCase());
}

/** A standard field that the source re-describes takes over its label and picklist. */
function redescribed(known: FieldSchema, sources: readonly FieldMetadata[]): FieldSchema {
    const source = sources.find((item) => item.fullName.toLowerCase() === known.name.toLowerCase());
    if (source === undefined) {
        return known;
    }
    const values = source.valueSet?.values.map((value) => ({
        value: value.fullName,
        label: value.label ?? value.fullName,
        isDefault: value.default ?? false,
        isActive: value.isActive ?? true
    }));
    return {
        ...known,
        label: source.label ?? known.label,
        inlineHelpText: source.inlineHelpText ?? known.inlineHelpText,
        nillable: source.required === true ? false : known.nillable,
        picklistValues: values ?? known.picklistValues
    };
}
