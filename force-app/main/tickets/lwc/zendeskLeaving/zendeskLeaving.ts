import { api, LightningElement } from 'lwc';

import EXPLANATION from '@salesforce/label/c.Zendesk_Leaving_Explanation';
import SAVE from '@salesforce/label/c.Zendesk_Leaving_Save';
import STAY from '@salesforce/label/c.Zendesk_Leaving_Stay';
import TITLE from '@salesforce/label/c.Zendesk_Leaving_Title';

import { formatLabel } from 'c/zendeskFormats';

/** Asks before a ticket is saved that its record will no longer reach. Fires `leave` or `stay`. */
export default class ZendeskLeaving extends LightningElement {
    /** To whom it would belong. */
    @api party = '';

    readonly labels = { save: SAVE, stay: STAY, title: TITLE };

    @api
    focus(): void {
        (this.refs?.question as HTMLElement | undefined)?.focus();
    }

    get explanation(): string {
        return formatLabel(EXPLANATION, this.party);
    }

    handleSave(): void {
        this.dispatchEvent(new CustomEvent('leave'));
    }

    handleStay(): void {
        this.dispatchEvent(new CustomEvent('stay'));
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key === 'Escape') {
            event.stopPropagation();
            this.handleStay();
        }
    }
}
