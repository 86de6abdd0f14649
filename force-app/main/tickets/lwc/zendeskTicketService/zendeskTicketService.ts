import countByStatusOf from '@salesforce/apex/ZendeskTicketController.countByStatus';
import listTicketsOf from '@salesforce/apex/ZendeskTicketController.listTickets';
import nameTargetsOf from '@salesforce/apex/ZendeskTicketController.nameTargets';

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

/** A custom field of a ticket, as far as it is a column. */
export interface TicketCell {
    /** The id of the field. */
    readonly key: string;
    /** As Zendesk keeps them: tags for options. */
    readonly values: readonly string[];
    /** What people call them. */
    readonly labels: readonly string[];
}

export interface Ticket {
    readonly id: string;
    readonly subject?: string;
    readonly status: TicketStatus;
    /** Absent in an account without custom statuses. */
    readonly customStatusId?: string;
    readonly customStatusName?: string;
    readonly priority?: TicketPriority;
    readonly type?: TicketType;
    readonly requesterName?: string;
    readonly assigneeId?: string;
    readonly assigneeName?: string;
    readonly groupId?: string;
    readonly groupName?: string;
    readonly organizationId?: string;
    readonly organizationName?: string;
    readonly brandId?: string;
    readonly brandName?: string;
    readonly formId?: string;
    readonly formName?: string;
    readonly tags?: readonly string[];
    /** ISO 8601. */
    readonly createdAt?: string;
    /** ISO 8601. */
    readonly updatedAt: string;
    /** ISO 8601. */
    readonly dueAt?: string;
    readonly cells?: readonly TicketCell[];
}

export interface TicketColumn {
    /** One of Zendesk's own properties, e.g. `subject`, or the id of a custom field. */
    readonly key: string;
    /** Absent for Zendesk's own properties, and for a field that is gone. */
    readonly title?: string;
    /** Zendesk's type of a custom field; absent for a field that is gone. */
    readonly type?: string;
    /** Whether it points to what has names, which are asked for after the rows. */
    readonly isNamed?: boolean;
}

/** Whose default a list begins with. */
export type FilterOrigin = 'user' | 'page' | 'org';

export interface TicketListing {
    /** The record's value that was matched. */
    readonly matchValue?: string;
    /** What has to be filled in for a match; absent when it is. */
    readonly emptyField?: string;
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
    /** What was asked for, or the default that the list begins with. */
    readonly filter?: TicketFilter;
    readonly sort?: string;
    /** Absent when the filter is nobody's default. */
    readonly origin?: FilterOrigin;
    readonly columns: readonly TicketColumn[];
}

/** Which tickets a list keeps; an absent or empty choice keeps all, but closed ones only on demand. */
export interface TicketFilter {
    readonly statuses?: readonly TicketStatus[];
    /** Not together with statuses. */
    readonly customStatusIds?: readonly string[];
    readonly priorities?: readonly (TicketPriority | 'none')[];
    readonly types?: readonly (TicketType | 'none')[];
    readonly formIds?: readonly string[];
    readonly brandIds?: readonly string[];
    readonly groupIds?: readonly string[];
    /** Ids, `none` for tickets of nobody, `me` for those of the user's own agent. */
    readonly assigneeIds?: readonly string[];
    readonly tags?: readonly string[];
    /** Updated today (0), or in the last 7, 30 or 90 days; not together with dates. */
    readonly updatedDays?: number;
    /** Days of the user, `2026-05-06`. */
    readonly updatedFrom?: string;
    readonly updatedTo?: string;
    readonly text?: string;
    readonly isClosedIncluded?: boolean;
}

export interface TicketView {
    readonly filter?: TicketFilter;
    /** A field, with `-` before it for descending. */
    readonly sort?: string;
    readonly cursor?: string;
    readonly pageSize?: number;
    readonly columns?: readonly string[];
    /** The list is opened: defaults say what to filter and to sort by. */
    readonly isOpening?: boolean;
    /** Of App Builder, as an admin typed them. */
    readonly pageFilter?: string;
    readonly pageColumns?: string;
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
 * What the lookup columns of a page point to: of each one the ids and names of all rows. Rejects with what
 * `toProblem` reads.
 */
export function nameTargets(recordId: string, view: TicketView): Promise<readonly TicketCell[]> {
    return nameTargetsOf({ recordId, view }) as Promise<readonly TicketCell[]>;
}

/**
 * How many tickets of a record are in each status, whichever statuses the view chooses; empty when a
 * ticket would count twice. Rejects with what `toProblem` reads.
 */
export function countByStatus(recordId: string, view: TicketView): Promise<readonly StatusCount[]> {
    return countByStatusOf({ recordId, view }) as Promise<readonly StatusCount[]>;
}
