import { parseSoql } from '../../../data/soql/parse.ts';
import type { ObjectSchema } from '../../../data/schema/types.ts';
import { execution } from '../../execution.ts';
import { systemException } from '../../values/exception.ts';
import { ApexMap } from '../../values/map.ts';
import { normaliseId } from '../../values/ids.ts';
import { sobjectType, types } from '../../values/runtimeType.ts';
import { ApexSObject } from '../../values/sobject.ts';
import { fromRow } from '../sobject/rows.ts';
import type { FieldValue, ResultRow } from '../../../data/types.ts';

/**
 * The accessors of custom settings and custom metadata types: `X__c.getInstance()`,
 * `X__mdt.getAll()`… They don't count against query limits.
 */
export const customSettings = {
    getInstance(objectName: string, key?: string | null): ApexSObject | null {
        const object = requireObject(objectName);
        switch (object.kind) {
            case 'hierarchySetting':
                return hierarchyValue(object, key ?? null);
            case 'listSetting':
                return recordWhere(object, 'Name', key ?? '');
            default:
                return metadataRecord(object, key ?? '');
        }
    },

    /** The organisation's own values; an empty record when none are saved. */
    getOrgDefaults(objectName: string): ApexSObject {
        const object = requireObject(objectName);
        return ownerValue(object, execution().org.info.organizationId) ?? emptyRecord(object);
    },

    /** The values set for exactly that user or profile (or name, for a list); else null. */
    getValues(objectName: string, key?: string | null): ApexSObject | null {
        const object = requireObject(objectName);
        return object.kind === 'hierarchySetting'
            ? ownerValue(object, key ?? execution().user.id)
            : recordWhere(object, 'Name', key ?? '');
    },

    getAll(objectName: string): ApexMap {
        const object = requireObject(objectName);
        const keyField = object.kind === 'customMetadata' ? 'DeveloperName' : 'Name';
        const records = allRecords(object).map((record) => {
            return [String(record.storedValue(keyField)), record] as const;
        });
        return new ApexMap(types.String, sobjectType(object.name), records);
    }
};

/** Each field from the user, else the profile, else the organisation. */
function hierarchyValue(object: ObjectSchema, key: string | null): ApexSObject {
    const { org, user } = execution();
    const owner = key === null ? user : (org.users.find(normaliseId(key) ?? key) ?? null);
    const owners = owner
        ? [owner.id, owner.profileId, org.info.organizationId]
        : [key ?? '', org.info.organizationId];
    const found = owners.map((id) => ownerValue(object, id)).filter((record) => record !== null);
    return found.length === 0 ? emptyRecord(object) : merged(object, found);
}

/** The most specific record, its empty fields filled from the next. */
function merged(object: ObjectSchema, records: readonly ApexSObject[]): ApexSObject {
    const result = new ApexSObject(object.name);
    for (const field of object.fields) {
        const values = records.map((record) => record.storedValue(field.name));
        const isOwn = !field.custom;
        result.store(
            field.name,
            isOwn ? (values[0] ?? null) : (values.find((value) => value !== null) ?? null)
        );
    }
    return result;
}

/** What `getInstance` answers when nothing is saved: the fields' defaults, no id. */
function emptyRecord(object: ObjectSchema): ApexSObject {
    const values: Record<string, FieldValue> = {};
    for (const field of object.fields.filter((candidate) => candidate.custom)) {
        values[field.name] = field.defaultValue;
    }
    return fromRow({ type: object.name, values });
}

function ownerValue(object: ObjectSchema, ownerId: string): ApexSObject | null {
    const id = normaliseId(ownerId) ?? ownerId;
    return recordWhere(object, 'SetupOwnerId', id);
}

function recordWhere(object: ObjectSchema, field: string, value: string): ApexSObject | null {
    const wanted = value.toLowerCase();
    const found = allRecords(object).find((record) => {
        return String(record.storedValue(field) ?? '').toLowerCase() === wanted;
    });
    return found ?? null;
}

/** By developer name, qualified name or id. */
function metadataRecord(object: ObjectSchema, key: string): ApexSObject | null {
    const id = normaliseId(key);
    return (
        recordWhere(object, 'DeveloperName', key) ??
        recordWhere(object, 'QualifiedApiName', key) ??
        (id === null ? null : recordWhere(object, 'Id', id))
    );
}

function allRecords(object: ObjectSchema): ApexSObject[] {
    const { database } = execution().org;
    const names = object.fields.map((field) => field.name).join(', ');
    const query = parseSoql(`SELECT ${names} FROM ${object.name}`);
    const context = { userId: execution().user.id, mode: 'system', sharing: false } as const;
    return database.query(query, {}, context).rows.map(plainRecord);
}

function plainRecord(row: ResultRow): ApexSObject {
    const values: Record<string, FieldValue> = {};
    for (const [name, value] of Object.entries(row.values)) {
        if (typeof value !== 'object' || value === null) values[name] = value;
    }
    return fromRow({ type: row.type, values });
}

function requireObject(name: string): ObjectSchema {
    const object = execution().org.database.schema.object(name);
    if (!object || !['listSetting', 'hierarchySetting', 'customMetadata'].includes(object.kind)) {
        throw systemException(
            'SObjectException',
            `${name} is not a custom setting or custom metadata type`
        );
    }
    return object;
}
