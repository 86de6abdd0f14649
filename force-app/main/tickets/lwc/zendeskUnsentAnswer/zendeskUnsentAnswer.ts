import { api, LightningElement } from 'lwc';

import DISCARD from '@salesforce/label/c.Zendesk_Detail_Discard';
import UNSENT from '@salesforce/label/c.Zendesk_Detail_Unsent';

/** An answer that can't be sent any more, to copy from. Fires `discard`. */
export default class ZendeskUnsentAnswer extends LightningElement {
    /** As the user wrote it. */
    @api html = '';

    readonly labels = { discard: DISCARD, unsent: UNSENT };

    handleDiscard(): void {
        this.dispatchEvent(new CustomEvent('discard'));
    }
}
