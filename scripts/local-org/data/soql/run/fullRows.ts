import type { Connection } from '../../store/connection.ts';
import { isStored } from '../../store/columns.ts';
import type { RecordStore } from '../../store/recordStore.ts';
import type { FieldValue, Row } from '../../types.ts';
import { Planner, type PlannerInput } from '../plan/planner.ts';
import { Scope } from '../plan/scope.ts';
import { plainDecode } from './output.ts';

/** Records with every field, formulas included, in the order of the ids; deleted ones too. */
export function fullRows(
    store: RecordStore,
    input: PlannerInput,
    objectName: string,
    ids: readonly string[]
): readonly Row[] {
    const { object } = store.tables.get(objectName);
    const stored = store.read(objectName, ids);
    const computed = computedValues(store.connection, input, objectName, ids);
    return ids.flatMap((id) => {
        const values = stored.get(id);
        return values === undefined
            ? []
            : [{ type: object.name, values: { ...values, ...computed.get(id) } }];
    });
}

function computedValues(
    connection: Connection,
    input: PlannerInput,
    objectName: string,
    ids: readonly string[]
): ReadonlyMap<string, Readonly<Record<string, FieldValue>>> {
    const { object } = input.tables.get(objectName);
    const fields = object.fields.filter((field) => !isStored(field));
    if (fields.length === 0 || ids.length === 0) {
        return new Map();
    }
    const planner = new Planner(input);
    const scope = new Scope(planner, object, []);
    const columns = fields.map((field) => scope.fieldSql(scope.root, field));
    const list = planner.parameter(JSON.stringify(ids));
    const { alias } = scope.root;
    const sql =
        `SELECT ${[`${alias}.Id`, ...columns].join(', ')} FROM ${scope.fromSql()} ` +
        `WHERE ${alias}.Id IN (SELECT value FROM json_each(${list}))`;
    return new Map(
        connection.all(sql, planner.valuesFor(sql)).map(([id, ...values]) => {
            const entries = fields.map((field, at) => [
                field.name,
                plainDecode(field)(values[at] ?? null)
            ]);
            return [String(id), Object.fromEntries(entries) as Record<string, FieldValue>];
        })
    );
}
