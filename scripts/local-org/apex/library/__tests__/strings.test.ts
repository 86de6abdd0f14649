import { describe, expect, test } from '@jest/globals';
import { ApexDatetime, ApexList, types } from '../../values/index.ts';
import '../index.ts';
import { callOn, callStatic, failureOf } from './support/calls.ts';

const on = (name: string, ...args: readonly unknown[]): unknown => callOn('String', name, ...args);
const shown = (name: string, ...args: readonly unknown[]): string => String(on(name, ...args));
const valueOf = (value: unknown): unknown => callStatic('System.String', 'valueOf', value);

describe('String', () => {
    test.each([
        ['abbreviate', ['Hello Maximillian', 8], 'Hello...'],
        ['capitalize', ['hello'], 'Hello'],
        ['center', ['hello', 9, '-'], '--hello--'],
        ['countMatches', ['Hello Jane. Hello Jim.', 'Hello'], 2],
        ['difference', ['Hello Jane', 'Hello Max'], 'Max'],
        ['escapeCsv', ['Max1, "Max2"'], '"Max1, ""Max2"""'],
        ['escapeEcmaScript', ['"grade": 3.9/4.0'], '\\"grade\\": 3.9\\/4.0'],
        ['escapeHtml4', ['"<Black&White>" é'], '&quot;&lt;Black&amp;White&gt;&quot; &eacute;'],
        ['escapeUnicode', ['De onde você é?'], 'De onde voc\\u00EA \\u00E9?'],
        ['escapeXml', ["<a b='c'>"], '&lt;a b=&apos;c&apos;&gt;'],
        ['getLevenshteinDistance', ['Hello Joe', 'Hello Max', 2], -1],
        ['indexOfDifference', ['abcde', 'abxyz'], 2],
        ['isAlphanumericSpace', ['a 1'], true],
        ['lastIndexOf', ['abcabc', 'b', 2], 1],
        ['leftPad', ['ab', 5, '1234'], '123ab'],
        ['mid', ['abcde', 2, 3], 'cde'],
        ['normalizeSpace', ['  a \t b '], 'a b'],
        ['overlay', ['Hello World', '!', 5, 6], 'Hello!World'],
        ['removeEndIgnoreCase', ['Salesforce and FORCE', 'force'], 'Salesforce and '],
        ['repeat', ['SFDC', '-', 3], 'SFDC-SFDC-SFDC'],
        ['right', ['abcdef', 2], 'ef'],
        ['stripHtmlTags', ['<b>hello world</b>'], 'hello world'],
        ['substringBetween', ['<a>x</a>', '<a>', '</a>'], 'x'],
        ['swapCase', ['Force.com'], 'fORCE.COM'],
        ['unescapeHtml4', ['&quot;&lt;Black&amp;White&gt;&quot;'], '"<Black&White>"'],
        ['unescapeJava', ['Company: \\"Salesforce.com\\"'], 'Company: "Salesforce.com"']
    ])('%s as documented', (name, args, expected) => {
        expect(on(name, ...args)).toBe(expected);
    });

    test('split drops empty texts at the end and keeps all with a negative limit', () => {
        expect(shown('split', 'a,b,,', ',')).toBe('(a, b)');
        expect(shown('split', 'a,b,,', ',', -1)).toBe('(a, b, , )');
        expect(shown('split', 'boo:and:foo', ':', 2)).toBe('(boo, and:foo)');
    });

    test('split at every character', () => {
        expect(shown('split', 'abc', '')).toBe('(a, b, c)');
    });

    test('camel case splits before the capital that starts a word', () => {
        expect(shown('splitByCharacterTypeCamelCase', 'Lightning.platformASFRules')).toBe(
            '(Lightning, ., platform, ASF, Rules)'
        );
    });

    test('format fills places, and quotes hide them', () => {
        const values = new ApexList(types.Object, ['world', 2]);
        expect(callStatic('System.String', 'format', "{0} ''{1}'' '{0}' {2}", values)).toBe(
            "world '2' {0} {2}"
        );
    });

    test('join takes any list', () => {
        const list = new ApexList(types.Integer, [1, 2, 3]);
        expect(callStatic('System.String', 'join', list, ', ')).toBe('1, 2, 3');
    });

    test('a position out of bounds is a StringException', () => {
        const error = failureOf(() => on('substring', 'abc', 1, 9));
        expect(error.toString()).toBe('System.StringException: Ending position out of bounds: 9');
    });

    test('null for an argument is a NullPointerException', () => {
        const error = failureOf(() => on('contains', 'abc', null));
        expect(error.getTypeName()).toBe('System.NullPointerException');
    });

    test('valueOf shows a Datetime in the user time zone and null as null', () => {
        expect(valueOf(new ApexDatetime(0))).toBe('1970-01-01 00:00:00');
        expect(valueOf(null)).toBeNull();
    });
});

describe('regular expressions', () => {
    const matches = (pattern: string, text: string): unknown =>
        callStatic('System.Pattern', 'matches', pattern, text);

    test.each([
        ['(?i)hello', 'HELLO', true],
        ['a(?i)b(?-i)c', 'aBc', true],
        ['a(?i)b(?-i)c', 'aBC', false],
        ['(?i:ab)c', 'ABc', true],
        ['[a-z&&[^aeiou]]+', 'xyz', true],
        ['[a-z&&[^aeiou]]+', 'xaz', false],
        ['\\p{Alpha}+\\p{Punct}', 'abc!', true],
        ['\\p{L}+', 'été', true],
        ['\\Qa.b\\E', 'a.b', true],
        ['\\Qa.b\\E', 'axb', false],
        ['(a+)+b', 'aaab', true],
        ['a++a', 'aaa', false],
        ['(?>a+)b', 'aab', true],
        ['(\\w)\\1', 'aa', true],
        ['(?<first>\\w)\\k<first>', 'bb', true],
        ['(?x) a  b # comment', 'ab', true],
        ['^\\d{3}-\\d{4}$', '555-1234', true],
        ['.', '\n', false],
        ['(?s).', '\n', true],
        ['[\\w.+-]+@[\\w-]+\\.[a-z]{2,}', 'a.b+c@d-e.org', true],
        ['\\x41\\u0042\\t', 'AB\t', true],
        ['[^\\s,]+', 'abc', true],
        ['[]a]+', ']a', true]
    ])('%s against %j is %s', (pattern, text, expected) => {
        expect(matches(pattern, text)).toBe(expected);
    });

    test('replaceAll takes groups by number and escapes', () => {
        expect(on('replaceAll', 'John Smith', '(\\w+) (\\w+)', '$2, $1 \\$')).toBe('Smith, John $');
    });

    test('a matcher walks its matches with their positions', () => {
        const pattern = callStatic('System.Pattern', 'compile', '(\\d)(x)?') as {
            matcher(text: string): {
                find(): boolean;
                group(index?: number): string | null;
                start(): number;
                groupCount(): number;
            };
        };
        const matcher = pattern.matcher('a1xb2');
        const found: unknown[] = [];
        while (matcher.find()) found.push([matcher.group(), matcher.start(), matcher.group(2)]);
        expect(found).toEqual([
            ['1x', 1, 'x'],
            ['2', 4, null]
        ]);
        expect(matcher.groupCount()).toBe(2);
    });

    test('a malformed pattern is a StringException', () => {
        expect(failureOf(() => matches('(a', 'a')).getMessage()).toContain(
            'Invalid regex: Unclosed group near index'
        );
    });
});
