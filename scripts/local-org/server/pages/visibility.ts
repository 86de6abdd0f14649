import type { FieldValue } from '../../data/types.ts';
import type { VisibilityRule } from '../orgClient.ts';

/** Value of an expression such as `{!Record.Type}`; undefined when it can't be had. */
export type ExpressionLookup = (expression: string) => FieldValue | undefined;

/** Whether a component's rule holds. A rule on something unknown hides it, as the platform does. */
export function isVisible(rule: VisibilityRule | null, lookup: ExpressionLookup): boolean {
    if (rule === null) return true;
    const results = rule.criteria.map(({ leftValue, operator, rightValue }) =>
        compare(lookup(expressionOf(leftValue)), operator, rightValue)
    );
    return rule.booleanFilter
        ? evaluateFilter(rule.booleanFilter, results)
        : results.every(Boolean);
}

/** Every expression that rules of a page read. */
export function expressionOf(leftValue: string): string {
    return leftValue.replace(/^\{!\s*|\s*\}$/g, '');
}

function compare(left: FieldValue | undefined, operator: string, right: string): boolean {
    if (left === undefined) return false;
    const text = String(left ?? '').toLowerCase();
    const wanted = right.toLowerCase();
    switch (operator) {
        case 'EQUAL':
            return text === wanted;
        case 'NE':
            return text !== wanted;
        case 'CONTAINS':
            return text.includes(wanted);
        case 'GT':
            return Number(left) > Number(right);
        case 'GE':
            return Number(left) >= Number(right);
        case 'LT':
            return Number(left) < Number(right);
        case 'LE':
            return Number(left) <= Number(right);
        default:
            throw new Error(`Unknown operator ${operator} in a component visibility rule`);
    }
}

/** `1 AND (2 OR NOT 3)`: a small recursive descent over the numbered criteria. */
export function evaluateFilter(filter: string, results: readonly boolean[]): boolean {
    const tokens = filter.toUpperCase().match(/\d+|AND|OR|NOT|[()]/g) ?? [];
    let position = 0;
    const take = (token: string) => (tokens[position] === token ? ++position > 0 : false);
    const either = (): boolean => {
        let value = both();
        while (take('OR')) value = both() || value;
        return value;
    };
    const both = (): boolean => {
        let value = single();
        while (take('AND')) value = single() && value;
        return value;
    };
    const single = (): boolean => {
        if (take('NOT')) return !single();
        if (take('(')) {
            const value = either();
            take(')');
            return value;
        }
        return results[Number(tokens[position++]) - 1] ?? false;
    };
    return either();
}
