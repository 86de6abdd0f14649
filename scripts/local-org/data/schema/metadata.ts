/**
 * What the schema reads of source metadata, in the words of the Metadata API. One
 * `ObjectMetadata` for each custom object, custom setting, custom metadata type and platform event,
 * and for each standard object that the source extends.
 */
export interface ObjectMetadata {
    /** `Zendesk_Link__c`, `Account`, `Field_Mapping__mdt`, `Ticket_Changed__e`. */
    readonly fullName: string;
    readonly label?: string;
    readonly pluralLabel?: string;
    readonly sharingModel?: SharingModelMetadata;
    readonly customSettingsType?: 'Hierarchy' | 'List';
    readonly nameField?: NameFieldMetadata;
    readonly fields: readonly FieldMetadata[];
    readonly validationRules?: readonly ValidationRuleMetadata[];
    readonly recordTypes?: readonly RecordTypeMetadata[];
    readonly fieldSets?: readonly FieldSetMetadata[];
}

export type SharingModelMetadata =
    'ControlledByParent' | 'FullAccess' | 'Private' | 'Read' | 'ReadWrite' | 'ReadWriteTransfer';

export interface NameFieldMetadata {
    readonly label?: string;
    readonly type: 'AutoNumber' | 'Text';
    readonly displayFormat?: string;
}

export type FieldTypeMetadata =
    | 'AutoNumber'
    | 'Checkbox'
    | 'Currency'
    | 'Date'
    | 'DateTime'
    | 'Email'
    | 'EncryptedText'
    | 'ExternalLookup'
    | 'Hierarchy'
    | 'Html'
    | 'IndirectLookup'
    | 'Location'
    | 'LongTextArea'
    | 'Lookup'
    | 'MasterDetail'
    | 'MetadataRelationship'
    | 'MultiselectPicklist'
    | 'Number'
    | 'Percent'
    | 'Phone'
    | 'Picklist'
    | 'Summary'
    | 'Text'
    | 'TextArea'
    | 'Time'
    | 'Url';

/** A `CustomField`. A standard field that the source re-describes comes without `type`. */
export interface FieldMetadata {
    readonly fullName: string;
    readonly type?: FieldTypeMetadata;
    readonly label?: string;
    readonly inlineHelpText?: string;
    readonly length?: number;
    readonly precision?: number;
    readonly scale?: number;
    readonly required?: boolean;
    readonly unique?: boolean;
    readonly caseSensitive?: boolean;
    readonly externalId?: boolean;
    readonly referenceTo?: string;
    readonly relationshipName?: string;
    readonly relationshipLabel?: string;
    readonly deleteConstraint?: 'Cascade' | 'Restrict' | 'SetNull';
    readonly reparentableMasterDetail?: boolean;
    readonly writeRequiresMasterRead?: boolean;
    readonly formula?: string;
    readonly formulaTreatBlanksAs?: 'BlankAsBlank' | 'BlankAsZero';
    /** A formula, as the source has it: `true`, `"New"`, `TODAY()`. */
    readonly defaultValue?: string;
    readonly displayFormat?: string;
    readonly startingNumber?: number;
    /** `Object__c.Field__c`, as in the source. */
    readonly summarizedField?: string;
    readonly summaryForeignKey?: string;
    readonly summaryOperation?: 'count' | 'max' | 'min' | 'sum';
    readonly summaryFilterItems?: readonly SummaryFilterMetadata[];
    /** Global value sets already resolved to their values. */
    readonly valueSet?: ValueSetMetadata;
}

export interface SummaryFilterMetadata {
    readonly field: string;
    readonly operation: string;
    readonly value: string;
}

export interface ValueSetMetadata {
    readonly restricted: boolean;
    readonly values: readonly PicklistValueMetadata[];
}

export interface PicklistValueMetadata {
    readonly fullName: string;
    readonly label?: string;
    readonly default?: boolean;
    readonly isActive?: boolean;
}

export interface ValidationRuleMetadata {
    readonly fullName: string;
    readonly active: boolean;
    readonly errorConditionFormula: string;
    readonly errorMessage: string;
    readonly errorDisplayField?: string;
}

export interface RecordTypeMetadata {
    readonly fullName: string;
    readonly label: string;
    readonly description?: string;
    readonly active: boolean;
}

export interface FieldSetMetadata {
    readonly fullName: string;
    readonly label: string;
    readonly description?: string;
    readonly displayedFields: readonly { readonly field: string; readonly isRequired?: boolean }[];
}
