import explain from '@salesforce/apex/ZendeskMatchController.explain';
import ZendeskExplanation from 'c/zendeskExplanation';
import { find, findAll, mount, settle, textOf } from 'test/mount';

jest.mock(
    '@salesforce/apex/ZendeskMatchController.explain',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

async function mountExplanation(text: string, askedAt?: number): Promise<HTMLElement> {
    (explain as unknown as jest.Mock).mockReturnValue(new Promise(() => undefined));
    const explanation = mount<HTMLElement>('c-zendesk-explanation', ZendeskExplanation, {
        recordId: '001000000000001AAA',
        text,
        askedAt
    });
    await settle();
    return explanation;
}

describe('c-zendesk-explanation', () => {
    it('says which tickets these are, and why on demand', async () => {
        const explanation = await mountExplanation('Tickets of ACME.');
        expect(textOf(explanation)).toContain('Tickets of ACME.');
        expect(find(explanation, '.why')).toHaveProperty('textContent', 'c.Zendesk_List_WhyThese');
        expect(findAll(explanation, 'c-zendesk-match-panel')).toHaveLength(0);

        find(explanation, '.why').click();
        await settle();

        expect(find(explanation, 'c-zendesk-match-panel')).toMatchObject({
            recordId: '001000000000001AAA'
        });
        expect(explain).toHaveBeenCalledTimes(1);
        await expect(explanation).toBeAccessible();
    });

    it('says when Zendesk was asked, as far as it was', async () => {
        const askedAt = Date.now();

        const asked = await mountExplanation('Tickets of ACME.', askedAt);
        const unknown = await mountExplanation('Tickets of ACME.');

        expect(find(asked, 'c-zendesk-freshness')).toMatchObject({ askedAt });
        expect(findAll(unknown, 'c-zendesk-freshness')).toHaveLength(0);
        await expect(asked).toBeAccessible();
    });

    it('asks why there are none where there are none', async () => {
        const explanation = await mountExplanation('');

        expect(find(explanation, '.why')).toHaveProperty('textContent', 'c.Zendesk_List_WhyNone');
        await expect(explanation).toBeAccessible();
    });

    it('closes by Escape, and gives the focus back', async () => {
        const explanation = await mountExplanation('');
        find(explanation, '.why').click();
        await settle();
        const escape = new KeyboardEvent('keydown', { key: 'Escape' });

        find(explanation, 'c-zendesk-match-panel').dispatchEvent(escape);
        await settle();

        expect(findAll(explanation, 'c-zendesk-match-panel')).toHaveLength(0);
        expect(explanation.shadowRoot?.activeElement).toBe(find(explanation, '.why'));
    });

    it('tells when the record was linked to something else', async () => {
        const explanation = await mountExplanation('');
        const told = jest.fn();
        explanation.addEventListener('linkchange', told);
        find(explanation, '.why').click();
        await settle();

        find(explanation, 'c-zendesk-match-panel').dispatchEvent(new CustomEvent('linkchange'));

        expect(told).toHaveBeenCalledTimes(1);
    });
});
