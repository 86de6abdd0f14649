import findAttachment from '@salesforce/apex/ZendeskConversationController.findAttachment';
import ZendeskAttachments from 'c/zendeskAttachments';
import * as images from 'c/zendeskImages';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { reported } from 'test/tickets';

import type { Attachment } from 'c/zendeskConversationService';

jest.mock(
    '@salesforce/apex/ZendeskConversationController.findAttachment',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const answer = findAttachment as unknown as jest.Mock;

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
        recordId: '001000000000001AAA',
        ticketId: '35',
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

    describe('through Salesforce', () => {
        let saved: HTMLAnchorElement[];

        beforeEach(() => {
            saved = [];
            jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
                this: HTMLAnchorElement
            ) {
                saved.push(this);
            });
        });

        afterEach(() => jest.restoreAllMocks());

        async function download(): Promise<HTMLElement> {
            const element = await mountFiles([FILE], false);
            find(element, 'lightning-button-icon').click();
            await settle();
            return element;
        }

        it('saves the file under its name', async () => {
            answer.mockResolvedValue({ source: 'data:image/png;base64,eA==' });

            const element = await download();

            expect(answer).toHaveBeenCalledWith({
                recordId: '001000000000001AAA',
                ticketId: '35',
                attachmentId: '5'
            });
            expect(saved.map(({ href, download: name }) => [href, name])).toEqual([
                ['data:image/png;base64,eA==', 'plan.png']
            ]);
            expect(find(element, '[role=status]').textContent).toBe('');
            await expect(element).toBeAccessible();
        });

        it('says when there is no way, and that Zendesk has it', async () => {
            answer.mockResolvedValue({});

            const element = await download();

            expect(saved).toHaveLength(0);
            expect(find(element, '[role=status]').textContent).toContain(
                'c.Zendesk_Attachment_NoWay'
            );
            await expect(element).toBeAccessible();
        });

        it('says what went wrong', async () => {
            answer.mockRejectedValue(reported('unavailable', 'Zendesk does not answer.'));

            const element = await download();

            expect(find(element, '[role=status]').textContent).toBe('Zendesk does not answer.');
        });

        it('asks once, however often it is pressed meanwhile', async () => {
            answer.mockReset().mockReturnValue(new Promise(() => undefined));

            const element = await download();
            find(element, 'lightning-button-icon').click();

            expect(answer).toHaveBeenCalledTimes(1);
        });

        it('offers none for malware', async () => {
            const element = await mountFiles([{ ...FILE, isMalware: true }], true);

            expect(findAll(element, 'lightning-button-icon')).toHaveLength(0);
        });
    });
});
