import ZendeskTicketFilters from 'c/zendeskTicketFilters';
import { find, mount, settle } from 'test/mount';

import type { TicketFilter } from 'c/zendeskTicketService';

const changed = jest.fn();

async function mountFilters(filter: TicketFilter): Promise<HTMLElement> {
    const filters = mount<HTMLElement>('c-zendesk-ticket-filters', ZendeskTicketFilters, {
        filter
    });
    filters.addEventListener('filterchange', (event) => changed((event as CustomEvent).detail));
    await settle();
    return filters;
}

function change(filters: HTMLElement, selector: string, detail: object): void {
    find(filters, selector).dispatchEvent(new CustomEvent('change', { detail }));
}

afterEach(() => jest.useRealTimers());

describe('c-zendesk-ticket-filters', () => {
    it('shows what is chosen', async () => {
        const filters = await mountFilters({ statuses: ['open'], text: 'printer' });

        expect(find(filters, '[data-name="statuses"]')).toMatchObject({ value: ['open'] });
        expect(find(filters, '[data-name="types"]')).toMatchObject({ value: [] });
        expect(find(filters, '.text')).toMatchObject({ value: 'printer' });
        await expect(filters).toBeAccessible();
    });

    it('adds a choice to the others', async () => {
        const filters = await mountFilters({ types: ['task'] });

        change(filters, '[data-name="priorities"]', { value: ['urgent', 'none'] });

        expect(changed).toHaveBeenCalledWith({ types: ['task'], priorities: ['urgent', 'none'] });
    });

    it('includes closed tickets on demand', async () => {
        const filters = await mountFilters({});

        change(filters, '.closed', { checked: true });

        expect(changed).toHaveBeenCalledWith({ isClosedIncluded: true });
    });

    it('leaves closed tickets to the statuses when any are chosen', async () => {
        const filters = await mountFilters({ statuses: ['closed'] });

        expect(find(filters, '.closed')).toMatchObject({ disabled: true });
    });

    it('searches once typing pauses', async () => {
        const filters = await mountFilters({});
        jest.useFakeTimers();

        change(filters, '.text', { value: 'pri' });
        change(filters, '.text', { value: 'printer' });
        jest.runAllTimers();

        expect(changed.mock.calls).toEqual([[{ text: 'printer' }]]);
    });

    it('clears everything', async () => {
        const filters = await mountFilters({ types: ['task'], text: 'x' });

        find(filters, 'lightning-button').click();

        expect(changed).toHaveBeenCalledWith({});
    });
});
