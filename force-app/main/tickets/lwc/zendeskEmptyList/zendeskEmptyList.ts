import { api, LightningElement } from 'lwc';

import CLEAR from '@salesforce/label/c.Zendesk_Filter_Clear';
import ALL_FILTERED from '@salesforce/label/c.Zendesk_List_AllFiltered';
import ALL_FILTERED_TITLE from '@salesforce/label/c.Zendesk_List_AllFilteredTitle';
import NO_MATCH from '@salesforce/label/c.Zendesk_List_NoMatch';
import NO_MATCH_TITLE from '@salesforce/label/c.Zendesk_List_NoMatchTitle';
import NO_TICKETS from '@salesforce/label/c.Zendesk_List_NoTickets';
import NO_TICKETS_TITLE from '@salesforce/label/c.Zendesk_List_NoTicketsTitle';
import NO_VALUE from '@salesforce/label/c.Zendesk_List_NoValue';

import { formatLabel, formatList } from 'c/zendeskFormats';
import { hasNoMatch, whoseTickets } from 'c/zendeskTicketExplanations';
import { filterParts, isNarrowing } from 'c/zendeskTicketFiltering';

import type { FilterChoices } from 'c/zendeskChoiceService';
import type { TicketFilter, TicketListing } from 'c/zendeskTicketService';

interface State {
    readonly icon: string;
    readonly heading: string;
    readonly message: string;
}

/** Why a list is empty. Fires `clear` when the filter shall go. */
export default class ZendeskEmptyList extends LightningElement {
    @api listing!: TicketListing;
    @api filter: TicketFilter = {};
    @api choices?: FilterChoices;

    readonly labels = { clear: CLEAR };

    get hidesAll(): boolean {
        return !hasNoMatch(this.listing) && isNarrowing(this.filter);
    }

    get state(): State {
        if (hasNoMatch(this.listing)) {
            return { icon: 'utility:search', heading: NO_MATCH_TITLE, message: this.noMatch };
        }
        return this.hidesAll
            ? { icon: 'utility:filterList', heading: ALL_FILTERED_TITLE, message: this.allFiltered }
            : { icon: 'utility:check', heading: NO_TICKETS_TITLE, message: this.noTickets };
    }

    handleClear(): void {
        this.dispatchEvent(new CustomEvent('clear'));
    }

    private get noMatch(): string {
        const { matchValue } = this.listing;
        return matchValue ? formatLabel(NO_MATCH, matchValue) : NO_VALUE;
    }

    private get allFiltered(): string {
        const words = filterParts(this.filter, this.choices).map(({ label }) => label);
        return formatLabel(ALL_FILTERED, formatList(words));
    }

    private get noTickets(): string {
        return formatLabel(NO_TICKETS, whoseTickets(this.listing));
    }
}
