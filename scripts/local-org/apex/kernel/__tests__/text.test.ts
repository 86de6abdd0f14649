import { describe, expect, test } from '@jest/globals';
import { evaluate, run } from './support.ts';

describe('text', () => {
    test.each([
        ["'ABC' == 'abc'", true],
        ["'ABC' != 'abc'", false],
        ["'ABC' === 'abc'", false],
        ["'ABC'.equals('abc')", false],
        ["'a' < 'B'", true],
        ["'x' + null", 'xnull'],
        ["'' + 1 + true + 1.50", '1true1.50'],
        ["1 + 2 + 'x' + 1 + 2", '3x12'],
        ["'\\u00e9\\'\\\\'", "é'\\"],
        ["'a\\tb'.length()", 3]
    ])('%s', (expression, expected) => {
        expect(evaluate(expression)).toEqual(expected);
    });

    test('a null String shows as null and its methods throw', () => {
        expect(run("String s; return '' + s;")).toBe('null');
        expect(() => run('String s; return s.length();')).toThrow(
            'Attempt to de-reference a null object'
        );
    });

    test('a Date shows with its midnight', () => {
        expect(evaluate("'' + Date.newInstance(2024, 2, 28)")).toBe('2024-02-28 00:00:00');
    });

    test('an Id equals its form of 15 characters', () => {
        expect(
            run(
                "Id i = '001000000000001'; return i == '001000000000001AAA' && i == '001000000000001';"
            )
        ).toBe(true);
    });

    test('text that is no id is refused where an Id is declared', () => {
        expect(() => run("String s = 'x'; Id i = s; return i;")).toThrow('Invalid id: x');
    });
});
