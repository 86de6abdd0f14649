import GROUP_FIRST from '@salesforce/label/c.Zendesk_Field_GroupFirst';
import NO from '@salesforce/label/c.Zendesk_Value_No';
import OF_REQUESTER from '@salesforce/label/c.Zendesk_Field_OfRequester';
import YES from '@salesforce/label/c.Zendesk_Value_Yes';

import { optionsOf, statusOptionLabel } from 'c/zendeskFieldOptions';
import { exactDate } from 'c/zendeskFormats';
import { numbers } from 'c/zendeskNumbers';
import { findField, partyProperties, ticketProperties, titleOf } from 'c/zendeskTicketProperties';
import { isRequired, visibleFields } from 'c/zendeskTicketRules';
import { statusLabel } from 'c/zendeskTicketTerms';

import type { Choice, TicketDetail, TicketField, TicketLayout } from 'c/zendeskConversationService';
import type { OptionContext } from 'c/zendeskFieldOptions';
import type { StatusOption, Values } from 'c/zendeskTicketRules';
import type { TicketStatus } from 'c/zendeskTicketService';

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
    /** Of a lookup, e.g. `zen:user`; of an assignee, the group. */
    readonly target?: string;
    /** Of people and lookups: whether all that can be chosen are among the options. */
    readonly isListed?: boolean;
    readonly isRequired: boolean;
    readonly problem?: string;
}

/** What the views of a ticket are made of. */
export interface ViewContext extends OptionContext {
    readonly values: Values;
    /** The status that the ticket is about to have. */
    readonly target: StatusOption;
    /** Names of people, groups and so on, by id, beyond those that the ticket brought. */
    readonly names: ReadonlyMap<string, string>;
    /** What is wrong, by key or id of the field. */
    readonly problems: ReadonlyMap<string, string>;
}

const INPUTS: Readonly<Record<string, InputKind>> = {
    assignee: 'lookup',
    brand: 'choice',
    checkbox: 'checkbox',
    custom_status: 'choice',
    date: 'date',
    decimal: 'number',
    due: 'date',
    followers: 'people',
    form: 'choice',
    group: 'choice',
    integer: 'number',
    lookup: 'lookup',
    multiselect: 'choices',
    organization: 'choice',
    partialcreditcard: 'text',
    people: 'people',
    priority: 'choice',
    problem: 'lookup',
    regexp: 'text',
    requester: 'lookup',
    status: 'choice',
    subject: 'text',
    tagger: 'choice',
    tags: 'tags',
    text: 'text',
    textarea: 'textarea',
    tickettype: 'choice'
};

/**
 * To whom the ticket belongs, the fields of the form that show now, in its order, then what every ticket
 * has besides. The description is
 * the first comment, and with custom statuses the status follows from those.
 */
export function fieldViews(context: ViewContext): readonly FieldView[] {
    const { layout, values, ticket } = context;
    const hidden = layout.statuses.length ? ['description', 'status'] : ['description'];
    const ofForm = visibleFields(layout, values).filter(({ type }) => !hidden.includes(type));
    const type = values.get('type')?.text;
    const all = [...partyProperties(ticket), ...ofForm, ...ticketProperties(ticket, type)];
    return all.map((field) => toView(field, context));
}

/** What people call a field, and a value of it, when only its key or its id is known. */
export function describeField(
    key: string,
    text: string,
    layout: TicketLayout | undefined,
    names: ReadonlyMap<string, string>
): { readonly title: string; readonly display: string } {
    const field = findField(key, layout);
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

/** To whom a ticket belongs: its requester, and the organization for which they ask. */
export function partyOf(values: Values, names: ReadonlyMap<string, string>): string {
    const nameOfKey = (key: string) => names.get(values.get(key)?.text ?? '') ?? '';
    const organization = nameOfKey('organization_id');
    const requester = nameOfKey('requester_id');
    return organization ? `${requester} (${organization})` : requester;
}

/** A name for a value, as far as anything is known about it. */
export function nameOf(id: string, names: ReadonlyMap<string, string>): string {
    return names.get(id) ?? (/^\d+$/.test(id) ? `#${id}` : id);
}

/** Names of whoever and whatever a ticket mentions, by id. */
export function namesOf(ticket: TicketDetail | undefined): ReadonlyMap<string, string> {
    const choices = [
        ...(ticket?.names ?? []),
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
        help: helpOf(field, values),
        input: inputOf(field),
        text: field.key === 'due_at' ? text.slice(0, 10) : text,
        values: several,
        display: several.length
            ? several.map(({ label }) => label).join(', ')
            : displayOf(field, text, options, context),
        options,
        target: targetOf(field, values),
        isListed: isListed(field, context),
        isRequired: isRequired(layout, field, values, target),
        problem: problems.get(field.key) ?? problems.get(field.id)
    };
}

function helpOf({ type, title, description }: TicketField, values: Values): string | undefined {
    if (type === 'assignee' && !values.get('group_id')?.text) {
        return GROUP_FIRST;
    }
    if (type === 'organization') {
        return OF_REQUESTER;
    }
    return description === title ? undefined : description || undefined;
}

function isListed({ key, type }: TicketField, { choices }: ViewContext): boolean {
    return type === 'followers' || choices.get(key)?.isWhole === true;
}

function targetOf({ type, target }: TicketField, values: Values): string | undefined {
    return type === 'assignee' ? `assignee:${values.get('group_id')?.text ?? ''}` : target;
}

function inputOf({ type, isEditable }: TicketField): InputKind {
    return isEditable ? (INPUTS[type] ?? 'none') : 'none';
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
        case 'custom_status':
            return customStatusOf(text, options, context);
        case 'date':
        case 'due':
            return exactDate(text);
        case 'integer':
        case 'decimal':
            return numbers.show(text);
        case 'problem':
            return nameOf(text, context.names);
        case 'status':
            return statusLabel(text as TicketStatus);
        default:
            return labelOf(text, options, context);
    }
}

/** A closed ticket keeps the status with which it was solved. */
function customStatusOf(id: string, options: readonly Choice[], context: ViewContext): string {
    const isClosed = context.values.get('status')?.text === 'closed';
    return isClosed ? statusLabel('closed') : labelOf(id, options, context);
}

function labelOf(value: string, options: readonly Choice[], context: ViewContext): string {
    const { names, layout } = context;
    if (layout.form.id === value) {
        return layout.form.name ?? value;
    }
    const status = layout.statuses.find(({ id }) => id === value);
    return (
        options.find((option) => option.value === value)?.label ??
        (status && statusOptionLabel({ status: status.category, label: status.label })) ??
        (names.has(value) ? nameOf(value, names) : value)
    );
}
