import { api, LightningElement } from 'lwc';

import CANCEL from '@salesforce/label/c.Zendesk_Button_Cancel';
import CREATE from '@salesforce/label/c.Zendesk_New_Create';
import SEND_ANYWAY from '@salesforce/label/c.Zendesk_New_SendAnyway';

import type { FooterState } from 'c/zendeskFooterStates';

/** The buttons of a new ticket. Fires `create`, `createanother`, `cancel`, and `choose` with a field's key. */
export default class ZendeskNewTicketFooter extends LightningElement {
    @api state!: FooterState;

    readonly labels = { cancel: CANCEL, create: CREATE, sendAnyway: SEND_ANYWAY };

    /** Shows what went wrong, so that it is not missed. */
    @api
    focus(): void {
        (this.refs?.snag as HTMLElement | undefined)?.focus();
    }

    handleChoose(event: CustomEvent<string>): void {
        this.dispatchEvent(new CustomEvent('choose', { detail: event.detail }));
    }

    handleSendAnyway(): void {
        this.dispatchEvent(new CustomEvent('createanother'));
    }

    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    handleCreate(): void {
        this.dispatchEvent(new CustomEvent('create'));
    }
}
