import { api } from 'lwc';

import DISCARD from '@salesforce/label/c.Zendesk_New_Discard';
import BODY from '@salesforce/label/c.Zendesk_New_Description';
import FORM from '@salesforce/label/c.Zendesk_Property_Form';
import LIGHT_AGENT from '@salesforce/label/c.Zendesk_New_LightAgent';
import LOADING from '@salesforce/label/c.Zendesk_New_Loading';
import REFUSED from '@salesforce/label/c.Zendesk_Access_Title';
import SAVING from '@salesforce/label/c.Zendesk_Detail_Saving';
import TITLE from '@salesforce/label/c.Zendesk_New_Title';

import ZendeskDraftElement from 'c/zendeskDraftElement';
import { isRefusal, toProblem } from 'c/zendeskErrors';
import { footerOf } from 'c/zendeskFooterStates';
import { forgetDraft } from 'c/zendeskKeptDrafts';
import { freshDraft, needsNewKey, newKey, withKey } from 'c/zendeskNewTicketDrafts';
import { newTicketFaults, withoutProblem } from 'c/zendeskNewTicketFaults';
import { toInput } from 'c/zendeskTicketDrafts';
import { startEditing, withDraftPart } from 'c/zendeskTicketEditing';
import { DESCRIPTION_KEY, REQUESTER_KEY } from 'c/zendeskTicketFaults';
import { createTicket, openNewTicket } from 'c/zendeskTicketEditService';

import type { Choice, FieldValue, TicketRights } from 'c/zendeskConversationService';
import type { Problem } from 'c/zendeskErrors';
import type { FieldView } from 'c/zendeskFieldViews';
import type { FooterState } from 'c/zendeskFooterStates';
import type { TicketDraft } from 'c/zendeskTicketDrafts';
import type { Editing } from 'c/zendeskTicketEditing';
import type { Contact, NewTicketForm } from 'c/zendeskTicketEditService';

/** Fields of the form, one of which can be entered. */
interface Fields {
    focusField(key: string): void;
}

