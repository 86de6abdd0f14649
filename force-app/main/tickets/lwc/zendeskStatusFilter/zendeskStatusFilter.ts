import { agentStatusLabel, statusLabel } from 'c/zendeskTicketTerms';

import type { StatusChoice } from 'c/zendeskConversationService';
import type { TicketFilter, TicketStatus } from 'c/zendeskTicketService';

/** Something to tick; options of one group stand under its name. */
export interface FacetOption {
    readonly value: string;
    readonly label: string;
    readonly group?: string;
}

type StatusPart = Pick<TicketFilter, 'statuses' | 'customStatusIds'>;

const CATEGORIES: readonly TicketStatus[] = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];

/** What can be ticked: the statuses of the account under their categories, or the categories. */
export function statusOptions(known: readonly StatusChoice[]): readonly FacetOption[] {
    return CATEGORIES.flatMap((category): readonly FacetOption[] => {
        const members = membersOf(category, known);
        const group = statusLabel(category);
        return members.length
            ? members.map(({ id, label }) => ({
                  value: id,
                  label: agentStatusLabel(category, label),
                  group
              }))
            : [{ value: category, label: group }];
    });
}

/** What is ticked; a whole category is all that belongs to it. */
export function chosenStatuses(
    { statuses, customStatusIds }: TicketFilter,
    known: readonly StatusChoice[]
): readonly string[] {
    const ofCategories = (statuses ?? []).flatMap((category) => {
        const members = membersOf(category, known);
        return members.length ? members.map(({ id }) => id) : [category];
    });
    return [...ofCategories, ...(customStatusIds ?? [])];
}

/**
 * The filter for what is ticked. Zendesk's search can't look for statuses or categories in one search,
 * so it is whole categories or else single statuses; closed tickets have no status of their own and go
 * with whole categories only.
 */
export function statusPart(
    chosen: readonly string[],
    known: readonly StatusChoice[]
): Required<StatusPart> {
    const whole = CATEGORIES.filter((category) => isWhole(category, chosen, known));
    const covered = new Set(whole.flatMap((category) => membersOf(category, known).map(idOf)));
    const single = chosen.filter((value) => known.some(({ id }) => id === value));
    return single.every((id) => covered.has(id))
        ? { statuses: whole, customStatusIds: [] }
        : { statuses: [], customStatusIds: single };
}

function isWhole(
    category: TicketStatus,
    chosen: readonly string[],
    known: readonly StatusChoice[]
): boolean {
    const members = membersOf(category, known);
    return members.length
        ? members.every(({ id }) => chosen.includes(id))
        : chosen.includes(category);
}

function membersOf(
    category: TicketStatus,
    known: readonly StatusChoice[]
): readonly StatusChoice[] {
    return known.filter((status) => status.category === category);
}

function idOf({ id }: StatusChoice): string {
    return id;
}
