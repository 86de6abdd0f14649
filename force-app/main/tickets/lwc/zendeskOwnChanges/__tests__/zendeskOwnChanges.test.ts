import { noteOwnChange, toRow, withOwnChanges } from 'c/zendeskOwnChanges';
import { ticketOf } from 'test/tickets';

import type { OwnChangeRules } from 'c/zendeskOwnChanges';
import type { Ticket } from 'c/zendeskTicketService';

const NOW = Date.parse('2026-05-06T12:00:00Z');
const RECORD = '001000000000001AAA';

function row(id: string, updatedAt: string, part: Partial<Ticket> = {}): Ticket {
    return { id, subject: `Subject ${id}`, status: 'open', updatedAt, ...part };
}

const old = row('1', '2026-05-06T10:00:00Z');
const mine = row('1', '2026-05-06T11:59:00Z', { subject: 'Mine' });

const ALL: OwnChangeRules = { mayAdd: true, keeps: ({ status }) => status !== 'closed' };

beforeEach(() => sessionStorage.clear());

describe('withOwnChanges', () => {
    it('lays an own change over what search still has', () => {
        noteOwnChange(RECORD, mine, NOW);

        expect(withOwnChanges(RECORD, [old], ALL, NOW)).toMatchObject([mine]);
    });

    it('keeps the names that an own change does not tell', () => {
        const cells = [{ key: '901', values: ['atlas'], labels: ['Atlas'] }];
        const known = { ...old, formId: '21', formName: 'Default', cells };
        const raw = [{ key: '901', values: ['atlas'], labels: ['atlas'] }];
        noteOwnChange(RECORD, { ...mine, formId: '21', cells: raw }, NOW);

        expect(withOwnChanges(RECORD, [known], ALL, NOW)).toMatchObject([
            { subject: 'Mine', formName: 'Default', cells }
        ]);
    });

    it('forgets names of what was changed', () => {
        noteOwnChange(RECORD, { ...mine, formId: '22', customStatusId: '12' }, NOW);
        const known = { ...old, formId: '21', formName: 'Default', customStatusId: '11' };

        expect(
            withOwnChanges(RECORD, [{ ...known, customStatusName: 'In development' }], ALL, NOW)
        ).toMatchObject([{ formName: undefined, customStatusName: undefined }]);
    });

    it('lets what search knows to be later win', () => {
        noteOwnChange(RECORD, mine, NOW);
        const later = row('1', '2026-05-06T11:59:30Z');

        expect(withOwnChanges(RECORD, [later], ALL, NOW)).toEqual([later]);
    });

    it('puts a ticket that search does not have yet first, on the first page only', () => {
        noteOwnChange(RECORD, row('2', '2026-05-06T11:59:00Z'), NOW);

        expect(withOwnChanges(RECORD, [old], ALL, NOW).map(({ id }) => id)).toEqual(['2', '1']);
        expect(
            withOwnChanges(RECORD, [old], { ...ALL, mayAdd: false }, NOW).map(({ id }) => id)
        ).toEqual(['1']);
    });

    it('takes a closed ticket out of the list of unclosed ones', () => {
        noteOwnChange(RECORD, { ...mine, status: 'closed' }, NOW);

        expect(withOwnChanges(RECORD, [old], ALL, NOW)).toEqual([]);
    });

    it('leaves closed tickets that search was asked for', () => {
        const closed = { ...old, status: 'closed' as const };

        expect(withOwnChanges(RECORD, [closed], ALL, NOW)).toEqual([closed]);
    });

    it('trusts search again after a few minutes', () => {
        noteOwnChange(RECORD, mine, NOW);

        expect(withOwnChanges(RECORD, [old], ALL, NOW + 6 * 60_000)).toEqual([old]);
    });

    it('shows changes only on the record where they were made', () => {
        noteOwnChange(RECORD, mine, NOW);

        expect(withOwnChanges('001000000000002AAA', [old], ALL, NOW)).toEqual([old]);
    });

    it('ignores what it can’t read', () => {
        noteOwnChange(RECORD, mine, NOW);
        sessionStorage.setItem(Object.keys(sessionStorage)[0] as string, '{broken');

        expect(withOwnChanges(RECORD, [old], ALL, NOW)).toEqual([old]);
    });
});

describe('toRow', () => {
    it('tells all that columns show and filters compare', () => {
        const detail = ticketOf(
            [
                { key: 'assignee_id', text: '22' },
                { key: 'priority', text: 'high' },
                { key: 'group_id', text: '41' },
                { key: 'tags', values: ['vip'] },
                { key: '901', text: 'atlas' },
                { key: '902', values: ['web', 'ios'] }
            ],
            { groups: [{ value: '41', label: 'Support' }] }
        );

        expect(toRow(detail)).toMatchObject({
            id: '35436',
            subject: 'Printer on fire',
            status: 'open',
            priority: 'high',
            requesterName: 'Rosa Diaz',
            assigneeId: '22',
            assigneeName: undefined,
            groupId: '41',
            groupName: 'Support',
            tags: ['vip'],
            createdAt: '2026-05-05T08:46:13.000Z',
            updatedAt: '2026-05-06T08:46:13Z',
            cells: [
                { key: '901', values: ['atlas'], labels: ['atlas'] },
                { key: '902', values: ['web', 'ios'], labels: ['web', 'ios'] }
            ]
        });
    });
});
