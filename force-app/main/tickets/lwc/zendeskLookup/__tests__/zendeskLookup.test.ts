import findTargets from '@salesforce/apex/ZendeskTicketChoiceController.findTargets';
import ZendeskLookup from 'c/zendeskLookup';
import { later } from 'test/later';
import { find, mount, settle } from 'test/mount';
import { reported } from 'test/tickets';

import type { Choice } from 'c/zendeskConversationService';

jest.mock(
    '@salesforce/apex/ZendeskTicketChoiceController.findTargets',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

interface Combobox extends HTMLElement {
    readonly text: string;
    readonly options: readonly Choice[];
    readonly message: string;
}

const answer = findTargets as unknown as jest.Mock;
const ADA = { value: '21', label: 'Ada Agent', detail: 'ada@example.com' };
const ZOE = { value: '22', label: 'Zoé Martin' };

async function mountLookup(properties: object = {}): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-lookup', ZendeskLookup, {
        recordId: '001',
        label: 'CCs',
        target: 'zen:user',
        ...properties
    });
    await rest();
    return element;
}

/** Real time for a moment. */
async function rest(): Promise<void> {
    jest.useRealTimers();
    await settle();
    jest.useFakeTimers();
}

function comboboxOf(element: HTMLElement): Combobox {
    return find<Combobox>(element, 'c-zendesk-combobox');
}

async function tell(element: HTMLElement, name: string, detail?: unknown): Promise<void> {
    comboboxOf(element).dispatchEvent(new CustomEvent(name, { detail }));
    await rest();
}

async function type(element: HTMLElement, text: string): Promise<void> {
    comboboxOf(element).dispatchEvent(new CustomEvent('type', { detail: text }));
    jest.advanceTimersByTime(400);
    await rest();
}

