import { attempt, withoutRepeats } from 'c/zendeskTicketLoading';
import { reported } from 'test/tickets';

import type { Ticket } from 'c/zendeskTicketService';

function ticket(id: string): Ticket {
    return { id, status: 'open', updatedAt: '2026-05-06T08:46:13Z' };
}

describe('attempt', () => {
    it('has the answer, or else the problem', async () => {
        expect(await attempt(Promise.resolve(7))).toEqual({ answer: 7 });
        expect(await attempt(Promise.reject(reported('unavailable', 'Away.')))).toMatchObject({
            problem: { code: 'unavailable', message: 'Away.' }
        });
    });
});

describe('withoutRepeats', () => {
    it('leaves a ticket that comes twice where it was first', () => {
        const rows = withoutRepeats([ticket('1'), ticket('2')], [ticket('2'), ticket('3')]);

        expect(rows.map(({ id }) => id)).toEqual(['1', '2', '3']);
    });
});
