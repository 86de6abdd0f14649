import getLayout from '@salesforce/apex/ZendeskConversationController.getLayout';
import listComments from '@salesforce/apex/ZendeskConversationController.listComments';
import openTicket from '@salesforce/apex/ZendeskConversationController.openTicket';
import changeTicket from '@salesforce/apex/ZendeskTicketEditController.changeTicket';
import nameTargets from '@salesforce/apex/ZendeskTicketChoiceController.nameTargets';
import ZendeskTicketDetail from 'c/zendeskTicketDetail';
import { later } from 'test/later';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { commentOf, field, layoutOf, openingOf, reported, ticketOf } from 'test/tickets';

import type {
    CommentPage,
    TicketComment,
    TicketLayout,
    TicketOpening
} from 'c/zendeskConversationService';
import type { Later } from 'test/later';

jest.mock(
    '@salesforce/label/c.Zendesk_Detail_NamesMissing',
    () => ({ __esModule: true, default: 'Nameless: {0}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskConversationController.openTicket',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskConversationController.getLayout',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskConversationController.listComments',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

jest.mock(
    '@salesforce/apex/ZendeskTicketChoiceController.nameTargets',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

jest.mock(
    '@salesforce/apex/ZendeskTicketEditController.changeTicket',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const save = changeTicket as unknown as jest.Mock;
const open = openTicket as unknown as jest.Mock;
const layout = getLayout as unknown as jest.Mock;
const older = listComments as unknown as jest.Mock;
const targets = nameTargets as unknown as jest.Mock;

async function mountDetail(properties: object = {}): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-ticket-detail', ZendeskTicketDetail, {
        recordId: '001',
        ticketId: '35436',
        ...properties
    });
    await settle();
    return element;
}

function headingOf(element: HTMLElement): HTMLElement {
    return find(find(element, 'c-zendesk-ticket-header'), 'h2');
}

function shownComments(element: HTMLElement): readonly string[] {
    const conversation = find<HTMLElement & { comments: readonly TicketComment[] }>(
        element,
        'c-zendesk-conversation'
    );
    return conversation.comments.map(({ id }) => id);
}

describe('c-zendesk-ticket-detail', () => {
    it('shows that it is loading, and a way back', async () => {
        open.mockReturnValue(new Promise(() => undefined));
        const element = await mountDetail();

        expect(findAll(element, 'lightning-spinner')).toHaveLength(1);
        expect(find(element, 'lightning-button')).toMatchObject({
            label: 'c.Zendesk_Detail_Back'
        });
        await expect(element).toBeAccessible();
    });

    it('shows the ticket and puts the cursor on its heading', async () => {
        const zendeskUrl = 'https://acme.zendesk.com/agent/tickets/1';
        open.mockResolvedValue(openingOf({ zendeskUrl }));
        const element = await mountDetail();

        expect(headingOf(element).textContent).toBe('Printer on fire');
        expect(element.shadowRoot?.activeElement).toBe(find(element, 'c-zendesk-ticket-header'));
        expect(find(element, 'c-zendesk-ticket-header')).toMatchObject({ zendeskUrl });
        expect(shownComments(element)).toEqual(['1']);
        await expect(element).toBeAccessible();
    });

    it('lets nobody change or answer what can only be read', async () => {
        open.mockResolvedValue(openingOf());
        const element = await mountDetail({ isReadOnly: true });

        expect(find(element, 'c-zendesk-ticket-editor')).toMatchObject({
            opening: { rights: { mayEdit: false, mayComment: false, seesInternalNotes: true } }
        });
    });

    it('says why access is refused, and offers no retry', async () => {
        open.mockRejectedValue(reported('access_ticket_not_reachable', 'Not of this record.'));
        const element = await mountDetail();

        expect(find(element, 'c-zendesk-notice')).toMatchObject({
            message: 'Not of this record.'
        });
        await expect(element).toBeAccessible();
    });

    it('says what failed and tries again', async () => {
        open.mockRejectedValueOnce(reported('unavailable', 'No answer.'));
        open.mockResolvedValueOnce(openingOf());
        const element = await mountDetail();
        await expect(element).toBeAccessible();

        find(element, 'c-zendesk-error-panel').dispatchEvent(new CustomEvent('retry'));
        await settle();

        expect(headingOf(element).textContent).toBe('Printer on fire');
    });

    describe('when another ticket is opened before the answers are there', () => {
        const second = openingOf({
            ticket: ticketOf([{ key: 'subject', text: 'Second' }], { id: '2' })
        });

        it.each<[string, (first: Later<TicketOpening>) => void]>([
            ['the first ticket', (first) => first.answer(openingOf())],
            ['its problem', (first) => first.fail(reported('unavailable', 'No answer.'))]
        ])('never shows %s', async (_, come) => {
            const first = later<TicketOpening>();
            open.mockReturnValueOnce(first.promise).mockResolvedValueOnce(second);
            const element = await mountDetail();
            Object.assign(element, { ticketId: '2' });
            await settle();

            come(first);
            await settle();

            expect(headingOf(element).textContent).toBe('Second');
            expect(findAll(element, 'lightning-spinner, c-zendesk-error-panel')).toEqual([]);
        });

        it('is still loading when the first one failed', async () => {
            open.mockRejectedValueOnce(reported('unavailable', 'No answer.'));
            open.mockReturnValueOnce(new Promise(() => undefined));
            const element = mount<HTMLElement>('c-zendesk-ticket-detail', ZendeskTicketDetail, {
                recordId: '001',
                ticketId: '1'
            });
            Object.assign(element, { ticketId: '2' });
            await settle();

            expect(findAll(element, 'lightning-spinner')).toHaveLength(1);
        });

        it('keeps the form and older comments of the first ticket away from the second', async () => {
            const [form, page] = [later<TicketLayout>(), later<CommentPage>()];
            const conversation = { comments: [commentOf('2')], people: [], nextCursor: 'c' };
            open.mockResolvedValueOnce(openingOf({ layout: undefined, conversation }));
            open.mockResolvedValueOnce(second);
            layout.mockReturnValue(form.promise);
            older.mockReturnValue(page.promise);
            const element = await mountDetail();
            find(element, 'c-zendesk-conversation').dispatchEvent(new CustomEvent('older'));
            Object.assign(element, { ticketId: '2' });
            await settle();

            form.answer(layoutOf([field('9', 'text')]));
            page.answer({ comments: [commentOf('7')], people: [] });
            await settle();

            expect(shownComments(element)).toEqual(['1']);
            expect(find(element, 'c-zendesk-ticket-editor')).toMatchObject({
                layout: second.layout
            });
        });

        it('asks once when it is put on the page, and again for another record', async () => {
            open.mockResolvedValue(openingOf());
            const element = await mountDetail();
            Object.assign(element, { recordId: '003' });
            await settle();

            expect(open.mock.calls).toEqual([
                [{ recordId: '001', ticketId: '35436' }],
                [{ recordId: '003', ticketId: '35436' }]
            ]);
        });
    });

    it('asks for the form afterwards when it did not come along', async () => {
        open.mockResolvedValue(openingOf({ layout: undefined }));
        layout.mockResolvedValue(layoutOf([]));
        const element = await mountDetail();

        expect(layout).toHaveBeenCalledWith({ recordId: '001', ticketId: '35436' });
        expect(find(element, 'c-zendesk-ticket-editor')).toMatchObject({
            layout: { form: { name: 'Default' } }
        });
    });

    it('adds older comments, each once', async () => {
        const conversation = { comments: [commentOf('2')], people: [], nextCursor: 'c' };
        open.mockResolvedValue(openingOf({ conversation }));
        older.mockResolvedValue({ comments: [commentOf('2'), commentOf('1')], people: [] });
        const element = await mountDetail();

        find(element, 'c-zendesk-conversation').dispatchEvent(new CustomEvent('older'));
        await settle();

        expect(shownComments(element)).toEqual(['2', '1']);
        expect(find(element, 'c-zendesk-conversation')).toMatchObject({ hasOlder: false });
    });

    it('keeps what is there when older comments don’t come', async () => {
        const conversation = { comments: [commentOf('2')], people: [], nextCursor: 'c' };
        open.mockResolvedValue(openingOf({ conversation }));
        older.mockRejectedValue(reported('unavailable', 'No answer.'));
        const element = await mountDetail();

        find(element, 'c-zendesk-conversation').dispatchEvent(new CustomEvent('older'));
        await settle();

        expect(shownComments(element)).toEqual(['2']);
        expect(find(element, 'c-zendesk-conversation')).toMatchObject({
            problem: { message: 'No answer.' }
        });
    });

    it('shows a new comment and the ticket’s new state at once, and tells the list', async () => {
        open.mockResolvedValue(openingOf());
        const element = await mountDetail();
        const changed = jest.fn();
        element.addEventListener('ticketchange', (event) => changed((event as CustomEvent).detail));
        const ticket = ticketOf([{ key: 'status', text: 'solved' }]);

        find(element, 'c-zendesk-ticket-editor').dispatchEvent(
            new CustomEvent('saved', {
                detail: { ticket, comment: commentOf('9'), isListed: true }
            })
        );
        await settle();

        expect(shownComments(element)).toEqual(['9', '1']);
        expect(textOf(element)).toContain('c.Zendesk_Status_Solved');
        expect(changed).toHaveBeenCalledWith(ticket);
    });

    it('lets go of a ticket that the record does not reach any more', async () => {
        open.mockResolvedValue(openingOf());
        const element = await mountDetail();
        const [left, changed] = [jest.fn(), jest.fn()];
        element.addEventListener('ticketleave', (event) => left((event as CustomEvent).detail));
        element.addEventListener('ticketchange', changed);
        const ticket = ticketOf([{ key: 'requester_id', text: '22' }]);

        find(element, 'c-zendesk-ticket-editor').dispatchEvent(
            new CustomEvent('saved', { detail: { ticket, isListed: false } })
        );

        expect(left).toHaveBeenCalledWith(ticket);
        expect(changed).not.toHaveBeenCalled();
    });

    it('names who answered, whom Zendesk does not name beside a change', async () => {
        const ada = { id: '30', name: 'Ada Agent', isAgent: true };
        open.mockResolvedValue(openingOf());
        older.mockResolvedValue({ comments: [], people: [ada] });
        const element = await mountDetail();
        const comment = commentOf('9', { authorId: '30' });
        const answer = async () => {
            find(element, 'c-zendesk-ticket-editor').dispatchEvent(
                new CustomEvent('saved', {
                    detail: { ticket: ticketOf([]), comment, isListed: true }
                })
            );
            await settle();
        };

        await answer();
        await answer();

        expect(older.mock.calls).toEqual([[{ recordId: '001', ticketId: '35436' }]]);
        const { people } = find<HTMLElement & { people: ReadonlyMap<string, unknown> }>(
            element,
            'c-zendesk-conversation'
        );
        expect(people.get('30')).toEqual(ada);
        expect(shownComments(element)).toEqual(['9', '1']);
    });

    it('says why who answered has no name', async () => {
        open.mockResolvedValue(openingOf());
        older.mockRejectedValue(reported('unavailable', 'No answer.'));
        const element = await mountDetail();
        const comment = commentOf('9', { authorId: '30' });

        find(element, 'c-zendesk-ticket-editor').dispatchEvent(
            new CustomEvent('saved', { detail: { ticket: ticketOf([]), comment, isListed: true } })
        );
        await settle();

        expect(shownComments(element)).toEqual(['9', '1']);
        expect(find(element, '.naming').textContent).toBe('Nameless: No answer.');
    });

    it('shows somebody else’s version when it was read', async () => {
        open.mockResolvedValue(openingOf());
        const element = await mountDetail();
        const conversation = { comments: [commentOf('3'), commentOf('1')], people: [] };

        find(element, 'c-zendesk-ticket-editor').dispatchEvent(
            new CustomEvent('reloaded', { detail: openingOf({ conversation }) })
        );
        await settle();

        expect(shownComments(element)).toEqual(['3', '1']);
    });

    it('shows what was said meanwhile before one of two versions is chosen', async () => {
        open.mockResolvedValue(openingOf());
        const element = await mountDetail();
        const conversation = { comments: [commentOf('3'), commentOf('1')], people: [] };

        find(element, 'c-zendesk-ticket-editor').dispatchEvent(
            new CustomEvent('newcomments', { detail: conversation })
        );
        await settle();

        expect(shownComments(element)).toEqual(['3', '1']);
    });

    it('goes back to the list', async () => {
        open.mockResolvedValue(openingOf());
        const element = await mountDetail();
        const back = jest.fn();
        element.addEventListener('back', back);

        find(element, 'lightning-button').click();

        expect(back).toHaveBeenCalledTimes(1);
    });

    describe('that is left while an answer is on its way', () => {
        async function leaveWhileSending(): Promise<{
            element: HTMLElement;
            outcome: Later<unknown>;
            back: jest.Mock;
        }> {
            const outcome = later<unknown>();
            save.mockReturnValue(outcome.promise);
            open.mockResolvedValue(openingOf());
            const element = await mountDetail();
            const back = jest.fn();
            element.addEventListener('back', (event) => back((event as CustomEvent).detail));
            const reply = find(find(element, 'c-zendesk-ticket-editor'), 'c-zendesk-reply');
            reply.dispatchEvent(new CustomEvent('draftchange', { detail: { html: 'Hello' } }));
            reply.dispatchEvent(new CustomEvent('submit'));
            find(element, 'lightning-button').click();
            await settle();
            return { element, outcome, back };
        }

        it('goes back when it is saved', async () => {
            const { element, outcome, back } = await leaveWhileSending();
            expect(back).not.toHaveBeenCalled();
            expect(textOf(find(element, '.leaving'))).toContain('c.Zendesk_Detail_LeavingSoon');

            outcome.answer({ ticket: ticketOf([]), isListed: true });
            await settle();

            expect(back.mock.calls).toEqual([[{ isSaved: true }]]);
        });

        it('stays when there is something to do', async () => {
            const { element, outcome, back } = await leaveWhileSending();

            outcome.fail(reported('unavailable', 'Zendesk is down.'));
            await settle();

            expect(back).not.toHaveBeenCalled();
            expect(textOf(find(element, '.leaving')).trim()).toBe('');
            const editor = find(element, 'c-zendesk-ticket-editor');
            expect(textOf(find(editor, 'c-zendesk-send-obstacles'))).toContain('Zendesk is down.');
        });
    });

    describe('with a lookup field', () => {
        const lookups = layoutOf([field('8', 'lookup', { target: 'zen:user' })]);

        it('names whom it points to, in the fields and in the history', async () => {
            const ticket = ticketOf([{ key: '8', text: '21000000000009' }]);
            open.mockResolvedValue(openingOf({ ticket, layout: lookups }));
            targets.mockResolvedValue([{ value: '21000000000009', label: 'Ada Agent' }]);

            const element = await mountDetail();
            await settle();

            expect(targets).toHaveBeenCalledWith({ recordId: '001', ticketId: '35436' });
            const fields = find(
                find(find(element, 'c-zendesk-ticket-editor'), 'c-zendesk-ticket-facts'),
                'c-zendesk-ticket-fields'
            );
            expect(textOf(fields)).toContain('Ada Agent');
            const { names } = find<HTMLElement & { names: ReadonlyMap<string, string> }>(
                element,
                'c-zendesk-history'
            );
            expect(names.get('21000000000009')).toBe('Ada Agent');
        });

        it('shows the ticket all the same when nobody can be named, and says why', async () => {
            const ticket = ticketOf([{ key: '8', text: '21000000000009' }]);
            open.mockResolvedValue(openingOf({ ticket, layout: lookups }));
            targets.mockRejectedValue(reported('unavailable', 'No answer.'));

            const element = await mountDetail();
            await settle();

            const fields = find(
                find(find(element, 'c-zendesk-ticket-editor'), 'c-zendesk-ticket-facts'),
                'c-zendesk-ticket-fields'
            );
            expect(textOf(fields)).toContain('21000000000009');
            expect(find(element, '.naming').textContent).toBe('Nameless: No answer.');
            await expect(element).toBeAccessible();
        });

        it('asks nothing as long as it is empty', async () => {
            open.mockResolvedValue(openingOf({ layout: lookups }));

            await mountDetail();

            expect(targets).not.toHaveBeenCalled();
        });
    });
});
