import type { RecordStore, StoredValues } from '../store/recordStore.ts';

export interface ObjectGrant {
    readonly read: boolean;
    readonly create: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
    readonly viewAll: boolean;
    readonly modifyAll: boolean;
    readonly viewAllFields: boolean;
}

export interface FieldGrant {
    readonly read: boolean;
    readonly edit: boolean;
}

/** All that a user's profile and permission sets give, added up. */
export interface Grants {
    readonly userId: string;
    readonly profileId: string | null;
    /** Ids of the permission sets, the profile's own included. */
    readonly permissionSetIds: readonly string[];
    readonly objects: ReadonlyMap<string, ObjectGrant>;
    /** By `object.field` in lower case. */
    readonly fields: ReadonlyMap<string, FieldGrant>;
    /** Fields that the profile itself speaks of, as in `fields`. */
    readonly profileFields: ReadonlySet<string>;
    /** Ids of Apex classes, custom permissions, connected apps and the like. */
    readonly setupEntities: ReadonlySet<string>;
    /** System permissions by name without `Permissions`, in lower case: `viewalldata`. */
    readonly system: ReadonlySet<string>;
}

/** Adds up what a user has been given. A user that isn't there has nothing. */
export function grantsOf(store: RecordStore, userId: string, now: string): Grants {
    const user = store.read('User', [userId]).get(userId);
    const profileId = asText(user?.['ProfileId']);
    const ofProfile = profileId === null ? [] : profileSets(store, profileId);
    const ids = [...ofProfile, ...assignedSets(store, userId, now)];
    const sets = [...store.read('PermissionSet', ids).values()];
    return {
        userId,
        profileId,
        permissionSetIds: ids,
        objects: objectGrants(store, ids),
        fields: fieldGrants(store, ids),
        profileFields: new Set(fieldGrants(store, ofProfile).keys()),
        setupEntities: new Set(
            partsOf(store, 'SetupEntityAccess', ids).map((row) => String(row['SetupEntityId']))
        ),
        system: new Set(sets.flatMap(systemPermissions))
    };
}

function profileSets(store: RecordStore, profileId: string): readonly string[] {
    return store.idsWhere('PermissionSet', 'ProfileId', [profileId]);
}

function assignedSets(store: RecordStore, userId: string, now: string): readonly string[] {
    const ids = store.idsWhere('PermissionSetAssignment', 'AssigneeId', [userId]);
    const assignments = [...store.read('PermissionSetAssignment', ids).values()].filter(
        (row) => (asText(row['ExpirationDate']) ?? now) >= now
    );
    const sets = assignments.map((row) => asText(row['PermissionSetId']));
    const groups = assignments.map((row) => asText(row['PermissionSetGroupId']));
    return [...present(sets), ...groupedSets(store, present(groups))];
}

function groupedSets(store: RecordStore, groups: readonly string[]): readonly string[] {
    const ids = store.idsWhere('PermissionSetGroupComponent', 'PermissionSetGroupId', groups);
    const components = [...store.read('PermissionSetGroupComponent', ids).values()];
    return present(components.map((row) => asText(row['PermissionSetId'])));
}

function partsOf(
    store: RecordStore,
    objectName: string,
    permissionSetIds: readonly string[]
): readonly StoredValues[] {
    const ids = store.idsWhere(objectName, 'ParentId', permissionSetIds);
    return [...store.read(objectName, ids).values()];
}

function objectGrants(
    store: RecordStore,
    ids: readonly string[]
): ReadonlyMap<string, ObjectGrant> {
    const grants = new Map<string, ObjectGrant>();
    for (const row of partsOf(store, 'ObjectPermissions', ids)) {
        const name = String(row['SobjectType']).toLowerCase();
        const known = grants.get(name);
        const has = (permission: string) => row[`Permissions${permission}`] === true;
        grants.set(name, {
            read: (known?.read ?? false) || has('Read'),
            create: (known?.create ?? false) || has('Create'),
            edit: (known?.edit ?? false) || has('Edit'),
            delete: (known?.delete ?? false) || has('Delete'),
            viewAll: (known?.viewAll ?? false) || has('ViewAllRecords') || has('ModifyAllRecords'),
            modifyAll: (known?.modifyAll ?? false) || has('ModifyAllRecords'),
            viewAllFields: (known?.viewAllFields ?? false) || has('ViewAllFields')
        });
    }
    return grants;
}

function fieldGrants(store: RecordStore, ids: readonly string[]): ReadonlyMap<string, FieldGrant> {
    const grants = new Map<string, FieldGrant>();
    for (const row of partsOf(store, 'FieldPermissions', ids)) {
        const name = String(row['Field']).toLowerCase();
        const known = grants.get(name);
        grants.set(name, {
            read: (known?.read ?? false) || row['PermissionsRead'] === true,
            edit: (known?.edit ?? false) || row['PermissionsEdit'] === true
        });
    }
    return grants;
}

function systemPermissions(set: StoredValues): readonly string[] {
    return Object.entries(set)
        .filter(([name, value]) => name.startsWith('Permissions') && value === true)
        .map(([name]) => name.slice('Permissions'.length).toLowerCase());
}

function asText(value: StoredValues[string] | undefined): string | null {
    return typeof value === 'string' ? value : null;
}

function present(values: readonly (string | null)[]): readonly string[] {
    return values.filter((value) => value !== null);
}
