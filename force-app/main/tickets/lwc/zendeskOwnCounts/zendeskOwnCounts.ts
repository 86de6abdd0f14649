import USER_ID from '@salesforce/user/Id';

import { belongs, recentChanges } from 'c/zendeskOwnChanges';

import type { OwnChange, OwnChangeRules } from 'c/zendeskOwnChanges';
import type { StatusCount, TicketFilter, TicketStatus } from 'c/zendeskTicketService';

/** Tickets of which those in each status are counted. */
export interface CountedList {
    readonly recordId: string;
    /** Without statuses. */
    readonly filter: TicketFilter;
    readonly rules: Pick<OwnChangeRules, 'hasWords' | 'keeps'>;
}

/** What Zendesk counted, and what of one's own changes was in there. */
export interface Counting {
    /** What was counted, as JSON. */
    readonly key: string;
    readonly counts: readonly StatusCount[];
    /** The latest change in there: milliseconds. */
    readonly knownUntil: number;
}

/** Reads an answer of Zendesk, and keeps it to compare the next one with. */
export function countingOf(
    list: CountedList,
    counts: readonly StatusCount[],
    askedAt: number
): Counting {
    const key = JSON.stringify(list.filter);
    const last = findLast(list.recordId);
    const knownUntil = last?.key === key ? knownBy(counts, last, list, askedAt) : askedAt;
    const counting = { key, counts, knownUntil };
    keep(list.recordId, counting);
    return counting;
}

/** The numbers with the changes that Zendesk did not know. */
export function countsOf(
    list: CountedList,
    { counts, knownUntil }: Counting
): readonly StatusCount[] {
    const changes = recentChanges(list.recordId, Date.now());
    const unknown = changes.filter(({ at }) => at > knownUntil);
    return withChanges(counts, unknown, list);
}

/**
 * Zendesk's search takes up to a few minutes to know of a change, and does not tell whether it does. As
 * long as its numbers are the last ones and the first few of the changes since, it does not know of the
 * others; when they are anything else, it is trusted.
 */
function knownBy(
    counts: readonly StatusCount[],
    last: Counting,
    list: CountedList,
    askedAt: number
): number {
    const since = recentChanges(list.recordId, askedAt).filter(
        ({ at }) => at > last.knownUntil && at < askedAt
    );
    const concerned = new Set(since.flatMap((change) => [...differencesOf(change, list).keys()]));
    const fits = (known: number) =>
        totalsOf(counts, concerned) ===
        totalsOf(withChanges(last.counts, since.slice(0, known), list), concerned);
    const known = [since.length, ...since.map((_, index) => since.length - 1 - index)].find(fits);
    const firstUnknown = known === undefined ? undefined : since[known];
    return firstUnknown ? firstUnknown.at - 1 : askedAt;
}

function totalsOf(counts: readonly StatusCount[], statuses: ReadonlySet<TicketStatus>): string {
    return counts
        .filter(({ status }) => statuses.has(status))
        .map(({ status, total }) => `${status} ${total}`)
        .join();
}

function withChanges(
    counts: readonly StatusCount[],
    changes: readonly OwnChange[],
    list: CountedList
): readonly StatusCount[] {
    const differences = changes.map((change) => differencesOf(change, list));
    return counts.map(({ status, total }) => ({
        status,
        total: Math.max(
            0,
            differences.reduce((sum, difference) => sum + (difference.get(status) ?? 0), total)
        )
    }));
}

/** By how many tickets each status has more through a change. */
function differencesOf(
    change: OwnChange,
    { rules: { hasWords, keeps } }: CountedList
): ReadonlyMap<TicketStatus, number> {
    const { ticket, before } = change;
    const isCounted = belongs(change, keeps) && (before !== undefined || !hasWords);
    const gone = before && keeps(before) ? [before.status] : [];
    const come = isCounted ? [ticket.status] : [];
    return gone[0] === come[0]
        ? new Map()
        : new Map([
              ...gone.map((status) => [status, -1] as const),
              ...come.map((status) => [status, 1] as const)
          ]);
}

function findLast(recordId: string): Counting | undefined {
    try {
        return (JSON.parse(sessionStorage.getItem(nameOf(recordId)) ?? 'null') ?? undefined) as
            Counting | undefined;
    } catch {
        return undefined;
    }
}

function keep(recordId: string, counting: Counting): void {
    try {
        sessionStorage.setItem(nameOf(recordId), JSON.stringify(counting));
    } catch {
        // Without storage every answer is trusted, as the first one is.
    }
}

function nameOf(recordId: string): string {
    return `zendesk-counts:${USER_ID}:${recordId}`;
}
