import ZendeskAnnouncement from 'c/zendeskAnnouncement';
import { find, findAll, mount, settle, textOf } from 'test/mount';

import type { Notice } from 'c/zendeskAnnouncement';

type Announcement = HTMLElement & { focus(): void };

async function mountAnnouncement(notice?: Notice): Promise<Announcement> {
    const element = mount<Announcement>('c-zendesk-announcement', ZendeskAnnouncement, { notice });
    await settle();
    return element;
}

describe('c-zendesk-announcement', () => {
    it('is there before it says something, or it would not be read aloud', async () => {
        const element = await mountAnnouncement();

        expect(find(element, '[role="status"]').textContent).toBe('');
        expect(findAll(element, 'p')).toHaveLength(0);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['success', 'utility:success'],
        ['info', 'utility:info']
    ] as const)('tells a %s by words and icon', async (variant, iconName) => {
        const element = await mountAnnouncement({ message: 'Saved.', variant });

        expect(textOf(element)).toContain('Saved.');
        expect(find(element, 'lightning-icon')).toMatchObject({ iconName });
        expect(find(element, 'p').className).toContain(`slds-theme_${variant}`);
        await expect(element).toBeAccessible();
    });

    it('takes the focus', async () => {
        const element = await mountAnnouncement({ message: 'Saved.', variant: 'success' });

        element.focus();

        expect(element.shadowRoot?.activeElement).toBe(find(element, '[role="status"]'));
    });
});
