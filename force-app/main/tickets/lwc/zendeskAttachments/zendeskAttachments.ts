import { api, LightningElement } from 'lwc';

import DOWNLOAD from '@salesforce/label/c.Zendesk_Attachment_Download';
import MALWARE from '@salesforce/label/c.Zendesk_Attachment_Malware';
import TITLE from '@salesforce/label/c.Zendesk_Attachment_Title';

import { fileSize, formatLabel } from 'c/zendeskFormats';
import { canLoad, isPicture } from 'c/zendeskImages';

import type { Attachment } from 'c/zendeskConversationService';

interface Row {
    readonly id: string;
    readonly name: string;
    readonly size: string;
    readonly url: string;
    readonly downloadLabel: string;
    readonly isMalware: boolean;
    readonly iconName: string;
    /** Only once the browser has shown that it may load it. */
    readonly thumbnailUrl?: string;
}

const ICONS: Readonly<Record<string, string>> = {
    csv: 'doctype:csv',
    doc: 'doctype:word',
    docx: 'doctype:word',
    pdf: 'doctype:pdf',
    ppt: 'doctype:ppt',
    pptx: 'doctype:ppt',
    txt: 'doctype:txt',
    xls: 'doctype:excel',
    xlsx: 'doctype:excel',
    xml: 'doctype:xml',
    zip: 'doctype:zip'
};

/** The files of a comment, with thumbnails where the browser may load them. */
export default class ZendeskAttachments extends LightningElement {
    @api
    get attachments(): readonly Attachment[] {
        return this.files;
    }
    set attachments(value: readonly Attachment[]) {
        this.files = value.filter(({ isInline }) => !isInline);
        this.findThumbnails();
    }

    readonly labels = { malware: MALWARE, title: TITLE };

    private files: readonly Attachment[] = [];
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
            downloadLabel: formatLabel(DOWNLOAD, file.fileName),
            isMalware: file.isMalware,
            iconName: iconOf(file),
            thumbnailUrl: this.thumbnails.has(file.id) ? file.thumbnailUrl : undefined
        }));
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

function iconOf(file: Attachment): string {
    const extension = file.fileName.split('.').pop()?.toLowerCase() ?? '';
    return isPicture(file) ? 'doctype:image' : (ICONS[extension] ?? 'doctype:unknown');
}
