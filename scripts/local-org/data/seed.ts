import type { FieldSchema, ObjectSchema } from './schema/types.ts';
import { assignAutoNumbers } from './dml/autoNumbers.ts';
import { converted } from './dml/convert.ts';
import { fillDefaults } from './dml/defaults.ts';
import { deriveFields } from './dml/standard/derive.ts';
import type { Save, WorkRow } from './dml/work.ts';
import { isStored } from './store/columns.ts';
import { normalizeId } from './store/ids.ts';
import type { FieldValue, Row } from './types.ts';

/** Puts rows in as they are, see `Database.seed`. */
export function seedRows(rows: readonly Row[], save: Save): readonly string[] {
    return rows.map((row) => seedRow(row, save));
}

function seedRow(row: Row, save: Save): string {
    const object = save.schema.object(row.type);
    if (object === undefined) {
        throw new RangeError(`The schema has no object ${row.type}`);
    }
    const work = workRow(row, object, save);
    const stored =
        work.id === null ? undefined : save.store.read(object.name, [work.id]).get(work.id);
    if (work.id !== null && stored !== undefined) {
        save.store.update(object.name, work.id, work.values);
        return work.id;
    }
    return insert(work, save);
}

function insert(work: WorkRow, save: Save): string {
    const { object } = work;
    const given = { ...work.values };
    fillDefaults([work], save);
    deriveFields([work], save);
    assignAutoNumbers([work], save);
    const id = work.id ?? save.store.newIds(object.name, 1)[0] ?? '';
    save.store.claimId(object.name, id);
    save.store.insert(object.name, id, {
        IsDeleted: false,
        CreatedDate: save.stamp,
        CreatedById: save.context.userId,
        LastModifiedDate: save.stamp,
        LastModifiedById: save.context.userId,
        SystemModstamp: save.stamp,
        ...work.values,
        ...given
    });
    return id;
}

function workRow(row: Row, object: ObjectSchema, save: Save): WorkRow {
    const work: WorkRow = { index: 0, object, id: null, values: {}, old: null, errors: [] };
    for (const [name, value] of Object.entries(row.values)) {
        const field = save.schema.field(object.name, name);
        if (field === undefined) {
            throw new RangeError(`${object.name} has no field ${name}`);
        }
        if (field.name === 'Id') {
            work.id = value === null ? null : normalizeId(String(value));
        } else if (isStored(field)) {
            work.values[field.name] = fitting(object, field, value);
        }
    }
    return work;
}

function fitting(object: ObjectSchema, field: FieldSchema, value: FieldValue): FieldValue {
    const result = converted(field, value);
    if (result.kind === 'error') {
        throw new RangeError(`${object.name}.${field.name}: ${result.error.message}`);
    }
    return result.value;
}
