import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import { isStored } from '../store/columns.ts';
import { normalizeId } from '../store/ids.ts';
import type { DmlOperation, FieldValue, Row } from '../types.ts';
import { converted } from './convert.ts';
import { idGiven, invalidReference, noSuchField } from './dmlErrors.ts';
import type { DmlServices, WorkRow } from './work.ts';

/**
 * Takes a row in: names become canonical, values get their fields' form, what Apex may not set is
 * left out. A dotted name (`Parent__r.Key__c`) sets the lookup by the parent's external id.
 */
export function intake(
    row: Row,
    index: number,
    object: ObjectSchema,
    operation: DmlOperation,
    services: DmlServices
): WorkRow {
    const work: WorkRow = { index, object, id: null, values: {}, old: null, errors: [] };
    for (const [name, value] of Object.entries(row.values)) {
        if (name.toLowerCase() === 'id') {
            work.id = typeof value === 'string' && value !== '' ? normalizeId(value) : null;
        } else if (name.includes('.')) {
            setByExternalId(work, name, value, services);
        } else {
            setField(work, name, value, operation, services);
        }
    }
    if (operation === 'insert' && work.id !== null) {
        work.errors.push(idGiven());
    }
    return work;
}

/** Gives a field of a row its value, or the row an error. */
export function assign(work: WorkRow, field: FieldSchema, given: FieldValue): void {
    const result = converted(field, given);
    if (result.kind === 'error') {
        work.errors.push(result.error);
    } else {
        work.values[field.name] = result.value;
    }
}

function setField(
    work: WorkRow,
    name: string,
    value: FieldValue,
    operation: DmlOperation,
    services: DmlServices
): void {
    const field = services.schema.field(work.object.name, name);
    if (field === undefined) {
        work.errors.push(noSuchField(name, work.object));
    } else if (isWriteable(field, operation)) {
        assign(work, field, value);
    }
}

/** Queried records carry read-only fields along; the platform ignores them. */
function isWriteable(field: FieldSchema, operation: DmlOperation): boolean {
    if (!isStored(field) || field.summary !== null) {
        return false;
    }
    return operation === 'insert' ? field.createable : field.updateable;
}

function setByExternalId(
    work: WorkRow,
    name: string,
    value: FieldValue,
    services: DmlServices
): void {
    const [relationship = '', key = ''] = name.split('.');
    const lookup = services.schema.parentField(work.object.name, relationship);
    const target = lookup?.referenceTo[0];
    const field = target === undefined ? undefined : services.schema.field(target, key);
    if (lookup === undefined || target === undefined || field === undefined) {
        work.errors.push(noSuchField(name, work.object));
        return;
    }
    const ids = services.store.idsWhere(target, field.name, [
        typeof value === 'boolean' ? null : value
    ]);
    const [id] = ids;
    if (ids.length === 1 && id !== undefined) {
        work.values[lookup.name] = id;
    } else {
        work.errors.push(invalidReference([lookup.name]));
    }
}
