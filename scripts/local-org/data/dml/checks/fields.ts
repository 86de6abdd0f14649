import type { FieldSchema, ObjectSchema } from '../../schema/types.ts';
import { isStored } from '../../store/columns.ts';
import type { FieldValue } from '../../types.ts';
import { badEmail, badPicklistValue, outOfRange, requiredMissing, tooLong } from '../dmlErrors.ts';
import { isChanged, valueOf, type WorkRow } from '../work.ts';

const EMAIL = /^[^\s@,;<>()[\]\\"]+@[^\s@,;<>()[\]\\"]+\.[^\s@,;<>()[\]\\".]+$/;

const requiredFields = new WeakMap<ObjectSchema, readonly FieldSchema[]>();

/** Required fields, lengths, ranges, restricted picklists and e-mail addresses. */
export function checkFields(rows: readonly WorkRow[]): void {
    for (const row of rows) {
        const missing = requiredOf(row.object)
            .filter((field) => valueOf(row, field.name) === null)
            .map((field) => field.name);
        if (missing.length > 0) {
            row.errors.push(requiredMissing(missing));
        }
        for (const name of Object.keys(row.values)) {
            const value = row.values[name] ?? null;
            const field = fieldsByName(row.object).get(name);
            if (value !== null && field !== undefined && isChanged(row, name)) {
                checkValue(row, field, value);
            }
        }
    }
}

/** What the database itself fills in is not the caller's to give. */
function requiredOf(object: ObjectSchema): readonly FieldSchema[] {
    const known = requiredFields.get(object);
    const fields =
        known ??
        object.fields.filter(
            (field) =>
                !field.nillable &&
                (field.createable || field.updateable) &&
                isStored(field) &&
                field.type !== 'boolean' &&
                field.name !== 'OwnerId'
        );
    requiredFields.set(object, fields);
    return fields;
}

const byName = new WeakMap<ObjectSchema, ReadonlyMap<string, FieldSchema>>();

function fieldsByName(object: ObjectSchema): ReadonlyMap<string, FieldSchema> {
    const known = byName.get(object);
    const fields = known ?? new Map(object.fields.map((field) => [field.name, field]));
    byName.set(object, fields);
    return fields;
}

function checkValue(row: WorkRow, field: FieldSchema, value: FieldValue): void {
    if (typeof value === 'string' && isTooLong(field, value)) {
        row.errors.push(tooLong(field, value));
    } else if (typeof value === 'number' && !fits(field, value)) {
        row.errors.push(outOfRange(field, value));
    } else if (field.restrictedPicklist && !isAllowed(field, String(value))) {
        row.errors.push(badPicklistValue(field, value));
    } else if (field.type === 'email' && !EMAIL.test(String(value))) {
        row.errors.push(badEmail(field, value));
    }
}

function isTooLong(field: FieldSchema, value: string): boolean {
    const bounded = !['base64', 'id', 'reference', 'multipicklist'].includes(field.type);
    return bounded && field.length > 0 && value.length > field.length;
}

function fits(field: FieldSchema, value: number): boolean {
    if (field.type === 'integer') {
        return Math.abs(value) <= 2_147_483_647;
    }
    const digits = field.precision - field.scale;
    return field.precision === 0 || Math.abs(value) < 10 ** digits;
}

function isAllowed(field: FieldSchema, value: string): boolean {
    const allowed = new Set(
        field.picklistValues
            .filter((known) => known.isActive)
            .map((known) => known.value.toLowerCase())
    );
    const chosen = field.type === 'multipicklist' ? value.split(';') : [value];
    return chosen.every((part) => allowed.has(part.trim().toLowerCase()));
}
