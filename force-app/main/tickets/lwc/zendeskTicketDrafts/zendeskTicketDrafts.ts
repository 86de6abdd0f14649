import USER_ID from '@salesforce/user/Id';

import { toPlainHtml } from 'c/zendeskRichText';

import type { FieldValue, TicketDetail, TicketRights } from 'c/zendeskConversationService';
import type { Upload } from 'c/zendeskAttachmentService';
import type { TicketInput } from 'c/zendeskTicketEditService';
import type { StatusOption, Values } from 'c/zendeskTicketRules';

/** What a user wrote and did not send yet. */
export interface TicketDraft {
    /** Fields that differ from the ticket's. */
    readonly values: readonly FieldValue[];
    readonly html: string;
    readonly isPublic: boolean;
    readonly uploads: readonly Upload[];
    readonly macroIds: readonly string[];
    /** The status to submit as; none leaves it as it is. */
    readonly status?: StatusOption;
    /** Of a new ticket: makes a repeated request count once. */
    readonly key?: string;
    readonly requesterName?: string;
    readonly requesterEmail?: string;
}

export const EMPTY_DRAFT: TicketDraft = {
    values: [],
    html: '',
    isPublic: true,
    uploads: [],
    macroIds: []
};

/** What Zendesk keeps of a text's formatting. Images go as attachments. */
export const WRITING_FORMATS: readonly string[] = [
    'bold',
    'italic',
    'underline',
    'strike',
    'list',
    'indent',
    'link',
    'clean',
    'code-block',
    'code'
];

const PREFIX = 'zendesk-draft';
const DAY = 86_400_000;
const DAYS_KEPT = 7;
/** Zendesk forgets an upload after an hour. */
const UPLOAD_LIFE = 55 * 60_000;

interface Kept {
    readonly savedAt: number;
    readonly draft: TicketDraft;
}

/** A draft that was kept. */
export interface RestoredDraft {
    readonly draft: TicketDraft;
    /** Names of files that Zendesk no longer holds ready. */
    readonly lostFiles: readonly string[];
}

/** The ticket's values, with those of a draft in the place of theirs. */
export function valuesOf(ticket: TicketDetail | undefined, draft: TicketDraft): Values {
    const all = [...(ticket?.values ?? []), ...draft.values];
    return new Map(all.map((value) => [value.key, value]));
}

/** The draft with one more value; one that equals the ticket's own is no change. */
export function withValue(
    draft: TicketDraft,
    ticket: TicketDetail | undefined,
    value: FieldValue
): TicketDraft {
    const others = draft.values.filter(({ key }) => key !== value.key);
    const own = ticket?.values.find(({ key }) => key === value.key);
    return { ...draft, values: isSame(own, value) ? others : [...others, value] };
}

/** The other form that a draft is written on; none when it is the ticket's own. */
export function formOf({ values }: TicketDraft): string | undefined {
    return values.find(({ key }) => key === 'ticket_form_id')?.text;
}

/** Whether anything is in it that would be lost. */
export function isEmptyDraft(draft: TicketDraft): boolean {
    return !hasBegun(draft) && !draft.requesterEmail;
}

/** Whether the user has begun to write or to change something. */
export function hasBegun(draft: TicketDraft): boolean {
    return draft.values.length > 0 || draft.status !== undefined || hasComment(draft);
}

export function hasComment(draft: TicketDraft): boolean {
    return !isBlankHtml(draft.html) || draft.uploads.length > 0;
}

/** Rich text editors leave empty paragraphs behind. */
export function isBlankHtml(html: string): boolean {
    return html.replace(/<[^>]*>|&nbsp;|\s/g, '') === '';
}

/** What is sent of a draft. Without its comment, only the fields are. */
export function toInput(draft: TicketDraft, ticket: TicketDetail | undefined): TicketInput {
    const { html, isPublic, uploads, macroIds } = draft;
    const tokens = uploads.map(({ token }) => token);
    const comment = { html: toPlainHtml(html), isPublic, uploads: tokens };
    return {
        values: withStatus(draft, ticket).filter(isForZendesk),
        macroIds,
        ...(hasComment(draft) && { comment }),
        ...(ticket && { stamp: ticket.updatedAt }),
        ...(draft.key && { key: draft.key }),
        ...(draft.requesterEmail && {
            requesterName: draft.requesterName,
            requesterEmail: draft.requesterEmail
        })
    };
}

/** What of a draft is sent, and how. */
export interface Sending {
    readonly part: (draft: TicketDraft) => TicketDraft;
    /** Whether the answer goes along. */
    readonly isAnswer: boolean;
    /** Whether the user knows that the ticket leaves the record with it. */
    readonly mayLeave?: boolean;
}

