import { api, LightningElement } from 'lwc';

import type { Problem } from 'c/zendeskErrors';

/**
 * What keeps a draft from being sent: that the user has linked no agent, or what went wrong. Fires
 * `linked`.
 */
export default class ZendeskSendObstacles extends LightningElement {
    @api recordId!: string;
    @api isAgentMissing = false;
    @api problem?: Problem;
    /** Sentences that belong to the problem. */
    @api details: readonly string[] = [];

    /** So that it is not missed, wherever the user is on the page. */
    @api
    focus(): void {
        const { alert, invitation } = this.refs ?? {};
        ((alert ?? invitation) as HTMLElement | undefined)?.focus();
    }

    handleLinked(event: CustomEvent): void {
        this.dispatchEvent(new CustomEvent('linked', { detail: event.detail }));
    }
}
