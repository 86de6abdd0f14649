import type { Operand, SelectItem, SoqlQuery } from './ast.ts';

/** What a query yields: an Integer, AggregateResult rows, or records. */
export type QueryShape = 'count' | 'aggregate' | 'records';

/** Tells `SELECT COUNT() …` from aggregate queries and from plain ones. */
export function queryShape(query: SoqlQuery): QueryShape {
    const [first] = query.select;
    if (query.select.length === 1 && first !== undefined && isBareCount(first)) {
        return 'count';
    }
    const aggregates = query.select.some(
        (item) => item.kind === 'operand' && isAggregate(item.operand)
    );
    return aggregates || query.groupBy !== null ? 'aggregate' : 'records';
}

/** True where an aggregate function is somewhere in the operand. */
export function isAggregate(operand: Operand): boolean {
    return operand.kind === 'format'
        ? isAggregate(operand.operand)
        : operand.kind === 'aggregate' || operand.kind === 'grouping';
}

/** The object a query reads, as written. */
export function queriedObject(query: SoqlQuery): string {
    return query.from[0]?.path.join('.') ?? '';
}

function isBareCount(item: SelectItem): boolean {
    return (
        item.kind === 'operand' &&
        item.operand.kind === 'aggregate' &&
        item.operand.name === 'count' &&
        item.operand.path === null
    );
}
