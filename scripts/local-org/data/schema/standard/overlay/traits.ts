import { picklistValues, READ_ONLY, type FieldTraits } from '../../field.ts';
import type { FieldType, ObjectKind, SharingModel } from '../../types.ts';

/** What the platform's Apex types don't say about a standard object. */
export interface StandardOverlay {
    readonly keyPrefix: string;
    readonly label?: string;
    readonly labelPlural?: string;
    readonly kind?: ObjectKind;
    readonly sharingModel?: SharingModel;
    /** The object's name field; `Name` unless said. */
    readonly nameField?: string;
    /** False where Apex can't insert, update or delete it. */
    readonly createable?: boolean;
    readonly updateable?: boolean;
    readonly deletable?: boolean;
    readonly fields?: Readonly<Record<string, FieldTraits>>;
}

export type StandardOverlays = Readonly<Record<string, StandardOverlay>>;

/** Text of at most so many characters. */
export const text = (length: number, traits: FieldTraits = {}): FieldTraits => ({
    type: 'string',
    length,
    ...traits
});

/** Text of several lines. More than 255 characters can't be filtered on. */
export const longText = (length: number, traits: FieldTraits = {}): FieldTraits => ({
    type: 'textarea',
    length,
    ...(length > 255 ? { filterable: false, sortable: false } : {}),
    ...traits
});

export const typed = (type: FieldType, traits: FieldTraits = {}): FieldTraits => ({
    type,
    ...traits
});

/** An unrestricted picklist, as those of standard objects are; the default is the starred value. */
export const picklist = (...starred: readonly string[]): FieldTraits => {
    const values = starred.map((value) => value.replace(/\*$/, ''));
    const chosen = starred.find((value) => value.endsWith('*'))?.slice(0, -1) ?? null;
    return {
        type: 'picklist',
        picklistValues: picklistValues(values, chosen),
        defaultValue: chosen
    };
};

/** A picklist that takes its own values only. */
export const restricted = (...starred: readonly string[]): FieldTraits => ({
    ...picklist(...starred),
    restrictedPicklist: true
});

/** A lookup, with the relationship's name on the parent. */
export const lookup = (
    referenceTo: string | readonly string[],
    childRelationshipName: string | null = null,
    traits: FieldTraits = {}
): FieldTraits => ({
    type: 'reference',
    referenceTo: typeof referenceTo === 'string' ? [referenceTo] : referenceTo,
    childRelationshipName,
    ...traits
});

export const required = (traits: FieldTraits = {}): FieldTraits => ({ ...traits, nillable: false });

export const readOnly = (traits: FieldTraits = {}): FieldTraits => ({ ...traits, ...READ_ONLY });

/** Set on insert, fixed afterwards. */
export const fixed = (traits: FieldTraits = {}): FieldTraits => ({ ...traits, updateable: false });

export const cascading: FieldTraits = { cascadeDelete: true };

export const SALUTATION: FieldTraits = {
    ...picklist('Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.'),
    compoundFieldName: 'Name'
};

/** Traits of FirstName and LastName; Name is made of them. */
export const personName = (lastNameLength: number): Readonly<Record<string, FieldTraits>> => ({
    Name: readOnly(text(121, { nillable: false, nameField: true, label: 'Full Name' })),
    FirstName: text(40, { compoundFieldName: 'Name' }),
    LastName: required(text(lastNameLength, { compoundFieldName: 'Name' }))
});

/** The parts of a compound address. */
export const address = (prefix: string): Readonly<Record<string, FieldTraits>> => {
    const compoundFieldName = `${prefix}Address`;
    return {
        [`${prefix}Street`]: longText(255, { compoundFieldName }),
        [`${prefix}City`]: text(40, { compoundFieldName }),
        [`${prefix}State`]: text(80, { compoundFieldName }),
        [`${prefix}PostalCode`]: text(20, { compoundFieldName }),
        [`${prefix}Country`]: text(80, { compoundFieldName }),
        [`${prefix}Latitude`]: typed('double', { precision: 18, scale: 15, compoundFieldName }),
        [`${prefix}Longitude`]: typed('double', { precision: 18, scale: 15, compoundFieldName }),
        [`${prefix}GeocodeAccuracy`]: { ...picklist('Address', 'City', 'Zip'), compoundFieldName }
    };
};
