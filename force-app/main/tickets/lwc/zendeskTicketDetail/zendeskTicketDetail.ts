import { api, LightningElement } from 'lwc';

import BACK from '@salesforce/label/c.Zendesk_Detail_Back';
import LEAVING_SOON from '@salesforce/label/c.Zendesk_Detail_LeavingSoon';
import LOADING from '@salesforce/label/c.Zendesk_Detail_Loading';
import NAMES_MISSING from '@salesforce/label/c.Zendesk_Detail_NamesMissing';
import REFUSED from '@salesforce/label/c.Zendesk_Access_Title';

import { nameTargets } from 'c/zendeskChoiceService';
import { getLayout, listComments, openTicket } from 'c/zendeskConversationService';
import { isRefusal } from 'c/zendeskErrors';
import { namesOf } from 'c/zendeskFieldViews';
import { formatLabel } from 'c/zendeskFormats';
import { Questions } from 'c/zendeskQuestions';
import {
    EMPTY_THREAD,
    isNameless,
    withComment,
    withLatest,
    withOlder,
    withPeople
} from 'c/zendeskThread';

import type {
    CommentPage,
    TicketComment,
    TicketDetail,
    TicketLayout,
    TicketOpening
} from 'c/zendeskConversationService';
import type { Problem } from 'c/zendeskErrors';
import type { Attempt } from 'c/zendeskQuestions';
import type { Thread } from 'c/zendeskThread';
import type { TicketOutcome } from 'c/zendeskTicketEditService';

/** What the editor can be asked. */
interface Editor {
    readonly isOnItsWay: boolean;
}

/** What there is to say to whoever comes back to the list. */
export interface Return {
    readonly isSaved: boolean;
}

/**
 * One ticket in place of the list. Fires `back` with a Return, `ticketchange` with the ticket whenever
 * it is newer than the list's, and `ticketleave` with it when the record no longer reaches it.
 */
export default class ZendeskTicketDetail extends LightningElement {
    /** The ticket can be read, and neither changed nor answered. */
    @api isReadOnly = false;

    @api
    get recordId(): string {
        return this.currentRecordId;
    }
    set recordId(value: string) {
        this.currentRecordId = value;
        this.reload();
    }

    @api
    get ticketId(): string {
        return this.openId;
    }
    set ticketId(value: string) {
        this.openId = value;
        this.reload();
    }

    readonly labels = {
        back: BACK,
        loading: LOADING,
        refused: REFUSED
    };

    isLoading = true;
    /** Back was pressed while something was being saved. */
    isLeaving = false;
    problem?: Problem;
    opening?: TicketOpening;
    ticket?: TicketDetail;
    layout?: TicketLayout;
    thread: Thread = EMPTY_THREAD;
    /** Of whom and what lookup fields point to, by id. */
    targets: ReadonlyMap<string, string> = new Map();
    isLoadingOlder = false;
    olderProblem?: Problem;
    /** Why people or targets go without a name. */
    namingProblem?: Problem;

    private currentRecordId = '';
    private openId = '';
    private isFocusDue = true;
    /** About the ticket that is open now. */
    private readonly questions = new Questions();

    /** Not before: the properties come one by one, in any order. */
    connectedCallback(): void {
        this.load();
    }

    renderedCallback(): void {
        if (this.isFocusDue && !this.isLoading) {
            this.isFocusDue = false;
            (this.refs?.header as HTMLElement | undefined)?.focus();
        }
    }

    get isRefused(): boolean {
        return this.problem !== undefined && isRefusal(this.problem);
    }

    get leavingMessage(): string {
        return this.isLeaving ? LEAVING_SOON : '';
    }

    get hasOlder(): boolean {
        return this.thread.nextCursor !== undefined && this.olderProblem === undefined;
    }

    get namingMessage(): string {
        return formatLabel(NAMES_MISSING, this.namingProblem?.message);
    }

    get names(): ReadonlyMap<string, string> {
        const people = [...this.thread.people.values()].map(
            ({ id, name }) => [id, name ?? id] as const
        );
        return new Map([...people, ...this.targets, ...namesOf(this.ticket)]);
    }

    /** The outcome of what is being saved must not get lost with the page. */
    handleBack(): void {
        this.isLeaving = this.editor?.isOnItsWay === true;
        if (!this.isLeaving) {
            this.goBack(false);
        }
    }

    handleRetry(): void {
        this.load();
    }

    handleOlder(): void {
        this.loadOlder();
    }

