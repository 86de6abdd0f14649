import { api, LightningElement } from 'lwc';

import BODY from '@salesforce/label/c.Zendesk_New_Description';
import CANCEL from '@salesforce/label/c.Zendesk_Button_Cancel';
import CREATE from '@salesforce/label/c.Zendesk_New_Create';
import DESCRIPTION_MISSING from '@salesforce/label/c.Zendesk_Change_NoDescription';
import DRAFT_RESTORED from '@salesforce/label/c.Zendesk_Detail_DraftRestored';
import FIELDS_MISSING from '@salesforce/label/c.Zendesk_Detail_FieldsMissing';
import FORM from '@salesforce/label/c.Zendesk_Property_Form';
import INTERNAL from '@salesforce/label/c.Zendesk_Reply_Internal';
import KIND from '@salesforce/label/c.Zendesk_Reply_Kind';
import LOADING from '@salesforce/label/c.Zendesk_New_Loading';
import PUBLIC from '@salesforce/label/c.Zendesk_Reply_Public';
import REFUSED from '@salesforce/label/c.Zendesk_Access_Title';
import REQUESTER_MISSING from '@salesforce/label/c.Zendesk_New_RequesterMissing';
import SAVING from '@salesforce/label/c.Zendesk_Detail_Saving';
import SEND_ANYWAY from '@salesforce/label/c.Zendesk_New_SendAnyway';
import TITLE from '@salesforce/label/c.Zendesk_New_Title';

import { choicesFor, getForm } from 'c/zendeskChoiceService';
import { isRefusal, isUncertain, needsAgent, toProblem } from 'c/zendeskErrors';
import { formatLabel, formatList } from 'c/zendeskFormats';
import {
    EMPTY_DRAFT,
    findDraft,
    forgetDraft,
    hasComment,
    keepDraft,
    toInput,
    WRITING_FORMATS
} from 'c/zendeskTicketDrafts';
import {
    faultsOf,
    startEditing,
    unplacedProblems,
    viewsOf,
    withChange,
    withChoices,
    withDraftPart,
    withProblems
} from 'c/zendeskTicketEditing';
import { createTicket, openNewTicket } from 'c/zendeskTicketEditService';

import type { Upload } from 'c/zendeskAttachmentService';
import type { Choice, FieldValue } from 'c/zendeskConversationService';
import type { Problem } from 'c/zendeskErrors';
import type { FieldView } from 'c/zendeskFieldViews';
import type { Editing } from 'c/zendeskTicketEditing';
import type { NewTicketForm } from 'c/zendeskTicketEditService';

const EMAIL_FORM = /^[^@\s,<>]+@[^@\s,<>]+$/;

/**
 * The form of a new ticket. What is typed is kept in the browser until Zendesk has it, and each draft
 * has a key by which a repeated request makes no second ticket. Fires `created` and `cancel`.
 */
