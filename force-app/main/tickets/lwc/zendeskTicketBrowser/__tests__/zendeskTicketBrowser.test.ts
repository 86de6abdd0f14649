import findAgents from '@salesforce/apex/ZendeskTicketChoiceController.findAgents';
import getFilterChoices from '@salesforce/apex/ZendeskTicketChoiceController.getFilterChoices';
import countByStatus from '@salesforce/apex/ZendeskTicketController.countByStatus';
import listTickets from '@salesforce/apex/ZendeskTicketController.listTickets';
import ZendeskTicketBrowser from 'c/zendeskTicketBrowser';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { ALL_RIGHTS, ticketOf } from 'test/tickets';

import type { FilterChoices } from 'c/zendeskChoiceService';
import type { FieldValue, TicketDetail } from 'c/zendeskConversationService';
import type { Ticket, TicketFilter, TicketListing, TicketView } from 'c/zendeskTicketService';

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

jest.mock(
    '@salesforce/apex/ZendeskTicketChoiceController.getFilterChoices',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

jest.mock(
    '@salesforce/apex/ZendeskTicketChoiceController.findAgents',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const found = findAgents as unknown as jest.Mock;
const choicesOf = getFilterChoices as unknown as jest.Mock;
const answer = listTickets as unknown as jest.Mock;
const counted = countByStatus as unknown as jest.Mock;

const CHOICES: FilterChoices = {
    statuses: [],
    forms: [],
    brands: [],
    groups: [{ value: '41', label: 'Support' }],
    agents: [],
    hasMoreAgents: true
};

const RECORD_ID = '001000000000001AAA';
const OPENING = { recordId: RECORD_ID, view: { isOpening: true } };
const COLUMNS = ['id', 'subject', 'status'];

/** What is asked for after the list was opened. */
function asked(part: TicketView): unknown {
    return { recordId: RECORD_ID, view: { filter: {}, columns: COLUMNS, ...part } };
}

beforeEach(() => {
    sessionStorage.clear();
    choicesOf.mockResolvedValue(CHOICES);
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
        columns: COLUMNS.map((key) => ({ key })),
        ...part
    };
}

function reported(code: string, message: string): unknown {
    return { body: { message: JSON.stringify({ code, message }) } };
}

interface Browser extends HTMLElement {
    refresh(): void;
    showOwnChange(detail: TicketDetail): boolean;
    dropTicket(detail: TicketDetail): void;
    focusTicket(id: string): void;
}

async function mountBrowser(properties: object = {}): Promise<Browser> {
    const view = mount<Browser>('c-zendesk-ticket-browser', ZendeskTicketBrowser, {
        recordId: RECORD_ID,
        ...properties
    });
    await settle();
    return view;
}

function isChanged(id: string, part: readonly FieldValue[] = []): TicketDetail {
    return ticketOf(part, { id, updatedAt: new Date().toISOString() });
}

function shownTickets(view: HTMLElement): readonly string[] {
    const list = find<HTMLElement & { tickets: readonly Ticket[] }>(view, 'c-zendesk-ticket-list');
    return list.tickets.map(({ id }) => id);
}

describe('c-zendesk-ticket-browser', () => {
    it('shows that it is loading until the answer is there', async () => {
        answer.mockReturnValue(new Promise(() => undefined));
        const view = await mountBrowser();

        expect(findAll(view, 'lightning-spinner')).toHaveLength(1);
        expect(find(view, '[aria-busy]').getAttribute('aria-busy')).toBe('true');
        expect(find(view, '[role="status"]').textContent).toBe('');
        await expect(view).toBeAccessible();
    });

    it('lists the tickets of its record and says why these', async () => {
        answer.mockResolvedValue(listing({ tickets: [ticket('1'), ticket('2')], total: 2 }));
        const view = await mountBrowser();

        expect(find(view, '[role="status"]').textContent).toBe('c.Zendesk_List_TitleWithCount');
        expect(answer).toHaveBeenCalledWith(OPENING);
        expect(shownTickets(view)).toEqual(['1', '2']);
        expect(textOf(view)).toContain('c.Zendesk_List_Explanation');
        expect(textOf(view)).not.toContain('c.Zendesk_List_End');
        await expect(view).toBeAccessible();
    });

    it('says how many there are to whoever does not see them', async () => {
        answer.mockResolvedValueOnce(listing({ tickets: [ticket('1')], total: 1 }));
        answer.mockReturnValueOnce(new Promise(() => undefined));
        const view = await mountBrowser();
        const said = () => find(view, '[role=status]').textContent;
        expect(said()).toBe('c.Zendesk_List_TitleWithCount');

        view.refresh();
        await settle();

        expect(said()).toBe('');
    });

    it('tells when nothing matches', async () => {
        answer.mockResolvedValue(listing({ organizations: [] }));
        const view = await mountBrowser();

        expect(textOf(view)).toContain('c.Zendesk_List_NoMatchTitle');
        await expect(view).toBeAccessible();
    });

    it('tells when the organization has no tickets', async () => {
        answer.mockResolvedValue(listing({}));
        const view = await mountBrowser();

        expect(textOf(view)).toContain('c.Zendesk_List_NoTicketsTitle');
        await expect(view).toBeAccessible();
    });

    it('shows closed tickets where there are no others', async () => {
        answer.mockResolvedValue(listing({}));
        const view = await mountBrowser();

        find(view, 'c-zendesk-empty-list').dispatchEvent(new CustomEvent('includeclosed'));
        await settle();

        expect(answer).toHaveBeenLastCalledWith(asked({ filter: { isClosedIncluded: true } }));
        expect(view.shadowRoot?.activeElement).toBe(find(view, '.body'));
    });

    it('tells the reason when access is refused, and offers no retry', async () => {
        answer.mockRejectedValue(reported('access_gate_profile_not_selected', 'Not your profile.'));
        const view = await mountBrowser();

        expect(textOf(view)).toContain('c.Zendesk_Access_Title');
        expect(textOf(view)).toContain('Not your profile.');
        expect(findAll(view, 'c-zendesk-error-panel')).toHaveLength(0);
        await expect(view).toBeAccessible();
    });

    it('recovers from an error by another try', async () => {
        answer.mockRejectedValueOnce(reported('unavailable', 'Zendesk did not answer.'));
        answer.mockResolvedValueOnce(listing({ tickets: [ticket('1')], total: 1 }));
        const view = await mountBrowser();
        expect(textOf(view)).toContain('Zendesk did not answer.');
        await expect(view).toBeAccessible();

        find(view, 'c-zendesk-error-panel').dispatchEvent(new CustomEvent('retry'));
        await settle();

        expect(shownTickets(view)).toEqual(['1']);
        expect(textOf(view)).not.toContain('Zendesk did not answer.');
        expect(view.shadowRoot?.activeElement).toBe(find(view, '.body'));
    });

    it('adds the next page once, however often it is asked', async () => {
        answer.mockResolvedValueOnce(
            listing({ tickets: [ticket('1')], total: 3, nextCursor: '2' })
        );
        answer.mockResolvedValueOnce(listing({ tickets: [ticket('1'), ticket('2')], total: 3 }));
        const view = await mountBrowser();

        find(view, 'c-zendesk-ticket-list').dispatchEvent(new CustomEvent('more'));
        find(view, 'c-zendesk-ticket-list').dispatchEvent(new CustomEvent('more'));
        await settle();

        expect(answer).toHaveBeenCalledTimes(2);
        expect(answer.mock.calls[1]).toEqual([asked({ cursor: '2' })]);
        expect(shownTickets(view)).toEqual(['1', '2']);
    });

    it('keeps the tickets shown when the next page fails, and tries that page again', async () => {
        answer.mockResolvedValueOnce(
            listing({ tickets: [ticket('1')], total: 2, nextCursor: '2' })
        );
        answer.mockRejectedValueOnce(reported('rate_limited', 'Wait 5 seconds.'));
        answer.mockResolvedValueOnce(listing({ tickets: [ticket('2')], total: 2 }));
        const view = await mountBrowser();
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
        const view = await mountBrowser();

        expect(textOf(view)).toContain('c.Zendesk_List_End');
    });

    it('drops an answer that comes after the page moved to another record', async () => {
        let answerFirst: (value: TicketListing) => void = () => undefined;
        answer.mockReturnValueOnce(new Promise((resolve) => (answerFirst = resolve)));
        answer.mockResolvedValueOnce(listing({ tickets: [ticket('2')], total: 1 }));
        const view = await mountBrowser();
        Object.assign(view, { recordId: '001000000000002AAA' });
        await settle();

        answerFirst(listing({ tickets: [ticket('1')], total: 1 }));
        await settle();

        expect(shownTickets(view)).toEqual(['2']);
    });

    it('drops an error that comes after a newer question', async () => {
        let fail: (reason: unknown) => void = () => undefined;
        answer.mockResolvedValueOnce(listing({ tickets: [ticket('1')], total: 1 }));
        answer.mockReturnValueOnce(new Promise((_, reject) => (fail = reject)));
        answer.mockResolvedValueOnce(listing({ tickets: [ticket('2')], total: 1 }));
        const view = await mountBrowser();
        view.refresh();
        view.refresh();
        await settle();

        fail(reported('unavailable', 'Zendesk did not answer.'));
        await settle();

        expect(shownTickets(view)).toEqual(['2']);
        expect(textOf(view)).not.toContain('Zendesk did not answer.');
    });

    it('leaves the problem of one record behind on the next', async () => {
        answer.mockRejectedValueOnce(reported('unavailable', 'Zendesk did not answer.'));
        answer.mockReturnValueOnce(new Promise(() => undefined));
        const view = await mountBrowser();

        Object.assign(view, { recordId: '001000000000002AAA' });
        await settle();

        expect(textOf(view)).not.toContain('Zendesk did not answer.');
        expect(findAll(view, 'lightning-spinner')).toHaveLength(1);
    });

    it('reloads when asked, with what it shows', async () => {
        answer.mockResolvedValue(listing({ tickets: [ticket('1')], total: 1 }));
        const view = await mountBrowser();

        view.refresh();
        await settle();

        expect(answer).toHaveBeenLastCalledWith(asked({}));
    });

    it('tells when the field that is compared is empty', async () => {
        answer.mockResolvedValue(listing({ organizations: [], emptyField: 'Email' }));
        const view = await mountBrowser();

        expect(textOf(view)).toContain('c.Zendesk_List_NoValue');
    });

    it('says of several organizations that they are several, and whose tickets stand below theirs', async () => {
        answer.mockResolvedValue(
            listing({
                organizations: [
                    { id: '1', name: 'ACME' },
                    { id: '2', name: 'ACME Norway' }
                ],
                requesters: [{ id: '21', name: 'Rosa Diaz' }],
                tickets: [ticket('1')]
            })
        );
        const view = await mountBrowser();

        expect(textOf(view)).toContain('c.Zendesk_List_ExplanationPlural');
        expect(textOf(view)).toContain('c.Zendesk_List_ExplanationThen');
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
        const view = await mountBrowser();

        expect(shownTickets(view)).toEqual(['1']);
        expect(textOf(view)).toContain('c.Zendesk_List_ExplanationOwn');
        expect(textOf(view)).toContain('c.Zendesk_List_ExplanationRequester');
        expect(textOf(view)).not.toContain('c.Zendesk_List_Explanation ');
    });

    it('says when Zendesk does not have the ticket of a case', async () => {
        const part = { ownTicketIds: ['7'], tickets: [ticket('1')], total: undefined };
        answer.mockResolvedValue(listing(part));
        const view = await mountBrowser();

        expect(textOf(view)).toContain('c.Zendesk_List_TicketGone');
        expect(textOf(view)).not.toContain('c.Zendesk_List_ExplanationOwn');
    });

    it('opens with what App Builder says', async () => {
        answer.mockResolvedValue(listing({ tickets: [ticket('1')], total: 1 }));
        await mountBrowser({
            pageSize: 50,
            pageColumns: 'id, subject',
            pageFilter: 'status: open'
        });

        expect(answer.mock.calls).toEqual([
            [
                {
                    recordId: RECORD_ID,
                    view: {
                        isOpening: true,
                        pageSize: 50,
                        pageColumns: 'id, subject',
                        pageFilter: 'status: open'
                    }
                }
            ]
        ]);
    });

    it('shows the default with which it was opened, and goes on with it', async () => {
        const filter = { priorities: ['urgent'] } as const;
        answer.mockResolvedValue(
            listing({ tickets: [ticket('1')], filter, sort: '-created_at', origin: 'user' })
        );
        const view = await mountBrowser({ isFilterOpen: true });

        expect(find(view, 'c-zendesk-list-controls')).toMatchObject({ filter, origin: 'user' });
        expect(find(view, 'c-zendesk-ticket-list')).toMatchObject({ sort: '-created_at' });
        view.refresh();
        await settle();

        expect(answer).toHaveBeenLastCalledWith(asked({ filter, sort: '-created_at' }));
    });

    it('offers a way past a default that can’t be carried out', async () => {
        answer.mockRejectedValueOnce(reported('invalid_input', 'There is no such column.'));
        answer.mockResolvedValueOnce(listing({ tickets: [ticket('1')], total: 1 }));
        const view = await mountBrowser();
        expect(textOf(view)).toContain('There is no such column.');
        await expect(view).toBeAccessible();

        find(view, '.escape').click();
        await settle();

        expect(answer).toHaveBeenLastCalledWith({ recordId: RECORD_ID, view: { filter: {} } });
        expect(shownTickets(view)).toEqual(['1']);
    });

    it('asks for names after the rows when the filter needs them', async () => {
        answer.mockResolvedValue(listing({ filter: { groupIds: ['41'] }, tickets: [ticket('1')] }));
        const view = await mountBrowser();
        await settle();

        expect(find(view, 'c-zendesk-list-controls')).toMatchObject({
            known: { choices: CHOICES }
        });
    });

    it('asks again after the record was linked to something else', async () => {
        answer.mockResolvedValue(listing({ organizations: [] }));
        const view = await mountBrowser();

        find(view, 'c-zendesk-explanation').dispatchEvent(new CustomEvent('linkchange'));
        await settle();

        expect(answer).toHaveBeenLastCalledWith(asked({}));
        expect(view.shadowRoot?.activeElement).toBe(find(view, '.body'));
    });

    it('goes on to the next part of the list when the first is empty', async () => {
        answer.mockResolvedValue(listing({ tickets: [], nextCursor: '1.1' }));
        const view = await mountBrowser();

        expect(findAll(view, 'c-zendesk-ticket-list')).toHaveLength(1);
        expect(textOf(view)).not.toContain('c.Zendesk_List_NoTicketsTitle');
    });

    it('asks Zendesk to sort when another order is chosen, and begins at the top', async () => {
        answer.mockResolvedValue(listing({ tickets: [ticket('1')], total: 1 }));
        const view = await mountBrowser();
        const toTop = jest.fn();
        Object.assign(find(view, 'c-zendesk-ticket-list'), { toTop });

        find(view, 'c-zendesk-ticket-list').dispatchEvent(
            new CustomEvent('sort', { detail: 'priority' })
        );
        await settle();

        expect(answer).toHaveBeenLastCalledWith(asked({ sort: 'priority' }));
        expect(toTop).toHaveBeenCalledTimes(1);
        expect(find(view, 'c-zendesk-ticket-list')).toMatchObject({ sort: 'priority' });
        expect(textOf(view)).toContain('c.Zendesk_List_Sorted');
    });

    describe('with filters', () => {
        async function filterBy(view: HTMLElement, filter: TicketFilter): Promise<void> {
            find(view, 'c-zendesk-list-controls').dispatchEvent(
                new CustomEvent('filterchange', { detail: filter })
            );
            await settle();
        }

        beforeEach(() => {
            sessionStorage.clear();
            answer.mockResolvedValue(listing({ tickets: [ticket('1')], total: 1 }));
        });

        it('opens them on demand, and asks only then what the account has', async () => {
            const view = await mountBrowser();
            expect(find(view, 'c-zendesk-list-controls')).toMatchObject({ isOpen: false });
            expect(choicesOf).not.toHaveBeenCalled();

            Object.assign(view, { isFilterOpen: true });
            await settle();

            expect(find(view, 'c-zendesk-list-controls')).toMatchObject({
                isOpen: true,
                known: { choices: CHOICES }
            });
            await expect(view).toBeAccessible();
        });

        it('finds agents who are not listed', async () => {
            found.mockResolvedValue([{ value: '51', label: 'Ada' }]);
            const view = await mountBrowser({ isFilterOpen: true });

            find(view, 'c-zendesk-list-controls').dispatchEvent(
                new CustomEvent('findagents', { detail: 'ada' })
            );
            await settle();

            expect(found).toHaveBeenCalledWith({ recordId: RECORD_ID, text: 'ada' });
            expect(find(view, 'c-zendesk-list-controls')).toMatchObject({
                known: { choices: { agents: [{ value: '51', label: 'Ada' }] } }
            });
        });

        it('filters without them when they can’t be got, and says why', async () => {
            choicesOf.mockRejectedValue(reported('rate_limited', 'Wait 5 seconds.'));
            const view = await mountBrowser({ isFilterOpen: true });

            expect(find(view, 'c-zendesk-list-controls')).toMatchObject({
                known: { problem: { message: 'Wait 5 seconds.' } }
            });
        });

        it('lists what the filter keeps and says so', async () => {
            const view = await mountBrowser();

            await filterBy(view, { priorities: ['urgent'], text: 'printer' });

            expect(answer).toHaveBeenLastCalledWith(
                asked({ filter: { priorities: ['urgent'], text: 'printer' } })
            );
            expect(find(view, 'c-zendesk-list-controls')).toMatchObject({
                filter: { priorities: ['urgent'], text: 'printer' }
            });
            expect(textOf(view)).toContain('c.Zendesk_List_UnclosedOnly');
        });

        it('tells when the filter hides all tickets, and clears it', async () => {
            const view = await mountBrowser();
            answer.mockResolvedValueOnce(listing({}));
            await filterBy(view, { types: ['task'] });
            expect(textOf(view)).toContain('c.Zendesk_List_AllFilteredTitle');
            expect(textOf(view)).not.toContain('c.Zendesk_List_NoTicketsTitle');
            await expect(view).toBeAccessible();

            find(view, 'c-zendesk-empty-list').dispatchEvent(new CustomEvent('clear'));
            await settle();

            expect(answer).toHaveBeenLastCalledWith(asked({}));
            expect(shownTickets(view)).toEqual(['1']);
            expect(view.shadowRoot?.activeElement).toBe(find(view, '.body'));
        });

        it('counts after the rows, whichever statuses are chosen', async () => {
            counted.mockResolvedValue([{ status: 'open', total: 7 }]);
            const view = await mountBrowser();

            await filterBy(view, { statuses: ['open'], types: ['task'] });

            const [counting] = counted.mock.lastCall as [{ view: TicketView }];
            expect(counting.view.filter).toMatchObject({ statuses: [], types: ['task'] });
            expect(find(view, 'c-zendesk-list-controls')).toMatchObject({
                counts: [{ status: 'open', total: 7 }]
            });
        });

        it('drops numbers of the filter before, which would come while its rows are gone', async () => {
            let tell: (counts: unknown) => void = () => undefined;
            counted.mockReturnValue(new Promise((resolve) => (tell = resolve)));
            const view = await mountBrowser();
            answer.mockReturnValue(new Promise(() => undefined));

            await filterBy(view, { types: ['task'] });
            tell([{ status: 'open', total: 7 }]);
            await settle();

            expect(find(view, 'c-zendesk-list-controls')).toMatchObject({ counts: [] });
        });

        it('keeps the rows when counting fails, and says why', async () => {
            counted.mockRejectedValue(reported('rate_limited', 'Wait 5 seconds.'));
            const view = await mountBrowser();

            expect(shownTickets(view)).toEqual(['1']);
            expect(textOf(view)).toContain('Wait 5 seconds.');
        });

        it('keeps the filter within reach when it caused the problem', async () => {
            const view = await mountBrowser();
            answer.mockRejectedValueOnce(reported('invalid_input', 'That is no tag.'));

            await filterBy(view, { tags: ['a b'] });

            expect(textOf(view)).toContain('That is no tag.');
            expect(findAll(view, 'c-zendesk-list-controls')).toHaveLength(1);
        });

        it('tells that the default is the user’s own once it is saved, and opens anew without', async () => {
            const view = await mountBrowser({ isFilterOpen: true });
            find(view, 'c-zendesk-list-controls').dispatchEvent(new CustomEvent('save'));
            await settle();
            expect(find(view, 'c-zendesk-list-controls')).toMatchObject({ origin: 'user' });

            find(view, 'c-zendesk-list-controls').dispatchEvent(new CustomEvent('reset'));
            await settle();

            expect(answer).toHaveBeenLastCalledWith(OPENING);
        });

        it('starts anew on another record', async () => {
            const view = await mountBrowser();
            await filterBy(view, { types: ['task'] });

            Object.assign(view, { recordId: '001000000000002AAA' });
            await settle();

            expect(answer).toHaveBeenLastCalledWith({
                recordId: '001000000000002AAA',
                view: { isOpening: true }
            });
        });
    });

    describe('with changes of the user', () => {
        beforeEach(() => {
            answer.mockResolvedValue(listing({ tickets: [ticket('1'), ticket('2')], total: 2 }));
        });

        it('hands out which ticket shall be opened, and takes the cursor back', async () => {
            const view = await mountBrowser();
            const opened = jest.fn();
            view.addEventListener('open', (event) => opened((event as CustomEvent).detail));
            const list = find<HTMLElement & { focusTicket: jest.Mock }>(
                view,
                'c-zendesk-ticket-list'
            );
            list.focusTicket = jest.fn();

            list.dispatchEvent(new CustomEvent('open', { detail: '2' }));
            view.focusTicket('2');

            expect(opened).toHaveBeenCalledWith('2');
            expect(list.focusTicket).toHaveBeenCalledWith('2');
        });

        it('shows a change in the row at once, and the row where the order puts it', async () => {
            const view = await mountBrowser();

            const isShown = view.showOwnChange(isChanged('2', [{ key: 'status', text: 'solved' }]));
            await settle();

            const { tickets } = find<HTMLElement & { tickets: readonly Ticket[] }>(
                view,
                'c-zendesk-ticket-list'
            );
            expect(isShown).toBe(true);
            expect(tickets[0]).toMatchObject({ id: '2', status: 'solved' });
        });

        it('counts a change at once, without asking again', async () => {
            counted.mockResolvedValue([
                { status: 'open', total: 7 },
                { status: 'solved', total: 3 }
            ]);
            const view = await mountBrowser();
            const told = jest.fn();
            view.addEventListener('statechange', (event) => told((event as CustomEvent).detail));

            view.showOwnChange(isChanged('2', [{ key: 'status', text: 'solved' }]));
            view.showOwnChange(isChanged('9'));
            await settle();

            expect(find(view, 'c-zendesk-list-controls')).toMatchObject({
                counts: [
                    { status: 'open', total: 7 },
                    { status: 'solved', total: 4 }
                ]
            });
            expect(told).toHaveBeenLastCalledWith(expect.objectContaining({ total: 3 }));
            expect(counted).toHaveBeenCalledTimes(1);
        });

        it('takes out what the filter no longer asks for, and tells it', async () => {
            answer.mockResolvedValue(
                listing({
                    filter: { statuses: ['open'] },
                    tickets: [ticket('1'), ticket('2')],
                    total: 2
                })
            );
            const view = await mountBrowser();

            const isShown = view.showOwnChange(isChanged('2', [{ key: 'status', text: 'solved' }]));
            await settle();

            expect(isShown).toBe(false);
            expect(shownTickets(view)).toEqual(['1']);
        });

        it('takes a ticket off that was given to somebody else', async () => {
            const view = await mountBrowser();

            view.dropTicket(isChanged('2'));
            await settle();

            expect(shownTickets(view)).toEqual(['1']);
        });

        it('shows a new ticket first, unless it has to have words that only Zendesk knows', async () => {
            const view = await mountBrowser();
            view.showOwnChange(isChanged('9'));
            await settle();
            expect(shownTickets(view)).toEqual(['9', '1', '2']);

            find(view, 'c-zendesk-list-controls').dispatchEvent(
                new CustomEvent('filterchange', { detail: { text: 'printer' } })
            );
            await settle();

            expect(shownTickets(view)).toEqual(['1', '2']);
        });

        it('tells those around it what there is to know', async () => {
            const told = jest.fn();
            const view = await mountBrowser();
            view.addEventListener('statechange', (event) => told((event as CustomEvent).detail));

            view.refresh();
            await settle();

            expect(told.mock.calls[0]).toMatchObject([{ isLoading: true }]);
            expect(told.mock.calls[1]).toMatchObject([{ isLoading: false, canFilter: true }]);
        });
    });
});
