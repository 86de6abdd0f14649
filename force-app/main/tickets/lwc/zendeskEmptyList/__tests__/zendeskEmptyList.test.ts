import ZendeskEmptyList from 'c/zendeskEmptyList';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { ALL_RIGHTS } from 'test/tickets';

import type { TicketFilter, TicketListing } from 'c/zendeskTicketService';

const MATCHED: TicketListing = {
    matchValue: 'Acme',
    organizations: [{ id: '71', name: 'ACME' }],
    requesters: [],
    ownTicketIds: [],
    tickets: [],
    rights: ALL_RIGHTS,
    columns: []
};

async function mountEmpty(
    part: Partial<TicketListing>,
    filter: TicketFilter = {}
): Promise<HTMLElement> {
    const empty = mount<HTMLElement>('c-zendesk-empty-list', ZendeskEmptyList, {
        listing: { ...MATCHED, ...part },
        filter
    });
    await settle();
    await expect(empty).toBeAccessible();
    return empty;
}

describe('c-zendesk-empty-list', () => {
    it('tells when nothing matches, whatever is filtered', async () => {
        const empty = await mountEmpty({ organizations: [] }, { types: ['task'] });

        expect(textOf(empty)).toContain('c.Zendesk_List_NoMatchTitle');
        expect(textOf(empty)).toContain('c.Zendesk_List_NoMatch');
        expect(findAll(empty, '.clear')).toHaveLength(0);
    });

    it('tells when the field that is compared is empty', async () => {
        const empty = await mountEmpty({ organizations: [], matchValue: undefined });

        expect(textOf(empty)).toContain('c.Zendesk_List_NoValue');
    });

    it('tells when there are no tickets', async () => {
        const empty = await mountEmpty({}, { isClosedIncluded: true });

        expect(textOf(empty)).toContain('c.Zendesk_List_NoTicketsTitle');
    });

    it('tells when the filter hides all tickets, and lets it go', async () => {
        const empty = await mountEmpty({}, { groupIds: ['41'] });
        const cleared = jest.fn();
        empty.addEventListener('clear', cleared);
        expect(textOf(empty)).toContain('c.Zendesk_List_AllFilteredTitle');

        find(empty, '.clear').click();

        expect(cleared).toHaveBeenCalledTimes(1);
    });
});
