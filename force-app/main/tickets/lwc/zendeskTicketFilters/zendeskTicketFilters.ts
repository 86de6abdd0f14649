import { api, LightningElement } from 'lwc';

import PRIORITY from '@salesforce/label/c.Zendesk_Column_Priority';
import STATUS from '@salesforce/label/c.Zendesk_Column_Status';
import CLEAR from '@salesforce/label/c.Zendesk_Filter_Clear';
import CLOSED from '@salesforce/label/c.Zendesk_Filter_Closed';
import NONE from '@salesforce/label/c.Zendesk_Filter_None';
import TEXT from '@salesforce/label/c.Zendesk_Filter_Text';
import TITLE from '@salesforce/label/c.Zendesk_Filter_Title';
import TYPE from '@salesforce/label/c.Zendesk_Filter_Type';

import { priorityLabel, statusLabel, typeLabel } from 'c/zendeskTicketTerms';

import type {
    TicketFilter,
    TicketPriority,
    TicketStatus,
    TicketType
} from 'c/zendeskTicketService';

const STATUSES: readonly TicketStatus[] = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];
const PRIORITIES: readonly TicketPriority[] = ['urgent', 'high', 'normal', 'low'];
const TYPES: readonly TicketType[] = ['question', 'incident', 'problem', 'task'];

/** So long nobody types before the text is searched, in milliseconds. */
const PAUSE = 400;
const LONGEST_TEXT = 255;

/** What the ticket list keeps. Fires `filterchange` with the new filter. */
export default class ZendeskTicketFilters extends LightningElement {
    @api filter: TicketFilter = {};

    readonly labels = {
        clear: CLEAR,
        closed: CLOSED,
        priority: PRIORITY,
        status: STATUS,
        text: TEXT,
        title: TITLE,
        type: TYPE
    };
    readonly longestText = LONGEST_TEXT;
    readonly statusOptions = STATUSES.map((value) => ({ label: statusLabel(value), value }));
    readonly priorityOptions = [
        ...PRIORITIES.map((value) => ({ label: priorityLabel(value), value })),
        { label: NONE, value: 'none' }
    ];
    readonly typeOptions = [
        ...TYPES.map((value) => ({ label: typeLabel(value), value })),
        { label: NONE, value: 'none' }
    ];

    private pause?: ReturnType<typeof setTimeout>;

    disconnectedCallback(): void {
        clearTimeout(this.pause);
    }

    get statuses(): readonly string[] {
        return this.filter.statuses ?? [];
    }

    get priorities(): readonly string[] {
        return this.filter.priorities ?? [];
    }

    get types(): readonly string[] {
        return this.filter.types ?? [];
    }

    get text(): string {
        return this.filter.text ?? '';
    }

    get isClosedIncluded(): boolean {
        return this.filter.isClosedIncluded === true;
    }

    /** Whoever chooses statuses has said whether closed ones are among them. */
    get hasStatuses(): boolean {
        return this.statuses.length > 0;
    }

    handleChoice(event: CustomEvent<{ value: string[] }>): void {
        const { name } = (event.currentTarget as HTMLElement).dataset;
        this.change({ [name as string]: [...event.detail.value] });
    }

    handleClosed(event: CustomEvent<{ checked: boolean }>): void {
        this.change({ isClosedIncluded: event.detail.checked });
    }

    handleText(event: CustomEvent<{ value: string }>): void {
        const text = event.detail.value;
        clearTimeout(this.pause);
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for the end of typing
        this.pause = setTimeout(() => this.change({ text }), PAUSE);
    }

    handleClear(): void {
        clearTimeout(this.pause);
        this.dispatchEvent(new CustomEvent('filterchange', { detail: {} }));
    }

    private change(part: TicketFilter): void {
        const detail = { ...this.filter, ...part };
        this.dispatchEvent(new CustomEvent('filterchange', { detail }));
    }
}
