import { api, LightningElement } from 'lwc';

import REFUSED from '@salesforce/label/c.Zendesk_Access_Title';
import CUT_SHORT from '@salesforce/label/c.Zendesk_List_End';
import EXPLANATION from '@salesforce/label/c.Zendesk_List_Explanation';
import LOADING from '@salesforce/label/c.Zendesk_List_Loading';
import NO_ORGANIZATION from '@salesforce/label/c.Zendesk_List_NoOrganization';
import NO_ORGANIZATION_TITLE from '@salesforce/label/c.Zendesk_List_NoOrganizationTitle';
import NO_TICKETS from '@salesforce/label/c.Zendesk_List_NoTickets';
import NO_TICKETS_TITLE from '@salesforce/label/c.Zendesk_List_NoTicketsTitle';
import NEW from '@salesforce/label/c.Zendesk_List_New';
import REFRESH from '@salesforce/label/c.Zendesk_List_Refresh';
import TITLE from '@salesforce/label/c.Zendesk_List_Title';
import TITLE_WITH_COUNT from '@salesforce/label/c.Zendesk_List_TitleWithCount';
import CREATED from '@salesforce/label/c.Zendesk_New_Created';
import CREATED_ELSEWHERE from '@salesforce/label/c.Zendesk_New_CreatedElsewhere';

import { isRefusal, toProblem } from 'c/zendeskErrors';
import { formatLabel, formatList } from 'c/zendeskFormats';
import { noteOwnChange, toRow, withOwnChanges } from 'c/zendeskOwnChanges';
import { listTickets } from 'c/zendeskTicketService';

import type { TicketDetail } from 'c/zendeskConversationService';
import type { Problem } from 'c/zendeskErrors';
import type { TicketOutcome } from 'c/zendeskTicketEditService';
import type { Ticket, TicketListing } from 'c/zendeskTicketService';

/** The Zendesk tickets of the record whose page it stands on. */
export default class ZendeskTicketView extends LightningElement {
    /** Set by the record page, and set anew when the page shows another record. */
    @api
    get recordId(): string | undefined {
        return this.currentRecordId;
    }
    set recordId(value: string | undefined) {
        this.currentRecordId = value;
        this.openId = undefined;
        this.isCreating = false;
        this.load();
    }

    readonly labels = {
        loading: LOADING,
        newTicket: NEW,
        noOrganizationTitle: NO_ORGANIZATION_TITLE,
        noTicketsTitle: NO_TICKETS_TITLE,
        refresh: REFRESH,
        refused: REFUSED
    };

    isLoading = true;
    isLoadingMore = false;
    listing?: TicketListing;
    tickets: readonly Ticket[] = [];
    problem?: Problem;
    moreProblem?: Problem;
    /** The ticket that is shown in place of the list. */
    openId?: string;
    isCreating = false;
    notice = '';

    private currentRecordId?: string;
    /** The ticket from which the user comes back. */
    private returnId?: string;
    /** Counts loads, so that an answer that comes after a newer question is dropped. */
    private loads = 0;

    get heading(): string {
        return this.listing?.total ? formatLabel(TITLE_WITH_COUNT, this.listing.total) : TITLE;
    }

    renderedCallback(): void {
        if (this.returnId && this.isListShown) {
            const list = this.refs?.list as unknown as
                { focusTicket(id: string): void } | undefined;
            list?.focusTicket(this.returnId);
            this.returnId = undefined;
        }
    }

    get isListShown(): boolean {
        return this.openId === undefined && !this.isCreating;
    }

    /** The list stays where it is, so that coming back finds it as it was. */
    get listClass(): string {
        return this.isListShown ? 'slds-is-relative body' : 'slds-hide';
    }

    get canCreate(): boolean {
        return this.isListShown && this.listing?.rights.mayCreate === true;
    }

    get isRefused(): boolean {
        return this.problem !== undefined && isRefusal(this.problem);
    }

    get hasNoOrganization(): boolean {
        return this.listing?.organizations.length === 0;
    }

