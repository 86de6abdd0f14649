import { permissionSetsOf } from '../setup/permissionSets.ts';
import type { SetupStore } from '../store/types.ts';
import type { ExternalCredential, Principal } from './definitions.ts';

/** What a user may do with the stored tokens of external credentials (UserExternalCredential). */
export interface TokenRights {
    readonly read: boolean;
    readonly create: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
    readonly modifyAll: boolean;
}

const NO_RIGHTS: TokenRights = {
    read: false,
    create: false,
    edit: false,
    delete: false,
    modifyAll: false
};

/** The principal that acts for a user: of those granted, the one with the lowest sequence number. */
export function principalFor(
    rows: SetupStore,
    credential: ExternalCredential,
    userId: string
): Principal | undefined {
    const granted = new Set(
        rows
            .find('SetupEntityAccess', {
                ParentId: permissionSetsOf(rows, userId),
                SetupEntityId: credential.principals.map((principal) => principal.id)
            })
            .map((row) => row.values['SetupEntityId'])
    );
    return [...credential.principals]
        .sort((a, b) => a.sequence - b.sequence)
        .find((principal) => granted.has(principal.id));
}

/** The union over the user's profile, permission sets and groups. */
export function tokenRights(rows: SetupStore, userId: string): TokenRights {
    const permissions = rows.find('ObjectPermissions', {
        ParentId: permissionSetsOf(rows, userId),
        SobjectType: 'UserExternalCredential'
    });
    const any = (field: string): boolean => permissions.some((row) => row.values[field] === true);
    return permissions.length === 0
        ? NO_RIGHTS
        : {
              read: any('PermissionsRead'),
              create: any('PermissionsCreate'),
              edit: any('PermissionsEdit'),
              delete: any('PermissionsDelete'),
              modifyAll: any('PermissionsModifyAllRecords')
          };
}
