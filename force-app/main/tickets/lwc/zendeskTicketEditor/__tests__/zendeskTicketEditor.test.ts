import getAgent from '@salesforce/apex/ZendeskAgentController.getAgent';
import getForm from '@salesforce/apex/ZendeskTicketChoiceController.getForm';
import listAssignees from '@salesforce/apex/ZendeskTicketChoiceController.listAssignees';
import listOrganizations from '@salesforce/apex/ZendeskTicketChoiceController.listOrganizations';
import listRequesters from '@salesforce/apex/ZendeskTicketChoiceController.listRequesters';
import listChoices from '@salesforce/apex/ZendeskTicketChoiceController.listChoices';
import openTicket from '@salesforce/apex/ZendeskConversationController.openTicket';
import changeTicket from '@salesforce/apex/ZendeskTicketEditController.changeTicket';
import ZendeskTicketEditor from 'c/zendeskTicketEditor';
import { later } from 'test/later';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import {
    ALL_RIGHTS,
    commentOf,
    field,
    layoutOf,
    openingOf,
    reported,
    ticketOf
} from 'test/tickets';

import type { TicketOpening } from 'c/zendeskConversationService';
import type { FieldView } from 'c/zendeskFieldViews';
import type { TicketDraft } from 'c/zendeskTicketDrafts';

