import listTicketsOf from '@salesforce/apex/ZendeskTicketController.listTickets';

import type { TicketRights } from 'c/zendeskConversationService';

export interface Organization {
    readonly id: string;
    readonly name: string;
}

export type TicketStatus = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';
export type TicketType = 'problem' | 'incident' | 'question' | 'task';
export type TicketPriority = 'urgent' | 'high' | 'normal' | 'low';

export interface Ticket {
    readonly id: string;
    readonly subject?: string;
    readonly status: TicketStatus;
    readonly priority?: TicketPriority;
    readonly requesterName?: string;
    readonly assigneeName?: string;
    /** ISO 8601. */
    readonly updatedAt: string;
}

export interface TicketListing {
    /** The record's value that was matched. */
    readonly matchValue?: string;
    readonly organizations: readonly Organization[];
    readonly tickets: readonly Ticket[];
    /** Tickets on all pages. */
    readonly total: number;
    /** Absent on the last page. */
    readonly nextCursor?: string;
    readonly rights: TicketRights;
}

export interface TicketView {
    readonly sort?: string;
    readonly cursor?: string;
}

/** One page of the tickets of a record. Rejects with what `toProblem` reads. */
export function listTickets(recordId: string, view: TicketView): Promise<TicketListing> {
    return listTicketsOf({ recordId, view }) as Promise<TicketListing>;
}
