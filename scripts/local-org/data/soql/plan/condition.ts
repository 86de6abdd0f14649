import type { ComparisonCondition, Condition, SoqlQuery } from '../ast.ts';
import { malformed, notPossible } from '../messages.ts';
import { comparisonSql } from './comparison.ts';
import { expressionOf } from './operand.ts';
import type { Planner } from './planner.ts';
import type { Scope } from './scope.ts';

/** The SQL of a nested query that yields the values of one field. */
export type NestedSql = (query: SoqlQuery, planner: Planner) => string;

/** A WHERE or HAVING condition as SQL. */
export function conditionSql(
    condition: Condition,
    scope: Scope,
    planner: Planner,
    nested: NestedSql
): string {
    switch (condition.kind) {
        case 'and':
        case 'or': {
            const parts = condition.conditions.map(
                (part) => `(${conditionSql(part, scope, planner, nested)})`
            );
            return parts.join(condition.kind === 'and' ? ' AND ' : ' OR ');
        }
        case 'not':
            return `NOT IFNULL((${conditionSql(condition.condition, scope, planner, nested)}), 0)`;
        case 'comparison':
            return comparison(condition, scope, planner, nested);
    }
}

function comparison(
    condition: ComparisonCondition,
    scope: Scope,
    planner: Planner,
    nested: NestedSql
): string {
    const left = expressionOf(condition.left, scope, planner);
    if (!left.field.filterable) {
        throw notPossible(left.field.name, 'filtered');
    }
    index(condition, scope, planner);
    if (condition.right.kind !== 'query') {
        return comparisonSql(left, condition.operator, condition.right, planner);
    }
    const values = nested(condition.right.query, planner);
    switch (condition.operator) {
        case 'in':
            return `${left.sql} IN (${values})`;
        case 'not in':
            return `(${left.sql} IS NULL OR ${left.sql} NOT IN (${values}))`;
        default:
            throw malformed(`Semi join sub-selects need IN or NOT IN, not ${condition.operator}`);
    }
}

/** Filters on lookups, names and external ids of the queried object are worth an index. */
function index(condition: ComparisonCondition, scope: Scope, planner: Planner): void {
    if (condition.left.kind !== 'field' || !['=', 'in'].includes(condition.operator)) {
        return;
    }
    const { hops, column } = scope.resolve(condition.left.path);
    const { field } = column;
    const worth = field.type === 'reference' || field.externalId || field.unique || field.nameField;
    if (worth && hops.length === 0) {
        planner.input.tables.index(scope.root.object.name, field.name);
    }
}
