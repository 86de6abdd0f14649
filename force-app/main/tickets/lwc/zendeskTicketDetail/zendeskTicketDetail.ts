import { api, LightningElement } from 'lwc';

import BACK from '@salesforce/label/c.Zendesk_Detail_Back';
import LOADING from '@salesforce/label/c.Zendesk_Detail_Loading';
import NAMES_MISSING from '@salesforce/label/c.Zendesk_Detail_NamesMissing';
import NO_SUBJECT from '@salesforce/label/c.Zendesk_Ticket_NoSubject';
import OPEN_IN_ZENDESK from '@salesforce/label/c.Zendesk_Detail_OpenInZendesk';
import REFUSED from '@salesforce/label/c.Zendesk_Access_Title';
import REQUESTED_BY from '@salesforce/label/c.Zendesk_Detail_RequestedBy';

import { nameTargets } from 'c/zendeskChoiceService';
import { getLayout, listComments, openTicket } from 'c/zendeskConversationService';
import { isRefusal, toProblem } from 'c/zendeskErrors';
import { statusOptionLabel } from 'c/zendeskFieldOptions';
import { namesOf } from 'c/zendeskFieldViews';
import { formatLabel } from 'c/zendeskFormats';

import type {
    CommentPage,
    Person,
    TicketComment,
    TicketDetail,
    TicketLayout,
    TicketOpening
} from 'c/zendeskConversationService';
import type { Problem } from 'c/zendeskErrors';
import type { TicketOutcome } from 'c/zendeskTicketEditService';

/**
 * One ticket in place of the list. Fires `back` to return to it, and `ticketchange` with the ticket
 * whenever it is newer than the list's.
 */
export default class ZendeskTicketDetail extends LightningElement {
    @api recordId!: string;
    /** The ticket can be read, and neither changed nor answered. */
    @api isReadOnly = false;

    @api
    get ticketId(): string {
        return this.openId;
    }
    set ticketId(value: string) {
        this.openId = value;
        this.load();
    }

    readonly labels = {
        back: BACK,
        loading: LOADING,
        openInZendesk: OPEN_IN_ZENDESK,
        refused: REFUSED
    };

    isLoading = true;
    problem?: Problem;
    opening?: TicketOpening;
    layout?: TicketLayout;
    comments: readonly TicketComment[] = [];
    people: ReadonlyMap<string, Person> = new Map();
    /** Of whom and what lookup fields point to, by id. */
    targets: ReadonlyMap<string, string> = new Map();
    nextCursor?: string;
    isLoadingOlder = false;
    olderProblem?: Problem;
    /** Why people or targets go without a name. */
    namingProblem?: Problem;

    private openId = '';
    private ticket?: TicketDetail;
    private isFocusDue = true;

    renderedCallback(): void {
        if (this.isFocusDue && !this.isLoading) {
            this.isFocusDue = false;
            (this.refs?.heading as HTMLElement | undefined)?.focus();
        }
    }

    get isRefused(): boolean {
        return this.problem !== undefined && isRefusal(this.problem);
    }

    get heading(): string {
        return this.textOf('subject') || NO_SUBJECT;
    }

    get status(): string {
        const custom = this.layout?.statuses.find(
            ({ id }) => id === this.textOf('custom_status_id')
        );
        const status = this.textOf('status');
        return statusOptionLabel({ status: custom?.category ?? status, label: custom?.label });
    }

    get statusClass(): string {
        return `slds-badge status status_${this.textOf('status')}`;
    }

    get requestedBy(): string {
        const names = namesOf(this.ticket);
        const who = names.get(this.textOf('requester_id')) ?? '';
        const where = names.get(this.textOf('organization_id'));
        return formatLabel(REQUESTED_BY, where ? `${who} (${where})` : who);
    }

    get hasOlder(): boolean {
        return this.nextCursor !== undefined && this.olderProblem === undefined;
    }

    get namingMessage(): string {
        return formatLabel(NAMES_MISSING, this.namingProblem?.message);
    }

