import type { CustomField, CustomValue, ValueSet } from '@salesforce/types/metadata';

import type {
    FieldMetadata,
    ObjectMetadata as SchemaInput,
    SummaryFilterMetadata,
    ValueSetMetadata
} from '../../data/schema/metadata.ts';
import type { SourceModel } from '../../metadata/model/model.ts';
import type { Named, ObjectMetadata } from '../../metadata/model/objects.ts';

/**
 * What the source's objects mean to the schema. A field type or value set that the local org lacks
 * is an error that names the field.
 */
export function schemaInput(model: SourceModel): readonly SchemaInput[] {
    return [...model.objects].map((object) => toInput(object, model));
}

function toInput(object: ObjectMetadata, model: SourceModel): SchemaInput {
    const { fullName, definition, fields, validationRules, recordTypes, fieldSets } = object;
    const own = definition && present(pick(definition, OBJECT_ELEMENTS));
    return {
        ...own,
        fullName,
        fields: fields.map((field) => toField(field, fullName, model)),
        validationRules,
        recordTypes,
        fieldSets: fieldSets.map((set) => ({
            ...set,
            displayedFields: set.displayedFields.flatMap(({ field, isRequired }) =>
                field === undefined ? [] : [{ field, ...present({ isRequired }) }]
            )
        }))
    } as SchemaInput;
}

const OBJECT_ELEMENTS = [
    'label',
    'pluralLabel',
    'sharingModel',
    'customSettingsType',
    'nameField'
] as const;

function toField(field: Named<CustomField>, object: string, model: SourceModel): FieldMetadata {
    const { valueSet, summaryFilterItems, ...rest } = field;
    return {
        ...rest,
        ...(valueSet
            ? { valueSet: toValueSet(valueSet, `${object}.${field.fullName}`, model) }
            : {}),
        ...(summaryFilterItems.length > 0
            ? { summaryFilterItems: summaryFilterItems.map(toFilter) }
            : {})
    } as FieldMetadata;
}

function toFilter(item: CustomField['summaryFilterItems'][number]): SummaryFilterMetadata {
    return { field: item.field, operation: item.operation, value: item.value ?? '' };
}

/** A value set of the field's own, or a global or standard one by name. */
function toValueSet(valueSet: ValueSet, field: string, model: SourceModel): ValueSetMetadata {
    const values = valueSet.valueSetName
        ? sharedValues(valueSet.valueSetName, field, model)
        : (valueSet.valueSetDefinition?.value ?? []);
    return {
        restricted: valueSet.restricted ?? valueSet.valueSetName !== undefined,
        values: values.map((value) => ({
            fullName: value.fullName ?? '',
            ...present({ label: value.label, default: value.default, isActive: value.isActive })
        }))
    };
}

function sharedValues(name: string, field: string, model: SourceModel): readonly CustomValue[] {
    const found = model.find('GlobalValueSet', name);
    if (!found) {
        throw new Error(`${field}: the source has no global value set ${name}.`);
    }
    return found.metadata.customValue;
}

function pick<T, K extends keyof T>(from: T, keys: readonly K[]): Partial<Pick<T, K>> {
    return Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<Pick<T, K>>;
}

/** Without what is undefined, as exact optional properties want it. */
function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
    return Object.fromEntries(
        Object.entries(values).filter(([, value]) => value !== undefined)
    ) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
