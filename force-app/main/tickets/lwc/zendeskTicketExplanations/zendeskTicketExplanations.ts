import EXPLANATION from '@salesforce/label/c.Zendesk_List_Explanation';
import EXPLANATION_OWN from '@salesforce/label/c.Zendesk_List_ExplanationOwn';
import EXPLANATION_PLURAL from '@salesforce/label/c.Zendesk_List_ExplanationPlural';
import EXPLANATION_REQUESTER from '@salesforce/label/c.Zendesk_List_ExplanationRequester';
import EXPLANATION_THEN from '@salesforce/label/c.Zendesk_List_ExplanationThen';
import OWN_ONLY from '@salesforce/label/c.Zendesk_List_OwnOnly';
import SORTED from '@salesforce/label/c.Zendesk_List_Sorted';
import TICKET_GONE from '@salesforce/label/c.Zendesk_List_TicketGone';
import UNCLOSED_ONLY from '@salesforce/label/c.Zendesk_List_UnclosedOnly';

import { formatLabel, formatList } from 'c/zendeskFormats';
import { sortLabel } from 'c/zendeskTicketColumns';
import { isNarrowing } from 'c/zendeskTicketFiltering';

import type { Ticket, TicketFilter, TicketListing } from 'c/zendeskTicketService';

interface Named {
    readonly name: string;
}

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
        ...(organizations.length ? [ofOrganizations(organizations)] : []),
        ...(requesters.length ? [ofRequesters(list)] : [])
    ].join(' ');
}

function ofOrganizations(organizations: readonly Named[]): string {
    const label = organizations.length > 1 ? EXPLANATION_PLURAL : EXPLANATION;
    return formatLabel(label, namesOf(organizations));
}

/** Each part of a list is sorted by itself. */
function ofRequesters({ listing, tickets }: ShownList): string {
    const isBelow = listing.organizations.length > 0 && tickets.length > 0;
    const label = isBelow ? EXPLANATION_THEN : EXPLANATION_REQUESTER;
    return formatLabel(label, namesOf(listing.requesters));
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

function namesOf(found: readonly Named[]): string {
    return formatList(found.map(({ name }) => name));
}
