import { describe, expect, it } from '@jest/globals';
import { evaluate, type Environment } from '../evaluate.ts';
import { parseFormula } from '../parse.ts';
import { dateValue, type FormulaValue } from '../value.ts';

const DAY_20260315 = Date.parse('2026-03-15T00:00:00Z') / 86_400_000;

const FIELDS: Readonly<Record<string, FormulaValue>> = {
    name: 'Acme Corp',
    amount: 10,
    blank: null,
    due: dateValue(DAY_20260315),
    state: 'Open',
    'account.name': 'Parent'
};

const environment: Environment = {
    now: Date.parse('2026-03-15T23:30:00Z'),
    timeZone: 'Europe/Paris',
    isNew: false,
    value: (path) => FIELDS[path.join('.').toLowerCase()] ?? null,
    priorValue: (path) => (path[0] === 'Amount' ? 5 : null)
};

const result = (text: string) => evaluate(parseFormula(text), environment);

describe('A formula', () => {
    it.each<[string, FormulaValue]>([
        ['1 + 2 * 3 ^ 2', 19],
        ['-(2 - 5)', 3],
        ['Name & " / " & Account.Name', 'Acme Corp / Parent'],
        ['IF(Amount > 5 && NOT(ISBLANK(Name)), "big", "small")', 'big'],
        ['CASE(State, "New", 1, "Open", 2, 3)', 2],
        ['BLANKVALUE(Blank, "none")', 'none'],
        ['ISPICKVAL(State, "Open")', true],
        ['Blank = ""', true],
        ['1 / 0', null],
        ['LEFT(Name, 4) & RIGHT(Name, 4)', 'AcmeCorp'],
        ['MID(Name, 6, 4)', 'Corp'],
        ['FIND("Corp", Name)', 6],
        ['SUBSTITUTE(Name, "Corp", "Inc")', 'Acme Inc'],
        ['LPAD("7", 3, "0") & RPAD("x", 3)', '007x  '],
        ['CONTAINS(Name, "Corp") || BEGINS(Name, "Z")', true],
        ['REGEX("AB-12", "[A-Z]+-\\\\d+")', true],
        ['ROUND(2.345, 2) + FLOOR(-1.5) + CEILING(1.2)', 3.35],
        ['MOD(7, 3) + MAX(1, 4, 2)', 5],
        ['TEXT(Due + 1)', '2026-03-16'],
        ['TODAY() - Due', 1],
        [
            'YEAR(ADDMONTHS(DATE(2026, 1, 31), 1)) * 100 + DAY(ADDMONTHS(DATE(2026, 1, 31), 1))',
            202628
        ],
        ['WEEKDAY(Due)', 1],
        ['VALUE("2.5") * 2', 5],
        ['CASESAFEID("001D000000IqhSL")', '001D000000IqhSLIAZ'],
        ['ISCHANGED(Amount) && PRIORVALUE(Amount) = 5', true],
        ['HTMLENCODE("<a>")', '&lt;a&gt;']
    ])('%s', (text, expected) => {
        expect(result(text)).toEqual(expected);
    });

    it('that breaks off says where', () => {
        expect(() => result('1 +')).toThrow("Syntax error. Found ''");
    });

    it('with a function nobody knows says so', () => {
        expect(() => result('VLOOKUP(Name)')).toThrow(
            'Function VLOOKUP is not supported by the local org'
        );
    });
});
