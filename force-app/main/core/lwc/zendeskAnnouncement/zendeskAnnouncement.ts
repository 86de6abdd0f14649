import { api, LightningElement } from 'lwc';

/** What a user is told in passing. */
export interface Notice {
    readonly message: string;
    readonly variant: 'success' | 'info';
}

/**
 * Says what was done, as a toast does, in places that have no toasts: it is read aloud, and stays in
 * sight at the lower edge of its container.
 */
export default class ZendeskAnnouncement extends LightningElement {
    @api notice?: Notice;

    /** Where the user goes on when the button that they pressed is gone. */
    @api
    focus(): void {
        (this.refs?.status as HTMLElement | undefined)?.focus();
    }

    get className(): string {
        return `slds-box slds-box_x-small slds-theme_${this.notice?.variant}`;
    }

    get iconName(): string {
        return `utility:${this.notice?.variant}`;
    }
}
