import ZendeskFilterPills from 'c/zendeskFilterPills';
import { find, findAll, mount, settle } from 'test/mount';

import type { TicketFilter } from 'c/zendeskTicketService';

const changed = jest.fn();

async function mountPills(filter: TicketFilter): Promise<HTMLElement> {
    const pills = mount<HTMLElement>('c-zendesk-filter-pills', ZendeskFilterPills, { filter });
    pills.addEventListener('filterchange', (event) => changed((event as CustomEvent).detail));
    await settle();
    return pills;
}

describe('c-zendesk-filter-pills', () => {
    it('shows nothing without a filter', async () => {
        const pills = await mountPills({});

        expect(findAll(pills, 'lightning-pill')).toHaveLength(0);
        expect(findAll(pills, 'lightning-button')).toHaveLength(0);
    });

    it('shows each part, and takes it away', async () => {
        const pills = await mountPills({ statuses: ['open', 'hold'], tags: ['vip'] });
        expect(findAll(pills, 'lightning-pill')).toHaveLength(3);
        await expect(pills).toBeAccessible();

        const removal = new CustomEvent('remove', { cancelable: true });
        find(pills, '[data-name="statuses:hold"]').dispatchEvent(removal);

        expect(changed).toHaveBeenCalledWith({ statuses: ['open'], tags: ['vip'] });
        expect(removal.defaultPrevented).toBe(true);
        expect(pills.shadowRoot?.activeElement).toBe(find(pills, '[role=group]'));
    });

    it('clears everything', async () => {
        const pills = await mountPills({ types: ['task'], text: 'x' });

        find(pills, '.clear').click();

        expect(changed).toHaveBeenCalledWith({});
        expect(pills.shadowRoot?.activeElement).toBe(find(pills, '[role=group]'));
    });
});
