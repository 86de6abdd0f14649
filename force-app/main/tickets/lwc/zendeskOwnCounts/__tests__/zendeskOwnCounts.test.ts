import { noteOwnChange } from 'c/zendeskOwnChanges';
import { countingOf, countsOf } from 'c/zendeskOwnCounts';

import type { CountedList } from 'c/zendeskOwnCounts';
import type { StatusCount, Ticket, TicketStatus } from 'c/zendeskTicketService';

const RECORD = '001000000000001AAA';
const LIST: CountedList = {
    recordId: RECORD,
    filter: {},
    rules: { hasWords: false, keeps: ({ priority }) => priority !== 'low' }
};

let now = Date.parse('2026-05-06T12:00:00Z');

function ticket(status: TicketStatus, part: Partial<Ticket> = {}): Ticket {
    return { id: '1', status, updatedAt: '2026-05-06T12:00:00Z', ...part };
}

function counts(open: number, solved: number): readonly StatusCount[] {
    return [
        { status: 'open', total: open },
        { status: 'solved', total: solved }
    ];
}

/** What is shown when Zendesk answers so. */
function answered(answer: readonly StatusCount[], list = LIST): readonly StatusCount[] {
    now += 1000;
    jest.setSystemTime(now);
    return countsOf(list, countingOf(list, answer, now));
}

function change(after: Ticket, before?: Ticket): void {
    now += 1000;
    jest.setSystemTime(now);
    noteOwnChange(RECORD, { at: now, ticket: after, before });
}

function solve(): void {
    change(ticket('solved'), ticket('open'));
}

beforeEach(() => {
    sessionStorage.clear();
    jest.useFakeTimers({ now });
});

afterEach(() => jest.useRealTimers());

describe('counts with own changes', () => {
    it('move with a ticket from status to status at once', () => {
        const counting = countingOf(LIST, counts(44, 38), now);
        solve();

        expect(countsOf(LIST, counting)).toEqual(counts(43, 39));
    });

    it('grow by a new ticket, unless it has to have words that only Zendesk knows', () => {
        const counting = countingOf(LIST, counts(44, 38), now);
        change(ticket('open'));

        expect(countsOf(LIST, counting)).toEqual(counts(45, 38));
        expect(countsOf({ ...LIST, rules: { ...LIST.rules, hasWords: true } }, counting)).toEqual(
            counts(44, 38)
        );
    });

    it('shrink by a ticket that was given to somebody else', () => {
        const counting = countingOf(LIST, counts(44, 38), now);
        const before = ticket('open');
        noteOwnChange(LIST.recordId, { at: ++now, ticket: before, before, isGone: true });

        expect(countsOf(LIST, counting)).toEqual(counts(43, 38));
    });

    it('follow the filter', () => {
        const counting = countingOf(LIST, counts(44, 38), now);
        change(ticket('open', { priority: 'low' }), ticket('open'));

        expect(countsOf(LIST, counting)).toEqual(counts(43, 38));
    });

    it('stay right as long as Zendesk does not know, however often it is asked', () => {
        answered(counts(44, 38));
        solve();

        expect(answered(counts(44, 38))).toEqual(counts(43, 39));
        expect(answered(counts(44, 38))).toEqual(counts(43, 39));
    });

    it('are Zendesk’s again once it knows', () => {
        answered(counts(44, 38));
        solve();

        expect(answered(counts(43, 39))).toEqual(counts(43, 39));
        expect(answered(counts(43, 39))).toEqual(counts(43, 39));
    });

    it('are right when Zendesk knows some of several changes', () => {
        answered(counts(44, 38));
        solve();
        solve();

        expect(answered(counts(43, 39))).toEqual(counts(42, 40));
        expect(answered(counts(42, 40))).toEqual(counts(42, 40));
    });

    it('are Zendesk’s when others changed something, too', () => {
        answered(counts(44, 38));
        solve();

        expect(answered(counts(46, 39))).toEqual(counts(46, 39));
    });

    it('are Zendesk’s where there is nothing to compare them with', () => {
        answered(counts(44, 38));
        solve();

        expect(answered(counts(7, 3), { ...LIST, filter: { types: ['task'] } })).toEqual(
            counts(7, 3)
        );
    });

    it('are never less than nothing', () => {
        const counting = countingOf(LIST, counts(0, 0), now);
        solve();

        expect(countsOf(LIST, counting)).toEqual(counts(0, 1));
    });

    it('survive a storage that can’t be read', () => {
        answered(counts(44, 38));
        Object.keys(sessionStorage).forEach((key) => sessionStorage.setItem(key, '{broken'));

        expect(answered(counts(44, 38))).toEqual(counts(44, 38));
    });
});
