import { api, LightningElement } from 'lwc';

import EMPTY from '@salesforce/label/c.Zendesk_Files_NoSalesforceFiles';
import FROM_DEVICE from '@salesforce/label/c.Zendesk_Files_FromDevice';
import FROM_SALESFORCE from '@salesforce/label/c.Zendesk_Files_FromSalesforce';
import LIMITS from '@salesforce/label/c.Zendesk_Files_Limits';
import READY from '@salesforce/label/c.Zendesk_Files_Ready';
import SENDING from '@salesforce/label/c.Zendesk_Files_Sending';
import TITLE from '@salesforce/label/c.Zendesk_Files_Title';
import TOO_LARGE from '@salesforce/label/c.Zendesk_File_TooLarge';

import {
    listSalesforceFiles,
    MOST_BYTES_FROM_DEVICE,
    MOST_BYTES_FROM_SALESFORCE,
    uploadFile,
    uploadSalesforceFile
} from 'c/zendeskAttachmentService';
import { toProblem } from 'c/zendeskErrors';
import { fileSize, formatLabel } from 'c/zendeskFormats';

import type { SalesforceFile, Upload } from 'c/zendeskAttachmentService';

const MEGABYTE = 1_000_000;

/**
 * Attaches files from the device, dropped or chosen, and from Salesforce. Fires `uploadschange`, and
 * `uploading` with whether one is on its way.
 */
export default class ZendeskFilePicker extends LightningElement {
    @api recordId!: string;
    /** None for a new ticket. */
    @api ticketId?: string;
    @api uploads: readonly Upload[] = [];

    readonly labels = {
        empty: EMPTY,
        fromDevice: FROM_DEVICE,
        fromSalesforce: FROM_SALESFORCE,
        title: TITLE
    };
    readonly limits = formatLabel(
        LIMITS,
        MOST_BYTES_FROM_DEVICE / MEGABYTE,
        MOST_BYTES_FROM_SALESFORCE / MEGABYTE
    );

    sendingName = '';
    problems: readonly { readonly id: string; readonly text: string }[] = [];
    salesforceFiles?: readonly SalesforceFile[];

    get pills(): readonly { name: string; label: string }[] {
        return this.uploads.map(({ token, fileName }) => ({ name: token, label: fileName }));
    }

    get hasUploads(): boolean {
        return this.uploads.length > 0;
    }

    get isSending(): boolean {
        return this.sendingName !== '';
    }

    get statusMessage(): string {
        if (this.isSending) {
            return formatLabel(SENDING, this.sendingName);
        }
        return this.hasUploads ? formatLabel(READY, this.uploads.length) : '';
    }

    get hasNoSalesforceFiles(): boolean {
        return this.salesforceFiles?.length === 0;
    }

    get salesforceRows(): readonly { id: string; name: string; size: string }[] {
        return (this.salesforceFiles ?? []).map(({ id, name, size }) => ({
            id,
            name,
            size: fileSize(size)
        }));
    }

    async handleFiles(event: CustomEvent<{ files: FileList }>): Promise<void> {
        this.problems = [];
        for (const file of [...event.detail.files]) {
            // One after the other: each takes a transaction of its own, and Salesforce's heap.
            // eslint-disable-next-line no-await-in-loop
            await this.send(file.name, file.size, MOST_BYTES_FROM_DEVICE, () =>
                uploadFile(this.recordId, this.ticketId, file)
            );
        }
    }

    async handleBrowse(): Promise<void> {
        try {
            this.salesforceFiles = await listSalesforceFiles(this.recordId);
        } catch (error) {
            this.note('', toProblem(error).message);
        }
    }

    handleSalesforceFile(event: Event): void {
        const { id } = (event.currentTarget as HTMLElement).dataset;
        const file = this.salesforceFiles?.find((known) => known.id === id);
        if (file) {
            this.problems = [];
            this.salesforceFiles = undefined;
            this.send(file.name, file.size, MOST_BYTES_FROM_SALESFORCE, () =>
                uploadSalesforceFile(this.recordId, this.ticketId, file.id)
            );
        }
    }

    handleRemove(event: CustomEvent<{ item: { name: string } }>): void {
        const { name } = event.detail.item;
        this.report(this.uploads.filter(({ token }) => token !== name));
    }

    private async send(
        name: string,
        size: number,
        limit: number,
        upload: () => Promise<Upload>
    ): Promise<void> {
        if (size > limit) {
            this.note(name, formatLabel(TOO_LARGE, limit / MEGABYTE));
            return;
        }
        this.begin(name);
        try {
            const sent = await upload();
            this.report([...this.uploads, sent]);
        } catch (error) {
            this.note(name, toProblem(error).message);
        }
        this.begin('');
    }

    /** With a file, or with none any more. */
    private begin(name: string): void {
        this.sendingName = name;
        this.dispatchEvent(new CustomEvent('uploading', { detail: this.isSending }));
    }

    private note(name: string, sentence: string): void {
        const text = name ? `${name}: ${sentence}` : sentence;
        this.problems = [...this.problems, { id: String(this.problems.length), text }];
    }

    private report(uploads: readonly Upload[]): void {
        this.dispatchEvent(new CustomEvent('uploadschange', { detail: uploads }));
    }
}
