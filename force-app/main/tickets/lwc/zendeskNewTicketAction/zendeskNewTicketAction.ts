import { api, LightningElement } from 'lwc';

import { CloseActionScreenEvent } from 'lightning/actions';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent } from 'lightning/refresh';

import CREATED from '@salesforce/label/c.Zendesk_New_Created';
import CREATED_ELSEWHERE from '@salesforce/label/c.Zendesk_New_CreatedElsewhere';

import { formatLabel } from 'c/zendeskFormats';
import { noteOwnChange, toRow } from 'c/zendeskOwnChanges';

import type { TicketOutcome } from 'c/zendeskTicketEditService';

/** A new ticket as an action of the record page. Salesforce sets the record after the start. */
export default class ZendeskNewTicketAction extends LightningElement {
    @api recordId?: string;

    handleCancel(): void {
        this.close();
    }

    handleCreated(event: CustomEvent<TicketOutcome>): void {
        const { ticket, isListed } = event.detail;
        const message = formatLabel(isListed ? CREATED : CREATED_ELSEWHERE, ticket.id);
        if (isListed && this.recordId) {
            noteOwnChange(this.recordId, toRow(ticket), Date.now());
        }
        this.dispatchEvent(new ShowToastEvent({ title: message, variant: 'success' }));
        this.dispatchEvent(new RefreshEvent());
        this.close();
    }

    private close(): void {
        this.dispatchEvent(new CloseActionScreenEvent());
    }
}
