import { api, LightningElement } from 'lwc';

import ASSIGNEE from '@salesforce/label/c.Zendesk_Column_Assignee';
import ID from '@salesforce/label/c.Zendesk_Column_Id';
import PRIORITY from '@salesforce/label/c.Zendesk_Column_Priority';
import REQUESTER from '@salesforce/label/c.Zendesk_Column_Requester';
import STATUS from '@salesforce/label/c.Zendesk_Column_Status';
import SUBJECT from '@salesforce/label/c.Zendesk_Column_Subject';
import UPDATED from '@salesforce/label/c.Zendesk_Column_Updated';
import LOADING_MORE from '@salesforce/label/c.Zendesk_List_LoadingMore';
import SHOW_MORE from '@salesforce/label/c.Zendesk_List_ShowMore';
import NO_SUBJECT from '@salesforce/label/c.Zendesk_Ticket_NoSubject';

import { exactTime, relativeTime } from 'c/zendeskFormats';
import { priorityLabel, statusLabel } from 'c/zendeskTicketTerms';

import type { Ticket } from 'c/zendeskTicketService';

interface Row {
    readonly id: string;
    readonly subject: string;
    readonly status: string;
    readonly statusClass: string;
    readonly priority: string;
    readonly requester: string;
    readonly assignee: string;
    readonly updated: string;
    readonly updatedAt: string;
    readonly updatedExactly: string;
}

/** By what Zendesk's search sorts. */
const SORT_FIELDS = { status: 'status', priority: 'priority', updated: 'updated_at' } as const;

type SortColumn = keyof typeof SORT_FIELDS;

/**
 * Tickets as rows. Fires `open` with an id, `sort` with what to sort by, and `more` when the end comes
 * into sight or is asked for.
 */
export default class ZendeskTicketList extends LightningElement {
    @api
    get tickets(): readonly Ticket[] {
        return this.shownTickets;
    }
    set tickets(value: readonly Ticket[]) {
        const now = Date.now();
        this.shownTickets = value;
        this.rows = value.map((ticket) => toRow(ticket, now));
    }

    /** What the tickets are sorted by, with `-` before it for descending. */
    @api sort = '-updated_at';
    @api hasMore = false;
    @api isLoadingMore = false;

    readonly labels = {
        assignee: ASSIGNEE,
        id: ID,
        loadingMore: LOADING_MORE,
        priority: PRIORITY,
        requester: REQUESTER,
        showMore: SHOW_MORE,
        status: STATUS,
        subject: SUBJECT,
        updated: UPDATED
    };

    rows: readonly Row[] = [];

    private shownTickets: readonly Ticket[] = [];
    private observer?: IntersectionObserver;
    private observedEnd?: Element;

    get statusOrder(): string {
        return this.orderOf('status');
    }

    get priorityOrder(): string {
        return this.orderOf('priority');
    }

    get updatedOrder(): string {
        return this.orderOf('updated');
    }

    renderedCallback(): void {
        this.watchEnd(this.refs?.end as Element | undefined);
    }

    disconnectedCallback(): void {
        this.observer?.disconnect();
        this.observedEnd = undefined;
    }

    /** Puts the cursor back on a ticket, as far as it is there. */
    @api
    focusTicket(id: string): void {
        const buttons = this.template?.querySelectorAll<HTMLElement>('button[data-id]');
        [...(buttons ?? [])].find(({ dataset }) => dataset.id === id)?.focus();
    }

    /** The latest and the highest first; then the other way round. */
    handleSort(event: Event): void {
        const { column } = (event.currentTarget as HTMLElement).dataset;
        const name = SORT_FIELDS[column as SortColumn];
        const detail = this.sort === `-${name}` ? name : `-${name}`;
        this.dispatchEvent(new CustomEvent('sort', { detail }));
    }

    handleOpen(event: Event): void {
        const { id } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('open', { detail: id }));
    }

    handleMore(): void {
        this.dispatchEvent(new CustomEvent('more'));
    }

    private orderOf(column: SortColumn): string {
        if (this.sort === SORT_FIELDS[column]) {
            return 'ascending';
        }
        return this.sort === `-${SORT_FIELDS[column]}` ? 'descending' : 'none';
    }

    private watchEnd(end: Element | undefined): void {
        if (this.isLoadingMore || end === this.observedEnd) {
            return;
        }
        this.observer?.disconnect();
        this.observedEnd = end;
        if (end) {
            this.observer = new IntersectionObserver((entries) => this.handleSight(entries), {
                root: this.refs?.scroller as Element
            });
            this.observer.observe(end);
        }
    }

    private handleSight(entries: readonly IntersectionObserverEntry[]): void {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
            this.handleMore();
        }
    }
}

function toRow(ticket: Ticket, now: number): Row {
    return {
        id: ticket.id,
        subject: ticket.subject || NO_SUBJECT,
        status: statusLabel(ticket.status),
        statusClass: `slds-badge status status_${ticket.status}`,
        priority: priorityLabel(ticket.priority),
        requester: ticket.requesterName ?? '',
        assignee: ticket.assigneeName ?? '',
        updated: relativeTime(ticket.updatedAt, now),
        updatedAt: ticket.updatedAt,
        updatedExactly: exactTime(ticket.updatedAt)
    };
}
