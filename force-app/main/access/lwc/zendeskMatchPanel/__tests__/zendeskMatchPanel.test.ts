import explain from '@salesforce/apex/ZendeskMatchController.explain';
import link from '@salesforce/apex/ZendeskMatchController.link';
import search from '@salesforce/apex/ZendeskMatchController.search';
import unlink from '@salesforce/apex/ZendeskMatchController.unlink';
import ZendeskMatchPanel from 'c/zendeskMatchPanel';
import { find, findAll, mount, settle, textOf } from 'test/mount';

import type { Explanation, Target } from 'c/zendeskMatchService';

jest.mock(
    '@salesforce/apex/ZendeskMatchController.explain',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskMatchController.link',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskMatchController.search',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskMatchController.unlink',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const RECORD = '001000000000001AAA';
const UMBRELLA: Target = { type: 'organization', id: '15', name: 'Umbrella' };

const explained = explain as unknown as jest.Mock;
const searched = search as unknown as jest.Mock;
const linked = link as unknown as jest.Mock;
const unlinked = unlink as unknown as jest.Mock;

function explanation(part: Partial<Explanation>): Explanation {
    return {
        outcome: 'matched',
        source: 'automatic',
        side: 'organization_name',
        fieldLabel: 'Account Name',
        value: 'Acme',
        found: [
            {
                type: 'organization',
                id: '14',
                name: 'ACME',
                url: 'https://acme.zendesk.com/agent/organizations/14'
            }
        ],
        tickets: [],
        mayLink: true,
        ...part
    };
}

async function mountPanel(): Promise<HTMLElement> {
    const panel = mount<HTMLElement>('c-zendesk-match-panel', ZendeskMatchPanel, {
        recordId: RECORD
    });
    await settle();
    return panel;
}

function fire(panel: HTMLElement, name: string, detail: unknown): void {
    find(panel, 'c-zendesk-link-search').dispatchEvent(new CustomEvent(name, { detail }));
}

describe('c-zendesk-match-panel', () => {
    it('shows that it is loading', async () => {
        explained.mockReturnValue(new Promise(() => undefined));
        const panel = await mountPanel();

        expect(findAll(panel, 'lightning-spinner')).toHaveLength(1);
        await expect(panel).toBeAccessible();
    });

    it('says why, and links to what was found', async () => {
        explained.mockResolvedValue(explanation({}));
        const panel = await mountPanel();

        expect(explained).toHaveBeenCalledWith({ recordId: RECORD });
        expect(textOf(panel)).toContain('c.Zendesk_Match_ByOrganizationName');
        const anchor = find<HTMLAnchorElement>(panel, 'a');
        expect(anchor.textContent).toBe('ACME');
        expect(anchor.href).toBe('https://acme.zendesk.com/agent/organizations/14');
        await expect(panel).toBeAccessible();
    });

    it('shows a name without a page as text', async () => {
        explained.mockResolvedValue(
            explanation({ found: [{ type: 'user', id: '7', name: 'Rosa Diaz' }] })
        );
        const panel = await mountPanel();

        expect(findAll(panel, 'a')).toHaveLength(0);
        expect(textOf(panel)).toContain('Rosa Diaz');
    });

    it('offers no links by hand without the permission', async () => {
        explained.mockResolvedValue(explanation({ mayLink: false, source: 'by_hand' }));
        const panel = await mountPanel();

        expect(findAll(panel, 'c-zendesk-link-search')).toHaveLength(0);
        expect(findAll(panel, 'lightning-button')).toHaveLength(0);
        await expect(panel).toBeAccessible();
    });

    it('offers to unlink only what was linked by hand', async () => {
        explained.mockResolvedValue(explanation({}));
        const panel = await mountPanel();

        expect(findAll(panel, 'lightning-button')).toHaveLength(0);
    });

    it('unlinks, tells so and explains anew', async () => {
        explained.mockResolvedValueOnce(explanation({ source: 'by_hand' }));
        explained.mockResolvedValueOnce(explanation({ outcome: 'no_match', found: [] }));
        unlinked.mockResolvedValue(null);
        const panel = await mountPanel();
        const changed = jest.fn();
        panel.addEventListener('linkchange', changed);

        find(panel, 'lightning-button').click();
        await settle();

        expect(unlinked).toHaveBeenCalledWith({
            recordId: RECORD,
            type: 'organization',
            zendeskId: '14'
        });
        expect(changed).toHaveBeenCalledTimes(1);
        expect(textOf(panel)).toContain('c.Zendesk_Match_None');
    });

    it('searches and links', async () => {
        explained.mockResolvedValue(explanation({}));
        searched.mockResolvedValue([UMBRELLA]);
        linked.mockResolvedValue(null);
        const panel = await mountPanel();
        const changed = jest.fn();
        panel.addEventListener('linkchange', changed);

        fire(panel, 'search', { type: 'organization', text: 'Umb' });
        await settle();
        expect(searched).toHaveBeenCalledWith({
            recordId: RECORD,
            type: 'organization',
            text: 'Umb'
        });
        expect(find(panel, 'c-zendesk-link-search')).toHaveProperty('targets', [UMBRELLA]);

        fire(panel, 'link', { type: 'organization', id: '15' });
        await settle();
        expect(linked).toHaveBeenCalledWith({
            recordId: RECORD,
            type: 'organization',
            zendeskId: '15'
        });
        expect(changed).toHaveBeenCalledTimes(1);
    });

    it('drops the answer to a search that a newer one overtook', async () => {
        explained.mockResolvedValue(explanation({}));
        const answers: (() => void)[] = [];
        searched.mockReturnValueOnce(new Promise((resolve) => answers.push(() => resolve([]))));
        searched.mockResolvedValueOnce([UMBRELLA]);
        const panel = await mountPanel();
        fire(panel, 'search', { type: 'organization', text: 'Um' });
        fire(panel, 'search', { type: 'organization', text: 'Umb' });
        await settle();

        answers.forEach((answer) => answer());
        await settle();

        expect(find(panel, 'c-zendesk-link-search')).toHaveProperty('targets', [UMBRELLA]);
    });

    it('goes on to explain while somebody searches', async () => {
        let explainNow: (value: Explanation) => void = () => undefined;
        explained.mockResolvedValueOnce(explanation({}));
        explained.mockReturnValueOnce(new Promise((resolve) => (explainNow = resolve)));
        searched.mockResolvedValue([UMBRELLA]);
        linked.mockResolvedValue(undefined);
        const panel = await mountPanel();
        fire(panel, 'link', { type: 'organization', id: '15' });
        await settle();
        fire(panel, 'search', { type: 'organization', text: 'Um' });
        await settle();

        explainNow(explanation({ source: 'by_hand', found: [UMBRELLA] }));
        await settle();

        expect(findAll(panel, 'lightning-spinner')).toHaveLength(0);
        expect(textOf(panel)).toContain('Umbrella');
        expect(find(panel, 'c-zendesk-link-search')).toHaveProperty('targets', [UMBRELLA]);
    });

    it('drops what was asked of another record, a failure too', async () => {
        let failNow: (reason: unknown) => void = () => undefined;
        explained.mockReturnValueOnce(new Promise((_, reject) => (failNow = reject)));
        explained.mockResolvedValueOnce(explanation({}));
        const panel = await mountPanel();
        Object.assign(panel, { recordId: '001000000000002AAA' });
        await settle();

        failNow({ body: { message: 'Too late.' } });
        await settle();

        expect(textOf(panel)).toContain('ACME');
        expect(textOf(panel)).not.toContain('Too late.');
    });

    it('says what failed, keeps what it knew, and recovers by another try', async () => {
        explained.mockResolvedValueOnce(explanation({}));
        linked.mockRejectedValue({ body: { message: 'Not yours to link.' } });
        const panel = await mountPanel();

        fire(panel, 'link', { type: 'organization', id: '15' });
        await settle();
        expect(textOf(panel)).toContain('Not yours to link.');
        expect(textOf(panel)).toContain('ACME');
        await expect(panel).toBeAccessible();

        explained.mockResolvedValueOnce(explanation({}));
        find(panel, '[role="alert"] lightning-button').click();
        await settle();
        expect(textOf(panel)).not.toContain('Not yours to link.');
    });
});
