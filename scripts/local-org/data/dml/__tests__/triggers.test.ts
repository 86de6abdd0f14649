import { beforeEach, describe, expect, it } from '@jest/globals';
import { openTestOrg, type TestOrg } from '../../testing/orgFixture.ts';
import type { DmlError, TriggerInvocation, TriggerOutcome } from '../../types.ts';

let org: TestOrg;
let seen: TriggerInvocation[];

const NOTHING: TriggerOutcome = { rows: null, errors: new Map() };

const refused: DmlError = {
    statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    message: 'No',
    fields: []
};

/** Refuses rows with a name, at one event. */
function refusing(event: string, name: string) {
    return (invocation: TriggerInvocation): TriggerOutcome => {
        seen.push(invocation);
        const at = (invocation.newRows ?? []).findIndex((row) => row.values['Name'] === name);
        return invocation.event === event && at >= 0
            ? { rows: null, errors: new Map([[at, [refused]]]) }
            : NOTHING;
    };
}

beforeEach(() => {
    org = openTestOrg();
    seen = [];
});

describe('Triggers', () => {
    it('run before and after a save, with old and new rows', () => {
        const [Id = ''] = org.insert('Account', { Name: 'A' });
        org.database.setTriggerRunner((invocation) => {
            seen.push(invocation);
            return NOTHING;
        });
        org.save('update', 'Account', [{ Id, Name: 'B' }]);
        org.save('delete', 'Account', [{ Id }]);
        org.save('undelete', 'Account', [{ Id }]);
        const summary = seen.map(({ event, oldRows, newRows }) => [
            event,
            oldRows?.[0]?.values['Name'] ?? null,
            newRows?.[0]?.values['Name'] ?? null
        ]);
        expect(summary).toEqual([
            ['before update', 'A', 'B'],
            ['after update', 'A', 'B'],
            ['before delete', 'B', null],
            ['after delete', 'B', null],
            ['after undelete', null, 'B']
        ]);
    });

    it('before a save may change the row', () => {
        org.database.setTriggerRunner(({ event, newRows }) => ({
            rows:
                event === 'before insert'
                    ? (newRows ?? []).map((row) => ({
                          ...row,
                          values: { ...row.values, Site: 'X' }
                      }))
                    : null,
            errors: new Map()
        }));
        org.insert('Account', { Name: 'A' });
        expect(org.column('SELECT Site FROM Account', 'Site')).toEqual(['X']);
    });

    it('get 200 records at a time', () => {
        org.database.setTriggerRunner((invocation) => {
            seen.push(invocation);
            return NOTHING;
        });
        org.insert('Account', ...Array.from({ length: 250 }, (_, at) => ({ Name: `A${at}` })));
        expect(seen.map(({ newRows }) => newRows?.length)).toEqual([200, 200, 50, 50]);
    });

    it('that refuse a row after the save undo the whole request', () => {
        org.database.setTriggerRunner(refusing('after insert', 'Bad'));
        expect(org.failure(() => org.insert('Account', { Name: 'Good' }, { Name: 'Bad' }))).toBe(
            'FIELD_CUSTOM_VALIDATION_EXCEPTION, No: []'
        );
        expect(org.query('SELECT Id FROM Account')).toEqual([]);
    });

    it('run again for the good rows of a partial save', () => {
        org.database.setTriggerRunner(refusing('before insert', 'Bad'));
        const results = org.tryInsert('Account', { Name: 'Good' }, { Name: 'Bad' });
        expect(results.map((result) => result.success)).toEqual([true, false]);
        const before = seen.filter(({ event }) => event === 'before insert');
        expect(before.map(({ newRows }) => newRows?.length)).toEqual([2, 1]);
    });

    it('that throw end the request and undo it', () => {
        org.database.setTriggerRunner(({ event }) => {
            if (event === 'after insert') {
                throw new RangeError('broken');
            }
            return NOTHING;
        });
        expect(() => org.insert('Account', { Name: 'A' })).toThrow('broken');
        expect(org.query('SELECT Id FROM Account')).toEqual([]);
    });
});

describe('Platform events', () => {
    it('are published by an insert and kept nowhere', () => {
        const events = openTestOrg([
            { fullName: 'Changed__e', fields: [{ fullName: 'Key__c', type: 'Text', length: 20 }] }
        ]);
        const published: unknown[] = [];
        events.database.setEventSink((rows) => published.push(...rows));
        events.insert('Changed__e', { Key__c: 'k' });
        expect(published).toEqual([{ type: 'Changed__e', values: { Key__c: 'k' } }]);
    });
});
