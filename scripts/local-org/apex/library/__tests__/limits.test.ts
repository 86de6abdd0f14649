import { describe, expect, test } from '@jest/globals';
import { UncatchableException } from '../../values/exception.ts';
import { LimitLedger } from '../limits/ledger.ts';
import type { LimitName, LimitSet } from '../limits/ledger.ts';

/** What a transaction is told when it goes one over the limit. */
function messageOver(name: LimitName, set: LimitSet): string {
    const ledger = new LimitLedger(set);
    ledger.use(name, ledger.allowed(name));
    try {
        ledger.use(name);
        return 'nothing';
    } catch (error) {
        return error instanceof UncatchableException ? error.getMessage() : String(error);
    }
}

describe('governor limits', () => {
    test.each<[name: LimitName, sync: string, async: string]>([
        ['queries', 'Too many SOQL queries: 101', 'Too many SOQL queries: 201'],
        ['queryRows', 'Too many query rows: 50001', 'Too many query rows: 50001'],
        ['soslQueries', 'Too many SOSL queries: 21', 'Too many SOSL queries: 21'],
        ['dmlStatements', 'Too many DML statements: 151', 'Too many DML statements: 151'],
        ['dmlRows', 'Too many DML rows: 10001', 'Too many DML rows: 10001'],
        ['callouts', 'Too many callouts: 101', 'Too many callouts: 101'],
        ['futureCalls', 'Too many future calls: 51', 'Too many future calls: 51'],
        [
            'queueableJobs',
            'Too many queueable jobs added to the queue: 51',
            'Too many queueable jobs added to the queue: 2'
        ],
        ['emailInvocations', 'Too many Email Invocations: 11', 'Too many Email Invocations: 11']
    ])('%s', (name, sync, async) => {
        expect(messageOver(name, 'sync')).toBe(sync);
        expect(messageOver(name, 'async')).toBe(async);
    });

    test('name the first row too many, however many came at once', () => {
        const ledger = new LimitLedger('sync');
        expect(() => ledger.use('queryRows', 60_000)).toThrow('Too many query rows: 50001');
    });

    test('of processor time are told without a number', () => {
        const ledger = new LimitLedger('async');
        ledger.measure('cpuTime', 60_000);
        expect(() => ledger.measure('cpuTime', 60_001)).toThrow(/^Apex CPU time limit exceeded$/);
    });

    test('of a batch allow no future calls, and many rows to begin with', () => {
        const ledger = new LimitLedger('batch');
        expect(ledger.allowed('futureCalls')).toBe(0);
        expect(ledger.allowed('queryLocatorRows')).toBe(50_000_000);
    });

    test('keep the most of what is given back', () => {
        const ledger = new LimitLedger('sync');
        ledger.measure('heapSize', 5_000_000);
        ledger.measure('heapSize', 1_000);
        expect(ledger.used('heapSize')).toBe(1_000);
        expect(ledger.mostUsed('heapSize')).toBe(5_000_000);
    });
});
