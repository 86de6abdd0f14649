import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';

import ZendeskRecordTickets from 'c/zendeskRecordTickets';
import { find, mount } from 'test/mount';

jest.mock('lightning/refresh', () => ({
    registerRefreshHandler: jest.fn(),
    unregisterRefreshHandler: jest.fn()
}));

const register = registerRefreshHandler as unknown as jest.Mock;

describe('c-zendesk-record-tickets', () => {
    it('hands what App Builder says to the view', async () => {
        const properties = {
            cardTitle: 'Support',
            columns: 'id, subject',
            defaultFilter: 'status: open',
            pageSize: 50,
            isReadOnly: true
        };
        const tickets = mount<HTMLElement>(
            'c-zendesk-record-tickets',
            ZendeskRecordTickets,
            properties
        );

        expect(find(tickets, 'c-zendesk-ticket-view')).toMatchObject(properties);
        await expect(tickets).toBeAccessible();
    });

    it('refreshes the view with the page, as long as it is there', async () => {
        register.mockReturnValue('7');
        const tickets = mount<HTMLElement>('c-zendesk-record-tickets', ZendeskRecordTickets);
        const view = find<HTMLElement & { refresh: jest.Mock }>(tickets, 'c-zendesk-ticket-view');
        view.refresh = jest.fn().mockResolvedValue(undefined);

        await (register.mock.calls[0] as [unknown, () => Promise<void>])[1]();
        tickets.remove();

        expect(view.refresh).toHaveBeenCalledTimes(1);
        expect(unregisterRefreshHandler).toHaveBeenCalledWith('7');
    });
});
