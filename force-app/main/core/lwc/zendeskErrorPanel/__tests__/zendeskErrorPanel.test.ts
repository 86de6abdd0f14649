import ZendeskErrorPanel from 'c/zendeskErrorPanel';
import { find, mount, settle, textOf } from 'test/mount';

describe('c-zendesk-error-panel', () => {
    function mountPanel(): HTMLElement {
        return mount('c-zendesk-error-panel', ZendeskErrorPanel, {
            problem: { code: 'unavailable', message: 'Zendesk did not answer.' }
        });
    }

    it('says what failed', async () => {
        const panel = mountPanel();
        await settle();

        expect(textOf(panel)).toContain('Zendesk did not answer.');
        expect(find(panel, '[role="alert"]')).not.toBeNull();
        await expect(panel).toBeAccessible();
    });

    it('asks for another try', () => {
        const panel = mountPanel();
        const retried = jest.fn();
        panel.addEventListener('retry', retried);

        find(panel, 'lightning-button').click();

        expect(retried).toHaveBeenCalledTimes(1);
    });
});
