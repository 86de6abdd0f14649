import ZendeskSignedNotes from 'c/zendeskSignedNotes';
import { find, mount, textOf } from 'test/mount';

type SignedNotes = HTMLElement & { reset(): void };

function mountCard(isAllowed: boolean): SignedNotes {
    return mount<SignedNotes>('c-zendesk-signed-notes', ZendeskSignedNotes, { isAllowed });
}

describe('c-zendesk-signed-notes', () => {
    it('warns of licences before it is switched on', async () => {
        const card = mountCard(false);

        expect(textOf(card)).toContain('c.Zendesk_Signed_Warning');
        expect(find(card, 'lightning-input')).toHaveProperty('checked', false);
        await expect(card).toBeAccessible();
    });

    it('tells that it was switched', () => {
        const card = mountCard(false);
        const changed = jest.fn();
        card.addEventListener('signednoteschange', (event) =>
            changed((event as CustomEvent).detail)
        );

        find(card, 'lightning-input').dispatchEvent(
            new CustomEvent('change', { detail: { checked: true } })
        );

        expect(changed).toHaveBeenCalledWith({ isAllowed: true });
    });

    it('goes back to what holds', () => {
        const card = mountCard(true);
        const input = find<HTMLElement & { checked: boolean }>(card, 'lightning-input');
        input.checked = false;

        card.reset();

        expect(input.checked).toBe(true);
    });
});
