import type { ChildRelationship, FieldSchema, FieldType, PicklistValue } from './types.ts';

/** Everything about a field but its name, each property optional. */
export type FieldTraits = Partial<Omit<FieldSchema, 'name'>>;

const PLAIN: Omit<FieldSchema, 'name' | 'label' | 'type'> = {
    custom: false,
    length: 0,
    precision: 0,
    scale: 0,
    nillable: true,
    createable: true,
    updateable: true,
    filterable: true,
    sortable: true,
    unique: false,
    caseSensitive: false,
    externalId: false,
    nameField: false,
    htmlFormatted: false,
    autoNumber: false,
    displayFormat: null,
    formula: null,
    blanksAsZero: true,
    summary: null,
    compoundFieldName: null,
    defaultValue: null,
    defaultFormula: null,
    picklistValues: [],
    restrictedPicklist: false,
    referenceTo: [],
    relationshipName: null,
    childRelationshipName: null,
    cascadeDelete: false,
    restrictedDelete: false,
    writeRequiresMasterRead: false,
    inlineHelpText: null
};

/** A field with the platform's usual traits, but for those given. */
export function field(name: string, type: FieldType, traits: FieldTraits = {}): FieldSchema {
    return { ...PLAIN, ...typeTraits(type), name, label: labelOf(name), type, ...traits };
}

/** Picklist values whose labels are the values themselves. */
export function picklistValues(
    values: readonly string[],
    defaultValue: string | null = null
): readonly PicklistValue[] {
    return values.map((value) => ({
        value,
        label: value,
        isDefault: value === defaultValue,
        isActive: true
    }));
}

/** `NumberOfEmployees` as "Number Of Employees", `AccountId` as "Account ID". */
export function labelOf(name: string): string {
    const words = name
        .replace(/__c$/, '')
        .replace(/_/g, ' ')
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
    return words.replace(/\bId$/, 'ID');
}

/** The child relationship that a lookup gives its parents. */
export function childRelationshipOf(childObject: string, lookup: FieldSchema): ChildRelationship {
    return {
        name: lookup.childRelationshipName,
        childObject,
        field: lookup.name,
        cascadeDelete: lookup.cascadeDelete,
        restrictedDelete: lookup.restrictedDelete
    };
}

/** True for text that a comparison can't filter on: long text, rich text, encrypted, binary. */
function typeTraits(type: FieldType): FieldTraits {
    switch (type) {
        case 'id':
        case 'reference':
            return { length: 18, ...(type === 'id' ? READ_ONLY : {}) };
        case 'boolean':
            return { nillable: false, defaultValue: false };
        case 'textarea':
            return { length: 255 };
        case 'base64':
        case 'encryptedstring':
            return { filterable: false, sortable: false };
        case 'address':
        case 'location':
            return { ...READ_ONLY, sortable: false };
        case 'multipicklist':
            return { length: 4099, sortable: false };
        default:
            return LENGTHS[type] === undefined ? {} : { length: LENGTHS[type] };
    }
}

/** For what the platform alone sets. */
export const READ_ONLY: FieldTraits = { createable: false, updateable: false };

const LENGTHS: Readonly<Partial<Record<FieldType, number>>> = {
    email: 80,
    phone: 40,
    picklist: 255,
    string: 255,
    url: 255
};
