import uploadFile from '@salesforce/apex/ZendeskAttachmentController.uploadFile';
import uploadSalesforceFile from '@salesforce/apex/ZendeskAttachmentController.uploadSalesforceFile';
import ZendeskFilePicker from 'c/zendeskFilePicker';
import { find, mount, settle, textOf } from 'test/mount';
import { reported } from 'test/tickets';

import type { Upload } from 'c/zendeskAttachmentService';
import type { ListedFile } from 'c/zendeskFileList';

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

const upload = uploadFile as unknown as jest.Mock;
const uploadFromSalesforce = uploadSalesforceFile as unknown as jest.Mock;
const SENT: Upload = { token: 't1', fileName: 'plan.txt', size: 5, uploadedAt: 1 };

type Picker = HTMLElement & { retry(): void };

async function mountPicker(
    uploads: readonly Upload[] = []
): Promise<{ element: Picker; changed: jest.Mock }> {
    const element = mount<Picker>('c-zendesk-file-picker', ZendeskFilePicker, {
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
    await reading();
}

async function reading(): Promise<void> {
    for (let wait = 0; wait < 5; wait++) {
        // eslint-disable-next-line no-await-in-loop -- FileReader takes its time
        await settle();
    }
}

/** Names and states of the files that are shown. */
function shown(element: HTMLElement): readonly string[] {
    return filesOf(element).map(({ name, state }) => `${name} ${state}`);
}

function filesOf(element: HTMLElement): readonly ListedFile[] {
    return find<HTMLElement & { files: readonly ListedFile[] }>(element, 'c-zendesk-file-list')
        .files;
}

async function tell(element: HTMLElement, name: string, detail: string): Promise<void> {
    find(element, 'c-zendesk-file-list').dispatchEvent(new CustomEvent(name, { detail }));
    await reading();
}

function heard(element: HTMLElement, name: string): jest.Mock {
    const listener = jest.fn();
    element.addEventListener(name, (event) => listener((event as CustomEvent).detail));
    return listener;
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

        expect(shown(element)).toEqual(['plan.txt attached', 'film.mp4 refused']);
        expect(changed).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });

    it('keeps a file that failed, and sends it again', async () => {
        upload.mockRejectedValueOnce(reported('unavailable', 'No answer.'));
        upload.mockResolvedValueOnce(SENT);
        const { element, changed } = await mountPicker();
        await drop(element, fileOf('plan.txt'));
        expect(filesOf(element)).toMatchObject([{ state: 'failed', problem: 'No answer.' }]);
        expect(textOf(element)).toContain('c.Zendesk_Files_Unfinished');
        expect(changed).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();

        await tell(element, 'retry', filesOf(element)[0]?.id ?? '');

        expect(changed).toHaveBeenCalledWith([{ ...SENT, uploadedAt: expect.any(Number) }]);
        expect(shown(element)).toEqual(['plan.txt attached']);
    });

    it('does not offer to repeat what would be refused again', async () => {
        upload.mockRejectedValue(reported('invalid_input', 'This file is empty.'));
        const { element } = await mountPicker();

        await drop(element, fileOf('plan.txt', 0));

        expect(shown(element)).toEqual(['plan.txt refused']);
    });

    it('says when the browser can’t read what was dropped', async () => {
        const { element } = await mountPicker();
        const broken = jest
            .spyOn(FileReader.prototype, 'readAsDataURL')
            .mockImplementation(function fail(this: FileReader) {
                this.onerror?.(new ProgressEvent('error') as ProgressEvent<FileReader>);
            });

        await drop(element, fileOf('folder'));

        expect(filesOf(element)).toMatchObject([
            { state: 'refused', problem: 'c.Zendesk_File_Unreadable' }
        ]);
        broken.mockRestore();
    });

    it('says as long as a file is still to be handed over', async () => {
        upload.mockRejectedValueOnce(reported('unavailable', 'No answer.'));
        upload.mockResolvedValueOnce(SENT);
        const { element } = await mountPicker();
        const uploading = heard(element, 'uploading');

        await drop(element, fileOf('plan.txt'));
        expect(uploading).toHaveBeenLastCalledWith(['plan.txt']);
        element.retry();
        await reading();

        expect(uploading).toHaveBeenLastCalledWith([]);
    });

    it('hands over no more once it is gone, when nobody would hear of it', async () => {
        let arrive: (sent: Upload) => void = () => undefined;
        upload.mockReturnValueOnce(new Promise((resolve) => (arrive = resolve)));
        const { element, changed } = await mountPicker();
        const uploading = heard(element, 'uploading');
        await drop(element, fileOf('plan.txt'), fileOf('photo.png'));

        element.remove();
        arrive(SENT);
        await reading();

        expect(upload).toHaveBeenCalledTimes(1);
        expect(changed).not.toHaveBeenCalled();
        expect(uploading).toHaveBeenLastCalledWith(['plan.txt', 'photo.png']);
    });

    it('says when handing over takes an agent', async () => {
        upload.mockRejectedValue(reported('agent_not_linked', 'Link first.'));
        const { element } = await mountPicker();
        const needed = heard(element, 'agentneeded');

        await drop(element, fileOf('plan.txt'));

        expect(needed).toHaveBeenCalledTimes(1);
        expect(shown(element)).toEqual(['plan.txt failed']);
    });

    it('takes a file back, and goes on where files come in', async () => {
        const { element, changed } = await mountPicker([SENT]);
        const input = find(element, 'lightning-input');
        input.focus = jest.fn();

        await tell(element, 'remove', 't1');

        expect(changed).toHaveBeenCalledWith([]);
        expect(input.focus).toHaveBeenCalledTimes(1);
    });

    it('takes back a file that is on its way', async () => {
        let arrive: (sent: Upload) => void = () => undefined;
        upload.mockReturnValueOnce(new Promise((resolve) => (arrive = resolve)));
        const { element, changed } = await mountPicker();
        const uploading = heard(element, 'uploading');
        await drop(element, fileOf('plan.txt'));
        expect(textOf(element)).toContain('c.Zendesk_Files_Sending');

        await tell(element, 'remove', filesOf(element)[0]?.id ?? '');
        arrive(SENT);
        await settle();

        expect(shown(element)).toEqual([]);
        expect(changed).not.toHaveBeenCalled();
        expect(uploading).toHaveBeenLastCalledWith([]);
    });

    it('is done with what can’t be sent once the rest is being sent', async () => {
        const { element } = await mountPicker();
        await drop(element, fileOf('film.mp4', 2_000_001));

        Object.assign(element, { disabled: true });
        await settle();

        expect(shown(element)).toEqual([]);
        expect(find(element, 'lightning-input')).toMatchObject({ disabled: true });
        await expect(element).toBeAccessible();
    });

    it('takes a Salesforce File of the record', async () => {
        uploadFromSalesforce.mockResolvedValue({ ...SENT, fileName: 'Offer.pdf' });
        const { element } = await mountPicker();

        find(element, 'c-zendesk-salesforce-files').dispatchEvent(
            new CustomEvent('choose', { detail: { id: '069', name: 'Offer.pdf', size: 1200 } })
        );
        await settle();

        expect(uploadFromSalesforce).toHaveBeenCalledWith({
            recordId: '001',
            ticketId: '7',
            documentId: '069'
        });
        expect(shown(element)).toEqual(['Offer.pdf attached']);
    });
});
