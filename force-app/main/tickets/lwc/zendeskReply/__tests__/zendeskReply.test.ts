import ZendeskReply from 'c/zendeskReply';
import { EMPTY_DRAFT } from 'c/zendeskTicketDrafts';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { ALL_RIGHTS } from 'test/tickets';

const WRITTEN = { ...EMPTY_DRAFT, html: '<p>Hello</p>' };

async function mountReply(properties: object = {}): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-reply', ZendeskReply, {
        recordId: '001',
        ticketId: '7',
        draft: EMPTY_DRAFT,
        rights: ALL_RIGHTS,
        mayEdit: true,
        statuses: [{ status: 'open' }, { status: 'hold', customStatusId: '77', label: 'Waiting' }],
        describe: () => [],
        ...properties
    });
    await settle();
    return element;
}

function heard(element: HTMLElement, name: string): jest.Mock {
    const listener = jest.fn();
    element.addEventListener(name, (event) => listener((event as CustomEvent).detail));
    return listener;
}

function send(element: HTMLElement, selector: string, name: string, detail: object): void {
    find(element, selector).dispatchEvent(new CustomEvent(name, { detail }));
}

describe('c-zendesk-reply', () => {
    it('marks an internal note by words and colour', async () => {
        const element = await mountReply({ draft: { ...WRITTEN, isPublic: false } });

        expect(textOf(element)).toContain('c.Zendesk_Reply_InternalHint');
        expect(findAll(element, '.reply_internal')).toHaveLength(1);
        await expect(element).toBeAccessible();
    });

    it('reports what is written and chosen', async () => {
        const element = await mountReply();
        const changed = heard(element, 'draftchange');

        send(element, 'c-zendesk-message-input', 'draftchange', { html: '<p>Hi</p>' });
        send(element, 'lightning-combobox', 'change', { value: '77' });
        send(element, 'lightning-combobox', 'change', { value: '' });

        expect(changed.mock.calls.map(([part]) => part)).toEqual([
            { html: '<p>Hi</p>' },
            { status: { status: 'hold', customStatusId: '77', label: 'Waiting' } },
            { status: undefined }
        ]);
    });

    it('submits only what says or changes something', async () => {
        const empty = await mountReply();
        const written = await mountReply({ draft: WRITTEN });
        const button = '.submit lightning-button';
        expect(find(empty, button)).toMatchObject({ disabled: true });
        expect(find(written, button)).toMatchObject({ disabled: false });
        const submitted = heard(written, 'submit');

        find(written, button).click();

        expect(submitted).toHaveBeenCalledTimes(1);
    });

    it('waits while it is being sent', async () => {
        const element = await mountReply({ draft: WRITTEN, isSaving: true });

        expect(find(element, '.submit lightning-button')).toMatchObject({ disabled: true });
        expect(find(element, 'c-zendesk-message-input')).toMatchObject({ disabled: true });
        expect(find(element, 'lightning-spinner')).toMatchObject({
            alternativeText: 'c.Zendesk_Detail_Saving'
        });
    });

    it('waits for a file that is on its way', async () => {
        const element = await mountReply({ draft: WRITTEN, isUploading: true });
        const uploading = heard(element, 'uploading');
        expect(find(element, '.submit lightning-button')).toMatchObject({ disabled: true });

        find(element, 'c-zendesk-message-input').dispatchEvent(
            new CustomEvent('uploading', { detail: ['a.png'] })
        );

        expect(uploading).toHaveBeenCalledWith(['a.png']);
    });

    it('offers no status and no macro to who may only comment', async () => {
        const element = await mountReply({ mayEdit: false });

        expect(findAll(element, 'lightning-combobox, c-zendesk-macros')).toHaveLength(0);
        await expect(element).toBeAccessible();
    });

    it('passes a macro on', async () => {
        const element = await mountReply();
        const applied = heard(element, 'macro');

        send(element, 'c-zendesk-macros', 'apply', { id: '9' });

        expect(applied).toHaveBeenCalledWith({ id: '9' });
    });

    it('passes on that an agent was linked for the macros', async () => {
        const element = await mountReply();
        const linked = heard(element, 'linked');

        send(element, 'c-zendesk-macros', 'linked', { id: '9' });

        expect(linked).toHaveBeenCalledWith({ id: '9' });
    });

    it('passes on that a file needs an agent', async () => {
        const element = await mountReply();
        const needed = heard(element, 'agentneeded');

        find(element, 'c-zendesk-message-input').dispatchEvent(new CustomEvent('agentneeded'));

        expect(needed).toHaveBeenCalledTimes(1);
    });

    it('holds a text that Zendesk would cut', async () => {
        const element = await mountReply({ draft: { ...WRITTEN, html: 'x'.repeat(65_536) } });

        expect(find(element, '.submit lightning-button')).toMatchObject({ disabled: true });
    });
});
