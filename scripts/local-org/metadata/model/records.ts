import type { Component } from '../component.ts';
import { byFullName, type NameMap } from './nameMap.ts';

/** A record of a custom metadata type, as its file says it. */
export interface CustomMetadataRecord {
    /** `Rule.Default`. */
    readonly fullName: string;
    /** `Rule__mdt`. */
    readonly objectName: string;
    /** `Default`. */
    readonly developerName: string;
    readonly label: string;
    readonly protected: boolean;
    readonly values: readonly { readonly field: string; readonly value: RecordValue }[];
}

/** Dates and date-times as in the file: `2026-01-31`, `2026-01-31T10:00:00.000Z`. */
export type RecordValue = string | number | boolean | null;

export function customMetadataRecords(
    components: readonly Component<'CustomMetadata'>[]
): NameMap<CustomMetadataRecord> {
    return byFullName(components.map(toRecord));
}

function toRecord({ fullName, metadata }: Component<'CustomMetadata'>): CustomMetadataRecord {
    const [type = '', developerName = ''] = fullName.split('.');
    return {
        fullName,
        objectName: `${type.replace(/__mdt$/, '')}__mdt`,
        developerName,
        label: metadata.label ?? developerName,
        protected: metadata.protected ?? false,
        values: metadata.values.map(({ field, value }) => ({
            field,
            value: (value ?? null) as RecordValue
        }))
    };
}
