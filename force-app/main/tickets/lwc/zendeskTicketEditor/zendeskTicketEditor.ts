import { api } from 'lwc';

import CANCEL from '@salesforce/label/c.Zendesk_Button_Cancel';
import CLOSED from '@salesforce/label/c.Zendesk_Detail_Closed';
import DETAILS from '@salesforce/label/c.Zendesk_Detail_Fields';
import SAVE from '@salesforce/label/c.Zendesk_Button_Save';
import SAVED from '@salesforce/label/c.Zendesk_Detail_Saved';
import SAVING from '@salesforce/label/c.Zendesk_Detail_Saving';

import { openTicket } from 'c/zendeskConversationService';
import ZendeskDraftElement from 'c/zendeskDraftElement';
import { toProblem } from 'c/zendeskErrors';
import { describeValues, withMacro } from 'c/zendeskMacroEffects';
import {
    EMPTY_DRAFT,
    hasBegun,
    keepDraft,
    onlyFields,
    toInput,
    withinRights,
    withoutFields,
    withoutSent
} from 'c/zendeskTicketDrafts';
import { collisionsOf, onTicket, startEditing, withDraftPart } from 'c/zendeskTicketEditing';
import { changeTicket } from 'c/zendeskTicketEditService';
import { statusOptions } from 'c/zendeskTicketRules';

import type {
    FieldValue,
    TicketLayout,
    TicketOpening,
    TicketRights
} from 'c/zendeskConversationService';
import type { Macro } from 'c/zendeskChoiceService';
import type { CollidingField } from 'c/zendeskCollision';
import type { Problem } from 'c/zendeskErrors';
import type { DescribedValue } from 'c/zendeskMacros';
import type { TicketDraft } from 'c/zendeskTicketDrafts';
import type { StatusOption } from 'c/zendeskTicketRules';

/** What of a draft is sent. */
type DraftPart = (draft: TicketDraft) => TicketDraft;

interface Collision {
    /** What was about to be sent. */
    readonly part: DraftPart;
    readonly opening: TicketOpening;
    readonly fields: readonly CollidingField[];
    readonly newComments: number;
}

const wholeDraft: DraftPart = (draft) => draft;

/** Until the form is there, the ticket has no fields to show. */
const NO_LAYOUT: TicketLayout = {
    form: { isDefault: true, conditions: [] },
    fields: [],
    statuses: []
};

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
        if (this.editing && value) {
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

    readonly labels = {
        cancel: CANCEL,
        closed: CLOSED,
        details: DETAILS,
        save: SAVE,
        saving: SAVING
    };

    collision?: Collision;

    private opened?: TicketOpening;
    /** The form that the ticket has, whichever the user tries. */
    private ownLayout?: TicketLayout;
    /** The latest comment that the user has seen. */
    private seenCommentId?: string;

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
        return this.draft.values.length > 0;
    }

    /** Invited as soon as they begin to act, and again when Zendesk no longer knows their agent. */
    get isAgentMissing(): boolean {
        const { isAgentLinked, writesSignedNotes } = this.rights ?? {};
        const isUnlinked = !isAgentLinked && !writesSignedNotes;
        return this.isAgentLost || (isUnlinked && hasBegun(this.draft));
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

    handleCancel(): void {
        this.step((editing) => ({
            ...withDraftPart(editing, { values: [] }),
            layout: this.ownLayout ?? editing.layout,
            problems: new Map()
        }));
        this.problem = undefined;
        this.otherProblems = [];
        this.closeFields();
    }

    handleSaveFields(): void {
        this.save(onlyFields);
    }

    handleSubmit(): void {
        this.save(wholeDraft);
    }

    handleKeep(): void {
        const part = this.collision?.part ?? wholeDraft;
        this.takeTheirs();
        this.save(part);
    }

    handleDiscard(): void {
        const keys = new Set(this.collision?.fields.map(({ key }) => key));
        this.takeTheirs();
        this.step((editing) => ({ ...editing, draft: withoutFields(editing.draft, keys) }));
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
        this.editing = startEditing(ticket, layout ?? NO_LAYOUT, draft);
    }

    private async save(part: DraftPart): Promise<void> {
        const { editing } = this;
        const sent = part(this.draft);
        if (!editing || this.isSaving || this.isFaulty({ ...editing, draft: sent })) {
            return;
        }
        this.beginSaving();
        try {
            const input = toInput(sent, editing.ticket);
            const outcome = await changeTicket(this.recordId, this.ticketId, input);
            this.finish(sent, outcome.ticket);
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
            this.collision = {
                part,
                opening,
                fields: this.editing ? collisionsOf(this.editing, opening.ticket) : [],
                newComments: this.countNew(opening)
            };
            this.attention = 'collision';
        } catch {
            this.show(problem);
        }
    }

    private countNew({ conversation: { comments } }: TicketOpening): number {
        const index = comments.findIndex(({ id }) => id === this.seenCommentId);
        return index < 0 ? comments.length : index;
    }

    private takeTheirs(): void {
        const { collision } = this;
        if (collision && this.editing) {
            this.editing = onTicket(this.editing, collision.opening.ticket, this.draft);
            this.collision = undefined;
            this.seenCommentId = collision.opening.conversation.comments[0]?.id;
            this.dispatchEvent(new CustomEvent('reloaded', { detail: collision.opening }));
        }
    }

    private closeFields(): void {
        (this.refs?.fields as unknown as { close(): void } | undefined)?.close();
    }
}
