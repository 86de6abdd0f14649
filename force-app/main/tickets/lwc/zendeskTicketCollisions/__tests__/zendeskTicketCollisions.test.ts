import { compare } from 'c/zendeskTicketCollisions';
import { startEditing, withChange, withDraftPart } from 'c/zendeskTicketEditing';
import { commentOf, field, layoutOf, openingOf, ticketOf } from 'test/tickets';

import type { TicketOpening } from 'c/zendeskConversationService';
import type { Editing } from 'c/zendeskTicketEditing';

const layout = layoutOf(
    [
        field('2', 'priority', { key: 'priority', title: 'Priority' }),
        field('4', 'integer', { title: 'Seats' }),
        field('9', 'custom_status', { key: 'custom_status_id', title: 'Ticket status' })
    ],
    {
        statuses: [
            { id: '70', label: 'Open', category: 'open', isDefault: true },
            { id: '77', label: 'Waiting', category: 'hold', isDefault: false },
            { id: '78', label: 'Built', category: 'open', isDefault: false }
        ]
    }
);

function start(): Editing {
    return startEditing(ticketOf([{ key: 'custom_status_id', text: '70' }]), layout);
}

function theirs(key: string, text: string): TicketOpening {
    return openingOf({
        ticket: ticketOf([
            { key: 'custom_status_id', text: '70' },
            { key, text }
        ])
    });
}

describe('compare', () => {
    it('shows both versions of what both changed', () => {
        const mine = withChange(start(), { key: 'priority', text: 'urgent' });

        expect(compare(mine, theirs('priority', 'high'), '1').fields).toEqual([
            {
                key: 'priority',
                title: 'c.Zendesk_Column_Priority',
                mine: 'c.Zendesk_Priority_Urgent',
                theirs: 'c.Zendesk_Priority_High'
            }
        ]);
    });

    it('shows nothing of what only one changed', () => {
        const mine = withChange(start(), { key: '4', text: '3' });

        expect(compare(mine, theirs('priority', 'high'), '1').fields).toEqual([]);
    });

    it('shows the status as which the user was about to submit', () => {
        const status = { status: 'hold', customStatusId: '77', label: 'Waiting' };
        const mine = withDraftPart(start(), { status });
        const opening = openingOf({ ticket: ticketOf([{ key: 'custom_status_id', text: '78' }]) });

        expect(compare(mine, opening, '1').fields).toEqual([
            {
                key: 'custom_status_id',
                title: 'c.Zendesk_Property_TicketStatus',
                mine: 'Waiting',
                theirs: 'Built'
            }
        ]);
    });

    it('tells that there is no way to save a version over a closed ticket', () => {
        expect(compare(start(), theirs('status', 'closed'), '1').isClosed).toBe(true);
        expect(compare(start(), theirs('status', 'solved'), '1').isClosed).toBe(false);
    });

    it('counts the comments after the one that the user saw last', () => {
        const comments = ['3', '2', '1'].map((id) => commentOf(id));
        const opening = openingOf({ conversation: { comments, people: [] } });

        expect(compare(start(), opening, '1').newComments).toBe(2);
        expect(compare(start(), opening, '3').newComments).toBe(0);
        expect(compare(start(), opening, undefined).newComments).toBe(3);
    });
});
