import getAgent from '@salesforce/apex/ZendeskAgentController.getAgent';
import getAuthorizationUrl from '@salesforce/apex/ZendeskAgentController.getAuthorizationUrl';
import unlink from '@salesforce/apex/ZendeskAgentController.unlink';
import ZendeskAgentLink from 'c/zendeskAgentLink';
import { find, findAll, mount, settle, textOf } from 'test/mount';

import type { Agent } from 'c/zendeskAgentService';

jest.mock(
    '@salesforce/apex/ZendeskAgentController.getAgent',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskAgentController.getAuthorizationUrl',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskAgentController.unlink',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const URL = 'https://acme.zendesk.com/oauth/authorizations/new?client_id=x';
const ADA: Agent = { id: '9', name: 'Ada Agent', role: 'agent' };

const agent = getAgent as unknown as jest.Mock;
const address = getAuthorizationUrl as unknown as jest.Mock;
const unlinked = unlink as unknown as jest.Mock;

const AT_ZENDESK = () => 'acme.zendesk.com';

let host = AT_ZENDESK;
const place = {
    get host() {
        return host();
    },
    replace: jest.fn()
};
const popup = { closed: false, close: jest.fn(), location: place };
let opened: jest.SpyInstance;

beforeEach(() => {
    popup.closed = false;
    host = AT_ZENDESK;
    address.mockResolvedValue(URL);
    opened = jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
});

afterEach(() => {
    jest.useRealTimers();
});

async function mountLink(): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-agent-link', ZendeskAgentLink, {
        recordId: '001000000000001AAA'
    });
    await settle();
    return element;
}

/** Clicks the only button, then lets time pass until the next look at the pop-up is over. */
async function linkAndWait(element: HTMLElement): Promise<void> {
    jest.useFakeTimers();
    find(element, 'lightning-button').click();
    await jest.advanceTimersByTimeAsync(2500);
    jest.useRealTimers();
    await settle();
}

