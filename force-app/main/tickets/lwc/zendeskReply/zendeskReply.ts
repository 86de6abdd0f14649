import { api, LightningElement } from 'lwc';

import AS_IT_IS from '@salesforce/label/c.Zendesk_Reply_StatusUnchanged';
import BODY from '@salesforce/label/c.Zendesk_Reply_Body';
import SAVING from '@salesforce/label/c.Zendesk_Detail_Saving';
import SUBMIT from '@salesforce/label/c.Zendesk_Reply_Submit';
import SUBMIT_AS from '@salesforce/label/c.Zendesk_Reply_SubmitAs';
import TITLE from '@salesforce/label/c.Zendesk_Reply_Title';

import { statusOptionLabel } from 'c/zendeskFieldOptions';
import { textFault } from 'c/zendeskRichText';
import { EMPTY_DRAFT, hasBegun } from 'c/zendeskTicketDrafts';

import type { Choice, FieldValue, TicketRights } from 'c/zendeskConversationService';
import type { DescribedValue } from 'c/zendeskMacros';
import type { TicketDraft } from 'c/zendeskTicketDrafts';
import type { StatusOption } from 'c/zendeskTicketRules';

/**
 * Writes an answer. Holds nothing itself: fires `draftchange` with the parts of the draft that changed,
 * `uploading` with the names of files on their way, `agentneeded` when that takes an agent, `macro` with one
 * to apply, `linked`, and `submit`.
 */
export default class ZendeskReply extends LightningElement {
    @api recordId!: string;
    @api ticketId!: string;
    @api draft: TicketDraft = EMPTY_DRAFT;
    /** To which the ticket can go. */
    @api statuses: readonly StatusOption[] = [];
    @api rights!: TicketRights;
    /** Whether macros and statuses may be used. */
    @api mayEdit = false;
    @api isSaving = false;
    /** Whether a file is on its way. */
    @api isUploading = false;
    @api describe!: (values: readonly FieldValue[]) => readonly DescribedValue[];

    readonly labels = {
        body: BODY,
        saving: SAVING,
        submit: SUBMIT,
        submitAs: SUBMIT_AS,
        title: TITLE
    };

    get className(): string {
        const base = 'slds-box slds-box_x-small slds-is-relative slds-m-bottom_medium reply';
        return this.draft.isPublic ? base : `${base} reply_internal`;
    }

    get statusOptions(): readonly Choice[] {
        const options = this.statuses.map((option) => ({
            value: valueOf(option),
            label: statusOptionLabel(option)
        }));
        return [{ value: '', label: AS_IT_IS }, ...options];
    }

    get status(): string {
        return this.draft.status ? valueOf(this.draft.status) : '';
    }

    get cannotSubmit(): boolean {
        const { draft, isSaving, isUploading } = this;
        return isSaving || isUploading || !hasBegun(draft) || textFault(draft.html) !== undefined;
    }

    handleDraftChange(event: CustomEvent<Partial<TicketDraft>>): void {
        this.report(event.detail);
    }

    handleUploading(event: CustomEvent<readonly string[]>): void {
        this.dispatchEvent(new CustomEvent('uploading', { detail: event.detail }));
    }

    handleAgentNeeded(): void {
        this.dispatchEvent(new CustomEvent('agentneeded'));
    }

    handleStatus(event: CustomEvent<{ value: string }>): void {
        const chosen = this.statuses.find((option) => valueOf(option) === event.detail.value);
        this.report({ status: chosen });
    }

    handleApply(event: CustomEvent): void {
        this.dispatchEvent(new CustomEvent('macro', { detail: event.detail }));
    }

    handleLinked(event: CustomEvent): void {
        this.dispatchEvent(new CustomEvent('linked', { detail: event.detail }));
    }

    handleSubmit(): void {
        this.dispatchEvent(new CustomEvent('submit'));
    }

    private report(part: Partial<TicketDraft>): void {
        this.dispatchEvent(new CustomEvent('draftchange', { detail: part }));
    }
}

function valueOf({ status, customStatusId }: StatusOption): string {
    return customStatusId ?? status;
}
