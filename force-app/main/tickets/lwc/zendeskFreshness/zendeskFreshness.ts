import { api, LightningElement } from 'lwc';

import AGO from '@salesforce/label/c.Zendesk_List_RefreshedAgo';
import NOW from '@salesforce/label/c.Zendesk_List_RefreshedNow';

import { formatLabel, relativeTime } from 'c/zendeskFormats';

const MINUTE = 60_000;
/** So often it is looked at the clock. */
const TICK = 10_000;

/** How long ago Zendesk was asked, as the time goes by. */
export default class ZendeskFreshness extends LightningElement {
    /** Milliseconds. */
    @api askedAt!: number;

    now = Date.now();

    private timer?: ReturnType<typeof setInterval>;

    connectedCallback(): void {
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- what it says gets old by itself
        this.timer = setInterval(() => (this.now = Date.now()), TICK);
    }

    disconnectedCallback(): void {
        clearInterval(this.timer);
    }

    get text(): string {
        return this.now - this.askedAt < MINUTE
            ? NOW
            : formatLabel(AGO, relativeTime(new Date(this.askedAt).toISOString(), this.now));
    }
}
