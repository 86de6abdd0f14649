import ZendeskSnag from 'c/zendeskSnag';
import { find, findAll, mount, settle, textOf } from 'test/mount';

type Snag = HTMLElement & { focus(): void };

const FIELDS = [
    { key: 'requester', title: 'Requester' },
    { key: '4', title: 'Seats' }
];

async function mountSnag(properties: object = {}): Promise<Snag> {
    const element = mount<Snag>('c-zendesk-snag', ZendeskSnag, { ...properties });
    await settle();
    return element;
}

async function open(properties: object): Promise<Snag> {
    const element = await mountSnag(properties);
    element.focus();
    await settle();
    return element;
}

function focused(element: HTMLElement): Element | null | undefined {
    return element.shadowRoot?.activeElement;
}

describe('c-zendesk-snag', () => {
    it('shows nothing when nothing is wrong', async () => {
        const element = await mountSnag();

        expect(findAll(element, 'button')).toHaveLength(0);
        await expect(element).toBeAccessible();
    });

    it('stays behind its icon until it is opened', async () => {
        const element = await mountSnag({ fields: FIELDS });
        expect(findAll(element, '[role="dialog"]')).toHaveLength(0);
        await expect(element).toBeAccessible();

        find(element, 'button').click();
        await settle();

        expect(find(element, 'button').getAttribute('aria-expanded')).toBe('true');
        expect(focused(element)).toBe(find(element, '.field'));
    });

    it('leads to each field', async () => {
        const element = await open({ fields: FIELDS });
        const chosen = jest.fn();
        element.addEventListener('choose', (event) => chosen((event as CustomEvent).detail));
        expect(textOf(element)).toMatch(/Snag_Fields\s+Requester\s+Seats/);
        await expect(element).toBeAccessible();

        findAll(element, '.field')[1]?.click();
        await settle();

        expect(chosen).toHaveBeenCalledWith('4');
        expect(findAll(element, '[role="dialog"]')).toHaveLength(0);
    });

    it('says what went wrong when no field is at fault', async () => {
        const element = await open({ sentences: ['Zendesk did not answer.', 'Try again.'] });

        expect(textOf(find(element, '[role="dialog"]'))).toMatch(
            /Zendesk did not answer\.\s+Try again\./
        );
        expect(textOf(element)).not.toContain('c.Zendesk_Snag_Fields');
        expect(focused(element)).toBe(find(element, '[role="dialog"]'));
        await expect(element).toBeAccessible();
    });

    it.each([
        ['its button', (element: Snag) => find(element, 'lightning-button-icon').click()],
        [
            'Escape',
            (element: Snag) =>
                find(element, '[role="dialog"]').dispatchEvent(
                    new KeyboardEvent('keydown', { key: 'Escape' })
                )
        ]
    ])('closes by %s, back to the icon', async (_, close) => {
        const element = await open({ fields: FIELDS });

        close(element);
        await settle();

        expect(findAll(element, '[role="dialog"]')).toHaveLength(0);
        expect(focused(element)).toBe(find(element, 'button'));
    });
});
