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

    it.each([
        ['dropped', 'drop', 'dataTransfer'],
        ['pasted', 'paste', 'clipboardData']
    ])('attaches what is %s anywhere on it', async (_, name, property) => {
        const element = await mountInput();
        const picker = find<HTMLElement & { add: jest.Mock }>(element, 'c-zendesk-file-picker');
        picker.add = jest.fn();
        const file = new File(['bytes'], 'screen.png');
        const event = new CustomEvent(name, { bubbles: true, cancelable: true });
        Object.defineProperty(event, property, { value: { files: [file], types: ['Files'] } });

        find(element, 'lightning-input-rich-text').dispatchEvent(event);

        expect(picker.add).toHaveBeenCalledWith([file]);
        expect(event.defaultPrevented).toBe(true);
    });

    it('leaves pasted text to the text', async () => {
        const element = await mountInput();
        const event = new CustomEvent('paste', { bubbles: true, cancelable: true });
        const picture = new File(['bytes'], 'cells.png');
        Object.defineProperty(event, 'clipboardData', {
            value: { files: [picture], types: ['text/plain', 'text/html', 'Files'] }
        });

        find(element, 'lightning-input-rich-text').dispatchEvent(event);

        expect(event.defaultPrevented).toBe(false);
    });

    it('shows that files can be dropped', async () => {
        const element = await mountInput();
        const over = new CustomEvent('dragover', { cancelable: true });
        Object.defineProperty(over, 'dataTransfer', { value: { types: ['Files'] } });
        const zone = find(element, 'div');

        zone.dispatchEvent(over);
        await settle();
        expect(over.defaultPrevented).toBe(true);
        expect(zone.className).toContain('dropzone_over');
        zone.dispatchEvent(new CustomEvent('dragleave'));
        await settle();

        expect(zone.className).not.toContain('dropzone_over');
    });

    it('hands over what failed once an agent is linked', async () => {
        const element = await mountInput({ rights: { ...ALL_RIGHTS, isAgentLinked: false } });
        const picker = find<HTMLElement & { retry: jest.Mock }>(element, 'c-zendesk-file-picker');
        picker.retry = jest.fn();
        const needed = heard(element, 'agentneeded');
        picker.dispatchEvent(new CustomEvent('agentneeded'));

        Object.assign(element, { rights: ALL_RIGHTS });

        expect(needed).toHaveBeenCalledTimes(1);
        expect(picker.retry).toHaveBeenCalledTimes(1);
    });

    it('says at once when a text is longer than Zendesk keeps', async () => {
        const element = await mountInput({ draft: { ...EMPTY_DRAFT, html: 'x'.repeat(65_536) } });

        expect(find(element, 'lightning-input-rich-text')).toMatchObject({
            valid: false,
            messageWhenBadInput: 'c.Zendesk_Change_CommentTooLong'
        });
    });
});
