import ZendeskRequesterInput from 'c/zendeskRequesterInput';
import { find, findAll, mount, settle } from 'test/mount';

const ROSA = { id: '003', name: 'Rosa Diaz', email: 'rosa@example.com' };

async function mountInput(
    properties: object
): Promise<{ element: HTMLElement; changed: jest.Mock }> {
    const element = mount<HTMLElement>('c-zendesk-requester-input', ZendeskRequesterInput, {
        contacts: [ROSA],
        ...properties
    });
    const changed = jest.fn();
    element.addEventListener('requesterchange', (event) => changed((event as CustomEvent).detail));
    await settle();
    return { element, changed };
}

async function choose(element: HTMLElement, value: string): Promise<void> {
    find(element, 'lightning-combobox').dispatchEvent(
        new CustomEvent('change', { detail: { value } })
    );
    await settle();
}

describe('c-zendesk-requester-input', () => {
    it('offers the contacts of the record, by name and address', async () => {
        const { element, changed } = await mountInput({});

        await choose(element, 'rosa@example.com');

        expect(changed).toHaveBeenCalledWith({
            requesterName: 'Rosa Diaz',
            requesterEmail: 'rosa@example.com'
        });
        expect(findAll(element, 'lightning-input')).toHaveLength(0);
        await expect(element).toBeAccessible();
    });

    it('takes somebody else by name and email', async () => {
        const { element, changed } = await mountInput({});

        await choose(element, 'other');
        const [name, email] = findAll(element, 'lightning-input');
        name?.dispatchEvent(new CustomEvent('change', { detail: { value: 'New' } }));
        email?.dispatchEvent(new CustomEvent('change', { detail: { value: 'new@example.com' } }));

        expect(changed.mock.calls.map(([part]) => part)).toEqual([
            { requesterName: undefined, requesterEmail: undefined },
            { requesterName: 'New' },
            { requesterEmail: 'new@example.com' }
        ]);
        await expect(element).toBeAccessible();
    });

    it('says that somebody may be missing, and what to do then', async () => {
        const { element } = await mountInput({ hasMore: true });

        expect(find(element, 'p').textContent).toContain('c.Zendesk_New_FirstContacts');
        await expect(element).toBeAccessible();
    });

    it('says nothing when everybody is there', async () => {
        const { element } = await mountInput({});

        expect(findAll(element, 'p')).toHaveLength(0);
    });

    it('asks for an address at once when the record has no contacts', async () => {
        const { element } = await mountInput({ contacts: [] });

        expect(findAll(element, 'lightning-input')).toHaveLength(2);
    });

    it('shows the address that a draft brings back', async () => {
        const { element } = await mountInput({ email: 'new@example.com' });

        expect(find(element, 'lightning-combobox')).toMatchObject({ value: 'other' });
        expect(findAll(element, 'lightning-input')[1]).toMatchObject({ value: 'new@example.com' });
    });

    it.each([
        ['the choice', [ROSA], 'lightning-combobox'],
        ['the address', [], 'lightning-input[type="email"], lightning-input:nth-of-type(2)']
    ])('marks %s that is wrong, and puts the cursor there', async (_, contacts, selector) => {
        const { element } = await mountInput({ contacts });
        const input = find<HTMLElement & { setCustomValidity: jest.Mock }>(element, selector);
        input.setCustomValidity = jest.fn();
        input.focus = jest.fn();

        Object.assign(element, { problem: 'Complete this field.' });
        element.focus();

        expect(input.setCustomValidity).toHaveBeenCalledWith('Complete this field.');
        expect(input.focus).toHaveBeenCalledTimes(1);
    });
});
