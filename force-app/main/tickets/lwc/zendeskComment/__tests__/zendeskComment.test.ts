import findAttachment from '@salesforce/apex/ZendeskConversationController.findAttachment';
import ZendeskComment from 'c/zendeskComment';
import * as images from 'c/zendeskImages';
import { find, findAll, mount, nameOf, settle, textOf } from 'test/mount';
import { commentOf } from 'test/tickets';

import type { TicketComment } from 'c/zendeskConversationService';

jest.mock(
    '@salesforce/apex/ZendeskConversationController.findAttachment',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const answer = findAttachment as unknown as jest.Mock;
const SRC = 'https://acme.zendesk.com/attachments/token/AbC/?name=plan.png';
const PLAN = {
    id: '5',
    fileName: 'plan.png',
    contentType: 'image/png',
    url: SRC,
    isInline: true,
    isMalware: false
};
const WITH_IMAGE = commentOf('1', {
    html: `<p>See</p><img src="${SRC}" alt="plan">`,
    attachments: [PLAN]
});

async function mountComment(comment: TicketComment): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-comment', ZendeskComment, {
        recordId: '001',
        ticketId: '35436',
        comment,
        author: { id: '21', name: 'Rosa María Diaz', isAgent: false }
    });
    await settle();
    return element;
}

function shownHtml(element: HTMLElement): string {
    return find<HTMLElement & { value: string }>(element, 'lightning-formatted-rich-text').value;
}

describe('c-zendesk-comment', () => {
    it('tells who wrote it, in which role, when, and who reads it', async () => {
        const element = await mountComment(commentOf('1'));

        expect(textOf(element)).toContain('Rosa María Diaz');
        expect(textOf(element)).toContain('c.Zendesk_Comment_Customer');
        expect(textOf(element)).toContain('c.Zendesk_Comment_Public');
        expect(find(element, 'time').textContent).toMatch(/2026/);
        expect(nameOf(find(element, 'article'))).toMatch(
            /^Rosa María Diaz c.Zendesk_Comment_Public .*2026/
        );
        await expect(element).toBeAccessible();
    });

    it('claims no role for an author who is not known', async () => {
        const element = await mountComment(commentOf('1'));

        Object.assign(element, { author: undefined });
        await settle();

        expect(textOf(element)).toContain('c.Zendesk_Comment_UnknownAuthor');
        expect(textOf(element)).not.toContain('c.Zendesk_Comment_Customer');
    });

    it('marks an internal note by words and icon, not by colour alone', async () => {
        const element = await mountComment(commentOf('1', { isPublic: false }));

        expect(textOf(element)).toContain('c.Zendesk_Comment_Internal');
        expect(find(element, '#visibility lightning-icon')).toMatchObject({
            iconName: 'utility:lock'
        });
        await expect(element).toBeAccessible();
    });

    it('hands its HTML to the sanitising component only', async () => {
        const html = '<script>alert(1)</script><p onclick="x()">Hi</p>';
        const element = await mountComment(commentOf('1', { html }));

        expect(shownHtml(element)).toBe(html);
        expect(findAll(element, 'script, [onclick]')).toHaveLength(0);
    });

    it('takes initials of any script', async () => {
        const element = mount<HTMLElement>('c-zendesk-comment', ZendeskComment, {
            comment: commentOf('1'),
            author: { id: '1', name: '🙂 佐藤', isAgent: true }
        });
        await settle();

        expect(find(element, 'lightning-avatar')).toMatchObject({ initials: '🙂佐' });
        expect(textOf(element)).toContain('c.Zendesk_Comment_Agent');
    });

    it('leaves images as they are when the browser may load them', async () => {
        jest.spyOn(images, 'canLoad').mockResolvedValue(true);

        const element = await mountComment(WITH_IMAGE);

        expect(shownHtml(element)).toContain(`src="${SRC}"`);
        expect(textOf(element)).not.toContain('c.Zendesk_Comment_ImagesHidden');
    });

    it('says when it may not, and loads them through Salesforce when asked', async () => {
        const source = 'data:image/png;base64,AA==';
        jest.spyOn(images, 'canLoad').mockImplementation(async (src) => src.startsWith('data:'));
        answer.mockResolvedValue({ source });
        const element = await mountComment(WITH_IMAGE);
        expect(textOf(element)).toContain('c.Zendesk_Comment_ImagesHidden');
        expect(shownHtml(element)).not.toContain('<img');
        await expect(element).toBeAccessible();

        find(element, 'lightning-button').click();
        await settle();

        expect(answer).toHaveBeenCalledWith({
            recordId: '001',
            ticketId: '35436',
            attachmentId: '5'
        });
        expect(shownHtml(element)).toContain(`src="${source}"`);
        expect(textOf(element)).not.toContain('c.Zendesk_Comment_Images');
    });

    it('says what still can’t be shown', async () => {
        jest.spyOn(images, 'canLoad').mockResolvedValue(false);
        answer.mockRejectedValue(new Error('offline'));
        const element = await mountComment(WITH_IMAGE);

        find(element, 'lightning-button').click();
        await settle();

        expect(textOf(element)).toContain('c.Zendesk_Comment_ImagesLeft');
        expect(findAll(element, 'lightning-button')).toHaveLength(0);
        await expect(element).toBeAccessible();
    });

    it('never asks for an image of another site', async () => {
        jest.spyOn(images, 'canLoad').mockResolvedValue(false);

        const element = await mountComment(
            commentOf('1', { html: '<img src="https://evil.example/pixel.gif">' })
        );

        expect(textOf(element)).toContain('c.Zendesk_Comment_ImagesHidden');
        expect(findAll(element, 'lightning-button')).toHaveLength(0);
    });
});
