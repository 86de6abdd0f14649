import { describe, expect, test } from '@jest/globals';
import type { ApexDate } from '../../values/index.ts';
import { ApexDatetime } from '../../values/index.ts';
import { nextTime } from '../async/cron.ts';
import { callOn, callStatic, failureOf } from './support/calls.ts';
import { createTestOrg, NOW } from './support/testOrg.ts';

const date = (iso: string): unknown => callStatic('System.Date', 'valueOf', iso);
const at = (iso: string): ApexDatetime => new ApexDatetime(Date.parse(iso));
const dt = (name: string, ...args: readonly unknown[]): unknown =>
    callOn('Datetime', name, ...args);
const { run } = createTestOrg();

describe('Date', () => {
    test('adding months stays in the month', () => {
        const end = callOn('Date', 'addMonths', date('2024-01-31'), 1) as ApexDate;
        expect(end.toIso()).toBe('2024-02-29');
    });

    test('days and months between', () => {
        const [from, to] = [date('2024-01-31'), date('2024-03-01')];
        expect(callOn('Date', 'daysBetween', from, to)).toBe(30);
        expect(callOn('Date', 'monthsBetween', from, to)).toBe(2);
    });

    test('weeks start on Sunday in the USA', () => {
        run(() => {
            const start = callOn('Date', 'toStartOfWeek', date('2024-03-15')) as ApexDate;
            expect(start.toIso()).toBe('2024-03-10');
        });
    });

    test('a malformed text is a TypeException', () => {
        expect(failureOf(() => date('soon')).toString()).toBe(
            'System.TypeException: Invalid date: soon'
        );
    });

    test('format and parse follow the locale', () => {
        run(() => {
            expect(callOn('Date', 'format', date('2024-03-05'))).toBe('3/5/2024');
            const parsed = callStatic('System.Date', 'parse', '3/5/2024') as ApexDate;
            expect(parsed.toIso()).toBe('2024-03-05');
        });
    });

    test('today is the day of the user', () => {
        const { run: runAt, clock } = createTestOrg();
        clock.time = Date.UTC(2024, 2, 15, 2);
        expect((runAt(() => callStatic('System.Date', 'today')) as ApexDate).toIso()).toBe(
            '2024-03-14'
        );
    });
});

describe('Datetime', () => {
    test('numbers are the clock of the user, Gmt numbers are not', () => {
        run(() => {
            const made = callStatic('System.Datetime', 'newInstance', 2024, 3, 15, 6, 30, 0);
            expect((made as ApexDatetime).epochMs).toBe(NOW);
            expect(dt('hour', made)).toBe(6);
            expect(dt('hourGmt', made)).toBe(10);
        });
    });

    test.each([
        ["yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", 'GMT', '2024-03-15T10:30:00.000Z'],
        ['EEE, d MMM yyyy hh:mm a', 'America/New_York', 'Fri, 15 Mar 2024 06:30 AM'],
        ['MMMM dd, yyyy z', 'America/New_York', 'March 15, 2024 EDT'],
        ["yyyy-MM-dd'T'HH:mm:ssZ", 'Asia/Kolkata', '2024-03-15T16:00:00+0530'],
        ['D w u', 'GMT', '75 11 5']
    ])('format %s in %s', (pattern, zone, expected) => {
        run(() => {
            expect(dt('format', at('2024-03-15T10:30:00Z'), pattern, zone)).toBe(expected);
        });
    });

    test('format without a pattern is short, in the locale and zone of the user', () => {
        run(() => expect(dt('format', new ApexDatetime(NOW))).toBe('3/15/2024, 6:30 AM'));
    });

    test('days are added on the calendar across the change of clocks', () => {
        run(() => {
            const before = at('2024-03-09T17:00:00Z');
            expect((dt('addDays', before, 1) as ApexDatetime).toIso()).toBe(
                '2024-03-10T16:00:00.000Z'
            );
        });
    });

    test('valueOf reads the clock of the user', () => {
        run(() => {
            const read = callStatic('System.Datetime', 'valueOf', '2024-03-15 06:30:00');
            expect((read as ApexDatetime).epochMs).toBe(NOW);
        });
    });
});

describe('cron expressions', () => {
    const next = (cron: string): string =>
        new Date(nextTime(cron, NOW, 'GMT') ?? NaN).toISOString().slice(0, 16);

    test.each([
        ['0 0 13 * * ?', '2024-03-15T13:00'],
        ['0 0 1 * * ?', '2024-03-16T01:00'],
        ['0 0 8 ? * MON-FRI', '2024-03-18T08:00'],
        ['0 0 0 L * ?', '2024-03-31T00:00'],
        ['0 30 9 ? * 2#1', '2024-04-01T09:30'],
        ['0 0 22 ? * 6L', '2024-03-29T22:00'],
        ['0 0/20 * * * ?', '2024-03-15T10:40'],
        ['0 0 0 1 1 ? 2026', '2026-01-01T00:00']
    ])('%s', (cron, expected) => {
        expect(next(cron)).toBe(expected);
    });

    test('day and weekday can not both be given', () => {
        expect(() => nextTime('0 0 1 1 * 2', NOW, 'GMT')).toThrow('Illegal cron expression');
    });
});
