import listSalesforceFiles from '@salesforce/apex/ZendeskAttachmentController.listSalesforceFiles';
import uploadFile from '@salesforce/apex/ZendeskAttachmentController.uploadFile';
import uploadSalesforceFile from '@salesforce/apex/ZendeskAttachmentController.uploadSalesforceFile';
import ZendeskFilePicker from 'c/zendeskFilePicker';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { reported } from 'test/tickets';

import type { Upload } from 'c/zendeskAttachmentService';

jest.mock(
    '@salesforce/apex/ZendeskAttachmentController.listSalesforceFiles',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskAttachmentController.uploadFile',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskAttachmentController.uploadSalesforceFile',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const list = listSalesforceFiles as unknown as jest.Mock;
const upload = uploadFile as unknown as jest.Mock;
const uploadFromSalesforce = uploadSalesforceFile as unknown as jest.Mock;
const SENT: Upload = { token: 't1', fileName: 'plan.txt', size: 5 };

async function mountPicker(
    uploads: readonly Upload[] = []
): Promise<{ element: HTMLElement; changed: jest.Mock }> {
    const element = mount<HTMLElement>('c-zendesk-file-picker', ZendeskFilePicker, {
        recordId: '001',
        ticketId: '7',
        uploads
    });
    const changed = jest.fn();
    element.addEventListener('uploadschange', (event) => {
        changed((event as CustomEvent).detail);
        Object.assign(element, { uploads: (event as CustomEvent).detail });
    });
    await settle();
    return { element, changed };
}

async function drop(element: HTMLElement, ...files: readonly File[]): Promise<void> {
    find(element, 'lightning-input').dispatchEvent(
        new CustomEvent('change', { detail: { files } })
    );
    for (let wait = 0; wait < 5; wait++) {
        // eslint-disable-next-line no-await-in-loop -- FileReader takes its time
        await settle();
    }
}

function fileOf(name: string, size = 5): File {
    const file = new File(['bytes'], name, { type: 'text/plain' });
    Object.defineProperty(file, 'size', { value: size });
    return file;
}

describe('c-zendesk-file-picker', () => {
    it('names the limits before anybody meets them', async () => {
        const { element } = await mountPicker();

        expect(textOf(element)).toContain('c.Zendesk_Files_Limits');
        await expect(element).toBeAccessible();
    });

    it('sends what is dropped, one after the other', async () => {
        upload.mockResolvedValueOnce(SENT).mockResolvedValueOnce({ ...SENT, token: 't2' });
        const { element, changed } = await mountPicker();

        await drop(element, fileOf('plan.txt'), fileOf('photo.png'));

        expect(upload).toHaveBeenCalledWith({
            recordId: '001',
            ticketId: '7',
            name: 'plan.txt',
            contentType: 'text/plain',
            base64: 'Ynl0ZXM='
        });
        expect(changed.mock.lastCall?.[0].map(({ token }: Upload) => token)).toEqual(['t1', 't2']);
        expect(textOf(element)).toContain('c.Zendesk_Files_Ready');
        await expect(element).toBeAccessible();
    });

    it('sends nothing that is too large, and the rest all the same', async () => {
        upload.mockResolvedValue(SENT);
        const { element, changed } = await mountPicker();

        await drop(element, fileOf('film.mp4', 2_000_001), fileOf('plan.txt'));

        expect(textOf(find(element, '[role="alert"]'))).toContain('film.mp4');
        expect(changed).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });

    it('says which file failed', async () => {
        upload.mockRejectedValue(reported('unavailable', 'No answer.'));
        const { element, changed } = await mountPicker();

        await drop(element, fileOf('plan.txt'));

        expect(textOf(find(element, '[role="alert"]'))).toBe('plan.txt: No answer.');
        expect(changed).not.toHaveBeenCalled();
    });

    it('says as long as a file is on its way', async () => {
        upload.mockResolvedValue(SENT);
        const { element } = await mountPicker();
        const uploading = jest.fn();
        element.addEventListener('uploading', (event) => uploading((event as CustomEvent).detail));

        await drop(element, fileOf('plan.txt'));

        expect(uploading.mock.calls).toEqual([[true], [false]]);
    });

    it('takes a file back', async () => {
        const { element, changed } = await mountPicker([SENT]);

        find(element, 'lightning-pill-container').dispatchEvent(
            new CustomEvent('itemremove', { detail: { item: { name: 't1' } } })
        );

        expect(changed).toHaveBeenCalledWith([]);
    });

    it('offers the Salesforce Files of the record', async () => {
        list.mockResolvedValue([{ id: '069', name: 'Offer.pdf', size: 1200 }]);
        uploadFromSalesforce.mockResolvedValue({ ...SENT, fileName: 'Offer.pdf' });
        const { element, changed } = await mountPicker();
        find(element, 'lightning-button').click();
        await settle();
        expect(textOf(element)).toContain('Offer.pdf');
        await expect(element).toBeAccessible();

        find(element, 'button').click();
        await settle();

        expect(uploadFromSalesforce).toHaveBeenCalledWith({
            recordId: '001',
            ticketId: '7',
            documentId: '069'
        });
        expect(changed).toHaveBeenCalledTimes(1);
    });

    it('says when the record has none', async () => {
        list.mockResolvedValue([]);
        const { element } = await mountPicker();

        find(element, 'lightning-button').click();
        await settle();

        expect(textOf(element)).toContain('c.Zendesk_Files_NoSalesforceFiles');
        expect(findAll(element, 'ul')).toHaveLength(0);
    });
});
