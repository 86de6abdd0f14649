import { api, LightningElement } from 'lwc';

import REFUSED from '@salesforce/label/c.Zendesk_Access_Title';
import CUT_SHORT from '@salesforce/label/c.Zendesk_List_End';
import LOADING from '@salesforce/label/c.Zendesk_List_Loading';
import TITLE from '@salesforce/label/c.Zendesk_List_Title';
import TITLE_WITH_COUNT from '@salesforce/label/c.Zendesk_List_TitleWithCount';
import WITHOUT_DEFAULT from '@salesforce/label/c.Zendesk_List_WithoutDefault';

import { ListChoices } from 'c/zendeskChoiceLoading';
import { findAgents, getFilterChoices } from 'c/zendeskChoiceService';
import { isRefusal } from 'c/zendeskErrors';
import { formatLabel } from 'c/zendeskFormats';
import { begunWith, OPENING, rulesOf, viewOf } from 'c/zendeskListQuestion';
import { noteOwnChange, recentChanges, toRow, withOwnChanges } from 'c/zendeskOwnChanges';
import { LookupNames } from 'c/zendeskLookupNames';
import { attempt } from 'c/zendeskQuestions';
import { explanationOf, hasNoMatch } from 'c/zendeskTicketExplanations';
import { TicketCounts } from 'c/zendeskTicketCounting';
import { isNarrowing, needsNames, withoutStatuses } from 'c/zendeskTicketFiltering';
import { TicketPages } from 'c/zendeskTicketLoading';
import { listTickets } from 'c/zendeskTicketService';

import type { ShownChoices } from 'c/zendeskChoiceLoading';
import type { TicketDetail } from 'c/zendeskConversationService';
import type { ListQuestion } from 'c/zendeskListQuestion';
import type { ShownNames } from 'c/zendeskLookupNames';
import type { OwnChange } from 'c/zendeskOwnChanges';
import type { Attempt } from 'c/zendeskQuestions';
import type { ShownCounts } from 'c/zendeskTicketCounting';
import type { ListPages } from 'c/zendeskTicketLoading';
import type { Ticket, TicketFilter, TicketListing, TicketView } from 'c/zendeskTicketService';

/** What there is to know of the list for those around it. */
export interface ListState {
    readonly listing?: TicketListing;
    /** Tickets on all pages; absent when they were not counted. */
    readonly total?: number;
    readonly isLoading: boolean;
    readonly canFilter: boolean;
}

