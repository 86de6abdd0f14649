import ZendeskCombobox from 'c/zendeskCombobox';
import { find, findAll, mount, settle, textOf } from 'test/mount';

const ADA = { value: '21', label: 'Ada Agent', detail: 'ada@example.com' };
const BO = { value: '22', label: 'Bo Agent' };

async function mountCombobox(properties: object = {}): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-combobox', ZendeskCombobox, {
        label: 'Requester',
        iconName: 'standard:user',
        options: [ADA, BO],
        ...properties
    });
    await settle();
    return element;
}

function inputOf(element: HTMLElement): HTMLInputElement {
    return find<HTMLInputElement>(element, 'input');
}

async function press(element: HTMLElement, ...keys: readonly string[]): Promise<KeyboardEvent> {
    const events = keys.map(
        (key) =>
            new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true })
    );
    for (const event of events) {
        inputOf(element).dispatchEvent(event);
    }
    await settle();
    return events.at(-1) as KeyboardEvent;
}

async function click(element: HTMLElement, selector = 'input'): Promise<void> {
    find(element, selector).click();
    await settle();
}

function heard(element: HTMLElement, name: string): jest.Mock {
    const listener = jest.fn();
    element.addEventListener(name, (event) => listener((event as CustomEvent).detail));
    return listener;
}

function optionsOf(element: HTMLElement): readonly HTMLElement[] {
    return findAll(element, '[role="option"]');
}

