import { noteOwnChange, recentChanges, toRow, withOwnChanges } from 'c/zendeskOwnChanges';
import { ticketOf } from 'test/tickets';

import type { OwnChange, OwnChangeRules } from 'c/zendeskOwnChanges';
import type { FoundTickets } from 'c/zendeskTicketLoading';
import type { Ticket } from 'c/zendeskTicketService';

const NOW = Date.parse('2026-05-06T12:00:00Z');
const RECORD = '001000000000001AAA';

function row(id: string, updatedAt: string, part: Partial<Ticket> = {}): Ticket {
    return { id, subject: `Subject ${id}`, status: 'open', updatedAt, ...part };
}

const old = row('1', '2026-05-06T10:00:00Z');
const mine = row('1', '2026-05-06T11:59:00Z', { subject: 'Mine' });
const fresh = row('2', '2026-05-06T11:59:00Z');

const ALL: OwnChangeRules = {
    isLatestFirst: true,
    hasWords: false,
    keeps: ({ status }) => status !== 'closed'
};
const OPEN: OwnChangeRules = { ...ALL, keeps: ({ status }) => status === 'open' };

function found(tickets: readonly Ticket[], part: Partial<FoundTickets> = {}): FoundTickets {
    return { tickets, firstPage: tickets.length, total: 40, askedAt: NOW, ...part };
}

function change(ticket: Ticket, part: Partial<OwnChange> = {}): OwnChange {
    return { at: NOW - 60_000, ticket, ...part };
}

function ids({ tickets }: { readonly tickets: readonly Ticket[] }): readonly string[] {
    return tickets.map(({ id }) => id);
}

beforeEach(() => sessionStorage.clear());

describe('recentChanges', () => {
    it('has what was noted for this record, in order', () => {
        noteOwnChange(RECORD, change(mine, { at: NOW - 2000, before: old }));
        noteOwnChange(RECORD, change(fresh, { at: NOW - 1000 }));
        noteOwnChange('001000000000002AAA', change(row('3', '2026-05-06T11:59:00Z')));

        expect(recentChanges(RECORD, NOW)).toEqual([
            { at: NOW - 2000, ticket: mine, before: old },
            { at: NOW - 1000, ticket: fresh }
        ]);
    });

    it('forgets after a few minutes, when search knows', () => {
        noteOwnChange(RECORD, change(mine, { at: NOW }));

        expect(recentChanges(RECORD, NOW + 6 * 60_000)).toEqual([]);
    });

    it('ignores what it can’t read', () => {
        noteOwnChange(RECORD, change(mine));
        sessionStorage.setItem(Object.keys(sessionStorage)[0] as string, '{broken');

        expect(recentChanges(RECORD, NOW)).toEqual([]);
    });
});

describe('withOwnChanges', () => {
    it('lays an own change over what search still has', () => {
        const { tickets } = withOwnChanges(found([old]), [change(mine, { before: old })], ALL);

        expect(tickets).toMatchObject([mine]);
    });

    it('keeps the names that an own change does not tell', () => {
        const cells = [{ key: '901', values: ['atlas'], labels: ['Atlas'] }];
        const known = { ...old, formId: '21', formName: 'Default', cells };
        const raw = [{ key: '901', values: ['atlas'], labels: ['atlas'] }];
        const own = change({ ...mine, formId: '21', cells: raw });

        expect(withOwnChanges(found([known]), [own], ALL).tickets).toMatchObject([
            { subject: 'Mine', formName: 'Default', cells }
        ]);
    });

    it('forgets names of what was changed', () => {
        const own = change({ ...mine, formId: '22', customStatusId: '12' });
        const known = {
            ...old,
            formId: '21',
            formName: 'Default',
            customStatusId: '11',
            customStatusName: 'In development'
        };

        expect(withOwnChanges(found([known]), [own], ALL).tickets).toMatchObject([
            { formName: undefined, customStatusName: undefined }
        ]);
    });

    it('lets what search knows to be later win', () => {
        const later = row('1', '2026-05-06T11:59:30Z');

        expect(withOwnChanges(found([later]), [change(mine)], ALL).tickets).toEqual([later]);
    });

    it('puts a ticket that search does not have yet first, the latest of them before the others', () => {
        const newer = row('3', '2026-05-06T11:59:30Z');

        expect(ids(withOwnChanges(found([old]), [change(fresh), change(newer)], ALL))).toEqual([
            '3',
            '2',
            '1'
        ]);
    });

    it('moves a ticket up that search still has in the place where it was', () => {
        const others = [row('8', '2026-05-06T11:59:30Z'), row('9', '2026-05-06T11:00:00Z')];
        const list = found([...others, old]);
        const inParts = { ...list, total: undefined };
        const inAnotherOrder = { ...ALL, isLatestFirst: false };

        expect(ids(withOwnChanges(list, [change(mine)], ALL))).toEqual(['8', '1', '9']);
        expect(ids(withOwnChanges(inParts, [change(mine)], ALL))).toEqual(['8', '9', '1']);
        expect(ids(withOwnChanges(list, [change(mine)], inAnotherOrder))).toEqual(['8', '9', '1']);
    });

    it('leaves it there when a later page has it, too', () => {
        const pages = found([old, fresh], { firstPage: 1 });

        expect(ids(withOwnChanges(pages, [change(fresh)], ALL))).toEqual(['2', '1']);
    });

    it('leaves to Zendesk where a ticket stands in another order, and whether it has words', () => {
        const inAnotherOrder = { ...ALL, isLatestFirst: false };

        expect(ids(withOwnChanges(found([old]), [change(fresh)], inAnotherOrder))).toEqual(['1']);
        expect(
            ids(withOwnChanges(found([old]), [change(fresh)], { ...ALL, hasWords: true }))
        ).toEqual(['1']);
    });

    it('leaves a ticket to the next page when later ones fill the first', () => {
        const latest = row('9', '2026-05-06T11:59:59Z');

        expect(ids(withOwnChanges(found([latest]), [change(fresh)], ALL))).toEqual(['9']);
    });

    it('takes out what the list no longer asks for, even where search tells it as it is', () => {
        const solved = change({ ...mine, status: 'solved' }, { before: old });
        const asItIs = { ...old, status: 'solved' as const, updatedAt: mine.updatedAt };

        expect(withOwnChanges(found([old]), [solved], OPEN).tickets).toEqual([]);
        expect(withOwnChanges(found([asItIs]), [solved], OPEN).tickets).toEqual([]);
    });

    it('leaves what nobody here changed, whatever it is', () => {
        const closed = { ...old, status: 'closed' as const };

        expect(withOwnChanges(found([closed]), [], ALL).tickets).toEqual([closed]);
    });
});

