import { api, LightningElement } from 'lwc';

import OF_ORG from '@salesforce/label/c.Zendesk_Default_OfOrg';
import OF_PAGE from '@salesforce/label/c.Zendesk_Default_OfPage';
import OWN from '@salesforce/label/c.Zendesk_Default_Own';
import RESET from '@salesforce/label/c.Zendesk_Default_Reset';
import SAVE from '@salesforce/label/c.Zendesk_Default_Save';
import SAVED from '@salesforce/label/c.Zendesk_Default_Saved';

import { removeOwnDefault, saveOwnDefault } from 'c/zendeskListPreferenceService';
import { attempt } from 'c/zendeskQuestions';

import type { FilterOrigin, TicketFilter } from 'c/zendeskTicketService';

const EXPLANATIONS: Readonly<Record<FilterOrigin, string>> = {
    org: OF_ORG,
    page: OF_PAGE,
    user: OWN
};

/** With what a list begins. Fires `save` after it was saved, and `reset` after the user's own is gone. */
export default class ZendeskDefaultFilter extends LightningElement {
    @api recordId!: string;
    @api filter: TicketFilter = {};
    @api sort!: string;
    /** Whose default the list begins with; absent for the usual list. */
    @api origin?: FilterOrigin;

    readonly labels = { reset: RESET, save: SAVE };

    message = '';
    private hasFailed = false;
    /** The buttons stay enabled meanwhile: one that is disabled loses the focus. */
    private isBusy = false;

    get explanation(): string {
        return this.origin ? EXPLANATIONS[this.origin] : '';
    }

    get isOwn(): boolean {
        return this.origin === 'user';
    }

    get messageClass(): string {
        return this.hasFailed ? 'slds-text-color_error' : 'slds-text-color_weak';
    }

    handleSave(): void {
        this.carryOut('save', () => saveOwnDefault(this.recordId, this.filter, this.sort));
    }

    handleReset(): void {
        this.carryOut('reset', () => removeOwnDefault(this.recordId));
    }

    private async carryOut(done: 'save' | 'reset', work: () => Promise<void>): Promise<void> {
        if (this.isBusy) {
            return;
        }
        this.isBusy = true;
        this.message = '';
        const { problem } = await attempt(work());
        this.isBusy = false;
        this.hasFailed = problem !== undefined;
        this.message = problem?.message ?? (done === 'save' ? SAVED : '');
        if (!problem) {
            this.finish(done);
        }
    }

    /** The button for resetting goes with what it resets. */
    private finish(done: 'save' | 'reset'): void {
        if (done === 'reset') {
            (this.refs?.save as HTMLElement | undefined)?.focus();
        }
        this.dispatchEvent(new CustomEvent(done));
    }
}
