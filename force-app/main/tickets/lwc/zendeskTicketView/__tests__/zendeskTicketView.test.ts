import countByStatus from '@salesforce/apex/ZendeskTicketController.countByStatus';
import listTickets from '@salesforce/apex/ZendeskTicketController.listTickets';
import ZendeskTicketView from 'c/zendeskTicketView';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { ALL_RIGHTS, ticketOf } from 'test/tickets';

import type { TicketRights } from 'c/zendeskConversationService';

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
    '@salesforce/label/c.Zendesk_Detail_Left',
    () => ({ __esModule: true, default: '{0} left to {1}' }),
    { virtual: true }
);

interface Browser extends HTMLElement {
    refresh: jest.Mock;
    showOwnChange: jest.Mock;
    dropTicket: jest.Mock;
    focusTicket: jest.Mock;
}

interface View extends HTMLElement {
    refresh(): void;
}

beforeEach(() => {
    (listTickets as unknown as jest.Mock).mockReturnValue(new Promise(() => undefined));
    (countByStatus as unknown as jest.Mock).mockResolvedValue([]);
});

/** The view, with a list in it that is told what it would find out. */
async function mountView(
    properties: object = {},
    rights: TicketRights = ALL_RIGHTS
): Promise<View> {
    const view = mount<View>('c-zendesk-ticket-view', ZendeskTicketView, {
        recordId: '001000000000001AAA',
        ...properties
    });
    await settle();
    const browser = browserOf(view);
    browser.refresh = jest.fn();
    browser.showOwnChange = jest.fn(() => true);
    browser.dropTicket = jest.fn();
    browser.focusTicket = jest.fn();
    await tell(view, 'statechange', {
        listing: { rights },
        total: 7,
        isLoading: false,
        canFilter: true
    });
    return view;
}

function browserOf(view: HTMLElement): Browser {
    return find<Browser>(view, 'c-zendesk-ticket-browser');
}

async function goBack(view: HTMLElement, isSaved: boolean): Promise<void> {
    find(view, 'c-zendesk-ticket-detail').dispatchEvent(
        new CustomEvent('back', { detail: { isSaved } })
    );
    await settle();
}

async function tell(view: HTMLElement, name: string, detail: unknown): Promise<void> {
    browserOf(view).dispatchEvent(new CustomEvent(name, { detail }));
    await settle();
}

