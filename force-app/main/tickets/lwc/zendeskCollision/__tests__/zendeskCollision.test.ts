import ZendeskCollision from 'c/zendeskCollision';
import { find, findAll, mount, settle, textOf } from 'test/mount';

const FIELDS = [{ key: 'priority', title: 'Priority', mine: 'Urgent', theirs: 'Low' }];

interface Question extends HTMLElement {
    explanation: string;
}

const questionOf = (element: HTMLElement): Question =>
    find<Question>(element, 'c-zendesk-question');

async function mountCollision(properties: object): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-collision', ZendeskCollision, { ...properties });
    await settle();
    return element;
}

describe('c-zendesk-collision', () => {
    it('shows both versions of a field', async () => {
        const element = await mountCollision({ fields: FIELDS, newComments: 2 });

        expect(textOf(element)).toContain('Urgent');
        expect(textOf(element)).toContain('Low');
        expect(textOf(element)).toContain('c.Zendesk_Collision_NewComments');
        expect(find(element, 'table').getAttribute('aria-label')).toBe('c.Zendesk_Collision_Title');
        await expect(element).toBeAccessible();
    });

    it('shows no table when only comments came in', async () => {
        const element = await mountCollision({ fields: [], newComments: 1 });

        expect(findAll(element, 'table')).toHaveLength(0);
        await expect(element).toBeAccessible();
    });

    it('says when the change may be the user’s own', async () => {
        const element = await mountCollision({ newComments: 1, isInDoubt: true });

        expect(textOf(element)).toContain('c.Zendesk_Collision_OwnAttempt');
        await expect(element).toBeAccessible();
    });

    it.each([
        ['keep', 0],
        ['discard', 1]
    ])('lets the user %s', async (name, index) => {
        const element = await mountCollision({ fields: FIELDS });
        const chosen = jest.fn();
        element.addEventListener(name, chosen);

        findAll(element, 'lightning-button')[index]?.click();

        expect(chosen).toHaveBeenCalledTimes(1);
    });

    it('offers nothing to save over a ticket that was closed', async () => {
        const element = await mountCollision({ fields: FIELDS, isClosed: true });
        const discarded = jest.fn();
        element.addEventListener('discard', discarded);

        const buttons = findAll(element, 'lightning-button');
        buttons[0]?.click();

        expect(buttons).toMatchObject([{ label: 'c.Zendesk_Collision_GoOn' }]);
        expect(questionOf(element).explanation).toBe('c.Zendesk_Collision_Closed');
        expect(discarded).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });

    it('comes into sight when it is told to', async () => {
        const element = await mountCollision({ fields: FIELDS });

        element.focus();

        expect(questionOf(element).shadowRoot?.activeElement?.tagName).toBe('H3');
    });
});
