import { api, LightningElement } from 'lwc';

import CANCEL from '@salesforce/label/c.Zendesk_Button_Cancel';
import CLOSED from '@salesforce/label/c.Zendesk_Detail_Closed';
import DETAILS from '@salesforce/label/c.Zendesk_Detail_Fields';
import DRAFT_RESTORED from '@salesforce/label/c.Zendesk_Detail_DraftRestored';
import FIELDS_MISSING from '@salesforce/label/c.Zendesk_Detail_FieldsMissing';
import SAVE from '@salesforce/label/c.Zendesk_Button_Save';
import SAVED from '@salesforce/label/c.Zendesk_Detail_Saved';
import SAVING from '@salesforce/label/c.Zendesk_Detail_Saving';

import { choicesFor, getForm } from 'c/zendeskChoiceService';
import { openTicket } from 'c/zendeskConversationService';
import { needsAgent, toProblem } from 'c/zendeskErrors';
import { formatLabel, formatList } from 'c/zendeskFormats';
import {
    EMPTY_DRAFT,
    findDraft,
    forgetDraft,
    isEmptyDraft,
    keepDraft,
    onlyFields,
    toInput
} from 'c/zendeskTicketDrafts';
import {
    collisionsOf,
    describeValues,
    faultsOf,
    onTicket,
    startEditing,
    unplacedProblems,
    viewsOf,
    withChange,
    withChoices,
    withDraftPart,
    withMacro,
    withProblems
} from 'c/zendeskTicketEditing';
import { changeTicket } from 'c/zendeskTicketEditService';
import { statusOptions } from 'c/zendeskTicketRules';

import type {
    Choice,
    FieldValue,
    TicketLayout,
    TicketOpening,
    TicketRights
} from 'c/zendeskConversationService';
import type { Macro } from 'c/zendeskChoiceService';
import type { CollidingField } from 'c/zendeskCollision';
import type { Problem } from 'c/zendeskErrors';
import type { FieldView } from 'c/zendeskFieldViews';
import type { DescribedValue } from 'c/zendeskMacros';
import type { TicketDraft } from 'c/zendeskTicketDrafts';
import type { Editing } from 'c/zendeskTicketEditing';
import type { StatusOption } from 'c/zendeskTicketRules';

interface Collision {
    /** What of the draft was about to be sent. */
    readonly part: DraftPart;
    readonly opening: TicketOpening;
    readonly fields: readonly CollidingField[];
    readonly newComments: number;
}

type DraftPart = (draft: TicketDraft) => TicketDraft;

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
export default class ZendeskTicketEditor extends LightningElement {
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

    readonly labels = {
        cancel: CANCEL,
        closed: CLOSED,
        details: DETAILS,
        save: SAVE,
        saving: SAVING
    };

    editing?: Editing;
    isSaving = false;
    problem?: Problem;
    /** What Zendesk refused without a field to show it at. */
    otherProblems: readonly string[] = [];
    collision?: Collision;
    notice = '';
    isAgentLost = false;

    /** Whether something has come up that the user has to see, wherever they are on the page. */
    private isAttentionDue = false;
    private hasLinked = false;
    private opened?: TicketOpening;
    /** The form that the ticket has, whichever the user tries. */
    private ownLayout?: TicketLayout;

    renderedCallback(): void {
        const place = (this.refs?.collision ?? this.refs?.alert) as HTMLElement | undefined;
        if (this.isAttentionDue && place) {
            this.isAttentionDue = false;
            place.focus();
        }
    }

    get rights(): TicketRights {
        return this.opening.rights;
    }

    get ticketId(): string {
        return this.opening.ticket.id;
    }

    get draft(): TicketDraft {
        return this.editing?.draft ?? EMPTY_DRAFT;
    }

    get isClosed(): boolean {
        return this.currentStatus === 'closed';
    }

    get mayEdit(): boolean {
        return this.rights.mayEdit && !this.isClosed;
    }

