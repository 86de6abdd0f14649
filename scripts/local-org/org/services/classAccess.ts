import { permissionSetsOf } from '../../platform/setup/permissionSets.ts';
import { findOne } from '../../platform/store/types.ts';
import type { LocalOrg } from '../localOrg.ts';

/** Whether a profile or permission set of the user includes the class; Author Apex includes all. */
export function hasClassAccess({ platform }: LocalOrg, userId: string, className: string): boolean {
    const { rows } = platform;
    if (platform.hasUserPermission(userId, 'AuthorApex')) {
        return true;
    }
    const apexClass = findOne(rows, 'ApexClass', { Name: className });
    return (
        apexClass !== undefined &&
        rows.has('SetupEntityAccess', {
            SetupEntityId: apexClass.id,
            ParentId: permissionSetsOf(rows, userId)
        })
    );
}
