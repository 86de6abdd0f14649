import { toProblem } from 'c/zendeskErrors';

import type { Problem } from 'c/zendeskErrors';
import type { Ticket, TicketListing } from 'c/zendeskTicketService';

/** What came of a question: an answer or a problem. */
export interface Attempt<Answer> {
    readonly answer?: Answer;
    readonly problem?: Problem;
}

/** Waits for an answer. Never rejects. */
export async function attempt<Answer>(question: Promise<Answer>): Promise<Attempt<Answer>> {
    try {
        return { answer: await question };
    } catch (error) {
        return { problem: toProblem(error) };
    }
}

/** What is loaded of a list. */
export interface ListPages {
    /** Of the page loaded last, with the total of the first. */
    readonly listing?: TicketListing;
    readonly tickets: readonly Ticket[];
    readonly isLoading: boolean;
    readonly isLoadingMore: boolean;
    readonly problem?: Problem;
    /** Why the next page is not there. */
    readonly moreProblem?: Problem;
}

/** Where pages come from, and who shows them. */
export interface PageSource {
    /** @param cursor absent for the first page */
    fetch(cursor: string | undefined): Promise<Attempt<TicketListing>>;
    /** Takes notice of a first page before its tickets are laid out. */
    accept(listing: TicketListing | undefined): void;
    /** The tickets of a page as they are shown. */
    layOut(tickets: readonly Ticket[], isFirstPage: boolean): readonly Ticket[];
    show(pages: ListPages): void;
}

/** Loads a list page by page. An answer that comes after a newer question is dropped. */
export class TicketPages {
    private readonly source: PageSource;
    private loads = 0;
    private pages: ListPages = { tickets: [], isLoading: true, isLoadingMore: false };

    constructor(source: PageSource) {
        this.source = source;
    }

    /** Tells answers apart that belong to different first pages. */
    get generation(): number {
        return this.loads;
    }

    /** Loads the first page; the listing when it is there and still wanted. */
    async loadFirst(): Promise<TicketListing | undefined> {
        const load = ++this.loads;
        this.put({ isLoading: true, isLoadingMore: false });
        const { answer, problem } = await this.source.fetch(undefined);
        if (load !== this.loads) {
            return undefined;
        }
        this.source.accept(answer);
        const tickets = this.source.layOut(answer?.tickets ?? [], true);
        this.put({ listing: answer, tickets, problem, moreProblem: undefined, isLoading: false });
        return answer;
    }

    /** Loads the next page, once however often it is asked for. */
    async loadMore(): Promise<void> {
        const { listing, isLoadingMore } = this.pages;
        if (isLoadingMore || !listing?.nextCursor) {
            return;
        }
        const load = this.loads;
        this.put({ isLoadingMore: true });
        const { answer, problem } = await this.source.fetch(listing.nextCursor);
        if (load === this.loads) {
            this.put({ isLoadingMore: false, moreProblem: problem });
            this.append(answer, listing);
        }
    }

    /** Lays the tickets out again, after something about them became known. */
    layOut(): readonly Ticket[] {
        this.put({ tickets: this.source.layOut(this.pages.tickets, true) });
        return this.pages.tickets;
    }

    /** Forgets what is there, for another list. */
    clear(): void {
        this.put({ listing: undefined });
    }

    private append(added: TicketListing | undefined, { total }: TicketListing): void {
        if (added) {
            const tickets = this.source.layOut(added.tickets, false);
            this.put({
                listing: { ...added, total },
                tickets: withoutRepeats(this.pages.tickets, tickets)
            });
        }
    }

    private put(part: Partial<ListPages>): void {
        this.pages = { ...this.pages, ...part };
        this.source.show(this.pages);
    }
}

/** A ticket that was updated between two pages comes twice; its first place stays. */
function withoutRepeats(shown: readonly Ticket[], added: readonly Ticket[]): readonly Ticket[] {
    const known = new Set(shown.map(({ id }) => id));
    return [...shown, ...added.filter(({ id }) => !known.has(id))];
}