    get mayComment(): boolean {
        const { mayComment, mayCommentPublicly, seesInternalNotes } = this.rights;
        return mayComment && (mayCommentPublicly || seesInternalNotes) && !this.isClosed;
    }

    get fields(): readonly FieldView[] {
        return this.editing && this.editing.layout.fields.length ? viewsOf(this.editing) : [];
    }

    get statuses(): readonly StatusOption[] {
        return statusOptions(this.editing?.layout, this.currentStatus);
    }

    get hasFieldChanges(): boolean {
        return this.draft.values.length > 0;
    }

    /** Invited as soon as they begin to act, and again when Zendesk no longer knows their agent. */
    get isAgentMissing(): boolean {
        const { isAgentLinked, writesSignedNotes } = this.rights;
        const isUnlinked = !isAgentLinked && !writesSignedNotes && !this.hasLinked;
        return this.isAgentLost || (isUnlinked && !isEmptyDraft(this.draft));
    }

    get isProblemShown(): boolean {
        return this.problem !== undefined && !needsAgent(this.problem);
    }

    readonly describe = (values: readonly FieldValue[]): readonly DescribedValue[] => {
        return this.editing ? describeValues(this.editing, values) : [];
    };

    private get place(): string {
        return `${this.recordId}:${this.ticketId}`;
    }

    private get currentStatus(): string | undefined {
        return this.editing?.ticket?.values.find(({ key }) => key === 'status')?.text;
    }

    handleDraftChange(event: CustomEvent<Partial<TicketDraft>>): void {
        this.step((editing) => withDraftPart(editing, event.detail));
    }

    handleFieldChange(event: CustomEvent<{ value: FieldValue; names: readonly Choice[] }>): void {
        const { value, names } = event.detail;
        this.step((editing) => withChange(editing, value, names));
        if (value.key === 'ticket_form_id' && value.text) {
            this.changeForm(value.text);
        }
    }

    handleChoicesNeeded(event: CustomEvent<string>): void {
        this.findChoices(event.detail);
    }

