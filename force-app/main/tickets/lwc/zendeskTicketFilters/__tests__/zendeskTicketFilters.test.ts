import ZendeskTicketFilters from 'c/zendeskTicketFilters';
import { find, findAll, mount, settle, textOf } from 'test/mount';

import type { FilterChoices } from 'c/zendeskChoiceService';
import type { TicketFilter } from 'c/zendeskTicketService';

const changed = jest.fn();

const CHOICES: FilterChoices = {
    statuses: [
        { id: '11', label: 'Open', category: 'open', isDefault: true },
        { id: '12', label: 'In development', category: 'open', isDefault: false }
    ],
    forms: [
        { value: '21', label: 'Default' },
        { value: '22', label: 'Incident' }
    ],
    brands: [{ value: '31', label: 'Fernhill' }],
    groups: [
        { value: '41', label: 'Support' },
        { value: '42', label: 'Sales' }
    ],
    agents: [{ value: '51', label: 'Ada' }],
    hasMoreAgents: false
};

async function mountFilters(filter: TicketFilter, part: object = {}): Promise<HTMLElement> {
    const filters = mount<HTMLElement>('c-zendesk-ticket-filters', ZendeskTicketFilters, {
        filter,
        ...part
    });
    filters.addEventListener('filterchange', (event) => changed((event as CustomEvent).detail));
    await settle();
    return filters;
}

function send(filters: HTMLElement, selector: string, name: string, detail: unknown): void {
    find(filters, selector).dispatchEvent(new CustomEvent(name, { detail }));
}

function facets(filters: HTMLElement): readonly (string | undefined)[] {
    return findAll(filters, 'c-zendesk-facet').map(({ dataset }) => dataset.name);
}

function values(filters: HTMLElement, name: string): readonly string[] {
    const facet = find<HTMLElement & { options: readonly { value: string }[] }>(
        filters,
        `[data-name="${name}"]`
    );
    return facet.options.map(({ value }) => value);
}

afterEach(() => jest.useRealTimers());

describe('c-zendesk-ticket-filters', () => {
    it('shows what is chosen', async () => {
        const filters = await mountFilters({ statuses: ['open'], text: 'printer', tags: ['vip'] });

        expect(find(filters, '[data-name="statuses"]')).toMatchObject({ values: ['open'] });
        expect(find(filters, '[data-name="types"]')).toMatchObject({ values: [] });
        expect(find(filters, '.text')).toMatchObject({ value: 'printer' });
        expect(find(filters, '.tags')).toMatchObject({ values: [{ value: 'vip', label: 'vip' }] });
        await expect(filters).toBeAccessible();
    });

    it('offers at first what all accounts have', async () => {
        expect(facets(await mountFilters({}))).toEqual(['statuses', 'priorities', 'types']);
    });

    it('offers what the account has, where that leaves a choice', async () => {
        const filters = await mountFilters({}, { known: { choices: CHOICES } });

        expect(facets(filters)).toEqual([
            'statuses',
            'priorities',
            'types',
            'assigneeIds',
            'groupIds',
            'formIds'
        ]);
        expect(values(filters, 'statuses').slice(0, 3)).toEqual(['new', '11', '12']);
        await expect(filters).toBeAccessible();
    });

    it('shows a choice even where it is the only one', async () => {
        const filters = await mountFilters({ brandIds: ['31'] }, { known: { choices: CHOICES } });

        expect(facets(filters)).toContain('brandIds');
    });

    it('offers “me” to whoever is somebody in Zendesk', async () => {
        const known = { choices: CHOICES };

        expect(values(await mountFilters({}, { known }), 'assigneeIds')).toEqual(['none', '51']);
        expect(values(await mountFilters({}, { known, knowsMe: true }), 'assigneeIds')).toEqual([
            'me',
            'none',
            '51'
        ]);
    });

    it('adds a choice to the others', async () => {
        const filters = await mountFilters({ types: ['task'] });

        send(filters, '[data-name="priorities"]', 'choose', ['urgent', 'none']);

        expect(changed).toHaveBeenCalledWith({ types: ['task'], priorities: ['urgent', 'none'] });
    });

    it('looks for single statuses of the account', async () => {
        const filters = await mountFilters({ statuses: ['open'] }, { known: { choices: CHOICES } });

        send(filters, '[data-name="statuses"]', 'choose', ['12']);

        expect(changed).toHaveBeenCalledWith({ statuses: [], customStatusIds: ['12'] });
    });

    it('takes tags and times', async () => {
        const filters = await mountFilters({});

        send(filters, '.tags', 'valueschange', [{ value: 'vip', label: 'vip' }]);
        send(filters, 'c-zendesk-updated-input', 'choose', { updatedDays: 7 });

        expect(changed.mock.calls).toEqual([[{ tags: ['vip'] }], [{ updatedDays: 7 }]]);
    });

    it('includes closed tickets on demand', async () => {
        const filters = await mountFilters({});

        send(filters, '.closed', 'change', { checked: true });

        expect(changed).toHaveBeenCalledWith({ isClosedIncluded: true });
    });

    it('leaves closed tickets to the statuses when any are chosen', async () => {
        const filters = await mountFilters({ statuses: ['closed'] });

        expect(find(filters, '.closed')).toMatchObject({ disabled: true });
    });

    it('searches once typing pauses', async () => {
        const filters = await mountFilters({});
        jest.useFakeTimers();

        send(filters, '.text', 'change', { value: 'pri' });
        send(filters, '.text', 'change', { value: 'printer' });
        jest.runAllTimers();

        expect(changed.mock.calls).toEqual([[{ text: 'printer' }]]);
    });

    it('says why it does not know what the account has', async () => {
        const problem = { code: 'rate_limited', message: 'Wait 5 seconds.' };
        const filters = await mountFilters({}, { known: { problem } });

        expect(textOf(filters)).toContain('Wait 5 seconds.');
        await expect(filters).toBeAccessible();
    });

    describe('with more agents than are listed', () => {
        const choices = { ...CHOICES, hasMoreAgents: true };
        const facetOf = (filters: HTMLElement) => find(filters, '[data-name="assigneeIds"]');

        it('says so, and asks for the others', async () => {
            const filters = await mountFilters({}, { known: { choices } });
            const asked = jest.fn();
            filters.addEventListener('findagents', (event) => asked((event as CustomEvent).detail));

            send(filters, '[data-name="assigneeIds"]', 'find', 'ada');

            expect(facetOf(filters)).toMatchObject({
                hasMore: true,
                hint: 'c.Zendesk_Facet_MoreAgents'
            });
            expect(asked).toHaveBeenCalledWith('ada');
            expect(find(filters, '[data-name="groupIds"]')).toMatchObject({ hasMore: false });
        });

        it('says that it is searching, and why nobody was found', async () => {
            const searchProblem = { code: 'unavailable', message: 'Away.' };
            const searching = await mountFilters({}, { known: { choices, isSearching: true } });
            const failed = await mountFilters({}, { known: { choices, searchProblem } });

            expect(facetOf(searching)).toMatchObject({ hint: 'c.Zendesk_Lookup_Searching' });
            expect(facetOf(failed)).toMatchObject({ hint: 'Away.' });
        });
    });
});
