import getForm from '@salesforce/apex/ZendeskTicketChoiceController.getForm';
import listChoices from '@salesforce/apex/ZendeskTicketChoiceController.listChoices';
import createTicket from '@salesforce/apex/ZendeskTicketEditController.createTicket';
import openNewTicket from '@salesforce/apex/ZendeskTicketEditController.openNewTicket';
import ZendeskNewTicket from 'c/zendeskNewTicket';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { ALL_RIGHTS, field, layoutOf, reported, ticketOf } from 'test/tickets';

import type { NewTicketForm, TicketInput } from 'c/zendeskTicketEditService';
import type { FieldView } from 'c/zendeskFieldViews';
import type { FooterState } from 'c/zendeskFooterStates';

jest.mock(
    '@salesforce/apex/ZendeskTicketEditController.createTicket',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskTicketEditController.openNewTicket',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskTicketChoiceController.getForm',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskTicketChoiceController.listChoices',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const create = createTicket as unknown as jest.Mock;
const open = openNewTicket as unknown as jest.Mock;
const form = getForm as unknown as jest.Mock;
const choices = listChoices as unknown as jest.Mock;

const ROSA = { id: '003', name: 'Rosa Diaz', email: 'rosa@example.com' };
const LAYOUT = layoutOf([
    field('1', 'subject', { key: 'subject', title: 'Subject' }),
    field('4', 'integer', { title: 'Seats' })
]);

function formOf(part: Partial<NewTicketForm> = {}): NewTicketForm {
    return {
        forms: [
            { id: '360', name: 'Default', isDefault: true, conditions: [] },
            { id: '361', name: 'Defect', isDefault: false, conditions: [] }
        ],
        layout: LAYOUT,
        contacts: [ROSA],
        rights: ALL_RIGHTS,
        ...part
    };
}

interface Form extends HTMLElement {
    create(): void;
    focusField(key: string): void;
}

async function mountForm(properties: object = {}): Promise<Form> {
    const element = mount<Form>('c-zendesk-new-ticket', ZendeskNewTicket, {
        recordId: '001',
        ...properties
    });
    await settle();
    return element;
}

async function send(
    element: HTMLElement,
    selector: string,
    name: string,
    detail?: unknown
): Promise<void> {
    find(element, selector).dispatchEvent(new CustomEvent(name, { detail }));
    await settle();
}

async function writeText(element: HTMLElement, value = '<p>It burns.</p>'): Promise<void> {
    await send(element, 'c-zendesk-message-input', 'draftchange', { html: value });
}

function footerOf(element: HTMLElement): HTMLElement & { readonly state: FooterState } {
    return find(element, 'c-zendesk-new-ticket-footer');
}

async function submit(element: HTMLElement): Promise<void> {
    await send(element, 'c-zendesk-new-ticket-footer', 'create');
}

function sent(call = 0): TicketInput {
    return create.mock.calls[call]?.[0].input as TicketInput;
}

beforeEach(() => {
    localStorage.clear();
    let count = 0;
    Object.defineProperty(globalThis.crypto, 'randomUUID', {
        configurable: true,
        value: () => `key-${++count}`
    });
});

describe('c-zendesk-new-ticket', () => {
    it('shows that it is loading', async () => {
        open.mockReturnValue(new Promise(() => undefined));
        const element = await mountForm();

        expect(findAll(element, 'lightning-spinner')).toHaveLength(1);
        await expect(element).toBeAccessible();
    });

    it('offers the form, with the record’s only contact as the requester', async () => {
        open.mockResolvedValue(formOf());
        const element = await mountForm();

        expect(find(element, 'c-zendesk-requester-input')).toMatchObject({
            contacts: [ROSA],
            email: 'rosa@example.com'
        });
        expect(findAll(element, 'c-zendesk-ticket-fields')).toHaveLength(2);
        expect(element.shadowRoot?.activeElement).toBe(find(element, 'h2'));
        await expect(element).toBeAccessible();
    });

    it('says why access is refused', async () => {
        open.mockRejectedValue(reported('access_action_not_permitted', 'Ask your admin.'));
        const element = await mountForm();

        expect(find(element, 'c-zendesk-notice')).toMatchObject({ message: 'Ask your admin.' });
        await expect(element).toBeAccessible();
    });

    it('says what failed and tries again', async () => {
        open.mockRejectedValueOnce(reported('unavailable', 'No answer.'));
        open.mockResolvedValueOnce(formOf());
        const element = await mountForm();
        await expect(element).toBeAccessible();

        await send(element, 'c-zendesk-error-panel', 'retry');

        expect(findAll(element, 'c-zendesk-message-input')).toHaveLength(1);
    });

    it('makes the ticket and says so', async () => {
        open.mockResolvedValue(formOf());
        const outcome = { ticket: ticketOf(), isListed: true };
        create.mockResolvedValue(outcome);
        const element = await mountForm();
        const created = jest.fn();
        element.addEventListener('created', (event) => created((event as CustomEvent).detail));
        await writeText(element);

        await submit(element);

        expect(sent()).toMatchObject({
            key: 'key-1',
            requesterName: 'Rosa Diaz',
            requesterEmail: 'rosa@example.com',
            comment: { html: '<p>It burns.</p>', isPublic: true, uploads: [] }
        });
        expect(created).toHaveBeenCalledWith(outcome);
    });

    it('takes somebody who is no contact by email', async () => {
        open.mockResolvedValue(formOf({ contacts: [] }));
        const element = await mountForm();
        await writeText(element);

        await send(element, 'c-zendesk-requester-input', 'requesterchange', {
            requesterEmail: 'no address'
        });
        await submit(element);
        expect(find(element, 'c-zendesk-requester-input')).toMatchObject({
            problem: 'c.Zendesk_Change_InvalidEmail'
        });
        await expect(element).toBeAccessible();
        await send(element, 'c-zendesk-requester-input', 'requesterchange', {
            requesterEmail: 'new@example.com'
        });
        await submit(element);

        expect(create).toHaveBeenCalledTimes(1);
        expect(sent().requesterEmail).toBe('new@example.com');
    });

    it('names all that is missing at once, marks it, and leads there', async () => {
        open.mockResolvedValue(formOf({ contacts: [] }));
        const element = await mountForm();
        await writeText(element, '<p><br></p>');

        await submit(element);

        expect(create).not.toHaveBeenCalled();
        expect(footerOf(element).state.fields.map(({ key }) => key)).toEqual([
            'requester_id',
            'description'
        ]);
        expect(find(element, 'c-zendesk-requester-input')).toMatchObject({
            problem: 'c.Zendesk_Field_Blank'
        });
        expect(find(element, 'c-zendesk-message-input')).toMatchObject({
            problem: 'c.Zendesk_Field_Blank'
        });
        expect(textOf(footerOf(element))).toContain('c.Zendesk_Snag_Title');
        await expect(element).toBeAccessible();
    });

    it('takes a problem away with what is done about it', async () => {
        open.mockResolvedValue(formOf({ contacts: [] }));
        const element = await mountForm();
        await submit(element);

        await writeText(element);
        await send(element, 'c-zendesk-requester-input', 'requesterchange', {
            requesterEmail: 'new@example.com'
        });

        expect(footerOf(element).state.fields).toEqual([]);
    });

    it.each([
        ['requester_id', 'c-zendesk-requester-input'],
        ['description', 'c-zendesk-message-input'],
        ['subject', 'c-zendesk-ticket-fields']
    ])('puts the cursor on the %s', async (key, selector) => {
        open.mockResolvedValue(formOf());
        const element = await mountForm();
        const place = find<HTMLElement & { focusField?: jest.Mock }>(element, selector);
        place.focus = jest.fn();
        place.focusField = jest.fn();

        await send(element, 'c-zendesk-new-ticket-footer', 'choose', key);

        expect(key === 'subject' ? place.focusField : place.focus).toHaveBeenCalledTimes(1);
    });

    it('makes one ticket, however often it is clicked', async () => {
        open.mockResolvedValue(formOf());
        create.mockReturnValue(new Promise(() => undefined));
        const element = await mountForm();
        await writeText(element);

        await submit(element);
        await submit(element);

        expect(create).toHaveBeenCalledTimes(1);
    });

    it('sends the same key again when the answer got lost', async () => {
        open.mockResolvedValue(formOf());
        create.mockRejectedValue(reported('unavailable', 'No answer.'));
        const element = await mountForm();
        await writeText(element);

        await submit(element);
        await submit(element);

        expect(sent(1).key).toBe(sent(0).key);
        expect(sent(1)).toEqual(sent(0));
    });

    it('keeps the key through a refusal that comes after an answer that got lost', async () => {
        open.mockResolvedValue(formOf());
        create.mockRejectedValueOnce(reported('unavailable', 'No answer.'));
        create.mockRejectedValueOnce(reported('rate_limited', 'Wait.'));
        create.mockRejectedValueOnce(reported('rate_limited', 'Wait.'));
        const element = await mountForm();
        await writeText(element);

        await submit(element);
        await submit(element);
        await submit(element);

        expect(sent(2).key).toBe(sent(0).key);
    });

    it('sends another key after a plain refusal, and marks the fields', async () => {
        open.mockResolvedValue(formOf());
        create.mockRejectedValue(
            reported('invalid_fields', 'Correct.', {
                fields: [
                    { field: '4', message: 'Wrong.' },
                    { field: 'requester', message: 'Suspended.' }
                ]
            })
        );
        const element = await mountForm();
        await writeText(element);

        await submit(element);
        await submit(element);

        expect(sent(1).key).not.toBe(sent(0).key);
        const { fields } = findAll(element, 'c-zendesk-ticket-fields')[1] as HTMLElement & {
            fields: readonly FieldView[];
        };
        expect(fields.find(({ key }) => key === '4')?.problem).toBe('Wrong.');
        expect(find(element, 'c-zendesk-requester-input')).toMatchObject({ problem: 'Suspended.' });
        expect(footerOf(element).state).toMatchObject({
            sentences: ['Correct.'],
            fields: [{ key: 'requester_id' }, { key: '4' }]
        });
        await expect(element).toBeAccessible();
    });

    it('leaves it to the user when an earlier attempt may have worked', async () => {
        open.mockResolvedValue(formOf());
        create.mockRejectedValueOnce(reported('repeated_request', 'Look in the list.'));
        create.mockResolvedValueOnce({ ticket: ticketOf(), isListed: true });
        const element = await mountForm();
        await writeText(element);
        await submit(element);

        expect(footerOf(element).state).toMatchObject({
            sentences: ['Look in the list.'],
            isRepeated: true
        });
        await send(element, 'c-zendesk-new-ticket-footer', 'createanother');

        expect(sent(1).key).not.toBe(sent(0).key);
    });

    it('brings back what was typed before the page was left', async () => {
        open.mockResolvedValue(formOf());
        await writeText(await mountForm());

        const again = await mountForm();

        expect(find(again, 'c-zendesk-message-input')).toMatchObject({
            draft: { html: '<p>It burns.</p>' }
        });
        expect(textOf(again)).toContain('c.Zendesk_Detail_DraftRestored');
        await expect(again).toBeAccessible();
    });

    it('begins anew when the user does not want that back', async () => {
        open.mockResolvedValue(formOf());
        create.mockResolvedValue({ ticket: ticketOf(), isListed: true });
        await writeText(await mountForm());
        const again = await mountForm();

        findAll(again, 'lightning-button').at(0)?.click();
        await settle();

        expect(find(again, 'c-zendesk-message-input')).toMatchObject({ draft: { html: '' } });
        expect(textOf(again)).not.toContain('c.Zendesk_Detail_DraftRestored');
        expect(again.shadowRoot?.activeElement).toBe(find(again, 'h2'));
        expect(localStorage).toHaveLength(0);
    });

    it('forgets the draft once the ticket is made', async () => {
        open.mockResolvedValue(formOf());
        create.mockResolvedValue({ ticket: ticketOf(), isListed: true });
        const element = await mountForm();
        await writeText(element);
        await submit(element);

        expect(localStorage).toHaveLength(0);
    });

    it('changes to another form', async () => {
        open.mockResolvedValue(formOf());
        form.mockResolvedValue({
            ...layoutOf([field('9', 'text')]),
            form: { id: '361', name: 'Defect', isDefault: false, conditions: [] }
        });
        create.mockResolvedValue({ ticket: ticketOf(), isListed: true });
        const element = await mountForm();
        await writeText(element);

        await send(element, 'lightning-combobox', 'change', { value: '361' });
        await submit(element);

        expect(form).toHaveBeenCalledWith({ recordId: '001', formId: '361' });
        expect(sent().values).toContainEqual({ key: 'ticket_form_id', text: '361' });
    });

    it('offers choices when one is to be made', async () => {
        open.mockResolvedValue(formOf());
        choices.mockResolvedValue([{ value: '1', label: 'Fernhill' }]);
        const element = await mountForm();

        findAll(element, 'c-zendesk-ticket-fields')[1]?.dispatchEvent(
            new CustomEvent('choicesneeded', { detail: 'brand_id' })
        );
        await settle();

        expect(choices).toHaveBeenCalledWith({ recordId: '001', kind: 'brands' });
    });

    it('invites to link an agent, then asks what they may do', async () => {
        const rights = { ...ALL_RIGHTS, isAgentLinked: false };
        open.mockResolvedValueOnce(formOf({ rights, contacts: [] }));
        open.mockResolvedValueOnce(formOf());
        const element = await mountForm();
        expect(findAll(element, 'c-zendesk-agent-link')).toHaveLength(1);
        await expect(element).toBeAccessible();

        await send(element, 'c-zendesk-agent-link', 'linked');

        expect(findAll(element, 'c-zendesk-agent-link')).toHaveLength(0);
        expect(textOf(element)).toContain('c.Zendesk_Agent_NowLinked');
    });

    it('invites again when Zendesk no longer knows the agent, in place of a bare error', async () => {
        open.mockResolvedValue(formOf());
        create.mockRejectedValue(reported('agent_not_linked', 'Link first.'));
        const element = await mountForm();
        await writeText(element);

        await submit(element);

        expect(findAll(element, 'c-zendesk-agent-link')).toHaveLength(1);
        expect(footerOf(element).state.sentences).toEqual([]);
    });

    it('invites to link an agent when a file needs one', async () => {
        open.mockResolvedValue(formOf());
        const element = await mountForm();

        await send(element, 'c-zendesk-message-input', 'agentneeded');

        expect(findAll(element, 'c-zendesk-agent-link')).toHaveLength(1);
    });

    it('tells a light agent that another one has to be linked, and goes on then', async () => {
        const rights = { ...ALL_RIGHTS, mayCreate: false };
        open.mockResolvedValueOnce(formOf({ rights }));
        open.mockResolvedValueOnce(formOf());
        const element = await mountForm();
        expect(find(element, 'c-zendesk-warning')).toMatchObject({
            message: 'c.Zendesk_New_LightAgent'
        });
        expect(footerOf(element).state.canCreate).toBe(false);
        await expect(element).toBeAccessible();

        await send(element, 'c-zendesk-own-agent', 'agentchange');

        expect(findAll(element, 'c-zendesk-requester-input')).toHaveLength(1);
        expect(footerOf(element).state.canCreate).toBe(true);
    });

    it('can be left', async () => {
        open.mockResolvedValue(formOf());
        const element = await mountForm();
        const left = jest.fn();
        element.addEventListener('cancel', left);

        await send(element, 'c-zendesk-new-ticket-footer', 'cancel');

        expect(left).toHaveBeenCalledTimes(1);
    });

    it('is not left while a ticket is on its way, whose outcome nobody would hear of', async () => {
        create.mockReturnValue(new Promise(() => undefined));
        open.mockResolvedValue(formOf());
        const element = await mountForm();
        const left = jest.fn();
        element.addEventListener('cancel', left);
        await writeText(element);
        await submit(element);

        await send(element, 'c-zendesk-new-ticket-footer', 'cancel');

        expect(left).not.toHaveBeenCalled();
        expect(footerOf(element).state.isSaving).toBe(true);
    });

    it('leaves header and footer to a place that has them', async () => {
        open.mockResolvedValue(formOf({ contacts: [] }));
        const element = await mountForm({ isInPanel: true });
        const [told, snagged] = [jest.fn(), jest.fn()];
        element.addEventListener('statechange', (event) => told((event as CustomEvent).detail));
        element.addEventListener('snag', snagged);

        element.create();
        await settle();

        expect(findAll(element, 'h2, c-zendesk-new-ticket-footer')).toHaveLength(0);
        expect(told.mock.calls.at(-1)?.[0]).toMatchObject({
            canCreate: true,
            fields: [{ key: 'requester_id' }, { key: 'description' }]
        });
        expect(snagged).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });
});
