import { evaluate } from '../formula/evaluate.ts';
import { parseFormula } from '../formula/parse.ts';
import { recordEnvironment } from '../formula/recordEnvironment.ts';
import { fromFormulaValue } from '../formula/value.ts';
import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import { isStored } from '../store/columns.ts';
import type { FieldValue } from '../types.ts';
import { world } from './world.ts';
import type { Save, WorkRow } from './work.ts';

const defaulted = new WeakMap<ObjectSchema, readonly FieldSchema[]>();

/** Fills what a new record leaves out. A field set to null by hand stays null, a checkbox is false. */
export function fillDefaults(rows: readonly WorkRow[], save: Save): void {
    for (const row of rows) {
        for (const field of fieldsWithDefault(row.object)) {
            if (!(field.name in row.values)) {
                row.values[field.name] = defaultOf(field, row, save);
            }
        }
        setOwner(row, save);
    }
}

function fieldsWithDefault(object: ObjectSchema): readonly FieldSchema[] {
    const known = defaulted.get(object);
    const fields =
        known ??
        object.fields.filter(
            (field) =>
                isStored(field) && (field.defaultValue !== null || field.defaultFormula !== null)
        );
    defaulted.set(object, fields);
    return fields;
}

function defaultOf(field: FieldSchema, row: WorkRow, save: Save): FieldValue {
    if (field.defaultFormula === null) {
        return field.defaultValue;
    }
    const record = { objectName: row.object.name, values: row.values, old: null };
    const environment = recordEnvironment(record, world(save));
    return fromFormulaValue(field, evaluate(parseFormula(field.defaultFormula), environment));
}

function setOwner(row: WorkRow, save: Save): void {
    if (row.object.kind === 'hierarchySetting' || row.object.kind === 'listSetting') {
        row.values['SetupOwnerId'] ??= organizationId(save);
    }
    const owner = save.schema.field(row.object.name, 'OwnerId');
    if (owner?.createable === true && row.values['OwnerId'] == null) {
        row.values['OwnerId'] = save.context.userId;
    }
}

/** A setting that names no owner is the organization's. */
function organizationId(save: Save): string | null {
    const { sqlName } = save.store.tables.get('Organization');
    const id = save.store.connection.first(`SELECT Id FROM ${sqlName} LIMIT 1`)?.[0];
    return typeof id === 'string' ? id : null;
}
