import changeTicketOf from '@salesforce/apex/ZendeskTicketEditController.changeTicket';
import createTicketOf from '@salesforce/apex/ZendeskTicketEditController.createTicket';
import openNewTicketOf from '@salesforce/apex/ZendeskTicketEditController.openNewTicket';

import type {
    FieldValue,
    TicketComment,
    TicketDetail,
    TicketForm,
    TicketLayout,
    TicketRights
} from 'c/zendeskConversationService';

export interface CommentInput {
    readonly html: string;
    readonly isPublic: boolean;
    /** Tokens of uploaded files. */
    readonly uploads: readonly string[];
}

/** A new ticket, or a change of one. */
export interface TicketInput {
    /** Only what changes. */
    readonly values: readonly FieldValue[];
    readonly comment?: CommentInput;
    /** Of a change: `updatedAt` of the ticket that the user saw. */
    readonly stamp?: string;
    /** Of a change: the user knows that the ticket may leave the record with it. */
    readonly mayLeave?: boolean;
    /** Of a new ticket: makes a repeated request count once. */
    readonly key?: string;
    readonly requesterName?: string;
    readonly requesterEmail?: string;
    readonly macroIds?: readonly string[];
}

/** A ticket as Zendesk left it. */
export interface TicketOutcome {
    readonly ticket: TicketDetail;
    /** The comment that was made, if the user may see it. */
    readonly comment?: TicketComment;
    /** False when no list of the record shows the ticket. */
    readonly isListed: boolean;
}

/** Somebody of Salesforce for whom a ticket can be made. */
export interface Contact {
    readonly id: string;
    readonly name: string;
    readonly email: string;
}

export interface NewTicketForm {
    readonly forms: readonly TicketForm[];
    readonly layout: TicketLayout;
    readonly contacts: readonly Contact[];
    /** There may be more people than could be listed. */
    readonly hasMoreContacts?: boolean;
    readonly rights: TicketRights;
}

/** Saves fields, a comment, or both at once. */
export function changeTicket(
    recordId: string,
    ticketId: string,
    input: TicketInput
): Promise<TicketOutcome> {
    return changeTicketOf({ recordId, ticketId, input }) as Promise<TicketOutcome>;
}

/** Makes a ticket. */
export function createTicket(recordId: string, input: TicketInput): Promise<TicketOutcome> {
    return createTicketOf({ recordId, input }) as Promise<TicketOutcome>;
}

/** What the form of a new ticket offers. */
export function openNewTicket(recordId: string): Promise<NewTicketForm> {
    return openNewTicketOf({ recordId }) as Promise<NewTicketForm>;
}
