import type { Account } from '../account.ts';
import type { Attachment } from '../store/records.ts';
import { imageSize } from './images.ts';

export interface NewFile {
    readonly name: string;
    readonly type: string;
    readonly bytes: Buffer;
    readonly isInline?: boolean;
}

/** Keeps a file. An image gets a thumbnail beside it, which is not scaled down here. */
export function storeFile(account: Account, file: NewFile): Attachment {
    const size = imageSize(file.bytes);
    const thumbnail = size && put(account, { ...file, name: thumbnailName(file.name) }, null);
    return put(account, file, { ...size, thumbnail_id: thumbnail?.id ?? null });
}

type Shown = Pick<Attachment, 'width' | 'height' | 'thumbnail_id'>;

function put(account: Account, file: NewFile, shown: Partial<Shown> | null): Attachment {
    return account.store.attachments.put({
        id: account.nextId(),
        file_name: file.name,
        content_type: file.type,
        size: file.bytes.length,
        width: null,
        height: null,
        thumbnail_id: null,
        ...shown,
        token: account.random.letters(25),
        content: file.bytes.toString('base64'),
        inline: file.isInline ?? false,
        deleted: false,
        malware_access_override: false
    });
}

/** `photo.png` has `photo_thumb.png` beside it. */
const thumbnailName = (name: string): string => name.replace(/(\.[^.]*)?$/, '_thumb$1');