function heard(element: HTMLElement, name: string): jest.Mock {
    const listener = jest.fn();
    element.addEventListener(name, (event) => listener((event as CustomEvent).detail));
    return listener;
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('c-zendesk-lookup', () => {
    it('finds by the beginning of a name, when the typing pauses', async () => {
        answer.mockResolvedValue([ADA]);
        const element = await mountLookup();

        await tell(element, 'type', 'ad');
        expect(comboboxOf(element).message).toBe('c.Zendesk_Lookup_Searching');
        expect(answer).not.toHaveBeenCalled();
        await type(element, 'ada ');

        expect(answer.mock.calls).toEqual([[{ recordId: '001', target: 'zen:user', text: 'ada' }]]);
        expect(comboboxOf(element)).toMatchObject({
            text: 'ada ',
            options: [ADA],
            message: 'c.Zendesk_Lookup_Found'
        });
        jest.useRealTimers();
        await expect(element).toBeAccessible();
    });

    it('does not ask for a single letter', async () => {
        await type(await mountLookup(), 'a');

        expect(answer).not.toHaveBeenCalled();
    });

    it('says when nothing is found', async () => {
        answer.mockResolvedValue([]);
        const element = await mountLookup();

        await type(element, 'zz');

        expect(comboboxOf(element).message).toBe('c.Zendesk_Lookup_Nothing');
    });

    it('says what failed', async () => {
        answer.mockRejectedValue(reported('unavailable', 'No answer.'));
        const element = await mountLookup();

        await type(element, 'ad');

        expect(comboboxOf(element).message).toBe('No answer.');
    });

    it('drops what is found for a text that is there no more', async () => {
        const first = later<readonly Choice[]>();
        answer.mockReturnValueOnce(first.promise).mockResolvedValueOnce([ZOE]);
        const element = await mountLookup();
        await type(element, 'ad');
        await type(element, 'zo');

        first.answer([ADA]);
        await rest();

        expect(comboboxOf(element).options).toEqual([ZOE]);
    });

    it('offers the people of the record first, and nobody twice', async () => {
        answer.mockResolvedValue([ADA, ZOE]);
        const element = await mountLookup({ options: [ZOE, { value: '23', label: 'Bo' }] });
        expect(comboboxOf(element).options.map(({ label }) => label)).toEqual(['Zoé Martin', 'Bo']);

        await type(element, 'zoe');

        expect(comboboxOf(element).options).toEqual([ZOE, ADA]);
    });

    it('leaves out who is chosen already', async () => {
        const element = await mountLookup({ options: [ADA, ZOE], excluded: ['21'] });

        expect(comboboxOf(element).options).toEqual([ZOE]);
        Object.assign(element, { selection: ZOE });
        await rest();
        expect(comboboxOf(element).options).toEqual([]);
    });

    it('asks nobody when all are known', async () => {
        const element = await mountLookup({ options: [ADA, ZOE], isComplete: true });

        await type(element, 'example');
        expect(comboboxOf(element).options).toEqual([ADA]);
        await type(element, 'nobody');

        expect(comboboxOf(element).message).toBe('c.Zendesk_Lookup_Nothing');
        expect(answer).not.toHaveBeenCalled();
    });

    it('hands out what is chosen, and is ready for the next', async () => {
        answer.mockResolvedValue([ADA]);
        const element = await mountLookup();
        const chosen = heard(element, 'choose');
        await type(element, 'ad');

        await tell(element, 'choose', ADA);

        expect(chosen).toHaveBeenCalledWith({ value: '21', label: 'Ada Agent' });
        expect(comboboxOf(element)).toMatchObject({ text: '', options: [] });
    });

    it('passes on that what was chosen is taken away', async () => {
        const element = await mountLookup({ selection: ADA });
        const cleared = heard(element, 'clear');

        await tell(element, 'clear');

        expect(cleared).toHaveBeenCalledTimes(1);
    });

    describe('where an address will do', () => {
        it('offers one that Zendesk does not know', async () => {
            answer.mockResolvedValue([]);
            const element = await mountLookup({ takesAddresses: true });

            await type(element, 'new@example.com');

            expect(comboboxOf(element).options).toEqual([
                {
                    value: 'new@example.com',
                    label: 'new@example.com',
                    detail: 'c.Zendesk_Lookup_Address'
                }
            ]);
        });

        it('offers its owner in place of one that Zendesk knows', async () => {
            answer.mockResolvedValue([ADA]);
            const element = await mountLookup({ takesAddresses: true });
            const chosen = heard(element, 'choose');

            await type(element, 'Ada@Example.com');
            expect(comboboxOf(element).options).toEqual([ADA]);
            await tell(element, 'leave');

            expect(chosen).toHaveBeenCalledWith({ value: '21', label: 'Ada Agent' });
        });

        it('takes one that was typed and left, so that it is not lost', async () => {
            const element = await mountLookup({ takesAddresses: true });
            const chosen = heard(element, 'choose');
            await tell(element, 'type', ' new@example.com ');

            await tell(element, 'leave');

            expect(chosen).toHaveBeenCalledWith({
                value: 'new@example.com',
                label: 'new@example.com'
            });
        });

        it('takes nothing that is no address', async () => {
            const element = await mountLookup({ takesAddresses: true });
            const chosen = heard(element, 'choose');
            await tell(element, 'type', 'ada@');

            await tell(element, 'leave');

            expect(chosen).not.toHaveBeenCalled();
        });
    });

    it('takes no address where an id is needed', async () => {
        const element = await mountLookup();
        const chosen = heard(element, 'choose');
        await tell(element, 'type', 'new@example.com');

        await tell(element, 'leave');

        expect(chosen).not.toHaveBeenCalled();
        expect(comboboxOf(element).options).toEqual([]);
    });

    it('puts the cursor where a name is typed', async () => {
        const element = await mountLookup();
        const focused = jest.spyOn(comboboxOf(element), 'focus');

        element.focus();

        expect(focused).toHaveBeenCalledTimes(1);
    });
});
