import { statusOptions } from 'c/zendeskTicketRules';
import { agentStatusLabel, priorityLabel, typeLabel } from 'c/zendeskTicketTerms';

import type { Choice, TicketDetail, TicketField, TicketLayout } from 'c/zendeskConversationService';
import type { FoundChoices } from 'c/zendeskChoiceService';
import type { StatusOption } from 'c/zendeskTicketRules';
import type { TicketPriority, TicketStatus, TicketType } from 'c/zendeskTicketService';

/** On what the options of a field depend. */
export interface OptionContext {
    readonly layout: TicketLayout;
    /** Absent for a new ticket. */
    readonly ticket?: TicketDetail;
    /** Choices that had to be asked for, by key of the field. */
    readonly choices: ReadonlyMap<string, FoundChoices>;
}

const PRIORITIES: readonly TicketPriority[] = ['low', 'normal', 'high', 'urgent'];
const TYPES: readonly TicketType[] = ['question', 'incident', 'problem', 'task'];

/** Among what a field can be chosen; empty for one that is typed. */
export function optionsOf(field: TicketField, context: OptionContext): readonly Choice[] {
    switch (field.type) {
        case 'priority':
            return offered(field, PRIORITIES, priorityLabel);
        case 'tickettype':
            return offered(field, TYPES, typeLabel);
        case 'status':
        case 'custom_status':
            return statusChoices(context);
        case 'tagger':
        case 'multiselect':
            return field.options.map(({ value, label }) => ({ value, label: optionLabel(label) }));
        default:
            return context.choices.get(field.key)?.choices ?? [];
    }
}

/** What agents call a status to which a ticket can go. */
export function statusOptionLabel({ status, label }: StatusOption): string {
    return agentStatusLabel(status as TicketStatus, label);
}

/** What the menus of Zendesk show for a nested option, `A::B`. */
export function optionLabel(label: string): string {
    return label.split('::').join(' › ');
}

/** Accounts may switch some of Zendesk's own values off. */
function offered<Value extends string>(
    field: TicketField,
    all: readonly Value[],
    labelOf: (value: Value) => string
): readonly Choice[] {
    const known = new Set(field.options.map(({ value }) => value));
    return all
        .filter((value) => known.size === 0 || known.has(value))
        .map((value) => ({ value, label: labelOf(value) }));
}

function statusChoices({ layout, ticket }: OptionContext): readonly Choice[] {
    const current = ticket?.values.find(({ key }) => key === 'status')?.text;
    return statusOptions(layout, current).map((option) => ({
        value: option.customStatusId ?? option.status,
        label: statusOptionLabel(option)
    }));
}
