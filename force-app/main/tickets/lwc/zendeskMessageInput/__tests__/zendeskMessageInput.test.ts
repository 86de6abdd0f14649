import ZendeskMessageInput from 'c/zendeskMessageInput';
import { EMPTY_DRAFT } from 'c/zendeskTicketDrafts';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { ALL_RIGHTS } from 'test/tickets';

async function mountInput(properties: object = {}): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-message-input', ZendeskMessageInput, {
        recordId: '001',
        ticketId: '7',
        label: 'Text',
        draft: EMPTY_DRAFT,
        rights: ALL_RIGHTS,
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

describe('c-zendesk-message-input', () => {
    it('writes publicly or internally, and says who reads it', async () => {
        const element = await mountInput();
        expect(textOf(element)).toContain('c.Zendesk_Reply_PublicHint');
        const changed = heard(element, 'draftchange');

        send(element, 'lightning-radio-group', 'change', { value: 'internal' });

        expect(changed).toHaveBeenCalledWith({ isPublic: false });
        await expect(element).toBeAccessible();
    });

    it('offers a light agent internal notes only', async () => {
        const element = await mountInput({ rights: { ...ALL_RIGHTS, mayCommentPublicly: false } });

        expect(find(element, 'lightning-radio-group')).toMatchObject({
            options: [{ value: 'internal', label: 'c.Zendesk_Reply_Internal' }]
        });
    });

    it('offers no files to whose notes the org’s own user leaves', async () => {
        const rights = { ...ALL_RIGHTS, mayCommentPublicly: false, writesSignedNotes: true };
        const element = await mountInput({ rights });

        expect(findAll(element, 'c-zendesk-file-picker')).toHaveLength(0);
    });

    it('offers public replies only to who sees no notes', async () => {
        const element = await mountInput({ rights: { ...ALL_RIGHTS, seesInternalNotes: false } });

        expect(find(element, 'lightning-radio-group')).toMatchObject({
            options: [{ value: 'public', label: 'c.Zendesk_Reply_Public' }]
        });
    });

    it('marks an internal note by words and icon', async () => {
        const element = await mountInput({ draft: { ...EMPTY_DRAFT, isPublic: false } });

        expect(textOf(element)).toContain('c.Zendesk_Reply_InternalHint');
        expect(find(element, 'lightning-icon')).toMatchObject({ iconName: 'utility:lock' });
        await expect(element).toBeAccessible();
    });

    it('reports what is typed and attached', async () => {
        const element = await mountInput();
        const changed = heard(element, 'draftchange');

        send(element, 'lightning-input-rich-text', 'change', { value: '<p>Hi</p>' });
        send(element, 'c-zendesk-file-picker', 'uploadschange', []);

        expect(changed.mock.calls.map(([part]) => part)).toEqual([
            { html: '<p>Hi</p>' },
            { uploads: [] }
        ]);
    });

    it('waits while it is being sent', async () => {
        const element = await mountInput({ disabled: true });

        expect(find(element, 'lightning-input-rich-text')).toMatchObject({ disabled: true });
    });

    it('marks a text that is wrong, and puts the cursor there', async () => {
        const element = await mountInput({ problem: 'Complete this field.' });
        const text = find(element, 'lightning-input-rich-text');
        text.focus = jest.fn();

        element.focus();

        expect(text).toMatchObject({
            valid: false,
            messageWhenBadInput: 'Complete this field.'
        });
        expect(text.focus).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });
});
