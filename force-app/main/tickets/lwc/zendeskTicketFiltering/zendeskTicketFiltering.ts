import CLOSED_INCLUDED from '@salesforce/label/c.Zendesk_Filter_ClosedIncluded';
import NONE from '@salesforce/label/c.Zendesk_Filter_None';
import QUOTED from '@salesforce/label/c.Zendesk_Filter_Quoted';

import { formatLabel } from 'c/zendeskFormats';
import { priorityLabel, statusLabel, typeLabel } from 'c/zendeskTicketTerms';

import type { TicketFilter, TicketPriority, TicketType } from 'c/zendeskTicketService';

/** What a filter asks for, in words; empty when it keeps all but closed tickets. */
export function filterWords(filter: TicketFilter): readonly string[] {
    return [
        ...(filter.statuses ?? []).map(statusLabel),
        ...(filter.priorities ?? []).map(priorityWord),
        ...(filter.types ?? []).map(typeWord),
        ...(filter.text?.trim() ? [formatLabel(QUOTED, filter.text.trim())] : []),
        ...(filter.isClosedIncluded && !filter.statuses?.length ? [CLOSED_INCLUDED] : [])
    ];
}

/** Whether fewer tickets are shown than without it. */
export function isNarrowing(filter: TicketFilter): boolean {
    return filterWords({ ...filter, isClosedIncluded: false }).length > 0;
}

function priorityWord(priority: TicketPriority | 'none'): string {
    return priority === 'none' ? NONE : priorityLabel(priority);
}

function typeWord(type: TicketType | 'none'): string {
    return type === 'none' ? NONE : typeLabel(type);
}
