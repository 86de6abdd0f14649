import { api } from 'lwc';

import BODY from '@salesforce/label/c.Zendesk_New_Description';
import CANCEL from '@salesforce/label/c.Zendesk_Button_Cancel';
import CREATE from '@salesforce/label/c.Zendesk_New_Create';
import DESCRIPTION_MISSING from '@salesforce/label/c.Zendesk_Change_NoDescription';
import FORM from '@salesforce/label/c.Zendesk_Property_Form';
import LOADING from '@salesforce/label/c.Zendesk_New_Loading';
import REFUSED from '@salesforce/label/c.Zendesk_Access_Title';
import REQUESTER_MISSING from '@salesforce/label/c.Zendesk_New_RequesterMissing';
import SAVING from '@salesforce/label/c.Zendesk_Detail_Saving';
import SEND_ANYWAY from '@salesforce/label/c.Zendesk_New_SendAnyway';
import TITLE from '@salesforce/label/c.Zendesk_New_Title';

import ZendeskDraftElement from 'c/zendeskDraftElement';
import { isRefusal, isUncertain, toProblem } from 'c/zendeskErrors';
import { EMPTY_DRAFT, forgetDraft, hasBegun, hasComment, toInput } from 'c/zendeskTicketDrafts';
import { startEditing, withDraftPart } from 'c/zendeskTicketEditing';
import { createTicket, openNewTicket } from 'c/zendeskTicketEditService';

import type { Choice, FieldValue, TicketRights } from 'c/zendeskConversationService';
import type { Problem } from 'c/zendeskErrors';
import type { FieldView } from 'c/zendeskFieldViews';
import type { TicketDraft } from 'c/zendeskTicketDrafts';
import type { Contact, NewTicketForm } from 'c/zendeskTicketEditService';

const EMAIL_FORM = /^[^@\s,<>]+@[^@\s,<>]+$/;

/**
 * The form of a new ticket. What is typed is kept in the browser until Zendesk has it, and each draft
 * has a key by which a repeated request makes no second ticket. Fires `created` and `cancel`.
 */
export default class ZendeskNewTicket extends ZendeskDraftElement {
    @api
    get recordId(): string {
        return this.currentRecordId;
    }
    set recordId(value: string) {
        this.currentRecordId = value;
        this.load();
    }

    readonly labels = {
        body: BODY,
        cancel: CANCEL,
        create: CREATE,
        form: FORM,
        loading: LOADING,
        refused: REFUSED,
        saving: SAVING,
        sendAnyway: SEND_ANYWAY,
        title: TITLE
    };

    isLoading = true;
    loadProblem?: Problem;
    form?: NewTicketForm;

    private currentRecordId = '';

    get isRefused(): boolean {
        return this.loadProblem !== undefined && isRefusal(this.loadProblem);
    }

    /** Invited as soon as they begin to act, and again when Zendesk no longer knows their agent. */
    get isAgentMissing(): boolean {
        return this.isAgentLost || (!this.rights?.isAgentLinked && hasBegun(this.draft));
    }

    get isRepeated(): boolean {
        return this.problem?.code === 'repeated_request';
    }

    get contacts(): readonly Contact[] {
        return this.form?.contacts ?? [];
    }

    /** Above the description, as in a letter. */
    get subjectFields(): readonly FieldView[] {
        return this.fields.filter(({ key }) => key === 'subject');
    }

    get otherFields(): readonly FieldView[] {
        return this.fields.filter(({ key }) => key !== 'subject');
    }

    get forms(): readonly Choice[] {
        return (this.form?.forms ?? []).map(({ id = '', name = '' }) => ({
            value: id,
            label: name
        }));
    }

    get hasForms(): boolean {
        return this.forms.length > 1;
    }

    get formId(): string {
        return this.editing?.layout.form.id ?? '';
    }

    handleRetry(): void {
        this.load();
    }

    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    handleForm(event: CustomEvent<{ value: string }>): void {
        this.changeForm(event.detail.value);
    }

    handleCreate(): void {
        this.create();
    }

    /** The user looked: the ticket of the earlier attempt is not the one they want. */
    handleSendAnyway(): void {
        this.write({ key: newKey() });
        this.create();
    }

    protected get draftPlace(): string {
        return `${this.currentRecordId}:new`;
    }

    protected async readRights(): Promise<TicketRights> {
        return (await openNewTicket(this.currentRecordId)).rights;
    }

    private write(part: Partial<TicketDraft>): void {
        this.step((editing) => withDraftPart(editing, part));
    }

    private async load(): Promise<void> {
        this.isLoading = true;
        this.loadProblem = undefined;
        try {
            this.form = await openNewTicket(this.currentRecordId);
            this.start(this.form);
        } catch (error) {
            this.loadProblem = toProblem(error);
        }
        this.isLoading = false;
        this.attention = 'heading';
    }

    private start({ layout, contacts, rights }: NewTicketForm): void {
        const only = contacts.length === 1 ? contacts[0] : undefined;
        const fresh = {
            ...EMPTY_DRAFT,
            isPublic: rights.mayCommentPublicly,
            requesterName: only?.name,
            requesterEmail: only?.email
        };
        const kept = this.restore(fresh);
        const draft = { ...kept, key: kept.key ?? newKey() };
        this.rights = rights;
        this.editing = startEditing(undefined, layout, draft);
        this.restoreForm(draft.values);
    }

    private restoreForm(values: readonly FieldValue[]): void {
        const formId = values.find(({ key }) => key === 'ticket_form_id')?.text;
        if (formId && formId !== this.formId) {
            this.changeForm(formId);
        }
    }

    private async create(): Promise<void> {
        const { editing } = this;
        if (!editing || this.isBusy || this.isIncomplete() || this.isFaulty(editing)) {
            return;
        }
        this.beginSaving();
        try {
            const input = toInput(editing.draft, undefined);
            const outcome = await createTicket(this.currentRecordId, input);
            forgetDraft(this.draftPlace, Date.now());
            this.dispatchEvent(new CustomEvent('created', { detail: outcome }));
        } catch (error) {
            this.fail(toProblem(error));
        }
        this.isSaving = false;
    }

    /** Whether it lacks what every ticket has, whatever its form. */
    private isIncomplete(): boolean {
        const { requesterEmail = '' } = this.draft;
        return (
            this.isHeldBackBy(EMAIL_FORM.test(requesterEmail) ? '' : REQUESTER_MISSING) ||
            this.isHeldBackBy(hasComment(this.draft) ? '' : DESCRIPTION_MISSING)
        );
    }

    /**
     * Zendesk takes a key once. After a plain refusal the next attempt needs another; after an answer
     * that got lost it must be the same, or there might be two tickets.
     */
    private fail(problem: Problem): void {
        if (!isUncertain(problem) && problem.code !== 'repeated_request') {
            this.write({ key: newKey() });
        }
        this.show(problem);
    }
}

function newKey(): string {
    return crypto.randomUUID();
}
