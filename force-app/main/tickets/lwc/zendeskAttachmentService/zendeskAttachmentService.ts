import listSalesforceFilesOf from '@salesforce/apex/ZendeskAttachmentController.listSalesforceFiles';
import uploadFileOf from '@salesforce/apex/ZendeskAttachmentController.uploadFile';
import uploadSalesforceFileOf from '@salesforce/apex/ZendeskAttachmentController.uploadSalesforceFile';
import UNREADABLE from '@salesforce/label/c.Zendesk_File_Unreadable';

import { ProblemError } from 'c/zendeskErrors';

/** Bytes that pass through Apex at once, see ZendeskUploadLimits. */
export const MOST_BYTES_FROM_DEVICE = 2_000_000;
export const MOST_BYTES_FROM_SALESFORCE = 4_000_000;

/** A file that Zendesk holds ready for an hour. */
export interface Upload {
    readonly token: string;
    readonly fileName: string;
    /** Bytes. */
    readonly size: number;
    /** When it was handed over, in milliseconds. */
    readonly uploadedAt: number;
}

export interface SalesforceFile {
    readonly id: string;
    readonly name: string;
    /** Bytes. */
    readonly size: number;
}

/** Hands a file from the device over. Without a ticket id, for a new ticket. */
export async function uploadFile(
    recordId: string,
    ticketId: string | undefined,
    file: File
): Promise<Upload> {
    const base64 = await toBase64(file);
    const { name, type: contentType } = file;
    return timed(uploadFileOf({ recordId, ticketId, name, contentType, base64 }));
}

/** Hands a Salesforce File of the record over. Without a ticket id, for a new ticket. */
export function uploadSalesforceFile(
    recordId: string,
    ticketId: string | undefined,
    documentId: string
): Promise<Upload> {
    return timed(uploadSalesforceFileOf({ recordId, ticketId, documentId }));
}

/** Salesforce Files of the record. */
export function listSalesforceFiles(recordId: string): Promise<readonly SalesforceFile[]> {
    return listSalesforceFilesOf({ recordId }) as Promise<readonly SalesforceFile[]>;
}

/** From the beginning: Zendesk's hour does not wait for the answer. */
async function timed(request: Promise<unknown>): Promise<Upload> {
    const uploadedAt = Date.now();
    return { ...((await request) as Omit<Upload, 'uploadedAt'>), uploadedAt };
}

function toBase64(file: File): Promise<string> {
    return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
        reader.onerror = () => reject(new ProblemError('unreadable_file', UNREADABLE));
        reader.readAsDataURL(file);
    });
}
