import { api, LightningElement } from 'lwc';

import BY_RULE from '@salesforce/label/c.Zendesk_History_ByRule';
import CLEARED from '@salesforce/label/c.Zendesk_History_Cleared';
import HIDE from '@salesforce/label/c.Zendesk_History_Hide';
import INTERNAL_NOTE from '@salesforce/label/c.Zendesk_History_InternalNote';
import LOADING from '@salesforce/label/c.Zendesk_History_Loading';
import CHANGED from '@salesforce/label/c.Zendesk_History_Changed';
import OLDER from '@salesforce/label/c.Zendesk_History_Older';
import PUBLIC_REPLY from '@salesforce/label/c.Zendesk_History_PublicReply';
import SET from '@salesforce/label/c.Zendesk_History_Set';
import SHOW from '@salesforce/label/c.Zendesk_History_Show';
import UNKNOWN from '@salesforce/label/c.Zendesk_Comment_UnknownAuthor';

import { listEvents } from 'c/zendeskConversationService';
import { formatLabel, fullTime } from 'c/zendeskFormats';
import { describeField } from 'c/zendeskFieldViews';
import { Questions } from 'c/zendeskQuestions';

import type {
    TicketEvent,
    TicketEventChange,
    TicketHistory,
    TicketLayout
} from 'c/zendeskConversationService';
import type { Problem } from 'c/zendeskErrors';

interface Row {
    readonly id: string;
    readonly who: string;
    readonly when: string;
    readonly createdAt: string;
    readonly lines: readonly { readonly id: string; readonly text: string }[];
}

/** Who changed what, asked for only when somebody wants to know. */
export default class ZendeskHistory extends LightningElement {
    @api recordId!: string;
    @api ticketId!: string;
    @api layout?: TicketLayout;
    @api names: ReadonlyMap<string, string> = new Map();

    readonly labels = { loading: LOADING, older: OLDER };

    isOpen = false;
    isLoading = false;
    problem?: Problem;
    nextCursor?: string;

    private events: readonly TicketEvent[] = [];
    private people: ReadonlyMap<string, string> = new Map();
    /** Since it was opened last. */
    private readonly questions = new Questions();

    get toggleLabel(): string {
        return this.isOpen ? HIDE : SHOW;
    }

    get toggleIcon(): string {
        return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get hasOlder(): boolean {
        return this.nextCursor !== undefined && !this.isLoading;
    }

    get rows(): readonly Row[] {
        const now = Date.now();
        return this.events.map((event) => ({
            id: event.id,
            who: this.whoOf(event),
            when: fullTime(event.createdAt, now),
            createdAt: event.createdAt,
            lines: this.linesOf(event)
        }));
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
        this.questions.renew();
        if (this.isOpen) {
            this.events = [];
            this.load(undefined);
        }
    }

    handleOlder(): void {
        this.load(this.nextCursor);
    }

    private async load(cursor: string | undefined): Promise<void> {
        this.isLoading = true;
        const told = await this.questions.ask(listEvents(this.recordId, this.ticketId, cursor));
        if (told) {
            this.isLoading = false;
            this.problem = told.problem;
            this.add(told.answer);
        }
    }

    private add(history: TicketHistory | undefined): void {
        if (history) {
            const names = history.people.map(({ id, name }) => [id, name ?? ''] as const);
            this.people = new Map([...this.people, ...names]);
            this.events = [...this.events, ...history.events].sort(byTimeLatestFirst);
            this.nextCursor = history.nextCursor;
        }
    }

    private whoOf({ authorId, channel }: TicketEvent): string {
        return channel === 'rule'
            ? BY_RULE
            : (this.people.get(authorId ?? '') ?? this.names.get(authorId ?? '') ?? UNKNOWN);
    }

    private linesOf({ comment, changes }: TicketEvent): Row['lines'] {
        const said = comment === 'public' ? [PUBLIC_REPLY] : comment ? [INTERNAL_NOTE] : [];
        const told = changes.filter(({ oldText, newText }) => oldText || newText);
        const texts = [...said, ...told.map((change) => this.textOf(change))];
        return texts.map((text, index) => ({ id: String(index), text }));
    }

    private textOf({ key, oldText, newText }: TicketEventChange): string {
        const before = this.describe(key, oldText);
        const after = this.describe(key, newText);
        if (newText === undefined) {
            return formatLabel(CLEARED, after.title);
        }
        return oldText === undefined
            ? formatLabel(SET, after.title, after.display)
            : formatLabel(CHANGED, after.title, before.display, after.display);
    }

    private describe(key: string, text = ''): { title: string; display: string } {
        return describeField(key, text, this.layout, new Map([...this.people, ...this.names]));
    }
}

/** Zendesk's order depends on the way of paging. */
function byTimeLatestFirst(a: TicketEvent, b: TicketEvent): number {
    return Date.parse(b.createdAt) - Date.parse(a.createdAt);
}
