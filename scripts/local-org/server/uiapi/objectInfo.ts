import type { FieldSchema } from '../../data/schema/types.ts';
import type { ObjectAccess } from '../orgClient.ts';
import { nameFieldOf } from './fieldPaths.ts';

/** Record type of objects that have none, as the platform's constant. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

const STANDARD_ICONS: Readonly<Record<string, string>> = {
    Account: 'account',
    Asset: 'asset_object',
    Campaign: 'campaign',
    Case: 'case',
    Contact: 'contact',
    Contract: 'contract',
    Event: 'event',
    Lead: 'lead',
    Opportunity: 'opportunity',
    Order: 'orders',
    Product2: 'product',
    Task: 'task',
    User: 'user'
};

/** Object Info of the UI API for one user: fields that the user can't read are absent. */
export function objectInfo(access: ObjectAccess) {
    const { schema } = access;
    const readable = schema.fields.filter(({ name }) => access.readableFields.includes(name));
    return {
        apiName: schema.name,
        label: schema.label,
        labelPlural: schema.labelPlural,
        keyPrefix: schema.keyPrefix,
        custom: schema.kind !== 'standard' && schema.kind !== 'setup',
        createable: access.createable,
        updateable: access.updateable,
        deletable: access.deletable,
        deleteable: access.deletable,
        queryable: schema.queryable,
        nameFields: [nameFieldOf(access)],
        defaultRecordTypeId: MASTER_RECORD_TYPE,
        recordTypeInfos: {
            [MASTER_RECORD_TYPE]: {
                available: true,
                defaultRecordTypeMapping: true,
                master: true,
                name: 'Master',
                recordTypeId: MASTER_RECORD_TYPE
            }
        },
        fields: Object.fromEntries(readable.map((field) => [field.name, fieldInfo(field, access)])),
        childRelationships: schema.childRelationships.flatMap((child) =>
            child.name === null
                ? []
                : [
                      {
                          childObjectApiName: child.childObject,
                          fieldName: child.field,
                          relationshipName: child.name
                      }
                  ]
        ),
        themeInfo: { iconName: iconOf(schema.name), iconUrl: null, color: null }
    };
}

export type ObjectInfo = ReturnType<typeof objectInfo>;

/** SLDS icon of an object. */
export function iconOf(objectApiName: string): string {
    const standard = STANDARD_ICONS[objectApiName];
    return standard ? `standard:${standard}` : 'standard:custom';
}

function fieldInfo(field: FieldSchema, access: ObjectAccess) {
    const editable = access.editableFields.includes(field.name);
    return {
        apiName: field.name,
        label: field.label,
        dataType: dataType(field),
        length: field.length,
        precision: field.precision,
        scale: field.scale,
        createable: field.createable && editable,
        updateable: field.updateable && editable,
        required: !field.nillable && field.createable && field.type !== 'boolean',
        custom: field.custom,
        nameField: field.nameField,
        calculated: field.formula !== null,
        htmlFormatted: field.htmlFormatted,
        unique: field.unique,
        filterable: field.filterable,
        sortable: field.sortable,
        inlineHelpText: field.inlineHelpText,
        reference: field.type === 'reference',
        relationshipName: field.relationshipName,
        referenceToInfos: field.referenceTo.map((apiName) => ({ apiName, nameFields: ['Name'] }))
    };
}

/** The UI API spells types in camel case from the capital: `MultiPicklist`, `DateTime`. */
function dataType({ type }: FieldSchema): string {
    const special: Readonly<Record<string, string>> = {
        datetime: 'DateTime',
        multipicklist: 'MultiPicklist',
        textarea: 'TextArea',
        encryptedstring: 'EncryptedString',
        combobox: 'ComboBox',
        integer: 'Int'
    };
    return special[type] ?? type.charAt(0).toUpperCase() + type.slice(1);
}

/** Picklist values of one field; there is one record type, so all active ones are valid. */
export function picklistValues(field: FieldSchema) {
    const values = field.picklistValues
        .filter(({ isActive }) => isActive)
        .map(({ label, value }) => ({ attributes: null, label, validFor: [], value }));
    const initial = field.picklistValues.find(({ isDefault }) => isDefault);
    return {
        controllerValues: {},
        defaultValue: initial ? { label: initial.label, value: initial.value } : null,
        url: '',
        values
    };
}