    handleMacro(event: CustomEvent<Macro>): void {
        this.step((editing) => withMacro(editing, event.detail));
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

    handleLinked(): void {
        this.hasLinked = true;
        this.isAgentLost = false;
        this.problem = undefined;
    }

    handleKeep(): void {
        const part = this.collision?.part ?? wholeDraft;
        this.takeTheirs();
        this.save(part);
    }

    handleDiscard(): void {
        const colliding = new Set(this.collision?.fields.map(({ key }) => key));
        this.takeTheirs();
        this.step((editing) =>
            withDraftPart(editing, {
                values: editing.draft.values.filter(({ key }) => !colliding.has(key)),
                ...([...colliding].some((key) => key.endsWith('status')) && { status: undefined })
            })
        );
        this.closeFields();
    }

    private start({ ticket, layout }: TicketOpening): void {
        this.ownLayout = layout;
        const kept = findDraft(`${this.recordId}:${ticket.id}`, Date.now());
        const draft = kept ?? { ...EMPTY_DRAFT, isPublic: this.rights.mayCommentPublicly };
        this.editing = startEditing(ticket, layout ?? NO_LAYOUT, draft);
        this.notice = kept ? DRAFT_RESTORED : '';
    }

    private step(next: (editing: Editing) => Editing): void {
        if (this.editing) {
            this.editing = next(this.editing);
            this.notice = '';
            keepDraft(this.place, this.draft, Date.now());
        }
    }

    private async findChoices(key: string): Promise<void> {
        const groupId = this.valueOf('group_id');
        if (this.editing?.choices.has(key)) {
            return;
        }
        try {
            const found = await choicesFor(this.recordId, key, groupId);
            if (found && this.editing) {
                this.editing = withChoices(this.editing, key, found);
            }
        } catch (error) {
            this.problem = toProblem(error);
        }
    }

    private valueOf(key: string): string | undefined {
        const all = [...(this.editing?.ticket?.values ?? []), ...this.draft.values];
        return all.filter((value) => value.key === key).pop()?.text;
    }

    private async changeForm(formId: string): Promise<void> {
        try {
            const layout = await getForm(this.recordId, formId);
            this.step((editing) => ({ ...editing, layout }));
        } catch (error) {
            this.problem = toProblem(error);
        }
    }

    private async save(part: DraftPart): Promise<void> {
        const { editing } = this;
        const sent = part(this.draft);
        if (!editing || this.isSaving || this.isKeptBack({ ...editing, draft: sent })) {
            return;
        }
        this.isSaving = true;
        this.problem = undefined;
        this.otherProblems = [];
        try {
            const input = toInput(sent, editing.ticket);
            const outcome = await changeTicket(this.recordId, this.ticketId, input);
            this.finish(sent, outcome.ticket);
            this.dispatchEvent(new CustomEvent('saved', { detail: outcome }));
        } catch (error) {
            await this.fail(toProblem(error), part);
        }
        this.isSaving = false;
    }

    /** What the form demands is said before Zendesk is asked. */
    private isKeptBack(editing: Editing): boolean {
        const faults = faultsOf(editing);
        if (faults.size === 0 || !this.editing) {
            return false;
        }
        this.editing = { ...this.editing, problems: faults };
        const titles = viewsOf(editing).filter(({ key }) => faults.has(key));
        const message = formatLabel(FIELDS_MISSING, formatList(titles.map(({ title }) => title)));
        this.problem = { code: 'invalid_fields', message };
        this.isAttentionDue = true;
        return true;
    }

    /** What was typed while it was being sent stays. */
    private finish(sent: TicketDraft, ticket: TicketOpening['ticket']): void {
        if (!this.editing) {
            return;
        }
        const { draft } = this.editing;
        const isAnswer = sent.html === draft.html && sent.uploads === draft.uploads;
        const values = draft.values.filter((value) => !sent.values.includes(value));
        const rest = isAnswer ? { ...EMPTY_DRAFT, isPublic: draft.isPublic } : draft;
        this.editing = onTicket(this.editing, ticket, { ...rest, values });
        this.closeFields();
        if (isEmptyDraft(this.draft)) {
            forgetDraft(this.place, Date.now());
        } else {
            keepDraft(this.place, this.draft, Date.now());
        }
        this.notice = SAVED;
    }

    private async fail(problem: Problem, part: DraftPart): Promise<void> {
        this.isAttentionDue = true;
        if (problem.code === 'conflict') {
            await this.compare(problem, part);
            return;
        }
        this.problem = problem;
        this.isAgentLost = needsAgent(problem);
        if (this.editing && problem.fields) {
            this.editing = withProblems(this.editing, problem.fields);
            this.otherProblems = unplacedProblems(this.editing, problem.fields);
        }
    }

    private async compare(problem: Problem, part: DraftPart): Promise<void> {
        try {
            const opening = await openTicket(this.recordId, this.ticketId);
            const known = this.opening.conversation.comments[0]?.id;
            const { comments } = opening.conversation;
            const index = comments.findIndex(({ id }) => id === known);
            this.collision = {
                part,
                opening,
                fields: this.editing ? collisionsOf(this.editing, opening.ticket) : [],
                newComments: index < 0 ? comments.length : index
            };
        } catch {
            this.problem = problem;
        }
    }

    private takeTheirs(): void {
        const { collision } = this;
        if (collision && this.editing) {
            this.editing = onTicket(this.editing, collision.opening.ticket, this.draft);
            this.collision = undefined;
            this.dispatchEvent(new CustomEvent('reloaded', { detail: collision.opening }));
        }
    }

    private closeFields(): void {
        (this.refs?.fields as unknown as { close(): void } | undefined)?.close();
    }
}
