import { api, LightningElement } from 'lwc';

import LOADING_MORE from '@salesforce/label/c.Zendesk_List_LoadingMore';
import SHOW_MORE from '@salesforce/label/c.Zendesk_List_ShowMore';
import SORT_BY from '@salesforce/label/c.Zendesk_List_SortBy';
import TITLE from '@salesforce/label/c.Zendesk_List_Title';

import { exactTime, relativeTime } from 'c/zendeskFormats';
import {
    columnLabel,
    isNumber,
    openerOf,
    sortFieldOf,
    sortOptions,
    textOf,
    timeOf
} from 'c/zendeskTicketColumns';

import type { Choice } from 'c/zendeskConversationService';
import type { Ticket, TicketColumn } from 'c/zendeskTicketService';

interface Heading {
    readonly key: string;
    readonly label: string;
    readonly headingClass: string;
    readonly style?: string;
    readonly sortField?: string;
    /** Absent where search does not sort. */
    readonly order?: 'ascending' | 'descending' | 'none';
}

interface Cell {
    readonly key: string;
    readonly cellClass: string;
    readonly label: string;
    readonly text: string;
    /** The text, which may be cut off, or the exact time. */
    readonly title: string;
    readonly isOpener: boolean;
    readonly badgeClass?: string;
    readonly time?: string;
}

interface Row {
    readonly id: string;
    readonly cells: readonly Cell[];
}

interface SortOption extends Choice {
    readonly isSelected: boolean;
}

const SORT_OPTIONS = sortOptions();