/** What the rows can be told. */
interface List {
    focusTicket(id: string): void;
    toTop(): void;
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
        this.question = OPENING;
        this.loader.clear();
        this.counter.clear();
        this.namer.clear();
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
            this.askChoices();
        }
    }

    readonly labels = {
        loading: LOADING,
        refused: REFUSED,
        title: TITLE,
        withoutDefault: WITHOUT_DEFAULT
    };

    pages: ListPages = { tickets: [], isLoading: true, isLoadingMore: false };
    question = OPENING;
    counted: ShownCounts = { counts: [] };
    known: ShownChoices = {};
    named: ShownNames = { names: new Map() };

    private currentRecordId?: string;
    private isPanelOpen = false;
    private isOnPage = false;
    private agentId?: string;
    private readonly loader = new TicketPages({
        fetch: (cursor) => this.fetchPage(cursor),
        accept: (listing) => this.accept(listing),
        layOut: (found) =>
            withOwnChanges(found, this.ownChanges, rulesOf(this.question, this.agentId)),
        show: (pages) => this.show(pages)
    });
    private readonly counter = new TicketCounts((counted) => (this.counted = counted));
    private readonly namer = new LookupNames((named) => (this.named = named));
    private readonly chooser = new ListChoices({
        load: () => getFilterChoices(this.currentRecordId as string),
        findAgents: (text) => findAgents(this.currentRecordId as string, text),
        show: (known) => (this.known = known)
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
        this.noteChange(detail);
        const isShown = this.loader.layOut().some(({ id }) => id === detail.id);
        this.nameLookups(undefined);
        return isShown;
    }

    /** Takes a ticket off the list that the user gave to somebody else, however long search finds it. */
    @api
    dropTicket(detail: TicketDetail): void {
        this.noteChange(detail, { isGone: true });
        this.loader.layOut();
    }

    /** Puts the cursor back on a ticket, as far as it is there. */
    @api
    focusTicket(id: string): void {
        this.list?.focusTicket(id);
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
        return !this.question.isOpened && this.pages.problem?.code === 'invalid_input';
    }

    get isEmpty(): boolean {
        const { listing, tickets } = this.pages;
        return listing !== undefined && !listing.nextCursor && tickets.length === 0;
    }

    /** How many there are, for those who don't see the list change. Problems speak for themselves. */
    get announcement(): string {
        const { isLoading, problem, total } = this.pages;
        if (isLoading || problem) {
            return '';
        }
        return total === undefined ? TITLE : formatLabel(TITLE_WITH_COUNT, total);
    }

    /** A filter that caused a problem can be changed, too. */
    get canFilter(): boolean {
        return this.listing ? !hasNoMatch(this.listing) : isNarrowing(this.question.filter);
    }

    get knowsMe(): boolean {
        return Boolean(this.agentId);
    }

    get hasMore(): boolean {
        return Boolean(this.listing?.nextCursor) && this.pages.moreProblem === undefined;
    }

    get isCutShort(): boolean {
        const { listing, tickets, total } = this.pages;
        return !listing?.nextCursor && tickets.length < (total ?? 0);
    }

    get explanation(): string {
        const { filter, sort } = this.question;
        const { listing, tickets } = this.pages;
        return listing ? explanationOf({ listing, tickets, filter }, sort) : '';
    }

    get cutShortMessage(): string {
        return formatLabel(CUT_SHORT, this.pages.tickets.length, this.pages.total);
    }

    handleSort(event: CustomEvent<string>): void {
        this.ask({ sort: event.detail });
    }

    handleFilter(event: CustomEvent<TicketFilter>): void {
        this.ask({ filter: event.detail });
    }

    handleFindAgents(event: CustomEvent<string>): void {
        this.chooser.findAgents(event.detail);
    }

    handleClear(): void {
        this.ask({ filter: {} });
        this.keepFocus();
    }

    handleIncludeClosed(): void {
        this.ask({ filter: { ...this.question.filter, isClosedIncluded: true } });
        this.keepFocus();
    }

    handleDefaultSave(): void {
        this.question = { ...this.question, origin: 'user' };
    }

    /** What the list begins with now is for the server to say. */
    handleDefaultReset(): void {
        this.question = OPENING;
        this.load();
    }

    handleOpen(event: CustomEvent<string>): void {
        this.dispatchEvent(new CustomEvent('open', { detail: event.detail }));
    }

    handleRetry(): void {
        this.load();
        this.keepFocus();
    }

    async handleMore(): Promise<void> {
        const cursor = this.listing?.nextCursor;
        if (await this.loader.loadMore()) {
            this.nameLookups(cursor);
        }
    }

    handleLinkChange(): void {
        this.load();
        this.keepFocus();
    }

    handleEscape(): void {
        this.ask({ isOpened: true });
        this.keepFocus();
    }

    private get list(): List | undefined {
        return this.refs?.list as unknown as List | undefined;
    }

    /** The button that was pressed goes with what it is about; the user goes on where it was. */
    private keepFocus(): void {
        (this.refs?.body as HTMLElement | undefined)?.focus();
    }

    private ask(part: Partial<ListQuestion>): void {
        this.question = { ...this.question, ...part };
        this.list?.toTop();
        this.load();
    }

    private async load(): Promise<void> {
        this.counter.expire();
        const listing = await this.loader.loadFirst();
        if (listing && !hasNoMatch(listing)) {
            await this.loadExtras(this.currentRecordId as string);
        }
    }

    private show(pages: ListPages): void {
        this.pages = pages;
        const { listing, total, isLoading } = pages;
        const detail: ListState = { listing, total, isLoading, canFilter: this.canFilter };
        this.dispatchEvent(new CustomEvent('statechange', { detail }));
    }

    private accept(listing: TicketListing | undefined): void {
        this.agentId = listing?.rights.agentId;
        if (listing && !this.question.isOpened) {
            this.question = begunWith(listing);
        }
    }

    /** After the rows, so that nobody waits for them. */
    private async loadExtras(recordId: string): Promise<void> {
        const { filter, sort } = this.question;
        if (needsNames(filter)) {
            this.askChoices();
        }
        this.nameLookups(undefined);
        const ofAllStatuses = withoutStatuses(filter);
        const rules = rulesOf({ filter: ofAllStatuses, sort }, this.agentId);
        await this.counter.load({ recordId, filter: ofAllStatuses, rules });
    }

    private askChoices(): void {
        if (this.currentRecordId) {
            this.chooser.load();
        }
    }

    private get ownChanges(): readonly OwnChange[] {
        return recentChanges(this.currentRecordId ?? '', Date.now());
    }

    private noteChange(detail: TicketDetail, part: Pick<OwnChange, 'isGone'> = {}): void {
        const before = this.findKnown(detail.id);
        const change = { at: Date.now(), ticket: toRow(detail), before, ...part };
        noteOwnChange(this.currentRecordId as string, change);
        this.counter.layOut();
    }

    /** A ticket as the user last saw it. */
    private findKnown(ticketId: string): Ticket | undefined {
        const own = this.ownChanges.map(({ ticket }) => ticket).reverse();
        return [...this.pages.tickets, ...own].find(({ id }) => id === ticketId);
    }

    private async fetchPage(cursor: string | undefined): Promise<Attempt<TicketListing>> {
        const recordId = this.currentRecordId;
        return recordId ? attempt(listTickets(recordId, this.viewFrom(cursor))) : {};
    }

    private viewFrom(cursor: string | undefined): TicketView {
        const { pageSize, pageFilter, pageColumns } = this;
        return viewOf(this.question, { pageSize, pageFilter, pageColumns }, cursor);
    }

    /** Of what a page shows that began at this cursor. */
    private nameLookups(cursor: string | undefined): void {
        const { listing, tickets } = this.pages;
        if (listing) {
            const page = { tickets, columns: listing.columns };
            this.namer.load(this.currentRecordId as string, this.viewFrom(cursor), page);
        }
    }
}
