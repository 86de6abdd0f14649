import { api, LightningElement } from 'lwc';

import REFUSED from '@salesforce/label/c.Zendesk_Access_Title';
import CUT_SHORT from '@salesforce/label/c.Zendesk_List_End';
import LOADING from '@salesforce/label/c.Zendesk_List_Loading';
import TITLE from '@salesforce/label/c.Zendesk_List_Title';
import WITHOUT_DEFAULT from '@salesforce/label/c.Zendesk_List_WithoutDefault';

import { getFilterChoices } from 'c/zendeskChoiceService';
import { isRefusal } from 'c/zendeskErrors';
import { formatLabel } from 'c/zendeskFormats';
import { noteOwnChange, toRow, withOwnChanges } from 'c/zendeskOwnChanges';
import { LATEST_FIRST } from 'c/zendeskTicketColumns';
import { explanationOf, hasNoMatch } from 'c/zendeskTicketExplanations';
import { isNarrowing, keeps, needsNames } from 'c/zendeskTicketFiltering';
import { attempt, TicketPages } from 'c/zendeskTicketLoading';
import { countByStatus, listTickets } from 'c/zendeskTicketService';

import type { FilterChoices } from 'c/zendeskChoiceService';
import type { TicketDetail } from 'c/zendeskConversationService';
import type { Problem } from 'c/zendeskErrors';
import type { Attempt, ListPages } from 'c/zendeskTicketLoading';
import type {
    FilterOrigin,
    StatusCount,
    Ticket,
    TicketFilter,
    TicketListing,
    TicketStatus,
    TicketView
} from 'c/zendeskTicketService';

/** What there is to know of the list for those around it. */
export interface ListState {
    readonly listing?: TicketListing;
    readonly isLoading: boolean;
    readonly canFilter: boolean;
}

/**
 * The tickets of a record, filtered, sorted and page by page. Fires `open` with the id of a ticket, and
 * `statechange` with a ListState.
 */
export default class ZendeskTicketBrowser extends LightningElement {
    @api
    get recordId(): string | undefined {
        return this.currentRecordId;
    }
    set recordId(value: string | undefined) {
        this.currentRecordId = value;
        this.loader.clear();
        this.isOpened = false;
        this.counts = [];
        this.countProblem = undefined;
        if (this.isOnPage) {
            this.load();
        }
    }

    /** Tickets per page, 5 to 100; of App Builder. */
    @api pageSize?: number;
    /** Columns and filter that the page begins with, as typed in App Builder. */
    @api pageColumns?: string;
    @api pageFilter?: string;

    @api
    get isFilterOpen(): boolean {
        return this.isPanelOpen;
    }
    set isFilterOpen(value: boolean) {
        this.isPanelOpen = value;
        if (value) {
            this.loadChoices();
        }
    }

    readonly labels = {
        loading: LOADING,
        refused: REFUSED,
        title: TITLE,
        withoutDefault: WITHOUT_DEFAULT
    };

    pages: ListPages = { tickets: [], isLoading: true, isLoadingMore: false };
    filter: TicketFilter = {};
    sort = LATEST_FIRST;
    origin?: FilterOrigin;
    counts: readonly StatusCount[] = [];
    choices?: FilterChoices;
    countProblem?: Problem;
    choiceProblem?: Problem;

    private currentRecordId?: string;
    private isPanelOpen = false;
    private isOnPage = false;
    /** Whether the list has begun with what the defaults say. */
    private isOpened = false;
    private columnKeys?: readonly string[];
    private agentId?: string;
    private readonly loader = new TicketPages({
        fetch: (cursor) => this.fetchPage(cursor),
        accept: (listing) => this.accept(listing),
        layOut: (tickets, isFirstPage) => this.withOwn(tickets, isFirstPage),
        show: (pages) => this.show(pages)
    });

    /** Not before: the properties come one by one, in any order. */
    connectedCallback(): void {
        this.isOnPage = true;
        this.load();
    }

    disconnectedCallback(): void {
        this.isOnPage = false;
    }

    /** Asks Zendesk again; settles when the list is up to date. */
    @api
    refresh(): Promise<void> {
        return this.load();
    }

    /**
     * Shows a ticket that the user made or changed at once, however long Zendesk's search takes to know.
     * @returns whether the list shows it
     */
    @api
    showOwnChange(detail: TicketDetail): boolean {
        noteOwnChange(this.currentRecordId as string, toRow(detail), Date.now());
        return this.loader.layOut().some(({ id }) => id === detail.id);
    }

    /** Puts the cursor back on a ticket, as far as it is there. */
    @api
    focusTicket(id: string): void {
        const list = this.refs?.list as unknown as { focusTicket(id: string): void } | undefined;
        list?.focusTicket(id);
    }

    get listing(): TicketListing | undefined {
        return this.pages.listing;
    }

    get isRefused(): boolean {
        const { problem } = this.pages;
        return problem !== undefined && isRefusal(problem);
    }

    /** A default that can't be carried out must not bar the way to the list. */
    get isDefaultWrong(): boolean {
        return !this.isOpened && this.pages.problem?.code === 'invalid_input';
    }

    get isEmpty(): boolean {
        const { listing, tickets } = this.pages;
        return listing !== undefined && !listing.nextCursor && tickets.length === 0;
    }

