import { api, LightningElement } from 'lwc';

import OFF from '@salesforce/label/c.Zendesk_Setup_Off';
import ON from '@salesforce/label/c.Zendesk_Setup_On';
import EXPLAIN from '@salesforce/label/c.Zendesk_Signed_Explain';
import SWITCH from '@salesforce/label/c.Zendesk_Signed_Switch';
import TITLE from '@salesforce/label/c.Zendesk_Signed_Title';
import WARNING from '@salesforce/label/c.Zendesk_Signed_Warning';

/**
 * Whether people without a Zendesk agent may leave internal notes. Fires `signednoteschange` with
 * `isAllowed`.
 */
export default class ZendeskSignedNotes extends LightningElement {
    @api isAllowed = false;
    @api isDisabled = false;

    readonly labels = {
        explain: EXPLAIN,
        off: OFF,
        on: ON,
        switch: SWITCH,
        title: TITLE,
        warning: WARNING
    };

    /** Puts the switch back to what holds, after a change that failed. */
    @api
    reset(): void {
        const toggle = this.refs?.toggle as (HTMLElement & { checked: boolean }) | undefined;
        if (toggle) {
            toggle.checked = this.isAllowed;
        }
    }

    handleChange(event: CustomEvent<{ checked: boolean }>): void {
        const detail = { isAllowed: event.detail.checked };
        this.dispatchEvent(new CustomEvent('signednoteschange', { detail }));
    }
}
