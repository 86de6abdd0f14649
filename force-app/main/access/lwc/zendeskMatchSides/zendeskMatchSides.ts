import ORGANIZATION_EXTERNAL_ID from '@salesforce/label/c.Zendesk_Side_OrganizationExternalId';
import ORGANIZATION_ID from '@salesforce/label/c.Zendesk_Side_OrganizationId';
import ORGANIZATION_NAME from '@salesforce/label/c.Zendesk_Side_OrganizationName';
import REQUESTER_EMAIL from '@salesforce/label/c.Zendesk_Side_RequesterEmail';
import REQUESTER_EXTERNAL_ID from '@salesforce/label/c.Zendesk_Side_RequesterExternalId';
import REQUESTER_ID from '@salesforce/label/c.Zendesk_Side_RequesterId';

import type { Side } from 'c/zendeskMatchService';

const LABELS: Readonly<Record<Side, string>> = {
    organization_name: ORGANIZATION_NAME,
    organization_external_id: ORGANIZATION_EXTERNAL_ID,
    organization_id: ORGANIZATION_ID,
    requester_email: REQUESTER_EMAIL,
    requester_external_id: REQUESTER_EXTERNAL_ID,
    requester_id: REQUESTER_ID
};

/** What in Zendesk can be compared, for a combobox. */
export const sideOptions = Object.entries(LABELS).map(([value, label]) => ({ value, label }));

/** The words for what is compared; of a rule that is broken, what it says. */
export function sideLabel(side: string): string {
    return LABELS[side as Side] ?? side;
}