describe('a ticket that was given to somebody else', () => {
    const left = change(mine, { before: old, isGone: true });

    it('goes from the list, even where search tells it as it is', () => {
        expect(ids(withOwnChanges(found([old]), [left], ALL))).toEqual([]);
        expect(ids(withOwnChanges(found([mine]), [left], ALL))).toEqual([]);
        expect(ids(withOwnChanges(found([]), [left], ALL))).toEqual([]);
    });

    it('stays once it was changed again', () => {
        const back = row('1', '2026-05-06T11:59:30Z');

        expect(withOwnChanges(found([back]), [left], ALL).tickets).toEqual([back]);
    });

    it('counts no more', () => {
        const at = NOW + 1000;

        expect(withOwnChanges(found([old]), [left], ALL).total).toBe(39);
        expect(withOwnChanges(found([old]), [{ ...left, at }], ALL).total).toBe(39);
    });
});

describe('the total with own changes', () => {
    const total = (
        pages: FoundTickets,
        changes: readonly OwnChange[],
        rules = OPEN
    ): number | undefined => withOwnChanges(pages, changes, rules).total;
    const solved = { ...mine, status: 'solved' as const };

    it('follows what changes after Zendesk was asked', () => {
        const at = NOW + 1000;

        expect(total(found([old]), [change(fresh, { at })])).toBe(41);
        expect(total(found([old]), [change(solved, { at, before: old })])).toBe(39);
        expect(total(found([old]), [change(mine, { at, before: old })])).toBe(40);
        expect(total(found([]), [change(mine, { at, before: { ...old, status: 'new' } })])).toBe(
            41
        );
    });

    it('counts several changes of a ticket once', () => {
        const reopened = { ...mine, updatedAt: '2026-05-06T11:59:40Z' };

        expect(
            total(found([old]), [
                change(solved, { at: NOW + 1000, before: old }),
                change(reopened, { at: NOW + 2000, before: solved })
            ])
        ).toBe(40);
    });

    it('counts what the first page lacks and search does not know', () => {
        expect(total(found([old]), [change(fresh)])).toBe(41);
        expect(total(found([old]), [change(fresh, { before: { ...fresh } })])).toBe(40);
    });

    it('leaves out what search still has, and trusts it once it has it no more', () => {
        expect(total(found([old]), [change(solved, { before: old })])).toBe(39);
        expect(total(found([]), [change(solved, { before: old })])).toBe(40);
        expect(total(found([mine]), [change(mine, { before: old })])).toBe(40);
    });

    it('is Zendesk’s where only Zendesk can tell', () => {
        const at = NOW + 1000;
        const words = { ...OPEN, hasWords: true };
        const inAnotherOrder = { ...OPEN, isLatestFirst: false };

        expect(total(found([old]), [change(fresh, { at })], words)).toBe(40);
        expect(total(found([old]), [change(fresh)], inAnotherOrder)).toBe(40);
        expect(total(found([old], { total: undefined }), [change(fresh)])).toBeUndefined();
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
