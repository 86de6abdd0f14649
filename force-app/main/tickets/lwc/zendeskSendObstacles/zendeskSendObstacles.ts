import { api, LightningElement } from 'lwc';

import type { Problem } from 'c/zendeskErrors';

/**
 * What keeps a draft from being sent: that the user has linked no agent, or what went wrong. In its slot
 * is what can be done about that. Fires `linked`.
 */
export default class ZendeskSendObstacles extends LightningElement {
    @api recordId!: string;
    @api isAgentMissing = false;
    @api problem?: Problem;
    /** Sentences that belong to the problem. */
    @api details: readonly string[] = [];

    /** So that the problem is not missed, wherever the user is on the page. */
    @api
    focus(): void {
        (this.refs?.alert as HTMLElement | undefined)?.focus();
    }

    handleLinked(event: CustomEvent): void {
        this.dispatchEvent(new CustomEvent('linked', { detail: event.detail }));
    }
}
