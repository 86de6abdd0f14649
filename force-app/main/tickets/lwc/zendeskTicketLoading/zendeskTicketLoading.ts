import type { Problem } from 'c/zendeskErrors';
import type { Attempt } from 'c/zendeskQuestions';
import type { Ticket, TicketListing } from 'c/zendeskTicketService';

/** What is loaded of a list. */
export interface ListPages {
    /** Of the page loaded last. */
    readonly listing?: TicketListing;
    readonly tickets: readonly Ticket[];
    /** Tickets on all pages; absent when they were not counted. */
    readonly total?: number;
    /** When the first page was asked for: milliseconds. */
    readonly askedAt?: number;
    readonly isLoading: boolean;
    readonly isLoadingMore: boolean;
    readonly problem?: Problem;
    /** Why the next page is not there. */
    readonly moreProblem?: Problem;
}

/** What Zendesk answered, page by page. */
export interface FoundTickets {
    readonly tickets: readonly Ticket[];
    /** How many of them are on the first page. */
    readonly firstPage: number;
    /** As counted with the first page; absent when it was not. */
    readonly total?: number;
    /** When the first page was asked for: milliseconds. */
    readonly askedAt: number;
}

const NOTHING: FoundTickets = { tickets: [], firstPage: 0, askedAt: 0 };

/** What is shown of it. */
export type ShownTickets = Pick<ListPages, 'tickets' | 'total'>;

/** Where pages come from, and who shows them. */
export interface PageSource {
    /** @param cursor absent for the first page */
    fetch(cursor: string | undefined): Promise<Attempt<TicketListing>>;
    /** Takes notice of a first page before its tickets are laid out. */
    accept(listing: TicketListing | undefined): void;
    layOut(found: FoundTickets): ShownTickets;
    show(pages: ListPages): void;
}

/** Loads a list page by page. An answer that comes after a newer question is dropped. */
export class TicketPages {
    private readonly source: PageSource;
    private loads = 0;
    private found: FoundTickets = NOTHING;
    private pages: ListPages = { tickets: [], isLoading: true, isLoadingMore: false };

    constructor(source: PageSource) {
        this.source = source;
    }

    /** Loads the first page; the listing when it is there and still wanted. */
    async loadFirst(): Promise<TicketListing | undefined> {
        const load = ++this.loads;
        const askedAt = Date.now();
        this.put({ isLoading: true, isLoadingMore: false });
        const { answer, problem } = await this.source.fetch(undefined);
        if (load !== this.loads) {
            return undefined;
        }
        this.source.accept(answer);
        this.found = answer ? foundIn(answer, askedAt) : NOTHING;
        this.show({ listing: answer, problem, moreProblem: undefined, isLoading: false });
        return answer;
    }

    /**
     * Loads the next page, once however often it is asked for, and not while the first one is loaded anew;
     * the listing when it is there and still wanted.
     */
    async loadMore(): Promise<TicketListing | undefined> {
        const { listing, isLoading, isLoadingMore } = this.pages;
        if (isLoading || isLoadingMore || !listing?.nextCursor) {
            return undefined;
        }
        const load = this.loads;
        this.put({ isLoadingMore: true });
        const { answer, problem } = await this.source.fetch(listing.nextCursor);
        if (load !== this.loads) {
            return undefined;
        }
        this.found = withPage(this.found, answer?.tickets ?? []);
        this.show({ listing: answer ?? listing, moreProblem: problem, isLoadingMore: false });
        return answer;
    }

    /** Lays the tickets out again, after something about them became known. */
    layOut(): readonly Ticket[] {
        this.show({});
        return this.pages.tickets;
    }

    /** Forgets what is there, for another list. */
    clear(): void {
        this.loads += 1;
        this.found = NOTHING;
        this.show({ listing: undefined, problem: undefined, moreProblem: undefined });
    }

    private show(part: Partial<ListPages>): void {
        const { askedAt } = this.found;
        this.put({ ...part, askedAt, ...this.source.layOut(this.found) });
    }

    private put(part: Partial<ListPages>): void {
        this.pages = { ...this.pages, ...part };
        this.source.show(this.pages);
    }
}

function foundIn({ tickets, total }: TicketListing, askedAt: number): FoundTickets {
    return { tickets, total, askedAt, firstPage: tickets.length };
}

/** A ticket that was updated between two pages comes twice; its first place stays. */
function withPage(found: FoundTickets, added: readonly Ticket[]): FoundTickets {
    const known = new Set(found.tickets.map(({ id }) => id));
    return {
        ...found,
        tickets: [...found.tickets, ...added.filter(({ id }) => !known.has(id))]
    };
}
