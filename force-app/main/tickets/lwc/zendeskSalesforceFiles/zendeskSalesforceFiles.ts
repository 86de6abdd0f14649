import { api, LightningElement } from 'lwc';

import EMPTY from '@salesforce/label/c.Zendesk_Files_NoSalesforceFiles';
import FROM_SALESFORCE from '@salesforce/label/c.Zendesk_Files_FromSalesforce';
import LATEST from '@salesforce/label/c.Zendesk_Files_Latest';
import LOADING from '@salesforce/label/c.Zendesk_Files_Loading';
import TOO_LARGE from '@salesforce/label/c.Zendesk_File_TooLarge';

import { listSalesforceFiles, MOST_BYTES_FROM_SALESFORCE } from 'c/zendeskAttachmentService';
import { toProblem } from 'c/zendeskErrors';
import { fileIcon } from 'c/zendeskFileIcons';
import { fileSize, formatLabel } from 'c/zendeskFormats';

import type { SalesforceFile } from 'c/zendeskAttachmentService';

const MEGABYTE = 1_000_000;
/** As many as Apex lists at once. */
const AT_MOST = 50;

interface Row {
    readonly id: string;
    readonly name: string;
    readonly iconName: string;
    readonly detail: string;
    readonly isTooLarge: boolean;
}

/** The Salesforce Files of the record, to choose from. Fires `choose` with one that can be attached. */
export default class ZendeskSalesforceFiles extends LightningElement {
    @api recordId!: string;
    @api disabled = false;

    readonly labels = { fromSalesforce: FROM_SALESFORCE, loading: LOADING };

    isOpen = false;
    isLoading = false;
    files: readonly SalesforceFile[] = [];
    problem = '';

    get expanded(): 'true' | 'false' {
        return this.isOpen ? 'true' : 'false';
    }

    get hasFiles(): boolean {
        return this.files.length > 0;
    }

    /** Why there is nothing to choose, or not everything. */
    get message(): string {
        if (this.isLoading || this.problem) {
            return '';
        }
        const isCut = this.files.length >= AT_MOST;
        return this.hasFiles ? (isCut ? formatLabel(LATEST, AT_MOST) : '') : EMPTY;
    }

    get rows(): readonly Row[] {
        return this.files.map(({ id, name, size }) => {
            const isTooLarge = size > MOST_BYTES_FROM_SALESFORCE;
            const limit = MOST_BYTES_FROM_SALESFORCE / MEGABYTE;
            const detail = isTooLarge ? formatLabel(TOO_LARGE, limit) : fileSize(size);
            return { id, name, iconName: fileIcon(name), detail, isTooLarge };
        });
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
        if (this.isOpen) {
            this.load();
        }
    }

    /** The list gives way; the user goes on at the button that opens it. */
    handleChoose(event: Event): void {
        const { id } = (event.currentTarget as HTMLElement).dataset;
        this.isOpen = false;
        (this.refs?.toggle as HTMLElement | undefined)?.focus();
        const detail = this.files.find((file) => file.id === id);
        this.dispatchEvent(new CustomEvent('choose', { detail }));
    }

    private async load(): Promise<void> {
        this.isLoading = true;
        this.problem = '';
        try {
            this.files = await listSalesforceFiles(this.recordId);
        } catch (error) {
            this.files = [];
            this.problem = toProblem(error).message;
        }
        this.isLoading = false;
    }
}
