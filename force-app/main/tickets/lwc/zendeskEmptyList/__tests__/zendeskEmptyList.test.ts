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

function heard(empty: HTMLElement): readonly string[] {
    const types: string[] = [];
    for (const type of ['clear', 'includeclosed']) {
        empty.addEventListener(type, () => types.push(type));
    }
    find(empty, '.way').click();
    return types;
}

describe('c-zendesk-empty-list', () => {
    it('tells when nothing matches, whatever is filtered', async () => {
        const empty = await mountEmpty({ organizations: [] }, { types: ['task'] });

        expect(textOf(empty)).toContain('c.Zendesk_List_NoMatchTitle');
        expect(textOf(empty)).toContain('c.Zendesk_List_NoMatch');
        expect(findAll(empty, '.way')).toHaveLength(0);
    });

    it('tells what has to be filled in', async () => {
        const empty = await mountEmpty({
            organizations: [],
            matchValue: undefined,
            emptyField: 'Email'
        });

        expect(textOf(empty)).toContain('c.Zendesk_List_NoValue');
    });

    it('tells when there are no unclosed tickets, and offers the others', async () => {
        const empty = await mountEmpty({});

        expect(textOf(empty)).toContain('c.Zendesk_List_NoTicketsTitle');
        expect(heard(empty)).toEqual(['includeclosed']);
    });

    it('tells when there are no tickets at all', async () => {
        const empty = await mountEmpty({}, { isClosedIncluded: true });

        expect(textOf(empty)).toContain('c.Zendesk_List_NoneTitle');
        expect(findAll(empty, '.way')).toHaveLength(0);
    });

    it('tells when Zendesk does not have the ticket of a case', async () => {
        const empty = await mountEmpty({ organizations: [], ownTicketIds: ['7'] });

        expect(textOf(empty)).toContain('c.Zendesk_List_TicketGoneTitle');
        expect(findAll(empty, '.way')).toHaveLength(0);
    });

    it('tells when the filter hides all tickets, and lets it go', async () => {
        const empty = await mountEmpty({ ownTicketIds: ['7'] }, { groupIds: ['41'] });

        expect(textOf(empty)).toContain('c.Zendesk_List_AllFilteredTitle');
        expect(heard(empty)).toEqual(['clear']);
    });
});
