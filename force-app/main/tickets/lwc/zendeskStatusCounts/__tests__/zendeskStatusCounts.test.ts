import ZendeskStatusCounts from 'c/zendeskStatusCounts';
import { find, findAll, mount, settle } from 'test/mount';

import type { TicketStatus } from 'c/zendeskTicketService';

const COUNTS = [
    { status: 'open', total: 7 },
    { status: 'hold', total: 0 },
    { status: 'closed', total: 1234 }
];

async function mountCounts(chosen: readonly TicketStatus[]): Promise<HTMLElement> {
    const counts = mount<HTMLElement>('c-zendesk-status-counts', ZendeskStatusCounts, {
        counts: COUNTS,
        chosen
    });
    await settle();
    return counts;
}

function chosenAfterClick(counts: HTMLElement, status: TicketStatus): unknown {
    const changed = jest.fn();
    counts.addEventListener('statuseschange', (event) => changed((event as CustomEvent).detail));
    find(counts, `[data-status="${status}"]`).click();
    return changed.mock.calls[0]?.[0];
}

describe('c-zendesk-status-counts', () => {
    it('shows a chip for each status that has tickets', async () => {
        const counts = await mountCounts([]);

        expect(findAll(counts, 'button').map(({ dataset }) => dataset.status)).toEqual([
            'open',
            'closed'
        ]);
        await expect(counts).toBeAccessible();
    });

    it('shows no group of nothing where no status has tickets', () => {
        const counts = mount<HTMLElement>('c-zendesk-status-counts', ZendeskStatusCounts, {
            counts: [{ status: 'open', total: 0 }],
            chosen: []
        });

        expect(findAll(counts, '[role="group"]')).toHaveLength(0);
    });

    it('keeps a chip that was there, so that it is not gone as it is pressed', async () => {
        const counts = await mountCounts([]);
        const chip = find(counts, '[data-status="open"]');
        chip.focus();

        Object.assign(counts, { counts: COUNTS.map((count) => ({ ...count, total: 0 })) });
        await settle();

        expect(find(counts, '[data-status="open"]')).toBe(chip);
        expect(counts.shadowRoot?.activeElement).toBe(chip);
        expect(findAll(counts, 'button')).toHaveLength(2);
    });

    it('keeps a chosen chip without tickets, so that it can be let go', async () => {
        const counts = await mountCounts(['hold']);

        expect(find(counts, '[data-status="hold"]').getAttribute('aria-pressed')).toBe('true');
        expect(find(counts, '[data-status="open"]').getAttribute('aria-pressed')).toBe('false');
    });

    it('adds a status by a click', async () => {
        expect(chosenAfterClick(await mountCounts(['hold']), 'open')).toEqual(['hold', 'open']);
    });

    it('takes a chosen status away by a click', async () => {
        expect(chosenAfterClick(await mountCounts(['open']), 'open')).toEqual([]);
    });
});
