import { LightningElement } from 'lwc';

import AGENT_LINKED from '@salesforce/label/c.Zendesk_Agent_NowLinked';
import AGENT_UNLINKED from '@salesforce/label/c.Zendesk_Agent_NowUnlinked';
import DRAFT_RESTORED from '@salesforce/label/c.Zendesk_Detail_DraftRestored';
import DRAFT_UNCERTAIN from '@salesforce/label/c.Zendesk_Detail_DraftUncertain';
import DRAFT_WITHOUT_FILES from '@salesforce/label/c.Zendesk_Detail_DraftWithoutFiles';
import FILES_FORGOTTEN from '@salesforce/label/c.Zendesk_Files_Forgotten';

import { getAgent } from 'c/zendeskAgentService';
import { choicesFor, getForm } from 'c/zendeskChoiceService';
import { isUncertain, needsAgent, toProblem } from 'c/zendeskErrors';
import { formatLabel, formatList } from 'c/zendeskFormats';
import { findDraft, keepDraft } from 'c/zendeskKeptDrafts';
import { attempt, Questions } from 'c/zendeskQuestions';
import { EMPTY_DRAFT, withinRights } from 'c/zendeskTicketDrafts';
import {
    leaderOf,
    viewsOf,
    withChange,
    withChoices,
    withDraftPart,
    withLayout
} from 'c/zendeskTicketEditing';
import { faultSentence, faultsOf, unplacedProblems, withProblems } from 'c/zendeskTicketFaults';
import { forgottenFiles, readyUploads } from 'c/zendeskUploads';

import type { Notice } from 'c/zendeskAnnouncement';
import type { Choice, FieldValue, TicketLayout, TicketRights } from 'c/zendeskConversationService';
import type { Problem } from 'c/zendeskErrors';
import type { FieldView } from 'c/zendeskFieldViews';
import type { RestoredDraft } from 'c/zendeskKeptDrafts';
import type { TicketDraft } from 'c/zendeskTicketDrafts';
import type { Editing } from 'c/zendeskTicketEditing';

/** Another value, and the names of what was chosen. */
export interface FieldChange {
    readonly value: FieldValue;
    readonly names: readonly Choice[];
}

/** Something to put the cursor on. */
interface Place {
    focus(): void;
}

/**
 * What a new ticket and an answer have in common: a draft that is kept in the browser until Zendesk has
 * it, forms and choices that are asked for when they are needed, and what keeps it from being sent.
 */
export default abstract class ZendeskDraftElement extends LightningElement {
    editing?: Editing;
    rights?: TicketRights;
    isSaving = false;
    /** A file is still to be handed over; what is sent now would go without it. */
    isUploading = false;
    notice?: Notice;
    problem?: Problem;
    /** What Zendesk refused without a field to show it at. */
    otherProblems: readonly string[] = [];
    isAgentLost = false;

    /** The ref of where it stands what went wrong. */
    protected readonly problemPlace: string = 'obstacles';
    /** The ref of what the user has to notice, wherever they are on the page. */
    protected attention?: string;

    /** Whether files of the draft that came back did not. */
    protected hasLostFiles = false;
    /** Whether the draft was in doubt before it was sent this time. */
    protected wasInDoubt = false;
    private readonly formQuestions = new Questions();

    abstract get recordId(): string;

    /** Under which the draft is kept. */
    protected abstract get draftPlace(): string;

    /** What the user may do, as it is now. */
    protected abstract readRights(): Promise<TicketRights>;

    renderedCallback(): void {
        const place = this.refs?.[this.attention ?? ''] as unknown as Place | undefined;
        if (place) {
            this.attention = undefined;
            place.focus();
        }
    }

    get draft(): TicketDraft {
        return this.editing?.draft ?? EMPTY_DRAFT;
    }

    get fields(): readonly FieldView[] {
        return this.editing?.layout.fields.length ? viewsOf(this.editing) : [];
    }

    get isBusy(): boolean {
        return this.isSaving || this.isUploading;
    }

    /** A missing agent has an invitation of its own. */
    get shownProblem(): Problem | undefined {
        return this.problem && !needsAgent(this.problem) ? this.problem : undefined;
    }

    handleDraftChange(event: CustomEvent<Partial<TicketDraft>>): void {
        this.step((editing) => withDraftPart(editing, event.detail));
    }

    handleUploading(event: CustomEvent<readonly string[]>): void {
        const { detail: waitingFiles } = event;
        this.isUploading = waitingFiles.length > 0;
        this.step((editing) => withDraftPart(editing, { waitingFiles }));
    }

    /** The focus stays where it is: they may be writing meanwhile. */
    handleAgentNeeded(): void {
        this.isAgentLost = true;
    }

    handleFieldChange(event: CustomEvent<FieldChange>): void {
        const { value, names } = event.detail;
        if (value.key === 'ticket_form_id') {
            this.changeForm(value.text ?? '');
        } else {
            this.step((editing) => withChange(editing, value, names));
        }
    }

    handleChoicesNeeded(event: CustomEvent<string>): void {
        this.findChoices(event.detail);
    }

    /** The button that was pressed is gone; the user goes on at the word of what they did. */
    async handleLinked(): Promise<void> {
        await this.renewRights('announcement');
    }

    /** Linked where they go on by themselves. */
    async handleLinkedThere(): Promise<void> {
        await this.renewRights();
    }