interface RowContext {
    /** The column by which a ticket is opened. */
    readonly opener?: string;
    readonly now: number;
    readonly names: ReadonlyMap<string, string>;
}

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
        if (value.length < this.shownTickets.length) {
            this.widths = [];
        }
        this.shownTickets = value;
        this.makeRows();
    }

    @api
    get columns(): readonly TicketColumn[] {
        return this.shownColumns;
    }
    set columns(value: readonly TicketColumn[]) {
        const hasChanged = keysOf(value) !== keysOf(this.shownColumns);
        this.shownColumns = value;
        if (hasChanged) {
            this.makeRowsAnew();
        }
    }

    /** What lookup columns point to, by `lookupKey`. */
    @api
    get names(): ReadonlyMap<string, string> {
        return this.knownNames;
    }
    set names(value: ReadonlyMap<string, string>) {
        const hasChanged = value.size !== this.knownNames.size;
        this.knownNames = value;
        if (hasChanged) {
            this.makeRowsAnew();
        }
    }

    /** What the tickets are sorted by, with `-` before it for descending. */
    @api sort = '-updated_at';
    @api hasMore = false;
    @api isLoadingMore = false;

    readonly labels = {
        loadingMore: LOADING_MORE,
        showMore: SHOW_MORE,
        sortBy: SORT_BY,
        title: TITLE
    };

    rows: readonly Row[] = [];

    private shownTickets: readonly Ticket[] = [];
    private shownColumns: readonly TicketColumn[] = [];
    private knownNames: ReadonlyMap<string, string> = new Map();
    /** Of the columns, in pixels; none as long as the rows decide. */
    private widths: readonly number[] = [];
    /** A row is made once, however often a page is added to a thousand others. */
    private rowByTicket = new WeakMap<Ticket, Row>();
    private observer?: IntersectionObserver;
    private observedEnd?: Element;

    get headings(): readonly Heading[] {
        const { openerIndex, widths } = this;
        return this.columns.map((column, index) => {
            const sortField = sortFieldOf(column);
            const isFixed = this.isSettled && index !== openerIndex;
            return {
                key: column.key,
                label: columnLabel(column),
                headingClass: `heading ${sideOf(column)}`,
                style: isFixed ? `width: ${widths[index]}px` : undefined,
                sortField,
                order: sortField ? orderOf(sortField, this.sort) : undefined
            };
        });
    }

    get tableClass(): string {
        const base = 'slds-table slds-table_bordered slds-table_cell-buffer';
        return this.isSettled ? `${base} settled` : base;
    }

    get tableStyle(): string | undefined {
        const others = this.widths.filter((_, index) => index !== this.openerIndex);
        const sum = others.reduce((total, width) => total + width, 0);
        return this.isSettled ? `--other-columns: ${sum}px` : undefined;
    }

    get sortOptions(): readonly SortOption[] {
        return SORT_OPTIONS.map((option) => ({
            ...option,
            isSelected: option.value === this.sort
        }));
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

    /** Goes to where a list begins that is asked for anew. */
    @api
    toTop(): void {
        const scroller = this.refs?.scroller;
        if (scroller) {
            scroller.scrollTop = 0;
        }
    }

    /** The latest and the highest first; then the other way round. */
    handleSort(event: Event): void {
        const { field } = (event.currentTarget as HTMLElement).dataset;
        this.sortBy(this.sort === `-${field}` ? (field as string) : `-${field}`);
    }

    handleSortChoice(event: Event): void {
        event.stopPropagation();
        this.sortBy((event.currentTarget as HTMLSelectElement).value);
    }

    handleOpen(event: Event): void {
        const { id } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('open', { detail: id }));
    }

    handleMore(): void {
        this.settleColumns();
        this.dispatchEvent(new CustomEvent('more'));
    }

    private get isSettled(): boolean {
        return this.widths.length > 0;
    }

    private get openerIndex(): number {
        const opener = openerOf(this.columns);
        return this.columns.findIndex(({ key }) => key === opener);
    }

    /**
     * Columns keep the widths of the first page, and the opener the rest: one long name would have a
     * thousand rows laid out anew. Cards have no columns.
     */
    private settleColumns(): void {
        const headings = [...(this.template?.querySelectorAll<HTMLElement>('.heading') ?? [])];
        const widths = headings.map(({ offsetWidth }) => offsetWidth);
        if (!this.isSettled && widths.every((width) => width > 0)) {
            this.widths = widths;
        }
    }

    private makeRowsAnew(): void {
        this.widths = [];
        this.rowByTicket = new WeakMap();
        this.makeRows();
    }

    private makeRows(): void {
        const { names } = this;
        const context = { opener: openerOf(this.columns), now: Date.now(), names };
        this.rows = this.tickets.map((ticket) => {
            const row = this.rowByTicket.get(ticket) ?? toRow(ticket, this.columns, context);
            this.rowByTicket.set(ticket, row);
            return row;
        });
    }

    private sortBy(detail: string): void {
        this.dispatchEvent(new CustomEvent('sort', { detail }));
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

function orderOf(field: string, sort: string): Heading['order'] {
    if (sort === field) {
        return 'ascending';
    }
    return sort === `-${field}` ? 'descending' : 'none';
}

function keysOf(columns: readonly TicketColumn[]): string {
    return columns.map(({ key }) => key).join();
}

function toRow(ticket: Ticket, columns: readonly TicketColumn[], context: RowContext): Row {
    return { id: ticket.id, cells: columns.map((column) => toCell(column, ticket, context)) };
}

function toCell(column: TicketColumn, ticket: Ticket, context: RowContext): Cell {
    const { key } = column;
    const time = timeOf(column, ticket);
    const text = time ? relativeTime(time, context.now) : textOf(column, ticket, context.names);
    const isOpener = key === context.opener;
    return {
        key,
        label: columnLabel(column),
        text,
        title: time ? exactTime(time) : text,
        isOpener,
        cellClass: [`cell_${isOpener ? 'opener' : key}`, sideOf(column), text ? '' : 'cell_empty']
            .filter(Boolean)
            .join(' '),
        ...(key === 'status' && { badgeClass: `slds-badge status status_${ticket.status}` }),
        ...(time && { time })
    };
}

/** Numbers stand below each other by their last digit. */
function sideOf(column: TicketColumn): string {
    return isNumber(column) ? 'slds-text-align_right' : '';
}
