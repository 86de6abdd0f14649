import { explanationText, typeLabel } from 'c/zendeskMatchTerms';

import type { Explanation, Side } from 'c/zendeskMatchService';

const ACME = { type: 'organization', id: '14', name: 'ACME' } as const;

function explanation(part: Partial<Explanation>): Explanation {
    return {
        outcome: 'matched',
        source: 'automatic',
        side: 'organization_name',
        fieldLabel: 'Account Name',
        value: 'Acme',
        found: [ACME],
        tickets: [],
        mayLink: false,
        ...part
    };
}

describe('explanationText', () => {
    it.each<[Side, string]>([
        ['organization_name', 'c.Zendesk_Match_ByOrganizationName'],
        ['organization_external_id', 'c.Zendesk_Match_ByOrganizationExternalId'],
        ['organization_id', 'c.Zendesk_Match_ByOrganizationId'],
        ['requester_email', 'c.Zendesk_Match_ByRequesterEmail'],
        ['requester_external_id', 'c.Zendesk_Match_ByRequesterExternalId'],
        ['requester_id', 'c.Zendesk_Match_ByRequesterId']
    ])('names the side that was compared: %s', (side, label) => {
        expect(explanationText(explanation({ side }))).toBe(label);
    });

    it('tells a link by hand and by sync from what was found automatically', () => {
        expect(explanationText(explanation({ source: 'by_hand' }))).toBe('c.Zendesk_Match_ByHand');
        expect(explanationText(explanation({ source: 'sync' }))).toBe('c.Zendesk_Match_BySync');
    });

    it('tells an empty field from a value that matches nothing', () => {
        expect(explanationText(explanation({ outcome: 'field_empty', found: [] }))).toBe(
            'c.Zendesk_Match_FieldEmpty'
        );
        expect(explanationText(explanation({ outcome: 'no_match', found: [] }))).toBe(
            'c.Zendesk_Match_None'
        );
    });

    it('tells when nothing but the ticket of the case is reached', () => {
        expect(explanationText(explanation({ found: [] }))).toBe('c.Zendesk_Match_ByTicket');
    });
});

describe('typeLabel', () => {
    it('has a word for each type', () => {
        expect(typeLabel('organization')).toBe('c.Zendesk_Match_Organization');
        expect(typeLabel('user')).toBe('c.Zendesk_Match_User');
        expect(typeLabel('ticket')).toBe('c.Zendesk_Match_Ticket');
    });
});
