import { chosenStatuses, statusOptions, statusPart } from 'c/zendeskStatusFilter';

import type { StatusChoice } from 'c/zendeskConversationService';

function status(id: string, label: string, category: string): StatusChoice {
    return { id, label, category, isDefault: false };
}

const KNOWN = [
    status('10', 'New', 'new'),
    status('11', 'Open', 'open'),
    status('12', 'In development', 'open')
];

describe('statusOptions', () => {
    it('offers the statuses of the account under their categories', () => {
        expect(statusOptions(KNOWN).slice(0, 3)).toEqual([
            { value: '10', label: 'c.Zendesk_Status_New', group: 'c.Zendesk_Status_New' },
            { value: '11', label: 'c.Zendesk_Status_Open', group: 'c.Zendesk_Status_Open' },
            { value: '12', label: 'In development', group: 'c.Zendesk_Status_Open' }
        ]);
    });

    it('offers the categories where the account has no statuses of its own', () => {
        expect(statusOptions([]).map(({ value }) => value)).toEqual([
            'new',
            'open',
            'pending',
            'hold',
            'solved',
            'closed'
        ]);
    });
});

describe('statusPart', () => {
    it('looks for whole categories', () => {
        expect(statusPart(['11', '12', 'closed'], KNOWN)).toEqual({
            statuses: ['open', 'closed'],
            customStatusIds: []
        });
    });

    it('looks for single statuses where a category is not whole', () => {
        expect(statusPart(['10', '12'], KNOWN)).toEqual({
            statuses: [],
            customStatusIds: ['10', '12']
        });
    });

    it('looks for nothing when nothing is ticked', () => {
        expect(statusPart([], KNOWN)).toEqual({ statuses: [], customStatusIds: [] });
    });
});

describe('chosenStatuses', () => {
    it('ticks all of a category, and single statuses', () => {
        expect(chosenStatuses({ statuses: ['open', 'closed'] }, KNOWN)).toEqual([
            '11',
            '12',
            'closed'
        ]);
        expect(chosenStatuses({ customStatusIds: ['12'] }, KNOWN)).toEqual(['12']);
    });
});
