import ZendeskSendObstacles from 'c/zendeskSendObstacles';
import { find, findAll, mount, settle, textOf } from 'test/mount';

type Obstacles = HTMLElement & { focus(): void };

const PROBLEM = { code: 'invalid_fields', message: 'Correct the fields.' };

async function mountObstacles(properties: object = {}): Promise<Obstacles> {
    const element = mount<Obstacles>('c-zendesk-send-obstacles', ZendeskSendObstacles, {
        recordId: '001',
        ...properties
    });
    await settle();
    return element;
}

describe('c-zendesk-send-obstacles', () => {
    it('shows nothing when nothing is in the way', async () => {
        const element = await mountObstacles();

        expect(findAll(element, '*')).toHaveLength(0);
        await expect(element).toBeAccessible();
    });

    it('says what went wrong, with what belongs to it, and takes the focus', async () => {
        const element = await mountObstacles({
            problem: PROBLEM,
            details: ['Requester: Blocked.']
        });

        element.focus();

        expect(textOf(element)).toContain('Correct the fields. Requester: Blocked.');
        expect(element.shadowRoot?.activeElement).toBe(find(element, '[role="alert"]'));
        await expect(element).toBeAccessible();
    });

    it('invites to link an agent, and passes on that it was done', async () => {
        const element = await mountObstacles({ isAgentMissing: true });
        const linked = jest.fn();
        element.addEventListener('linked', (event) => linked((event as CustomEvent).detail));

        const detail = { id: '9', name: 'Ada', role: 'agent' };
        find(element, 'c-zendesk-agent-link').dispatchEvent(new CustomEvent('linked', { detail }));

        expect(linked).toHaveBeenCalledWith(detail);
        await expect(element).toBeAccessible();
    });

    it('leads to the invitation when nothing else is in the way', async () => {
        const element = await mountObstacles({ isAgentMissing: true });
        const invitation = find(element, 'c-zendesk-agent-link');
        invitation.focus = jest.fn();

        element.focus();

        expect(invitation.focus).toHaveBeenCalledTimes(1);
    });
});
