import { api, LightningElement } from 'lwc';

import DOWNLOAD from '@salesforce/label/c.Zendesk_Attachment_Download';
import DOWNLOADING from '@salesforce/label/c.Zendesk_Attachment_Downloading';
import MALWARE from '@salesforce/label/c.Zendesk_Attachment_Malware';
import NO_WAY from '@salesforce/label/c.Zendesk_Attachment_NoWay';
import OPEN from '@salesforce/label/c.Zendesk_Attachment_Open';
import TITLE from '@salesforce/label/c.Zendesk_Attachment_Title';

import { findAttachment } from 'c/zendeskConversationService';
import { toProblem } from 'c/zendeskErrors';
import { fileIcon } from 'c/zendeskFileIcons';
import { fileSize, formatLabel } from 'c/zendeskFormats';
import { canLoad, isPicture } from 'c/zendeskImages';

import type { Attachment } from 'c/zendeskConversationService';

interface Row {
    readonly id: string;
    readonly name: string;
    readonly size: string;
    readonly url: string;
    readonly openLabel: string;
    readonly downloadLabel: string;
    readonly isMalware: boolean;
    /** Whether Salesforce may be asked for it, and is being asked. */
    readonly isLoadable: boolean;
    readonly isLoading: boolean;
    readonly iconName: string;
    /** Only once the browser has shown that it may load it. */
    readonly thumbnailUrl?: string;
}

/**
 * The files of a comment, with thumbnails where the browser may load them. Each opens at Zendesk; who has
 * no Zendesk session downloads it through Salesforce.
 */
export default class ZendeskAttachments extends LightningElement {
    @api recordId!: string;
    @api ticketId!: string;

    @api
    get attachments(): readonly Attachment[] {
        return this.files;
    }
    set attachments(value: readonly Attachment[]) {
        this.files = value.filter(({ isInline }) => !isInline);
        this.findThumbnails();
    }

    readonly labels = { malware: MALWARE, title: TITLE };

    message = '';

    private files: readonly Attachment[] = [];
    private loadingId?: string;
    private thumbnails: ReadonlySet<string> = new Set();

    get hasFiles(): boolean {
        return this.files.length > 0;
    }

    get rows(): readonly Row[] {
        return this.files.map((file) => ({
            id: file.id,
            name: file.fileName,
            size: file.size === undefined ? '' : fileSize(file.size),
            url: file.url,
            openLabel: formatLabel(OPEN, file.fileName),
            downloadLabel: formatLabel(DOWNLOAD, file.fileName),
            isMalware: file.isMalware,
            isLoadable: !file.isMalware,
            isLoading: this.loadingId === file.id,
            iconName: iconOf(file),
            thumbnailUrl: this.thumbnails.has(file.id) ? file.thumbnailUrl : undefined
        }));
    }

    handleDownload(event: Event): void {
        const { id } = (event.currentTarget as HTMLElement).dataset;
        const file = this.files.find((known) => known.id === id);
        if (file && this.loadingId === undefined) {
            this.download(file);
        }
    }

    private async download({ id, fileName }: Attachment): Promise<void> {
        this.loadingId = id;
        this.message = formatLabel(DOWNLOADING, fileName);
        try {
            const source = await findAttachment(this.recordId, this.ticketId, id);
            this.message = source ? '' : formatLabel(NO_WAY, fileName);
            if (source) {
                save(source, fileName);
            }
        } catch (error) {
            this.message = toProblem(error).message;
        }
        this.loadingId = undefined;
    }

    private async findThumbnails(): Promise<void> {
        const { files } = this;
        const loadable = await Promise.all(
            files.map(async ({ id, thumbnailUrl, isMalware }) => {
                return !isMalware && thumbnailUrl && (await canLoad(thumbnailUrl)) ? id : '';
            })
        );
        if (files === this.files) {
            this.thumbnails = new Set(loadable);
        }
    }
}

/** A link that is followed at once: the only way in which a page can hand a file over. */
function save(source: string, fileName: string): void {
    const link = document.createElement('a');
    link.href = source;
    link.download = fileName;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.click();
}

function iconOf(file: Attachment): string {
    return isPicture(file) ? 'doctype:image' : fileIcon(file.fileName);
}
