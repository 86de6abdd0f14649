import ZendeskQuestion from 'c/zendeskQuestion';
import { find, mount, textOf } from 'test/mount';

function mountQuestion(): HTMLElement {
    return mount<HTMLElement>('c-zendesk-question', ZendeskQuestion, {
        heading: 'Which one?',
        explanation: 'There are two.'
    });
}

describe('c-zendesk-question', () => {
    it('is told at once, with what it is about', async () => {
        const element = mountQuestion();

        expect(find(element, 'section').getAttribute('role')).toBe('alert');
        expect(textOf(element)).toContain('Which one?');
        expect(textOf(element)).toContain('There are two.');
        await expect(element).toBeAccessible();
    });

    it('takes the cursor to its heading', () => {
        const element = mountQuestion();

        element.focus();

        expect(element.shadowRoot?.activeElement).toBe(find(element, 'h3'));
    });
});
