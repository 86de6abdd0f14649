import type {
    CustomField,
    CustomObject,
    FieldSet,
    RecordType,
    ValidationRule
} from '@salesforce/types/metadata';

/** A child of an object with its name; repeated elements are always arrays, numbers and booleans typed. */
export type Named<T> = Omit<T, 'fullName'> & { readonly fullName: string };

/**
 * One object as the source describes it: the object file, when there is one, with its decomposed
 * children (`fields/`, `fieldSets/`, `recordTypes/`, `validationRules/`) merged in from every package
 * directory. Element names and types are those of the Metadata API; an element that the source leaves
 * out is absent, a repeated one is an empty array.
 */
export interface ObjectMetadata {
    /** `Account`, `Zendesk_Link__c`, `Rule__mdt`, `Changed__e`. */
    readonly fullName: string;
    /** The object file's own elements; null when the source only adds children (custom fields on Account). */
    readonly definition: ObjectDefinition | null;
    readonly fields: readonly Named<CustomField>[];
    readonly fieldSets: readonly Named<FieldSet>[];
    readonly recordTypes: readonly Named<RecordType>[];
    readonly validationRules: readonly Named<ValidationRule>[];
}

export type ObjectDefinition = Omit<
    CustomObject,
    'fullName' | 'fields' | 'fieldSets' | 'recordTypes' | 'validationRules' | 'listViews'
>;
