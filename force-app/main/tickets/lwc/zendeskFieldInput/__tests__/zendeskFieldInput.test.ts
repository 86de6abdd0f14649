import ZendeskFieldInput from 'c/zendeskFieldInput';
import { find, findAll, mount, settle } from 'test/mount';

import type { FieldView, InputKind } from 'c/zendeskFieldViews';

jest.mock('@salesforce/i18n/locale', () => ({ __esModule: true, default: 'fr-FR' }), {
    virtual: true
});

function view(input: InputKind, part: Partial<FieldView> = {}): FieldView {
    return {
        key: '7',
        type: 'text',
        title: 'Field',
        input,
        text: '',
        values: [],
        display: '',
        options: [],
        isRequired: false,
        ...part
    };
}

async function mountInput(field: FieldView): Promise<{ element: HTMLElement; changed: jest.Mock }> {
    const element = mount<HTMLElement>('c-zendesk-field-input', ZendeskFieldInput, {
        recordId: '001',
        field
    });
    const changed = jest.fn();
    element.addEventListener('fieldchange', (event) => changed((event as CustomEvent).detail));
    await settle();
    return { element, changed };
}

function change(element: HTMLElement, selector: string, detail: object): void {
    find(element, selector).dispatchEvent(new CustomEvent('change', { detail }));
}

describe('c-zendesk-field-input', () => {
    it.each<[InputKind, string]>([
        ['text', 'lightning-input'],
        ['textarea', 'lightning-textarea'],
        ['date', 'lightning-input'],
        ['choice', 'lightning-combobox']
    ])('enters a %s', async (kind, selector) => {
        const { element, changed } = await mountInput(view(kind, { isRequired: true }));
        expect(find(element, selector)).toMatchObject({ label: 'Field', required: true });

        change(element, selector, { value: 'x' });

        expect(changed).toHaveBeenCalledWith({
            value: { key: '7', type: 'text', text: 'x' },
            names: []
        });
        await expect(element).toBeAccessible();
    });

    it('takes a number as the user writes it, and leaves it as they type', async () => {
        const { element, changed } = await mountInput(view('number', { text: '12.5' }));
        expect(find(element, 'lightning-input')).toMatchObject({ type: 'text', value: '12,5' });

        change(element, 'lightning-input', { value: '1 234,50' });
        Object.assign(element, { field: view('number', { text: '1234.50' }) });
        await settle();

        expect(changed.mock.calls[0]?.[0].value.text).toBe('1234.50');
        expect(find(element, 'lightning-input')).toMatchObject({ value: '1 234,50' });
        await expect(element).toBeAccessible();
    });

    it('shows another number when it is changed from elsewhere', async () => {
        const { element } = await mountInput(view('number', { text: '1.5' }));
        change(element, 'lightning-input', { value: '2,5' });

        Object.assign(element, { field: view('number', { text: '3.5' }) });
        await settle();

        expect(find(element, 'lightning-input')).toMatchObject({ value: '3,5' });
    });

    it('ticks a box', async () => {
        const { element, changed } = await mountInput(view('checkbox', { text: 'true' }));
        expect(find(element, 'lightning-input')).toMatchObject({ checked: true });

        change(element, 'lightning-input', { checked: false });

        expect(changed.mock.calls[0]?.[0].value.text).toBe('false');
        await expect(element).toBeAccessible();
    });

    it('clears a date that the picker gives back as null', async () => {
        const { element, changed } = await mountInput(view('date', { text: '2026-05-06' }));

        change(element, 'lightning-input', { value: null });

        expect(changed.mock.calls[0]?.[0].value.text).toBe('');
    });

    it('lets a choice be taken back, but not a status', async () => {
        const options = [{ value: 'a', label: 'A' }];
        const { element } = await mountInput(view('choice', { options }));
        const status = await mountInput(view('choice', { options, type: 'status' }));

        expect(find(element, 'lightning-combobox')).toMatchObject({
            options: [{ value: '', label: 'c.Zendesk_Value_None' }, ...options]
        });
        expect(find(status.element, 'lightning-combobox')).toMatchObject({ options });
    });

    it('keeps showing a value whose choices were not asked for yet', async () => {
        const { element } = await mountInput(
            view('choice', { type: 'brand', text: '5', display: 'Fernhill' })
        );

        expect(find(element, 'lightning-combobox')).toMatchObject({
            options: [{ value: '5', label: 'Fernhill' }]
        });
    });

    it('asks for choices before one is made', async () => {
        const { element } = await mountInput(view('choice'));
        const asked = jest.fn();
        element.addEventListener('choicesneeded', (event) => asked((event as CustomEvent).detail));

        find(element, 'lightning-combobox').dispatchEvent(new CustomEvent('focus'));

        expect(asked).toHaveBeenCalledWith('7');
    });

    it('points a lookup to what was found, and away again', async () => {
        const lookup = view('lookup', { text: '21', display: 'Ada', target: 'zen:user' });
        const { element, changed } = await mountInput(lookup);

        const input = find(element, 'c-zendesk-lookup');
        const bo = { value: '22', label: 'Bo' };
        expect(input).toMatchObject({ selection: { value: '21', label: 'Ada' }, isKept: false });
        input.dispatchEvent(new CustomEvent('choose', { detail: bo }));
        input.dispatchEvent(new CustomEvent('clear'));

        expect(changed.mock.calls.map(([detail]) => detail.value.text)).toEqual(['22', '']);
        expect(changed.mock.calls[0]?.[0].names).toContainEqual(bo);
        await expect(element).toBeAccessible();
    });

    it('lets a requester be replaced, but not taken away', async () => {
        const requester = view('lookup', { type: 'requester', text: '21', target: 'zen:user' });
        const { element } = await mountInput(requester);

        expect(find(element, 'c-zendesk-lookup')).toMatchObject({ isKept: true });
    });

    it.each(['lookup', 'people'] as const)('asks whom a field of %s offers', async (kind) => {
        const { element } = await mountInput(view(kind, { target: 'zen:user' }));
        const asked = jest.fn();
        element.addEventListener('choicesneeded', (event) => asked((event as CustomEvent).detail));

        find(element, 'c-zendesk-lookup, c-zendesk-values-input').dispatchEvent(
            new CustomEvent('focusin')
        );

        expect(asked).toHaveBeenCalledWith('7');
    });

    it.each([
        ['lookup', 'c-zendesk-lookup'],
        ['choices', 'c-zendesk-values-input']
    ] as const)(
        'says at a field of the kind %s what is wrong, through the field itself',
        async (kind, selector) => {
            const { element } = await mountInput(view(kind, { problem: 'Choose another.' }));

            expect(find(element, selector)).toMatchObject({ problem: 'Choose another.' });
            await expect(element).toBeAccessible();
        }
    );

    it('says at a simple field what is wrong, through the field itself', async () => {
        const { element } = await mountInput(view('text'));
        const input = find<HTMLElement & { setCustomValidity: jest.Mock }>(
            element,
            'lightning-input'
        );
        input.setCustomValidity = jest.fn();

        Object.assign(element, { field: view('text', { problem: 'Fill this in.' }) });
        await settle();

        expect(input.setCustomValidity).toHaveBeenCalledWith('Fill this in.');
    });

    it('enters nothing of a kind that nobody knows', async () => {
        const { element } = await mountInput(view('none'));

        expect(findAll(element, ':not(style)')).toHaveLength(0);
    });
});
