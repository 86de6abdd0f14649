import { api, LightningElement } from 'lwc';

import ATTACHED from '@salesforce/label/c.Zendesk_Files_Attached';
import REMOVE from '@salesforce/label/c.Zendesk_Files_Remove';
import RETRY from '@salesforce/label/c.Zendesk_Error_Retry';
import RETRY_ONE from '@salesforce/label/c.Zendesk_Files_RetryOne';
import TITLE from '@salesforce/label/c.Zendesk_Files_Title';
import UPLOADING from '@salesforce/label/c.Zendesk_Files_Uploading';

import { fileIcon } from 'c/zendeskFileIcons';
import { fileSize, formatLabel } from 'c/zendeskFormats';

/** `refused` is one that can't be sent at all. */
export type FileState = 'uploading' | 'attached' | 'failed' | 'refused';

/** A file on its way to a ticket. */
export interface ListedFile {
    readonly id: string;
    readonly name: string;
    /** Bytes. */
    readonly size: number;
    readonly state: FileState;
    /** Why it is not attached. */
    readonly problem?: string;
}

interface Row extends ListedFile {
    readonly iconName: string;
    readonly detail: string;
    readonly isUploading: boolean;
    readonly isAttached: boolean;
    readonly isFailed: boolean;
    readonly removeLabel: string;
    readonly retryLabel: string;
}

/** The files that somebody attaches, and how far each has come. Fires `remove` and `retry` with an id. */
export default class ZendeskFileList extends LightningElement {
    @api files: readonly ListedFile[] = [];

    readonly labels = { attached: ATTACHED, retry: RETRY, title: TITLE, uploading: UPLOADING };

    get hasFiles(): boolean {
        return this.files.length > 0;
    }

    get rows(): readonly Row[] {
        return this.files.map((file) => ({
            ...file,
            iconName: fileIcon(file.name),
            detail: fileSize(file.size),
            isUploading: file.state === 'uploading',
            isAttached: file.state === 'attached',
            isFailed: file.state === 'failed',
            removeLabel: formatLabel(REMOVE, file.name),
            retryLabel: formatLabel(RETRY_ONE, file.name)
        }));
    }

    handleRetry(event: Event): void {
        this.report('retry', event);
    }

    handleRemove(event: Event): void {
        this.report('remove', event);
    }

    private report(name: string, event: Event): void {
        const { id } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent(name, { detail: id }));
    }
}
