import findTargets from '@salesforce/apex/ZendeskTicketChoiceController.findTargets';
import ZendeskLookup from 'c/zendeskLookup';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { reported } from 'test/tickets';

jest.mock(
    '@salesforce/apex/ZendeskTicketChoiceController.findTargets',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const answer = findTargets as unknown as jest.Mock;

function mountLookup(): HTMLElement {
    return mount<HTMLElement>('c-zendesk-lookup', ZendeskLookup, {
        recordId: '001',
        label: 'CCs',
        target: 'zen:user'
    });
}

async function type(element: HTMLElement, value: string): Promise<void> {
    find(element, 'lightning-input').dispatchEvent(
        new CustomEvent('change', { detail: { value } })
    );
    jest.advanceTimersByTime(400);
    jest.useRealTimers();
    await settle();
    jest.useFakeTimers();
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('c-zendesk-lookup', () => {
    it('finds by the beginning of a name, when the typing pauses', async () => {
        answer.mockResolvedValue([{ value: '21', label: 'Ada Agent' }]);
        const element = mountLookup();

        await type(element, 'ad');

        expect(answer).toHaveBeenCalledWith({ recordId: '001', target: 'zen:user', text: 'ad' });
        expect(find(element, 'button').textContent).toContain('Ada Agent');
        expect(textOf(element)).toContain('c.Zendesk_Lookup_Found');
        jest.useRealTimers();
        await expect(element).toBeAccessible();
    });

    it('does not ask for a single letter', async () => {
        await type(mountLookup(), 'a');

        expect(answer).not.toHaveBeenCalled();
    });

    it('says when nothing begins like this', async () => {
        answer.mockResolvedValue([]);
        const element = mountLookup();

        await type(element, 'zz');

        expect(textOf(element)).toContain('c.Zendesk_Lookup_Nothing');
    });

    it('says what failed', async () => {
        answer.mockRejectedValue(reported('unavailable', 'No answer.'));
        const element = mountLookup();

        await type(element, 'ad');

        expect(textOf(element)).toContain('No answer.');
    });

    it('hands out what is chosen, and is ready for the next', async () => {
        answer.mockResolvedValue([{ value: '21', label: 'Ada Agent' }]);
        const element = mountLookup();
        const chosen = jest.fn();
        element.addEventListener('choose', (event) => chosen((event as CustomEvent).detail));
        await type(element, 'ad');

        find(element, 'button').click();
        jest.useRealTimers();
        await settle();

        expect(chosen).toHaveBeenCalledWith({ value: '21', label: 'Ada Agent' });
        expect(findAll(element, 'button')).toHaveLength(0);
    });
});
