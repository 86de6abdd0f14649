import type { Operand, SoqlQuery } from '../../../data/soql/ast.ts';
import { queriedObject } from '../../../data/soql/shape.ts';
import type { FieldValue, ResultRow, ResultRows } from '../../../data/types.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import { currentSchema } from '../../values/fields.ts';
import { ApexSObject } from '../../values/sobject.ts';
import { fromStored } from '../sobject/fieldValues.ts';
import { dateOf } from '../sobject/fieldValues.ts';

/** An AggregateResult: counts are Integers, sums and averages Decimals, the rest as its field. */
export function aggregateRow(query: SoqlQuery, row: ResultRow): ApexSObject {
    const record = new ApexSObject('AggregateResult');
    const operands = query.select.flatMap((item) =>
        item.kind === 'operand' ? [item.operand] : []
    );
    Object.entries(row.values).forEach(([name, value], index) => {
        record.store(name, typedValue(query, operands[index], value));
    });
    return record;
}

function typedValue(
    query: SoqlQuery,
    operand: Operand | undefined,
    value: FieldValue | ResultRow | ResultRows
): unknown {
    if (value === null || typeof value === 'object') {
        return null;
    }
    switch (operand?.kind) {
        case 'aggregate':
            return aggregateValue(query, operand.name, operand.path, value);
        case 'field':
            return fieldValue(query, operand.path, value);
        case 'date':
            return operand.name === 'day_only' ? dateOf(String(value)) : value;
        default:
            return value;
    }
}

function aggregateValue(
    query: SoqlQuery,
    name: string,
    path: readonly string[] | null,
    value: string | number | boolean
): unknown {
    if (name === 'count' || name === 'count_distinct') {
        return value;
    }
    if (name === 'sum' || name === 'avg') {
        return ApexDecimal.of(Number(value));
    }
    return fieldValue(query, path ?? [], value);
}

function fieldValue(
    query: SoqlQuery,
    path: readonly string[],
    value: string | number | boolean
): unknown {
    const schema = currentSchema();
    let objectName = queriedObject(query);
    for (const relationship of path.slice(0, -1)) {
        const parent = schema?.parentField(objectName, relationship);
        objectName = parent?.referenceTo[0] ?? objectName;
    }
    const field = schema?.field(objectName, path.at(-1) ?? '');
    return field ? fromStored(value, field) : value;
}
