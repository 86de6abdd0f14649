import listMacros from '@salesforce/apex/ZendeskTicketChoiceController.listMacros';
import previewMacro from '@salesforce/apex/ZendeskTicketChoiceController.previewMacro';
import ZendeskMacros from 'c/zendeskMacros';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { reported } from 'test/tickets';

jest.mock(
    '@salesforce/apex/ZendeskTicketChoiceController.listMacros',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskTicketChoiceController.previewMacro',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Zendesk_History_Set',
    () => ({ __esModule: true, default: '{0}: {1}' }),
    { virtual: true }
);

const list = listMacros as unknown as jest.Mock;
const preview = previewMacro as unknown as jest.Mock;
const MACRO = {
    id: '9',
    values: [{ key: 'status', text: 'solved' }],
    commentHtml: '<p>Thank you.</p>'
};

async function openMacros(): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-macros', ZendeskMacros, {
        recordId: '001',
        ticketId: '7',
        describe: () => [{ key: 'status', title: 'Status', display: 'Solved' }]
    });
    find(element, 'lightning-button').click();
    await settle();
    return element;
}

async function choose(element: HTMLElement): Promise<void> {
    find(element, 'lightning-combobox').dispatchEvent(
        new CustomEvent('change', { detail: { value: '9' } })
    );
    await settle();
}

beforeEach(() => list.mockResolvedValue([{ value: '9', label: 'Close and thank' }]));

describe('c-zendesk-macros', () => {
    it('shows what a macro would do before it is applied', async () => {
        preview.mockResolvedValue(MACRO);
        const element = await openMacros();

        await choose(element);

        expect(preview).toHaveBeenCalledWith({ recordId: '001', ticketId: '7', macroId: '9' });
        expect(textOf(element)).toContain('Status: Solved');
        expect(textOf(element)).toContain('c.Zendesk_Macro_Limits');
        expect(find(element, 'lightning-formatted-rich-text')).toMatchObject({
            value: '<p>Thank you.</p>'
        });
        await expect(element).toBeAccessible();
    });

    it('hands the macro out and closes', async () => {
        preview.mockResolvedValue(MACRO);
        const element = await openMacros();
        const applied = jest.fn();
        element.addEventListener('apply', (event) => applied((event as CustomEvent).detail));
        await choose(element);

        findAll(element, 'lightning-button')[0]?.click();
        await settle();

        expect(applied).toHaveBeenCalledWith(MACRO);
        expect(findAll(element, 'lightning-combobox')).toHaveLength(0);
    });

    it('applies nothing before something is chosen', async () => {
        const element = await openMacros();

        expect(find(element, 'lightning-button')).toMatchObject({ disabled: true });
        await expect(element).toBeAccessible();
    });

    it('says when there are none', async () => {
        list.mockResolvedValue([]);

        expect(textOf(await openMacros())).toContain('c.Zendesk_Macro_None');
    });

    it('says what failed and tries again', async () => {
        list.mockRejectedValueOnce(reported('unavailable', 'No answer.'));
        const element = await openMacros();
        await expect(element).toBeAccessible();

        find(element, 'c-zendesk-error-panel').dispatchEvent(new CustomEvent('retry'));
        await settle();

        expect(findAll(element, 'lightning-combobox')).toHaveLength(1);
        expect(element.shadowRoot?.activeElement).toBe(find(element, 'section'));
    });

    it('tries a macro again that could not be shown', async () => {
        preview.mockRejectedValueOnce(reported('unavailable', 'No answer.'));
        preview.mockResolvedValue(MACRO);
        const element = await openMacros();
        await choose(element);

        find(element, 'c-zendesk-error-panel').dispatchEvent(new CustomEvent('retry'));
        await settle();

        expect(textOf(element)).toContain('Status: Solved');
        expect(list).toHaveBeenCalledTimes(1);
    });

    it('takes the focus, since the button that opens it gives way', async () => {
        const element = await openMacros();

        expect(element.shadowRoot?.activeElement).toBe(find(element, 'section'));
    });

    it('closes without a trace, and gives the focus back', async () => {
        const element = await openMacros();
        const focused = jest.spyOn(HTMLElement.prototype, 'focus');

        findAll(element, 'lightning-button')[1]?.click();
        await settle();

        expect(findAll(element, 'lightning-combobox')).toHaveLength(0);
        expect(focused.mock.contexts).toEqual([find(element, 'lightning-button')]);
    });

    it('closes by Escape, and gives the focus back', async () => {
        const element = await openMacros();
        const focused = jest.spyOn(HTMLElement.prototype, 'focus');

        find(element, 'section').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
        await settle();

        expect(findAll(element, 'section')).toHaveLength(0);
        expect(focused.mock.contexts.at(-1)).toBe(find(element, 'lightning-button'));
    });

    it('invites whoever has linked no agent, and goes on once they have', async () => {
        list.mockRejectedValueOnce(reported('agent_not_linked', 'Link first.'));
        const element = await openMacros();
        const linked = jest.fn();
        element.addEventListener('linked', linked);
        expect(findAll(element, 'c-zendesk-error-panel')).toHaveLength(0);
        await expect(element).toBeAccessible();

        find(element, 'c-zendesk-agent-link').dispatchEvent(new CustomEvent('linked'));
        await settle();

        expect(linked).toHaveBeenCalledTimes(1);
        expect(findAll(element, 'lightning-combobox')).toHaveLength(1);
    });

    it('shows the macro that was chosen last, however late an earlier one comes', async () => {
        let answerLate: (macro: object) => void = () => undefined;
        preview.mockReturnValueOnce(new Promise((resolve) => (answerLate = resolve)));
        preview.mockResolvedValueOnce({ ...MACRO, id: '10', commentHtml: '<p>Last.</p>' });
        const element = await openMacros();
        await choose(element);
        await choose(element);

        answerLate(MACRO);
        await settle();

        expect(find(element, 'lightning-formatted-rich-text')).toMatchObject({
            value: '<p>Last.</p>'
        });
    });

    it('says that images of its text are not taken over', async () => {
        preview.mockResolvedValue({ ...MACRO, commentHtml: '<p>Look: <img src="x"></p>' });
        const element = await openMacros();

        await choose(element);

        expect(find(element, 'c-zendesk-warning')).toMatchObject({
            message: 'c.Zendesk_Macro_NoImages'
        });
        await expect(element).toBeAccessible();
    });
});
