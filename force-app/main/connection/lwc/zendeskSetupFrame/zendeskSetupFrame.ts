import { api, LightningElement } from 'lwc';

import LOADING from '@salesforce/label/c.Zendesk_Setup_Loading';
import REFUSED from '@salesforce/label/c.Zendesk_Setup_Refused';

import { isRefusal } from 'c/zendeskErrors';

import type { Problem } from 'c/zendeskErrors';

/** A section of Zendesk Setup while it works, and when it has nothing to show. Fires `retry`. */
export default class ZendeskSetupFrame extends LightningElement {
    @api isBusy = false;
    /** Why there is nothing to show; the section slots what there is. */
    @api problem?: Problem;

    readonly labels = { loading: LOADING, refused: REFUSED };

    get isRefused(): boolean {
        return this.problem !== undefined && isRefusal(this.problem);
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
