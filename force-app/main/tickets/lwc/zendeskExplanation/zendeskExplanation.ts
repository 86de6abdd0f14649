import { api, LightningElement } from 'lwc';

import WHY_NONE from '@salesforce/label/c.Zendesk_List_WhyNone';
import WHY_THESE from '@salesforce/label/c.Zendesk_List_WhyThese';

/**
 * Which tickets a list shows, in a sentence, and why, on demand. Fires `linkchange` after the record was
 * linked to something else in Zendesk.
 */
export default class ZendeskExplanation extends LightningElement {
    @api recordId!: string;
    /** Empty where there are no tickets to explain. */
    @api text = '';
    /** When Zendesk was asked: milliseconds. */
    @api askedAt?: number;

    isOpen = false;

    get label(): string {
        return this.text ? WHY_THESE : WHY_NONE;
    }

    get lineClass(): string {
        return this.text ? 'slds-text-align_left' : 'slds-text-align_center';
    }

    get expanded(): 'true' | 'false' {
        return this.isOpen ? 'true' : 'false';
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Escape') {
            event.stopPropagation();
            this.isOpen = false;
            (this.refs?.why as HTMLElement | undefined)?.focus();
        }
    }

    handleLinkChange(): void {
        this.dispatchEvent(new CustomEvent('linkchange'));
    }
}