jest.mock(
    '@salesforce/apex/ZendeskAgentController.getAgent',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskTicketEditController.changeTicket',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskConversationController.openTicket',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskTicketChoiceController.getForm',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskTicketChoiceController.listAssignees',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskTicketChoiceController.listRequesters',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskTicketChoiceController.listOrganizations',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskTicketChoiceController.listChoices',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const agent = getAgent as unknown as jest.Mock;
const save = changeTicket as unknown as jest.Mock;
const reopen = openTicket as unknown as jest.Mock;
const choices = listChoices as unknown as jest.Mock;
const agents = listAssignees as unknown as jest.Mock;
const requesters = listRequesters as unknown as jest.Mock;
const organizations = listOrganizations as unknown as jest.Mock;
const form = getForm as unknown as jest.Mock;

const LAYOUT = layoutOf([
    field('2', 'priority', { key: 'priority', title: 'Priority' }),
    field('3', 'text', { title: 'Reason', isRequiredToSolve: true }),
    field('5', 'group', { key: 'group_id', title: 'Group' }),
    field('6', 'assignee', { key: 'assignee_id', title: 'Assignee' })
]);

const UPLOAD = { token: 't', fileName: 'plan.png', size: 1 };

async function mountEditor(part: Partial<TicketOpening> = {}): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-ticket-editor', ZendeskTicketEditor, {
        recordId: '001',
        opening: openingOf({ layout: LAYOUT, ...part })
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

async function write(element: HTMLElement, part: Partial<TicketDraft>): Promise<void> {
    await send(element, 'c-zendesk-reply', 'draftchange', part);
}

async function change(element: HTMLElement, key: string, text: string): Promise<void> {
    const detail = { value: { key, text }, names: [] };
    await send(element, 'c-zendesk-ticket-facts', 'fieldchange', detail);
}

async function press(element: HTMLElement, button: 'save' | 'cancel'): Promise<void> {
    await send(element, 'c-zendesk-ticket-facts', button);
}

function hasChanges(element: HTMLElement): boolean {
    return find<HTMLElement & { hasChanges: boolean }>(element, 'c-zendesk-ticket-facts')
        .hasChanges;
}

function draftOf(element: HTMLElement): TicketDraft {
    return find<HTMLElement & { draft: TicketDraft }>(element, 'c-zendesk-reply').draft;
}

function fieldOf(element: HTMLElement, key: string): FieldView {
    const { fields } = find<HTMLElement & { fields: readonly FieldView[] }>(
        element,
        'c-zendesk-ticket-facts'
    );
    return fields.find((view) => view.key === key) as FieldView;
}

function obstaclesOf(element: HTMLElement): HTMLElement {
    return find(element, 'c-zendesk-send-obstacles');
}

function heard(element: HTMLElement, name: string): jest.Mock {
    const listener = jest.fn();
    element.addEventListener(name, (event) => listener((event as CustomEvent).detail));
    return listener;
}

beforeEach(() => {
    localStorage.clear();
    requesters.mockResolvedValue([]);
});

describe('c-zendesk-ticket-editor', () => {
    it('sends what was written on top of the version that was seen', async () => {
        const outcome = { ticket: ticketOf(), comment: commentOf('9'), isListed: true };
        save.mockResolvedValue(outcome);
        const element = await mountEditor();
        const saved = heard(element, 'saved');
        await write(element, { html: '<p>Hello</p>' });

        await send(element, 'c-zendesk-reply', 'submit');

        expect(save).toHaveBeenCalledWith({
            recordId: '001',
            ticketId: '35436',
            input: {
                values: [],
                macroIds: [],
                comment: { html: '<p>Hello</p>', isPublic: true, uploads: [] },
                stamp: '2026-05-06T08:46:13Z'
            }
        });
        expect(saved.mock.calls[0]?.[0]).toMatchObject(outcome);
        expect(draftOf(element).html).toBe('');
        expect(textOf(element)).toContain('c.Zendesk_Detail_Saved');
        await expect(element).toBeAccessible();
    });

    it('saves fields alone and keeps the comment for later', async () => {
        save.mockResolvedValue({ ticket: ticketOf([{ key: 'priority', text: 'high' }]) });
        const element = await mountEditor();
        await write(element, { html: '<p>Later</p>' });
        await change(element, 'priority', 'high');

        await press(element, 'save');

        expect(save.mock.calls[0]?.[0].input).toMatchObject({
            values: [{ key: 'priority', text: 'high' }]
        });
        expect(save.mock.calls[0]?.[0].input.comment).toBeUndefined();
        expect(draftOf(element).html).toBe('<p>Later</p>');
        expect(hasChanges(element)).toBe(false);
    });

    it('sends once, however often it is clicked', async () => {
        save.mockReturnValue(new Promise(() => undefined));
        const element = await mountEditor();
        await write(element, { html: '<p>Hello</p>' });

        await send(element, 'c-zendesk-reply', 'submit');
        await send(element, 'c-zendesk-reply', 'submit');

        expect(save).toHaveBeenCalledTimes(1);
    });

    it('loses nothing on an error, and says what happened', async () => {
        save.mockRejectedValue(reported('unavailable', 'No answer.'));
        const element = await mountEditor();
        await write(element, { html: '<p>Hello</p>' });

        await send(element, 'c-zendesk-reply', 'submit');

        expect(textOf(obstaclesOf(element))).toContain('No answer.');
        expect(draftOf(element).html).toBe('<p>Hello</p>');
        await expect(element).toBeAccessible();
    });

    it('brings back what was written before the page was left', async () => {
        await write(await mountEditor(), { html: '<p>Half a</p>' });

        const again = await mountEditor();

        expect(draftOf(again).html).toBe('<p>Half a</p>');
        expect(textOf(again)).toContain('c.Zendesk_Detail_DraftRestored');
    });

    it('says that what was being sent when the page was left may have arrived', async () => {
        save.mockReturnValue(later().promise);
        const element = await mountEditor();
        await write(element, { html: '<p>Sent</p>' });
        await send(element, 'c-zendesk-reply', 'submit');

        const again = await mountEditor();

        expect(draftOf(again).html).toBe('<p>Sent</p>');
        expect(textOf(again)).toContain('c.Zendesk_Detail_DraftUncertain');
    });

    it('takes a plain refusal for word that nothing arrived', async () => {
        save.mockRejectedValue(reported('rejected', 'No.'));
        const element = await mountEditor();
        await write(element, { html: '<p>Refused</p>' });
        await send(element, 'c-zendesk-reply', 'submit');

        expect(textOf(await mountEditor())).toContain('c.Zendesk_Detail_DraftRestored');
    });

    it('names the files that Zendesk has forgotten meanwhile', async () => {
        const uploads = [{ ...UPLOAD, uploadedAt: Date.now() }];
        await write(await mountEditor(), { html: '<p>Half a</p>', uploads });
        const now = Date.now();
        jest.spyOn(Date, 'now').mockReturnValue(now + 3_600_000);

        const again = await mountEditor();

        expect(draftOf(again).uploads).toEqual([]);
        expect(textOf(again)).toContain('c.Zendesk_Detail_DraftWithoutFiles');
        jest.restoreAllMocks();
    });

    it('names the files that were still on their way when the page was left', async () => {
        const element = await mountEditor();
        await send(element, 'c-zendesk-reply', 'uploading', ['plan.png']);
        expect(find(element, 'c-zendesk-reply')).toMatchObject({ isUploading: true });

        const again = await mountEditor();

        expect(find(again, 'c-zendesk-reply')).toMatchObject({ isUploading: false });
        expect(textOf(again)).toContain('c.Zendesk_Detail_DraftWithoutFiles');
    });

    it('sends nothing without a file that Zendesk has forgotten while the page was open', async () => {
        const element = await mountEditor();
        const uploads = [{ ...UPLOAD, uploadedAt: Date.now() - 3_600_000 }];
        await write(element, { html: '<p>See plan</p>', uploads });

        await send(element, 'c-zendesk-reply', 'submit');

        expect(save).not.toHaveBeenCalled();
        expect(textOf(obstaclesOf(element))).toContain('c.Zendesk_Files_Forgotten');
        expect(draftOf(element)).toMatchObject({ html: '<p>See plan</p>', uploads: [] });
    });

    it('names the files that Zendesk may have refused, and keeps them', async () => {
        save.mockRejectedValue(
            reported('invalid_fields', 'Correct the fields.', { fields: [{ message: 'Odd.' }] })
        );
        const element = await mountEditor();
        const uploads = [{ ...UPLOAD, uploadedAt: Date.now() }];
        await write(element, { html: '<p>See plan</p>', uploads });

        await send(element, 'c-zendesk-reply', 'submit');

        expect(textOf(obstaclesOf(element))).toContain('c.Zendesk_Files_Refused');
        expect(draftOf(element).uploads).toEqual(uploads);
    });

    it('keeps a solving back that lacks what the form demands', async () => {
        const element = await mountEditor();
        await write(element, { html: '<p>Done</p>', status: { status: 'solved' } });

        await send(element, 'c-zendesk-reply', 'submit');

        expect(save).not.toHaveBeenCalled();
        expect(textOf(obstaclesOf(element))).toContain('c.Zendesk_Detail_FieldsMissing');
        expect(fieldOf(element, '3').problem).toBe('c.Zendesk_Field_NeededToSolve');
        await expect(element).toBeAccessible();
    });

    it('shows at its field what Zendesk refuses, and the rest beside the message', async () => {
        save.mockRejectedValue(
            reported('invalid_fields', 'Correct the fields.', {
                fields: [
                    { field: 'priority', message: 'Choose another.' },
                    { message: 'Something else.' }
                ]
            })
        );
        const element = await mountEditor();
        await change(element, 'priority', 'high');

        await press(element, 'save');

        expect(fieldOf(element, 'priority').problem).toBe('Choose another.');
        expect(textOf(obstaclesOf(element))).toContain('c.Zendesk_Fault_Unnamed');
    });

    it('takes changes of fields back', async () => {
        const element = await mountEditor();
        await change(element, 'priority', 'high');

        await press(element, 'cancel');

        expect(fieldOf(element, 'priority').text).toBe('');
    });

    it('takes one change back by itself', async () => {
        const element = await mountEditor();
        await change(element, 'priority', 'high');
        await change(element, '3', 'Because');

        await send(element, 'c-zendesk-ticket-facts', 'fieldreset', 'priority');

        expect(draftOf(element).values).toEqual([{ key: '3', text: 'Because' }]);
        expect(hasChanges(element)).toBe(true);
    });

    it('blames no field any more that was taken back', async () => {
        save.mockRejectedValue(
            reported('invalid_fields', 'Correct the fields.', {
                fields: [{ field: 'priority', message: 'Choose another.' }]
            })
        );
        const element = await mountEditor();
        await change(element, 'priority', 'high');
        await press(element, 'save');
        expect(textOf(obstaclesOf(element))).toContain('Correct the fields.');

        await send(element, 'c-zendesk-ticket-facts', 'fieldreset', 'priority');

        expect(obstaclesOf(element)).toMatchObject({ problem: undefined });
    });

    it('sends nothing when nothing was changed', async () => {
        const element = await mountEditor();

        await press(element, 'save');

        expect(save).not.toHaveBeenCalled();
    });

    it('sends nothing that does not show any more', async () => {
        save.mockResolvedValue({ ticket: ticketOf([{ key: 'type', text: 'question' }]) });
        const element = await mountEditor();
        await change(element, 'type', 'task');
        await change(element, 'due_at', '2026-06-01');
        await change(element, 'type', 'question');

        await press(element, 'save');

        expect(save.mock.calls[0]?.[0].input.values).toEqual([{ key: 'type', text: 'question' }]);
        expect(draftOf(element).values).toEqual([]);
    });

    it('invites to link an agent as soon as a field is opened', async () => {
        const element = await mountEditor({ rights: { ...ALL_RIGHTS, isAgentLinked: false } });

        await send(element, 'c-zendesk-ticket-facts', 'openchange', true);

        expect(obstaclesOf(element)).toMatchObject({ isAgentMissing: true });
        expect(find(element, 'c-zendesk-ticket-facts')).toMatchObject({ isAgentMissing: true });
    });

    it('asks who the agent is whom somebody linked elsewhere, and offers what that one may do', async () => {
        const light = { ...ALL_RIGHTS, mayEdit: false, mayCommentPublicly: false };
        agent.mockResolvedValue({ id: '21', name: 'Li', role: 'light_agent' });
        reopen.mockResolvedValue(openingOf({ rights: light }));

        const element = await mountEditor({ rights: { ...ALL_RIGHTS, agentId: undefined } });

        expect(find(element, 'c-zendesk-reply')).toMatchObject({ rights: light });
        expect(draftOf(element).isPublic).toBe(false);
        expect(find(element, 'c-zendesk-ticket-facts')).toMatchObject({ mayEdit: false });
    });

    it('asks for no agent who is known', async () => {
        await mountEditor();

        expect(agent).not.toHaveBeenCalled();
    });

    it('invites whose notes are signed for them only when they change something', async () => {
        const rights = { ...ALL_RIGHTS, isAgentLinked: false, writesSignedNotes: true };
        const element = await mountEditor({ rights });
        await write(element, { html: '<p>Note</p>' });
        expect(obstaclesOf(element)).toMatchObject({ isAgentMissing: false });

        await change(element, 'priority', 'urgent');

        expect(obstaclesOf(element)).toMatchObject({ isAgentMissing: true });
    });

    it('leads to the invitation, however far away it is', async () => {
        const element = await mountEditor({ rights: { ...ALL_RIGHTS, isAgentLinked: false } });
        const focused = jest.spyOn(obstaclesOf(element), 'focus');

        await send(element, 'c-zendesk-ticket-facts', 'agentwanted');

        expect(focused).toHaveBeenCalledTimes(1);
    });

    it('invites to link an agent when choices can’t be had without one', async () => {
        choices.mockRejectedValue(reported('agent_not_linked', 'Link your agent.'));
        const element = await mountEditor();

        await send(element, 'c-zendesk-ticket-facts', 'choicesneeded', 'group_id');

        expect(obstaclesOf(element)).toMatchObject({ isAgentMissing: true, problem: undefined });
    });

    it('offers no agents of a group that is not the chosen one any more', async () => {
        const ofFifty = later<unknown>();
        agents.mockReturnValueOnce(ofFifty.promise);
        const element = await mountEditor();
        await change(element, 'group_id', '50');
        await send(element, 'c-zendesk-ticket-facts', 'choicesneeded', 'assignee_id');
        await change(element, 'group_id', '51');

        ofFifty.answer({ agents: [{ value: '60', label: 'Ada of 50' }], isWhole: true });
        await settle();

        expect(fieldOf(element, 'assignee_id').options).toEqual([]);
    });

    it('offers the groups when one is to be chosen', async () => {
        choices.mockResolvedValue([{ value: '50', label: 'Support' }]);
        const element = await mountEditor();

        await send(element, 'c-zendesk-ticket-facts', 'choicesneeded', 'group_id');
        await send(element, 'c-zendesk-ticket-facts', 'choicesneeded', 'group_id');

        expect(choices).toHaveBeenCalledTimes(1);
        expect(fieldOf(element, 'group_id').options).toEqual([{ value: '50', label: 'Support' }]);
    });

    it('invites to link an agent, and goes on with what was written', async () => {
        reopen.mockResolvedValue(openingOf());
        const rights = { ...ALL_RIGHTS, isAgentLinked: false };
        const element = await mountEditor({ rights });
        expect(obstaclesOf(element)).toMatchObject({ isAgentMissing: false });
        await write(element, { html: '<p>Hello</p>' });
        expect(obstaclesOf(element)).toMatchObject({ isAgentMissing: true });

        await send(element, 'c-zendesk-send-obstacles', 'linked');

        expect(obstaclesOf(element)).toMatchObject({ isAgentMissing: false });
        expect(draftOf(element)).toMatchObject({ html: '<p>Hello</p>', isPublic: true });
        expect(find(element, 'c-zendesk-announcement')).toMatchObject({
            notice: { message: 'c.Zendesk_Agent_NowLinked' }
        });
        expect(element.shadowRoot?.activeElement).toBe(find(element, 'c-zendesk-announcement'));
    });

    it('leaves a light agent who was linked what they may send: a note', async () => {
        const rights = { ...ALL_RIGHTS, mayEdit: false, mayCommentPublicly: false };
        reopen.mockResolvedValue(openingOf({ rights }));
        const element = await mountEditor({ rights: { ...ALL_RIGHTS, isAgentLinked: false } });
        await write(element, { html: '<p>Hello</p>', status: { status: 'solved' } });
        await change(element, 'priority', 'high');

        await send(element, 'c-zendesk-send-obstacles', 'linked');

        expect(find(element, 'c-zendesk-reply')).toMatchObject({ rights, mayEdit: false });
        expect(draftOf(element)).toMatchObject({
            html: '<p>Hello</p>',
            isPublic: false,
            status: undefined,
            values: []
        });
    });

    it('lets a user change the agent, and asks anew what they may do', async () => {
        reopen.mockResolvedValue(openingOf({ rights: { ...ALL_RIGHTS, isAgentLinked: false } }));
        const element = await mountEditor();
        await write(element, { html: '<p>Hello</p>' });

        await send(element, 'c-zendesk-own-agent', 'agentchange');

        expect(obstaclesOf(element)).toMatchObject({ isAgentMissing: true });
        expect(findAll(element, 'c-zendesk-own-agent')).toHaveLength(0);
        expect(find(element, 'c-zendesk-announcement')).toMatchObject({
            notice: { message: 'c.Zendesk_Agent_NowUnlinked' }
        });
        expect(draftOf(element).html).toBe('<p>Hello</p>');
    });

    it('says so when it can’t learn what the linked agent may do', async () => {
        reopen.mockRejectedValue(reported('unavailable', 'No answer.'));
        const element = await mountEditor({ rights: { ...ALL_RIGHTS, isAgentLinked: false } });

        await send(element, 'c-zendesk-send-obstacles', 'linked');

        expect(textOf(obstaclesOf(element))).toContain('No answer.');
    });

    it('invites again when Zendesk no longer knows the agent', async () => {
        save.mockRejectedValue(reported('agent_not_linked', 'Link your agent.'));
        const element = await mountEditor();
        await write(element, { html: '<p>Hello</p>' });

        await send(element, 'c-zendesk-reply', 'submit');

        expect(obstaclesOf(element)).toMatchObject({ isAgentMissing: true, problem: undefined });
        expect(draftOf(element).html).toBe('<p>Hello</p>');
    });

    it('changes to another form, and back', async () => {
        form.mockResolvedValue({
            ...layoutOf([field('9', 'text')]),
            form: { id: '361', name: 'Defect', isDefault: false, conditions: [] }
        });
        const element = await mountEditor();

        await change(element, 'ticket_form_id', '361');
        expect(form).toHaveBeenCalledWith({ recordId: '001', formId: '361' });
        expect(fieldOf(element, '9').title).toBe('Field 9');
        await press(element, 'cancel');

        expect(fieldOf(element, '9')).toBeUndefined();
    });

    it('shows the form that was chosen last, whichever comes first', async () => {
        const [slow, fast] = ['361', '362'].map((id) => ({
            ...layoutOf([field(`${id}1`, 'text')]),
            form: { id, name: id, isDefault: false, conditions: [] }
        }));
        const first = later<unknown>();
        form.mockReturnValueOnce(first.promise).mockResolvedValueOnce(fast);
        const element = await mountEditor();
        await change(element, 'ticket_form_id', '361');
        await change(element, 'ticket_form_id', '362');

        first.answer(slow);
        await settle();

        expect(fieldOf(element, 'ticket_form_id').text).toBe('362');
        expect(fieldOf(element, '3621').title).toBe('Field 3621');
    });

    it('comes back to a draft on the form on which it was written', async () => {
        const defect = {
            ...layoutOf([field('9', 'text')]),
            form: { id: '361', name: 'Defect', isDefault: false, conditions: [] }
        };
        form.mockResolvedValue(defect);
        await change(await mountEditor(), 'ticket_form_id', '361');

        const again = await mountEditor();

        expect(fieldOf(again, '9').title).toBe('Field 9');
        expect(textOf(again)).toContain('c.Zendesk_Detail_DraftRestored');
    });

    it('stays on a form that was saved', async () => {
        form.mockResolvedValue({
            ...layoutOf([field('9', 'text')]),
            form: { id: '361', name: 'Defect', isDefault: false, conditions: [] }
        });
        save.mockResolvedValue({ ticket: ticketOf([{ key: 'ticket_form_id', text: '361' }]) });
        const element = await mountEditor();
        await change(element, 'ticket_form_id', '361');
        await press(element, 'save');

        await change(element, '9', 'x');
        await press(element, 'cancel');

        expect(fieldOf(element, '9').text).toBe('');
    });

    it('keeps the form when another can’t be had', async () => {
        form.mockRejectedValue(reported('unavailable', 'No answer.'));
        const element = await mountEditor();

        await change(element, 'ticket_form_id', '361');

        expect(textOf(obstaclesOf(element))).toContain('No answer.');
        expect(hasChanges(element)).toBe(false);
    });

    it('lets nobody change a closed ticket', async () => {
        const ticket = ticketOf([{ key: 'status', text: 'closed' }]);
        const element = await mountEditor({ ticket });

        expect(findAll(element, 'c-zendesk-reply')).toHaveLength(0);
        expect(find(element, 'c-zendesk-ticket-facts')).toMatchObject({ mayEdit: false });
        expect(textOf(element)).toContain('c.Zendesk_Detail_Closed');
        await expect(element).toBeAccessible();
    });

    it('shows an answer that was written before somebody closed the ticket', async () => {
        await write(await mountEditor(), { html: '<p>Half a</p>' });

        const element = await mountEditor({
            ticket: ticketOf([{ key: 'status', text: 'closed' }])
        });
        expect(find(element, 'c-zendesk-unsent-answer')).toMatchObject({ html: '<p>Half a</p>' });
        await expect(element).toBeAccessible();
        await send(element, 'c-zendesk-unsent-answer', 'discard');

        expect(findAll(element, 'c-zendesk-unsent-answer')).toHaveLength(0);
        expect(localStorage).toHaveLength(0);
    });

    it('offers a reader nothing to write', async () => {
        const rights = { ...ALL_RIGHTS, mayEdit: false, mayComment: false, isAgentLinked: false };
        const element = await mountEditor({ rights });

        expect(findAll(element, 'c-zendesk-reply, c-zendesk-agent-link')).toHaveLength(0);
        expect(find(element, 'c-zendesk-ticket-facts')).toMatchObject({ mayEdit: false });
    });

    describe('when the requester changes', () => {
        const BO = { value: '22', label: 'Bo' };
        const UMBRELLA = { value: '15', label: 'Umbrella' };

        async function handOver(): Promise<HTMLElement> {
            const element = await mountEditor({
                ticket: ticketOf([{ key: 'organization_id', text: '14' }])
            });
            const detail = { value: { key: 'requester_id', text: '22' }, names: [BO] };
            await send(element, 'c-zendesk-ticket-facts', 'fieldchange', detail);
            return element;
        }

        it('takes their default organization, as Zendesk does, and offers the others', async () => {
            organizations.mockResolvedValue([UMBRELLA, { value: '16', label: 'Initech' }]);

            const element = await handOver();

            expect(organizations).toHaveBeenCalledWith({ recordId: '001', requesterId: '22' });
            expect(fieldOf(element, 'requester_id').display).toBe('Bo');
            expect(fieldOf(element, 'organization_id')).toMatchObject({
                text: '15',
                display: 'Umbrella'
            });
            expect(fieldOf(element, 'organization_id').options).toHaveLength(2);
        });

        it('leaves the organization to Zendesk when it can’t be found out', async () => {
            organizations.mockRejectedValue(reported('unavailable', 'No answer.'));
            save.mockResolvedValue({ ticket: ticketOf(), isListed: true });
            const element = await handOver();
            expect(textOf(obstaclesOf(element))).toContain('No answer.');

            await press(element, 'save');

            expect(save.mock.calls[0]?.[0].input.values).toEqual([
                { key: 'requester_id', text: '22' }
            ]);
        });

        it('keeps the organization of the requester who was chosen last', async () => {
            const first = later<unknown>();
            organizations.mockReturnValueOnce(first.promise).mockResolvedValueOnce([]);
            const element = await handOver();
            await change(element, 'requester_id', '23');

            first.answer([UMBRELLA]);
            await settle();

            expect(fieldOf(element, 'organization_id').text).toBe('');
        });

        it('tells the name of whom Zendesk does not name beside the change', async () => {
            organizations.mockResolvedValue([UMBRELLA]);
            const ticket = ticketOf([{ key: 'requester_id', text: '22' }]);
            save.mockResolvedValue({ ticket, isListed: true });
            const element = await handOver();
            const saved = heard(element, 'saved');

            await press(element, 'save');

            expect(saved.mock.calls[0]?.[0].ticket.names).toContainEqual(BO);
        });

        describe('and the ticket would leave the record', () => {
            async function leave(): Promise<HTMLElement> {
                organizations.mockResolvedValue([UMBRELLA]);
                save.mockRejectedValueOnce(reported('ticket_leaves_record', 'It leaves.'));
                const element = await handOver();
                await press(element, 'save');
                return element;
            }

            it('asks first, and says to whom it would belong', async () => {
                const element = await leave();

                expect(find(element, 'c-zendesk-leaving')).toMatchObject({
                    party: 'Bo (Umbrella)'
                });
                expect(element.shadowRoot?.activeElement).toBe(find(element, 'c-zendesk-leaving'));
                expect(obstaclesOf(element)).toMatchObject({ problem: undefined });
                await expect(element).toBeAccessible();
            });

            it('saves it knowingly when it may leave', async () => {
                const element = await leave();
                const outcome = { ticket: ticketOf(), isListed: false };
                save.mockResolvedValueOnce(outcome);
                const saved = heard(element, 'saved');

                await send(element, 'c-zendesk-leaving', 'leave');

                expect(save.mock.calls[0]?.[0].input.mayLeave).toBeUndefined();
                expect(save.mock.calls[1]?.[0].input).toMatchObject({
                    mayLeave: true,
                    values: [
                        { key: 'requester_id', text: '22' },
                        { key: 'organization_id', text: '15' }
                    ]
                });
                expect(saved.mock.calls[0]?.[0].isListed).toBe(false);
                expect(findAll(element, 'c-zendesk-leaving')).toHaveLength(0);
            });

            it('saves nothing when it is to stay, and keeps what was chosen', async () => {
                const element = await leave();

                await send(element, 'c-zendesk-leaving', 'stay');

                expect(save).toHaveBeenCalledTimes(1);
                expect(findAll(element, 'c-zendesk-leaving')).toHaveLength(0);
                expect(draftOf(element).values).toHaveLength(2);
                expect(element.shadowRoot?.activeElement).toBe(
                    find(element, 'c-zendesk-ticket-facts')
                );
            });
        });
    });

    describe('when somebody else was faster', () => {
        const theirs = openingOf({
            layout: LAYOUT,
            ticket: ticketOf([{ key: 'priority', text: 'low' }], {
                updatedAt: '2026-05-06T09:00:00Z'
            }),
            conversation: { comments: [commentOf('2'), commentOf('1')], people: [] }
        });

        async function collide(): Promise<HTMLElement> {
            save.mockRejectedValueOnce(reported('conflict', 'Somebody was faster.'));
            reopen.mockResolvedValue(theirs);
            const element = await mountEditor();
            await change(element, 'priority', 'urgent');
            await press(element, 'save');
            await settle();
            return element;
        }

        it('shows both versions and what was said meanwhile', async () => {
            const element = await collide();

            expect(find(element, 'c-zendesk-collision')).toMatchObject({
                fields: [{ key: 'priority' }],
                newComments: 1
            });
            await expect(element).toBeAccessible();
        });

        it('takes what the user sent, when only its answer got lost, for sent', async () => {
            save.mockRejectedValueOnce(reported('unavailable', 'No answer.'));
            save.mockRejectedValueOnce(reported('conflict', 'Somebody was faster.'));
            const own = commentOf('2', { html: '<div><p>Sent</p></div>' });
            const conversation = { comments: [own, commentOf('1')], people: [] };
            reopen.mockResolvedValue(openingOf({ layout: LAYOUT, conversation }));
            const element = await mountEditor();
            const told = jest.fn();
            element.addEventListener('reloaded', told);
            await write(element, { html: '<p>Sent</p>' });

            await send(element, 'c-zendesk-reply', 'submit');
            await send(element, 'c-zendesk-reply', 'submit');

            expect(findAll(element, 'c-zendesk-collision')).toHaveLength(0);
            expect(draftOf(element).html).toBe('');
            expect(textOf(element)).toContain('c.Zendesk_Detail_Saved');
            expect(told).toHaveBeenCalledTimes(1);
        });

        it('shows the new comments before the user chooses, and that they may be their own', async () => {
            save.mockRejectedValueOnce(reported('unavailable', 'No answer.'));
            const element = await mountEditor();
            const told = jest.fn();
            element.addEventListener('newcomments', (event) => told((event as CustomEvent).detail));
            await write(element, { html: '<p>Sent</p>' });
            await send(element, 'c-zendesk-reply', 'submit');
            save.mockRejectedValueOnce(reported('conflict', 'Somebody was faster.'));
            reopen.mockResolvedValue(theirs);

            await send(element, 'c-zendesk-reply', 'submit');

            expect(told).toHaveBeenCalledWith(theirs.conversation);
            expect(find(element, 'c-zendesk-collision')).toMatchObject({ isInDoubt: true });
        });

        it('counts no comment of the user’s own as new', async () => {
            save.mockResolvedValueOnce({
                ticket: ticketOf([]),
                comment: commentOf('2'),
                isListed: true
            });
            save.mockRejectedValueOnce(reported('conflict', 'Somebody was faster.'));
            const comments = [commentOf('3'), commentOf('2'), commentOf('1')];
            reopen.mockResolvedValue({ ...theirs, conversation: { comments, people: [] } });
            const element = await mountEditor();
            await write(element, { html: '<p>Mine</p>' });
            await send(element, 'c-zendesk-reply', 'submit');
            await write(element, { html: '<p>More</p>' });

            await send(element, 'c-zendesk-reply', 'submit');
            await settle();

            expect(find(element, 'c-zendesk-collision')).toMatchObject({ newComments: 1 });
        });

        it('saves the user’s version on top of theirs if the user wants that', async () => {
            const element = await collide();
            save.mockResolvedValue({ ticket: theirs.ticket });

            await send(element, 'c-zendesk-collision', 'keep');

            expect(save.mock.lastCall?.[0].input).toMatchObject({
                stamp: '2026-05-06T09:00:00Z',
                values: [{ key: 'priority', text: 'urgent' }]
            });
        });

        it('sends no more than it was about to: a comment that is not finished stays', async () => {
            const element = await collide();
            await write(element, { html: '<p>Half a sen</p>' });
            save.mockResolvedValue({ ticket: theirs.ticket });

            await send(element, 'c-zendesk-collision', 'keep');

            expect(save.mock.lastCall?.[0].input.comment).toBeUndefined();
            expect(draftOf(element).html).toBe('<p>Half a sen</p>');
        });

        it('takes theirs if the user wants that, and sends nothing', async () => {
            const element = await collide();
            const reloaded = heard(element, 'reloaded');
            const fields = find(find(element, 'c-zendesk-ticket-facts'), 'c-zendesk-ticket-fields');
            find(fields, 'lightning-button-icon').click();
            await settle();

            await send(element, 'c-zendesk-collision', 'discard');

            expect(fieldOf(element, 'priority').text).toBe('low');
            expect(findAll(fields, 'c-zendesk-field-input')).toHaveLength(0);
            expect(reloaded).toHaveBeenCalledWith(theirs);
            expect(save).toHaveBeenCalledTimes(1);
            expect(element.shadowRoot?.activeElement).toBe(find(element, 'c-zendesk-ticket-facts'));
        });

        it('says so when even their version can’t be read', async () => {
            save.mockRejectedValueOnce(reported('conflict', 'Somebody was faster.'));
            reopen.mockRejectedValue(new Error('offline'));
            const element = await mountEditor();
            await write(element, { html: '<p>Hello</p>' });

            await send(element, 'c-zendesk-reply', 'submit');
            await settle();

            expect(textOf(element)).toContain('Somebody was faster.');
            expect(draftOf(element).html).toBe('<p>Hello</p>');
        });
    });
});
