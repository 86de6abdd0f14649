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

interface Fields extends HTMLElement {
    close(): void;
    closeAside(): void;
}

function heard(element: HTMLElement, name: string): jest.Mock {
    const listener = jest.fn();
    element.addEventListener(name, (event) => listener((event as CustomEvent).detail));
    return listener;
}

/** What gets the focus from now on: the stubs of Lightning's components don't take it. */
function watchFocus(): () => readonly unknown[] {
    const focus = jest.spyOn(HTMLElement.prototype, 'focus');
    return () => focus.mock.contexts;
}

function press(place: HTMLElement | undefined, key: string, type = 'keydown'): void {
    place?.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
}

afterEach(() => jest.restoreAllMocks());

describe('c-zendesk-ticket-fields', () => {
    it('shows values to read', async () => {
        const element = await mountFields({ fields: [view('1'), view('2', { display: '' })] });

        expect(textOf(element)).toContain('Value 1');
        expect(findAll(element, '[role="list"] > [role="listitem"]')).toHaveLength(2);
        expect(findAll(element, '.value')[1]?.textContent).toBe('');
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

    it('closes again when it is told to, the cursor on the pencil', async () => {
        const element = await mountFields({ fields: [view('1'), view('2')] });
        const opened = heard(element, 'openchange');
        const focused = watchFocus();
        findAll(element, 'lightning-button-icon')[1]?.click();
        await settle();

        (element as Fields).close();
        await settle();

        expect(findAll(element, 'c-zendesk-field-input')).toHaveLength(0);
        expect(focused().at(-1)).toBe(findAll(element, 'lightning-button-icon')[1]);
        expect(opened.mock.calls).toEqual([[true], [false]]);
    });

    it('keeps the cursor among the fields when there is no pencil to go to', async () => {
        const element = await mountFields({ fields: [view('1', { problem: 'Wrong.' })] });

        (element as Fields).close();

        expect(element.shadowRoot?.activeElement).toBe(find(element, '.fields'));
    });

    it('takes the cursor into the field that is open, or to all of them', async () => {
        const element = await mountFields({ fields: [view('1'), view('2')] });
        element.focus();
        expect(element.shadowRoot?.activeElement).toBe(find(element, '.fields'));
        findAll(element, 'lightning-button-icon')[1]?.click();
        await settle();
        const focused = jest.spyOn(find(element, 'c-zendesk-field-input'), 'focus');

        element.focus();

        expect(focused).toHaveBeenCalledTimes(1);
    });

    it('leaves the cursor of somebody who has gone on elsewhere', async () => {
        const element = await mountFields({ fields: [view('1')] });
        find(element, 'lightning-button-icon').click();
        await settle();
        (document.activeElement as HTMLElement).blur();

        (element as Fields).closeAside();
        await settle();

        expect(findAll(element, 'c-zendesk-field-input')).toHaveLength(0);
        expect(element.shadowRoot?.activeElement).toBeNull();
    });

    it('takes one field back by Escape, the cursor on its pencil', async () => {
        const element = await mountFields({ fields: [view('1'), view('2')] });
        const reset = heard(element, 'fieldreset');
        const opened = heard(element, 'openchange');
        const beyond = jest.fn();
        element.addEventListener('keydown', beyond);
        const [first, second] = findAll(element, 'lightning-button-icon');
        const focused = watchFocus();
        first?.click();
        second?.click();
        await settle();

        press(findAll(element, 'c-zendesk-field-input')[0], 'Escape');
        expect(focused().at(-1)).toBe(find(element, '.fields'));
        await settle();

        expect(reset).toHaveBeenCalledWith('1');
        expect(beyond).not.toHaveBeenCalled();
        expect(opened).toHaveBeenCalledTimes(1);
        expect(find(element, 'c-zendesk-field-input').dataset.key).toBe('2');
        expect(focused().at(-1)).toBe(find(element, 'lightning-button-icon'));
    });

    it('closes nothing by Escape where nothing is open, or all of it', async () => {
        const reading = await mountFields({ fields: [view('1')] });
        const form = await mountFields({ fields: [view('1')], isEditing: true });
        const reset = heard(reading, 'fieldreset');
        form.addEventListener('fieldreset', reset);

        press(find<HTMLElement>(reading, 'lightning-button-icon'), 'Escape');
        press(find<HTMLElement>(form, 'c-zendesk-field-input'), 'Escape');

        expect(reset).not.toHaveBeenCalled();
    });

    it('brings a field into sight that is reached by Tab', async () => {
        const element = await mountFields({ fields: [view('1')] });
        const scroll = jest.spyOn(find(element, '.field'), 'scrollIntoView');

        press(find<HTMLElement>(element, 'lightning-button-icon'), 'Tab', 'keyup');
        press(find<HTMLElement>(element, 'lightning-button-icon'), 'a', 'keyup');

        expect(scroll.mock.calls).toEqual([[{ block: 'nearest' }]]);
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
        const changed = heard(element, 'fieldchange');
        const needed = heard(element, 'choicesneeded');

        const [first] = findAll(element, 'c-zendesk-field-input');
        first?.dispatchEvent(new CustomEvent('fieldchange', { detail: 'changed' }));
        first?.dispatchEvent(new CustomEvent('choicesneeded', { detail: '1' }));

        expect(findAll(element, 'c-zendesk-field-input')).toHaveLength(2);
        expect(changed).toHaveBeenCalledWith('changed');
        expect(needed).toHaveBeenCalledWith('1');
        await expect(element).toBeAccessible();
    });

    it('marks what has to be filled in, for those who can', async () => {
        const fields = [view('1', { isRequired: true })];
        const element = await mountFields({ fields });
        const reader = await mountFields({ fields, mayEdit: false });

        expect(find(element, 'abbr').title).toBe('c.Zendesk_Fields_Required');
        expect(findAll(reader, 'abbr')).toHaveLength(0);
    });

    it('puts the cursor into a field that is being entered', async () => {
        const element = await mountFields({ fields: [view('1'), view('2')], isEditing: true });
        const input = findAll(element, 'c-zendesk-field-input')[1] as HTMLElement;
        input.focus = jest.fn();

        (element as HTMLElement & { focusField(key: string): void }).focusField('2');

        expect(input.focus).toHaveBeenCalledTimes(1);
    });
});
