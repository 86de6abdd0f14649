import { ApiError } from '../../http/errors.ts';
import { flag, isArray, isObject, text, type Json, type JsonObject } from '../../http/json.ts';
import type { Attachment, Comment, Ticket, Upload, User, Via } from '../../store/records.ts';
import type { Acting } from '../acting.ts';
import { collapsed, htmlFromText, safeHtml, textFromHtml } from '../html.ts';
import { render } from '../rules/placeholders.ts';
import { isLightAgent } from '../visibility.ts';
import { knownUser } from './people.ts';

const MAX_COMMENTS = 5000;
const MAX_BYTES = 65_536;

/** A comment that is about to be written. */
export interface NewComment {
    readonly author: User;
    readonly html: string;
    readonly plain: string;
    readonly isPublic: boolean;
    readonly attachments: readonly Attachment[];
    /** Tokens that the comment uses up. */
    readonly uploads: readonly Upload[];
}

/**
 * The comment of a request, or null when it has none.
 * @throws ApiError 422 for an unknown author, an unknown upload, and past 5,000 comments
 */
export function commentOf(acting: Acting, ticket: Ticket, input: JsonObject): NewComment | null {
    const values = commentValues(input);
    if (values === null) {
        return null;
    }
    const uploads = uploadsOf(acting, values['uploads']);
    const attachments = uploads
        .flatMap(({ attachment_ids }) => attachment_ids)
        .flatMap((id) => acting.account.store.attachments.find(id) ?? []);
    const written = body(acting, ticket, values);
    if (written.plain === '' && attachments.length === 0) {
        return null;
    }
    if (acting.account.store.comments.ids('ticket', ticket.id).size >= MAX_COMMENTS) {
        throw ApiError.invalidField(
            'base',
            `Ticket: cannot have more than ${MAX_COMMENTS} comments`,
            'TooManyComments'
        );
    }
    const author =
        values['author_id'] === undefined || values['author_id'] === null
            ? acting.user
            : knownUser(acting, values['author_id'], 'author');
    return { author, ...written, attachments, uploads, isPublic: isPublic(acting, ticket, values) };
}

/** `comment: {...}`; `comment: "text"` and `description: "text"` are understood too. */
function commentValues(input: JsonObject): JsonObject | null {
    const comment = input['comment'];
    if (isObject(comment)) {
        return comment;
    }
    const body = text(comment) ?? text(input['description']);
    return body === null ? null : { body };
}

/** Light agents write internal notes only; otherwise the ticket's privacy is what holds unsaid. */
function isPublic(acting: Acting, ticket: Ticket, values: JsonObject): boolean {
    return !isLightAgent(acting.user) && (flag(values['public']) ?? ticket.is_public);
}

function body(acting: Acting, ticket: Ticket, values: JsonObject): { html: string; plain: string } {
    const rendered = (raw: string) => cut(render(acting, ticket, raw));
    const html = text(values['html_body']);
    if (html !== null && html !== '') {
        const safe = safeHtml(rendered(html));
        return { html: safe, plain: textFromHtml(safe) };
    }
    const plain = collapsed(rendered(text(values['body']) ?? text(values['value']) ?? ''));
    return { html: htmlFromText(plain), plain };
}

/** Longer bodies are cut without a word. */
const cut = (value: string): string =>
    Buffer.byteLength(value) <= MAX_BYTES
        ? value
        : Buffer.from(value)
              .subarray(0, MAX_BYTES)
              .toString()
              .replace(/\uFFFD$/, '');

/** @throws ApiError 422 for a token that is unknown, used, or too old */
function uploadsOf(acting: Acting, tokens: Json | undefined): Upload[] {
    const { store } = acting.account;
    const list = isArray(tokens) ? tokens : tokens === undefined || tokens === null ? [] : [tokens];
    return list.map((token) => {
        const upload = store.uploads.find(text(token) ?? '');
        const now = acting.account.clock.stamp();
        if (upload === null || upload.isUsed || upload.expires_at <= now) {
            throw ApiError.invalidField(
                'base',
                'Uploads: token is invalid or expired',
                'InvalidValue'
            );
        }
        return upload;
    });
}

/** Where a comment goes when it is written. */
export interface CommentPlace {
    readonly ticketId: number;
    readonly auditId: number;
    readonly via: Via;
    readonly metadata: JsonObject;
}

export function storeComment(acting: Acting, comment: NewComment, place: CommentPlace): Comment {
    const { account } = acting;
    comment.uploads.forEach((upload) => account.store.uploads.patch(upload, { isUsed: true }));
    return account.store.comments.put({
        id: account.nextId(),
        ticket_id: place.ticketId,
        audit_id: place.auditId,
        author_id: comment.author.id,
        html: comment.html,
        plain: comment.plain,
        public: comment.isPublic,
        attachment_ids: comment.attachments.map((row) => row.id),
        via: place.via,
        metadata: place.metadata,
        created_at: account.clock.stamp()
    });
}
