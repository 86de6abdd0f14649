import type { Schema } from '../../data/schema/types.ts';
import type { FieldValues, SetupStore } from '../store/types.ts';

/** What a permission set or profile lets its holders do. */
export interface AccessGrants {
    readonly objects: readonly ObjectGrant[];
    readonly fields: readonly FieldGrant[];
    readonly entities: readonly EntityGrant[];
    /** Without the prefix `Permissions`. */
    readonly userPermissions: readonly string[];
}

export interface ObjectGrant {
    readonly object: string;
    readonly create: boolean;
    readonly read: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
    readonly viewAll: boolean;
    readonly modifyAll: boolean;
    readonly viewAllFields: boolean;
}

export interface FieldGrant {
    readonly object: string;
    readonly field: string;
    readonly read: boolean;
    readonly edit: boolean;
}

/** Access to a class, page, custom permission, app, credential principal or Lightning app (`TabSet`). */
export interface EntityGrant {
    readonly type:
        | 'ApexClass'
        | 'ApexPage'
        | 'ConnectedApplication'
        | 'CustomPermission'
        | 'ExternalClientApplication'
        | 'ExternalCredentialParameter'
        | 'TabSet';
    readonly id: string;
}

export const NO_GRANTS: AccessGrants = {
    objects: [],
    fields: [],
    entities: [],
    userPermissions: []
};

/** Adds grants to a permission set; what it has already stays. */
export function addGrants(
    rows: SetupStore,
    schema: Schema,
    parentId: string,
    grants: AccessGrants
): void {
    putBelow(rows, 'ObjectPermissions', parentId, 'SobjectType', grants.objects.map(objectValues));
    putBelow(rows, 'FieldPermissions', parentId, 'Field', grants.fields.map(fieldValues));
    const entities = grants.entities.map(({ type, id }) => ({
        SetupEntityId: id,
        SetupEntityType: type
    }));
    putBelow(rows, 'SetupEntityAccess', parentId, 'SetupEntityId', entities);
    const permissions = userPermissionFields(schema, 'PermissionSet', grants.userPermissions);
    if (Object.keys(permissions).length > 0) {
        rows.update('PermissionSet', parentId, permissions);
    }
}

/** Writes all rows of one parent at once: hundreds of field permissions make one insert. */
function putBelow(
    rows: SetupStore,
    type: string,
    parentId: string,
    key: string,
    wanted: readonly FieldValues[]
): void {
    const existing = new Map(
        rows.find(type, { ParentId: parentId }).map((row) => [row.values[key] ?? null, row.id])
    );
    const byKey = new Map(wanted.map((values) => [values[key] ?? null, values]));
    for (const [value, values] of byKey) {
        const id = existing.get(value);
        if (id !== undefined) {
            rows.update(type, id, values);
        }
    }
    const missing = [...byKey].filter(([value]) => !existing.has(value));
    rows.insert(
        type,
        missing.map(([, values]) => ({ ParentId: parentId, ...values }))
    );
}

/** Takes every grant away, as an upgrade does before it writes the new ones. App grants are the admin's and stay. */
export function clearGrants(rows: SetupStore, parentId: string): void {
    for (const type of ['ObjectPermissions', 'FieldPermissions']) {
        const found = rows.find(type, { ParentId: parentId });
        rows.remove(
            type,
            found.map((row) => row.id)
        );
    }
    const entities = rows
        .find('SetupEntityAccess', { ParentId: parentId })
        .filter((row) => !APP_TYPES.includes(String(row.values['SetupEntityType'])));
    rows.remove(
        'SetupEntityAccess',
        entities.map((row) => row.id)
    );
}

const APP_TYPES = ['ConnectedApplication', 'ExternalClientApplication'];

function objectValues(grant: ObjectGrant): FieldValues {
    return {
        SobjectType: grant.object,
        PermissionsCreate: grant.create,
        PermissionsRead: grant.read,
        PermissionsEdit: grant.edit,
        PermissionsDelete: grant.delete,
        PermissionsViewAllRecords: grant.viewAll,
        PermissionsModifyAllRecords: grant.modifyAll,
        PermissionsViewAllFields: grant.viewAllFields
    };
}

function fieldValues(grant: FieldGrant): FieldValues {
    return {
        SobjectType: grant.object,
        Field: `${grant.object}.${grant.field}`,
        PermissionsRead: grant.read || grant.edit,
        PermissionsEdit: grant.edit
    };
}

/** User permissions that this release of the platform has as fields; others have no effect here. */
export function userPermissionFields(
    schema: Schema,
    object: 'PermissionSet' | 'Profile',
    names: readonly string[]
): Readonly<Record<string, boolean>> {
    const fields = names.map((name) => schema.field(object, `Permissions${name}`));
    return Object.fromEntries(fields.flatMap((field) => (field ? [[field.name, true]] : [])));
}

/** Everything on an object, as administrators get it. */
export function fullObjectGrant(object: string): ObjectGrant {
    return {
        object,
        create: true,
        read: true,
        edit: true,
        delete: true,
        viewAll: true,
        modifyAll: true,
        viewAllFields: false
    };
}
