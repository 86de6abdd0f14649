import listEvents from '@salesforce/apex/ZendeskConversationController.listEvents';
import ZendeskHistory from 'c/zendeskHistory';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { field, layoutOf, reported } from 'test/tickets';

import type { TicketEvent } from 'c/zendeskConversationService';

jest.mock(
    '@salesforce/apex/ZendeskConversationController.listEvents',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const answer = listEvents as unknown as jest.Mock;
const PEOPLE = [{ id: '22', name: 'Ada Agent', isAgent: true }];

function event(id: string, part: Partial<TicketEvent> = {}): TicketEvent {
    return { id, authorId: '22', createdAt: `2026-05-0${id}T08:00:00.000Z`, changes: [], ...part };
}

async function openHistory(): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-history', ZendeskHistory, {
        recordId: '001',
        ticketId: '1',
        layout: layoutOf([field('2', 'priority', { key: 'priority', title: 'Priority' })]),
        names: new Map([['50', 'Support']])
    });
    find(element, 'lightning-button').click();
    await settle();
    return element;
}

describe('c-zendesk-history', () => {
    it('asks nothing until somebody wants to know', async () => {
        const element = mount<HTMLElement>('c-zendesk-history', ZendeskHistory, {});
        await settle();

        expect(answer).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });

    it('tells who changed what, latest first, in the words of the form', async () => {
        const changes = [{ key: 'priority', oldText: 'low', newText: 'urgent' }];
        answer.mockResolvedValue({
            events: [event('1', { comment: 'internal' }), event('2', { changes })],
            people: PEOPLE
        });
        const element = await openHistory();

        expect(findAll(element, 'strong').map((who) => who.textContent)).toEqual([
            'Ada Agent',
            'Ada Agent'
        ]);
        const lines = findAll(element, '.line').map((line) => line.textContent);
        expect(lines).toEqual(['c.Zendesk_History_Changed', 'c.Zendesk_History_InternalNote']);
        await expect(element).toBeAccessible();
    });

    it('says nothing of a field that a new ticket left empty', async () => {
        answer.mockResolvedValue({
            events: [event('1', { comment: 'public', changes: [{ key: 'type' }] })],
            people: PEOPLE
        });

        const element = await openHistory();

        expect(findAll(element, '.line').map(({ textContent }) => textContent)).toEqual([
            'c.Zendesk_History_PublicReply'
        ]);
    });

    it('tells a value that was set from one that was cleared', async () => {
        const changes = [
            { key: 'tags', newText: 'vip' },
            { key: '77', oldText: 'x' }
        ];
        answer.mockResolvedValue({ events: [event('1', { changes })], people: [] });
        const element = await openHistory();

        expect(findAll(element, '.line').map((line) => line.textContent)).toEqual([
            'c.Zendesk_History_Set',
            'c.Zendesk_History_Cleared'
        ]);
        expect(textOf(element)).toContain('c.Zendesk_Comment_UnknownAuthor');
    });

    it('names a rule as the one who acted', async () => {
        answer.mockResolvedValue({ events: [event('1', { channel: 'rule' })], people: PEOPLE });

        expect(textOf(await openHistory())).toContain('c.Zendesk_History_ByRule');
    });

    it('goes on where it ended', async () => {
        answer.mockResolvedValueOnce({ events: [event('2')], people: PEOPLE, nextCursor: 'c' });
        answer.mockResolvedValueOnce({ events: [event('1')], people: PEOPLE });
        const element = await openHistory();

        findAll(element, 'lightning-button')[1]?.click();
        await settle();

        expect(answer).toHaveBeenLastCalledWith({ recordId: '001', ticketId: '1', cursor: 'c' });
        expect(findAll(element, 'li')).toHaveLength(2);
        expect(findAll(element, 'lightning-button')).toHaveLength(1);
    });

    it('tells each event once, however fast it is closed and opened again', async () => {
        answer.mockResolvedValue({ events: [event('1')], people: PEOPLE });
        const element = await openHistory();

        find(element, 'lightning-button').click();
        find(element, 'lightning-button').click();
        find(element, 'lightning-button').click();
        find(element, 'lightning-button').click();
        await settle();

        expect(findAll(element, 'li')).toHaveLength(1);
    });

    it('says what failed and tries again', async () => {
        answer.mockRejectedValueOnce(reported('unavailable', 'No answer.'));
        answer.mockResolvedValueOnce({ events: [event('1')], people: PEOPLE });
        const element = await openHistory();
        await expect(element).toBeAccessible();

        find(element, 'c-zendesk-error-panel').dispatchEvent(new CustomEvent('retry'));
        await settle();

        expect(findAll(element, 'li')).toHaveLength(1);
        expect(findAll(element, 'c-zendesk-error-panel')).toHaveLength(0);
    });
});
