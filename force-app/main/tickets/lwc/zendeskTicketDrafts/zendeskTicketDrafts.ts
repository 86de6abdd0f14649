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
    /** Names of files that are still to be handed over, and gone with the page. */
    readonly waitingFiles?: readonly string[];
    readonly macroIds: readonly string[];
    /** The status to submit as; none leaves it as it is. */
    readonly status?: StatusOption;
    /** Of a new ticket: makes a repeated request count once. */
    readonly key?: string;
    /** Zendesk may have it already: it was sent, and no answer said what became of it. */
    readonly isInDoubt?: boolean;
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
    return !hasBegun(draft) && !draft.requesterEmail && !draft.waitingFiles?.length;
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
