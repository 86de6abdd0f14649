import { attempt } from 'c/zendeskQuestions';
import { lookupKey } from 'c/zendeskTicketColumns';
import { nameTargets } from 'c/zendeskTicketService';

import type { Problem } from 'c/zendeskErrors';
import type { Ticket, TicketCell, TicketColumn, TicketView } from 'c/zendeskTicketService';

/** What is known of whom and what lookup fields point to. */
export interface ShownNames {
    /** By `lookupKey`. */
    readonly names: ReadonlyMap<string, string>;
    readonly problem?: Problem;
}

/** Tickets as they are shown. */
interface Page {
    readonly tickets: readonly Ticket[];
    readonly columns: readonly TicketColumn[];
}

/** Names whom and what lookup columns point to; Zendesk is asked when a page has something unknown. */
export class LookupNames {
    private readonly show: (shown: ShownNames) => void;
    private asked = new Set<string>();
    private names: ReadonlyMap<string, string> = new Map();

    constructor(show: (shown: ShownNames) => void) {
        this.show = show;
    }

    /** @param view what the page was asked for by */
    async load(recordId: string, view: TicketView, page: Page): Promise<void> {
        const { asked } = this;
        const keys = this.unknownOf(page, view);
        keys.forEach((key) => asked.add(key));
        if (keys.length === 0) {
            return;
        }
        const { answer, problem } = await attempt(nameTargets(recordId, view));
        if (asked === this.asked) {
            this.names = new Map([...this.names, ...(answer ?? []).flatMap(namesIn)]);
            this.show({ names: this.names, problem });
        }
    }

    /** Forgets what is there, for another list. */
    clear(): void {
        this.asked = new Set();
        this.names = new Map();
        this.show({ names: this.names });
    }

    /** What is gone in Zendesk is asked for again with the first page alone. */
    private unknownOf(page: Page, { cursor }: TicketView): readonly string[] {
        return lookupKeys(page).filter(
            (key) => !this.names.has(key) && !(cursor && this.asked.has(key))
        );
    }
}

function lookupKeys({ tickets, columns }: Page): readonly string[] {
    const lookups = new Set(columns.filter(({ isNamed }) => isNamed).map(({ key }) => key));
    const cells = lookups.size ? tickets.flatMap((ticket) => ticket.cells ?? []) : [];
    return cells
        .filter(({ key }) => lookups.has(key))
        .flatMap(({ key, values }) => values.map((id) => lookupKey(key, id)));
}

function namesIn({ key, values, labels }: TicketCell): readonly (readonly [string, string])[] {
    return values.map((id, index) => [lookupKey(key, id), labels[index] ?? id] as const);
}
