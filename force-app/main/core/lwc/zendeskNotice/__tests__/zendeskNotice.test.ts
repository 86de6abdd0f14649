import ZendeskNotice from 'c/zendeskNotice';
import { find, mount, settle, textOf } from 'test/mount';

describe('c-zendesk-notice', () => {
    it('shows what it is told', async () => {
        const notice = mount<HTMLElement>('c-zendesk-notice', ZendeskNotice, {
            iconName: 'utility:lock',
            heading: 'Closed',
            message: 'Ask your admin.'
        });
        await settle();

        expect(find(notice, 'h3').textContent).toBe('Closed');
        expect(textOf(notice)).toContain('Ask your admin.');
        await expect(notice).toBeAccessible();
    });
});
