import {
    columnLabel,
    isNumber,
    lookupKey,
    openerOf,
    sortFieldOf,
    sortLabel,
    sortOptions,
    STANDARD_COLUMNS,
    textOf,
    timeOf
} from 'c/zendeskTicketColumns';

import type { Ticket, TicketCell } from 'c/zendeskTicketService';

const TICKET: Ticket = {
    id: '1',
    subject: 'Printer on fire',
    status: 'open',
    customStatusName: 'In development',
    priority: 'high',
    type: 'task',
    requesterName: 'Rosa Diaz',
    assigneeId: '51',
    assigneeName: 'Ada',
    groupId: '41',
    groupName: 'Support',
    organizationId: '71',
    organizationName: 'ACME',
    brandId: '31',
    brandName: 'Fernhill',
    formId: '21',
    formName: 'Incident',
    tags: ['vip', 'urgent'],
    createdAt: '2026-05-05T08:46:13Z',
    updatedAt: '2026-05-06T08:46:13Z',
    dueAt: '2026-05-07T12:00:00Z'
};

const NAMES = new Map([[lookupKey('901', '71'), 'Rosa Diaz']]);

function texts(ticket: Ticket): Record<string, string> {
    return Object.fromEntries(
        STANDARD_COLUMNS.map((column) => [column.key, textOf(column, ticket, NAMES)])
    );
}

function custom(type: string, cell: Partial<TicketCell>): string {
    const cells = [{ key: '901', values: [], labels: [], ...cell }];
    return textOf({ key: '901', title: 'Product', type }, { ...TICKET, cells }, NAMES);
}

describe('textOf', () => {
    it('shows every property of a ticket', () => {
        expect(texts(TICKET)).toMatchObject({
            id: '#1',
            subject: 'Printer on fire',
            status: 'In development',
            priority: 'c.Zendesk_Priority_High',
            type: 'c.Zendesk_Type_Task',
            requester: 'Rosa Diaz',
            assignee: 'Ada',
            group: 'Support',
            organization: 'ACME',
            brand: 'Fernhill',
            form: 'Incident',
            tags: 'vip, urgent',
            due: 'May 7, 2026'
        });
    });

    it('leaves gaps empty, and shows the number of what has no name', () => {
        const bare: Ticket = { id: '1', status: 'open', groupId: '41', updatedAt: '2026-05-06' };

        expect(texts(bare)).toMatchObject({
            subject: 'c.Zendesk_Ticket_NoSubject',
            status: 'c.Zendesk_Status_Open',
            priority: '',
            type: '',
            group: '#41',
            brand: '',
            tags: '',
            due: ''
        });
    });

    it('calls a closed ticket closed, with whatever status it was solved', () => {
        expect(texts({ ...TICKET, status: 'closed' }).status).toBe('c.Zendesk_Status_Closed');
    });

    it('shows values of custom fields by their type', () => {
        expect(custom('tagger', { labels: ['Atlas::Pro'] })).toBe('Atlas › Pro');
        expect(custom('multiselect', { labels: ['Web', 'iOS'] })).toBe('Web, iOS');
        expect(custom('checkbox', { labels: ['true'] })).toBe('c.Zendesk_Value_Yes');
        expect(custom('checkbox', { labels: ['false'] })).toBe('c.Zendesk_Value_No');
        expect(custom('date', { labels: ['2026-05-06'] })).toBe('May 6, 2026');
        expect(custom('decimal', { labels: ['1234.5678'] })).toBe('1,234.5678');
        expect(custom('integer', { labels: ['12345678901234567890'] })).toBe(
            '12,345,678,901,234,567,890'
        );
        expect(custom('integer', { labels: ['none'] })).toBe('none');
        expect(custom('regexp', { labels: ['AB-1'] })).toBe('AB-1');
        expect(custom('partialcreditcard', { labels: ['XXXX1234'] })).toBe('XXXX1234');
        expect(custom('text', { labels: ['std::vector'] })).toBe('std::vector');
        expect(custom('text', { labels: [] })).toBe('');
    });

    it('names what a lookup points to, or else shows its number', () => {
        expect(custom('lookup', { values: ['71'] })).toBe('Rosa Diaz');
        expect(custom('lookup', { values: ['72'] })).toBe('#72');
    });
});

describe('columns', () => {
    it('have the name of their field', () => {
        expect(columnLabel({ key: 'subject' })).toBe('c.Zendesk_Column_Subject');
        expect(columnLabel({ key: '901', title: 'Product' })).toBe('Product');
        expect(columnLabel({ key: '904' })).toBe('904');
    });

    it('sort only by what Zendesk’s search sorts by', () => {
        expect(STANDARD_COLUMNS.filter(sortFieldOf).map(({ key }) => key)).toEqual([
            'status',
            'priority',
            'type',
            'created',
            'updated'
        ]);
        expect(sortOptions()).toHaveLength(10);
    });

    it('say which come first, in words for times and for others', () => {
        expect(sortLabel('-updated_at')).toBe('c.Zendesk_Sort_Latest');
        expect(sortLabel('created_at')).toBe('c.Zendesk_Sort_Earliest');
        expect(sortLabel('-priority')).toBe('c.Zendesk_Sort_Down');
        expect(sortLabel('ticket_type')).toBe('c.Zendesk_Sort_Up');
    });

    it('open a ticket by the subject, else by the id, else by whatever is first', () => {
        const keys = (...names: string[]) => names.map((key) => ({ key }));

        expect(openerOf(keys('status', 'id', 'subject'))).toBe('subject');
        expect(openerOf(keys('status', 'id'))).toBe('id');
        expect(openerOf(keys('status', 'group'))).toBe('status');
    });

    it('know numbers', () => {
        const types = ['integer', 'decimal', 'text', undefined];

        expect(types.map((type) => isNumber({ key: '901', type }))).toEqual([
            true,
            true,
            false,
            false
        ]);
    });

    it('show times as times', () => {
        expect(timeOf({ key: 'created' }, TICKET)).toBe(TICKET.createdAt);
        expect(timeOf({ key: 'due' }, TICKET)).toBeUndefined();
    });
});
