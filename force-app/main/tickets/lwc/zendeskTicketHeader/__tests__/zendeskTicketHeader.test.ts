import ZendeskTicketHeader from 'c/zendeskTicketHeader';
import { find, findAll, mount, textOf } from 'test/mount';
import { layoutOf, ticketOf } from 'test/tickets';

jest.mock(
    '@salesforce/label/c.Zendesk_Detail_RequestedBy',
    () => ({ __esModule: true, default: 'By {0}' }),
    { virtual: true }
);

jest.mock(
    '@salesforce/label/c.Zendesk_History_Set',
    () => ({ __esModule: true, default: '{0}: {1}' }),
    { virtual: true }
);

function mountHeader(properties: object = {}): HTMLElement {
    return mount<HTMLElement>('c-zendesk-ticket-header', ZendeskTicketHeader, {
        ticket: ticketOf(),
        ...properties
    });
}

describe('c-zendesk-ticket-header', () => {
    it('shows what the ticket is about, its state and who asked', async () => {
        const header = mountHeader();

        expect(find(header, 'h2').textContent).toBe('Printer on fire');
        expect(textOf(header)).toContain('c.Zendesk_Status_Open');
        expect(textOf(header)).toContain('#35436');
        expect(textOf(header)).toContain('By Rosa Diaz');
        await expect(header).toBeAccessible();
    });

    it('tells when it changed last, without a mouse to hover', () => {
        const header = mountHeader();

        expect(find(header, '.updated').textContent).toMatch(
            /^c.Zendesk_Column_Updated: .+ · .*\d{4}/
        );
    });

    it('names the organization for which they asked', () => {
        const values = [{ key: 'organization_id', text: '14' }];
        const organizations = [{ value: '14', label: 'ACME' }];

        expect(textOf(mountHeader({ ticket: ticketOf(values, { organizations }) }))).toContain(
            'By Rosa Diaz (ACME)'
        );
    });

    it('shows a subject as text, whatever is in it', () => {
        const subject = '<img src=x onerror=alert(1)> مرحبا 🙂';
        const heading = find(
            mountHeader({ ticket: ticketOf([{ key: 'subject', text: subject }]) }),
            'h2'
        );

        expect(heading.textContent).toBe(subject);
        expect(heading.children).toHaveLength(0);
        expect(heading.dir).toBe('auto');
    });

    it('says so when there is no subject', () => {
        const header = mountHeader({ ticket: ticketOf([{ key: 'subject' }]) });

        expect(find(header, 'h2').textContent).toBe('c.Zendesk_Ticket_NoSubject');
    });

    it('shows a custom status by its label', () => {
        const statuses = [{ id: '77', label: 'Waiting', category: 'hold', isDefault: false }];
        const header = mountHeader({
            ticket: ticketOf([{ key: 'custom_status_id', text: '77' }]),
            layout: layoutOf([], { statuses })
        });

        expect(textOf(header)).toContain('Waiting');
    });

    it('shows that a ticket is closed, whatever status it was solved with', () => {
        const statuses = [{ id: '70', label: 'Solved', category: 'solved', isDefault: true }];
        const values = [
            { key: 'status', text: 'closed' },
            { key: 'custom_status_id', text: '70' }
        ];
        const header = mountHeader({
            ticket: ticketOf(values),
            layout: layoutOf([], { statuses })
        });

        expect(textOf(header)).toContain('c.Zendesk_Status_Closed');
    });

    it('leads to the ticket in Zendesk when that is known', async () => {
        const header = mountHeader({ zendeskUrl: 'https://acme.zendesk.com/agent/tickets/1' });

        expect(find<HTMLAnchorElement>(header, 'a').href).toContain('/agent/tickets/1');
        expect(findAll(mountHeader(), 'a')).toHaveLength(0);
        await expect(header).toBeAccessible();
    });

    it('puts the cursor on its heading', () => {
        const header = mountHeader();

        header.focus();

        expect(header.shadowRoot?.activeElement).toBe(find(header, 'h2'));
    });
});
