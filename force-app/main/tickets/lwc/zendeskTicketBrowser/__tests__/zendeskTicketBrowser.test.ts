import countByStatus from '@salesforce/apex/ZendeskTicketController.countByStatus';
import listTickets from '@salesforce/apex/ZendeskTicketController.listTickets';
import ZendeskTicketView from 'c/zendeskTicketView';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { ALL_RIGHTS, ticketOf } from 'test/tickets';

import type { Ticket, TicketFilter, TicketListing } from 'c/zendeskTicketService';

jest.mock(
    '@salesforce/apex/ZendeskTicketController.listTickets',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

jest.mock(
    '@salesforce/apex/ZendeskTicketController.countByStatus',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const answer = listTickets as unknown as jest.Mock;
const counted = countByStatus as unknown as jest.Mock;

beforeEach(() => {
    counted.mockResolvedValue([]);
    globalThis.IntersectionObserver = jest.fn(() => ({
        observe: jest.fn(),
        disconnect: jest.fn()
    })) as unknown as typeof IntersectionObserver;
});

function ticket(id: string): Ticket {
    return { id, subject: `Subject ${id}`, status: 'open', updatedAt: '2026-05-06T08:46:13Z' };
}

function listing(part: Partial<TicketListing>): TicketListing {
    const organizations = [{ id: '14000000000001', name: 'ACME' }];
    return {
        matchValue: 'Acme',
        organizations,
        requesters: [],
        ownTicketIds: [],
        tickets: [],
        total: 0,
        rights: ALL_RIGHTS,
        ...part
    };
}

function reported(code: string, message: string): unknown {
    return { body: { message: JSON.stringify({ code, message }) } };
}

async function mountView(): Promise<HTMLElement> {
    const view = mount<HTMLElement>('c-zendesk-ticket-view', ZendeskTicketView, {
        recordId: '001000000000001AAA'
    });
    await settle();
    return view;
}

function shownTickets(view: HTMLElement): readonly string[] {
    const list = find<HTMLElement & { tickets: readonly Ticket[] }>(view, 'c-zendesk-ticket-list');
    return list.tickets.map(({ id }) => id);
}

describe('c-zendesk-ticket-view', () => {
    it('shows that it is loading until the answer is there', async () => {
        answer.mockReturnValue(new Promise(() => undefined));
        const view = await mountView();

        expect(findAll(view, 'lightning-spinner')).toHaveLength(1);
        expect(find(view, '[aria-busy]').getAttribute('aria-busy')).toBe('true');
        await expect(view).toBeAccessible();
    });

    it('lists the tickets of its record and says why these', async () => {
        answer.mockResolvedValue(listing({ tickets: [ticket('1'), ticket('2')], total: 2 }));
        const view = await mountView();

        expect(answer).toHaveBeenCalledWith({ recordId: '001000000000001AAA', view: {} });
        expect(shownTickets(view)).toEqual(['1', '2']);
        expect(textOf(view)).toContain('c.Zendesk_List_Explanation');
        expect(textOf(view)).not.toContain('c.Zendesk_List_End');
        await expect(view).toBeAccessible();
    });

    it('tells when nothing matches', async () => {
        answer.mockResolvedValue(listing({ organizations: [] }));
        const view = await mountView();

        expect(textOf(view)).toContain('c.Zendesk_List_NoMatchTitle');
        await expect(view).toBeAccessible();
    });

    it('tells when the organization has no tickets', async () => {
        answer.mockResolvedValue(listing({}));
        const view = await mountView();

        expect(textOf(view)).toContain('c.Zendesk_List_NoTicketsTitle');
        await expect(view).toBeAccessible();
    });

    it('tells the reason when access is refused, and offers no retry', async () => {
        answer.mockRejectedValue(reported('access_gate_profile_not_selected', 'Not your profile.'));
        const view = await mountView();

        expect(textOf(view)).toContain('c.Zendesk_Access_Title');
        expect(textOf(view)).toContain('Not your profile.');
        expect(findAll(view, 'c-zendesk-error-panel')).toHaveLength(0);
        await expect(view).toBeAccessible();
    });

    it('recovers from an error by another try', async () => {
        answer.mockRejectedValueOnce(reported('unavailable', 'Zendesk did not answer.'));
        answer.mockResolvedValueOnce(listing({ tickets: [ticket('1')], total: 1 }));
        const view = await mountView();
        expect(textOf(view)).toContain('Zendesk did not answer.');
        await expect(view).toBeAccessible();

        find(view, 'c-zendesk-error-panel').dispatchEvent(new CustomEvent('retry'));
        await settle();

        expect(shownTickets(view)).toEqual(['1']);
        expect(textOf(view)).not.toContain('Zendesk did not answer.');
    });

    it('adds the next page once, however often it is asked', async () => {
        answer.mockResolvedValueOnce(
            listing({ tickets: [ticket('1')], total: 3, nextCursor: '2' })
        );
        answer.mockResolvedValueOnce(listing({ tickets: [ticket('1'), ticket('2')], total: 3 }));
        const view = await mountView();

        find(view, 'c-zendesk-ticket-list').dispatchEvent(new CustomEvent('more'));
        find(view, 'c-zendesk-ticket-list').dispatchEvent(new CustomEvent('more'));
        await settle();

        expect(answer).toHaveBeenCalledTimes(2);
        expect(answer.mock.calls[1]).toEqual([
            { recordId: '001000000000001AAA', view: { cursor: '2' } }
        ]);
        expect(shownTickets(view)).toEqual(['1', '2']);
    });

    it('keeps the tickets shown when the next page fails, and tries that page again', async () => {
        answer.mockResolvedValueOnce(
            listing({ tickets: [ticket('1')], total: 2, nextCursor: '2' })
        );
        answer.mockRejectedValueOnce(reported('rate_limited', 'Wait 5 seconds.'));
        answer.mockResolvedValueOnce(listing({ tickets: [ticket('2')], total: 2 }));
        const view = await mountView();
        find(view, 'c-zendesk-ticket-list').dispatchEvent(new CustomEvent('more'));
        await settle();
        expect(shownTickets(view)).toEqual(['1']);
        expect(textOf(view)).toContain('Wait 5 seconds.');

        find(view, 'c-zendesk-error-panel').dispatchEvent(new CustomEvent('retry'));
        await settle();

        expect(shownTickets(view)).toEqual(['1', '2']);
    });

    it('says plainly when Zendesk does not hand out the rest', async () => {
        answer.mockResolvedValue(listing({ tickets: [ticket('1')], total: 1200 }));
        const view = await mountView();

        expect(textOf(view)).toContain('c.Zendesk_List_End');
    });

    it('drops an answer that comes after the page moved to another record', async () => {
        let answerFirst: (value: TicketListing) => void = () => undefined;
        answer.mockReturnValueOnce(new Promise((resolve) => (answerFirst = resolve)));
        answer.mockResolvedValueOnce(listing({ tickets: [ticket('2')], total: 1 }));
        const view = await mountView();
        (view as HTMLElement & { recordId: string }).recordId = '001000000000002AAA';
        await settle();

        answerFirst(listing({ tickets: [ticket('1')], total: 1 }));
        await settle();

        expect(shownTickets(view)).toEqual(['2']);
    });

    it('reloads when asked', async () => {
        answer.mockResolvedValue(listing({ tickets: [ticket('1')], total: 1 }));
        const view = await mountView();

        find(view, 'lightning-button-icon').click();
        await settle();

        expect(answer).toHaveBeenCalledTimes(2);
    });

    it('tells when the field that is compared is empty', async () => {
        answer.mockResolvedValue(listing({ organizations: [], matchValue: undefined }));
        const view = await mountView();

        expect(textOf(view)).toContain('c.Zendesk_List_NoValue');
    });

    it('lists what requesters and a case reach, and says so', async () => {
        answer.mockResolvedValue(
            listing({
                organizations: [],
                requesters: [{ id: '21', name: 'Rosa Diaz' }],
                ownTicketIds: ['1'],
                tickets: [ticket('1')],
                nextCursor: '1.1'
            })
        );
        const view = await mountView();

        expect(shownTickets(view)).toEqual(['1']);
        expect(textOf(view)).toContain('c.Zendesk_List_ExplanationOwn');
        expect(textOf(view)).toContain('c.Zendesk_List_ExplanationRequester');
        expect(textOf(view)).not.toContain('c.Zendesk_List_Explanation ');
    });

    it('keeps to the title and the page size of App Builder', async () => {
        answer.mockResolvedValue(listing({ tickets: [ticket('1')], total: 1 }));
        const view = mount<HTMLElement>('c-zendesk-ticket-view', ZendeskTicketView, {
            recordId: '001000000000001AAA',
            cardTitle: 'Support',
            pageSize: 50
        });
        await settle();

        expect(find(view, 'lightning-card')).toMatchObject({ title: 'Support' });
        expect(answer.mock.calls).toEqual([
            [{ recordId: '001000000000001AAA', view: { pageSize: 50 } }]
        ]);
    });

    it('goes on to the next part of the list when the first is empty', async () => {
        answer.mockResolvedValue(listing({ tickets: [], nextCursor: '1.1' }));
        const view = await mountView();

        expect(findAll(view, 'c-zendesk-ticket-list')).toHaveLength(1);
        expect(textOf(view)).not.toContain('c.Zendesk_List_NoTicketsTitle');
    });

    it('asks Zendesk to sort when another order is chosen', async () => {
        answer.mockResolvedValue(listing({ tickets: [ticket('1')], total: 1 }));
        const view = await mountView();

        find(view, 'c-zendesk-ticket-list').dispatchEvent(
            new CustomEvent('sort', { detail: 'priority' })
        );
        await settle();

        expect(answer).toHaveBeenLastCalledWith({
            recordId: '001000000000001AAA',
            view: { sort: 'priority' }
        });
        expect(find(view, 'c-zendesk-ticket-list')).toMatchObject({ sort: 'priority' });
        expect(textOf(view)).toContain('c.Zendesk_List_SortedUp');
    });

    describe('with filters', () => {
        async function filterBy(view: HTMLElement, filter: TicketFilter): Promise<void> {
            find(view, '.filter').click();
            await settle();
            find(view, 'c-zendesk-ticket-filters').dispatchEvent(
                new CustomEvent('filterchange', { detail: filter })
            );
            await settle();
        }

        beforeEach(() => {
            sessionStorage.clear();
            answer.mockResolvedValue(listing({ tickets: [ticket('1')], total: 1 }));
        });

        it('opens them on demand', async () => {
            const view = await mountView();
            expect(findAll(view, 'c-zendesk-ticket-filters')).toHaveLength(0);

            find(view, '.filter').click();
            await settle();

            expect(findAll(view, 'c-zendesk-ticket-filters')).toHaveLength(1);
            await expect(view).toBeAccessible();
        });

        it('lists what the filter keeps and says so', async () => {
            const view = await mountView();

            await filterBy(view, { priorities: ['urgent'], text: 'printer' });

            expect(answer).toHaveBeenLastCalledWith({
                recordId: '001000000000001AAA',
                view: { priorities: ['urgent'], text: 'printer' }
            });
            expect(textOf(view)).toContain('c.Zendesk_List_Filtered');
            expect(textOf(view)).toContain('c.Zendesk_List_UnclosedOnly');
        });

        it('tells when the filter hides all tickets, and clears it', async () => {
            const view = await mountView();
            answer.mockResolvedValueOnce(listing({}));
            await filterBy(view, { types: ['task'] });
            expect(textOf(view)).toContain('c.Zendesk_List_AllFilteredTitle');
            expect(textOf(view)).not.toContain('c.Zendesk_List_NoTicketsTitle');
            await expect(view).toBeAccessible();

            find(view, '.clear').click();
            await settle();

            expect(answer).toHaveBeenLastCalledWith({ recordId: '001000000000001AAA', view: {} });
            expect(shownTickets(view)).toEqual(['1']);
        });

        it('shows counts after the rows and filters by the status chosen there', async () => {
            counted.mockResolvedValue([{ status: 'open', total: 7 }]);
            const view = await mountView();

            find(view, 'c-zendesk-status-counts').dispatchEvent(
                new CustomEvent('statuseschange', { detail: ['open'] })
            );
            await settle();

            expect(answer).toHaveBeenLastCalledWith({
                recordId: '001000000000001AAA',
                view: { statuses: ['open'] }
            });
            expect(find(view, 'c-zendesk-status-counts')).toMatchObject({ chosen: ['open'] });
        });

        it('keeps the rows when counting fails, and says why', async () => {
            counted.mockRejectedValue(reported('rate_limited', 'Wait 5 seconds.'));
            const view = await mountView();

            expect(shownTickets(view)).toEqual(['1']);
            expect(textOf(view)).toContain('Wait 5 seconds.');
        });

        it('starts anew on another record', async () => {
            const view = await mountView();
            await filterBy(view, { types: ['task'] });

            Object.assign(view, { recordId: '001000000000002AAA' });
            await settle();

            expect(answer).toHaveBeenLastCalledWith({ recordId: '001000000000002AAA', view: {} });
        });
    });

    describe('with a ticket in its place', () => {
        async function open(view: HTMLElement, id: string): Promise<void> {
            find(view, 'c-zendesk-ticket-list').dispatchEvent(
                new CustomEvent('open', { detail: id })
            );
            await settle();
        }

        beforeEach(() => {
            sessionStorage.clear();
            answer.mockResolvedValue(listing({ tickets: [ticket('1'), ticket('2')], total: 2 }));
        });

        it('opens a ticket and keeps the list behind it', async () => {
            const view = await mountView();

            await open(view, '2');

            expect(find(view, 'c-zendesk-ticket-detail')).toMatchObject({ ticketId: '2' });
            expect(find(view, '[aria-busy]').className).toBe('slds-hide');
            await expect(view).toBeAccessible();
        });

        it('comes back to the row it came from', async () => {
            const view = await mountView();
            await open(view, '2');
            const list = find<HTMLElement & { focusTicket: jest.Mock }>(
                view,
                'c-zendesk-ticket-list'
            );
            list.focusTicket = jest.fn();

            find(view, 'c-zendesk-ticket-detail').dispatchEvent(new CustomEvent('back'));
            await settle();

            expect(findAll(view, 'c-zendesk-ticket-detail')).toHaveLength(0);
            expect(list.focusTicket).toHaveBeenCalledWith('2');
            expect(answer).toHaveBeenCalledTimes(1);
        });

        it('shows a change in the row at once', async () => {
            const view = await mountView();
            await open(view, '2');
            const changed = ticketOf([{ key: 'status', text: 'solved' }], { id: '2' });

            find(view, 'c-zendesk-ticket-detail').dispatchEvent(
                new CustomEvent('ticketchange', { detail: changed })
            );
            await settle();

            const { tickets } = find<HTMLElement & { tickets: readonly Ticket[] }>(
                view,
                'c-zendesk-ticket-list'
            );
            expect(tickets[1]).toMatchObject({ id: '2', status: 'solved' });
        });

        it('closes the ticket when the page shows another record', async () => {
            const view = await mountView();
            await open(view, '2');

            Object.assign(view, { recordId: '001000000000002AAA' });
            await settle();

            expect(findAll(view, 'c-zendesk-ticket-detail')).toHaveLength(0);
        });
    });

    describe('with a new ticket in its place', () => {
        async function openForm(view: HTMLElement): Promise<void> {
            findAll(view, 'lightning-button')[0]?.click();
            await settle();
        }

        beforeEach(() => {
            sessionStorage.clear();
            answer.mockResolvedValue(listing({ tickets: [ticket('1')], total: 1 }));
        });

        it('offers one only to who may make it', async () => {
            const rights = { ...ALL_RIGHTS, mayCreate: false };
            answer.mockResolvedValue(listing({ tickets: [ticket('1')], total: 1, rights }));
            const view = await mountView();

            expect(findAll(view, 'lightning-button:not(.filter)')).toHaveLength(0);
        });

        it('shows a ticket that was made first in the list', async () => {
            const view = await mountView();
            await openForm(view);

            find(view, 'c-zendesk-new-ticket').dispatchEvent(
                new CustomEvent('created', {
                    detail: { ticket: ticketOf([], { id: '9' }), isListed: true }
                })
            );
            await settle();

            expect(shownTickets(view)).toEqual(['9', '1']);
            expect(textOf(view)).toContain('c.Zendesk_New_Created');
            await expect(view).toBeAccessible();
        });

        it('says when the list does not show it', async () => {
            const view = await mountView();
            await openForm(view);

            find(view, 'c-zendesk-new-ticket').dispatchEvent(
                new CustomEvent('created', {
                    detail: { ticket: ticketOf([], { id: '9' }), isListed: false }
                })
            );
            await settle();

            expect(shownTickets(view)).toEqual(['1']);
            expect(textOf(view)).toContain('c.Zendesk_New_CreatedElsewhere');
        });

        it('returns to the list when it is left', async () => {
            const view = await mountView();
            await openForm(view);

            find(view, 'c-zendesk-new-ticket').dispatchEvent(new CustomEvent('cancel'));
            await settle();

            expect(findAll(view, 'c-zendesk-new-ticket')).toHaveLength(0);
        });
    });
});
