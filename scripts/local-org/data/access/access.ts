import type { FieldSchema, ObjectSchema, Schema } from '../schema/types.ts';
import type { RecordStore } from '../store/recordStore.ts';
import { fieldGrant, objectGrant, type ObjectAction } from './permissions.ts';
import { grantsOf, type FieldGrant, type Grants, type ObjectGrant } from './grants.ts';
import { reachOf, type Reach } from './population.ts';
import { sharingSql, type RecordAccess, type SharingRules } from './sharing.ts';

/** An object's permissions as describe calls show them. */
export interface ObjectPermissionsOf {
    readonly create: boolean;
    readonly read: boolean;
    readonly update: boolean;
    readonly delete: boolean;
    readonly viewAll: boolean;
    readonly modifyAll: boolean;
}

/** What users may see and do, from the org's own profiles, permission sets, roles and shares. */
export class Access {
    readonly #schema: Schema;
    readonly #store: RecordStore;
    readonly #now: () => number;
    readonly #grants = new Map<string, Grants>();
    readonly #reach = new Map<string, Reach>();

    constructor(store: RecordStore, now: () => number) {
        this.#schema = store.schema;
        this.#store = store;
        this.#now = now;
    }

    /** Forgets what was worked out, because users, permissions, roles or groups have changed. */
    refresh(): void {
        this.#grants.clear();
        this.#reach.clear();
    }

    /** Everything that profile and permission sets give a user. */
    grants(userId: string): Grants {
        const known = this.#grants.get(userId);
        if (known !== undefined) {
            return known;
        }
        const grants = grantsOf(this.#store, userId, new Date(this.#now()).toISOString());
        this.#grants.set(userId, grants);
        return grants;
    }

    objectGrant(userId: string, object: ObjectSchema): ObjectGrant {
        return objectGrant(this.grants(userId), object);
    }

    can(userId: string, objectName: string, action: ObjectAction): boolean {
        const object = this.#schema.object(objectName);
        return object !== undefined && this.objectGrant(userId, object)[action];
    }

    canField(
        userId: string,
        objectName: string,
        fieldName: string,
        action: 'read' | 'edit'
    ): boolean {
        const object = this.#schema.object(objectName);
        const field = this.#schema.field(objectName, fieldName);
        return (
            object !== undefined &&
            field !== undefined &&
            fieldGrant(this.grants(userId), object, field)[action]
        );
    }

    object(userId: string, objectName: string): ObjectPermissionsOf {
        const can = (action: ObjectAction) => this.can(userId, objectName, action);
        const object = this.#schema.object(objectName);
        const grant = object && this.objectGrant(userId, object);
        return {
            create: can('create'),
            read: can('read'),
            update: can('edit'),
            delete: can('delete'),
            viewAll: grant?.viewAll ?? false,
            modifyAll: grant?.modifyAll ?? false
        };
    }

    field(userId: string, objectName: string, fieldName: string): FieldGrant {
        return {
            read: this.canField(userId, objectName, fieldName, 'read'),
            edit: this.canField(userId, objectName, fieldName, 'edit')
        };
    }

    fieldGrant(userId: string, object: ObjectSchema, field: FieldSchema): FieldGrant {
        return fieldGrant(this.grants(userId), object, field);
    }

    /** True when a permission set of the user includes the custom permission, by developer name. */
    customPermission(userId: string, name: string): boolean {
        const { setupEntities } = this.grants(userId);
        const ids = this.#store.idsWhere('CustomPermission', 'DeveloperName', [name]);
        return ids.some((id) => setupEntities.has(id));
    }

    /** True when the record type is active; which profiles may choose it is not kept. */
    recordTypeAvailable(_userId: string, recordTypeId: string): boolean {
        return (
            this.#store.read('RecordType', [recordTypeId]).get(recordTypeId)?.['IsActive'] === true
        );
    }

    /** True when the user has a system permission: `ViewAllData`, `ModifyAllData`, `ApiEnabled`. */
    system(userId: string, permission: string): boolean {
        return this.grants(userId).system.has(permission.toLowerCase());
    }

    /** SQL that is true for rows of the alias that the user has this access to; null for all. */
    rowsSql(
        object: ObjectSchema,
        alias: string,
        userId: string,
        access: RecordAccess
    ): string | null {
        return sharingSql(object, alias, access, this.#rules(userId));
    }

    /** Those of the records that the user has this access to by sharing. */
    reachable(
        userId: string,
        objectName: string,
        ids: readonly string[],
        access: RecordAccess
    ): ReadonlySet<string> {
        const { object, sqlName } = this.#store.tables.get(objectName);
        const rule = this.rowsSql(object, 'r', userId, access);
        if (rule === null) {
            return new Set(ids);
        }
        const sql = `SELECT r.Id FROM ${sqlName} r WHERE r.Id IN (SELECT value FROM json_each(?)) AND (${rule})`;
        const rows = this.#store.connection.all(sql, [JSON.stringify(ids)]);
        return new Set(rows.map(([id]) => String(id)));
    }

    #rules(userId: string): SharingRules {
        return {
            schema: this.#schema,
            tables: this.#store.tables,
            grantOf: (object) => this.objectGrant(userId, object),
            reach: () => this.#reachOf(userId)
        };
    }

    #reachOf(userId: string): Reach {
        const known = this.#reach.get(userId);
        if (known !== undefined) {
            return known;
        }
        const reach = reachOf(this.#store, userId);
        this.#reach.set(userId, reach);
        return reach;
    }
}
