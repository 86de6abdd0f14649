import ASSIGNEE from '@salesforce/label/c.Zendesk_Column_Assignee';
import BRAND from '@salesforce/label/c.Zendesk_Property_Brand';
import CCS from '@salesforce/label/c.Zendesk_Property_Ccs';
import DUE from '@salesforce/label/c.Zendesk_Property_Due';
import FOLLOWERS from '@salesforce/label/c.Zendesk_Property_Followers';
import FORM from '@salesforce/label/c.Zendesk_Property_Form';
import GROUP from '@salesforce/label/c.Zendesk_Property_Group';
import NO from '@salesforce/label/c.Zendesk_Value_No';
import ORGANIZATION from '@salesforce/label/c.Zendesk_Property_Organization';
import PRIORITY from '@salesforce/label/c.Zendesk_Column_Priority';
import REQUESTER from '@salesforce/label/c.Zendesk_Property_Requester';
import STATUS from '@salesforce/label/c.Zendesk_Column_Status';
import SUBJECT from '@salesforce/label/c.Zendesk_Column_Subject';
import TAGS from '@salesforce/label/c.Zendesk_Property_Tags';
import TICKET_STATUS from '@salesforce/label/c.Zendesk_Property_TicketStatus';
import TYPE from '@salesforce/label/c.Zendesk_Property_Type';
import YES from '@salesforce/label/c.Zendesk_Value_Yes';

import { exactDate } from 'c/zendeskFormats';
import { isRequired, statusOptions, visibleFields } from 'c/zendeskTicketRules';
import { priorityLabel, statusLabel, typeLabel } from 'c/zendeskTicketTerms';

import type { Choice, TicketDetail, TicketField, TicketLayout } from 'c/zendeskConversationService';
import type { StatusOption, Values } from 'c/zendeskTicketRules';
import type { TicketPriority, TicketStatus, TicketType } from 'c/zendeskTicketService';

/** How a value is entered. */
export type InputKind =
    | 'text'
    | 'textarea'
    | 'number'
    | 'checkbox'
    | 'date'
    | 'choice'
    | 'choices'
    | 'tags'
    | 'people'
    | 'lookup'
    | 'none';

/** A field as a page shows it. */
export interface FieldView {
    readonly key: string;
    /** Zendesk's type, by which the value is written. */
    readonly type: string;
    readonly title: string;
    readonly help?: string;
    readonly input: InputKind;
    readonly text: string;
    readonly values: readonly Choice[];
    /** What a reader sees; empty when there is no value. */
    readonly display: string;
    readonly options: readonly Choice[];
    /** Of a lookup, e.g. `zen:user`. */
    readonly target?: string;
    readonly isRequired: boolean;
    readonly problem?: string;
}

/** What the views of a ticket are made of. */
export interface ViewContext {
    readonly layout: TicketLayout;
    readonly ticket?: TicketDetail;
    readonly values: Values;
    /** The status that the ticket is about to have. */
    readonly target: StatusOption;
    /** Names of people, groups and so on, by id, beyond those that the ticket brought. */
    readonly names: ReadonlyMap<string, string>;
    /** Choices that had to be asked for, by key of the field. */
    readonly choices: ReadonlyMap<string, readonly Choice[]>;
    /** What is wrong, by key or id of the field. */
    readonly problems: ReadonlyMap<string, string>;
}

const INPUTS: Readonly<Record<string, InputKind>> = {
    assignee: 'choice',
    brand: 'choice',
    checkbox: 'checkbox',
    custom_status: 'choice',
    date: 'date',
    decimal: 'number',
    due: 'date',
    form: 'choice',
    group: 'choice',
    integer: 'number',
    lookup: 'lookup',
    multiselect: 'choices',
    partialcreditcard: 'text',
    people: 'people',
    priority: 'choice',
    regexp: 'text',
    status: 'choice',
    subject: 'text',
    tagger: 'choice',
    tags: 'tags',
    text: 'text',
    textarea: 'textarea',
    tickettype: 'choice'
};

/**
 * Zendesk's own fields in the user's language, as long as nobody renamed them: what Zendesk sends is in
 * the language of the integration user.
 */
const SYSTEM_TITLES: Readonly<Record<string, string>> = {
    Assignee: ASSIGNEE,
    Group: GROUP,
    Priority: PRIORITY,
    Status: STATUS,
    Subject: SUBJECT,
    'Ticket status': TICKET_STATUS,
    Type: TYPE
};

const PROPERTY_TITLES: Readonly<Record<string, string>> = {
    brand_id: BRAND,
    due_at: DUE,
    organization_id: ORGANIZATION,
    requester_id: REQUESTER,
    status: STATUS,
    tags: TAGS,
    ticket_form_id: FORM
};

const PRIORITIES: readonly TicketPriority[] = ['low', 'normal', 'high', 'urgent'];
const TYPES: readonly TicketType[] = ['question', 'incident', 'problem', 'task'];

/**
 * The fields of the form that show now, in its order, then what every ticket has. The description is
 * the first comment, and with custom statuses the status follows from those.
 */
export function fieldViews(context: ViewContext): readonly FieldView[] {
    const { layout, values, ticket } = context;
    const hidden = layout.statuses.length ? ['description', 'status'] : ['description'];
    const ofForm = visibleFields(layout, values).filter(({ type }) => !hidden.includes(type));
    const type = values.get('type')?.text;
    return [...ofForm, ...properties(ticket, type)].map((field) => toView(field, context));
}

