import ZendeskListControls from 'c/zendeskListControls';
import { find, findAll, mount, settle, textOf } from 'test/mount';

function mountControls(properties: object = {}): { view: HTMLElement; heard: CustomEvent[] } {
    const view = mount<HTMLElement>('c-zendesk-list-controls', ZendeskListControls, {
        recordId: '001000000000001AAA',
        filter: { types: ['task'] },
        sort: '-updated_at',
        ...properties
    });
    const heard: CustomEvent[] = [];
    for (const type of ['filterchange', 'findagents', 'save', 'reset']) {
        view.addEventListener(type, (event) => heard.push(event as CustomEvent));
    }
    return { view, heard };
}

describe('c-zendesk-list-controls', () => {
    it('shows what the list is filtered by, and nothing that is not known', async () => {
        const { view } = mountControls();
        await settle();

        expect(find(view, 'c-zendesk-filter-pills')).toMatchObject({ filter: { types: ['task'] } });
        expect(findAll(view, 'c-zendesk-ticket-filters, c-zendesk-status-counts, p')).toEqual([]);
        await expect(view).toBeAccessible();
    });

    it('shows the filters, and with what a list begins, when they are open', async () => {
        const { view, heard } = mountControls({ isOpen: true, origin: 'user' });
        await settle();

        const filters = find(view, 'c-zendesk-ticket-filters');
        filters.dispatchEvent(new CustomEvent('filterchange', { detail: {} }));
        filters.dispatchEvent(new CustomEvent('findagents', { detail: 'ada' }));
        find(view, 'c-zendesk-default-filter').dispatchEvent(new CustomEvent('save'));
        find(view, 'c-zendesk-default-filter').dispatchEvent(new CustomEvent('reset'));

        expect(find(view, 'c-zendesk-default-filter')).toMatchObject({ origin: 'user' });
        expect(heard.map(({ type, detail }) => [type, detail])).toEqual([
            ['filterchange', {}],
            ['findagents', 'ada'],
            ['save', null],
            ['reset', null]
        ]);
        await expect(view).toBeAccessible();
    });

    it('filters by the statuses whose numbers it shows, in place of single ones', async () => {
        const { view, heard } = mountControls({
            filter: { types: ['task'], customStatusIds: ['11'] },
            counts: [{ status: 'open', total: 7 }]
        });
        await settle();

        find(view, 'c-zendesk-status-counts').dispatchEvent(
            new CustomEvent('statuseschange', { detail: ['open'] })
        );

        expect(heard.map(({ detail }) => detail)).toEqual([
            { types: ['task'], statuses: ['open'], customStatusIds: [] }
        ]);
        await expect(view).toBeAccessible();
    });

    it('says why there are no numbers', async () => {
        const problem = { code: 'rate_limited', message: 'Wait 5 seconds.' };
        const { view } = mountControls({ countProblem: problem });
        await settle();

        expect(textOf(view)).toContain('Wait 5 seconds.');
        await expect(view).toBeAccessible();
    });
});
