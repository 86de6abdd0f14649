import type { Row } from '../../../../data/types.ts';
import type { RunningUser } from '../../org/ports.ts';

/** An administrator in New York. */
export const ADA: RunningUser = {
    id: '005000000000001AAA',
    username: 'ada@example.com',
    name: 'Ada Lovelace',
    firstName: 'Ada',
    lastName: 'Lovelace',
    email: 'ada@example.com',
    profileId: '00e000000000001AAA',
    roleId: null,
    userType: 'Standard',
    language: 'en_US',
    locale: 'en_US',
    timeZone: 'America/New_York'
};

export const ORGANIZATION_ID = '00D000000000001EAA';

/** The rows of the organization, of Ada and of her profile. */
export const SETUP_ROWS: readonly Row[] = [
    { type: 'Organization', values: { Id: ORGANIZATION_ID, Name: 'Test Org' } },
    { type: 'Profile', values: { Id: ADA.profileId, Name: 'System Administrator' } },
    {
        type: 'PermissionSet',
        values: {
            Name: `X${ADA.profileId}`,
            Label: 'Admin',
            IsOwnedByProfile: true,
            ProfileId: ADA.profileId,
            PermissionsModifyAllData: true,
            PermissionsViewAllData: true
        }
    },
    {
        type: 'User',
        values: {
            Id: ADA.id,
            Username: ADA.username,
            LastName: 'Lovelace',
            ProfileId: ADA.profileId,
            TimeZoneSidKey: ADA.timeZone,
            LocaleSidKey: ADA.locale,
            IsActive: true
        }
    }
];
