import { api, LightningElement } from 'lwc';

import { CloseActionScreenEvent } from 'lightning/actions';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent } from 'lightning/refresh';

import CREATED from '@salesforce/label/c.Zendesk_New_Created';
import CREATED_ELSEWHERE from '@salesforce/label/c.Zendesk_New_CreatedElsewhere';
import TITLE from '@salesforce/label/c.Zendesk_New_Title';

import { NO_FORM } from 'c/zendeskFooterStates';
import { formatLabel } from 'c/zendeskFormats';
import { noteOwnChange, toRow } from 'c/zendeskOwnChanges';

import type { FooterState } from 'c/zendeskFooterStates';
import type { TicketOutcome } from 'c/zendeskTicketEditService';

/** What the form can be told. */
interface Form {
    create(): void;
    createAnother(): void;
    focusField(key: string): void;
}

/** A new ticket as an action of the record page. Salesforce sets the record after the start. */
export default class ZendeskNewTicketAction extends LightningElement {
    @api recordId?: string;

    readonly labels = { title: TITLE };

    state: FooterState = NO_FORM;

    handleState(event: CustomEvent<FooterState>): void {
        this.state = event.detail;
    }

    handleSnag(): void {
        (this.refs?.footer as HTMLElement | undefined)?.focus();
    }

    handleChoose(event: CustomEvent<string>): void {
        this.form?.focusField(event.detail);
    }

    /** What is on its way can't be called back, and its outcome is worth the wait. */
    handleCancel(): void {
        if (!this.state.isSaving) {
            this.close();
        }
    }

    handleCreate(): void {
        this.form?.create();
    }

    handleCreateAnother(): void {
        this.form?.createAnother();
    }

    handleCreated(event: CustomEvent<TicketOutcome>): void {
        const { ticket, isListed } = event.detail;
        const message = formatLabel(isListed ? CREATED : CREATED_ELSEWHERE, ticket.id);
        if (isListed && this.recordId) {
            noteOwnChange(this.recordId, { at: Date.now(), ticket: toRow(ticket) });
        }
        this.dispatchEvent(new ShowToastEvent({ title: message, variant: 'success' }));
        this.dispatchEvent(new RefreshEvent());
        this.close();
    }

    private close(): void {
        this.dispatchEvent(new CloseActionScreenEvent());
    }

    private get form(): Form | undefined {
        return this.refs?.form as unknown as Form | undefined;
    }
}