describe('c-zendesk-ticket-view', () => {
    it('tells how many tickets there are', async () => {
        const view = await mountView();

        expect(find(view, 'lightning-card')).toMatchObject({
            title: 'c.Zendesk_List_TitleWithCount'
        });
        await expect(view).toBeAccessible();
    });

    it('keeps to what App Builder says', async () => {
        const view = await mountView({
            cardTitle: 'Support',
            pageSize: 50,
            columns: 'id, subject',
            defaultFilter: 'status: open'
        });

        expect(find(view, 'lightning-card')).toMatchObject({ title: 'Support' });
        expect(browserOf(view)).toMatchObject({
            pageSize: 50,
            pageColumns: 'id, subject',
            pageFilter: 'status: open'
        });
    });

    it('says where it belongs as long as there is no record', async () => {
        const view = mount<HTMLElement>('c-zendesk-ticket-view', ZendeskTicketView);
        await settle();

        expect(textOf(view)).toContain('c.Zendesk_List_NoRecordTitle');
        expect(listTickets).not.toHaveBeenCalled();
        await expect(view).toBeAccessible();
    });

    it('refreshes the list, by its button and for those around it', async () => {
        const view = await mountView();

        find(view, '.refresh').click();
        view.refresh();

        expect(browserOf(view).refresh).toHaveBeenCalledTimes(2);
    });

    it('refreshes once at a time', async () => {
        const view = await mountView();
        await tell(view, 'statechange', { isLoading: true, canFilter: false });

        find(view, '.refresh').click();

        expect(browserOf(view).refresh).not.toHaveBeenCalled();
    });

    it('opens the filters on demand, and offers none where nothing can be filtered', async () => {
        const view = await mountView();

        find(view, '.filter').click();
        await settle();
        expect(browserOf(view)).toMatchObject({ isFilterOpen: true });

        await tell(view, 'statechange', { isLoading: false, canFilter: false });
        expect(findAll(view, '.filter')).toHaveLength(0);
    });

    describe('with a ticket in its place', () => {
        it('opens a ticket and keeps the list behind it', async () => {
            const view = await mountView();

            await tell(view, 'open', '2');

            expect(find(view, 'c-zendesk-ticket-detail')).toMatchObject({ ticketId: '2' });
            expect(browserOf(view).className).toBe('slds-hide');
            await expect(view).toBeAccessible();
        });

        it('comes back to the row it came from', async () => {
            const view = await mountView();
            await tell(view, 'open', '2');

            await goBack(view, false);

            expect(findAll(view, 'c-zendesk-ticket-detail')).toHaveLength(0);
            expect(browserOf(view).focusTicket).toHaveBeenCalledWith('2');
        });

        it('says that what the user did not wait for is saved', async () => {
            const view = await mountView();
            await tell(view, 'open', '2');

            await goBack(view, true);

            expect(textOf(find(view, '.notice'))).toContain('c.Zendesk_Detail_Saved');
        });

        it('hands a change to the list, and says when the filter hides the ticket', async () => {
            const view = await mountView();
            await tell(view, 'open', '2');
            const changed = ticketOf([], { id: '2' });
            const change = () =>
                find(view, 'c-zendesk-ticket-detail').dispatchEvent(
                    new CustomEvent('ticketchange', { detail: changed })
                );

            change();
            await settle();
            expect(browserOf(view).showOwnChange).toHaveBeenCalledWith(changed);
            expect(textOf(view)).not.toContain('c.Zendesk_List_GoneByFilter');

            browserOf(view).showOwnChange.mockReturnValue(false);
            change();
            await settle();
            expect(textOf(view)).toContain('c.Zendesk_List_GoneByFilter');
        });

        it('closes a ticket that left the record, and says where it is', async () => {
            const view = await mountView();
            await tell(view, 'open', '35436');
            const left = ticketOf([{ key: 'organization_id', text: '15' }], {
                organizations: [{ value: '15', label: 'Umbrella' }]
            });

            find(view, 'c-zendesk-ticket-detail').dispatchEvent(
                new CustomEvent('ticketleave', { detail: left })
            );
            await settle();

            expect(browserOf(view).dropTicket).toHaveBeenCalledWith(left);
            expect(findAll(view, 'c-zendesk-ticket-detail')).toHaveLength(0);
            const notice = find(view, '[role=status]');
            expect(notice.textContent).toBe('35436 left to Rosa Diaz (Umbrella)');
            expect(view.shadowRoot?.activeElement).toBe(notice);
            await expect(view).toBeAccessible();
        });

        it('comes back to what was said when the row may be gone', async () => {
            const view = await mountView();
            await tell(view, 'open', '2');
            browserOf(view).showOwnChange.mockReturnValue(false);
            const detail = find(view, 'c-zendesk-ticket-detail');
            detail.dispatchEvent(new CustomEvent('ticketchange', { detail: ticketOf([]) }));

            await goBack(view, false);

            expect(view.shadowRoot?.activeElement).toBe(find(view, '[role=status]'));
        });

        it('closes the ticket when the page shows another record', async () => {
            const view = await mountView();
            await tell(view, 'open', '2');

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

        async function create(view: HTMLElement, isListed: boolean): Promise<void> {
            find(view, 'c-zendesk-new-ticket').dispatchEvent(
                new CustomEvent('created', {
                    detail: { ticket: ticketOf([], { id: '9' }), isListed }
                })
            );
            await settle();
        }

        it('offers one only to who may make it, and not where nothing may be changed', async () => {
            const forbidden = await mountView({}, { ...ALL_RIGHTS, mayCreate: false });
            const readOnly = await mountView({ isReadOnly: true });

            expect(findAll(forbidden, 'lightning-button')).toHaveLength(0);
            expect(findAll(readOnly, 'lightning-button')).toHaveLength(0);
        });

        it('hands a ticket that was made to the list', async () => {
            const view = await mountView();
            await openForm(view);

            await create(view, true);

            expect(browserOf(view).showOwnChange).toHaveBeenCalledTimes(1);
            expect(textOf(view)).toContain('c.Zendesk_New_Created');
            expect(view.shadowRoot?.activeElement).toBe(find(view, '[role=status]'));
            await expect(view).toBeAccessible();
        });

        it('says when filter or order hide it', async () => {
            const view = await mountView();
            await openForm(view);
            browserOf(view).showOwnChange.mockReturnValue(false);

            await create(view, true);

            expect(textOf(view)).toContain('c.Zendesk_New_CreatedHidden');
        });

        it('says when it belongs to no list of the record', async () => {
            const view = await mountView();
            await openForm(view);

            await create(view, false);

            expect(browserOf(view).showOwnChange).not.toHaveBeenCalled();
            expect(textOf(view)).toContain('c.Zendesk_New_CreatedElsewhere');
        });

        it('returns to the list, and to the button that opened it, when it is left', async () => {
            const view = await mountView();
            await openForm(view);
            const focused = jest.spyOn(HTMLElement.prototype, 'focus');

            find(view, 'c-zendesk-new-ticket').dispatchEvent(new CustomEvent('cancel'));
            await settle();

            expect(findAll(view, 'c-zendesk-new-ticket')).toHaveLength(0);
            expect(focused.mock.contexts).toEqual([findAll(view, 'lightning-button')[0]]);
        });
    });
});
