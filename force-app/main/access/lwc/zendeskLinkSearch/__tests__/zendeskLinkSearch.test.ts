import ZendeskLinkSearch from 'c/zendeskLinkSearch';
import { find, findAll, mount, settle, textOf } from 'test/mount';

import type { Target } from 'c/zendeskMatchService';

type Search = HTMLElement & { targets?: readonly Target[] };

const ACME: Target = { type: 'organization', id: '14', name: 'ACME' };

beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick'] });
});

afterEach(() => {
    jest.useRealTimers();
});

function mountSearch(): { search: Search; searched: jest.Mock } {
    const search = mount<Search>('c-zendesk-link-search', ZendeskLinkSearch);
    const searched = jest.fn();
    search.addEventListener('search', (event) => searched((event as CustomEvent).detail));
    return { search, searched };
}

function type(search: Search, value: string): void {
    find(search, 'lightning-input').dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

async function rendered(): Promise<void> {
    jest.useRealTimers();
    await settle();
}

describe('c-zendesk-link-search', () => {
    it('searches once typing pauses', () => {
        const { search, searched } = mountSearch();

        type(search, 'Ac');
        type(search, ' Acm ');
        jest.runAllTimers();

        expect(searched).toHaveBeenCalledTimes(1);
        expect(searched).toHaveBeenCalledWith({ type: 'organization', text: 'Acm' });
    });

    it('does not search by less than two characters', () => {
        const { search, searched } = mountSearch();

        type(search, 'A ');
        jest.runAllTimers();

        expect(searched).not.toHaveBeenCalled();
    });

    it('searches anew for the other type', () => {
        const { search, searched } = mountSearch();
        type(search, 'Rosa');
        jest.runAllTimers();

        find(search, 'lightning-radio-group').dispatchEvent(
            new CustomEvent('change', { detail: { value: 'user' } })
        );
        jest.runAllTimers();

        expect(searched).toHaveBeenLastCalledWith({ type: 'user', text: 'Rosa' });
    });

    it('forgets a search when it leaves the page', () => {
        const { search, searched } = mountSearch();
        type(search, 'Acme');

        search.remove();
        jest.runAllTimers();

        expect(searched).not.toHaveBeenCalled();
    });

    it('offers to link what was found', async () => {
        const { search } = mountSearch();
        const linked = jest.fn();
        search.addEventListener('link', (event) => linked((event as CustomEvent).detail));
        type(search, 'Ac');
        search.targets = [ACME];
        await rendered();

        find(search, 'lightning-button').click();

        expect(find(search, 'lightning-button')).toHaveProperty('label', 'c.Zendesk_Link_Link');
        expect(linked).toHaveBeenCalledWith({ type: 'organization', id: '14' });
        await expect(search).toBeAccessible();
    });

    it('says when nothing was found', async () => {
        const { search } = mountSearch();
        type(search, 'Xy');
        search.targets = [];
        await rendered();

        expect(textOf(search)).toContain('c.Zendesk_Link_Nothing');
        expect(findAll(search, 'li')).toHaveLength(0);
        await expect(search).toBeAccessible();
    });

    it('says so of what was searched, not of what is typed since', async () => {
        const { search } = mountSearch();
        type(search, 'Xy');
        search.targets = [];
        type(search, 'Acme');
        await rendered();

        expect(textOf(search)).not.toContain('c.Zendesk_Link_Nothing');
    });

    it('tells apart what has the same name', async () => {
        const { search } = mountSearch();
        type(search, 'Ro');
        search.targets = ['rosa@one.example', 'rosa@two.example'].map((detail, index) => ({
            type: 'user',
            id: String(index),
            name: 'Rosa Diaz',
            detail
        }));
        await rendered();

        expect(textOf(search)).toContain('rosa@one.example');
        expect(textOf(search)).toContain('rosa@two.example');
        await expect(search).toBeAccessible();
    });
});
