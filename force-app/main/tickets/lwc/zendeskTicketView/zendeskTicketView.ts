import { api, LightningElement } from 'lwc';

import SHOW_FILTER from '@salesforce/label/c.Zendesk_Filter_Show';
import SAVED from '@salesforce/label/c.Zendesk_Detail_Saved';
import LEFT from '@salesforce/label/c.Zendesk_Detail_Left';
import GONE from '@salesforce/label/c.Zendesk_List_GoneByFilter';
import NEW from '@salesforce/label/c.Zendesk_List_New';
import NO_RECORD from '@salesforce/label/c.Zendesk_List_NoRecord';
import NO_RECORD_TITLE from '@salesforce/label/c.Zendesk_List_NoRecordTitle';
import REFRESH from '@salesforce/label/c.Zendesk_List_Refresh';
import TITLE from '@salesforce/label/c.Zendesk_List_Title';
import TITLE_WITH_COUNT from '@salesforce/label/c.Zendesk_List_TitleWithCount';
import CREATED from '@salesforce/label/c.Zendesk_New_Created';
import CREATED_ELSEWHERE from '@salesforce/label/c.Zendesk_New_CreatedElsewhere';
import CREATED_HIDDEN from '@salesforce/label/c.Zendesk_New_CreatedHidden';

import { namesOf, partyOf } from 'c/zendeskFieldViews';
import { formatLabel } from 'c/zendeskFormats';

import type { TicketDetail } from 'c/zendeskConversationService';
import type { ListState } from 'c/zendeskTicketBrowser';
import type { Return } from 'c/zendeskTicketDetail';
import type { TicketOutcome } from 'c/zendeskTicketEditService';

/** What the list can be told. */
interface Browser {
    refresh(): Promise<void>;
    showOwnChange(detail: TicketDetail): boolean;
    dropTicket(detail: TicketDetail): void;
    focusTicket(id: string): void;
}

const UNKNOWN: ListState = { isLoading: true, canFilter: false };

/** The Zendesk tickets of the record whose page it stands on: a list, and a ticket in its place. */
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
        this.state = UNKNOWN;
        this.notice = '';
    }

    /** Set in App Builder; empty for the usual title. */
    @api cardTitle?: string;
    /** Set in App Builder: tickets per page, 5 to 100. */
    @api pageSize?: number;
    /** Set in App Builder: columns, e.g. `id, subject, status, 360001234567`. */
    @api columns?: string;
    /** Set in App Builder: with what the list begins, e.g. `status: open; priority: urgent`. */
    @api defaultFilter?: string;
    /** Set in App Builder: tickets can only be read. */
    @api isReadOnly = false;

    readonly labels = {
        filter: SHOW_FILTER,
        newTicket: NEW,
        noRecord: NO_RECORD,
        noRecordTitle: NO_RECORD_TITLE,
        refresh: REFRESH
    };

    state: ListState = UNKNOWN;
    isFilterOpen = false;
    /** The ticket that is shown in place of the list. */
    openId?: string;
    isCreating = false;
    notice = '';

    private currentRecordId?: string;
    /** The ticket from which the user comes back. */
    private returnId?: string;
    /** The user comes back from the form of a new ticket. */
    private isFormLeft = false;

    renderedCallback(): void {
        if (this.isListShown && (this.returnId || this.isFormLeft)) {
            this.moveFocus();
            this.returnId = undefined;
            this.isFormLeft = false;
        }
    }

    /** Asks Zendesk for the list again; settles when it is up to date. */
    @api
    async refresh(): Promise<void> {
        await this.browser?.refresh();
    }

    get heading(): string {
        const { total } = this.state;
        return this.cardTitle || (total ? formatLabel(TITLE_WITH_COUNT, total) : TITLE);
    }

    get isListShown(): boolean {
        return this.openId === undefined && !this.isCreating;
    }

    /** The list stays where it is, so that coming back finds it as it was. */
    get browserClass(): string {
        return this.isListShown ? 'slds-show' : 'slds-hide';
    }

    get canCreate(): boolean {
        const mayCreate = this.state.listing?.rights.mayCreate === true;
        return this.isListShown && mayCreate && !this.isReadOnly;
    }

    get canFilter(): boolean {
        return this.isListShown && this.state.canFilter;
    }

    get filterState(): 'true' | 'false' {
        return this.isFilterOpen ? 'true' : 'false';
    }

    handleState(event: CustomEvent<ListState>): void {
        this.state = event.detail;
    }

    /** The button stays enabled while it works: one that is disabled loses the focus. */
    handleRefresh(): void {
        if (!this.state.isLoading) {
            this.refresh();
        }
    }

    handleFilterToggle(): void {
        this.isFilterOpen = !this.isFilterOpen;
    }

    handleOpen(event: CustomEvent<string>): void {
        this.openId = event.detail;
        this.notice = '';
    }

    handleBack(event: CustomEvent<Return>): void {
        this.notice ||= event.detail.isSaved ? SAVED : '';
        this.returnId = this.openId;
        this.openId = undefined;
    }

    handleNew(): void {
        this.isCreating = true;
        this.notice = '';
    }

    handleCancel(): void {
        this.leaveForm();
    }

    handleCreated(event: CustomEvent<TicketOutcome>): void {
        this.leaveForm();
        this.notice = formatLabel(this.createdLabel(event.detail), event.detail.ticket.id);
    }

    /** Whoever changes a ticket so that it leaves the list is told why it is gone. */
    handleTicketChange(event: CustomEvent<TicketDetail>): void {
        const isShown = this.browser?.showOwnChange(event.detail);
        this.notice = isShown ? '' : formatLabel(GONE, event.detail.id);
    }

    /** Nobody can open it from here any more. */
    handleTicketLeave(event: CustomEvent<TicketDetail>): void {
        const { detail } = event;
        const values = new Map(detail.values.map((value) => [value.key, value]));
        this.browser?.dropTicket(detail);
        this.notice = formatLabel(LEFT, detail.id, partyOf(values, namesOf(detail)));
        this.returnId = detail.id;
        this.openId = undefined;
    }

    /** Shows the new ticket in the list, and says why it does not when it does not. */
    private createdLabel({ ticket, isListed }: TicketOutcome): string {
        if (!isListed) {
            return CREATED_ELSEWHERE;
        }
        return this.browser?.showOwnChange(ticket) ? CREATED : CREATED_HIDDEN;
    }

    private leaveForm(): void {
        this.isCreating = false;
        this.isFormLeft = true;
    }

    /** To where the user came from; to the notice when there is one, since that place may be gone. */
    private moveFocus(): void {
        if (this.notice) {
            (this.refs?.notice as HTMLElement | undefined)?.focus();
        } else if (this.returnId) {
            this.browser?.focusTicket(this.returnId);
        } else {
            (this.refs?.new as HTMLElement | undefined)?.focus();
        }
    }

    private get browser(): Browser | undefined {
        return this.refs?.browser as unknown as Browser | undefined;
    }
}
