import { textFromHtml } from '../domain/html.ts';
import type { Context } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import type { Attachment, Comment } from '../store/records.ts';
import { apiUrl } from './addresses.ts';

export function presentComment(context: Context, comment: Comment): JsonObject {
    const { store } = context.account;
    const isWithInline = context.query.flag('include_inline_images') === true;
    const attachments = comment.attachment_ids
        .flatMap((id) => store.attachments.find(id) ?? [])
        .filter((row) => isWithInline || !row.inline);
    return {
        id: comment.id,
        type: 'Comment',
        author_id: comment.author_id,
        body: comment.plain,
        html_body: htmlBody(comment),
        plain_body: textFromHtml(comment.html),
        public: comment.public,
        attachments: attachments.map((row) => presentAttachment(context, row)),
        audit_id: comment.audit_id,
        via: comment.via,
        created_at: comment.created_at,
        metadata: comment.metadata
    };
}

export const htmlBody = (comment: Comment): string =>
    `<div class="zd-comment" dir="auto">${comment.html}</div>`;

export function presentAttachment(context: Context, row: Attachment): JsonObject {
    const thumbnail = context.account.store.attachments.find(row.thumbnail_id);
    return {
        ...presentFile(context, row),
        thumbnails: thumbnail === null ? [] : [presentFile(context, thumbnail)]
    };
}

function presentFile(context: Context, row: Attachment): JsonObject {
    const name = encodeURIComponent(row.file_name);
    const contentUrl = `${context.url.origin}/attachments/token/${row.token}/?name=${name}`;
    return {
        url: apiUrl(context, `attachments/${row.id}`),
        id: row.id,
        file_name: row.file_name,
        content_url: contentUrl,
        mapped_content_url: contentUrl,
        content_type: row.content_type,
        size: row.size,
        width: row.width,
        height: row.height,
        inline: row.inline,
        deleted: row.deleted,
        malware_access_override: row.malware_access_override,
        malware_scan_result: 'malware_not_found'
    };
}
