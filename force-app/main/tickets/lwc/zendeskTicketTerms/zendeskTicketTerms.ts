import HIGH from '@salesforce/label/c.Zendesk_Priority_High';
import LOW from '@salesforce/label/c.Zendesk_Priority_Low';
import NORMAL from '@salesforce/label/c.Zendesk_Priority_Normal';
import URGENT from '@salesforce/label/c.Zendesk_Priority_Urgent';
import CLOSED from '@salesforce/label/c.Zendesk_Status_Closed';
import HOLD from '@salesforce/label/c.Zendesk_Status_Hold';
import NEW from '@salesforce/label/c.Zendesk_Status_New';
import OPEN from '@salesforce/label/c.Zendesk_Status_Open';
import PENDING from '@salesforce/label/c.Zendesk_Status_Pending';
import SOLVED from '@salesforce/label/c.Zendesk_Status_Solved';
import INCIDENT from '@salesforce/label/c.Zendesk_Type_Incident';
import PROBLEM from '@salesforce/label/c.Zendesk_Type_Problem';
import QUESTION from '@salesforce/label/c.Zendesk_Type_Question';
import TASK from '@salesforce/label/c.Zendesk_Type_Task';

import type { TicketPriority, TicketStatus, TicketType } from 'c/zendeskTicketService';

const STATUSES: Readonly<Record<TicketStatus, string>> = {
    new: NEW,
    open: OPEN,
    pending: PENDING,
    hold: HOLD,
    solved: SOLVED,
    closed: CLOSED
};

/** What Zendesk calls them in the language of the integration user. */
const USUAL_NAMES: Readonly<Record<string, string>> = {
    new: 'New',
    open: 'Open',
    pending: 'Pending',
    hold: 'On-hold',
    solved: 'Solved'
};

const PRIORITIES: Readonly<Record<TicketPriority, string>> = {
    urgent: URGENT,
    high: HIGH,
    normal: NORMAL,
    low: LOW
};

const TYPES: Readonly<Record<TicketType, string>> = {
    incident: INCIDENT,
    problem: PROBLEM,
    question: QUESTION,
    task: TASK
};

/** Zendesk's word for a status in the user's language. */
export function statusLabel(status: TicketStatus): string {
    return STATUSES[status];
}

/**
 * What agents call a status of an account with custom ones: in the user's language, as long as nobody
 * renamed it. A closed ticket keeps the status with which it was solved, and is closed all the same.
 */
export function agentStatusLabel(status: TicketStatus, agentLabel: string | undefined): string {
    const isOwnName = agentLabel && agentLabel !== USUAL_NAMES[status] && status !== 'closed';
    return isOwnName ? agentLabel : statusLabel(status);
}

/** Zendesk's word for a priority in the user's language; empty when the ticket has none. */
export function priorityLabel(priority: TicketPriority | undefined): string {
    return priority ? PRIORITIES[priority] : '';
}

/** Zendesk's word for a type in the user's language. */
export function typeLabel(type: TicketType): string {
    return TYPES[type];
}
