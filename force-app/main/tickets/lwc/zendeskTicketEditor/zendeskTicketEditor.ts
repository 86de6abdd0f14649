import { api } from 'lwc';

import CLOSED from '@salesforce/label/c.Zendesk_Detail_Closed';

import ZendeskChangeElement from 'c/zendeskChangeElement';
import { openTicket } from 'c/zendeskConversationService';
import { describeValues, withMacro } from 'c/zendeskMacroEffects';
import {
    ANSWER,
    EMPTY_DRAFT,
    FIELDS,
    formOf,
    hasBegun,
    hasComment,
    isBlankHtml,
    withinRights
} from 'c/zendeskTicketDrafts';
import {
    isClosed,
    onTicket,
    shownDraft,
    startEditing,
    withDefaultOrganization,
    withDraftPart,
    withoutChange
} from 'c/zendeskTicketEditing';
import { statusOptions } from 'c/zendeskTicketRules';

import type {
    FieldValue,
    TicketLayout,
    TicketOpening,
    TicketRights
} from 'c/zendeskConversationService';
import type { Macro } from 'c/zendeskChoiceService';
import type { FieldChange } from 'c/zendeskDraftElement';
import type { DescribedValue } from 'c/zendeskMacros';
import type { StatusOption } from 'c/zendeskTicketRules';

/**
 * Answers a ticket and changes its fields. What is typed is kept in the browser until Zendesk has it.
 */
export default class ZendeskTicketEditor extends ZendeskChangeElement {
    @api recordId!: string;

    @api
    get opening(): TicketOpening {
        return this.opened as TicketOpening;
    }
    set opening(value: TicketOpening) {
        this.opened = value;
        this.start(value);
    }

    /** Comes with the opening, or later. */
    @api
    get layout(): TicketLayout | undefined {
        return this.editing?.layout;
    }
    set layout(value: TicketLayout | undefined) {
        this.ownLayout = value ?? this.ownLayout;
        if (this.editing && value && !formOf(this.draft)) {
            this.editing = { ...this.editing, layout: value };
        }
    }

    /** Names that the ticket did not bring along, by id. */
    @api
    get names(): ReadonlyMap<string, string> {
        return this.editing?.names ?? new Map();
    }
    set names(value: ReadonlyMap<string, string>) {
        if (this.editing) {
            this.editing = { ...this.editing, names: new Map([...this.editing.names, ...value]) };
        }
    }

    /** Whether something is being saved, the outcome of which the user has to see. */
    @api
    get isOnItsWay(): boolean {
        return this.isSaving;
    }

    readonly labels = { closed: CLOSED };

    private opened?: TicketOpening;
    private isFieldOpen = false;

    get ticketId(): string {
        return this.opening.ticket.id;
    }

    get isClosed(): boolean {
        return isClosed(this.editing?.ticket);
    }

    /** What was written before somebody closed the ticket. */
    get unsentAnswer(): string {
        return this.isClosed && !isBlankHtml(this.draft.html) ? this.draft.html : '';
    }

    get mayEdit(): boolean {
        return this.rights?.mayEdit === true && !this.isClosed;
    }

    get mayComment(): boolean {
        const { mayComment, mayCommentPublicly, seesInternalNotes } = this.rights ?? {};
        return mayComment === true && !this.isClosed && !!(mayCommentPublicly || seesInternalNotes);
    }

    get statuses(): readonly StatusOption[] {
        return statusOptions(this.editing?.layout, this.currentStatus);
    }

    get hasFieldChanges(): boolean {
        return this.editing !== undefined && shownDraft(this.editing).values.length > 0;
    }

    /**
     * Invited as soon as they begin to act, and again when Zendesk no longer knows their agent. A signed
     * note takes none, but a change does.
     */
    get isAgentMissing(): boolean {
        const { isAgentLinked, writesSignedNotes } = this.rights ?? {};
        const isWriting = hasComment(this.draft) && !writesSignedNotes;
        return this.isAgentLost || (!isAgentLinked && (isWriting || this.isChanging));
    }

    private get isChanging(): boolean {
        return this.isFieldOpen || hasBegun({ ...this.draft, html: '', uploads: [] });
    }

    readonly describe = (values: readonly FieldValue[]): readonly DescribedValue[] => {
        return this.editing ? describeValues(this.editing, values) : [];
    };

    protected get draftPlace(): string {
        return `${this.recordId}:${this.ticketId}`;
    }

    private get currentStatus(): string | undefined {
        return this.editing?.ticket?.values.find(({ key }) => key === 'status')?.text;
    }

    handleMacro(event: CustomEvent<Macro>): void {
        const rights = this.rights as TicketRights;
        this.step((editing) => {
            const { draft, ...applied } = withMacro(editing, event.detail);
            return { ...applied, draft: withinRights(draft, rights) };
        });
    }

    handleOpenChange(event: CustomEvent<boolean>): void {
        this.isFieldOpen = event.detail;
    }

    handleFieldReset(event: CustomEvent<string>): void {
        const key = event.detail;
        this.step((editing) => this.onOwnForm(withoutChange(editing, key), key));
        if (this.editing?.problems.size === 0 && this.problem?.code === 'invalid_fields') {
            this.forgetProblem();
        }
    }

    handleCancel(): void {
        this.step((editing) => ({
            ...this.onOwnForm(withDraftPart(editing, { values: [] })),
            problems: new Map()
        }));
        this.forgetProblem();
        this.closeFields();
    }

    handleSaveFields(): void {
        if (this.hasFieldChanges) {
            this.save(FIELDS);
        } else {
            this.handleCancel();
        }
    }

    handleAnswerDiscard(): void {
        this.step((editing) => withDraftPart(editing, EMPTY_DRAFT));
        this.attention = 'facts';
    }

    handleAgentWanted(): void {
        (this.refs?.obstacles as HTMLElement | undefined)?.focus();
    }

    handleSubmit(): void {
        this.save(ANSWER);
    }

    override handleFieldChange(event: CustomEvent<FieldChange>): void {
        super.handleFieldChange(event);
        if (event.detail.value.key === 'requester_id') {
            this.takeDefaultOrganization();
        }
    }

    protected async readRights(): Promise<TicketRights> {
        return (await openTicket(this.recordId, this.ticketId)).rights;
    }

    private start({ ticket, layout, rights, conversation }: TicketOpening): void {
        this.rights = rights;
        this.seenCommentId = conversation.comments[0]?.id;
        this.ownLayout = layout;
        const draft = withinRights(this.restore(EMPTY_DRAFT), rights);
        this.editing = onTicket(startEditing(ticket, layout), ticket, draft);
        this.notice = hasBegun(this.draft) || this.hasLostFiles ? this.notice : undefined;
        this.showForm(formOf(draft));
        this.identifyAgent();
    }

    private async takeDefaultOrganization(): Promise<void> {
        await this.findChoices('organization_id');
        this.step(withDefaultOrganization);
    }
}
