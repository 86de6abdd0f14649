import EXPLANATION from '@salesforce/label/c.Zendesk_List_Explanation';
import EXPLANATION_OWN from '@salesforce/label/c.Zendesk_List_ExplanationOwn';
import EXPLANATION_REQUESTER from '@salesforce/label/c.Zendesk_List_ExplanationRequester';
import OWN_ONLY from '@salesforce/label/c.Zendesk_List_OwnOnly';
import SORTED from '@salesforce/label/c.Zendesk_List_Sorted';
import TICKET_GONE from '@salesforce/label/c.Zendesk_List_TicketGone';
import UNCLOSED_ONLY from '@salesforce/label/c.Zendesk_List_UnclosedOnly';

import { formatLabel, formatList } from 'c/zendeskFormats';
import { sortLabel } from 'c/zendeskTicketColumns';
import { isNarrowing } from 'c/zendeskTicketFiltering';

import type { Ticket, TicketFilter, TicketListing } from 'c/zendeskTicketService';

/** A list as it is shown. */
export interface ShownList {
    readonly listing: TicketListing;
    readonly tickets: readonly Ticket[];
    readonly filter: TicketFilter;
}

/** Why these tickets, and in which order. */
export function explanationOf(list: ShownList, sort: string): string {
    const order = formatLabel(SORTED, sortLabel(sort));
    return [whoseTickets(list), ...(hidesClosed(list.filter) ? [UNCLOSED_ONLY] : []), order].join(
        ' '
    );
}

/** What the record stands for in Zendesk. */
export function whoseTickets(list: ShownList): string {
    const { organizations, requesters, ownTicketIds } = list.listing;
    const gone = goneTickets(list);
    const own = organizations.length + requesters.length === 0 ? OWN_ONLY : EXPLANATION_OWN;
    return [
        ...ownTicketIds.map((id) => formatLabel(gone.includes(id) ? TICKET_GONE : own, id)),
        ...(organizations.length ? [formatLabel(EXPLANATION, namesOf(organizations))] : []),
        ...(requesters.length ? [formatLabel(EXPLANATION_REQUESTER, namesOf(requesters))] : [])
    ].join(' ');
}

/** Tickets that a case stands for and Zendesk does not have; they come first, whatever is closed. */
export function goneTickets({ listing, tickets, filter }: ShownList): readonly string[] {
    return isNarrowing(filter)
        ? []
        : listing.ownTicketIds.filter((own) => !tickets.some(({ id }) => id === own));
}

/** Whether the record stands for nothing in Zendesk. */
export function hasNoMatch({ organizations, requesters, ownTicketIds }: TicketListing): boolean {
    return organizations.length + requesters.length + ownTicketIds.length === 0;
}

/** Whether closed tickets are left out. */
export function hidesClosed({ isClosedIncluded, statuses }: TicketFilter): boolean {
    return !isClosedIncluded && !statuses?.length;
}

function namesOf(found: readonly { readonly name: string }[]): string {
    return formatList(found.map(({ name }) => name));
}
