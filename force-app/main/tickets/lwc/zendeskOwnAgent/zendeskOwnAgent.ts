import { api, LightningElement } from 'lwc';

import OWN from '@salesforce/label/c.Zendesk_Agent_Own';

/**
 * Lets users see as whom they act, and link another agent or none; Zendesk is asked only when they want
 * to know. Fires `agentchange`.
 */
export default class ZendeskOwnAgent extends LightningElement {
    @api recordId!: string;

    readonly labels = { own: OWN };

    isOpen = false;

    get toggleIcon(): string {
        return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    /** As the base button takes it. */
    get expanded(): 'true' | 'false' {
        return this.isOpen ? 'true' : 'false';
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }

    handleChange(): void {
        this.dispatchEvent(new CustomEvent('agentchange'));
    }
}
