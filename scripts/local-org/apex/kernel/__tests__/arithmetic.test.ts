import { describe, expect, test } from '@jest/globals';
import { evaluate, run } from './support.ts';

/** Text as Apex concatenation shows it. */
const shown = (expression: string): unknown => evaluate(`'' + (${expression})`);

describe('Integer and Long', () => {
    test.each([
        ['2147483647 + 1', '-2147483648'],
        ['-2147483648 - 1', '2147483647'],
        ['65536 * 65536', '0'],
        ['7 / 2', '3'],
        ['-7 / 2', '-3'],
        ['2147483647L + 1', '2147483648'],
        ['9223372036854775807L + 1', '-9223372036854775808'],
        ['7L / 2', '3'],
        ['1 << 31', '-2147483648'],
        ['-1 >> 1', '-1'],
        ['-1 >>> 28', '15'],
        ['1L << 40', '1099511627776'],
        ['-1L >>> 60', '15'],
        ['5 & 6', '4'],
        ['5 | 6', '7'],
        ['5 ^ 6', '3'],
        ['~5', '-6']
    ])('%s is %s', (expression, expected) => {
        expect(shown(expression)).toBe(expected);
    });

    test('dividing by zero is a MathException', () => {
        expect(() => run('Integer zero = 0; return 1 / zero;')).toThrow('Divide by 0');
    });

    test('null in arithmetic is a NullPointerException', () => {
        expect(() => run('Integer i; return i + 1;')).toThrow(
            'Attempt to de-reference a null object'
        );
    });
});

describe('Decimal and Double', () => {
    test.each([
        ['1.10 + 2', '3.10'],
        ['1.5 * 1.50', '2.250'],
        ['10.0 / 4', '2.5'],
        ['1.0 / 3', '0.3333333333333333333333333333333333'],
        ['10.0d / 4', '2.5'],
        ['(Integer) 3.9', '3'],
        ['(Long) 3.9', '3'],
        ['1 == 1.0', 'true'],
        ['5 > 4.5', 'true'],
        ['-1.50', '-1.50']
    ])('%s is %s', (expression, expected) => {
        expect(shown(expression)).toBe(expected);
    });

    test('an integer division is done before the result widens', () => {
        expect(run("Decimal d = 5 / 2; return '' + d;")).toBe('2');
    });
});

describe('compound assignment and steps', () => {
    test('a postfix step gives the value before, a prefix step the value after', () => {
        expect(run("Integer i = 5; Integer j = i++ + ++i; return i + ',' + j;")).toBe('7,12');
    });

    test('steps work on Longs, Decimals, fields and list elements', () => {
        const statements = `
            Long l = 1; l++; Decimal d = 1.5; d--;
            Account a = new Account(NumberOfEmployees = 1); a.NumberOfEmployees++;
            Integer[] xs = new Integer[]{ 1 }; xs[0]++; xs[0] += 5;
            return l + ',' + d + ',' + a.NumberOfEmployees + ',' + xs[0];`;
        expect(run(statements)).toBe('2,0.5,2,7');
    });

    test('the receiver of a compound assignment is evaluated once', () => {
        const members =
            'static Integer calls = 0; static Integer[] xs() { calls++; return new Integer[]{ 1 }; }';
        expect(run('xs()[0] += 2; return calls;', members)).toBe(1);
    });

    test('assignments chain to the right', () => {
        expect(run('Integer a; Integer b; a = b = 3; return a + b;')).toBe(6);
    });
});