export const ANSWER: Sending = { part: (draft) => draft, isAnswer: true };

/** The comment stays for later. */
export const FIELDS: Sending = {
    part: ({ values }) => ({ ...EMPTY_DRAFT, values }),
    isAnswer: false
};

/** What may be sent of a draft: a light agent writes notes and changes nothing. */
export function withinRights(draft: TicketDraft, rights: TicketRights): TicketDraft {
    const { mayEdit, mayCommentPublicly } = rights;
    const isPublic = draft.isPublic && mayCommentPublicly;
    return mayEdit
        ? { ...draft, isPublic }
        : { ...draft, isPublic, values: [], macroIds: [], status: undefined };
}

/** Without what was changed in these fields. */
export function withoutFields(draft: TicketDraft, keys: ReadonlySet<string>): TicketDraft {
    const isStatusAmong = keys.has('status') || keys.has('custom_status_id');
    return {
        ...draft,
        values: draft.values.filter(({ key }) => !keys.has(key)),
        status: isStatusAmong ? undefined : draft.status
    };
}

/** What is left of a draft when a part of it, as it was then, has been sent. */
export function withoutSent(draft: TicketDraft, sent: TicketDraft): TicketDraft {
    const isAnswerSent =
        sent.html === draft.html && sent.uploads === draft.uploads && sent.status === draft.status;
    const rest = isAnswerSent ? { ...EMPTY_DRAFT, isPublic: draft.isPublic } : draft;
    return { ...rest, values: draft.values.filter((value) => !sent.values.includes(value)) };
}

/** Keeps a draft in the browser, for this user and this ticket; an empty one is forgotten. */
export function keepDraft(place: string, draft: TicketDraft, now: number): void {
    try {
        forgetOldDrafts(now);
        if (isEmptyDraft(draft)) {
            localStorage.removeItem(nameOf(place));
        } else {
            localStorage.setItem(nameOf(place), JSON.stringify({ savedAt: now, draft }));
        }
    } catch {
        // A browser without storage, or a full one: the draft lives as long as the page.
    }
}

/** The draft that was kept for this user and this place, if it is not older than a week. */
export function findDraft(place: string, now: number): RestoredDraft | undefined {
    try {
        const kept = JSON.parse(localStorage.getItem(nameOf(place)) ?? 'null') as Kept | null;
        if (!kept || now - kept.savedAt > DAYS_KEPT * DAY) {
            return undefined;
        }
        const draft = { ...EMPTY_DRAFT, ...kept.draft };
        return now - kept.savedAt > UPLOAD_LIFE ? withoutUploads(draft) : { draft, lostFiles: [] };
    } catch {
        return undefined;
    }
}

function withoutUploads(draft: TicketDraft): RestoredDraft {
    return {
        draft: { ...draft, uploads: [] },
        lostFiles: draft.uploads.map(({ fileName }) => fileName)
    };
}

/** What was sent need not be kept. */
export function forgetDraft(place: string, now: number): void {
    keepDraft(place, EMPTY_DRAFT, now);
}

/** Nobody comes back to a ticket to clear it away. */
function forgetOldDrafts(now: number): void {
    Object.keys(localStorage)
        .filter((name) => name.startsWith(`${PREFIX}:`) && isOld(localStorage.getItem(name), now))
        .forEach((name) => localStorage.removeItem(name));
}

function isOld(text: string | null, now: number): boolean {
    try {
        const { savedAt = 0 } = JSON.parse(text ?? '{}') as Partial<Kept>;
        return now - savedAt > DAYS_KEPT * DAY;
    } catch {
        return true;
    }
}

function nameOf(place: string): string {
    return `${PREFIX}:${USER_ID}:${place}`;
}

function withStatus(draft: TicketDraft, ticket: TicketDetail | undefined): readonly FieldValue[] {
    if (!draft.status) {
        return draft.values;
    }
    const { status, customStatusId } = draft.status;
    const key = customStatusId ? 'custom_status_id' : 'status';
    return withValue(draft, ticket, { key, text: customStatusId ?? status }).values;
}

/** A new requester brings an organization along; Zendesk knows no way to name none. */
function isForZendesk({ key, text }: FieldValue): boolean {
    return key !== 'organization_id' || Boolean(text);
}

function isSame(own: FieldValue | undefined, value: FieldValue): boolean {
    if (value.values) {
        return [...(own?.values ?? [])].sort().join('\n') === [...value.values].sort().join('\n');
    }
    return (own?.text || emptyOf(value)) === (value.text || emptyOf(value));
}

/** A box that nobody ticked is not ticked. */
function emptyOf({ type }: FieldValue): string {
    return type === 'checkbox' ? 'false' : '';
}
