import { describe, expect, it } from '@jest/globals';
import { evaluateFilter, isVisible } from '../visibility.ts';

const rule = (leftValue: string, operator: string, rightValue: string) => ({
    booleanFilter: null,
    criteria: [{ leftValue, operator, rightValue }]
});

describe('isVisible', () => {
    const lookup = (expression: string) =>
        ({ '$Client.FormFactor': 'Small', 'Record.Amount': 100 })[expression];

    it('shows a component without a rule', () => {
        expect(isVisible(null, lookup)).toBe(true);
    });

    it('compares without regard to case', () => {
        expect(isVisible(rule('{!$Client.FormFactor}', 'EQUAL', 'small'), lookup)).toBe(true);
        expect(isVisible(rule('{!$Client.FormFactor}', 'EQUAL', 'Large'), lookup)).toBe(false);
    });

    it('compares numbers as numbers', () => {
        expect(isVisible(rule('{!Record.Amount}', 'GT', '20'), lookup)).toBe(true);
    });

    it('hides a component whose rule reads something unknown', () => {
        expect(isVisible(rule('{!Record.Hidden}', 'NE', 'x'), lookup)).toBe(false);
    });

    it('refuses an operator that it does not know', () => {
        const unknown = rule('{!Record.Amount}', 'LIKE', '1');
        expect(() => isVisible(unknown, lookup)).toThrow('Unknown operator LIKE');
    });
});

describe('evaluateFilter', () => {
    it.each<[string, boolean[], boolean]>([
        ['1 AND 2', [true, false], false],
        ['1 OR 2', [true, false], true],
        ['1 AND (2 OR 3)', [true, false, true], true],
        ['(1 OR 2) AND NOT 3', [false, true, true], false]
    ])('evaluates %s', (filter, results, expected) => {
        expect(evaluateFilter(filter, results)).toBe(expected);
    });
});