export default class ZendeskNewTicket extends LightningElement {
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
        kind: KIND,
        loading: LOADING,
        refused: REFUSED,
        saving: SAVING,
        sendAnyway: SEND_ANYWAY,
        title: TITLE
    };

    readonly formats = WRITING_FORMATS;

    isLoading = true;
    isSaving = false;
    loadProblem?: Problem;
    problem?: Problem;
    otherProblems: readonly string[] = [];
    notice = '';
    form?: NewTicketForm;
    editing?: Editing;
    isAgentLost = false;

    /** Whether something has come up that the user has to see, wherever they are on the page. */
    private isAttentionDue = false;
    private hasLinked = false;
    private currentRecordId = '';
    private isFocusDue = true;

    renderedCallback(): void {
        if (this.isFocusDue && !this.isLoading) {
            this.isFocusDue = false;
            (this.refs?.heading as HTMLElement | undefined)?.focus();
        }
        if (this.isAttentionDue && this.refs?.alert) {
            this.isAttentionDue = false;
            (this.refs.alert as HTMLElement).focus();
        }
    }

    get isRefused(): boolean {
        return this.loadProblem !== undefined && isRefusal(this.loadProblem);
    }

    /** Invited as soon as they begin to act, and again when Zendesk no longer knows their agent. */
    get isAgentMissing(): boolean {
        const isUnlinked = !this.form?.rights.isAgentLinked && !this.hasLinked;
        const hasBegun = hasComment(this.draft) || this.draft.values.length > 0;
        return this.isAgentLost || (isUnlinked && hasBegun);
    }

    get isProblemShown(): boolean {
        return this.problem !== undefined && !needsAgent(this.problem);
    }

    get isRepeated(): boolean {
        return this.problem?.code === 'repeated_request';
    }

    get draft(): Editing['draft'] {
        return this.editing?.draft ?? EMPTY_DRAFT;
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

    get kinds(): readonly Choice[] {
        return [
            { value: 'public', label: PUBLIC },
            ...(this.form?.rights.seesInternalNotes ? [{ value: 'internal', label: INTERNAL }] : [])
        ];
    }

    get kind(): string {
        return this.draft.isPublic ? 'public' : 'internal';
    }

    handleRetry(): void {
        this.load();
    }

    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    handleRequester(event: CustomEvent<Partial<Editing['draft']>>): void {
        this.stepDraft(event.detail);
    }

    handleKind(event: CustomEvent<{ value: string }>): void {
        this.stepDraft({ isPublic: event.detail.value === 'public' });
    }

    handleBody(event: CustomEvent<{ value: string }>): void {
        this.stepDraft({ html: event.detail.value ?? '' });
    }

    handleUploads(event: CustomEvent<readonly Upload[]>): void {
        this.stepDraft({ uploads: event.detail });
    }

    handleForm(event: CustomEvent<{ value: string }>): void {
        this.changeForm(event.detail.value);
    }

    handleChoicesNeeded(event: CustomEvent<string>): void {
        this.findChoices(event.detail);
    }

    handleFieldChange(event: CustomEvent<{ value: FieldValue; names: readonly Choice[] }>): void {
        const { value, names } = event.detail;
        this.step((editing) => withChange(editing, value, names));
    }

    handleLinked(): void {
        this.hasLinked = true;
        this.isAgentLost = false;
        this.problem = undefined;
    }

    handleCreate(): void {
        this.create();
    }

    /** The user looked: the ticket of the earlier attempt is not the one they want. */
    handleSendAnyway(): void {
        this.stepDraft({ key: newKey() });
        this.create();
    }

    private get fields(): readonly FieldView[] {
        return this.editing ? viewsOf(this.editing) : [];
    }

    private get place(): string {
        return `${this.currentRecordId}:new`;
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
    }

    private start({ layout, contacts, rights }: NewTicketForm): void {
        const kept = findDraft(this.place, Date.now());
        const only = contacts.length === 1 ? contacts[0] : undefined;
        const fresh = {
            ...EMPTY_DRAFT,
            isPublic: rights.mayCommentPublicly,
            requesterName: only?.name,
            requesterEmail: only?.email
        };
        const draft = { ...(kept ?? fresh), key: kept?.key ?? newKey() };
        this.editing = startEditing(undefined, layout, draft);
        this.notice = kept ? DRAFT_RESTORED : '';
        this.restoreForm(draft.values);
    }

    private restoreForm(values: readonly FieldValue[]): void {
        const formId = values.find(({ key }) => key === 'ticket_form_id')?.text;
        if (formId && formId !== this.formId) {
            this.changeForm(formId);
        }
    }

    private step(next: (editing: Editing) => Editing): void {
        if (this.editing) {
            this.editing = next(this.editing);
            this.notice = '';
            keepDraft(this.place, this.draft, Date.now());
        }
    }

    private stepDraft(part: Partial<Editing['draft']>): void {
        this.step((editing) => withDraftPart(editing, part));
    }

    private async changeForm(formId: string): Promise<void> {
        try {
            const layout = await getForm(this.currentRecordId, formId);
            this.step((editing) => ({
                ...withChange(editing, { key: 'ticket_form_id', text: formId }),
                layout
            }));
        } catch (error) {
            this.problem = toProblem(error);
        }
    }

    private async findChoices(key: string): Promise<void> {
        const groupId = this.draft.values.find((value) => value.key === 'group_id')?.text;
        if (this.editing?.choices.has(key)) {
            return;
        }
        try {
            const found = await choicesFor(this.currentRecordId, key, groupId);
            if (found && this.editing) {
                this.editing = withChoices(this.editing, key, found);
            }
        } catch (error) {
            this.problem = toProblem(error);
        }
    }

    private async create(): Promise<void> {
        const { editing } = this;
        if (!editing || this.isSaving || this.isKeptBack(editing)) {
            return;
        }
        this.isSaving = true;
        this.problem = undefined;
        this.otherProblems = [];
        const input = toInput(editing.draft, undefined);
        try {
            const outcome = await createTicket(this.currentRecordId, input);
            forgetDraft(this.place, Date.now());
            this.dispatchEvent(new CustomEvent('created', { detail: outcome }));
        } catch (error) {
            this.fail(toProblem(error));
        }
        this.isSaving = false;
    }

    /**
     * Zendesk takes a key once. After a plain refusal the next attempt needs another; after an answer
     * that got lost it must be the same, or there might be two tickets.
     */
    private fail(problem: Problem): void {
        this.isAttentionDue = true;
        this.problem = problem;
        this.isAgentLost = needsAgent(problem);
        if (!isUncertain(problem) && problem.code !== 'repeated_request') {
            this.stepDraft({ key: newKey() });
        }
        if (this.editing && problem.fields) {
            this.editing = withProblems(this.editing, problem.fields);
            this.otherProblems = unplacedProblems(this.editing, problem.fields);
        }
    }

    private isKeptBack(editing: Editing): boolean {
        const message = this.demandOf(editing);
        if (message) {
            this.problem = { code: 'invalid_fields', message };
            this.isAttentionDue = true;
        }
        return message !== '';
    }

    private demandOf(editing: Editing): string {
        if (!EMAIL_FORM.test(editing.draft.requesterEmail ?? '')) {
            return REQUESTER_MISSING;
        }
        if (!hasComment(editing.draft)) {
            return DESCRIPTION_MISSING;
        }
        const faults = faultsOf(editing);
        this.editing = { ...editing, problems: faults };
        const titles = viewsOf(editing).filter(({ key }) => faults.has(key));
        return faults.size === 0
            ? ''
            : formatLabel(FIELDS_MISSING, formatList(titles.map(({ title }) => title)));
    }
}

function newKey(): string {
    return crypto.randomUUID();
}
