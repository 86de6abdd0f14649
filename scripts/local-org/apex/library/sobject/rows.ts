import type { FieldValue, ResultRow, ResultRows, Row } from '../../../data/types.ts';
import { fieldTarget } from '../../values/fields.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexList } from '../../values/list.ts';
import { sobjectType } from '../../values/runtimeType.ts';
import { ApexSObject } from '../../values/sobject.ts';
import { fromStored, toStored } from './fieldValues.ts';

/** A record as the database takes it. A parent given by an external id becomes `Parent__r.Key__c`. */
export function toRow(record: ApexSObject): Row {
    const values: Record<string, FieldValue> = {};
    for (const name of record.fieldNames()) {
        const value = record.storedValue(name);
        if (value instanceof ApexSObject) {
            Object.assign(values, parentKey(name, value));
        } else if (!(value instanceof ApexList) && !isCompound(record.typeName, name)) {
            values[name] = toStored(value);
        }
    }
    return { type: record.typeName, values };
}

function isCompound(typeName: string, name: string): boolean {
    const target = fieldTarget(typeName, name);
    return target?.kind === 'field' && ['address', 'location'].includes(target.schema.type);
}

/** A parent that came from a query is only for reading; one made with a key alone is a look-up. */
function parentKey(relationship: string, parent: ApexSObject): Record<string, FieldValue> {
    const names = parent.fieldNames();
    const [key] = names;
    if (names.length !== 1 || key === undefined || key === 'Id') {
        return {};
    }
    const target = fieldTarget(parent.typeName, key);
    const isKey = target?.kind === 'field' && target.schema.externalId;
    return isKey ? { [`${relationship}.${key}`]: toStored(parent.storedValue(key)) } : {};
}

/** A full row (as triggers get) as a record that may be read without restriction. */
export function fromRow(row: Row): ApexSObject {
    const record = new ApexSObject(row.type);
    for (const [name, value] of Object.entries(row.values)) {
        record.store(name, apexValue(row.type, name, value));
    }
    return record;
}

/** A row out of a query, with its parents and children. */
export function fromResult(row: ResultRow): ApexSObject {
    const record = new ApexSObject(row.type);
    for (const [name, value] of Object.entries(row.values)) {
        if (value === null) {
            record.storeEmpty(name);
        } else {
            record.store(name, resultValue(row.type, name, value));
        }
    }
    return record.markQueried();
}

function resultValue(
    typeName: string,
    name: string,
    value: FieldValue | ResultRow | ResultRows
): unknown {
    if (typeof value !== 'object' || value === null) {
        return apexValue(typeName, name, value);
    }
    if ('rows' in value) {
        const target = fieldTarget(typeName, name);
        const child = target?.kind === 'children' ? target.childObject : 'SObject';
        return new ApexList(
            sobjectType(child),
            value.rows.map((row) => fromResult(row))
        );
    }
    return fromResult(value);
}

/** By the type of the field; a name that is no field (an alias) keeps what it has. */
function apexValue(typeName: string, name: string, value: FieldValue): unknown {
    const target = fieldTarget(typeName, name);
    if (target?.kind === 'field') {
        return fromStored(value, target.schema);
    }
    return typeof value === 'number' && !Number.isInteger(value) ? ApexDecimal.of(value) : value;
}
