import ZendeskTicketFields from 'c/zendeskTicketFields';
import { find, findAll, mount, settle, textOf } from 'test/mount';

import type { FieldView } from 'c/zendeskFieldViews';

function view(key: string, part: Partial<FieldView> = {}): FieldView {
    return {
        key,
        type: 'text',
        title: `Field ${key}`,
        input: 'text',
        text: 'x',
        values: [],
        display: `Value ${key}`,
        options: [],
        isRequired: false,
        ...part
    };
}

async function mountFields(properties: object): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-ticket-fields', ZendeskTicketFields, {
        recordId: '001',
        mayEdit: true,
        ...properties
    });
    await settle();
    return element;
}

describe('c-zendesk-ticket-fields', () => {
    it('shows values to read', async () => {
        const element = await mountFields({ fields: [view('1'), view('2', { display: '' })] });

        expect(textOf(element)).toContain('Value 1');
        expect(textOf(element)).toContain('c.Zendesk_Value_Empty');
        expect(findAll(element, 'c-zendesk-field-input')).toHaveLength(0);
        await expect(element).toBeAccessible();
    });

    it('opens one field at a time where it stands', async () => {
        const element = await mountFields({ fields: [view('1'), view('2')] });

        findAll(element, 'lightning-button-icon')[1]?.click();
        await settle();

        expect(findAll(element, 'c-zendesk-field-input')).toHaveLength(1);
        expect(find(element, 'c-zendesk-field-input').dataset.key).toBe('2');
        await expect(element).toBeAccessible();
    });

    it('closes again when it is told to', async () => {
        const element = await mountFields({ fields: [view('1')] });
        find(element, 'lightning-button-icon').click();
        await settle();

        (element as HTMLElement & { close(): void }).close();
        await settle();

        expect(findAll(element, 'c-zendesk-field-input')).toHaveLength(0);
    });

    it('offers nothing to enter to a reader, nor where nothing can be entered', async () => {
        const reader = await mountFields({ fields: [view('1')], mayEdit: false });
        const locked = await mountFields({ fields: [view('1', { input: 'none' })] });

        expect(findAll(reader, 'lightning-button-icon')).toHaveLength(0);
        expect(findAll(locked, 'lightning-button-icon')).toHaveLength(0);
    });

    it('opens a field that has a problem', async () => {
        const element = await mountFields({ fields: [view('1', { problem: 'Wrong.' })] });

        expect(findAll(element, 'c-zendesk-field-input')).toHaveLength(1);
    });

    it('enters all fields of a new ticket, and passes on what happens', async () => {
        const element = await mountFields({ fields: [view('1'), view('2')], isEditing: true });
        const heard = jest.fn();
        element.addEventListener('fieldchange', (event) => heard((event as CustomEvent).detail));
        element.addEventListener('choicesneeded', (event) => heard((event as CustomEvent).detail));

        const [first] = findAll(element, 'c-zendesk-field-input');
        first?.dispatchEvent(new CustomEvent('fieldchange', { detail: 'changed' }));
        first?.dispatchEvent(new CustomEvent('choicesneeded', { detail: '1' }));

        expect(findAll(element, 'c-zendesk-field-input')).toHaveLength(2);
        expect(heard.mock.calls).toEqual([['changed'], ['1']]);
        await expect(element).toBeAccessible();
    });

    it('marks what has to be filled in', async () => {
        const element = await mountFields({ fields: [view('1', { isRequired: true })] });

        expect(find(element, 'abbr').title).toBe('c.Zendesk_Fields_Required');
    });

    it('puts the cursor into a field that is being entered', async () => {
        const element = await mountFields({ fields: [view('1'), view('2')], isEditing: true });
        const input = findAll(element, 'c-zendesk-field-input')[1] as HTMLElement;
        input.focus = jest.fn();

        (element as HTMLElement & { focusField(key: string): void }).focusField('2');

        expect(input.focus).toHaveBeenCalledTimes(1);
    });
});
