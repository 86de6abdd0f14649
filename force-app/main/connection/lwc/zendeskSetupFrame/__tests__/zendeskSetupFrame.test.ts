import ZendeskSetupFrame from 'c/zendeskSetupFrame';
import { find, findAll, mount, textOf } from 'test/mount';

import type { Problem } from 'c/zendeskErrors';

function mountFrame(properties: { isBusy?: boolean; problem?: Problem }): HTMLElement {
    return mount<HTMLElement>('c-zendesk-setup-frame', ZendeskSetupFrame, properties);
}

describe('c-zendesk-setup-frame', () => {
    it('shows that it is loading', async () => {
        const frame = mountFrame({ isBusy: true });

        expect(find(frame, 'lightning-spinner')).toHaveProperty(
            'alternativeText',
            'c.Zendesk_Setup_Loading'
        );
        await expect(frame).toBeAccessible();
    });

    it('shows the section when nothing is in the way', async () => {
        const frame = mountFrame({});

        expect(findAll(frame, 'slot')).toHaveLength(1);
        expect(findAll(frame, 'lightning-spinner, .slds-card')).toHaveLength(0);
        await expect(frame).toBeAccessible();
    });

    it('gives those who may not set up the reason, and nothing to retry', async () => {
        const problem = { code: 'access_setup_not_permitted', message: 'Ask.' };
        const frame = mountFrame({ problem });

        expect(find(frame, 'c-zendesk-notice')).toHaveProperty('message', 'Ask.');
        expect(findAll(frame, 'c-zendesk-error-panel')).toHaveLength(0);
        await expect(frame).toBeAccessible();
    });

    it('says what failed and offers another try', async () => {
        const frame = mountFrame({ problem: { code: 'platform', message: 'Busy.' } });
        const retried = jest.fn();
        frame.addEventListener('retry', retried);
        const panel = find(frame, 'c-zendesk-error-panel');
        expect(textOf(panel)).toContain('Busy.');

        panel.dispatchEvent(new CustomEvent('retry'));

        expect(retried).toHaveBeenCalledTimes(1);
        await expect(frame).toBeAccessible();
    });
});
