import findAgentsOf from '@salesforce/apex/ZendeskTicketChoiceController.findAgents';
import findTargetsOf from '@salesforce/apex/ZendeskTicketChoiceController.findTargets';
import getFilterChoicesOf from '@salesforce/apex/ZendeskTicketChoiceController.getFilterChoices';
import getFormOf from '@salesforce/apex/ZendeskTicketChoiceController.getForm';
import listAssigneesOf from '@salesforce/apex/ZendeskTicketChoiceController.listAssignees';
import listChoicesOf from '@salesforce/apex/ZendeskTicketChoiceController.listChoices';
import listMacrosOf from '@salesforce/apex/ZendeskTicketChoiceController.listMacros';
import listOrganizationsOf from '@salesforce/apex/ZendeskTicketChoiceController.listOrganizations';
import listRequestersOf from '@salesforce/apex/ZendeskTicketChoiceController.listRequesters';
import nameTargetsOf from '@salesforce/apex/ZendeskTicketChoiceController.nameTargets';
import previewMacroOf from '@salesforce/apex/ZendeskTicketChoiceController.previewMacro';

import LOCALE from '@salesforce/i18n/locale';

import type { Choice, FieldValue, StatusChoice, TicketLayout } from 'c/zendeskConversationService';

/** What a macro would do. */
export interface Macro {
    readonly id: string;
    readonly values: readonly FieldValue[];
    readonly commentHtml?: string;
    /** Absent when the macro leaves it to the user. */
    readonly isCommentPublic?: boolean;
}

/** What a field can be given. */
export interface FoundChoices {
    readonly choices: readonly Choice[];
    /** Whether there are no others. */
    readonly isWhole: boolean;
}

const NOBODY: FoundChoices = { choices: [], isWhole: true };

interface Assignees {
    readonly agents: readonly Choice[];
    readonly isWhole: boolean;
}

/** By what tickets of the account can be filtered, besides what all accounts have. */
export interface FilterChoices {
    /** Empty when the account has no custom statuses. */
    readonly statuses: readonly StatusChoice[];
    readonly forms: readonly Choice[];
    readonly brands: readonly Choice[];
    readonly groups: readonly Choice[];
    readonly agents: readonly Choice[];
    /** Whether there may be more agents, who can be searched. */
    readonly hasMoreAgents: boolean;
}

/** Everything by which the list can be filtered. */
export function getFilterChoices(recordId: string): Promise<FilterChoices> {
    return getFilterChoicesOf({ recordId }) as Promise<FilterChoices>;
}

/** Agents of the account with these words in name or email. */
export function findAgents(recordId: string, text: string): Promise<readonly Choice[]> {
    return findAgentsOf({ recordId, text }) as Promise<readonly Choice[]>;
}

/** Another form with its fields. */
export function getForm(recordId: string, formId: string): Promise<TicketLayout> {
    return getFormOf({ recordId, formId }) as Promise<TicketLayout>;
}

/** All agents, forms, brands, or groups to which tickets can be assigned. */
function listChoices(
    recordId: string,
    kind: 'agents' | 'forms' | 'brands' | 'groups'
): Promise<readonly Choice[]> {
    return listChoicesOf({ recordId, kind }) as Promise<readonly Choice[]>;
}

/** Agents of a group to whom tickets can be assigned; where they are many, the first of them. */
async function listAssignees(recordId: string, groupId: string): Promise<FoundChoices> {
    const { agents, isWhole } = (await listAssigneesOf({ recordId, groupId })) as Assignees;
    return { choices: byLabel(agents), isWhole };
}

/** The people of the record. */
function listRequesters(recordId: string): Promise<readonly Choice[]> {
    return listRequestersOf({ recordId }) as Promise<readonly Choice[]>;
}

/** Organizations for which somebody can ask, their default one first. */
function listOrganizations(recordId: string, requesterId: string): Promise<readonly Choice[]> {
    return listOrganizationsOf({ recordId, requesterId }) as Promise<readonly Choice[]>;
}

/**
 * The choices of a field that have to be asked for.
 * @param leader on what they depend: the group of an assignee, the requester of an organization
 */
export async function choicesFor(
    recordId: string,
    key: string,
    leader: string | undefined
): Promise<FoundChoices | undefined> {
    switch (key) {
        case 'assignee_id':
            return leader ? listAssignees(recordId, leader) : NOBODY;
        case 'brand_id':
            return whole(listChoices(recordId, 'brands'));
        case 'group_id':
            return whole(listChoices(recordId, 'groups'));
        case 'followers':
            return whole(listChoices(recordId, 'agents'));
        case 'organization_id':
            return leader ? whole(listOrganizations(recordId, leader)) : NOBODY;
        case 'requester_id':
            return { choices: await listRequesters(recordId), isWhole: false };
        case 'ticket_form_id':
            return whole(listChoices(recordId, 'forms'));
        default:
            return undefined;
    }
}

async function whole(asked: Promise<readonly Choice[]>): Promise<FoundChoices> {
    return { choices: await asked, isWhole: true };
}

/** As the language of the user sorts names. */
function byLabel(choices: readonly Choice[]): readonly Choice[] {
    return [...choices].sort((one, other) => one.label.localeCompare(other.label, LOCALE));
}

/** What a lookup field can point to, e.g. `zen:user`, or who a ticket can be assigned to, by a name's beginning. */
export function findTargets(
    recordId: string,
    target: string,
    text: string
): Promise<readonly Choice[]> {
    return findTargetsOf({ recordId, target, text }) as Promise<readonly Choice[]>;
}

/** Names of whom and what the lookup fields of a ticket point to. */
export function nameTargets(recordId: string, ticketId: string): Promise<readonly Choice[]> {
    return nameTargetsOf({ recordId, ticketId }) as Promise<readonly Choice[]>;
}

/** Macros that the user's own agent may apply. */
export function listMacros(recordId: string): Promise<readonly Choice[]> {
    return listMacrosOf({ recordId }) as Promise<readonly Choice[]>;
}

/** What a macro would do to a ticket; nothing is changed. */
export function previewMacro(recordId: string, ticketId: string, macroId: string): Promise<Macro> {
    return previewMacroOf({ recordId, ticketId, macroId }) as Promise<Macro>;
}
