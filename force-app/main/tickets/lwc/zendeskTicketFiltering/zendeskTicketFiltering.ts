import ASSIGNEE from '@salesforce/label/c.Zendesk_Column_Assignee';
import PRIORITY from '@salesforce/label/c.Zendesk_Column_Priority';
import STATUS from '@salesforce/label/c.Zendesk_Column_Status';
import UPDATED from '@salesforce/label/c.Zendesk_Column_Updated';
import CLOSED_INCLUDED from '@salesforce/label/c.Zendesk_Filter_ClosedIncluded';
import ME from '@salesforce/label/c.Zendesk_Filter_Me';
import NOBODY from '@salesforce/label/c.Zendesk_Filter_Nobody';
import NONE from '@salesforce/label/c.Zendesk_Filter_None';
import PILL from '@salesforce/label/c.Zendesk_Filter_Pill';
import QUOTED from '@salesforce/label/c.Zendesk_Filter_Quoted';
import SINCE from '@salesforce/label/c.Zendesk_Filter_Since';
import UNTIL from '@salesforce/label/c.Zendesk_Filter_Until';
import BRAND from '@salesforce/label/c.Zendesk_Property_Brand';
import FORM from '@salesforce/label/c.Zendesk_Property_Form';
import GROUP from '@salesforce/label/c.Zendesk_Property_Group';
import TAGS from '@salesforce/label/c.Zendesk_Property_Tags';
import TYPE from '@salesforce/label/c.Zendesk_Property_Type';
import DAYS_TODAY from '@salesforce/label/c.Zendesk_Updated_Today';
import DAYS_7 from '@salesforce/label/c.Zendesk_Updated_Last7';
import DAYS_30 from '@salesforce/label/c.Zendesk_Updated_Last30';
import DAYS_90 from '@salesforce/label/c.Zendesk_Updated_Last90';

import { exactDate, formatLabel, todayOf } from 'c/zendeskFormats';
import { agentStatusLabel, priorityLabel, statusLabel, typeLabel } from 'c/zendeskTicketTerms';

import type { FilterChoices } from 'c/zendeskChoiceService';
import type {
    Ticket,
    TicketFilter,
    TicketPriority,
    TicketStatus,
    TicketType
} from 'c/zendeskTicketService';

/** A property of tickets with values of which one has to hold. */
export type FacetName =
    | 'statuses'
    | 'customStatusIds'
    | 'priorities'
    | 'types'
    | 'formIds'
    | 'brandIds'
    | 'groupIds'
    | 'assigneeIds'
    | 'tags';

/** One thing that a filter asks for, in words. */
export interface FilterPart {
    /** Of a facet: its name, a colon and the value; else the name of the part. */
    readonly name: string;
    readonly label: string;
}

/** Days that are offered as a span of time, with their names. */
export const UPDATED_SPANS: readonly { readonly days: number; readonly label: string }[] = [
    { days: 0, label: DAYS_TODAY },
    { days: 7, label: DAYS_7 },
    { days: 30, label: DAYS_30 },
    { days: 90, label: DAYS_90 }
];

interface Facet {
    readonly name: FacetName;
    readonly label: string;
    /** What a value is called; nothing as long as that is not known. */
    readonly nameOf: (value: string, choices: FilterChoices | undefined) => string | undefined;
    /** What a ticket has of it. */
    readonly valuesOf: (ticket: Ticket) => readonly (string | undefined)[];
}

const FACETS: readonly Facet[] = [
    {
        name: 'statuses',
        label: STATUS,
        nameOf: (value) => statusLabel(value as TicketStatus),
        valuesOf: ({ status }) => [status]
    },
    {
        name: 'customStatusIds',
        label: STATUS,
        nameOf: customStatusName,
        valuesOf: ({ customStatusId }) => [customStatusId]
    },
    {
        name: 'priorities',
        label: PRIORITY,
        nameOf: (value) => (value === 'none' ? NONE : priorityLabel(value as TicketPriority)),
        valuesOf: ({ priority }) => [priority ?? 'none']
    },
    {
        name: 'types',
        label: TYPE,
        nameOf: (value) => (value === 'none' ? NONE : typeLabel(value as TicketType)),
        valuesOf: ({ type }) => [type ?? 'none']
    },
    {
        name: 'formIds',
        label: FORM,
        nameOf: (value, choices) => labelOf(value, choices?.forms),
        valuesOf: ({ formId }) => [formId]
    },
    {
        name: 'brandIds',
        label: BRAND,
        nameOf: (value, choices) => labelOf(value, choices?.brands),
        valuesOf: ({ brandId }) => [brandId]
    },
    {
        name: 'groupIds',
        label: GROUP,
        nameOf: (value, choices) => labelOf(value, choices?.groups),
        valuesOf: ({ groupId }) => [groupId]
    },
    {
        name: 'assigneeIds',
        label: ASSIGNEE,
        nameOf: (value, choices) =>
            ({ me: ME, none: NOBODY })[value] ?? labelOf(value, choices?.agents),
        valuesOf: ({ assigneeId }) => [assigneeId ?? 'none']
    },
    { name: 'tags', label: TAGS, nameOf: (value) => value, valuesOf: ({ tags }) => tags ?? [] }
];

