import { api, LightningElement } from 'lwc';

import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';

/**
 * The ticket view on a record page of Lightning Experience, refreshed with the page. The view itself
 * knows nothing of its surroundings, so that Visualforce pages can hold it, too.
 */
export default class ZendeskRecordTickets extends LightningElement {
    @api recordId?: string;
    @api cardTitle?: string;
    @api columns?: string;
    @api defaultFilter?: string;
    @api pageSize?: number;
    @api isReadOnly = false;

    private handlerId?: unknown;

    connectedCallback(): void {
        this.handlerId = registerRefreshHandler(this, () => this.refresh());
    }

    disconnectedCallback(): void {
        unregisterRefreshHandler(this.handlerId);
    }

    /** @returns when the list is up to date, for the page to wait for */
    private async refresh(): Promise<void> {
        await (this.refs?.view as unknown as { refresh(): Promise<void> }).refresh();
    }
}
