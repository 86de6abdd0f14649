import ZendeskOwnAgent from 'c/zendeskOwnAgent';
import { find, findAll, mount, settle } from 'test/mount';

async function mountPanel(): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-own-agent', ZendeskOwnAgent, {
        recordId: '001'
    });
    await settle();
    return element;
}

async function toggle(element: HTMLElement): Promise<void> {
    find(element, 'lightning-button').click();
    await settle();
}

describe('c-zendesk-own-agent', () => {
    it('asks nothing before somebody wants to know', async () => {
        const element = await mountPanel();

        expect(findAll(element, 'c-zendesk-agent-link')).toHaveLength(0);
        await expect(element).toBeAccessible();
    });

    it('opens and closes', async () => {
        const element = await mountPanel();

        await toggle(element);
        expect(find(element, 'c-zendesk-agent-link')).toMatchObject({ recordId: '001' });
        await expect(element).toBeAccessible();
        await toggle(element);

        expect(findAll(element, 'c-zendesk-agent-link')).toHaveLength(0);
    });

    it.each(['linked', 'unlinked'])('passes on that an agent was %s', async (name) => {
        const element = await mountPanel();
        const changed = jest.fn();
        element.addEventListener('agentchange', changed);
        await toggle(element);

        find(element, 'c-zendesk-agent-link').dispatchEvent(new CustomEvent(name));

        expect(changed).toHaveBeenCalledTimes(1);
    });
});
