import ZendeskWarning from 'c/zendeskWarning';
import { find, mount } from 'test/mount';

describe('c-zendesk-warning', () => {
    it('says what to weigh', async () => {
        const warning = mount<HTMLElement>('c-zendesk-warning', ZendeskWarning, {
            message: 'Think twice.'
        });

        expect(find(warning, '[role="note"]').textContent).toContain('Think twice.');
        await expect(warning).toBeAccessible();
    });
});
