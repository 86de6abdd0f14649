import ZendeskTicketList from 'c/zendeskTicketList';
import { lookupKey, USUAL_COLUMNS } from 'c/zendeskTicketColumns';
import { find, findAll, mount, settle, textOf } from 'test/mount';

import type { Ticket } from 'c/zendeskTicketService';

const FULL: Ticket = {
    id: '35436',
    subject: 'Printer on fire',
    status: 'open',
    priority: 'urgent',
    requesterName: 'Rosa Diaz',
    assigneeName: 'Ada Agent',
    updatedAt: '2026-05-06T08:46:13Z'
};
const BARE: Ticket = { id: '35437', status: 'hold', updatedAt: '2026-05-06T08:46:13Z' };

let sight: (entries: { isIntersecting: boolean }[]) => void;
const observe = jest.fn();
const disconnect = jest.fn();

beforeEach(() => {
    globalThis.IntersectionObserver = jest.fn((callback) => {
        sight = callback;
        return { observe, disconnect };
    }) as unknown as typeof IntersectionObserver;
});

function mountList(properties: Readonly<Record<string, unknown>>): HTMLElement {
    return mount('c-zendesk-ticket-list', ZendeskTicketList, {
        columns: USUAL_COLUMNS.map((key) => ({ key })),
        ...properties
    });
}

