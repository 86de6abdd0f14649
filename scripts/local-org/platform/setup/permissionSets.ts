import type { SetupStore } from '../store/types.ts';

/** Ids of the permission sets that a user holds: the profile's own, assigned ones, those of groups. */
export function permissionSetsOf(rows: SetupStore, userId: string): readonly string[] {
    return rows
        .find('PermissionSetAssignment', { AssigneeId: userId })
        .filter((row) => row.values['IsActive'] !== false)
        .map((row) => String(row.values['PermissionSetId']));
}
