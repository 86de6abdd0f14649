import USER_ID from '@salesforce/user/Id';

import { namesOf } from 'c/zendeskFieldViews';

import type { FieldValue, TicketDetail } from 'c/zendeskConversationService';
import type { FoundTickets, ShownTickets } from 'c/zendeskTicketLoading';
import type {
    Ticket,
    TicketCell,
    TicketPriority,
    TicketStatus,
    TicketType
} from 'c/zendeskTicketService';

/** Zendesk's search lags behind by up to a few minutes: for that long own changes are laid over it. */
const LAG = 5 * 60_000;

/** One time that the user made or changed a ticket. */
export interface OwnChange {
    /** Milliseconds. */
    readonly at: number;
    readonly ticket: Ticket;
    /** As it was until then; absent for a new ticket. */
    readonly before?: Ticket;
    /** It was given to somebody else: the record doesn't reach it any more. */
    readonly isGone?: boolean;
}

/** What a list asks for. */
export interface OwnChangeRules {
    readonly isLatestFirst: boolean;
    /** Whether it is searched by words, of which only Zendesk knows whether a new ticket has them. */
    readonly hasWords: boolean;
    /** All but the words. */
    readonly keeps: (ticket: Ticket) => boolean;
}

/** A ticket as a row of the list. */
export function toRow(detail: TicketDetail): Ticket {
    const values = new Map(detail.values.map((value) => [value.key, value]));
    const names = namesOf(detail);
    const text = (key: string) => values.get(key)?.text ?? undefined;
    const name = (key: string) => names.get(text(key) ?? '');
    return {
        id: detail.id,
        subject: text('subject'),
        status: text('status') as TicketStatus,
        customStatusId: text('custom_status_id'),
        priority: text('priority') as TicketPriority | undefined,
        type: text('type') as TicketType | undefined,
        requesterName: name('requester_id'),
        assigneeId: text('assignee_id'),
        assigneeName: name('assignee_id'),
        groupId: text('group_id'),
        groupName: name('group_id'),
        organizationId: text('organization_id'),
        organizationName: name('organization_id'),
        brandId: text('brand_id'),
        brandName: name('brand_id'),
        formId: text('ticket_form_id'),
        tags: values.get('tags')?.values ?? [],
        createdAt: detail.createdAt,
        updatedAt: detail.updatedAt,
        dueAt: text('due_at'),
        cells: detail.values.filter(({ key }) => /^\d+$/.test(key)).map(toCell)
    };
}

/** Remembers, for this user and record, a ticket that they made or changed. */
export function noteOwnChange(recordId: string, change: OwnChange): void {
    const all = [...recentChanges(recordId, change.at), change];
    try {
        sessionStorage.setItem(nameOf(recordId), JSON.stringify(all));
    } catch {
        // Without storage the change shows until the page is left, which is where it was made.
    }
}

/** What the user changed on this record and search may not know yet, in order. */
export function recentChanges(recordId: string, now: number): readonly OwnChange[] {
    try {
        const kept = JSON.parse(sessionStorage.getItem(nameOf(recordId)) ?? '[]') as OwnChange[];
        return kept.filter(({ at }) => now - at < LAG);
    } catch {
        return [];
    }
}

/**
 * What search found with one's own changes laid over it. What search knows to be later wins; a ticket
 * that it does not have yet, or not yet in its new place, comes to where its last update puts it; one that
 * the list no longer asks for, or that belongs to somebody else now, goes. The total follows.
 */
export function withOwnChanges(
    found: FoundTickets,
    changes: readonly OwnChange[],
    rules: OwnChangeRules
): ShownTickets {
    return {
        tickets: ticketsWith(found, byTicket(changes), rules),
        total: found.total === undefined ? undefined : totalWith(found, changes, rules)
    };
}

function ticketsWith(
    found: FoundTickets,
    own: ReadonlyMap<string, OwnChange>,
    rules: OwnChangeRules
): readonly Ticket[] {
    const known = new Map(found.tickets.map((ticket) => [ticket.id, ticket]));
    const added = [...own.values()]
        .filter((change) => isMissing(change, found, rules) || isOvertaking(change, found, rules))
        .map(({ ticket }) => laterOf(known.get(ticket.id) ?? ticket, ticket))
        .reverse();
    const isAdded = new Set(added.map(({ id }) => id));
    const laid = found.tickets
        .filter(({ id }) => !isAdded.has(id))
        .filter((ticket) => stays(ticket, own.get(ticket.id), rules))
        .map((ticket) => laterOf(ticket, own.get(ticket.id)?.ticket));
    return added.reduceRight(withInItsPlace, laid);
}

/** Where the last update puts a ticket. */
function withInItsPlace(tickets: readonly Ticket[], added: Ticket): readonly Ticket[] {
    const place = tickets.findIndex(
        ({ updatedAt }) => Date.parse(updatedAt) <= Date.parse(added.updatedAt)
    );
    return place < 0
        ? [...tickets, added]
        : [...tickets.slice(0, place), added, ...tickets.slice(place)];
}

