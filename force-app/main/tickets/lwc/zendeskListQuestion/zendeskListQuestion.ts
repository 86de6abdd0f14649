import { LATEST_FIRST } from 'c/zendeskTicketColumns';
import { keeps } from 'c/zendeskTicketFiltering';

import type { OwnChangeRules } from 'c/zendeskOwnChanges';
import type { FilterOrigin, TicketFilter, TicketListing, TicketView } from 'c/zendeskTicketService';

/** What a list asks for. */
export interface ListQuestion {
    /** Whether the list has begun with what the defaults say. */
    readonly isOpened: boolean;
    readonly filter: TicketFilter;
    readonly sort: string;
    /** Whose default it begins with; absent for the usual list. */
    readonly origin?: FilterOrigin;
    readonly columns?: readonly string[];
}

/** What App Builder says: tickets per page, and what a list begins with. */
export interface PageSettings {
    readonly pageSize?: number;
    readonly pageFilter?: string;
    readonly pageColumns?: string;
}

/** Not yet begun: what to ask for is for the server to say. */
export const OPENING: ListQuestion = { isOpened: false, filter: {}, sort: LATEST_FIRST };

/** As the defaults of user, page and org say. */
export function begunWith({ filter, sort, origin, columns }: TicketListing): ListQuestion {
    return {
        isOpened: true,
        filter: filter ?? {},
        sort: sort ?? LATEST_FIRST,
        origin,
        columns: columns.map(({ key }) => key)
    };
}

/** @param cursor absent for the first page */
export function viewOf(
    { isOpened, filter, sort, columns }: ListQuestion,
    page: PageSettings,
    cursor: string | undefined
): TicketView {
    return isOpened
        ? {
              filter,
              sort: sort === LATEST_FIRST ? undefined : sort,
              cursor,
              pageSize: page.pageSize,
              columns
          }
        : { isOpening: true, ...page };
}

/** @param agentId the user's own agent, whom `me` means */
export function rulesOf(
    { filter, sort }: Pick<ListQuestion, 'filter' | 'sort'>,
    agentId: string | undefined
): OwnChangeRules {
    return {
        isLatestFirst: sort === LATEST_FIRST,
        hasWords: Boolean(filter.text?.trim()),
        keeps: (ticket) => keeps(filter, ticket, { agentId, now: Date.now() })
    };
}
