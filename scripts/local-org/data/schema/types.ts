/** The field types of the platform, by their DisplayType names in lower case. */
export type FieldType =
    | 'address'
    | 'anytype'
    | 'base64'
    | 'boolean'
    | 'combobox'
    | 'currency'
    | 'date'
    | 'datetime'
    | 'double'
    | 'email'
    | 'encryptedstring'
    | 'id'
    | 'integer'
    | 'location'
    | 'long'
    | 'multipicklist'
    | 'percent'
    | 'phone'
    | 'picklist'
    | 'reference'
    | 'string'
    | 'textarea'
    | 'time'
    | 'url';

export interface PicklistValue {
    readonly value: string;
    readonly label: string;
    readonly isDefault: boolean;
    readonly isActive: boolean;
}

/** What a roll-up summary field computes. */
export interface Summary {
    readonly operation: 'count' | 'max' | 'min' | 'sum';
    readonly childObject: string;
    /** The master-detail field of the child. */
    readonly foreignKey: string;
    /** The child's field; null for `count`. */
    readonly summarizedField: string | null;
    readonly filters: readonly SummaryFilter[];
}

export interface SummaryFilter {
    readonly field: string;
    readonly operation: string;
    readonly value: string;
}

/** One field of an object. `referenceTo` is empty unless `type` is `reference`. */
export interface FieldSchema {
    readonly name: string;
    readonly label: string;
    readonly type: FieldType;
    readonly custom: boolean;
    /** Characters for text, 0 otherwise. */
    readonly length: number;
    /** Digits in all and after the point, for numbers. */
    readonly precision: number;
    readonly scale: number;
    readonly nillable: boolean;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly filterable: boolean;
    readonly sortable: boolean;
    readonly unique: boolean;
    readonly caseSensitive: boolean;
    readonly externalId: boolean;
    readonly nameField: boolean;
    readonly htmlFormatted: boolean;
    readonly autoNumber: boolean;
    /** The pattern of an auto-number, e.g. `T-{0000}`. */
    readonly displayFormat: string | null;
    /** Formula text; such a field is computed on read. */
    readonly formula: string | null;
    /** A formula's missing numbers count as 0 (the default) or as blank. */
    readonly blanksAsZero: boolean;
    /** A roll-up over child records; such a field is kept up to date by the database. */
    readonly summary: Summary | null;
    /** The compound field that this one is part of: `MailingAddress`, `Name`. */
    readonly compoundFieldName: string | null;
    readonly defaultValue: string | number | boolean | null;
    readonly defaultFormula: string | null;
    readonly picklistValues: readonly PicklistValue[];
    readonly restrictedPicklist: boolean;
    readonly referenceTo: readonly string[];
    /** Name of the parent relationship, e.g. `Account` for `AccountId`, `Parent__r` for `Parent__c`. */
    readonly relationshipName: string | null;
    /** Name of the child relationship on the parent, e.g. `Contacts`. */
    readonly childRelationshipName: string | null;
    /** Deleting the parent deletes this record; otherwise it clears the lookup or is refused. */
    readonly cascadeDelete: boolean;
    readonly restrictedDelete: boolean;
    readonly writeRequiresMasterRead: boolean;
    readonly inlineHelpText: string | null;
}

export interface ChildRelationship {
    readonly name: string | null;
    readonly childObject: string;
    readonly field: string;
    readonly cascadeDelete: boolean;
    readonly restrictedDelete: boolean;
}

/** Refuses a record for which the formula is true. */
export interface ValidationRule {
    readonly name: string;
    readonly active: boolean;
    readonly formula: string;
    readonly errorMessage: string;
    /** The field that shows the message; null for the top of the page. */
    readonly errorField: string | null;
}

export interface FieldSet {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly members: readonly FieldSetMember[];
}

/** A field set's entry: a field or a path to one. */
export interface FieldSetMember {
    readonly path: string;
    readonly required: boolean;
}

export interface RecordTypeSchema {
    readonly developerName: string;
    readonly label: string;
    readonly description: string;
    readonly active: boolean;
}

export type ObjectKind =
    | 'standard'
    | 'custom'
    | 'customMetadata'
    | 'listSetting'
    | 'hierarchySetting'
    | 'platformEvent'
    /** Users, profiles, permission sets and the like: mixed DML rules apply. */
    | 'setup';

export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent' | 'FullAccess';

/** One object. Names are in canonical spelling; look-ups ignore case. */
export interface ObjectSchema {
    readonly name: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly kind: ObjectKind;
    readonly keyPrefix: string;
    readonly sharingModel: SharingModel;
    readonly fields: readonly FieldSchema[];
    readonly childRelationships: readonly ChildRelationship[];
    readonly validationRules: readonly ValidationRule[];
    readonly fieldSets: readonly FieldSet[];
    readonly recordTypes: readonly RecordTypeSchema[];
    readonly queryable: boolean;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly deletable: boolean;
}

/** Every object of the org. */
export interface Schema {
    readonly objectNames: readonly string[];
    /** The objects that the org's source defines or extends. */
    readonly sourceObjectNames: readonly string[];
    /** Case-insensitive; undefined when the org has no such object. */
    object(name: string): ObjectSchema | undefined;
    /** Case-insensitive; undefined when the object has no such field. */
    field(objectName: string, fieldName: string): FieldSchema | undefined;
    /** The parent object's field reached by a relationship name (`Account`, `Parent__r`, `Owner`). */
    parentField(objectName: string, relationshipName: string): FieldSchema | undefined;
    childRelationship(objectName: string, relationshipName: string): ChildRelationship | undefined;
    /** By the first three characters of an id. */
    objectOfId(id: string): ObjectSchema | undefined;
}
