import ZendeskNewTicketFooter from 'c/zendeskNewTicketFooter';
import { find, findAll, mount, settle, textOf } from 'test/mount';

import type { FooterState } from 'c/zendeskFooterStates';

type Footer = HTMLElement & { focus(): void };

const READY: FooterState = {
    canCreate: true,
    isHeld: false,
    isSaving: false,
    sentences: [],
    fields: [],
    isRepeated: false
};

async function mountFooter(part: Partial<FooterState> = {}): Promise<Footer> {
    const element = mount<Footer>('c-zendesk-new-ticket-footer', ZendeskNewTicketFooter, {
        state: { ...READY, ...part }
    });
    await settle();
    return element;
}

function heard(element: HTMLElement, name: string): jest.Mock {
    const listener = jest.fn();
    element.addEventListener(name, (event) => listener((event as CustomEvent).detail));
    return listener;
}

function buttonOf(element: HTMLElement, label: string): HTMLElement | undefined {
    return findAll(element, 'lightning-button').find(
        (button) => (button as HTMLElement & { label: string }).label === label
    );
}

describe('c-zendesk-new-ticket-footer', () => {
    it('creates and cancels', async () => {
        const element = await mountFooter();
        const [created, left] = [heard(element, 'create'), heard(element, 'cancel')];

        buttonOf(element, 'c.Zendesk_New_Create')?.click();
        buttonOf(element, 'c.Zendesk_Button_Cancel')?.click();

        expect(created).toHaveBeenCalledTimes(1);
        expect(left).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });

    it('can be left before there is a form', async () => {
        const element = await mountFooter({ canCreate: false });

        expect(buttonOf(element, 'c.Zendesk_New_Create')).toBeUndefined();
        expect(buttonOf(element, 'c.Zendesk_Button_Cancel')).toBeDefined();
    });

    it('waits for a file that is on its way', async () => {
        const element = await mountFooter({ isHeld: true });

        expect(buttonOf(element, 'c.Zendesk_New_Create')).toMatchObject({ disabled: true });
    });

    it('shows what went wrong, and leads to the fields', async () => {
        const fields = [{ key: '4', title: 'Seats' }];
        const element = await mountFooter({ sentences: ['Correct.'], fields });
        const chosen = heard(element, 'choose');

        element.focus();
        await settle();
        find(element, 'c-zendesk-snag').dispatchEvent(new CustomEvent('choose', { detail: '4' }));

        expect(textOf(element)).toMatch(/Correct\.\s+c\.Zendesk_Snag_Fields\s+Seats/);
        expect(chosen).toHaveBeenCalledWith('4');
        await expect(element).toBeAccessible();
    });

    it('lets the user create another one when an attempt may have worked', async () => {
        const element = await mountFooter({ sentences: ['Look.'], isRepeated: true });
        const chosen = heard(element, 'createanother');

        element.focus();
        await settle();
        buttonOf(element, 'c.Zendesk_New_SendAnyway')?.click();

        expect(chosen).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });
});
