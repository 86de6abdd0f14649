import type { ObjectInfo, PageModel, PageNode, RecordRepresentation } from '../session/types.ts';

/** What a record page gives to its parts. */
export interface RecordContext {
    readonly recordId: string;
    readonly objectApiName: string;
    readonly object: ObjectInfo;
    readonly model: Extract<PageModel, { kind: 'record' }>['model'];
    readonly record: RecordRepresentation | undefined;
}

export type { PageNode };
