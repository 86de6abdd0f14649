import ask from '@salesforce/apex/ZendeskTicketController.nameTargets';
import { LookupNames } from 'c/zendeskLookupNames';
import { lookupKey } from 'c/zendeskTicketColumns';
import { reported } from 'test/tickets';

import type { ShownNames } from 'c/zendeskLookupNames';
import type { Ticket } from 'c/zendeskTicketService';

jest.mock(
    '@salesforce/apex/ZendeskTicketController.nameTargets',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const asked = ask as unknown as jest.Mock;
const RECORD = '001000000000001AAA';
const COLUMNS = [
    { key: 'subject' },
    { key: '901', type: 'lookup', isNamed: true },
    { key: '902', type: 'text' },
    { key: '903', type: 'lookup', isNamed: false }
];

function page(...ids: readonly string[]) {
    const tickets = ids.map((id): Ticket => ({
        id: `9${id}`,
        status: 'open',
        updatedAt: '2026-05-06T08:46:13Z',
        cells: [
            { key: '901', values: [id], labels: [id] },
            { key: '902', values: ['x'], labels: ['x'] },
            { key: '903', values: ['35436'], labels: ['35436'] }
        ]
    }));
    return { tickets, columns: COLUMNS };
}

function answer(...named: readonly (readonly [string, string])[]): unknown {
    return [{ key: '901', values: named.map(([id]) => id), labels: named.map(([, name]) => name) }];
}

describe('LookupNames', () => {
    let shown: ShownNames = { names: new Map() };
    const nameOf = (id: string) => shown.names.get(lookupKey('901', id));

    function naming(): LookupNames {
        return new LookupNames((known) => (shown = known));
    }

    beforeEach(() => {
        shown = { names: new Map() };
        asked.mockReset();
        asked.mockResolvedValue(answer(['1', 'Ada']));
    });

    it('names what a page points to', async () => {
        await naming().load(RECORD, { sort: 'priority' }, page('1'));

        expect(asked.mock.calls).toEqual([[{ recordId: RECORD, view: { sort: 'priority' } }]]);
        expect(nameOf('1')).toBe('Ada');
    });

    it('asks nothing when nothing is to be named, or all is', async () => {
        const names = naming();
        await names.load(RECORD, {}, { tickets: page('1').tickets, columns: [{ key: '901' }] });
        expect(asked).not.toHaveBeenCalled();

        await names.load(RECORD, {}, page('1'));
        await names.load(RECORD, { cursor: '2' }, page('1'));

        expect(asked).toHaveBeenCalledTimes(1);
    });

    it('asks for what is gone with the first page alone', async () => {
        const names = naming();
        await names.load(RECORD, {}, page('1', '7'));

        await names.load(RECORD, { cursor: '2' }, page('1', '7'));
        expect(asked).toHaveBeenCalledTimes(1);
        await names.load(RECORD, {}, page('1', '7'));

        expect(asked).toHaveBeenCalledTimes(2);
    });

    it('keeps the names of earlier pages', async () => {
        const names = naming();
        await names.load(RECORD, {}, page('1'));
        asked.mockResolvedValue(answer(['2', 'Ben']));

        await names.load(RECORD, { cursor: '2' }, page('1', '2'));

        expect([nameOf('1'), nameOf('2')]).toEqual(['Ada', 'Ben']);
    });

    it('says why there are no names', async () => {
        asked.mockRejectedValue(reported('rate_limited', 'Wait 5 seconds.'));

        await naming().load(RECORD, {}, page('1'));

        expect(shown.problem).toMatchObject({ message: 'Wait 5 seconds.' });
    });

    it('forgets everything for another list, what is still to come included', async () => {
        const names = naming();
        const late = names.load(RECORD, {}, page('1'));

        names.clear();
        await late;

        expect(shown).toEqual({ names: new Map() });
    });
});
