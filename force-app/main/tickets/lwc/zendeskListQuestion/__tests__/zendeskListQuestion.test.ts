import { begunWith, OPENING, rulesOf, viewOf } from 'c/zendeskListQuestion';
import { ALL_RIGHTS } from 'test/tickets';

import type { Ticket, TicketListing } from 'c/zendeskTicketService';

const LISTING: TicketListing = {
    organizations: [],
    requesters: [],
    ownTicketIds: [],
    tickets: [],
    rights: ALL_RIGHTS,
    columns: [{ key: 'id' }, { key: 'subject' }]
};

describe('the question of a list', () => {
    it('leaves to the server with what to begin', () => {
        const page = { pageSize: 50, pageFilter: 'status: open', pageColumns: 'id' };

        expect(viewOf(OPENING, page, undefined)).toEqual({ isOpening: true, ...page });
    });

    it('goes on with what it began with', () => {
        const filter = { priorities: ['urgent'] } as const;
        const question = begunWith({ ...LISTING, filter, sort: 'priority', origin: 'org' });

        expect(question.origin).toBe('org');
        expect(viewOf(question, { pageSize: 50 }, 'next')).toEqual({
            filter,
            sort: 'priority',
            cursor: 'next',
            pageSize: 50,
            columns: ['id', 'subject']
        });
    });

    it('needs to name no order that is the usual one', () => {
        expect(viewOf(begunWith(LISTING), {}, undefined)).toMatchObject({
            filter: {},
            sort: undefined
        });
    });
});

describe('what belongs into a list', () => {
    const ticket: Ticket = { id: '1', status: 'open', assigneeId: '22', updatedAt: '' };

    it('is what the filter keeps, “me” being the user’s own agent', () => {
        const { keeps } = rulesOf({ ...OPENING, filter: { assigneeIds: ['me'] } }, '22');

        expect(keeps(ticket)).toBe(true);
        expect(keeps({ ...ticket, assigneeId: '23' })).toBe(false);
    });

    it('depends on order and words', () => {
        expect(rulesOf(OPENING, undefined)).toMatchObject({ isLatestFirst: true, hasWords: false });
        expect(
            rulesOf({ sort: 'priority', filter: { text: ' printer ' } }, undefined)
        ).toMatchObject({ isLatestFirst: false, hasWords: true });
    });
});
