import ASSIGNEE from '@salesforce/label/c.Zendesk_Column_Assignee';
import CREATED from '@salesforce/label/c.Zendesk_Column_Created';
import ID from '@salesforce/label/c.Zendesk_Column_Id';
import PRIORITY from '@salesforce/label/c.Zendesk_Column_Priority';
import REQUESTER from '@salesforce/label/c.Zendesk_Column_Requester';
import STATUS from '@salesforce/label/c.Zendesk_Column_Status';
import SUBJECT from '@salesforce/label/c.Zendesk_Column_Subject';
import UPDATED from '@salesforce/label/c.Zendesk_Column_Updated';
import BRAND from '@salesforce/label/c.Zendesk_Property_Brand';
import DUE from '@salesforce/label/c.Zendesk_Property_Due';
import FORM from '@salesforce/label/c.Zendesk_Property_Form';
import GROUP from '@salesforce/label/c.Zendesk_Property_Group';
import ORGANIZATION from '@salesforce/label/c.Zendesk_Property_Organization';
import TAGS from '@salesforce/label/c.Zendesk_Property_Tags';
import TYPE from '@salesforce/label/c.Zendesk_Property_Type';
import DOWN from '@salesforce/label/c.Zendesk_Sort_Down';
import EARLIEST from '@salesforce/label/c.Zendesk_Sort_Earliest';
import LATEST from '@salesforce/label/c.Zendesk_Sort_Latest';
import UP from '@salesforce/label/c.Zendesk_Sort_Up';
import NO_SUBJECT from '@salesforce/label/c.Zendesk_Ticket_NoSubject';
import NO from '@salesforce/label/c.Zendesk_Value_No';
import YES from '@salesforce/label/c.Zendesk_Value_Yes';

import { optionLabel } from 'c/zendeskFieldOptions';
import { exactDate, formatLabel } from 'c/zendeskFormats';
import { numbers } from 'c/zendeskNumbers';
import { agentStatusLabel, priorityLabel, typeLabel } from 'c/zendeskTicketTerms';

import type { Choice } from 'c/zendeskConversationService';
import type { Ticket, TicketCell, TicketColumn } from 'c/zendeskTicketService';

const LABELS: Readonly<Record<string, string>> = {
    id: ID,
    subject: SUBJECT,
    status: STATUS,
    priority: PRIORITY,
    type: TYPE,
    requester: REQUESTER,
    assignee: ASSIGNEE,
    group: GROUP,
    organization: ORGANIZATION,
    brand: BRAND,
    form: FORM,
    tags: TAGS,
    created: CREATED,
    updated: UPDATED,
    due: DUE
};

/** By what Zendesk's search sorts, by the column that shows it. */
const SORT_FIELDS: Readonly<Record<string, string>> = {
    updated: 'updated_at',
    created: 'created_at',
    status: 'status',
    priority: 'priority',
    type: 'ticket_type'
};

const PROPERTIES: Readonly<Record<string, (ticket: Ticket) => string | undefined>> = {
    id: ({ id }) => `#${id}`,
    subject: ({ subject }) => subject || NO_SUBJECT,
    status: ({ customStatusName, status }) => agentStatusLabel(status, customStatusName),
    priority: ({ priority }) => priorityLabel(priority),
    type: ({ type }) => type && typeLabel(type),
    requester: ({ requesterName }) => requesterName,
    assignee: ({ assigneeName, assigneeId }) => nameOr(assigneeName, assigneeId),
    group: ({ groupName, groupId }) => nameOr(groupName, groupId),
    organization: ({ organizationName, organizationId }) =>
        nameOr(organizationName, organizationId),
    brand: ({ brandName, brandId }) => nameOr(brandName, brandId),
    form: ({ formName, formId }) => nameOr(formName, formId),
    tags: ({ tags }) => tags?.join(', '),
    due: ({ dueAt }) => dueAt && exactDate(dueAt)
};

/** Types of custom fields whose values are compared by their last digit. */
const NUMBERS: readonly (string | undefined)[] = ['integer', 'decimal'];

/** Zendesk's own properties that can be columns. */
export const STANDARD_COLUMNS: readonly TicketColumn[] = Object.keys(LABELS).map((key) => ({
    key
}));

/** The order of a list that nobody sorted. */
export const LATEST_FIRST = '-updated_at';

/** The columns of a list that nobody chose columns for. */
export const USUAL_COLUMNS: readonly string[] = [
    'id',
    'subject',
    'status',
    'priority',
    'requester',
    'assignee',
    'updated'
];

/** Every order that a list can have, for a menu. */
export function sortOptions(): readonly Choice[] {
    return Object.values(SORT_FIELDS).flatMap((field) =>
        [`-${field}`, field].map((value) => ({ value, label: sortLabel(value) }))
    );
}

/** An order in words, e.g. "Updated, latest first". */
export function sortLabel(sort: string): string {
    const field = sort.replace('-', '');
    const key = Object.keys(SORT_FIELDS).find((name) => SORT_FIELDS[name] === field) ?? field;
    const [down, up] = field.endsWith('_at') ? [LATEST, EARLIEST] : [DOWN, UP];
    return formatLabel(sort.startsWith('-') ? down : up, columnLabel({ key }));
}

export function columnLabel({ key, title }: TicketColumn): string {
    return title ?? LABELS[key] ?? key;
}

/** What Zendesk's search calls it; nothing when it does not sort by it. */
export function sortFieldOf({ key }: TicketColumn): string | undefined {
    return SORT_FIELDS[key];
}

export function isNumber({ type }: TicketColumn): boolean {
    return NUMBERS.includes(type);
}

/** The column by which a ticket is opened: its subject, else its id, else whatever comes first. */
export function openerOf(columns: readonly TicketColumn[]): string | undefined {
    const keys = columns.map(({ key }) => key);
    return ['subject', 'id'].find((key) => keys.includes(key)) ?? keys[0];
}

/** The time that a column shows, as far as it shows one. */
export function timeOf({ key }: TicketColumn, ticket: Ticket): string | undefined {
    return { created: ticket.createdAt, updated: ticket.updatedAt }[key];
}

/** Where the name of what a lookup column points to is found. */
export function lookupKey(key: string, id: string): string {
    return `${key} ${id}`;
}

/**
 * What a column shows of a ticket; empty when there is nothing.
 * @param names of what lookup columns point to, by `lookupKey`
 */
export function textOf(
    column: TicketColumn,
    ticket: Ticket,
    names: ReadonlyMap<string, string>
): string {
    const cell = ticket.cells?.find(({ key }) => key === column.key);
    return cell ? cellText(cell, column, names) : (PROPERTIES[column.key]?.(ticket) ?? '');
}

/** Something that has no name any more still tells that it is there. */
function nameOr(name: string | undefined, id: string | undefined): string | undefined {
    return name ?? (id && `#${id}`);
}

function cellText(
    { labels, values }: TicketCell,
    { key, type }: TicketColumn,
    names: ReadonlyMap<string, string>
): string {
    return type === 'lookup'
        ? values.map((id) => names.get(lookupKey(key, id)) ?? `#${id}`).join(', ')
        : labels.map((label) => valueText(label, type)).join(', ');
}

function valueText(text: string, type: string | undefined): string {
    switch (type) {
        case 'checkbox':
            return text === 'true' ? YES : NO;
        case 'date':
            return exactDate(text);
        case 'integer':
        case 'decimal':
            return numbers.show(text);
        case 'multiselect':
        case 'tagger':
            return optionLabel(text);
        default:
            return text;
    }
}
