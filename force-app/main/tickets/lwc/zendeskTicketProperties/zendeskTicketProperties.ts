import ASSIGNEE from '@salesforce/label/c.Zendesk_Column_Assignee';
import BRAND from '@salesforce/label/c.Zendesk_Property_Brand';
import CCS from '@salesforce/label/c.Zendesk_Property_Ccs';
import COMMENT from '@salesforce/label/c.Zendesk_Macro_Comment';
import DUE from '@salesforce/label/c.Zendesk_Property_Due';
import FILES from '@salesforce/label/c.Zendesk_Files_Title';
import FOLLOWERS from '@salesforce/label/c.Zendesk_Property_Followers';
import FORM from '@salesforce/label/c.Zendesk_Property_Form';
import GROUP from '@salesforce/label/c.Zendesk_Property_Group';
import ORGANIZATION from '@salesforce/label/c.Zendesk_Property_Organization';
import PRIORITY from '@salesforce/label/c.Zendesk_Column_Priority';
import PROBLEM from '@salesforce/label/c.Zendesk_Type_Problem';
import REQUESTER from '@salesforce/label/c.Zendesk_Property_Requester';
import STATUS from '@salesforce/label/c.Zendesk_Column_Status';
import SUBJECT from '@salesforce/label/c.Zendesk_Column_Subject';
import TAGS from '@salesforce/label/c.Zendesk_Property_Tags';
import TICKET_STATUS from '@salesforce/label/c.Zendesk_Property_TicketStatus';
import TYPE from '@salesforce/label/c.Zendesk_Property_Type';

import type { TicketDetail, TicketField, TicketLayout } from 'c/zendeskConversationService';

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
    assignee_id: ASSIGNEE,
    brand_id: BRAND,
    comment: COMMENT,
    custom_status_id: TICKET_STATUS,
    due_at: DUE,
    email_ccs: CCS,
    followers: FOLLOWERS,
    group_id: GROUP,
    organization_id: ORGANIZATION,
    priority: PRIORITY,
    problem_id: PROBLEM,
    requester: REQUESTER,
    requester_id: REQUESTER,
    status: STATUS,
    subject: SUBJECT,
    tags: TAGS,
    ticket_form_id: FORM,
    type: TYPE,
    uploads: FILES
};

/** To whom a ticket belongs; of a new one it is asked elsewhere. */
export function partyProperties(ticket: TicketDetail | undefined): readonly TicketField[] {
    const requester = { ...property('requester_id', 'requester'), target: 'zen:user' };
    return ticket ? [requester, property('organization_id', 'organization')] : [];
}

/** What every ticket has beside the fields of its form: a task is due, an incident has a problem. */
export function ticketProperties(
    ticket: TicketDetail | undefined,
    type: string | undefined
): readonly TicketField[] {
    return [
        ...(type === 'task' ? [property('due_at', 'due')] : []),
        ...(type === 'incident'
            ? [{ ...property('problem_id', 'problem'), target: 'problem' }]
            : []),
        property('tags', 'tags'),
        property('email_ccs', 'people'),
        ...(ticket ? propertiesOfOne() : [property('brand_id', 'brand')])
    ];
}

/** A field of the form by its key or its id, or a property of tickets. */
export function findField(key: string, layout: TicketLayout | undefined): TicketField | undefined {
    const ofForm = layout?.fields.find((field) => field.key === key || field.id === key);
    const isProperty = PROPERTY_TITLES[key] !== undefined;
    const type = key === 'status' ? 'status' : 'text';
    return ofForm ?? (isProperty ? property(key, type) : undefined);
}

/** What users call a field. */
export function titleOf({ id, key, title }: TicketField): string {
    return (id !== key && SYSTEM_TITLES[title]) || title;
}

/** A new ticket chooses its form elsewhere, and has no followers. */
function propertiesOfOne(): readonly TicketField[] {
    return [
        property('followers', 'followers'),
        property('ticket_form_id', 'form'),
        property('brand_id', 'brand')
    ];
}

function property(key: string, type: string): TicketField {
    const title = PROPERTY_TITLES[key] ?? key;
    return { id: key, key, type, title, isRequiredToSolve: false, isEditable: true, options: [] };
}
