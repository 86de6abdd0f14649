import type { FieldSchema } from '../../schema/types.ts';
import type { Operand, OrderBy } from '../ast.ts';
import { notPossible } from '../messages.ts';
import { expressionOf, isText, type Expression } from './operand.ts';
import type { Planner } from './planner.ts';
import type { Scope } from './scope.ts';

/** ORDER BY terms. Missing values come first unless the query says otherwise. */
export function orderSql(
    orders: readonly OrderBy[],
    scope: Scope,
    planner: Planner
): readonly string[] {
    return orders.map((order) => {
        const expression = expressionOf(order.operand, scope, planner);
        if (!expression.field.sortable) {
            throw notPossible(expression.field.name, 'sorted');
        }
        const direction = order.descending ? 'DESC' : 'ASC';
        const nulls = order.nulls === 'last' ? 'NULLS LAST' : 'NULLS FIRST';
        return `${sortKey(order.operand, expression, scope)} ${direction} ${nulls}`;
    });
}

/** Text sorts without case and accents, a picklist by the order of its values. */
function sortKey(operand: Operand, { field, sql }: Expression, scope: Scope): string {
    if (operand.kind === 'field' && isOrderedPicklist(field)) {
        const { object } = scope.resolve(operand.path).column;
        return `picklist_rank('${object.name}.${field.name}', ${sql})`;
    }
    return isText(field) ? `sort_key(${sql})` : sql;
}

function isOrderedPicklist(field: FieldSchema): boolean {
    return field.type === 'picklist' && field.picklistValues.length > 0;
}
