import { createHash } from 'node:crypto';
import type { Save, WorkRow } from '../work.ts';
import { valueOf } from '../work.ts';

/** File: title, type, size and checksum from its content, and the document it is a version of. */
export function deriveContentVersion(row: WorkRow, save: Save): void {
    const path = String(valueOf(row, 'PathOnClient') ?? valueOf(row, 'Title') ?? '');
    const extension = path.includes('.') ? path.slice(path.lastIndexOf('.') + 1) : null;
    row.values['FileExtension'] = extension;
    row.values['FileType'] = extension === null ? 'UNKNOWN' : extension.toUpperCase();
    if (row.values['VersionData'] != null || row.old === null) {
        const body = Buffer.from(String(row.values['VersionData'] ?? ''), 'base64');
        row.values['ContentSize'] = body.length;
        row.values['Checksum'] = createHash('md5').update(body).digest('hex');
    }
    if (row.old === null) {
        row.values['Title'] ??= path.replace(/\.[^.]*$/, '');
        placeInDocument(row, save);
    }
}

/** Attachment: the size of its content. */
export function deriveAttachment(row: WorkRow): void {
    const body = row.values['Body'];
    if (typeof body === 'string') {
        row.values['BodyLength'] = Buffer.from(body, 'base64').length;
    }
}

/** A first version makes the document, and links it to where it was published. */
function placeInDocument(row: WorkRow, save: Save): void {
    row.values['IsLatest'] = true;
    row.values['PublishStatus'] = 'P';
    const given = row.values['ContentDocumentId'];
    row.values['VersionNumber'] = String(versionsOf(given ?? null, save) + 1);
}

function versionsOf(documentId: unknown, save: Save): number {
    return typeof documentId === 'string'
        ? save.store.idsWhere('ContentVersion', 'ContentDocumentId', [documentId]).length
        : 0;
}

/** Before versions are stored: documents for those that have none, older versions are old. */
export function openDocuments(rows: readonly WorkRow[], save: Save): void {
    for (const row of rows) {
        const known = row.values['ContentDocumentId'];
        const documentId = typeof known === 'string' ? known : newDocument(row, save);
        row.values['ContentDocumentId'] = documentId;
        for (const id of save.store.idsWhere('ContentVersion', 'ContentDocumentId', [documentId])) {
            save.store.update('ContentVersion', id, { IsLatest: false });
        }
    }
}

/** After versions are stored: documents show the newest, and are linked to owner and place. */
export function finishDocuments(rows: readonly WorkRow[], save: Save): void {
    for (const row of rows) {
        const documentId = String(row.values['ContentDocumentId']);
        save.store.update('ContentDocument', documentId, {
            LatestPublishedVersionId: row.id,
            ...copied(row),
            LastModifiedDate: save.stamp,
            SystemModstamp: save.stamp
        });
        if (row.values['VersionNumber'] === '1') {
            link(documentId, row.values['OwnerId'] ?? save.context.userId, 'I', save);
            link(documentId, row.values['FirstPublishLocationId'] ?? null, 'V', save);
        }
    }
}

function newDocument(row: WorkRow, save: Save): string {
    const [id = ''] = save.store.newIds('ContentDocument', 1);
    save.store.insert('ContentDocument', id, {
        ...copied(row),
        OwnerId: row.values['OwnerId'] ?? save.context.userId,
        PublishStatus: 'P',
        IsDeleted: false,
        CreatedDate: save.stamp,
        CreatedById: save.context.userId,
        LastModifiedDate: save.stamp,
        LastModifiedById: save.context.userId,
        SystemModstamp: save.stamp
    });
    return id;
}

function copied(row: WorkRow) {
    return {
        Title: valueOf(row, 'Title'),
        FileType: valueOf(row, 'FileType'),
        FileExtension: valueOf(row, 'FileExtension'),
        ContentSize: valueOf(row, 'ContentSize'),
        Description: valueOf(row, 'Description')
    };
}

function link(documentId: string, entityId: unknown, shareType: string, save: Save): void {
    if (typeof entityId === 'string') {
        const [id = ''] = save.store.newIds('ContentDocumentLink', 1);
        save.store.insert('ContentDocumentLink', id, {
            ContentDocumentId: documentId,
            LinkedEntityId: entityId,
            ShareType: shareType,
            Visibility: 'AllUsers',
            IsDeleted: false,
            SystemModstamp: save.stamp
        });
    }
}
