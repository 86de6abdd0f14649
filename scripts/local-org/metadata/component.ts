import type { MetadataTypeName, MetadataTypes } from './registry.ts';

/** One component as its own file says it, with names taken from the path. */
export interface Component<K extends MetadataTypeName = MetadataTypeName> {
    readonly type: K;
    /** `Account`, `Rule.Default` for custom metadata, `Account.Zendesk_Organization_Id__c` for a child. */
    readonly fullName: string;
    /** The XML file, absolute. */
    readonly file: string;
    readonly metadata: MetadataTypes[K];
    /**
     * Absolute paths of what belongs to it besides the XML: the code of a class or page, the files of
     * a bundle or of an archived static resource.
     */
    readonly contents: readonly string[];
}
