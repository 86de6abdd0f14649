import ZendeskLeaving from 'c/zendeskLeaving';
import { find, findAll, mount } from 'test/mount';

jest.mock(
    '@salesforce/label/c.Zendesk_Leaving_Explanation',
    () => ({ __esModule: true, default: 'It will belong to {0}.' }),
    { virtual: true }
);

function mountQuestion(): { element: HTMLElement; told: jest.Mock } {
    const element = mount<HTMLElement>('c-zendesk-leaving', ZendeskLeaving, {
        party: 'Bo (Umbrella)'
    });
    const told = jest.fn();
    ['leave', 'stay'].forEach((name) => element.addEventListener(name, () => told(name)));
    return { element, told };
}

describe('c-zendesk-leaving', () => {
    it('says to whom the ticket would go, and takes either answer', async () => {
        const { element, told } = mountQuestion();
        const [stay, save] = findAll(element, 'lightning-button');
        expect(find(element, 'c-zendesk-question')).toMatchObject({
            heading: 'c.Zendesk_Leaving_Title',
            explanation: 'It will belong to Bo (Umbrella).'
        });
        expect([stay, save]).toMatchObject([
            { label: 'c.Zendesk_Leaving_Stay' },
            { label: 'c.Zendesk_Leaving_Save' }
        ]);

        stay?.click();
        save?.click();

        expect(told.mock.calls).toEqual([['stay'], ['leave']]);
        await expect(element).toBeAccessible();
    });

    it('takes Escape for no', () => {
        const { element, told } = mountQuestion();

        ['Enter', 'Escape'].forEach((key) =>
            find(element, 'c-zendesk-question').dispatchEvent(
                new KeyboardEvent('keydown', { key, bubbles: true })
            )
        );

        expect(told.mock.calls).toEqual([['stay']]);
    });

    it('takes the cursor', () => {
        const { element } = mountQuestion();

        element.focus();

        const question = find(element, 'c-zendesk-question');
        expect(question.shadowRoot?.activeElement?.tagName).toBe('H3');
    });
});
