import findAttachmentOf from '@salesforce/apex/ZendeskConversationController.findAttachment';
import getLayoutOf from '@salesforce/apex/ZendeskConversationController.getLayout';
import listCommentsOf from '@salesforce/apex/ZendeskConversationController.listComments';
import listEventsOf from '@salesforce/apex/ZendeskConversationController.listEvents';
import openTicketOf from '@salesforce/apex/ZendeskConversationController.openTicket';

/** An id or a tag, and what people call it. */
export interface Choice {
    readonly value: string;
    readonly label: string;
    /** By what those of the same name are told apart, e.g. an address. */
    readonly detail?: string;
}

export interface Person {
    readonly id: string;
    readonly name?: string;
    readonly email?: string;
    readonly isAgent: boolean;
}

/** The value of a field; `key` is an attribute such as `priority`, or the id of a custom field. */
export interface FieldValue {
    readonly key: string;
    /** Of a custom field: the type by which it is written. */
    readonly type?: string;
    readonly text?: string;
    readonly values?: readonly string[];
}

export interface TicketDetail {
    readonly id: string;
    /** The version that was seen; sent back with a change. */
    readonly updatedAt: string;
    readonly createdAt: string;
    readonly values: readonly FieldValue[];
    readonly people: readonly Person[];
    readonly groups: readonly Choice[];
    readonly organizations: readonly Choice[];
    readonly brands: readonly Choice[];
    /** What the browser knows besides of whom and what it mentions. */
    readonly names?: readonly Choice[];
}

export interface TicketField {
    readonly id: string;
    /** Where a ticket keeps the value. */
    readonly key: string;
    /** Zendesk's, e.g. `tagger`. */
    readonly type: string;
    readonly title: string;
    readonly description?: string;
    readonly isRequiredToSolve: boolean;
    readonly isEditable: boolean;
    /** Of a regexp field, in Ruby's syntax. */
    readonly format?: string;
    /** Of a lookup field, e.g. `zen:user`. */
    readonly target?: string;
    readonly options: readonly Choice[];
}

export interface ConditionalField {
    readonly fieldId: string;
    readonly isRequired: boolean;
    readonly requiredOn?: string;
    readonly statuses: readonly string[];
}

export interface FormCondition {
    readonly parentFieldId: string;
    readonly value?: string;
    readonly children: readonly ConditionalField[];
}

export interface TicketForm {
    /** Absent in an account without forms. */
    readonly id?: string;
    readonly name?: string;
    readonly isDefault: boolean;
    /** Absent when all brands may use it. */
    readonly brandIds?: readonly string[];
    readonly conditions: readonly FormCondition[];
}

export interface StatusChoice {
    readonly id: string;
    readonly label: string;
    /** new, open, pending, hold or solved. */
    readonly category: string;
    readonly isDefault: boolean;
}

/** A form with its fields. */
export interface TicketLayout {
    readonly form: TicketForm;
    readonly fields: readonly TicketField[];
    /** Empty when the account has no custom statuses. */
    readonly statuses: readonly StatusChoice[];
}

export interface Attachment {
    readonly id: string;
    readonly fileName: string;
    readonly contentType?: string;
    /** Bytes. */
    readonly size?: number;
    readonly url: string;
    readonly thumbnailUrl?: string;
    readonly isInline: boolean;
    readonly isMalware: boolean;
}

export interface TicketComment {
    readonly id: string;
    readonly authorId?: string;
    readonly createdAt: string;
    readonly isPublic: boolean;
    /** Zendesk's; shown through a sanitising component only. */
    readonly html?: string;
    readonly channel?: string;
    readonly attachments: readonly Attachment[];
}

export interface CommentPage {
    /** Latest first. */
    readonly comments: readonly TicketComment[];
    readonly people: readonly Person[];
    /** Absent when there are no older ones. */
    readonly nextCursor?: string;
}

export interface TicketEventChange {
    readonly key: string;
    readonly oldText?: string;
    readonly newText?: string;
}

export interface TicketEvent {
    readonly id: string;
    readonly authorId?: string;
    readonly createdAt: string;
    readonly channel?: string;
    readonly changes: readonly TicketEventChange[];
    readonly comment?: 'public' | 'internal';
}

export interface TicketHistory {
    /** Latest first. */
    readonly events: readonly TicketEvent[];
    readonly people: readonly Person[];
    /** Absent when there are no older ones. */
    readonly nextCursor?: string;
}

export interface TicketRights {
    readonly mayCreate: boolean;
    readonly mayEdit: boolean;
    readonly mayComment: boolean;
    /** False for a light agent, and for notes that the org's own user leaves. */
    readonly mayCommentPublicly: boolean;
    readonly seesInternalNotes: boolean;
    readonly isAgentLinked: boolean;
    /** Absent when no agent is linked, or it is not known yet. */
    readonly agentId?: string;
    /** Comments are left by the org's own user, as internal notes that name the person. */
    readonly writesSignedNotes: boolean;
}

export interface TicketOpening {
    readonly ticket: TicketDetail;
    /** Absent when it has to be asked for. */
    readonly layout?: TicketLayout;
    readonly conversation: CommentPage;
    readonly rights: TicketRights;
    /** Absent when the account's address is not known. */
    readonly zendeskUrl?: string;
}

/** The ticket with its form and the latest of its conversation. */
export function openTicket(recordId: string, ticketId: string): Promise<TicketOpening> {
    return openTicketOf({ recordId, ticketId }) as Promise<TicketOpening>;
}

/** The form of a ticket that was opened without it. */
export function getLayout(recordId: string, ticketId: string): Promise<TicketLayout> {
    return getLayoutOf({ recordId, ticketId }) as Promise<TicketLayout>;
}

/** The latest comments, or those older than a cursor. */
export function listComments(
    recordId: string,
    ticketId: string,
    cursor?: string
): Promise<CommentPage> {
    return listCommentsOf({ recordId, ticketId, cursor }) as Promise<CommentPage>;
}

/** The latest events, or those older than a cursor. */
export function listEvents(
    recordId: string,
    ticketId: string,
    cursor?: string
): Promise<TicketHistory> {
    return listEventsOf({ recordId, ticketId, cursor }) as Promise<TicketHistory>;
}

/** Where the browser gets an attachment that it can't load by itself; nothing when there is no way. */
export async function findAttachment(
    recordId: string,
    ticketId: string,
    attachmentId: string
): Promise<string | undefined> {
    const found = await findAttachmentOf({ recordId, ticketId, attachmentId });
    return (found as { source?: string }).source;
}
