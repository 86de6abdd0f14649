import type { Schema } from '../schema/types.ts';
import type { RecordStore } from '../store/recordStore.ts';
import type { FieldValue } from '../types.ts';
import { evaluate, type Environment } from './evaluate.ts';
import { fieldAt, type Globals } from './paths.ts';
import { parseFormula } from './parse.ts';
import { fromFormulaValue, toFormulaValue, type FormulaValue } from './value.ts';

type Values = Readonly<Record<string, FieldValue>>;

/** The record a rule or default is computed for, possibly not stored yet. */
export interface FormulaRecord {
    readonly objectName: string;
    readonly values: Values;
    readonly old: Values | null;
}

/** What surrounds the record. */
export interface FormulaWorld {
    readonly schema: Schema;
    readonly store: RecordStore;
    readonly globals: Globals;
    readonly now: number;
    readonly timeZone: string;
    readonly userId: string;
}

/** The environment of a formula over values at hand; parents are read from the store. */
export function recordEnvironment(
    record: FormulaRecord,
    world: FormulaWorld,
    blanksAsZero = true
): Environment {
    const reader = (values: Values) => (path: readonly string[]) =>
        path[0]?.startsWith('$')
            ? world.globals(path, world.userId)
            : valueAt(record.objectName, values, path, world, blanksAsZero);
    return {
        now: world.now,
        timeZone: world.timeZone,
        isNew: record.old === null,
        value: reader(record.values),
        priorValue: reader(record.old ?? record.values)
    };
}

function valueAt(
    objectName: string,
    values: Values,
    path: readonly string[],
    world: FormulaWorld,
    blanksAsZero: boolean
): FormulaValue {
    const [first = '', ...rest] = path;
    if (rest.length > 0) {
        return parentValue(objectName, values, path, world, blanksAsZero);
    }
    const field = fieldAt(world.schema, objectName, path);
    if (field.formula === null) {
        return toFormulaValue(field, values[field.name] ?? null, blanksAsZero);
    }
    const record = { objectName, values, old: null };
    const environment = recordEnvironment(record, world, field.blanksAsZero);
    const result = fromFormulaValue(field, evaluate(parseFormula(field.formula), environment));
    return toFormulaValue(field, result, blanksAsZero && first !== '');
}

function parentValue(
    objectName: string,
    values: Values,
    path: readonly string[],
    world: FormulaWorld,
    blanksAsZero: boolean
): FormulaValue {
    const [first = '', ...rest] = path;
    const field = fieldAt(world.schema, objectName, path);
    const lookup = world.schema.parentField(objectName, first);
    const id = lookup === undefined ? null : values[lookup.name];
    const parent = typeof id === 'string' ? world.schema.objectOfId(id) : undefined;
    const stored = parent && world.store.read(parent.name, [String(id)]).get(String(id));
    return parent === undefined || stored === undefined
        ? toFormulaValue(field, null, blanksAsZero)
        : valueAt(parent.name, stored, rest, world, blanksAsZero);
}
