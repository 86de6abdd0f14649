import ZendeskConversation from 'c/zendeskConversation';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { commentOf } from 'test/tickets';

async function mountConversation(properties: object): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-conversation', ZendeskConversation, {
        recordId: '001',
        ticketId: '1',
        ...properties
    });
    await settle();
    return element;
}

describe('c-zendesk-conversation', () => {
    it('shows each comment with its author', async () => {
        const rosa = { id: '21', name: 'Rosa Diaz', isAgent: false };
        const element = await mountConversation({
            comments: [commentOf('2'), commentOf('1')],
            people: new Map([['21', rosa]])
        });

        const comments = findAll(element, 'c-zendesk-comment');
        expect(comments).toHaveLength(2);
        expect(comments[0]).toMatchObject({ author: rosa });
        await expect(element).toBeAccessible();
    });

    it('says when there is nothing to read', async () => {
        const element = await mountConversation({ comments: [] });

        expect(textOf(element)).toContain('c.Zendesk_Conversation_Empty');
        expect(findAll(element, 'ul')).toHaveLength(0);
        await expect(element).toBeAccessible();
    });

    it('asks for older comments', async () => {
        const element = await mountConversation({ comments: [], hasOlder: true });
        const asked = jest.fn();
        element.addEventListener('older', asked);

        find(element, 'lightning-button').click();

        expect(asked).toHaveBeenCalledTimes(1);
        expect(textOf(element)).not.toContain('c.Zendesk_Conversation_Empty');
    });

    it('shows that older ones are on their way', async () => {
        const element = await mountConversation({
            comments: [commentOf('1')],
            hasOlder: true,
            isLoadingOlder: true
        });

        expect(findAll(element, 'lightning-spinner')).toHaveLength(1);
        await expect(element).toBeAccessible();
    });

    it('offers another try when they did not come', async () => {
        const element = await mountConversation({
            comments: [commentOf('1')],
            problem: { code: 'unavailable', message: 'No answer.' }
        });
        const asked = jest.fn();
        element.addEventListener('older', asked);

        find(element, 'c-zendesk-error-panel').dispatchEvent(new CustomEvent('retry'));

        expect(asked).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });
});