/** What people call a field, and a value of it, when only its key or its id is known. */
export function describeField(
    key: string,
    text: string,
    layout: TicketLayout | undefined,
    names: ReadonlyMap<string, string>
): { readonly title: string; readonly display: string } {
    const field = fieldOf(key, layout);
    if (!layout || !field) {
        return { title: key, display: nameOf(text, names) };
    }
    const context = {
        layout,
        names,
        values: new Map(),
        target: { status: 'open' },
        choices: new Map(),
        problems: new Map()
    };
    const display = displayOf(field, text, optionsOf(field, context), context);
    return { title: titleOf(field), display };
}

function fieldOf(key: string, layout: TicketLayout | undefined): TicketField | undefined {
    const ofForm = layout?.fields.find((field) => field.key === key || field.id === key);
    const title = PROPERTY_TITLES[key];
    return (
        ofForm ?? (title ? property(key, key === 'status' ? 'status' : 'text', title) : undefined)
    );
}

/** A name for a value, as far as anything is known about it. */
export function nameOf(id: string, names: ReadonlyMap<string, string>): string {
    return names.get(id) ?? (/^\d+$/.test(id) ? `#${id}` : id);
}

/** Names of whoever and whatever a ticket mentions, by id. */
export function namesOf(ticket: TicketDetail | undefined): ReadonlyMap<string, string> {
    const choices = [
        ...(ticket?.groups ?? []),
        ...(ticket?.organizations ?? []),
        ...(ticket?.brands ?? [])
    ];
    const people = (ticket?.people ?? []).map(({ id, name, email }) => ({
        value: id,
        label: name ?? email ?? id
    }));
    return new Map([...choices, ...people].map(({ value, label }) => [value, label]));
}

/** What the menus of Zendesk show for a nested option, `A::B`. */
export function optionLabel(label: string): string {
    return label.split('::').join(' › ');
}

function properties(ticket: TicketDetail | undefined, type?: string): readonly TicketField[] {
    return [
        ...(type === 'task' ? [property('due_at', 'due', DUE)] : []),
        property('tags', 'tags', TAGS),
        property('email_ccs', 'people', CCS),
        ...(ticket
            ? [
                  property('followers', 'people', FOLLOWERS),
                  property('ticket_form_id', 'form', FORM),
                  property('brand_id', 'brand', BRAND),
                  property('requester_id', 'requester', REQUESTER),
                  property('organization_id', 'organization', ORGANIZATION)
              ]
            : [property('brand_id', 'brand', BRAND)])
    ];
}

function property(key: string, type: string, title: string): TicketField {
    return { id: key, key, type, title, isRequiredToSolve: false, isEditable: true, options: [] };
}

function toView(field: TicketField, context: ViewContext): FieldView {
    const { layout, values, target, problems } = context;
    const value = values.get(field.key);
    const options = optionsOf(field, context);
    const text = value?.text ?? '';
    const several = (value?.values ?? []).map((item) => ({
        value: item,
        label: labelOf(item, options, context)
    }));
    return {
        key: field.key,
        type: field.type,
        title: titleOf(field),
        help: field.description === field.title ? undefined : field.description || undefined,
        input: inputOf(field),
        text: field.key === 'due_at' ? text.slice(0, 10) : text,
        values: several,
        display: several.length
            ? several.map(({ label }) => label).join(', ')
            : displayOf(field, text, options, context),
        options,
        target: field.target ?? (field.type === 'people' ? 'zen:user' : undefined),
        isRequired: isRequired(layout, field, values, target),
        problem: problems.get(field.key) ?? problems.get(field.id)
    };
}

function titleOf({ id, key, title }: TicketField): string {
    return (id !== key && SYSTEM_TITLES[title]) || title;
}

function inputOf({ type, isEditable }: TicketField): InputKind {
    return isEditable ? (INPUTS[type] ?? 'none') : 'none';
}

function optionsOf(field: TicketField, context: ViewContext): readonly Choice[] {
    switch (field.type) {
        case 'priority':
            return offered(field, PRIORITIES).map((value) => ({
                value,
                label: priorityLabel(value as TicketPriority)
            }));
        case 'tickettype':
            return offered(field, TYPES).map((value) => ({
                value,
                label: typeLabel(value as TicketType)
            }));
        case 'status':
        case 'custom_status':
            return statusChoices(context);
        case 'tagger':
        case 'multiselect':
            return field.options.map(({ value, label }) => ({ value, label: optionLabel(label) }));
        default:
            return context.choices.get(field.key) ?? [];
    }
}

/** Accounts may switch some of Zendesk's own values off. */
function offered(field: TicketField, all: readonly string[]): readonly string[] {
    const known = field.options.map(({ value }) => value);
    return known.length ? all.filter((value) => known.includes(value)) : all;
}

function statusChoices({ layout, ticket }: ViewContext): readonly Choice[] {
    const current = ticket?.values.find(({ key }) => key === 'status')?.text;
    return statusOptions(layout, current).map((option) => ({
        value: option.customStatusId ?? option.status,
        label: statusOptionLabel(option)
    }));
}

export function statusOptionLabel({ status, label }: StatusOption): string {
    return label ?? statusLabel(status as TicketStatus);
}

function displayOf(
    { type }: TicketField,
    text: string,
    options: readonly Choice[],
    context: ViewContext
): string {
    if (type === 'checkbox') {
        return ['true', '1'].includes(text) ? YES : NO;
    }
    if (text === '') {
        return '';
    }
    switch (type) {
        case 'date':
        case 'due':
            return exactDate(text);
        case 'status':
            return statusLabel(text as TicketStatus);
        default:
            return labelOf(text, options, context);
    }
}

function labelOf(value: string, options: readonly Choice[], context: ViewContext): string {
    const { names, layout } = context;
    if (layout.form.id === value) {
        return layout.form.name ?? value;
    }
    const status = layout.statuses.find(({ id }) => id === value);
    return (
        options.find((option) => option.value === value)?.label ??
        status?.label ??
        (names.has(value) ? nameOf(value, names) : value)
    );
}
