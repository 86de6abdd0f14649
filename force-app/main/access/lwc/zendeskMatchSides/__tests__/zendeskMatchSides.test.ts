import { sideLabel, sideOptions } from 'c/zendeskMatchSides';

describe('sides of Zendesk', () => {
    it('have words', () => {
        expect(sideLabel('requester_email')).toBe('c.Zendesk_Side_RequesterEmail');
        expect(sideOptions).toHaveLength(6);
        expect(sideOptions[0]).toEqual({
            value: 'organization_name',
            label: 'c.Zendesk_Side_OrganizationName'
        });
    });

    it('that there are not are shown as they are', () => {
        expect(sideLabel('garden')).toBe('garden');
    });
});