/**
 * The form of a new ticket. What is typed is kept in the browser until Zendesk has it, and each draft
 * has a key by which a repeated request makes no second ticket. Fires `created` and `cancel`;
 * where the place has a footer of its own `statechange` with what that has to show, and `snag` when the
 * user must not miss it.
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

    /** Whether the place has a header and a footer. */
    @api isInPanel = false;

    readonly labels = {
        body: BODY,
        discard: DISCARD,
        form: FORM,
        lightAgent: LIGHT_AGENT,
        loading: LOADING,
        refused: REFUSED,
        saving: SAVING,
        title: TITLE
    };

    isLoading = true;
    loadProblem?: Problem;
    form?: NewTicketForm;
    /** Word of a draft that came back. */
    restored = '';

    protected override readonly problemPlace = 'footer';
    private currentRecordId = '';

    /** Makes the ticket, or says why it can't be made. */
    @api
    create(): void {
        this.send();
    }

    /** The user looked: the ticket of the earlier attempt is not the one they want. */
    @api
    createAnother(): void {
        this.write(newKey());
        this.send();
    }

    /** Puts the cursor where something has to be entered. */
    @api
    focusField(key: string): void {
        const { requester, message } = this.refs ?? {};
        if (key === REQUESTER_KEY || key === DESCRIPTION_KEY) {
            const place = key === REQUESTER_KEY ? requester : message;
            (place as HTMLElement | undefined)?.focus();
        } else {
            this.fieldsWith(key)?.focusField(key);
        }
    }

    renderedCallback(): void {
        super.renderedCallback();
        if (this.isInPanel) {
            this.reportState();
        }
    }

    get isHeaded(): boolean {
        return !this.isInPanel;
    }

    get bodyClass(): string {
        const base = 'slds-is-relative body';
        return this.isInPanel ? base : `${base} slds-p-horizontal_medium`;
    }

    get isRefused(): boolean {
        return this.loadProblem !== undefined && isRefusal(this.loadProblem);
    }

    /** Invited at once, since whoever is here begins to act; and when Zendesk no longer knows their agent. */
    get isAgentMissing(): boolean {
        return this.isAgentLost || !this.rights?.isAgentLinked;
    }

    /** Whether the agent whom they linked creates no tickets. */
    get isBarred(): boolean {
        return this.rights?.isAgentLinked === true && !this.rights.mayCreate;
    }

    get footer(): FooterState {
        return footerOf(this);
    }

    get contacts(): readonly Contact[] {
        return this.form?.contacts ?? [];
    }

    get requesterProblem(): string | undefined {
        return this.editing?.problems.get(REQUESTER_KEY);
    }

    get descriptionProblem(): string | undefined {
        return this.editing?.problems.get(DESCRIPTION_KEY);
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

    /** What is on its way can't be called back, and its outcome is worth the wait. */
    handleCancel(): void {
        if (!this.isSaving) {
            this.dispatchEvent(new CustomEvent('cancel'));
        }
    }

    handleDiscard(): void {
        const { form } = this;
        if (form) {
            forgetDraft(this.draftPlace, Date.now());
            this.restored = '';
            this.problem = undefined;
            this.otherProblems = [];
            this.attention = this.firstPlace;
            this.begin(form, freshDraft(form));
        }
    }

    handleForm(event: CustomEvent<{ value: string }>): void {
        this.changeForm(event.detail.value);
    }

    handleRequester(event: CustomEvent<Partial<TicketDraft>>): void {
        this.step((editing) => withoutProblem(withDraftPart(editing, event.detail), REQUESTER_KEY));
    }

    handleMessage(event: CustomEvent<Partial<TicketDraft>>): void {
        this.step((editing) =>
            withoutProblem(withDraftPart(editing, event.detail), DESCRIPTION_KEY)
        );
    }

    handleCreate(): void {
        this.create();
    }

    handleCreateAnother(): void {
        this.createAnother();
    }

    handleChoose(event: CustomEvent<string>): void {
        this.focusField(event.detail);
    }

    protected get draftPlace(): string {
        return `${this.currentRecordId}:new`;
    }

    protected async readRights(): Promise<TicketRights> {
        return (await openNewTicket(this.currentRecordId)).rights;
    }

    private reportState(): void {
        this.dispatchEvent(new CustomEvent('statechange', { detail: this.footer }));
        if (this.attention === 'footer') {
            this.attention = undefined;
            this.dispatchEvent(new CustomEvent('snag'));
        }
    }

    /** Where the user begins. */
    private get firstPlace(): string {
        return this.isInPanel ? 'requester' : 'heading';
    }

    private fieldsWith(key: string): Fields | undefined {
        const place = key === 'subject' ? this.refs?.subject : this.refs?.fields;
        return place as unknown as Fields | undefined;
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
        this.attention = this.firstPlace;
    }

    private start(form: NewTicketForm): void {
        const draft = this.restore(freshDraft(form));
        this.restored = this.notice?.message ?? '';
        this.notice = undefined;
        this.rights = form.rights;
        this.begin(form, draft);
        this.restoreForm(draft.values);
        this.identifyAgent();
    }

    private begin({ layout }: NewTicketForm, draft: TicketDraft): void {
        this.editing = startEditing(undefined, layout, withKey(draft));
    }

    private restoreForm(values: readonly FieldValue[]): void {
        const formId = values.find(({ key }) => key === 'ticket_form_id')?.text;
        if (formId && formId !== this.formId) {
            this.changeForm(formId);
        }
    }

    private async send(): Promise<void> {
        const { editing } = this;
        if (!editing || this.isBusy || this.isHeldBack(editing) || this.lacksFiles()) {
            return;
        }
        this.beginSaving();
        try {
            const input = toInput(editing.draft, undefined);
            const outcome = await createTicket(this.currentRecordId, input);
            forgetDraft(this.draftPlace, Date.now());
            this.dispatchEvent(new CustomEvent('created', { detail: outcome }));
            this.isSaving = false;
        } catch (error) {
            this.fail(toProblem(error), editing.draft);
        }
    }

    /** All that is missing is said at once, and before Zendesk is asked. */
    private isHeldBack(editing: Editing): boolean {
        const problems = newTicketFaults(editing);
        this.editing = { ...editing, problems };
        if (problems.size > 0) {
            this.problem = undefined;
            this.otherProblems = [];
            this.attention = 'footer';
        }
        return problems.size > 0;
    }

    private fail(problem: Problem, sent: TicketDraft): void {
        this.endSaving(problem);
        if (needsNewKey(sent, problem)) {
            this.write(newKey());
        }
        this.show(problem);
        this.attention = this.isAgentLost ? 'invitation' : this.attention;
    }
}