    get names(): ReadonlyMap<string, string> {
        const people = [...this.people.values()].map(({ id, name }) => [id, name ?? id] as const);
        return new Map([...people, ...this.targets, ...namesOf(this.ticket)]);
    }

    handleBack(): void {
        this.dispatchEvent(new CustomEvent('back'));
    }

    handleRetry(): void {
        this.load();
    }

    handleOlder(): void {
        this.loadOlder();
    }

    handleSaved(event: CustomEvent<TicketOutcome>): void {
        const { ticket, comment } = event.detail;
        this.show(ticket);
        if (comment) {
            this.comments = [comment, ...this.comments.filter(({ id }) => id !== comment.id)];
            this.findAuthor(comment);
        }
    }

    handleReloaded(event: CustomEvent<TicketOpening>): void {
        const { ticket, conversation } = event.detail;
        this.show(ticket);
        this.showComments(conversation, []);
    }

    private async load(): Promise<void> {
        const id = this.openId;
        this.isLoading = true;
        this.problem = undefined;
        this.namingProblem = undefined;
        try {
            const opening = await openTicket(this.recordId, id);
            if (id === this.openId) {
                this.opening = this.isReadOnly ? withoutChanges(opening) : opening;
                this.layout = opening.layout;
                this.show(opening.ticket);
                this.showComments(opening.conversation, []);
                this.complete();
            }
        } catch (error) {
            this.problem = toProblem(error);
        }
        this.isLoading = false;
    }

    /** What the page can be shown without. */
    private async complete(): Promise<void> {
        await this.findLayout();
        await this.findTargets();
    }

    /** With nothing remembered, the form comes after the conversation. */
    private async findLayout(): Promise<void> {
        if (this.layout) {
            return;
        }
        try {
            this.layout = await getLayout(this.recordId, this.openId);
        } catch (error) {
            this.problem = toProblem(error);
        }
    }

    /** Zendesk names nobody to whom a lookup field points; asked for only if there is one. */
    private async findTargets(): Promise<void> {
        const lookups = this.layout?.fields.filter(({ target }) => target) ?? [];
        if (!lookups.some(({ key }) => this.textOf(key))) {
            return;
        }
        await this.naming(async () => {
            const named = await nameTargets(this.recordId, this.openId);
            this.targets = new Map(named.map(({ value, label }) => [value, label]));
        });
    }

    private async loadOlder(): Promise<void> {
        if (this.isLoadingOlder || this.nextCursor === undefined) {
            return;
        }
        this.isLoadingOlder = true;
        this.olderProblem = undefined;
        try {
            const page = await listComments(this.recordId, this.openId, this.nextCursor);
            this.showComments(page, this.comments);
        } catch (error) {
            this.olderProblem = toProblem(error);
        }
        this.isLoadingOlder = false;
    }

    /** Zendesk names nobody beside a change: whoever answers first is not known here yet. */
    private async findAuthor({ authorId = '' }: TicketComment): Promise<void> {
        if (this.people.has(authorId)) {
            return;
        }
        await this.naming(async () => {
            this.addPeople((await listComments(this.recordId, this.openId)).people);
        });
    }

    /** The ticket is of use without the names, so a problem with them is only told. */
    private async naming(find: () => Promise<void>): Promise<void> {
        try {
            await find();
            this.namingProblem = undefined;
        } catch (error) {
            this.namingProblem = toProblem(error);
        }
    }

    private show(ticket: TicketDetail): void {
        this.ticket = ticket;
        this.addPeople(ticket.people);
        this.dispatchEvent(new CustomEvent('ticketchange', { detail: ticket }));
    }

    private showComments(page: CommentPage, before: readonly TicketComment[]): void {
        const known = new Set(before.map(({ id }) => id));
        this.comments = [...before, ...page.comments.filter(({ id }) => !known.has(id))];
        this.nextCursor = page.nextCursor;
        this.addPeople(page.people);
    }

    private addPeople(people: readonly Person[]): void {
        const added = people.map((person) => [person.id, person] as const);
        this.people = new Map([...this.people, ...added]);
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
