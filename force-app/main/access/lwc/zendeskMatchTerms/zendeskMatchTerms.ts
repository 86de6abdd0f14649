import BY_HAND from '@salesforce/label/c.Zendesk_Match_ByHand';
import BY_ORGANIZATION_EXTERNAL_ID from '@salesforce/label/c.Zendesk_Match_ByOrganizationExternalId';
import BY_ORGANIZATION_ID from '@salesforce/label/c.Zendesk_Match_ByOrganizationId';
import BY_ORGANIZATION_NAME from '@salesforce/label/c.Zendesk_Match_ByOrganizationName';
import BY_REQUESTER_EMAIL from '@salesforce/label/c.Zendesk_Match_ByRequesterEmail';
import BY_REQUESTER_EXTERNAL_ID from '@salesforce/label/c.Zendesk_Match_ByRequesterExternalId';
import BY_REQUESTER_ID from '@salesforce/label/c.Zendesk_Match_ByRequesterId';
import BY_SYNC from '@salesforce/label/c.Zendesk_Match_BySync';
import BY_TICKET from '@salesforce/label/c.Zendesk_Match_ByTicket';
import FIELD_EMPTY from '@salesforce/label/c.Zendesk_Match_FieldEmpty';
import NONE from '@salesforce/label/c.Zendesk_Match_None';
import ORGANIZATION from '@salesforce/label/c.Zendesk_Match_Organization';
import TICKET from '@salesforce/label/c.Zendesk_Match_Ticket';
import USER from '@salesforce/label/c.Zendesk_Match_User';

import { formatLabel } from 'c/zendeskFormats';

import type { Explanation, Found, Side } from 'c/zendeskMatchService';

const SIDES: Readonly<Record<Side, string>> = {
    organization_name: BY_ORGANIZATION_NAME,
    organization_external_id: BY_ORGANIZATION_EXTERNAL_ID,
    organization_id: BY_ORGANIZATION_ID,
    requester_email: BY_REQUESTER_EMAIL,
    requester_external_id: BY_REQUESTER_EXTERNAL_ID,
    requester_id: BY_REQUESTER_ID
};

const LINKED: Readonly<Record<'by_hand' | 'sync', string>> = {
    by_hand: BY_HAND,
    sync: BY_SYNC
};

const TYPES: Readonly<Record<Found['type'], string>> = {
    organization: ORGANIZATION,
    user: USER,
    ticket: TICKET
};

/** The word for an organization, a user or a ticket in the user's language. */
export function typeLabel(type: Found['type']): string {
    return TYPES[type];
}

/** One sentence that says why a record shows the tickets that it shows. */
export function explanationText(explanation: Explanation): string {
    const { outcome, source, side, fieldLabel, value } = explanation;
    if (outcome === 'field_empty') {
        return formatLabel(FIELD_EMPTY, fieldLabel);
    }
    if (outcome === 'no_match') {
        return formatLabel(NONE, fieldLabel, value ?? '');
    }
    if (explanation.found.length === 0) {
        return BY_TICKET;
    }
    return source === 'automatic'
        ? formatLabel(SIDES[side], fieldLabel, value ?? '')
        : LINKED[source];
}