    /** A filter that caused a problem can be changed, too. */
    get canFilter(): boolean {
        return this.listing ? !hasNoMatch(this.listing) : isNarrowing(this.filter);
    }

    get isFilterShown(): boolean {
        return this.canFilter && this.isPanelOpen;
    }

    get knowsMe(): boolean {
        return Boolean(this.agentId);
    }

    get chosenStatuses(): readonly TicketStatus[] {
        return this.filter.statuses ?? [];
    }

    get hasCounts(): boolean {
        return this.canFilter && this.counts.length > 0;
    }

    get hasMore(): boolean {
        return Boolean(this.listing?.nextCursor) && this.pages.moreProblem === undefined;
    }

    get isCutShort(): boolean {
        const { listing, tickets } = this.pages;
        return !listing?.nextCursor && tickets.length < (listing?.total ?? 0);
    }

    get explanation(): string {
        return this.listing ? explanationOf(this.listing, this.filter, this.sort) : '';
    }

    get cutShortMessage(): string {
        return formatLabel(CUT_SHORT, this.pages.tickets.length, this.listing?.total);
    }

    handleSort(event: CustomEvent<string>): void {
        this.sort = event.detail;
        this.load();
    }

    handleFilter(event: CustomEvent<TicketFilter>): void {
        this.filterBy(event.detail);
    }

    handleStatuses(event: CustomEvent<readonly TicketStatus[]>): void {
        this.filterBy({ ...this.filter, statuses: event.detail, customStatusIds: [] });
    }

    handleClear(): void {
        this.filterBy({});
        this.keepFocus();
    }

    handleDefaultSave(): void {
        this.origin = 'user';
    }

    /** What the list begins with now is for the server to say. */
    handleDefaultReset(): void {
        this.isOpened = false;
        this.load();
    }

    handleOpen(event: CustomEvent<string>): void {
        this.dispatchEvent(new CustomEvent('open', { detail: event.detail }));
    }

    handleRetry(): void {
        this.load();
        this.keepFocus();
    }

    handleMore(): void {
        this.loader.loadMore();
    }

    handleLinkChange(): void {
        this.load();
        this.keepFocus();
    }

    handleEscape(): void {
        this.isOpened = true;
        this.load();
        this.keepFocus();
    }

    /** The button that was pressed goes with what it is about; the user goes on where it was. */
    private keepFocus(): void {
        (this.refs?.body as HTMLElement | undefined)?.focus();
    }

    private filterBy(filter: TicketFilter): void {
        this.filter = filter;
        this.load();
    }

    private async load(): Promise<void> {
        const listing = await this.loader.loadFirst();
        if (listing && !hasNoMatch(listing)) {
            await this.loadExtras();
        }
    }

    private show(pages: ListPages): void {
        this.pages = pages;
        const { listing, isLoading } = pages;
        const detail: ListState = { listing, isLoading, canFilter: this.canFilter };
        this.dispatchEvent(new CustomEvent('statechange', { detail }));
    }

    private accept(listing: TicketListing | undefined): void {
        this.agentId = listing?.rights.agentId;
        if (listing && !this.isOpened) {
            this.begin(listing);
        }
    }

    /** With what the defaults of user, page and org say. */
    private begin({ filter, sort, origin, columns }: TicketListing): void {
        this.isOpened = true;
        this.filter = filter ?? {};
        this.sort = sort ?? LATEST_FIRST;
        this.origin = origin;
        this.columnKeys = columns.map(({ key }) => key);
    }

    /** After the rows, so that nobody waits for them. */
    private async loadExtras(): Promise<void> {
        if (needsNames(this.filter)) {
            this.loadChoices();
        }
        const { filter } = this;
        const { generation } = this.loader;
        const counting = countByStatus(this.currentRecordId as string, { filter });
        const { answer, problem } = await attempt(counting);
        if (generation === this.loader.generation) {
            this.counts = answer ?? [];
            this.countProblem = problem;
        }
    }

    private async loadChoices(): Promise<void> {
        if (this.choices || !this.currentRecordId) {
            return;
        }
        const { answer, problem } = await attempt(getFilterChoices(this.currentRecordId));
        this.choices = answer;
        this.choiceProblem = problem;
    }

    private withOwn(tickets: readonly Ticket[], isFirstPage: boolean): readonly Ticket[] {
        const { filter } = this;
        const now = Date.now();
        const { agentId } = this;
        const rules = {
            mayAdd: isFirstPage && !filter.text?.trim() && this.sort === LATEST_FIRST,
            keeps: (ticket: Ticket) => keeps(filter, ticket, { agentId, now })
        };
        return withOwnChanges(this.currentRecordId ?? '', tickets, rules, now);
    }

    private async fetchPage(cursor: string | undefined): Promise<Attempt<TicketListing>> {
        const recordId = this.currentRecordId;
        return recordId ? attempt(listTickets(recordId, this.viewFrom(cursor))) : {};
    }

    private viewFrom(cursor: string | undefined): TicketView {
        const { pageSize, pageFilter, pageColumns, filter, columnKeys } = this;
        if (!this.isOpened) {
            return { isOpening: true, pageSize, pageFilter, pageColumns };
        }
        const sort = this.sort === LATEST_FIRST ? undefined : this.sort;
        return { filter, sort, cursor, pageSize, columns: columnKeys };
    }
}