    /** What they may do depends on the role of their agent. */
    private async renewRights(attention?: string): Promise<void> {
        this.isAgentLost = false;
        this.problem = undefined;
        try {
            const rights = await this.takeRights();
            const message = rights.isAgentLinked ? AGENT_LINKED : AGENT_UNLINKED;
            this.notice = { message, variant: 'success' };
            this.attention = attention;
        } catch (error) {
            this.problem = toProblem(error);
        }
    }

    /**
     * Who links their agent on a phone, or elsewhere in Salesforce, comes back before anybody asked whose
     * it is; and a light agent may do little.
     */
    protected async identifyAgent(): Promise<void> {
        const { isAgentLinked, agentId } = this.rights ?? {};
        if (isAgentLinked && !agentId) {
            const { answer: agent, problem } = await attempt(getAgent());
            this.tell(problem ?? (agent && (await attempt(this.takeRights())).problem));
        }
    }

    private async takeRights(): Promise<TicketRights> {
        const rights = await this.readRights();
        this.rights = rights;
        if (this.editing) {
            this.editing = withDraftPart(this.editing, withinRights(this.draft, rights));
            this.keep();
        }
        return rights;
    }

    /** The draft that the user left here, with word of that; or a fresh one. */
    protected restore(fresh: TicketDraft): TicketDraft {
        const kept = findDraft(this.draftPlace, Date.now());
        if (kept) {
            this.notice = { message: wordOf(kept), variant: 'info' };
            this.hasLostFiles = kept.lostFiles.length > 0;
        }
        return kept?.draft ?? fresh;
    }

    protected step(next: (editing: Editing) => Editing): void {
        if (this.editing) {
            this.editing = next(this.editing);
            this.notice = undefined;
            this.keep();
        }
    }

    protected keep(): void {
        keepDraft(this.draftPlace, this.draft, Date.now());
    }

    /** The last form that was chosen counts, whichever comes first. */
    protected async changeForm(formId: string): Promise<void> {
        const layout = await this.findForm(formId);
        if (layout) {
            this.step((editing) => withLayout(editing, layout, formId));
        }
    }

    /** The form on which a draft was written. */
    protected async showForm(formId: string | undefined): Promise<void> {
        const layout = formId && (await this.findForm(formId));
        if (layout && this.editing) {
            this.editing = { ...this.editing, layout };
        }
    }

    /** Whether the draft lacks what the form demands; it is said before Zendesk is asked. */
    protected isFaulty(editing: Editing): boolean {
        const faults = faultsOf(editing);
        if (this.editing) {
            this.editing = { ...this.editing, problems: faults };
        }
        return this.isHeldBackBy(faultSentence(editing, faults));
    }

    /** Whether Zendesk no longer holds files ready; they leave the draft, to be attached again. */
    protected lacksFiles(): boolean {
        const { uploads } = this.draft;
        const now = Date.now();
        const files = forgottenFiles(uploads, now);
        if (files.length === 0) {
            return false;
        }
        this.step((editing) => withDraftPart(editing, { uploads: readyUploads(uploads, now) }));
        return this.isHeldBackBy(formatLabel(FILES_FORGOTTEN, formatList(files)));
    }

    protected isHeldBackBy(message: string): boolean {
        if (message) {
            this.show({ code: 'invalid_fields', message });
        }
        return message !== '';
    }

    protected beginSaving(): void {
        this.isSaving = true;
        this.wasInDoubt = this.draft.isInDoubt === true;
        this.step((editing) => withDraftPart(editing, { isInDoubt: true }));
        this.forgetProblem();
    }

    /** An answer that got lost leaves open what became of the draft. */
    protected endSaving(problem?: Problem): void {
        this.isSaving = false;
        const { wasInDoubt: isInDoubt } = this;
        const isOther = Boolean(this.draft.isInDoubt) !== isInDoubt;
        if (problem && !isUncertain(problem) && isOther) {
            this.step((editing) => withDraftPart(editing, { isInDoubt }));
        }
    }

    protected forgetProblem(): void {
        this.problem = undefined;
        this.otherProblems = [];
    }

    /** Says what went wrong, at the fields at fault where they are shown. */
    protected show(problem: Problem): void {
        this.attention = this.problemPlace;
        this.tell(problem);
        if (this.editing && problem.fields) {
            this.editing = withProblems(this.editing, problem.fields);
            this.otherProblems = unplacedProblems(this.editing, problem.fields);
        }
    }

    /** Without taking the user from where they are. */
    private tell(problem: Problem | undefined): void {
        if (problem) {
            this.problem = problem;
            this.isAgentLost = needsAgent(problem);
        }
    }

    private async findForm(formId: string): Promise<TicketLayout | undefined> {
        this.formQuestions.renew();
        const found = await this.formQuestions.ask(getForm(this.recordId, formId));
        this.tell(found?.problem);
        return found?.answer;
    }

    /** Choices for a group, or a requester, that is not the one any more are dropped. */
    protected async findChoices(key: string): Promise<void> {
        const { editing } = this;
        if (!editing || editing.choices.has(key)) {
            return;
        }
        const leader = leaderOf(editing, key);
        const { answer, problem } = await attempt(choicesFor(this.recordId, key, leader));
        this.tell(problem);
        if (answer && this.editing && leaderOf(this.editing, key) === leader) {
            this.editing = withChoices(this.editing, key, answer);
        }
    }
}

/** What whoever finds a draft again has to know. */
function wordOf({ draft, lostFiles }: RestoredDraft): string {
    const files = formatList(lostFiles);
    const lost = files ? formatLabel(DRAFT_WITHOUT_FILES, files) : '';
    return (
        [draft.isInDoubt ? DRAFT_UNCERTAIN : '', lost].filter(Boolean).join(' ') || DRAFT_RESTORED
    );
}