describe('c-zendesk-agent-link', () => {
    it('shows that it is loading', async () => {
        agent.mockReturnValue(new Promise(() => undefined));
        const element = await mountLink();

        expect(findAll(element, 'lightning-spinner')).toHaveLength(1);
        await expect(element).toBeAccessible();
    });

    it('invites to link', async () => {
        agent.mockResolvedValue(null);
        const element = await mountLink();

        expect(textOf(element)).toContain('c.Zendesk_Agent_Invitation');
        expect(find(element, 'lightning-button')).toHaveProperty('label', 'c.Zendesk_Agent_Link');
        await expect(element).toBeAccessible();
    });

    it('shows who is linked', async () => {
        agent.mockResolvedValue(ADA);
        const element = await mountLink();

        expect(textOf(element)).toContain('c.Zendesk_Agent_LinkedAs');
        expect(address).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });

    it('opens the sign-in at once and waits', async () => {
        agent.mockResolvedValue(null);
        const element = await mountLink();

        await linkAndWait(element);

        expect(opened).toHaveBeenCalledWith(
            URL,
            'zendeskAgentLink',
            expect.stringMatching(/popup/)
        );
        expect(textOf(element)).toContain('c.Zendesk_Agent_Waiting');
        expect(agent).toHaveBeenCalledTimes(2);
        await expect(element).toBeAccessible();
    });

    it('notices by itself when it is done, and closes the window', async () => {
        agent.mockResolvedValueOnce(null).mockResolvedValueOnce(ADA);
        const element = await mountLink();
        const linked = jest.fn();
        element.addEventListener('linked', (event) => linked((event as CustomEvent).detail));

        await linkAndWait(element);

        expect(linked).toHaveBeenCalledWith(ADA);
        expect(place.replace).toHaveBeenCalledWith('about:blank');
        expect(popup.close).toHaveBeenCalledTimes(1);
        expect(textOf(element)).toContain('c.Zendesk_Agent_LinkedAs');
    });

    it('says when the window was closed before the end, and lets try again', async () => {
        agent.mockResolvedValue(null);
        const element = await mountLink();
        popup.closed = true;

        await linkAndWait(element);

        expect(textOf(element)).toContain('c.Zendesk_Agent_NotFinished');
        expect(find(element, 'lightning-button')).toHaveProperty('label', 'c.Zendesk_Agent_Link');
        expect(address).toHaveBeenCalledTimes(2);
    });

    it('notices that access was denied: the window is back without an agent', async () => {
        agent.mockResolvedValue(null);
        const element = await mountLink();
        host = () => window.location.host;

        await linkAndWait(element);

        expect(popup.close).toHaveBeenCalled();
        expect(textOf(element)).toContain('c.Zendesk_Agent_NotFinished');
    });

    it('waits as long as the window is at Zendesk, where nothing can be read of it', async () => {
        agent.mockResolvedValue(null);
        const element = await mountLink();
        host = () => {
            throw new DOMException('Blocked a frame', 'SecurityError');
        };

        await linkAndWait(element);

        expect(popup.close).not.toHaveBeenCalled();
        expect(textOf(element)).not.toContain('c.Zendesk_Agent_NotFinished');
    });

    it('tells nobody when the page is left before the answer', async () => {
        let answer: (found: Agent) => void = () => undefined;
        agent.mockResolvedValueOnce(null);
        agent.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
        const element = await mountLink();
        const linked = jest.fn();
        element.addEventListener('linked', linked);
        await linkAndWait(element);

        element.remove();
        answer(ADA);
        await settle();

        expect(linked).not.toHaveBeenCalled();
    });

    it('keeps the focus when a button gives way to the next', async () => {
        agent.mockResolvedValue(null);
        const element = await mountLink();
        const focused = jest.spyOn(HTMLElement.prototype, 'focus');

        find(element, 'lightning-button').click();
        await settle();
        const cancel = find(element, 'lightning-button');
        cancel.click();
        await settle();

        expect(focused.mock.contexts).toEqual([cancel, find(element, 'lightning-button')]);
    });

    it('says when the browser blocked the window', async () => {
        agent.mockResolvedValue(null);
        opened.mockReturnValue(null);
        const element = await mountLink();

        find(element, 'lightning-button').click();
        await settle();

        expect(textOf(element)).toContain('c.Zendesk_Agent_Blocked');
    });

    it('stops waiting when told so', async () => {
        agent.mockResolvedValue(null);
        const element = await mountLink();
        find(element, 'lightning-button').click();
        await settle();

        find(element, 'lightning-button').click();
        await settle();

        expect(place.replace).toHaveBeenCalledWith('about:blank');
        expect(textOf(element)).toContain('c.Zendesk_Agent_Invitation');
    });

    it('unlinks', async () => {
        agent.mockResolvedValueOnce(ADA).mockResolvedValueOnce(null);
        unlinked.mockResolvedValue(null);
        const element = await mountLink();
        const heard = jest.fn();
        element.addEventListener('unlinked', heard);

        find(element, 'lightning-button').click();
        await settle();

        expect(heard).toHaveBeenCalledTimes(1);
        expect(textOf(element)).toContain('c.Zendesk_Agent_Invitation');
    });

    it('says what failed, and tries again', async () => {
        agent.mockRejectedValueOnce({ body: { message: 'No access.' } }).mockResolvedValue(null);
        const element = await mountLink();

        expect(textOf(element)).toContain('No access.');
        await expect(element).toBeAccessible();
        expect(find(element, 'lightning-button')).toHaveProperty('label', 'c.Zendesk_Error_Retry');

        find(element, 'lightning-button').click();
        await settle();
        expect(find(element, 'lightning-button')).toHaveProperty('label', 'c.Zendesk_Agent_Link');
    });

    it('puts the cursor on its button', async () => {
        agent.mockResolvedValue(null);
        const element = await mountLink();
        const button = find(element, 'lightning-button');
        button.focus = jest.fn();

        element.focus();

        expect(button.focus).toHaveBeenCalledTimes(1);
    });
});