/** Facets whose values have names only in Zendesk. */
const NAMED: readonly FacetName[] = [
    'customStatusIds',
    'formIds',
    'brandIds',
    'groupIds',
    'assigneeIds'
];

/** What a filter asks for; empty when it keeps all but closed tickets. */
export function filterParts(
    filter: TicketFilter,
    choices: FilterChoices | undefined
): readonly FilterPart[] {
    return [
        ...FACETS.flatMap((facet) => facetParts(facet, filter, choices)),
        ...updatedParts(filter),
        ...textParts(filter),
        ...(filter.isClosedIncluded && !filter.statuses?.length
            ? [{ name: 'isClosedIncluded', label: CLOSED_INCLUDED }]
            : [])
    ];
}

/** The filter without one part of it. */
export function withoutPart(filter: TicketFilter, name: string): TicketFilter {
    const [key = '', ...rest] = name.split(':');
    const value = rest.join(':');
    const values = filter[key as FacetName];
    return Array.isArray(values)
        ? { ...filter, [key]: values.filter((other) => other !== value) }
        : { ...filter, [key]: undefined };
}

/** The filter for tickets of every status. */
export function withoutStatuses(filter: TicketFilter): TicketFilter {
    return { ...filter, statuses: [], customStatusIds: [], isClosedIncluded: true };
}

/** Whether fewer tickets are shown than without it. */
export function isNarrowing(filter: TicketFilter): boolean {
    return filterParts({ ...filter, isClosedIncluded: false }, undefined).length > 0;
}

/** Whether its parts have names that only Zendesk knows. */
export function needsNames(filter: TicketFilter): boolean {
    return NAMED.some((name) => filter[name]?.some((value) => !['me', 'none'].includes(value)));
}

/**
 * Whether a ticket that was changed right now is among those that a filter asks for; words are left to
 * Zendesk, which knows more of the ticket than its row.
 */
export function keeps(
    filter: TicketFilter,
    ticket: Ticket,
    { agentId, now }: { readonly agentId?: string; readonly now: number }
): boolean {
    const today = todayOf(now);
    const { updatedFrom = today, updatedTo = today } = filter;
    const hidesClosed = !filter.statuses?.length && !filter.isClosedIncluded;
    return (
        !(hidesClosed && ticket.status === 'closed') &&
        updatedFrom <= today &&
        today <= updatedTo &&
        FACETS.every((facet) => hasOne(facet, filter, ticket, agentId))
    );
}

function hasOne(
    { name, valuesOf }: Facet,
    filter: TicketFilter,
    ticket: Ticket,
    agentId: string | undefined
): boolean {
    const wanted = (filter[name] ?? []).map((value) => (value === 'me' ? agentId : value));
    return wanted.length === 0 || valuesOf(ticket).some((value) => wanted.includes(value));
}

function facetParts(
    { name, label, nameOf }: Facet,
    filter: TicketFilter,
    choices: FilterChoices | undefined
): readonly FilterPart[] {
    return (filter[name] ?? []).map((value) => ({
        name: `${name}:${value}`,
        label: formatLabel(PILL, label, nameOf(value, choices) ?? `#${value}`)
    }));
}

function updatedParts({ updatedDays, updatedFrom, updatedTo }: TicketFilter): FilterPart[] {
    const span = UPDATED_SPANS.find(({ days }) => days === updatedDays)?.label;
    return [
        { name: 'updatedDays', text: span },
        { name: 'updatedFrom', text: updatedFrom && formatLabel(SINCE, exactDate(updatedFrom)) },
        { name: 'updatedTo', text: updatedTo && formatLabel(UNTIL, exactDate(updatedTo)) }
    ]
        .filter(({ text }) => text)
        .map(({ name, text }) => ({ name, label: formatLabel(PILL, UPDATED, text) }));
}

function textParts({ text }: TicketFilter): readonly FilterPart[] {
    return text?.trim() ? [{ name: 'text', label: formatLabel(QUOTED, text.trim()) }] : [];
}

function customStatusName(id: string, choices: FilterChoices | undefined): string | undefined {
    const status = choices?.statuses.find((known) => known.id === id);
    return status && agentStatusLabel(status.category as TicketStatus, status.label);
}

function labelOf(
    value: string,
    choices: readonly { readonly value: string; readonly label: string }[] | undefined
): string | undefined {
    return choices?.find((choice) => choice.value === value)?.label;
}
