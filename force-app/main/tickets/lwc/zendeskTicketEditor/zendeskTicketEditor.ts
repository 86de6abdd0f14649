import { api } from 'lwc';

import CLOSED from '@salesforce/label/c.Zendesk_Detail_Closed';
import SAVED from '@salesforce/label/c.Zendesk_Detail_Saved';

import { openTicket } from 'c/zendeskConversationService';
import ZendeskDraftElement from 'c/zendeskDraftElement';
import { toProblem } from 'c/zendeskErrors';
import { describeValues, withMacro } from 'c/zendeskMacroEffects';
import {
    EMPTY_DRAFT,
    formOf,
    hasBegun,
    keepDraft,
    onlyFields,
    toInput,
    wholeDraft,
    withinRights,
    withoutFields,
    withoutSent
} from 'c/zendeskTicketDrafts';
import { compare } from 'c/zendeskTicketCollisions';
import {
    onTicket,
    shownDraft,
    startEditing,
    withDraftPart,
    withoutChange
} from 'c/zendeskTicketEditing';
import { changeTicket } from 'c/zendeskTicketEditService';
import { statusOptions } from 'c/zendeskTicketRules';

import type {
    FieldValue,
    TicketLayout,
    TicketOpening,
    TicketRights
} from 'c/zendeskConversationService';
import type { Macro } from 'c/zendeskChoiceService';
import type { Problem } from 'c/zendeskErrors';
import type { DescribedValue } from 'c/zendeskMacros';
import type { Editing } from 'c/zendeskTicketEditing';
import type { Collision } from 'c/zendeskTicketCollisions';
import type { DraftPart, TicketDraft } from 'c/zendeskTicketDrafts';
import type { StatusOption } from 'c/zendeskTicketRules';

/**
 * Answers a ticket and changes its fields. What is typed is kept in the browser until Zendesk has it.
 * Fires `saved` with the outcome, and `reloaded` when somebody else's version was read.
 */
export default class ZendeskTicketEditor extends ZendeskDraftElement {
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

    readonly labels = { closed: CLOSED };

    collision?: Collision;

    private opened?: TicketOpening;
    /** The form that the ticket has, whichever the user tries. */
    private ownLayout?: TicketLayout;
    /** The latest comment that the user has seen. */
    private seenCommentId?: string;
    private isFieldOpen = false;
    /** What was about to be sent when somebody else turned out to be faster. */
    private heldBack: DraftPart = wholeDraft;

    get ticketId(): string {
        return this.opening.ticket.id;
    }

    get isClosed(): boolean {
        return this.currentStatus === 'closed';
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

    /** Invited as soon as they begin to act, and again when Zendesk no longer knows their agent. */
    get isAgentMissing(): boolean {
        const { isAgentLinked, writesSignedNotes } = this.rights ?? {};
        const isUnlinked = !isAgentLinked && !writesSignedNotes;
        const isActing = this.isFieldOpen || hasBegun(this.draft);
        return this.isAgentLost || (isUnlinked && isActing);
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
    }

    handleCancel(): void {
        this.step((editing) => ({
            ...this.onOwnForm(withDraftPart(editing, { values: [] })),
            problems: new Map()
        }));
        this.problem = undefined;
        this.otherProblems = [];
        this.closeFields();
    }

    handleSaveFields(): void {
        if (this.hasFieldChanges) {
            this.save(onlyFields);
        } else {
            this.handleCancel();
        }
    }

    handleSubmit(): void {
        this.save(wholeDraft);
    }

    handleKeep(): void {
        this.takeTheirs();
        this.attention = 'facts';
        this.save(this.heldBack);
    }

    handleDiscard(): void {
        const keys = new Set(this.collision?.fields.map(({ key }) => key));
        this.takeTheirs();
        this.step((editing) => ({ ...editing, draft: withoutFields(editing.draft, keys) }));
        this.attention = 'facts';
        this.closeFields();
    }

    protected async readRights(): Promise<TicketRights> {
        return (await openTicket(this.recordId, this.ticketId)).rights;
    }

    private start({ ticket, layout, rights, conversation }: TicketOpening): void {
        this.rights = rights;
        this.seenCommentId = conversation.comments[0]?.id;
        this.ownLayout = layout;
        const draft = withinRights(this.restore(EMPTY_DRAFT), rights);
        this.editing = startEditing(ticket, layout, draft);
        this.showForm(formOf(draft));
    }

    private async save(part: DraftPart): Promise<void> {
        const { editing } = this;
        if (!editing || this.isSaving) {
            return;
        }
        const sent = { ...editing, draft: part(this.draft) };
        if (this.isFaulty(sent)) {
            return;
        }
        this.beginSaving();
        try {
            const input = toInput(shownDraft(sent), editing.ticket);
            const outcome = await changeTicket(this.recordId, this.ticketId, input);
            this.finish(sent.draft, outcome.ticket);
            this.seenCommentId = outcome.comment?.id ?? this.seenCommentId;
            this.attention = part === wholeDraft ? 'announcement' : undefined;
            this.dispatchEvent(new CustomEvent('saved', { detail: outcome }));
        } catch (error) {
            await this.fail(toProblem(error), part);
        }
        this.isSaving = false;
    }

    /** What was typed while it was being sent stays. */
    private finish(sent: TicketDraft, ticket: TicketOpening['ticket']): void {
        if (this.editing) {
            this.editing = onTicket(this.editing, ticket, withoutSent(this.draft, sent));
            this.ownLayout = formOf(sent) ? this.editing.layout : this.ownLayout;
            keepDraft(this.draftPlace, this.draft, Date.now());
            this.closeFields();
            this.notice = { message: SAVED, variant: 'success' };
        }
    }

    private async fail(problem: Problem, part: DraftPart): Promise<void> {
        if (problem.code === 'conflict') {
            await this.compare(problem, part);
        } else {
            this.show(problem);
        }
    }

    private async compare(problem: Problem, part: DraftPart): Promise<void> {
        try {
            const opening = await openTicket(this.recordId, this.ticketId);
            const mine = this.editing as Editing;
            const sent = shownDraft({ ...mine, draft: part(mine.draft) });
            this.collision = compare({ ...mine, draft: sent }, opening, this.seenCommentId);
            this.heldBack = part;
            this.attention = 'collision';
        } catch {
            this.show(problem);
        }
    }

    private takeTheirs(): void {
        const { collision } = this;
        if (collision) {
            const { ticket, layout, conversation } = collision.opening;
            this.collision = undefined;
            this.ownLayout = layout ?? this.ownLayout;
            this.seenCommentId = conversation.comments[0]?.id;
            this.step((editing) => {
                const moved = onTicket(editing, ticket, editing.draft);
                return formOf(moved.draft) ? moved : this.onOwnForm(moved);
            });
            this.dispatchEvent(new CustomEvent('reloaded', { detail: collision.opening }));
        }
    }

    /** The form that the ticket has, unless another field was reset. */
    private onOwnForm(editing: Editing, key = 'ticket_form_id'): Editing {
        const layout = key === 'ticket_form_id' ? this.ownLayout : undefined;
        return { ...editing, layout: layout ?? editing.layout };
    }

    private closeFields(): void {
        (this.refs?.facts as unknown as { close(): void } | undefined)?.close();
    }
}
