import ZendeskUnsentAnswer from 'c/zendeskUnsentAnswer';
import { find, mount, textOf } from 'test/mount';

describe('c-zendesk-unsent-answer', () => {
    it('shows what was written, until it is discarded', async () => {
        const element = mount<HTMLElement>('c-zendesk-unsent-answer', ZendeskUnsentAnswer, {
            html: '<p>Hello</p>'
        });
        const discarded = jest.fn();
        element.addEventListener('discard', discarded);

        find(element, 'lightning-button').click();

        expect(find(element, 'lightning-formatted-rich-text')).toMatchObject({
            value: '<p>Hello</p>'
        });
        expect(textOf(element)).toContain('c.Zendesk_Detail_Unsent');
        expect(discarded).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });
});
