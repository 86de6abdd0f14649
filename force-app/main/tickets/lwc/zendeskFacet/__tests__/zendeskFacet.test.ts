import ZendeskFacet from 'c/zendeskFacet';
import { find, findAll, mount, settle, textOf } from 'test/mount';

import type { FacetOption } from 'c/zendeskStatusFilter';

const OPTIONS: readonly FacetOption[] = [
    { value: '11', label: 'Open', group: 'Open' },
    { value: '12', label: 'In development', group: 'Open' },
    { value: '13', label: 'Pending', group: 'Pending' },
    { value: 'closed', label: 'Closed' }
];

function many(count: number): readonly FacetOption[] {
    return Array.from({ length: count }, (_, at) => ({ value: String(at), label: `Agent ${at}` }));
}

async function mountFacet(properties: object = {}): Promise<HTMLElement> {
    const facet = mount<HTMLElement>('c-zendesk-facet', ZendeskFacet, {
        label: 'Status',
        options: OPTIONS,
        ...properties
    });
    await settle();
    return facet;
}

async function openFacet(properties: object = {}): Promise<HTMLElement> {
    const facet = await mountFacet(properties);
    find(facet, '.opener').click();
    await settle();
    return facet;
}

function labels(facet: HTMLElement): readonly (string | null)[] {
    return findAll(facet, '.option .slds-form-element__label').map((label) => label.textContent);
}

describe('c-zendesk-facet', () => {
    it('says what is chosen', async () => {
        expect(textOf(await mountFacet())).toContain('c.Zendesk_Facet_Any');
        expect(textOf(await mountFacet({ values: ['12'] }))).toContain('In development');
        expect(textOf(await mountFacet({ values: ['11', '12'] }))).toContain(
            'c.Zendesk_Facet_Chosen'
        );
        expect(textOf(await mountFacet({ values: ['99'] }))).toContain('99');
    });

    it('drops down its options, under a heading where there is more than one', async () => {
        const facet = await openFacet({ values: ['12'] });

        expect(labels(facet)).toEqual(['Open', 'In development', 'Pending', 'Closed']);
        expect(findAll(facet, '.slds-text-title').map((title) => title.textContent)).toEqual([
            'Open'
        ]);
        expect(findAll(facet, 'input').map((box) => (box as HTMLInputElement).checked)).toEqual([
            false,
            true,
            false,
            false
        ]);
        expect(find(facet, '.opener').getAttribute('aria-expanded')).toBe('true');
        await expect(facet).toBeAccessible();
    });

    it('adds and takes away a value', async () => {
        const facet = await openFacet({ values: ['12'] });
        const chosen = jest.fn();
        facet.addEventListener('choose', (event) => chosen((event as CustomEvent).detail));
        const [first, second] = findAll(facet, 'input');

        first?.click();
        second?.click();

        expect(chosen.mock.calls).toEqual([[['12', '11']], [[]]]);
    });

    it('finds among many options', async () => {
        const facet = await openFacet({ options: many(12) });

        find(facet, '.find').dispatchEvent(
            new CustomEvent('change', { detail: { value: ' agent 11' } })
        );
        await settle();
        expect(labels(facet)).toEqual(['Agent 11']);

        find(facet, '.find').dispatchEvent(new CustomEvent('change', { detail: { value: 'x' } }));
        await settle();
        expect(textOf(facet)).toContain('c.Zendesk_Facet_Nothing');
        await expect(facet).toBeAccessible();
    });

    it('finds by words in any order', async () => {
        const facet = await openFacet({ options: many(12) });

        find(facet, '.find').dispatchEvent(
            new CustomEvent('change', { detail: { value: '11 AG' } })
        );
        await settle();

        expect(labels(facet)).toEqual(['Agent 11']);
    });

    it('asks for more options than it has once typing pauses, and says so', async () => {
        jest.useFakeTimers();
        const facet = mount<HTMLElement>('c-zendesk-facet', ZendeskFacet, {
            label: 'Assignee',
            options: many(2),
            hasMore: true,
            hint: 'Type a name to find others.'
        });
        const asked = jest.fn();
        facet.addEventListener('find', (event) => asked((event as CustomEvent).detail));
        find(facet, '.opener').click();
        await Promise.resolve();
        const type = (value: string) =>
            find(facet, '.find').dispatchEvent(new CustomEvent('change', { detail: { value } }));

        type('a');
        jest.runAllTimers();
        type('ad');
        type(' ada ');
        jest.runAllTimers();
        jest.useRealTimers();

        expect(asked.mock.calls).toEqual([['ada']]);
        expect(textOf(facet)).toContain('Type a name to find others.');
        await expect(facet).toBeAccessible();
    });

    it('needs no search among few', async () => {
        expect(findAll(await openFacet(), '.find')).toHaveLength(0);
    });

    it('closes by Escape, with the cursor where it was', async () => {
        const facet = await openFacet();

        find(facet, 'input').dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })
        );
        await settle();

        expect(findAll(facet, 'input')).toHaveLength(0);
        expect(facet.shadowRoot?.activeElement).toBe(find(facet, '.opener'));
    });

    it('closes when the cursor leaves it, and not while it moves inside', async () => {
        const facet = await openFacet();
        const leave = (relatedTarget: Element | null) =>
            find(facet, '.opener').dispatchEvent(
                new FocusEvent('focusout', { bubbles: true, relatedTarget })
            );

        leave(find(facet, 'input'));
        await settle();
        expect(findAll(facet, 'input')).not.toHaveLength(0);

        leave(null);
        await settle();
        expect(findAll(facet, 'input')).toHaveLength(0);
    });

    it('keeps the cursor when somebody presses between the options', async () => {
        const facet = await openFacet();
        const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true });

        find(facet, '.slds-text-title').dispatchEvent(press);

        expect(press.defaultPrevented).toBe(true);
    });
});
