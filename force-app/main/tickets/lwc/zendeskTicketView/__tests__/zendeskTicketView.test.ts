import listTickets from '@salesforce/apex/ZendeskTicketController.listTickets';
import ZendeskTicketView from 'c/zendeskTicketView';
import { find, findAll, mount, settle, textOf } from 'test/mount';

import type { TicketRights } from 'c/zendeskConversationService';
import type { Ticket, TicketListing } from 'c/zendeskTicketService';

jest.mock(
    '@salesforce/apex/ZendeskTicketController.listTickets',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const RIGHTS: TicketRights = {
    mayCreate: true,
    mayEdit: true,
    mayComment: true,
    mayCommentPublicly: true,
    seesInternalNotes: true,
    isAgentLinked: true,
    writesSignedNotes: false
};

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
    return { matchValue: 'Acme', organizations, tickets: [], total: 0, rights: RIGHTS, ...part };
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
});
