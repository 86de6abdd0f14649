import { api, LightningElement } from 'lwc';

import ACTIVE from '@salesforce/label/c.Zendesk_Filter_Active';
import CLEAR from '@salesforce/label/c.Zendesk_Filter_Clear';

import { filterParts, withoutPart } from 'c/zendeskTicketFiltering';

import type { FilterChoices } from 'c/zendeskChoiceService';
import type { TicketFilter } from 'c/zendeskTicketService';

/** What the list is filtered by, each part to be taken away. Fires `filterchange` with the new filter. */
export default class ZendeskFilterPills extends LightningElement {
    @api filter: TicketFilter = {};
    /** Names of forms, brands and so on; absent as long as they are not known. */
    @api choices?: FilterChoices;

    readonly labels = { clear: CLEAR, title: ACTIVE };

    get pills(): readonly { readonly name: string; readonly label: string }[] {
        return filterParts(this.filter, this.choices);
    }

    get hasParts(): boolean {
        return this.pills.length > 0;
    }

    /** The pill goes when the filter says so, not by itself. */
    handleRemove(event: Event): void {
        event.preventDefault();
        const { name } = (event.currentTarget as HTMLElement).dataset;
        this.change(withoutPart(this.filter, name as string));
    }

    handleClear(): void {
        this.change({});
    }

    /** What was pressed is about to go; the user goes on where it was. */
    private change(detail: TicketFilter): void {
        (this.refs?.place as HTMLElement | undefined)?.focus();
        this.dispatchEvent(new CustomEvent('filterchange', { detail }));
    }
}
