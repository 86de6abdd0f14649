import { api, LightningElement } from 'lwc';

import REFUSED from '@salesforce/label/c.Zendesk_Access_Title';
import PRIORITY from '@salesforce/label/c.Zendesk_Column_Priority';
import STATUS from '@salesforce/label/c.Zendesk_Column_Status';
import UPDATED from '@salesforce/label/c.Zendesk_Column_Updated';
import CLEAR_FILTER from '@salesforce/label/c.Zendesk_Filter_Clear';
import SHOW_FILTER from '@salesforce/label/c.Zendesk_Filter_Show';
import ALL_FILTERED from '@salesforce/label/c.Zendesk_List_AllFiltered';
import ALL_FILTERED_TITLE from '@salesforce/label/c.Zendesk_List_AllFilteredTitle';
import CUT_SHORT from '@salesforce/label/c.Zendesk_List_End';
import EXPLANATION from '@salesforce/label/c.Zendesk_List_Explanation';
import EXPLANATION_OWN from '@salesforce/label/c.Zendesk_List_ExplanationOwn';
import EXPLANATION_REQUESTER from '@salesforce/label/c.Zendesk_List_ExplanationRequester';
import FILTERED from '@salesforce/label/c.Zendesk_List_Filtered';
import LOADING from '@salesforce/label/c.Zendesk_List_Loading';
import NO_MATCH from '@salesforce/label/c.Zendesk_List_NoMatch';
import NO_MATCH_TITLE from '@salesforce/label/c.Zendesk_List_NoMatchTitle';
import NO_TICKETS from '@salesforce/label/c.Zendesk_List_NoTickets';
import NO_TICKETS_TITLE from '@salesforce/label/c.Zendesk_List_NoTicketsTitle';
import NO_VALUE from '@salesforce/label/c.Zendesk_List_NoValue';
import NEW from '@salesforce/label/c.Zendesk_List_New';
import REFRESH from '@salesforce/label/c.Zendesk_List_Refresh';
import SORTED_DOWN from '@salesforce/label/c.Zendesk_List_SortedDown';
import SORTED_UP from '@salesforce/label/c.Zendesk_List_SortedUp';
import TITLE from '@salesforce/label/c.Zendesk_List_Title';
import TITLE_WITH_COUNT from '@salesforce/label/c.Zendesk_List_TitleWithCount';
import UNCLOSED_ONLY from '@salesforce/label/c.Zendesk_List_UnclosedOnly';
import CREATED from '@salesforce/label/c.Zendesk_New_Created';
import CREATED_ELSEWHERE from '@salesforce/label/c.Zendesk_New_CreatedElsewhere';

import { isRefusal, toProblem } from 'c/zendeskErrors';
import { formatLabel, formatList } from 'c/zendeskFormats';
import { noteOwnChange, toRow, withOwnChanges } from 'c/zendeskOwnChanges';
import { filterWords, isNarrowing } from 'c/zendeskTicketFiltering';
import { countByStatus, listTickets } from 'c/zendeskTicketService';

import type { TicketDetail } from 'c/zendeskConversationService';
import type { Problem } from 'c/zendeskErrors';
import type { TicketOutcome } from 'c/zendeskTicketEditService';
import type {
    StatusCount,
    Ticket,
    TicketFilter,
    TicketListing,
    TicketStatus
} from 'c/zendeskTicketService';

const LATEST_FIRST = '-updated_at';

