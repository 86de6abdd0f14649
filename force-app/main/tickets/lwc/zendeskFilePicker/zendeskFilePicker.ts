import { api, LightningElement } from 'lwc';

import FROM_DEVICE from '@salesforce/label/c.Zendesk_Files_FromDevice';
import LIMITS from '@salesforce/label/c.Zendesk_Files_Limits';
import READY from '@salesforce/label/c.Zendesk_Files_Ready';
import SENDING from '@salesforce/label/c.Zendesk_Files_Sending';
import TITLE from '@salesforce/label/c.Zendesk_Files_Title';
import TOO_LARGE from '@salesforce/label/c.Zendesk_File_TooLarge';
import UNFINISHED from '@salesforce/label/c.Zendesk_Files_Unfinished';

import {
    MOST_BYTES_FROM_DEVICE,
    MOST_BYTES_FROM_SALESFORCE,
    uploadFile,
    uploadSalesforceFile
} from 'c/zendeskAttachmentService';
import { isUncertain, needsAgent, toProblem } from 'c/zendeskErrors';
import { formatLabel } from 'c/zendeskFormats';

import type { SalesforceFile, Upload } from 'c/zendeskAttachmentService';
import type { Problem } from 'c/zendeskErrors';
import type { ListedFile } from 'c/zendeskFileList';

const MEGABYTE = 1_000_000;

/** A file that Zendesk does not have yet. */
interface PendingFile extends ListedFile {
    readonly upload: () => Promise<Upload>;
}

/**
 * Attaches files from the device, dropped or chosen, and from Salesforce, one after the other: each takes
 * a transaction of its own, and Salesforce's heap. Fires `uploadschange`, `uploading` with the names of
 * those still to be handed over, and `agentneeded` when that takes an agent.
 */
export default class ZendeskFilePicker extends LightningElement {
    @api recordId!: string;
    /** None for a new ticket. */
    @api ticketId?: string;
    @api uploads: readonly Upload[] = [];

    /** While the rest is being sent; what can't be sent is then done with. */
    @api
    get disabled(): boolean {
        return this.isDisabled;
    }
    set disabled(value: boolean) {
        this.isDisabled = value;
        if (value) {
            this.pending = this.pending.filter(({ state }) => state !== 'refused');
        }
    }

    /** Attaches files of the device. */
    @api
    add(files: readonly File[]): void {
        const upload = (file: File) => () => uploadFile(this.recordId, this.ticketId, file);
        this.enqueue(
            files.map((file) => this.pendingOf(file, MOST_BYTES_FROM_DEVICE, upload(file)))
        );
    }

    /** Tries again to hand over what failed. */
    @api
    retry(): void {
        this.pending = this.pending.map((file) => {
            return file.state === 'failed' ? toUpload(file) : file;
        });
        this.work();
    }

    readonly labels = { fromDevice: FROM_DEVICE, title: TITLE };
    readonly limits = formatLabel(
        LIMITS,
        MOST_BYTES_FROM_DEVICE / MEGABYTE,
        MOST_BYTES_FROM_SALESFORCE / MEGABYTE
    );

    pending: readonly PendingFile[] = [];

    private isDisabled = false;
    private isWorking = false;
    private count = 0;

    /** Whoever comes back finds another picker, which would not hear of these. */
    disconnectedCallback(): void {
        this.pending = [];
    }

    get files(): readonly ListedFile[] {
        const attached = this.uploads.map(({ token, fileName, size }) => {
            return { id: token, name: fileName, size, state: 'attached' as const };
        });
        return [...attached, ...this.pending];
    }

    get statusMessage(): string {
        const uploading = this.pending.find(({ state }) => state === 'uploading');
        if (uploading) {
            return formatLabel(SENDING, uploading.name);
        }
        const failed = this.pending.filter(({ state }) => state === 'failed');
        if (failed.length > 0) {
            return formatLabel(UNFINISHED, failed.length);
        }
        return this.uploads.length > 0 ? formatLabel(READY, this.uploads.length) : '';
    }

    handleFiles(event: CustomEvent<{ files: FileList }>): void {
        this.add([...event.detail.files]);
    }

    handleSalesforceFile(event: CustomEvent<SalesforceFile>): void {
        const { detail: file } = event;
        const upload = () => uploadSalesforceFile(this.recordId, this.ticketId, file.id);
        this.enqueue([this.pendingOf(file, MOST_BYTES_FROM_SALESFORCE, upload)]);
    }

    handleRetry(event: CustomEvent<string>): void {
        const { detail: failed } = event;
        this.pending = this.pending.map((file) => (file.id === failed ? toUpload(file) : file));
        this.work();
    }

    /** What is on its way already arrives, and is left where it is. */
    handleRemove(event: CustomEvent<string>): void {
        const { detail: removed } = event;
        const uploads = this.uploads.filter(({ token }) => token !== removed);
        this.pending = this.pending.filter(({ id }) => id !== removed);
        if (uploads.length < this.uploads.length) {
            this.report(uploads);
        }
        this.reportPending();
        (this.refs?.input as HTMLElement | undefined)?.focus();
    }

    private pendingOf(
        { name, size }: { readonly name: string; readonly size: number },
        limit: number,
        upload: () => Promise<Upload>
    ): PendingFile {
        const id = `pending-${++this.count}`;
        return size > limit
            ? { id, name, size, upload, state: 'refused', problem: tooLarge(limit) }
            : { id, name, size, upload, state: 'uploading' };
    }

    private enqueue(files: readonly PendingFile[]): void {
        this.pending = [...this.pending, ...files];
        this.work();
    }

    private async work(): Promise<void> {
        this.reportPending();
        if (this.isWorking) {
            return;
        }
        this.isWorking = true;
        for (let next = this.nextFile; next; next = this.nextFile) {
            // eslint-disable-next-line no-await-in-loop -- one after the other
            await this.send(next);
        }
        this.isWorking = false;
        if (this.isConnected) {
            this.reportPending();
        }
    }

    private get nextFile(): PendingFile | undefined {
        return this.pending.find(({ state }) => state === 'uploading');
    }

    private async send({ id, upload }: PendingFile): Promise<void> {
        try {
            const sent = await upload();
            if (this.pending.some((file) => file.id === id)) {
                this.pending = this.pending.filter((file) => file.id !== id);
                this.report([...this.uploads, sent]);
            }
        } catch (error) {
            this.fail(id, toProblem(error));
        }
    }

    private fail(id: string, problem: Problem): void {
        const state = isWorthARetry(problem) ? 'failed' : 'refused';
        this.pending = this.pending.map((file) => {
            return file.id === id ? { ...file, state, problem: problem.message } : file;
        });
        if (needsAgent(problem)) {
            this.dispatchEvent(new CustomEvent('agentneeded'));
        }
    }

    private report(uploads: readonly Upload[]): void {
        this.dispatchEvent(new CustomEvent('uploadschange', { detail: uploads }));
    }

    /** What is sent now would go without these files. */
    private reportPending(): void {
        const waiting = this.pending.filter(({ state }) => state !== 'refused');
        const names = waiting.map(({ name }) => name);
        this.dispatchEvent(new CustomEvent('uploading', { detail: names }));
    }
}

function isWorthARetry(problem: Problem): boolean {
    return isUncertain(problem) || needsAgent(problem) || problem.code === 'rate_limited';
}

function toUpload(file: PendingFile): PendingFile {
    return { ...file, state: 'uploading', problem: undefined };
}

function tooLarge(limit: number): string {
    return formatLabel(TOO_LARGE, limit / MEGABYTE);
}