/** Search may find a ticket by what it was, and answer with what it is. */
function stays(ticket: Ticket, own: OwnChange | undefined, { keeps }: OwnChangeRules): boolean {
    const isLater = Date.parse(ticket.updatedAt) > Date.parse(own?.ticket.updatedAt ?? '');
    return !own || (isLater ? keeps(ticket) : belongs(own, keeps));
}

/** Of what was changed before Zendesk was asked, the rows tell whether it knew; of later changes it did not. */
function totalWith(
    found: FoundTickets,
    changes: readonly OwnChange[],
    rules: OwnChangeRules
): number {
    const earlier = byTicket(changes.filter(({ at }) => at < found.askedAt));
    const later = changes.filter(({ at }) => at >= found.askedAt);
    return [
        ...[...earlier.values()].map((change) => unknownOf(change, found, rules)),
        ...later.map((change) => differenceOf(change, rules))
    ].reduce((sum, difference) => sum + difference, found.total ?? 0);
}

function unknownOf(change: OwnChange, found: FoundTickets, rules: OwnChangeRules): number {
    if (isMissing(change, found, rules)) {
        return differenceOf(change, rules);
    }
    const shown = found.tickets.find(({ id }) => id === change.ticket.id);
    return shown && !stays(shown, change, rules) ? -1 : 0;
}

/** By how many tickets more the list has through a change. */
function differenceOf(change: OwnChange, { hasWords, keeps }: OwnChangeRules): number {
    const isInNow = belongs(change, keeps);
    return change.before
        ? Number(isInNow) - Number(keeps(change.before))
        : Number(isInNow && !hasWords);
}

/** Whether a list asks for a ticket that was changed. */
export function belongs({ ticket, isGone }: OwnChange, keeps: OwnChangeRules['keeps']): boolean {
    return !isGone && keeps(ticket);
}

/** Whether the first page would have a ticket if search knew of its change. */
function isMissing(
    change: OwnChange,
    { tickets, firstPage }: FoundTickets,
    { isLatestFirst, hasWords, keeps }: OwnChangeRules
): boolean {
    const { ticket } = change;
    const first = tickets.slice(0, firstPage);
    const last = first.at(-1);
    const isDue = !last || Date.parse(ticket.updatedAt) >= Date.parse(last.updatedAt);
    const isFound = first.some(({ id }) => id === ticket.id);
    return isLatestFirst && !hasWords && isDue && !isFound && belongs(change, keeps);
}

/**
 * Whether a ticket stands below others that were updated before it was changed. A list in parts, whose
 * total nobody knows, is sorted part by part.
 */
function isOvertaking(
    change: OwnChange,
    { tickets, total }: FoundTickets,
    { isLatestFirst, keeps }: OwnChangeRules
): boolean {
    const { ticket } = change;
    const isInParts = total === undefined;
    const place = tickets.findIndex(({ id }) => id === ticket.id);
    const above = tickets.slice(0, Math.max(0, place));
    const isOver = above.some(
        ({ updatedAt }) => Date.parse(updatedAt) < Date.parse(ticket.updatedAt)
    );
    return isLatestFirst && !isInParts && isOver && belongs(change, keeps);
}

/** Several changes of a ticket are one from what it was first to what it is now. */
function byTicket(changes: readonly OwnChange[]): ReadonlyMap<string, OwnChange> {
    const merged = new Map<string, OwnChange>();
    for (const change of changes) {
        const first = merged.get(change.ticket.id);
        merged.set(change.ticket.id, first ? { ...change, before: first.before } : change);
    }
    return merged;
}

/** Search answers with tickets as they are, so only what it found before the change is older. */
function laterOf(found: Ticket, own: Ticket | undefined): Ticket {
    return own && Date.parse(own.updatedAt) > Date.parse(found.updatedAt)
        ? withKnownNames(own, found)
        : found;
}

/** An own change does not tell what forms, statuses and options are called. */
function withKnownNames(own: Ticket, known: Ticket): Ticket {
    const isSameStatus = own.customStatusId === known.customStatusId;
    return {
        ...own,
        customStatusName: isSameStatus ? known.customStatusName : undefined,
        formName: own.formId === known.formId ? known.formName : undefined,
        cells: own.cells?.map((cell) => sameCell(cell, known.cells) ?? cell)
    };
}

function sameCell(own: TicketCell, known: Ticket['cells']): TicketCell | undefined {
    return known?.find(
        ({ key, values }) => key === own.key && values.join('\n') === own.values.join('\n')
    );
}

function toCell({ key, text, values }: FieldValue): TicketCell {
    const all = values ?? (text ? [text] : []);
    return { key, values: all, labels: all };
}

function nameOf(recordId: string): string {
    return `zendesk-own:${USER_ID}:${recordId}`;
}
