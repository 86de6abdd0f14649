import listSalesforceFiles from '@salesforce/apex/ZendeskAttachmentController.listSalesforceFiles';
import ZendeskSalesforceFiles from 'c/zendeskSalesforceFiles';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { reported } from 'test/tickets';

jest.mock(
    '@salesforce/apex/ZendeskAttachmentController.listSalesforceFiles',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const list = listSalesforceFiles as unknown as jest.Mock;
const OFFER = { id: '069', name: 'Offer.pdf', size: 1200 };

async function openFiles(): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-salesforce-files', ZendeskSalesforceFiles, {
        recordId: '001'
    });
    find(element, 'lightning-button').click();
    await settle();
    return element;
}

describe('c-zendesk-salesforce-files', () => {
    it('shows that it is loading', async () => {
        list.mockReturnValue(new Promise(() => undefined));
        const element = await openFiles();

        expect(findAll(element, 'lightning-spinner')).toHaveLength(1);
        await expect(element).toBeAccessible();
    });

    it('offers the files of the record, and goes on at its button', async () => {
        list.mockResolvedValue([OFFER]);
        const element = await openFiles();
        const chosen = jest.fn();
        element.addEventListener('choose', (event) => chosen((event as CustomEvent).detail));
        const toggle = find(element, 'lightning-button');
        toggle.focus = jest.fn();
        expect(textOf(element)).toMatch(/Offer\.pdf\s+1\.2 kB/);
        await expect(element).toBeAccessible();

        find(element, 'button').click();
        await settle();

        expect(chosen).toHaveBeenCalledWith(OFFER);
        expect(findAll(element, 'ul')).toHaveLength(0);
        expect(toggle.focus).toHaveBeenCalledTimes(1);
    });

    it('offers none that is too large, and says so before it is chosen', async () => {
        list.mockResolvedValue([{ ...OFFER, size: 4_000_001 }]);
        const element = await openFiles();

        expect(find<HTMLButtonElement>(element, 'button').disabled).toBe(true);
        expect(textOf(element)).toContain('c.Zendesk_File_TooLarge');
        await expect(element).toBeAccessible();
    });

    it('says when there may be more', async () => {
        list.mockResolvedValue(
            Array.from({ length: 50 }, (_, index) => ({ ...OFFER, id: String(index) }))
        );

        expect(textOf(await openFiles())).toContain('c.Zendesk_Files_Latest');
    });

    it('says when the record has none', async () => {
        list.mockResolvedValue([]);
        const element = await openFiles();

        expect(textOf(element)).toContain('c.Zendesk_Files_NoSalesforceFiles');
        await expect(element).toBeAccessible();
    });

    it('says what failed, and asks anew when it is opened again', async () => {
        list.mockRejectedValueOnce(reported('unexpected', 'No answer.'));
        list.mockResolvedValueOnce([OFFER]);
        const element = await openFiles();
        expect(textOf(find(element, '[role="alert"]')).trim()).toBe('No answer.');
        await expect(element).toBeAccessible();

        find(element, 'lightning-button').click();
        find(element, 'lightning-button').click();
        await settle();

        expect(textOf(element)).toContain('Offer.pdf');
    });
});
