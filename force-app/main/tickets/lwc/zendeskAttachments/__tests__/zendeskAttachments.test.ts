import ZendeskAttachments from 'c/zendeskAttachments';
import * as images from 'c/zendeskImages';
import { find, findAll, mount, settle, textOf } from 'test/mount';

import type { Attachment } from 'c/zendeskConversationService';

const FILE: Attachment = {
    id: '5',
    fileName: 'plan.png',
    contentType: 'image/png',
    size: 1200,
    url: 'https://acme.zendesk.com/attachments/token/AbC/?name=plan.png',
    thumbnailUrl: 'https://acme.zendesk.com/attachments/token/AbC/?name=thumb.png',
    isInline: false,
    isMalware: false
};

async function mountFiles(files: readonly Attachment[], isLoadable: boolean): Promise<HTMLElement> {
    jest.spyOn(images, 'canLoad').mockResolvedValue(isLoadable);
    const element = mount<HTMLElement>('c-zendesk-attachments', ZendeskAttachments, {
        attachments: files
    });
    await settle();
    return element;
}

describe('c-zendesk-attachments', () => {
    it('shows nothing when there is nothing', async () => {
        const element = await mountFiles([], true);

        expect(findAll(element, 'ul')).toHaveLength(0);
    });

    it('shows a thumbnail that the browser may load', async () => {
        const element = await mountFiles([FILE], true);

        expect(find<HTMLImageElement>(element, 'img').src).toBe(FILE.thumbnailUrl);
        expect(textOf(element)).toContain('1.2 kB');
        await expect(element).toBeAccessible();
    });

    it('shows an icon in the place of one that it may not', async () => {
        const element = await mountFiles([FILE], false);

        expect(findAll(element, 'img')).toHaveLength(0);
        expect(findAll(element, 'lightning-icon')).toHaveLength(1);
        await expect(element).toBeAccessible();
    });

    it('opens a file apart from the page, which learns nothing of it', async () => {
        const link = find<HTMLAnchorElement>(await mountFiles([FILE], false), 'a');

        expect(link.href).toBe(FILE.url);
        expect(link.target).toBe('_blank');
        expect(link.rel).toBe('noopener noreferrer');
    });

    it('leads to no malware', async () => {
        const element = await mountFiles([{ ...FILE, isMalware: true }], true);

        expect(findAll(element, 'a, img')).toHaveLength(0);
        expect(textOf(element)).toContain('c.Zendesk_Attachment_Malware');
        await expect(element).toBeAccessible();
    });

    it('leaves what stands in the text to the text', async () => {
        const element = await mountFiles([{ ...FILE, isInline: true }], true);

        expect(findAll(element, 'li')).toHaveLength(0);
    });
});
