import { findOne, type SetupStore } from '../store/types.ts';
import { permissionSetsOf } from './permissionSets.ts';

/** A change of setup that was refused, in the form of the REST API's errors. */
export class SetupRefusal extends Error {
    readonly errorCode: string;

    constructor(errorCode: string, message: string) {
        super(message);
        this.name = 'SetupRefusal';
        this.errorCode = errorCode;
    }
}

/** Whether a user holds a user permission (`CustomizeApplication`) by profile, permission set or group. */
export function hasUserPermission(rows: SetupStore, userId: string, name: string): boolean {
    const holder = { Id: permissionSetsOf(rows, userId), [`Permissions${name}`]: true };
    return rows.has('PermissionSet', holder);
}

/** Refuses unless the user holds at least one of the user permissions. */
export function requireUserPermission(
    rows: SetupStore,
    userId: string,
    ...names: readonly string[]
): void {
    if (!names.some((name) => hasUserPermission(rows, userId, name))) {
        throw new SetupRefusal(
            'INSUFFICIENT_ACCESS',
            'You do not have the level of access necessary to perform the operation you requested.'
        );
    }
}

/** Whether a user holds a custom permission. An unknown one is held by nobody. */
export function hasCustomPermission(rows: SetupStore, userId: string, name: string): boolean {
    const permission = findOne(rows, 'CustomPermission', { DeveloperName: name });
    return (
        permission !== undefined &&
        rows.has('SetupEntityAccess', {
            SetupEntityId: permission.id,
            ParentId: permissionSetsOf(rows, userId)
        })
    );
}
