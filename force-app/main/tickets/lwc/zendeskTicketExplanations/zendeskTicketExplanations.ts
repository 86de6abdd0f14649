import EXPLANATION from '@salesforce/label/c.Zendesk_List_Explanation';
import EXPLANATION_OWN from '@salesforce/label/c.Zendesk_List_ExplanationOwn';
import EXPLANATION_REQUESTER from '@salesforce/label/c.Zendesk_List_ExplanationRequester';
import SORTED from '@salesforce/label/c.Zendesk_List_Sorted';
import UNCLOSED_ONLY from '@salesforce/label/c.Zendesk_List_UnclosedOnly';

import { formatLabel, formatList } from 'c/zendeskFormats';
import { sortLabel } from 'c/zendeskTicketColumns';

import type { TicketFilter, TicketListing } from 'c/zendeskTicketService';

/** Why these tickets, and in which order. */
export function explanationOf(listing: TicketListing, filter: TicketFilter, sort: string): string {
    const isOpenOnly = !filter.isClosedIncluded && !filter.statuses?.length;
    const order = formatLabel(SORTED, sortLabel(sort));
    return [whoseTickets(listing), ...(isOpenOnly ? [UNCLOSED_ONLY] : []), order].join(' ');
}

/** What the record stands for in Zendesk. */
export function whoseTickets(listing: TicketListing): string {
    const { organizations, requesters, ownTicketIds } = listing;
    return [
        ...ownTicketIds.map((id) => formatLabel(EXPLANATION_OWN, id)),
        ...(organizations.length ? [formatLabel(EXPLANATION, namesOf(organizations))] : []),
        ...(requesters.length ? [formatLabel(EXPLANATION_REQUESTER, namesOf(requesters))] : [])
    ].join(' ');
}

/** Whether the record stands for nothing in Zendesk. */
export function hasNoMatch({ organizations, requesters, ownTicketIds }: TicketListing): boolean {
    return organizations.length + requesters.length + ownTicketIds.length === 0;
}

function namesOf(found: readonly { readonly name: string }[]): string {
    return formatList(found.map(({ name }) => name));
}
