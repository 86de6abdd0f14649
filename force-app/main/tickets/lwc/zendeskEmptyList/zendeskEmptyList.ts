import { api, LightningElement } from 'lwc';

import CLEAR from '@salesforce/label/c.Zendesk_Filter_Clear';
import CLOSED from '@salesforce/label/c.Zendesk_Filter_Closed';
import ALL_FILTERED from '@salesforce/label/c.Zendesk_List_AllFiltered';
import ALL_FILTERED_TITLE from '@salesforce/label/c.Zendesk_List_AllFilteredTitle';
import NO_MATCH from '@salesforce/label/c.Zendesk_List_NoMatch';
import NO_MATCH_TITLE from '@salesforce/label/c.Zendesk_List_NoMatchTitle';
import NO_TICKETS from '@salesforce/label/c.Zendesk_List_NoTickets';
import NO_TICKETS_TITLE from '@salesforce/label/c.Zendesk_List_NoTicketsTitle';
import NO_VALUE from '@salesforce/label/c.Zendesk_List_NoValue';
import NONE from '@salesforce/label/c.Zendesk_List_None';
import NONE_TITLE from '@salesforce/label/c.Zendesk_List_NoneTitle';
import TICKET_GONE_TITLE from '@salesforce/label/c.Zendesk_List_TicketGoneTitle';

import { formatLabel, formatList } from 'c/zendeskFormats';
import { goneTickets, hasNoMatch, hidesClosed, whoseTickets } from 'c/zendeskTicketExplanations';
import { filterParts, isNarrowing } from 'c/zendeskTicketFiltering';

import type { FilterChoices } from 'c/zendeskChoiceService';
import type { ShownList } from 'c/zendeskTicketExplanations';
import type { TicketFilter, TicketListing } from 'c/zendeskTicketService';

interface State {
    readonly icon: string;
    readonly heading: string;
    readonly message: string;
    /** The event that would show tickets, and what it is called. */
    readonly way?: { readonly name: 'clear' | 'includeclosed'; readonly label: string };
}

/** Why a list is empty. Fires `clear` when the filter shall go, `includeclosed` for closed tickets. */
export default class ZendeskEmptyList extends LightningElement {
    @api listing!: TicketListing;
    @api filter: TicketFilter = {};
    @api choices?: FilterChoices;

    get state(): State {
        if (hasNoMatch(this.listing)) {
            return { icon: 'utility:search', heading: NO_MATCH_TITLE, message: this.noMatch };
        }
        return isNarrowing(this.filter) ? this.allFiltered : this.noTickets;
    }

    handleWay(): void {
        this.dispatchEvent(new CustomEvent(this.state.way?.name ?? 'clear'));
    }

    private get list(): ShownList {
        return { listing: this.listing, tickets: [], filter: this.filter };
    }

    private get noMatch(): string {
        const { matchValue, emptyField } = this.listing;
        return emptyField ? formatLabel(NO_VALUE, emptyField) : formatLabel(NO_MATCH, matchValue);
    }

    private get allFiltered(): State {
        const words = filterParts(this.filter, this.choices).map(({ label }) => label);
        return {
            icon: 'utility:filterList',
            heading: ALL_FILTERED_TITLE,
            message: formatLabel(ALL_FILTERED, formatList(words)),
            way: { name: 'clear', label: CLEAR }
        };
    }

    private get noTickets(): State {
        const { organizations, requesters } = this.listing;
        const whose = whoseTickets(this.list);
        if (goneTickets(this.list).length && organizations.length + requesters.length === 0) {
            return { icon: 'utility:search', heading: TICKET_GONE_TITLE, message: whose };
        }
        return hidesClosed(this.filter)
            ? {
                  icon: 'utility:check',
                  heading: NO_TICKETS_TITLE,
                  message: formatLabel(NO_TICKETS, whose),
                  way: { name: 'includeclosed', label: CLOSED }
              }
            : { icon: 'utility:check', heading: NONE_TITLE, message: formatLabel(NONE, whose) };
    }
}
