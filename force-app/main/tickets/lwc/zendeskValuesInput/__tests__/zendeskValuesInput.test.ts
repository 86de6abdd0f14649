import ZendeskValuesInput from 'c/zendeskValuesInput';
import { find, mount, settle } from 'test/mount';

import type { Choice } from 'c/zendeskConversationService';

const WEB = { value: 'web', label: 'Web' };
const IOS = { value: 'ios', label: 'iOS' };

async function mountInput(
    properties: object
): Promise<{ element: HTMLElement; reported: jest.Mock }> {
    const element = mount<HTMLElement>('c-zendesk-values-input', ZendeskValuesInput, {
        recordId: '001',
        label: 'Platforms',
        ...properties
    });
    const reported = jest.fn();
    element.addEventListener('valueschange', (event) =>
        reported((event as CustomEvent<readonly Choice[]>).detail)
    );
    await settle();
    return { element, reported };
}

function send(element: HTMLElement, selector: string, name: string, detail: object): void {
    find(element, selector).dispatchEvent(new CustomEvent(name, { detail }));
}

describe('c-zendesk-values-input', () => {
    it('offers options that are not chosen yet, and adds one', async () => {
        const { element, reported } = await mountInput({ values: [WEB], options: [WEB, IOS] });
        expect(find(element, 'lightning-combobox')).toMatchObject({ options: [IOS] });

        send(element, 'lightning-combobox', 'change', { value: 'ios' });

        expect(reported).toHaveBeenCalledWith([WEB, IOS]);
        await expect(element).toBeAccessible();
    });

    it('takes one away', async () => {
        const { element, reported } = await mountInput({ values: [WEB, IOS], options: [] });

        send(element, 'lightning-pill-container', 'itemremove', { item: { name: 'web' } });

        expect(reported).toHaveBeenCalledWith([IOS]);
    });

    it('takes tags as Zendesk keeps them: in lower case, without blanks, once', async () => {
        const { element, reported } = await mountInput({ kind: 'tags', values: [WEB] });

        send(element, 'lightning-input', 'change', { value: 'VIP, web  urgent' });
        find(element, 'lightning-input').dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter' })
        );

        expect(reported.mock.calls[0]?.[0].map(({ value }: Choice) => value)).toEqual([
            'web',
            'vip',
            'urgent'
        ]);
        await expect(element).toBeAccessible();
    });

    it('takes a tag when the field is left, too', async () => {
        const { element, reported } = await mountInput({ kind: 'tags', values: [] });

        send(element, 'lightning-input', 'change', { value: 'vip' });
        send(element, 'lightning-input', 'blur', {});

        expect(reported).toHaveBeenCalledTimes(1);
    });

    it('searches for people', async () => {
        const { element, reported } = await mountInput({ kind: 'people', values: [WEB] });
        expect(find(element, 'c-zendesk-lookup')).toMatchObject({
            isComplete: false,
            takesAddresses: true,
            excluded: ['web']
        });

        send(element, 'c-zendesk-lookup', 'choose', { value: '21', label: 'Ada' });

        expect(reported).toHaveBeenCalledWith([WEB, { value: '21', label: 'Ada' }]);
        await expect(element).toBeAccessible();
    });

    it('chooses people among those who are listed', async () => {
        const people = { kind: 'people', options: [WEB], isListed: true };
        const { element } = await mountInput(people);

        expect(find(element, 'c-zendesk-lookup')).toMatchObject({
            isComplete: true,
            takesAddresses: false,
            options: [WEB]
        });
    });

    it('misses a value only as long as there is none', async () => {
        const empty = await mountInput({ required: true, values: [], options: [WEB] });
        const filled = await mountInput({ required: true, values: [WEB], options: [WEB] });

        expect(find(empty.element, 'lightning-combobox')).toMatchObject({ required: true });
        expect(find(filled.element, 'lightning-combobox')).toMatchObject({ required: false });
    });

    it.each([
        ['choices', 'lightning-combobox'],
        ['tags', 'lightning-input'],
        ['people', 'c-zendesk-lookup']
    ])('puts the cursor where more %s come in', async (kind, selector) => {
        const { element } = await mountInput({ kind, values: [], options: [], target: 'zen:user' });
        const focused = jest.spyOn(find(element, selector), 'focus');

        (element as HTMLElement & { focus(): void }).focus();

        expect(focused).toHaveBeenCalledTimes(1);
    });

    it.each([
        ['choices', 'lightning-combobox'],
        ['tags', 'lightning-input']
    ])('says what is wrong with %s where more come in', async (kind, selector) => {
        const { element } = await mountInput({ kind });
        const input = find<HTMLElement & { setCustomValidity: jest.Mock }>(element, selector);
        input.setCustomValidity = jest.fn();

        Object.assign(element, { problem: 'Fill this in.' });
        await settle();

        expect(input.setCustomValidity).toHaveBeenCalledWith('Fill this in.');
    });

    it('says what is wrong with people at the lookup', async () => {
        const { element } = await mountInput({ kind: 'people', problem: 'Not this one.' });

        expect(find(element, 'c-zendesk-lookup')).toMatchObject({ problem: 'Not this one.' });
    });
});
