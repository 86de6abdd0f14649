import { TicketPages } from 'c/zendeskTicketLoading';

import type { ListPages } from 'c/zendeskTicketLoading';
import type { Ticket, TicketListing } from 'c/zendeskTicketService';

function ticket(id: string): Ticket {
    return { id, status: 'open', updatedAt: '2026-05-06T08:46:13Z' };
}

describe('TicketPages', () => {
    const fetch = jest.fn();
    const shown: ListPages[] = [];

    beforeEach(() => fetch.mockReset());

    function pages(): TicketPages {
        shown.length = 0;
        return new TicketPages({
            fetch,
            accept: () => undefined,
            layOut: ({ tickets, total }) => ({ tickets, total }),
            show: (state) => shown.push(state)
        });
    }

    function answer(ids: readonly string[], part: Partial<TicketListing> = {}): unknown {
        return Promise.resolve({ answer: { tickets: ids.map(ticket), ...part } });
    }

    function lastIds(): readonly string[] | undefined {
        return shown.at(-1)?.tickets.map(({ id }) => id);
    }

    it('leaves a ticket that comes twice where it was first, and keeps the total', async () => {
        fetch.mockReturnValueOnce(answer(['1', '2'], { total: 3, nextCursor: 'next' }));
        fetch.mockReturnValueOnce(answer(['2', '3'], { total: 2 }));
        const list = pages();

        await list.loadFirst();
        await list.loadMore();

        expect(lastIds()).toEqual(['1', '2', '3']);
        expect(shown.at(-1)?.total).toBe(3);
    });

    it('drops a next page that comes after a newer first one', async () => {
        fetch.mockReturnValueOnce(answer(['1'], { nextCursor: 'next' }));
        const list = pages();
        await list.loadFirst();
        fetch.mockReturnValueOnce(answer(['2']));
        fetch.mockReturnValueOnce(answer(['3']));

        await Promise.all([list.loadMore(), list.loadFirst()]);

        expect(lastIds()).toEqual(['3']);
        expect(shown.at(-1)?.isLoadingMore).toBe(false);
    });

    it('asks for no next page while the first one is asked for anew', async () => {
        fetch.mockReturnValueOnce(answer(['1'], { nextCursor: 'next' }));
        const list = pages();
        await list.loadFirst();
        fetch.mockReturnValueOnce(answer(['2']));

        const reload = list.loadFirst();
        await list.loadMore();
        await reload;

        expect(fetch).toHaveBeenCalledTimes(2);
        expect(lastIds()).toEqual(['2']);
    });

    it('tries a next page again from where it failed', async () => {
        fetch.mockReturnValueOnce(answer(['1'], { nextCursor: 'next' }));
        fetch.mockReturnValueOnce(Promise.resolve({ problem: { code: 'x', message: 'Away.' } }));
        fetch.mockReturnValueOnce(answer(['2']));
        const list = pages();
        await list.loadFirst();

        await list.loadMore();
        expect(shown.at(-1)?.moreProblem).toMatchObject({ message: 'Away.' });
        await list.loadMore();

        expect(fetch).toHaveBeenLastCalledWith('next');
        expect(lastIds()).toEqual(['1', '2']);
        expect(shown.at(-1)?.moreProblem).toBeUndefined();
    });

    it('forgets everything for another list, what is still to come included', async () => {
        fetch.mockReturnValueOnce(Promise.resolve({ problem: { code: 'x', message: 'Away.' } }));
        const list = pages();
        await list.loadFirst();
        fetch.mockReturnValueOnce(answer(['1']));

        const late = list.loadFirst();
        list.clear();
        await late;

        expect(shown.at(-1)).toMatchObject({ listing: undefined, problem: undefined, tickets: [] });
    });

    it('hands out no listing that is no longer wanted', async () => {
        fetch.mockReturnValueOnce(answer(['1']));
        fetch.mockReturnValueOnce(answer(['2']));
        const list = pages();

        const [first, second] = await Promise.all([list.loadFirst(), list.loadFirst()]);

        expect(first).toBeUndefined();
        expect(second?.tickets.map(({ id }) => id)).toEqual(['2']);
    });
});