const SORT_NAMES: Readonly<Record<string, string>> = {
    status: STATUS,
    priority: PRIORITY,
    updated_at: UPDATED
};

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
        this.listing = undefined;
        this.filter = {};
        this.counts = [];
        this.countProblem = undefined;
        if (this.isOnPage) {
            this.load();
        }
    }

    /** Set in App Builder; empty for the usual title. */
    @api cardTitle?: string;
    /** Set in App Builder: tickets per page, 5 to 100. */
    @api pageSize?: number;

    readonly labels = {
        allFilteredTitle: ALL_FILTERED_TITLE,
        clearFilter: CLEAR_FILTER,
        filter: SHOW_FILTER,
        loading: LOADING,
        newTicket: NEW,
        noMatchTitle: NO_MATCH_TITLE,
        noTicketsTitle: NO_TICKETS_TITLE,
        refresh: REFRESH,
        refused: REFUSED
    };

    isLoading = true;
    isLoadingMore = false;
    listing?: TicketListing;
    tickets: readonly Ticket[] = [];
    filter: TicketFilter = {};
    isFilterOpen = false;
    sort = LATEST_FIRST;
    counts: readonly StatusCount[] = [];
    problem?: Problem;
    countProblem?: Problem;
    moreProblem?: Problem;
    /** The ticket that is shown in place of the list. */
    openId?: string;
    isCreating = false;
    notice = '';

    private currentRecordId?: string;
    private isOnPage = false;
    /** The ticket from which the user comes back. */
    private returnId?: string;
    /** Counts loads, so that an answer that comes after a newer question is dropped. */
    private loads = 0;

    get heading(): string {
        if (this.cardTitle) {
            return this.cardTitle;
        }
        return this.listing?.total ? formatLabel(TITLE_WITH_COUNT, this.listing.total) : TITLE;
    }

    /** Not before: the properties come one by one, in any order. */
    connectedCallback(): void {
        this.isOnPage = true;
        this.load();
    }

    disconnectedCallback(): void {
        this.isOnPage = false;
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

    get hasNoMatch(): boolean {
        const { listing } = this;
        return (
            listing !== undefined &&
            listing.organizations.length + listing.requesters.length === 0 &&
            listing.ownTicketIds.length === 0
        );
    }

    get hasNoTickets(): boolean {
        const isEnd = this.listing !== undefined && this.listing.nextCursor === undefined;
        return isEnd && this.tickets.length === 0;
    }

    get hidesAll(): boolean {
        return this.hasNoTickets && isNarrowing(this.filter);
    }

    get canFilter(): boolean {
        return this.isListShown && this.listing !== undefined && !this.hasNoMatch;
    }

    get isFilterShown(): boolean {
        return this.canFilter && this.isFilterOpen;
    }

    get filterState(): 'true' | 'false' {
        return this.isFilterOpen ? 'true' : 'false';
    }

    get hasCounts(): boolean {
        return this.canFilter && this.counts.length > 0;
    }

    get chosenStatuses(): readonly TicketStatus[] {
        return this.filter.statuses ?? [];
    }

    get hasMore(): boolean {
        return this.listing?.nextCursor !== undefined && this.moreProblem === undefined;
    }

    get isCutShort(): boolean {
        const { listing } = this;
        return listing?.nextCursor === undefined && this.tickets.length < (listing?.total ?? 0);
    }

    get explanation(): string {
        return [this.whose, this.filterSentence, this.sortSentence].join(' ');
    }

    get noMatchMessage(): string {
        const value = this.listing?.matchValue;
        return value ? formatLabel(NO_MATCH, value) : NO_VALUE;
    }

    get noTicketsMessage(): string {
        return formatLabel(NO_TICKETS, this.whose);
    }

    get allFilteredMessage(): string {
        return formatLabel(ALL_FILTERED, formatList(filterWords(this.filter)));
    }

    get cutShortMessage(): string {
        return formatLabel(CUT_SHORT, this.tickets.length, this.listing?.total);
    }

    private get whose(): string {
        const { organizations = [], requesters = [], ownTicketIds = [] } = this.listing ?? {};
        return [
            ...ownTicketIds.map((id) => formatLabel(EXPLANATION_OWN, id)),
            ...(organizations.length ? [formatLabel(EXPLANATION, namesOf(organizations))] : []),
            ...(requesters.length ? [formatLabel(EXPLANATION_REQUESTER, namesOf(requesters))] : [])
        ].join(' ');
    }

    private get filterSentence(): string {
        const words = filterWords(this.filter);
        const filtered = words.length ? [formatLabel(FILTERED, formatList(words))] : [];
        const isOpenOnly = !this.filter.isClosedIncluded && !this.chosenStatuses.length;
        return [...filtered, ...(isOpenOnly ? [UNCLOSED_ONLY] : [])].join(' ');
    }

    private get sortSentence(): string {
        const name = SORT_NAMES[this.sort.replace('-', '')];
        return formatLabel(this.sort.startsWith('-') ? SORTED_DOWN : SORTED_UP, name);
    }

    handleRefresh(): void {
        this.load();
    }

    handleSort(event: CustomEvent<string>): void {
        this.sort = event.detail;
        this.load();
    }

    handleFilterToggle(): void {
        this.isFilterOpen = !this.isFilterOpen;
    }

    handleFilter(event: CustomEvent<TicketFilter>): void {
        this.filter = event.detail;
        this.load();
    }

    handleStatuses(event: CustomEvent<readonly TicketStatus[]>): void {
        this.filter = { ...this.filter, statuses: event.detail };
        this.load();
    }

    handleClearFilter(): void {
        this.filter = {};
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
        if (listing && !this.hasNoMatch) {
            await this.loadCounts(load);
        }
    }

    /** After the rows, so that nobody waits for them. */
    private async loadCounts(load: number): Promise<void> {
        const { counts, problem } = await this.fetchCounts();
        if (load === this.loads) {
            this.counts = counts;
            this.countProblem = problem;
        }
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
            this.listing = { ...listing, total: this.listing.total };
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
        const mayAdd = isFirstPage && !isNarrowing(this.filter) && this.sort === LATEST_FIRST;
        return withOwnChanges(this.currentRecordId ?? '', tickets, mayAdd, Date.now());
    }

    private async fetchPage(
        cursor: string | undefined
    ): Promise<{ listing?: TicketListing; problem?: Problem }> {
        if (!this.currentRecordId) {
            return {};
        }
        try {
            const sort = this.sort === LATEST_FIRST ? undefined : this.sort;
            const view = { ...this.filter, sort, cursor, pageSize: this.pageSize };
            return { listing: await listTickets(this.currentRecordId, view) };
        } catch (error) {
            return { problem: toProblem(error) };
        }
    }

    private async fetchCounts(): Promise<{
        counts: readonly StatusCount[];
        problem?: Problem;
    }> {
        try {
            return { counts: await countByStatus(this.currentRecordId as string, this.filter) };
        } catch (error) {
            return { counts: [], problem: toProblem(error) };
        }
    }
}

function namesOf(found: readonly { readonly name: string }[]): string {
    return formatList(found.map(({ name }) => name));
}

/** A ticket that was updated between two pages comes twice; its first place stays. */
function withoutRepeats(shown: readonly Ticket[], added: readonly Ticket[]): readonly Ticket[] {
    const known = new Set(shown.map(({ id }) => id));
    return [...shown, ...added.filter(({ id }) => !known.has(id))];
}
