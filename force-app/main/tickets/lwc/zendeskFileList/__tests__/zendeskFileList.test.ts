import ZendeskFileList from 'c/zendeskFileList';
import { find, findAll, mount, settle, textOf } from 'test/mount';

import type { FileState, ListedFile } from 'c/zendeskFileList';

function fileOf(id: string, state: FileState, problem?: string): ListedFile {
    return { id, name: `${id}.txt`, size: 1200, state, problem };
}

async function mountList(files: readonly ListedFile[]): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-file-list', ZendeskFileList, { files });
    await settle();
    return element;
}

function heard(element: HTMLElement, name: string): jest.Mock {
    const listener = jest.fn();
    element.addEventListener(name, (event) => listener((event as CustomEvent).detail));
    return listener;
}

describe('c-zendesk-file-list', () => {
    it('shows nothing without a file', async () => {
        const element = await mountList([]);

        expect(findAll(element, 'ul')).toHaveLength(0);
        await expect(element).toBeAccessible();
    });

    it('tells how far each file has come', async () => {
        const element = await mountList([fileOf('a', 'uploading'), fileOf('b', 'attached')]);

        expect(findAll(element, 'lightning-spinner')).toHaveLength(1);
        expect(findAll(element, 'lightning-icon')[2]).toMatchObject({
            iconName: 'utility:success',
            alternativeText: 'c.Zendesk_Files_Attached'
        });
        expect(textOf(element)).toContain('1.2 kB');
        await expect(element).toBeAccessible();
    });

    it('says why one is not attached, and tries it again', async () => {
        const element = await mountList([fileOf('a', 'failed', 'No answer.')]);
        const retried = heard(element, 'retry');
        expect(textOf(find(element, '[role="alert"]')).trim()).toBe('No answer.');
        await expect(element).toBeAccessible();

        find(element, 'button').click();

        expect(retried).toHaveBeenCalledWith('a');
    });

    it('offers no retry that can’t help, and takes each one away', async () => {
        const element = await mountList([fileOf('a', 'refused', 'Too large.')]);
        const removed = heard(element, 'remove');
        expect(findAll(element, 'button')).toHaveLength(0);
        await expect(element).toBeAccessible();

        find(element, 'lightning-button-icon').click();

        expect(removed).toHaveBeenCalledWith('a');
    });
});