describe('c-zendesk-combobox', () => {
    it('is closed as long as nobody asks', async () => {
        const element = await mountCombobox({ help: 'Who asks', required: true });

        expect(inputOf(element).getAttribute('aria-expanded')).toBe('false');
        expect(optionsOf(element)).toHaveLength(0);
        expect(find(element, 'abbr').title).toBe('c.Zendesk_Fields_Required');
        expect(find(element, 'lightning-helptext')).toMatchObject({ content: 'Who asks' });
        await expect(element).toBeAccessible();
    });

    it('says what is wrong, to those who don’t see it too', async () => {
        const element = await mountCombobox({ problem: 'Choose another.' });
        const input = inputOf(element);

        expect(input.getAttribute('aria-invalid')).toBe('true');
        const alert = find(element, '[role="alert"]');
        expect(textOf(alert)).toContain('Choose another.');
        expect(input.getAttribute('aria-describedby')?.split(' ')).toContain(alert.id);
        await expect(element).toBeAccessible();
    });

    it('offers options, told apart by what is known of them', async () => {
        const element = await mountCombobox({ message: 'Results: 2' });

        await click(element);

        expect(inputOf(element).getAttribute('aria-expanded')).toBe('true');
        expect(textOf(find(element, '[role="listbox"]'))).toContain('ada@example.com');
        expect(textOf(find(element, '[role="status"]'))).toContain('Results: 2');
        await expect(element).toBeAccessible();
    });

    it('chooses by mouse, and keeps the cursor where it is', async () => {
        const element = await mountCombobox();
        const chosen = heard(element, 'choose');
        await click(element);
        const mouse = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
        optionsOf(element)[1]?.dispatchEvent(mouse);

        optionsOf(element)[1]?.click();
        await settle();

        expect(mouse.defaultPrevented).toBe(true);
        expect(chosen).toHaveBeenCalledWith(BO);
        expect(optionsOf(element)).toHaveLength(0);
    });

    it.each([
        [['ArrowDown'], ADA],
        [['ArrowDown', 'ArrowDown'], BO],
        [['ArrowDown', 'ArrowDown', 'ArrowDown'], ADA],
        [['ArrowUp'], BO]
    ])('chooses by keyboard: %j', async (keys, choice) => {
        const element = await mountCombobox();
        const chosen = heard(element, 'choose');
        await press(element, ...keys);
        const active = findAll(element, '[aria-selected="true"]');
        expect(active).toHaveLength(1);
        expect(inputOf(element).getAttribute('aria-activedescendant')).toBe(active[0]?.id);
        await expect(element).toBeAccessible();

        const enter = await press(element, 'Enter');

        expect(chosen).toHaveBeenCalledWith(choice);
        expect(enter.defaultPrevented).toBe(true);
    });

    it('chooses nothing by Enter alone', async () => {
        const element = await mountCombobox();
        const chosen = heard(element, 'choose');

        await press(element, 'Enter');
        await click(element);
        await press(element, 'Enter');

        expect(chosen).not.toHaveBeenCalled();
    });

    it('tells what is typed', async () => {
        const element = await mountCombobox();
        const typed = heard(element, 'type');
        inputOf(element).value = 'ad';
        inputOf(element).dispatchEvent(new InputEvent('input'));
        await settle();

        expect(typed).toHaveBeenCalledWith('ad');
        expect(optionsOf(element)).toHaveLength(2);
    });

    it('shows a message when there is nothing to choose from', async () => {
        const element = await mountCombobox({ options: [], message: 'Nothing.', text: 'zz' });

        await click(element);

        expect(find(element, '[role="status"]').className).toBe('slds-form-element__help');
        expect(textOf(find(element, '[role="status"]'))).toBe('Nothing.');
        expect(inputOf(element).getAttribute('aria-expanded')).toBe('false');
        await expect(element).toBeAccessible();
    });

    it('does not take a text for a choice', async () => {
        const element = await mountCombobox({ text: 'ad' });
        const left = heard(element, 'leave');
        await click(element);
        expect(findAll(element, '.slds-has-error')).toHaveLength(0);

        inputOf(element).dispatchEvent(new FocusEvent('blur'));
        await settle();

        expect(left).toHaveBeenCalledTimes(1);
        expect(findAll(element, '.slds-has-error')).toHaveLength(1);
        expect(textOf(element)).toContain('c.Zendesk_Lookup_Pick');
        await expect(element).toBeAccessible();
    });

    it('gives Escape to the list first, then to the text, then to what is around', async () => {
        const element = await mountCombobox({ text: 'ad' });
        const beyond = jest.fn();
        element.addEventListener('keydown', beyond);
        const typed = heard(element, 'type');
        await click(element);

        await press(element, 'Escape');
        expect(optionsOf(element)).toHaveLength(0);
        expect(typed).not.toHaveBeenCalled();
        await press(element, 'Escape');
        expect(typed).toHaveBeenCalledWith('');
        Object.assign(element, { text: '' });
        await settle();
        expect(beyond).not.toHaveBeenCalled();
        await press(element, 'Escape');

        expect(beyond).toHaveBeenCalledTimes(1);
    });

    describe('with something chosen', () => {
        it('shows it in the place of a search', async () => {
            const element = await mountCombobox({ selection: ADA });

            await click(element);
            await press(element, 'ArrowDown');

            expect(inputOf(element)).toMatchObject({ value: 'Ada Agent', readOnly: true });
            expect(optionsOf(element)).toHaveLength(0);
            await expect(element).toBeAccessible();
        });

        it.each(['click', 'Backspace', 'Delete'])('takes it away by %s', async (how) => {
            const element = await mountCombobox({ selection: ADA });
            const cleared = heard(element, 'clear');

            await (how === 'click' ? click(element, 'button') : press(element, how));

            expect(cleared).toHaveBeenCalledTimes(1);
            expect(element.shadowRoot?.activeElement).toBe(inputOf(element));
        });

        it('keeps what can only be replaced until something else is chosen', async () => {
            const element = await mountCombobox({ selection: ADA, isKept: true });
            const cleared = heard(element, 'clear');
            const chosen = heard(element, 'choose');

            await click(element, 'button');
            expect(inputOf(element)).toMatchObject({ value: '', readOnly: false });
            await press(element, 'Escape');
            expect(inputOf(element).value).toBe('Ada Agent');
            await press(element, 'Delete');
            await press(element, 'ArrowUp', 'Enter');

            expect(cleared).not.toHaveBeenCalled();
            expect(chosen).toHaveBeenCalledWith(BO);
        });

        it('shows it again when the search for something else is left', async () => {
            const element = await mountCombobox({ selection: ADA, isKept: true });
            await click(element, 'button');

            inputOf(element).dispatchEvent(new FocusEvent('blur'));
            await settle();

            expect(inputOf(element).value).toBe('Ada Agent');
        });
    });

    it('lets nothing be chosen while it is disabled', async () => {
        const element = await mountCombobox({ selection: ADA, disabled: true });

        expect(inputOf(element).disabled).toBe(true);
        expect(find<HTMLButtonElement>(element, 'button').disabled).toBe(true);
        await expect(element).toBeAccessible();
    });

    it('puts the cursor into the input', async () => {
        const element = await mountCombobox();

        element.focus();

        expect(element.shadowRoot?.activeElement).toBe(inputOf(element));
    });
});
