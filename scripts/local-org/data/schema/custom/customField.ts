import { field, READ_ONLY, type FieldTraits } from '../field.ts';
import type { FieldMetadata, FieldTypeMetadata, ValueSetMetadata } from '../metadata.ts';
import type { FieldSchema, FieldType, PicklistValue, Summary } from '../types.ts';

const TYPES: Readonly<Record<Exclude<FieldTypeMetadata, 'Summary'>, FieldType>> = {
    AutoNumber: 'string',
    Checkbox: 'boolean',
    Currency: 'currency',
    Date: 'date',
    DateTime: 'datetime',
    Email: 'email',
    EncryptedText: 'encryptedstring',
    ExternalLookup: 'reference',
    Hierarchy: 'reference',
    Html: 'textarea',
    IndirectLookup: 'reference',
    Location: 'location',
    LongTextArea: 'textarea',
    Lookup: 'reference',
    MasterDetail: 'reference',
    MetadataRelationship: 'reference',
    MultiselectPicklist: 'multipicklist',
    Number: 'double',
    Percent: 'percent',
    Phone: 'phone',
    Picklist: 'picklist',
    Text: 'string',
    TextArea: 'textarea',
    Time: 'time',
    Url: 'url'
};

/**
 * The schema of a custom field; two more for a location, whose parts are fields as well.
 * `typeOf` tells the type of another object's field, which a roll-up takes over.
 */
export function customFields(
    source: FieldMetadata,
    typeOf: (objectDotField: string) => FieldType
): readonly FieldSchema[] {
    const type = fieldType(source, typeOf);
    const main = field(source.fullName, type, {
        ...baseTraits(source),
        ...textTraits(source, type),
        ...lookupTraits(source),
        ...picklistTraits(source.valueSet),
        ...defaultTraits(source),
        ...computedTraits(source)
    });
    return type === 'location' ? [main, ...coordinates(main, source.scale ?? 0)] : [main];
}

function fieldType(source: FieldMetadata, typeOf: (path: string) => FieldType): FieldType {
    if (source.type === undefined) {
        throw new RangeError(`Custom field ${source.fullName} has no type`);
    }
    if (source.type !== 'Summary') {
        return TYPES[source.type];
    }
    const summarized = source.summarizedField;
    return summarized === undefined ? 'double' : typeOf(summarized);
}

function baseTraits(source: FieldMetadata): FieldTraits {
    const detail = source.type === 'MasterDetail';
    return {
        label: source.label ?? source.fullName,
        custom: true,
        nillable: !(source.required ?? false) && !detail && source.type !== 'Checkbox',
        unique: source.unique ?? false,
        caseSensitive: source.caseSensitive ?? false,
        externalId: source.externalId ?? false,
        precision: source.precision ?? 0,
        scale: source.scale ?? 0,
        updateable: !detail || (source.reparentableMasterDetail ?? false),
        inlineHelpText: source.inlineHelpText ?? null
    };
}

function textTraits(source: FieldMetadata, type: FieldType): FieldTraits {
    const unfiltered = source.type === 'LongTextArea' || source.type === 'Html';
    return {
        ...(source.length === undefined ? {} : { length: source.length }),
        ...(unfiltered ? { filterable: false, sortable: false } : {}),
        ...(type === 'encryptedstring' ? { filterable: false, sortable: false } : {}),
        htmlFormatted: source.type === 'Html'
    };
}

function lookupTraits(source: FieldMetadata): FieldTraits {
    const target = source.type === 'Hierarchy' ? 'User' : source.referenceTo;
    if (target === undefined) {
        return {};
    }
    const children = source.relationshipName;
    return {
        referenceTo: [target],
        relationshipName: source.fullName.replace(/__c$/, '__r'),
        childRelationshipName: children === undefined ? null : `${children}__r`,
        cascadeDelete: source.type === 'MasterDetail' || source.deleteConstraint === 'Cascade',
        restrictedDelete: source.deleteConstraint === 'Restrict',
        writeRequiresMasterRead: source.writeRequiresMasterRead ?? false
    };
}

function picklistTraits(valueSet: ValueSetMetadata | undefined): FieldTraits {
    if (valueSet === undefined) {
        return {};
    }
    const picklistValues: readonly PicklistValue[] = valueSet.values.map((value) => ({
        value: value.fullName,
        label: value.label ?? value.fullName,
        isDefault: value.default ?? false,
        isActive: value.isActive ?? true
    }));
    const chosen = picklistValues.find((value) => value.isDefault);
    return {
        picklistValues,
        restrictedPicklist: valueSet.restricted,
        defaultValue: chosen?.value ?? null
    };
}

function defaultTraits(source: FieldMetadata): FieldTraits {
    const formula = source.defaultValue;
    if (source.type === 'Checkbox') {
        return { defaultValue: formula?.toLowerCase() === 'true' };
    }
    return formula === undefined ? {} : { defaultFormula: formula };
}

function computedTraits(source: FieldMetadata): FieldTraits {
    if (source.formula !== undefined) {
        const blanksAsZero = source.formulaTreatBlanksAs !== 'BlankAsBlank';
        return { ...READ_ONLY, formula: source.formula, blanksAsZero, nillable: true };
    }
    if (source.type === 'Summary') {
        const operation = source.summaryOperation ?? 'count';
        const defaultValue = operation === 'count' || operation === 'sum' ? 0 : null;
        return { ...READ_ONLY, summary: summary(source), defaultValue };
    }
    if (source.type === 'AutoNumber') {
        return {
            ...READ_ONLY,
            autoNumber: true,
            displayFormat: source.displayFormat ?? '{0}',
            nillable: false
        };
    }
    return {};
}

function summary(source: FieldMetadata): Summary {
    const [childObject = '', foreignKey = ''] = (source.summaryForeignKey ?? '').split('.');
    const [, summarizedField] = (source.summarizedField ?? '').split('.');
    return {
        operation: source.summaryOperation ?? 'count',
        childObject,
        foreignKey,
        summarizedField: summarizedField ?? null,
        filters: (source.summaryFilterItems ?? []).map((filter) => ({
            ...filter,
            field: filter.field.split('.').pop() ?? filter.field
        }))
    };
}

function coordinates(location: FieldSchema, scale: number): readonly FieldSchema[] {
    return (['Latitude', 'Longitude'] as const).map((part) =>
        field(location.name.replace(/__c$/, `__${part}__s`), 'double', {
            label: `${location.label} (${part})`,
            custom: true,
            scale,
            precision: 18,
            compoundFieldName: location.name
        })
    );
}