    handleSaved(event: CustomEvent<TicketOutcome>): void {
        const { ticket, comment, isListed } = event.detail;
        if (!isListed) {
            this.dispatchEvent(new CustomEvent('ticketleave', { detail: ticket }));
            return;
        }
        this.show(ticket);
        if (this.isLeaving) {
            this.goBack(true);
        } else if (comment) {
            this.thread = withComment(this.thread, comment);
            this.findAuthor(comment);
        }
    }

    handleUnsaved(): void {
        this.isLeaving = false;
    }

    handleReloaded(event: CustomEvent<TicketOpening>): void {
        const { ticket, conversation } = event.detail;
        this.show(ticket);
        this.thread = withLatest(this.thread, conversation);
    }

    /** What was said meanwhile can be read before the user chooses a version. */
    handleNewComments(event: CustomEvent<CommentPage>): void {
        this.thread = withLatest(this.thread, event.detail);
    }

    private goBack(isSaved: boolean): void {
        this.dispatchEvent(new CustomEvent('back', { detail: { isSaved } }));
    }

    private get editor(): Editor | undefined {
        return this.refs?.editor as unknown as Editor | undefined;
    }

    private reload(): void {
        if (this.isConnected) {
            this.load();
        }
    }

    private async load(): Promise<void> {
        this.questions.renew();
        this.isLoading = true;
        this.isLoadingOlder = false;
        const opened = await this.questions.ask(openTicket(this.recordId, this.openId));
        if (opened) {
            this.isLoading = false;
            this.begin(opened);
        }
    }

    private begin({ answer, problem }: Attempt<TicketOpening>): void {
        this.problem = problem;
        this.olderProblem = undefined;
        this.namingProblem = undefined;
        if (answer) {
            this.opening = this.isReadOnly ? withoutChanges(answer) : answer;
            this.layout = answer.layout;
            this.thread = withLatest(EMPTY_THREAD, answer.conversation);
            this.show(answer.ticket);
            this.complete();
        }
    }

    /** What the page can be shown without. */
    private async complete(): Promise<void> {
        const isWanted = this.layout !== undefined || (await this.findLayout());
        if (isWanted) {
            await this.findTargets();
        }
    }

    /** With nothing remembered, the form comes after the conversation; whether it did. */
    private async findLayout(): Promise<boolean> {
        const found = await this.questions.ask(getLayout(this.recordId, this.openId));
        if (found) {
            this.layout = found.answer;
            this.problem = found.problem;
        }
        return found?.answer !== undefined;
    }

    /** Zendesk names nobody to whom a lookup field points; asked for only if there is one. */
    private async findTargets(): Promise<void> {
        const lookups = this.layout?.fields.filter(({ target }) => target) ?? [];
        if (!lookups.some(({ key }) => this.textOf(key))) {
            return;
        }
        const named = await this.name(nameTargets(this.recordId, this.openId));
        if (named) {
            this.targets = new Map(named.map(({ value, label }) => [value, label]));
        }
    }

    private async loadOlder(): Promise<void> {
        const { nextCursor } = this.thread;
        if (this.isLoadingOlder || nextCursor === undefined) {
            return;
        }
        this.isLoadingOlder = true;
        this.olderProblem = undefined;
        const page = await this.questions.ask(listComments(this.recordId, this.openId, nextCursor));
        if (page) {
            this.isLoadingOlder = false;
            this.olderProblem = page.problem;
            this.thread = page.answer ? withOlder(this.thread, page.answer) : this.thread;
        }
    }

    /** Zendesk names nobody beside a change: whoever answers first is not known here yet. */
    private async findAuthor(comment: TicketComment): Promise<void> {
        if (isNameless(this.thread, comment)) {
            const page = await this.name(listComments(this.recordId, this.openId));
            this.thread = withPeople(this.thread, page?.people ?? []);
        }
    }

    /** The ticket is of use without the names, so a problem with them is only told. */
    private async name<Names>(question: Promise<Names>): Promise<Names | undefined> {
        const named = await this.questions.ask(question);
        if (named) {
            this.namingProblem = named.problem;
        }
        return named?.answer;
    }

    private show(ticket: TicketDetail): void {
        this.ticket = ticket;
        this.thread = withPeople(this.thread, ticket.people);
        this.dispatchEvent(new CustomEvent('ticketchange', { detail: ticket }));
    }

    private textOf(key: string): string {
        return this.ticket?.values.find((value) => value.key === key)?.text ?? '';
    }
}

/** As for somebody who may only read. */
function withoutChanges(opening: TicketOpening): TicketOpening {
    const rights = { ...opening.rights, mayEdit: false, mayComment: false };
    return { ...opening, rights };
}
