import ZendeskTicketFacts from 'c/zendeskTicketFacts';
import { find, findAll, mount, settle } from 'test/mount';

import type { FieldView } from 'c/zendeskFieldViews';

interface Facts extends HTMLElement {
    close(): void;
}

const PRIORITY: FieldView = {
    key: 'priority',
    type: 'text',
    title: 'Priority',
    input: 'text',
    text: 'low',
    values: [],
    display: 'Low',
    options: [],
    isRequired: false
};

async function mountFacts(properties: object = {}): Promise<Facts> {
    const element = mount<Facts>('c-zendesk-ticket-facts', ZendeskTicketFacts, {
        recordId: '001',
        fields: [PRIORITY],
        mayEdit: true,
        ...properties
    });
    await settle();
    return element;
}

function heard(element: HTMLElement, name: string): jest.Mock {
    const listener = jest.fn();
    element.addEventListener(name, (event) => listener((event as CustomEvent).detail));
    return listener;
}

function fieldsOf(element: HTMLElement): HTMLElement {
    return find(element, 'c-zendesk-ticket-fields');
}

function buttonsOf(element: HTMLElement): readonly HTMLElement[] {
    return findAll(element, '.save lightning-button');
}

async function open(element: HTMLElement): Promise<void> {
    find(fieldsOf(element), 'lightning-button-icon').click();
    await settle();
}

describe('c-zendesk-ticket-facts', () => {
    it('shows the fields, and nothing to save as long as they are read', async () => {
        const element = await mountFacts();

        expect(fieldsOf(element)).toMatchObject({ fields: [PRIORITY], mayEdit: true });
        expect(buttonsOf(element)).toHaveLength(0);
        await expect(element).toBeAccessible();
    });

    it('offers Cancel and Save as soon as a field is opened, before anything is changed', async () => {
        const element = await mountFacts();
        const opened = heard(element, 'openchange');

        await open(element);

        expect(buttonsOf(element)).toMatchObject([
            { label: 'c.Zendesk_Button_Cancel' },
            { label: 'c.Zendesk_Button_Save' }
        ]);
        expect(opened).toHaveBeenCalledWith(true);
        await expect(element).toBeAccessible();
    });

    it('says beside them that an agent is missing, and leads to the invitation', async () => {
        const element = await mountFacts({ isAgentMissing: true });
        const wanted = heard(element, 'agentwanted');
        await open(element);

        find(element, '.agent').click();

        expect(wanted).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });

    it('offers them for a draft that came back, and for a field that is wrong', async () => {
        const draft = await mountFacts({ hasChanges: true });
        const wrong = await mountFacts({ fields: [{ ...PRIORITY, problem: 'Fill this in.' }] });

        expect(buttonsOf(draft)).toHaveLength(2);
        expect(buttonsOf(wrong)).toHaveLength(2);
    });

    it('offers a reader nothing', async () => {
        expect(buttonsOf(await mountFacts({ mayEdit: false, hasChanges: true }))).toHaveLength(0);
    });

    it('asks to save or to take back, once while it is being saved', async () => {
        const element = await mountFacts({ hasChanges: true });
        const saved = heard(element, 'save');
        const cancelled = heard(element, 'cancel');
        const [cancel, save] = buttonsOf(element);

        save?.click();
        cancel?.click();
        Object.assign(element, { isSaving: true });
        await settle();
        save?.click();
        cancel?.click();

        expect(saved).toHaveBeenCalledTimes(1);
        expect(cancelled).toHaveBeenCalledTimes(1);
        expect(findAll(element, 'lightning-spinner')).toHaveLength(1);
        await expect(element).toBeAccessible();
    });

    it('leaves the field only when the button is pressed to the end', async () => {
        const element = await mountFacts({ hasChanges: true });
        const [, save] = buttonsOf(element);
        const order: string[] = [];
        const focus = jest.spyOn(HTMLElement.prototype, 'focus');
        focus.mockImplementation(() => order.push('focus'));
        element.addEventListener('save', () => order.push('save'));
        const mouse = new MouseEvent('mousedown', { bubbles: true, cancelable: true });

        save?.dispatchEvent(mouse);
        save?.click();

        expect(mouse.defaultPrevented).toBe(true);
        expect(order).toEqual(['focus', 'save']);
        focus.mockRestore();
    });

    it('passes on what the fields tell', async () => {
        const element = await mountFacts();
        const told = ['choicesneeded', 'fieldchange', 'fieldreset'].map((name) => {
            const listener = heard(element, name);
            fieldsOf(element).dispatchEvent(new CustomEvent(name, { detail: name }));
            return listener;
        });

        expect(told.map(({ mock }) => mock.calls)).toEqual([
            [['choicesneeded']],
            [['fieldchange']],
            [['fieldreset']]
        ]);
    });

    it('closes its fields with the cursor on the pencil', async () => {
        const element = await mountFacts();
        const fields = fieldsOf(element) as Facts;
        const closed = jest.spyOn(Object.getPrototypeOf(fields) as Facts, 'close');
        await open(element);
        find(fields, '.fields').focus();

        element.close();
        await settle();

        expect(closed).toHaveBeenCalledTimes(1);
        expect(buttonsOf(element)).toHaveLength(0);
    });

    it('does not call somebody back who writes elsewhere by now', async () => {
        const element = await mountFacts();
        await open(element);
        (document.activeElement as HTMLElement).blur();

        element.close();
        await settle();

        expect(findAll(fieldsOf(element), 'c-zendesk-field-input')).toHaveLength(0);
        expect(document.activeElement).toBe(document.body);
    });

    it('takes the cursor to the fields', async () => {
        const element = await mountFacts();

        element.focus();

        expect(element.shadowRoot?.activeElement).toBe(fieldsOf(element));
    });
});
