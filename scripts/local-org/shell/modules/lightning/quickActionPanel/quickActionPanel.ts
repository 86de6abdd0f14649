import { api, LightningElement } from 'lwc';

/** Header, body and footer of a record action's screen. */
export default class QuickActionPanel extends LightningElement {
    @api header = '';
    hasFooter = false;

    get footerClass(): string {
        return this.hasFooter ? 'slds-modal__footer' : 'slds-hide';
    }

    handleFooter(event: Event): void {
        const slot = event.target as HTMLSlotElement;
        this.hasFooter = slot.assignedElements().length > 0;
    }
}