describe('c-zendesk-ticket-list', () => {
    it('shows a row with every column', async () => {
        const list = mountList({ tickets: [FULL] });
        await settle();

        const cells = findAll(list, 'tbody td, tbody th').map((cell) => cell.textContent?.trim());
        expect(cells.slice(0, 6)).toEqual([
            '#35436',
            'Printer on fire',
            'c.Zendesk_Status_Open',
            'c.Zendesk_Priority_Urgent',
            'Rosa Diaz',
            'Ada Agent'
        ]);
        expect(find(list, 'time').getAttribute('datetime')).toBe(FULL.updatedAt);
        expect(find(list, 'time').title).toMatch(/2026/);
        expect(find(list, 'table').getAttribute('aria-label')).toBe('c.Zendesk_List_Title');
        expect(findAll(list, '[role="row"] > [role="rowheader"]')).toHaveLength(1);
        await expect(list).toBeAccessible();
    });

    it('has words for a ticket without subject and leaves other gaps empty', async () => {
        const list = mountList({ tickets: [BARE] });
        await settle();

        const cells = findAll(list, 'tbody td, tbody th').map((cell) => cell.textContent?.trim());
        expect(cells.slice(1, 6)).toEqual([
            'c.Zendesk_Ticket_NoSubject',
            'c.Zendesk_Status_Hold',
            '',
            '',
            ''
        ]);
        await expect(list).toBeAccessible();
    });

    it('shows a subject as text, whatever it contains', async () => {
        const subject = '<img src=x onerror=alert(1)> 🔥 مرحبا';
        const list = mountList({ tickets: [{ ...FULL, subject }] });
        await settle();

        expect(textOf(list)).toContain(subject);
        expect(findAll(list, 'img')).toHaveLength(0);
    });

    it('asks for more when the end comes into sight', async () => {
        const list = mountList({ tickets: [FULL], hasMore: true });
        const asked = jest.fn();
        list.addEventListener('more', asked);
        await settle();

        sight([{ isIntersecting: false }]);
        expect(asked).not.toHaveBeenCalled();
        sight([{ isIntersecting: true }]);

        expect(asked).toHaveBeenCalledTimes(1);
    });

    it('asks for more when the button is pressed', async () => {
        const list = mountList({ tickets: [FULL], hasMore: true });
        const asked = jest.fn();
        list.addEventListener('more', asked);
        await settle();

        find(list, 'lightning-button').click();

        expect(asked).toHaveBeenCalledTimes(1);
        await expect(list).toBeAccessible();
    });

    it('leaves columns as wide as the first page made them, until there is another list', async () => {
        const list = mountList({ tickets: [FULL], hasMore: true });
        await settle();
        const headings = findAll(list, '.heading');
        headings.forEach((heading, index) => {
            Object.defineProperty(heading, 'offsetWidth', { value: 100 + index });
        });
        const widths = () => headings.map(({ style }) => style.width);

        find(list, 'lightning-button').click();
        await settle();

        expect(widths()).toEqual(['100px', '', '102px', '103px', '104px', '105px', '106px']);
        expect(find(list, 'table').style.getPropertyValue('--other-columns')).toBe('620px');
        expect(find(list, 'table').className).toContain('settled');

        Object.assign(list, { tickets: [] });
        await settle();

        expect(widths().join('')).toBe('');
        expect(find(list, 'table').className).not.toContain('settled');
    });

    it('does not write the texts again when rows are added', async () => {
        const list = mountList({ tickets: [FULL] });
        await settle();
        const rewritten = jest.fn();
        const tellOf = new MutationObserver(rewritten);
        tellOf.observe(find(list, 'tbody tr'), { characterData: true, subtree: true });

        Object.assign(list, { tickets: [FULL, BARE] });
        await settle();

        expect(findAll(list, 'tbody tr')).toHaveLength(2);
        expect(rewritten).not.toHaveBeenCalled();
    });

    it('offers no more at the end', async () => {
        const list = mountList({ tickets: [FULL] });
        await settle();

        expect(findAll(list, 'lightning-button')).toHaveLength(0);
        expect(observe).not.toHaveBeenCalled();
    });

    it('shows that more is coming', async () => {
        const list = mountList({ tickets: [FULL], hasMore: true, isLoadingMore: true });
        await settle();

        expect(findAll(list, 'lightning-spinner')).toHaveLength(1);
        await expect(list).toBeAccessible();
    });

    it('goes to where it begins', async () => {
        const list = mountList({ tickets: [FULL] });
        await settle();
        find(list, '.scroller').scrollTop = 300;

        (list as HTMLElement & { toTop(): void }).toTop();

        expect(find(list, '.scroller').scrollTop).toBe(0);
    });

    it('stops watching when it leaves the page', async () => {
        const list = mountList({ tickets: [FULL], hasMore: true });
        await settle();

        list.remove();

        expect(disconnect).toHaveBeenCalled();
    });

    it('opens a ticket by a button, and takes the cursor back to it', async () => {
        const list = mountList({ tickets: [BARE, FULL] });
        await settle();
        const opened = jest.fn();
        list.addEventListener('open', (event) => opened((event as CustomEvent).detail));
        const button = find(list, 'button[data-id]');

        button.click();
        (list as HTMLElement & { focusTicket(id: string): void }).focusTicket(
            button.dataset.id as string
        );

        expect(opened).toHaveBeenCalledWith(button.dataset.id);
        expect(list.shadowRoot?.activeElement).toBe(button);
    });

    it('says what it is sorted by, and asks for another order', async () => {
        const list = mountList({ tickets: [FULL], sort: '-updated_at' });
        await settle();
        const sorted = jest.fn();
        list.addEventListener('sort', (event) => sorted((event as CustomEvent).detail));

        find(list, '[data-field="updated_at"]').click();
        find(list, '[data-field="priority"]').click();

        expect(findAll(list, 'th[aria-sort]').map((th) => th.getAttribute('aria-sort'))).toEqual([
            'none',
            'none',
            'descending'
        ]);
        expect(sorted.mock.calls).toEqual([['updated_at'], ['-priority']]);
        await expect(list).toBeAccessible();
    });

    it('offers every order in a menu, for want of headings on a phone', async () => {
        const list = mountList({ tickets: [FULL], sort: '-created_at' });
        await settle();
        const sorted = jest.fn();
        list.addEventListener('sort', (event) => sorted((event as CustomEvent).detail));
        const menu = find<HTMLSelectElement>(list, '.sort-menu select');
        expect(menu.value).toBe('-created_at');
        expect([...menu.options].map(({ value }) => value)).toContain('-ticket_type');

        menu.value = 'created_at';
        menu.dispatchEvent(new CustomEvent('change'));

        expect(sorted).toHaveBeenCalledWith('created_at');
    });

    it('shows numbers by their last digit, and names what a lookup points to once that is known', async () => {
        const cells = [
            { key: '901', values: ['1234'], labels: ['1234'] },
            { key: '902', values: ['71'], labels: ['71'] }
        ];
        const list = mountList({
            tickets: [{ ...FULL, cells }],
            columns: [
                { key: 'subject' },
                { key: '901', title: 'Seats', type: 'integer' },
                { key: '902', title: 'Manager', type: 'lookup' }
            ]
        });
        await settle();
        const texts = () => findAll(list, 'tbody td').map((cell) => cell.textContent?.trim());
        expect(texts()).toEqual(['1,234', '#71']);
        expect(findAll(list, '.slds-text-align_right').map(({ tagName }) => tagName)).toEqual([
            'TH',
            'TD'
        ]);

        Object.assign(list, { names: new Map([[lookupKey('902', '71'), 'Rosa Diaz']]) });
        await settle();

        expect(texts()).toEqual(['1,234', 'Rosa Diaz']);
        await expect(list).toBeAccessible();
    });

    it('tells all of a text that may be cut off', async () => {
        const subject = 'A subject that is longer than its column is wide';
        const list = mountList({ tickets: [{ ...FULL, subject }] });
        await settle();

        expect(find(list, '.open').title).toBe(subject);
        expect(find(list, '.cell_requester').title).toBe(FULL.requesterName);
    });

    it('shows the columns that were chosen, and opens by the first when there is no subject', async () => {
        const list = mountList({
            tickets: [{ ...FULL, groupName: 'Support' }],
            columns: [{ key: 'group' }, { key: 'created' }, { key: '901', title: 'Product' }]
        });
        await settle();

        expect(findAll(list, 'thead th').map((th) => th.textContent?.trim())).toEqual([
            'c.Zendesk_Property_Group',
            'c.Zendesk_Column_Created',
            'Product'
        ]);
        expect(find(list, 'tbody th').textContent?.trim()).toBe('Support');
        await expect(list).toBeAccessible();
    });
});