    get hasNoTickets(): boolean {
        return this.tickets.length === 0;
    }

    get hasMore(): boolean {
        return this.listing?.nextCursor !== undefined && this.moreProblem === undefined;
    }

    get isCutShort(): boolean {
        const { listing } = this;
        return listing?.nextCursor === undefined && this.tickets.length < (listing?.total ?? 0);
    }

    get explanation(): string {
        return formatLabel(EXPLANATION, this.organizationNames);
    }

    get noOrganizationMessage(): string {
        return formatLabel(NO_ORGANIZATION, this.listing?.matchValue ?? '');
    }

    get noTicketsMessage(): string {
        return formatLabel(NO_TICKETS, this.organizationNames);
    }

    get cutShortMessage(): string {
        return formatLabel(CUT_SHORT, this.tickets.length, this.listing?.total);
    }

    private get organizationNames(): string {
        return formatList((this.listing?.organizations ?? []).map(({ name }) => name));
    }

    handleRefresh(): void {
        this.load();
    }

    handleOpen(event: CustomEvent<string>): void {
        this.openId = event.detail;
        this.notice = '';
    }

    handleBack(): void {
        this.returnId = this.openId;
        this.openId = undefined;
    }

    handleNew(): void {
        this.isCreating = true;
        this.notice = '';
    }

    handleCancel(): void {
        this.isCreating = false;
    }

    handleCreated(event: CustomEvent<TicketOutcome>): void {
        const { ticket, isListed } = event.detail;
        this.isCreating = false;
        this.notice = formatLabel(isListed ? CREATED : CREATED_ELSEWHERE, ticket.id);
        if (isListed) {
            this.showOwnChange(ticket);
        }
    }

    handleTicketChange(event: CustomEvent<TicketDetail>): void {
        this.showOwnChange(event.detail);
    }

    handleMore(): void {
        this.loadMore();
    }

    private async load(): Promise<void> {
        const load = ++this.loads;
        this.isLoading = true;
        this.isLoadingMore = false;
        const { listing, problem } = await this.fetchPage(undefined);
        if (load !== this.loads) {
            return;
        }
        this.listing = listing;
        this.tickets = this.withOwn(listing?.tickets ?? [], true);
        this.problem = problem;
        this.moreProblem = undefined;
        this.isLoading = false;
    }

    private async loadMore(): Promise<void> {
        if (this.isLoadingMore || this.listing?.nextCursor === undefined) {
            return;
        }
        const load = this.loads;
        this.isLoadingMore = true;
        const { listing, problem } = await this.fetchPage(this.listing.nextCursor);
        if (load !== this.loads) {
            return;
        }
        this.moreProblem = problem;
        if (listing) {
            this.listing = listing;
            this.tickets = withoutRepeats(this.tickets, this.withOwn(listing.tickets, false));
        }
        this.isLoadingMore = false;
    }

    /** At once in the list, however long Zendesk's search takes to know. */
    private showOwnChange(ticket: TicketDetail): void {
        noteOwnChange(this.currentRecordId as string, toRow(ticket), Date.now());
        this.tickets = this.withOwn(this.tickets, true);
    }

    private withOwn(tickets: readonly Ticket[], isFirstPage: boolean): readonly Ticket[] {
        return withOwnChanges(this.currentRecordId ?? '', tickets, isFirstPage, Date.now());
    }

    private async fetchPage(
        cursor: string | undefined
    ): Promise<{ listing?: TicketListing; problem?: Problem }> {
        if (!this.currentRecordId) {
            return {};
        }
        try {
            return { listing: await listTickets(this.currentRecordId, { cursor }) };
        } catch (error) {
            return { problem: toProblem(error) };
        }
    }
}

/** A ticket that was updated between two pages comes twice; its first place stays. */
function withoutRepeats(shown: readonly Ticket[], added: readonly Ticket[]): readonly Ticket[] {
    const known = new Set(shown.map(({ id }) => id));
    return [...shown, ...added.filter(({ id }) => !known.has(id))];
}
