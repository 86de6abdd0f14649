import { noteOwnChange, toRow, withOwnChanges } from 'c/zendeskOwnChanges';
import { ticketOf } from 'test/tickets';

import type { Ticket } from 'c/zendeskTicketService';

const NOW = Date.parse('2026-05-06T12:00:00Z');
const RECORD = '001000000000001AAA';

function row(id: string, updatedAt: string, part: Partial<Ticket> = {}): Ticket {
    return { id, subject: `Subject ${id}`, status: 'open', updatedAt, ...part };
}

const old = row('1', '2026-05-06T10:00:00Z');
const mine = row('1', '2026-05-06T11:59:00Z', { subject: 'Mine' });

beforeEach(() => sessionStorage.clear());

describe('withOwnChanges', () => {
    it('lays an own change over what search still has', () => {
        noteOwnChange(RECORD, mine, NOW);

        expect(withOwnChanges(RECORD, [old], true, NOW)).toEqual([mine]);
    });

    it('lets what search knows to be later win', () => {
        noteOwnChange(RECORD, mine, NOW);
        const later = row('1', '2026-05-06T11:59:30Z');

        expect(withOwnChanges(RECORD, [later], true, NOW)).toEqual([later]);
    });

    it('puts a ticket that search does not have yet first, on the first page only', () => {
        noteOwnChange(RECORD, row('2', '2026-05-06T11:59:00Z'), NOW);

        expect(withOwnChanges(RECORD, [old], true, NOW).map(({ id }) => id)).toEqual(['2', '1']);
        expect(withOwnChanges(RECORD, [old], false, NOW).map(({ id }) => id)).toEqual(['1']);
    });

    it('takes a closed ticket out of the list of unclosed ones', () => {
        noteOwnChange(RECORD, { ...mine, status: 'closed' }, NOW);

        expect(withOwnChanges(RECORD, [old], true, NOW)).toEqual([]);
    });

    it('leaves closed tickets that search was asked for', () => {
        const closed = { ...old, status: 'closed' as const };

        expect(withOwnChanges(RECORD, [closed], true, NOW)).toEqual([closed]);
    });

    it('trusts search again after a few minutes', () => {
        noteOwnChange(RECORD, mine, NOW);

        expect(withOwnChanges(RECORD, [old], true, NOW + 6 * 60_000)).toEqual([old]);
    });

    it('shows changes only on the record where they were made', () => {
        noteOwnChange(RECORD, mine, NOW);

        expect(withOwnChanges('001000000000002AAA', [old], true, NOW)).toEqual([old]);
    });

    it('ignores what it can’t read', () => {
        noteOwnChange(RECORD, mine, NOW);
        sessionStorage.setItem(Object.keys(sessionStorage)[0] as string, '{broken');

        expect(withOwnChanges(RECORD, [old], true, NOW)).toEqual([old]);
    });
});

describe('toRow', () => {
    it('names requester and assignee', () => {
        const detail = ticketOf([
            { key: 'assignee_id', text: '22' },
            { key: 'priority', text: 'high' }
        ]);

        expect(toRow(detail)).toEqual({
            id: '35436',
            subject: 'Printer on fire',
            status: 'open',
            priority: 'high',
            requesterName: 'Rosa Diaz',
            assigneeName: undefined,
            updatedAt: '2026-05-06T08:46:13Z'
        });
    });
});
