import { optionsOf, statusOptionLabel } from 'c/zendeskFieldOptions';
import { field, layoutOf, ticketOf } from 'test/tickets';

import type { Choice, TicketField } from 'c/zendeskConversationService';

function options(asked: TicketField, found: readonly Choice[] = []): readonly Choice[] {
    const choices = new Map([[asked.key, { choices: found, isWhole: true }]]);
    return optionsOf(asked, { layout: layoutOf([asked]), ticket: ticketOf(), choices });
}

describe('optionsOf', () => {
    it('offers the priorities that the account uses', () => {
        const some = [{ value: 'high', label: 'High' }];

        expect(options(field('2', 'priority')).map(({ value }) => value)).toEqual([
            'low',
            'normal',
            'high',
            'urgent'
        ]);
        expect(options(field('2', 'priority', { options: some }))).toEqual([
            { value: 'high', label: 'c.Zendesk_Priority_High' }
        ]);
    });

    it('never offers a ticket in work to be new', () => {
        expect(options(field('3', 'status')).map(({ value }) => value)).not.toContain('new');
    });

    it('shows nested options as a path', () => {
        const nested = [{ value: 'maps_atlas', label: 'Maps::Atlas' }];

        expect(options(field('4', 'multiselect', { options: nested }))).toEqual([
            { value: 'maps_atlas', label: 'Maps › Atlas' }
        ]);
    });

    it('offers what was asked for, and nothing where values are typed', () => {
        const found = [{ value: '50', label: 'Support' }];

        expect(options(field('5', 'group'), found)).toEqual(found);
        expect(options(field('6', 'text'))).toEqual([]);
    });
});

describe('statusOptionLabel', () => {
    it('speaks the user’s language, unless somebody named the status', () => {
        expect(statusOptionLabel({ status: 'hold' })).toBe('c.Zendesk_Status_Hold');
        expect(statusOptionLabel({ status: 'hold', label: 'On-hold' })).toBe(
            'c.Zendesk_Status_Hold'
        );
        expect(statusOptionLabel({ status: 'hold', label: 'At the supplier' })).toBe(
            'At the supplier'
        );
    });
});
