import listTickets from '@salesforce/apex/ZendeskTicketController.listTickets';
import ZendeskTicketView from 'c/zendeskTicketView';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { ALL_RIGHTS, ticketOf } from 'test/tickets';

import type { Ticket, TicketListing } from 'c/zendeskTicketService';

jest.mock(
    '@salesforce/apex/ZendeskTicketController.listTickets',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const answer = listTickets as unknown as jest.Mock;

beforeEach(() => {
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

    it('tells when no organization matches', async () => {
        answer.mockResolvedValue(listing({ organizations: [] }));
        const view = await mountView();

        expect(textOf(view)).toContain('c.Zendesk_List_NoOrganizationTitle');
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
            find(view, 'lightning-button').click();
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

            expect(findAll(view, 'lightning-button')).toHaveLength(0);
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
