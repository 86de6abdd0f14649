import countByStatus from '@salesforce/apex/ZendeskTicketController.countByStatus';
import { TicketCounts } from 'c/zendeskTicketCounting';
import { noteOwnChange } from 'c/zendeskOwnChanges';
import { reported } from 'test/tickets';

import type { CountedList } from 'c/zendeskOwnCounts';
import type { ShownCounts } from 'c/zendeskTicketCounting';

jest.mock(
    '@salesforce/apex/ZendeskTicketController.countByStatus',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const ask = countByStatus as unknown as jest.Mock;
const LIST: CountedList = {
    recordId: '001000000000001AAA',
    filter: { types: ['task'] },
    rules: { hasWords: false, keeps: () => true }
};

describe('TicketCounts', () => {
    const shown: ShownCounts[] = [];

    function counter(): TicketCounts {
        shown.length = 0;
        return new TicketCounts((counted) => shown.push(counted));
    }

    beforeEach(() => {
        sessionStorage.clear();
        ask.mockReset();
        ask.mockResolvedValue([{ status: 'open', total: 7 }]);
    });

    it('counts what the filter keeps', async () => {
        await counter().load(LIST);

        expect(ask.mock.calls).toEqual([
            [{ recordId: LIST.recordId, view: { filter: { types: ['task'] } } }]
        ]);
        expect(shown.at(-1)).toEqual({ counts: [{ status: 'open', total: 7 }] });
    });

    it('follows a change of the user without asking again', async () => {
        const counts = counter();
        await counts.load(LIST);
        const ticket = { id: '9', status: 'open', updatedAt: '2026-05-06T12:00:00Z' } as const;
        noteOwnChange(LIST.recordId, { at: Date.now() + 1, ticket });

        counts.layOut();

        expect(shown.at(-1)).toEqual({ counts: [{ status: 'open', total: 8 }] });
        expect(ask).toHaveBeenCalledTimes(1);
    });

    it('says why there are none', async () => {
        ask.mockRejectedValue(reported('rate_limited', 'Wait 5 seconds.'));

        await counter().load(LIST);

        expect(shown.at(-1)).toMatchObject({ counts: [], problem: { message: 'Wait 5 seconds.' } });
    });

    it('drops an answer, or an error, that comes after a newer question', async () => {
        let fail: (reason: unknown) => void = () => undefined;
        ask.mockReturnValueOnce(new Promise((_, reject) => (fail = reject)));
        const counts = counter();
        const late = counts.load({ ...LIST, filter: {} });
        await counts.load(LIST);

        fail(reported('unavailable', 'Away.'));
        await late;

        expect(shown).toEqual([{ counts: [{ status: 'open', total: 7 }] }]);
    });

    it('drops an answer that nobody waits for any more, and leaves what is there', async () => {
        const counts = counter();
        await counts.load(LIST);
        const late = counts.load({ ...LIST, filter: {} });

        counts.expire();
        await late;

        expect(shown).toEqual([{ counts: [{ status: 'open', total: 7 }] }]);
    });

    it('forgets everything for another list, what is still to come included', async () => {
        const counts = counter();
        const late = counts.load(LIST);

        counts.clear();
        await late;

        expect(shown).toEqual([{ counts: [] }]);
    });
});
