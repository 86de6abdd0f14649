import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import type { FieldGrant, Grants, ObjectGrant } from './grants.ts';
import { isFieldPermissionable, permissionObject } from './permissionable.ts';

export type ObjectAction = 'read' | 'create' | 'edit' | 'delete';

const NOTHING: ObjectGrant = {
    read: false,
    create: false,
    edit: false,
    delete: false,
    viewAll: false,
    modifyAll: false,
    viewAllFields: false
};

const EVERYTHING: ObjectGrant = {
    read: true,
    create: true,
    edit: true,
    delete: true,
    viewAll: true,
    modifyAll: true,
    viewAllFields: false
};

const OPEN: ObjectGrant = { ...EVERYTHING, viewAll: false, modifyAll: false };

/** System permissions that let a user change users, permissions and settings. */
const SETUP_PERMISSIONS = [
    'modifyalldata',
    'manageusers',
    'customizeapplication',
    'assignpermissionsets'
];

/** What a user may do with an object's records, sharing aside. */
export function objectGrant(grants: Grants, object: ObjectSchema): ObjectGrant {
    const decisive = permissionObject(object);
    if (decisive === null) {
        return openObject(grants, object);
    }
    const own = grants.objects.get(decisive.toLowerCase()) ?? NOTHING;
    if (own.read && grants.system.has('modifyalldata')) {
        return { ...own, viewAll: true, modifyAll: true };
    }
    return grants.system.has('viewalldata') ? { ...own, viewAll: true } : own;
}

/** What a user may do with a field, given the object's permissions. */
export function fieldGrant(grants: Grants, object: ObjectSchema, field: FieldSchema): FieldGrant {
    const onObject = objectGrant(grants, object);
    const edit = (onObject.edit || onObject.create) && !isComputed(field);
    if (!isFieldPermissionable(object, field)) {
        return { read: onObject.read, edit };
    }
    const given = givenGrant(grants, object, field);
    return {
        read: onObject.read && (given.read || onObject.viewAllFields),
        edit: edit && given.edit
    };
}

/** The parts of an address go by the address. */
function givenGrant(grants: Grants, object: ObjectSchema, field: FieldSchema): FieldGrant {
    const names = [field.name, field.compoundFieldName]
        .filter((name) => name !== null)
        .map((name) => `${object.name}.${name}`.toLowerCase());
    // A profile shows standard fields that it doesn't speak of; custom fields have to be given.
    const byProfile = names.some((name) => grants.profileFields.has(name));
    const byDefault = !field.custom && grants.profileId !== null && !byProfile;
    const rows = names.map((name) => grants.fields.get(name));
    return {
        read: byDefault || rows.some((row) => row?.read === true),
        edit: byDefault || rows.some((row) => row?.edit === true)
    };
}

function isComputed(field: FieldSchema): boolean {
    return field.formula !== null || field.summary !== null || field.autoNumber;
}

function openObject(grants: Grants, object: ObjectSchema): ObjectGrant {
    const isSetup = ['setup', 'listSetting', 'hierarchySetting', 'customMetadata'].includes(
        object.kind
    );
    if (!isSetup) {
        return OPEN;
    }
    const may = SETUP_PERMISSIONS.some((permission) => grants.system.has(permission));
    return { ...NOTHING, read: true, create: may, edit: may, delete: may };
}
