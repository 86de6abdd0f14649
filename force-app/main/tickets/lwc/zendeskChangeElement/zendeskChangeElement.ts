import SAVED from '@salesforce/label/c.Zendesk_Detail_Saved';

import { openTicket } from 'c/zendeskConversationService';
import ZendeskDraftElement from 'c/zendeskDraftElement';
import { partyOf } from 'c/zendeskFieldViews';
import { hasArrived } from 'c/zendeskLostAnswers';
import { attempt } from 'c/zendeskQuestions';
import { compare } from 'c/zendeskTicketCollisions';
import {
    ANSWER,
    formOf,
    toInput,
    valuesOf,
    withoutFields,
    withoutSent
} from 'c/zendeskTicketDrafts';
import { onTicket, shownDraft, withNames, withoutChange } from 'c/zendeskTicketEditing';
import { changeTicket } from 'c/zendeskTicketEditService';

import type { TicketDetail, TicketLayout, TicketOpening } from 'c/zendeskConversationService';
import type { Problem } from 'c/zendeskErrors';
import type { Collision } from 'c/zendeskTicketCollisions';
import type { Sending, TicketDraft } from 'c/zendeskTicketDrafts';
import type { TicketOutcome } from 'c/zendeskTicketEditService';
import type { Editing } from 'c/zendeskTicketEditing';

/**
 * Sends changes of a ticket, and asks what to do when somebody was faster or the ticket would leave the
 * record. Fires `saved` with the outcome or `unsaved` when there is something to do, and `reloaded` when
 * somebody else's version was read, `newcomments` with the latest ones before the user chooses.
 */
export default abstract class ZendeskChangeElement extends ZendeskDraftElement {
    collision?: Collision;
    /** What waits for word that the ticket may leave the record. */
    leaving?: Sending;

    /** The form that the ticket has, whichever the user tries. */
    protected ownLayout?: TicketLayout;
    /** The latest comment that the user has seen. */
    protected seenCommentId?: string;

    /** What was about to be sent when somebody else turned out to be faster. */
    private heldBack: Sending = ANSWER;

    abstract get ticketId(): string;

    /** To whom the ticket is about to belong. */
    get party(): string {
        return this.editing
            ? partyOf(valuesOf(this.editing.ticket, this.draft), this.editing.names)
            : '';
    }

    handleKeep(): void {
        this.takeTheirs();
        this.attention = 'facts';
        this.save(this.heldBack);
    }

    handleDiscard(): void {
        const keys = new Set(this.collision?.fields.map(({ key }) => key));
        this.takeTheirs();
        this.step((editing) => {
            const taken = [...keys].reduce(withoutChange, editing);
            return { ...taken, draft: withoutFields(taken.draft, keys) };
        });
        this.attention = 'facts';
        this.closeFields();
    }

    handleLeave(): void {
        const { leaving = ANSWER } = this;
        this.attention = 'facts';
        this.save({ ...leaving, mayLeave: true });
    }

    handleStay(): void {
        this.leaving = undefined;
        this.attention = 'facts';
    }

    protected async save(sending: Sending): Promise<void> {
        const { editing } = this;
        if (!editing || this.isSaving || (sending.isAnswer && this.lacksFiles())) {
            return;
        }
        const sent = { ...editing, draft: sending.part(this.draft) };
        if (this.isFaulty(sent)) {
            return;
        }
        this.beginSaving();
        this.leaving = undefined;
        const input = toInput(shownDraft(sent), editing.ticket);
        const known = sending.mayLeave ? { ...input, mayLeave: true } : input;
        const came = await attempt(changeTicket(this.recordId, this.ticketId, known));
        if (came.answer) {
            this.finish(came.answer, sent.draft, sending);
        } else if (came.problem) {
            await this.fail(came.problem, sending);
            this.dispatchEvent(new CustomEvent('unsaved'));
        }
        this.endSaving(came.problem);
    }

    /** What was typed while it was being sent stays. */
    private finish(outcome: TicketOutcome, sent: TicketDraft, { isAnswer }: Sending): void {
        if (this.editing) {
            const ticket = withNames(outcome.ticket, this.editing.names);
            this.settle(ticket, sent);
            this.ownLayout = formOf(sent) ? this.editing.layout : this.ownLayout;
            this.seenCommentId = outcome.comment?.id ?? this.seenCommentId;
            this.closeFields();
            this.notice = { message: SAVED, variant: 'success' };
            this.attention = isAnswer ? 'announcement' : undefined;
            this.dispatchEvent(new CustomEvent('saved', { detail: { ...outcome, ticket } }));
        }
    }

    /** Zendesk has it. */
    private settle(ticket: TicketDetail, sent: TicketDraft): void {
        if (this.editing) {
            const arrived = { ...this.draft, isInDoubt: false };
            this.editing = onTicket(this.editing, ticket, withoutSent(arrived, sent));
            this.keep();
        }
    }

    private async fail(problem: Problem, sending: Sending): Promise<void> {
        switch (problem.code) {
            case 'conflict':
                return this.compare(problem, sending);
            case 'ticket_leaves_record':
                this.leaving = sending;
                this.attention = 'leaving';
                return undefined;
            default:
                return this.show(problem);
        }
    }

    private async compare(problem: Problem, sending: Sending): Promise<void> {
        const { answer } = await attempt(openTicket(this.recordId, this.ticketId));
        if (!answer || !this.editing) {
            this.show(problem);
            return;
        }
        const sent = { ...this.editing, draft: sending.part(this.draft) };
        const mine = { ...sent, draft: shownDraft(sent) };
        if (this.wasInDoubt && hasArrived(mine, answer, this.seenCommentId)) {
            this.recognize(answer, sent.draft);
            return;
        }
        this.collision = compare(mine, answer, this.seenCommentId);
        this.dispatchEvent(new CustomEvent('newcomments', { detail: answer.conversation }));
        this.heldBack = sending;
        this.attention = 'collision';
    }

    /** It was the user who was faster: an earlier attempt arrived, and only its answer got lost. */
    private recognize(opening: TicketOpening, sent: TicketDraft): void {
        this.wasInDoubt = false;
        this.settle(opening.ticket, sent);
        this.seenCommentId = opening.conversation.comments[0]?.id;
        this.closeFields();
        this.notice = { message: SAVED, variant: 'success' };
        this.attention = 'announcement';
        this.dispatchEvent(new CustomEvent('reloaded', { detail: opening }));
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
    protected onOwnForm(editing: Editing, key = 'ticket_form_id'): Editing {
        const layout = key === 'ticket_form_id' ? this.ownLayout : undefined;
        return { ...editing, layout: layout ?? editing.layout };
    }

    protected closeFields(): void {
        (this.refs?.facts as unknown as { close(): void } | undefined)?.close();
    }
}
