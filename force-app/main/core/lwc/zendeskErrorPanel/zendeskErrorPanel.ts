import { api, LightningElement } from 'lwc';

import RETRY from '@salesforce/label/c.Zendesk_Error_Retry';
import TITLE from '@salesforce/label/c.Zendesk_Error_Title';

import type { Problem } from 'c/zendeskErrors';

/** Says what failed and offers another try. Fires `retry`. */
export default class ZendeskErrorPanel extends LightningElement {
    @api problem!: Problem;

    readonly labels = { title: TITLE, retry: RETRY };

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
