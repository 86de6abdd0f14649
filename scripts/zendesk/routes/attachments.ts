import { actingIn } from '../domain/acting.ts';
import { storeFile } from '../domain/attachments.ts';
import { createAudit } from '../domain/tickets/auditComment.ts';
import { isoSeconds } from '../store/clock.ts';
import { ApiError } from '../http/errors.ts';
import { created, noContent, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { envelope, flag, isObject, text } from '../http/json.ts';
import { existing, idParam, signedIn } from '../http/parameters.ts';
import { apiUrl } from '../present/addresses.ts';
import { presentAttachment, presentComment } from '../present/comments.ts';
import type { Attachment, Upload } from '../store/records.ts';
import { escapeHtml, safeHtml, textFromHtml } from '../domain/html.ts';
import { commentOfTicket } from './audits.ts';
import { visibleTicket } from './ticketReading.ts';

/** Recorded: three days, although the documentation says an hour. */
const UPLOAD_LIFETIME_MS = 3 * 86_400_000;
const MAX_FILE_BYTES = 50 * 1024 * 1024;

interface SentFile {
    readonly name: string;
    readonly type: string;
    readonly bytes: Buffer;
}

/** Raw bytes with the file's own content type, or a form with the file in it. */
async function sentFile(context: Context): Promise<SentFile> {
    const type = context.headers['content-type'] ?? '';
    const name = context.query.text('filename');
    const file = type.startsWith('multipart/form-data')
        ? await fileOfForm(context, type)
        : { name: name ?? '', type: type.split(';')[0] ?? '', bytes: context.bytes };
    const found = {
        ...file,
        name: name ?? file.name,
        type: file.type || 'application/octet-stream'
    };
    if (found.name === '') {
        throw ApiError.coded(
            422,
            'AttachmentUnprocessable',
            'Attachment is unprocessable: filename is missing'
        );
    }
    if (found.bytes.length > MAX_FILE_BYTES) {
        throw ApiError.coded(
            413,
            'AttachmentTooLarge',
            'Attachment is too large. Maximum size is 50 MB'
        );
    }
    return found;
}

async function fileOfForm(context: Context, type: string): Promise<SentFile> {
    const body = new Uint8Array(context.bytes);
    const form = await new Response(body, { headers: { 'content-type': type } })
        .formData()
        .catch(() => null);
    const file = [...(form?.values() ?? [])].find((value) => typeof value !== 'string');
    if (file === undefined) {
        throw ApiError.coded(
            422,
            'AttachmentUnprocessable',
            'Attachment is unprocessable: no file in the form'
        );
    }
    const name = form?.get('filename');
    return {
        name: typeof name === 'string' ? name : file.name,
        type: file.type,
        bytes: Buffer.from(await file.arrayBuffer())
    };
}

/** The same token again adds a file. */
async function upload(context: Context): Promise<Reply> {
    const file = await sentFile(context);
    const token = context.query.text('token');
    const known = token === null ? null : openUpload(context, token);
    const isInline = context.query.flag('inline') ?? false;
    const attachment = storeFile(context.account, { ...file, isInline });
    const saved = context.account.store.uploads.put(withFile(context, known, attachment));
    const body = { upload: presentUpload(context, saved, attachment) };
    const reply = created(body, apiUrl(context, `attachments/${attachment.id}`));
    // Recorded: text, unless JSON is what the caller accepts.
    const isJson = context.headers['accept']?.includes('application/json') === true;
    const type = `${isJson ? 'application/json' : 'text/plain'}; charset=utf-8`;
    return { ...reply, headers: { ...reply.headers, 'content-type': type } };
}

/** One that no comment has used and whose time has not run out. */
function openUpload(context: Context, token: string): Upload {
    const found = existing(context.account.store.uploads.find(token));
    const isOpen = !found.isUsed && found.expires_at > context.account.clock.stamp();
    return existing(isOpen ? found : null);
}

function withFile(context: Context, known: Upload | null, attachment: Attachment): Upload {
    const { account } = context;
    return known === null
        ? {
              id: account.random.letters(25),
              author_id: signedIn(context).id,
              attachment_ids: [attachment.id],
              expires_at: isoSeconds(account.clock.now() + UPLOAD_LIFETIME_MS),
              isUsed: false
          }
        : { ...known, attachment_ids: [...known.attachment_ids, attachment.id] };
}

function presentUpload(context: Context, row: Upload, latest: Attachment) {
    const files = row.attachment_ids.flatMap(
        (id) => context.account.store.attachments.find(id) ?? []
    );
    return {
        token: row.id,
        expires_at: row.expires_at,
        attachments: files.map((file) => presentAttachment(context, file)),
        attachment: presentAttachment(context, latest)
    };
}

function deleteUpload(context: Context): Reply {
    const { uploads, attachments } = context.account.store;
    const found = openUpload(context, context.params['token'] ?? '');
    found.attachment_ids.forEach((id) => attachments.remove(id));
    uploads.remove(found.id);
    return noContent();
}

const one = (context: Context): Attachment =>
    existing(context.account.store.attachments.find(idParam(context)));

function update(context: Context): Reply {
    const attachment = one(context);
    const values = envelope(context.body(), 'attachment');
    const next = context.account.store.attachments.patch(attachment, {
        malware_access_override:
            flag(values['malware_access_override']) ?? attachment.malware_access_override
    });
    return ok({ attachment: presentAttachment(context, next) });
}

/**
 * The file itself, at an address that its token makes unguessable. An account with private attachments
 * sends those who are not signed in to do so first.
 */
function download(context: Context): Reply {
    const { account, actor, url } = context;
    const { attachments } = account.store;
    const file = existing(attachments.firstBy('token', context.params['token'] ?? ''));
    if (account.hasPrivateAttachments && actor.user === null) {
        return { status: 302, headers: { location: signInUrl(url) } };
    }
    const isShown = file.inline || file.content_type.startsWith('image/');
    const name = encodeURIComponent(file.file_name);
    return {
        status: 200,
        body: Buffer.from(file.content, 'base64'),
        headers: {
            'content-type': file.content_type,
            'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`
        }
    };
}

const signInUrl = ({ origin, href }: URL): string =>
    `${origin}/access/unauthenticated?return_to=${encodeURIComponent(href)}`;

/** The file is replaced by an empty `redacted.txt`. */
function redactAttachment(context: Context): Reply {
    const { ticket, comment } = commentOfTicket(context);
    const { attachments } = context.account.store;
    const id = idParam(context, 'attachmentId');
    const file = existing(comment.attachment_ids.includes(id) ? attachments.find(id) : null);
    const redacted = attachments.patch(file, {
        file_name: 'redacted.txt',
        content_type: 'text/plain',
        content: '',
        size: 0,
        width: null,
        height: null,
        thumbnail_id: null
    });
    const acting = actingIn(context);
    createAudit(acting, ticket, [
        {
            id: acting.account.nextId(),
            type: 'AttachmentRedactionEvent',
            attachment_id: id,
            comment_id: comment.id
        }
    ]);
    return ok({ attachment: presentAttachment(context, redacted) });
}

/** Every occurrence of the text becomes blocks. */
function redactText(context: Context): Reply {
    const { ticket, comment } = commentOfTicket(context);
    const body = context.body();
    const wanted = isObject(body) ? text(body['text']) : null;
    if (wanted === null || wanted === '') {
        throw ApiError.parameterRequired('text');
    }
    if (!comment.plain.includes(wanted)) {
        throw ApiError.notFound();
    }
    const blocks = '▇'.repeat(wanted.length);
    const next = context.account.store.comments.patch(comment, {
        plain: comment.plain.replaceAll(wanted, blocks),
        html: comment.html.replaceAll(escapeHtml(wanted), blocks)
    });
    noteRedaction(context, ticket.id, comment.id);
    return ok({ comment: presentComment(context, next) });
}

/** What is shown around every comment. */
const WRAPPER = /^<div class="zd-comment"[^>]*>([\s\S]*)<\/div>$/;

/** `html_body` with `<redact>` around what is to go. */
function redactHtml(context: Context): Reply {
    const body = context.body();
    const values = isObject(body) ? body : {};
    const ticket = visibleTicket(context, Number(values['ticket_id']));
    const found = context.account.store.comments.find(idParam(context));
    const comment = existing(found?.ticket_id === ticket.id ? found : null);
    const sent = safeHtml(text(values['html_body']) ?? comment.html).replace(WRAPPER, '$1');
    if (textFromHtml(sent) !== textFromHtml(comment.html)) {
        throw ApiError.invalidField(
            'html_body',
            'Html body: does not match the comment',
            'InvalidValue'
        );
    }
    const html = sent.replace(/<redact>([\s\S]*?)<\/redact>/g, (_, gone: string) =>
        '▇'.repeat(textFromHtml(gone).length)
    );
    const next = context.account.store.comments.patch(comment, { html, plain: textFromHtml(html) });
    noteRedaction(context, ticket.id, comment.id);
    return ok({ comment: presentComment(context, next) });
}

function noteRedaction(context: Context, ticketId: number, commentId: number): void {
    const acting = actingIn(context);
    createAudit(acting, visibleTicket(context, ticketId), [
        { id: acting.account.nextId(), type: 'CommentRedactionEvent', comment_id: commentId }
    ]);
}

const COMMENT = '/api/v2/tickets/:id/comments/:commentId';

export const attachmentRoutes: readonly Route[] = [
    { method: 'POST', path: '/api/v2/uploads', access: 'end-user', handle: upload },
    { method: 'DELETE', path: '/api/v2/uploads/:token', access: 'end-user', handle: deleteUpload },
    {
        method: 'GET',
        path: '/api/v2/attachments/:id',
        handle: (context) => ok({ attachment: presentAttachment(context, one(context)) })
    },
    { method: 'PUT', path: '/api/v2/attachments/:id', handle: update },
    { method: 'GET', path: '/attachments/token/:token', access: 'anyone', handle: download },
    { method: 'PUT', path: `${COMMENT}/redact`, handle: redactText },
    {
        method: 'PUT',
        path: `${COMMENT}/attachments/:attachmentId/redact`,
        handle: redactAttachment
    },
    { method: 'PUT', path: '/api/v2/comment_redactions/:id', handle: redactHtml }
];
