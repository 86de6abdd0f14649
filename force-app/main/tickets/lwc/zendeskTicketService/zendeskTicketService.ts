import countByStatusOf from '@salesforce/apex/ZendeskTicketController.countByStatus';
import listTicketsOf from '@salesforce/apex/ZendeskTicketController.listTickets';

import type { TicketRights } from 'c/zendeskConversationService';

export interface Organization {
    readonly id: string;
    readonly name: string;
}

export type TicketStatus = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';
export type TicketType = 'problem' | 'incident' | 'question' | 'task';
export type TicketPriority = 'urgent' | 'high' | 'normal' | 'low';

export interface Requester {
    readonly id: string;
    readonly name: string;
}

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
    readonly requesters: readonly Requester[];
    /** Tickets that the record stands for itself: that of a case. */
    readonly ownTicketIds: readonly string[];
    readonly tickets: readonly Ticket[];
    /** Tickets on all pages; absent when they were not counted. */
    readonly total?: number;
    /** Absent on the last page. */
    readonly nextCursor?: string;
    readonly rights: TicketRights;
}

/** Which tickets a list keeps; an absent or empty choice keeps all, but closed ones only on demand. */
export interface TicketFilter {
    readonly statuses?: readonly TicketStatus[];
    readonly priorities?: readonly (TicketPriority | 'none')[];
    readonly types?: readonly (TicketType | 'none')[];
    readonly text?: string;
    readonly isClosedIncluded?: boolean;
}

export interface TicketView extends TicketFilter {
    /** A field, with `-` before it for descending. */
    readonly sort?: string;
    readonly cursor?: string;
    readonly pageSize?: number;
}

export interface StatusCount {
    readonly status: TicketStatus;
    readonly total: number;
}

/** One page of the tickets of a record. Rejects with what `toProblem` reads. */
export function listTickets(recordId: string, view: TicketView): Promise<TicketListing> {
    return listTicketsOf({ recordId, view }) as Promise<TicketListing>;
}

/**
 * How many tickets of a record are in each status, whichever statuses the view chooses; empty when a
 * ticket would count twice. Rejects with what `toProblem` reads.
 */
export function countByStatus(recordId: string, view: TicketView): Promise<readonly StatusCount[]> {
    return countByStatusOf({ recordId, view }) as Promise<readonly StatusCount[]>;
}
