import {
    cascading,
    fixed,
    lookup,
    readOnly,
    required,
    text,
    type StandardOverlays
} from './traits.ts';

const inPermissionSet = (children: string) =>
    required(fixed(lookup('PermissionSet', children, cascading)));

/** What grants access: permission sets, their parts, and what they give access to. */
export const PERMISSIONS: StandardOverlays = {
    PermissionSet: {
        keyPrefix: '0PS',
        kind: 'setup',
        fields: {
            Name: required(text(80, { nameField: true, label: 'API Name' })),
            Label: required(text(80)),
            Description: text(255),
            ProfileId: readOnly(lookup('Profile')),
            PermissionSetGroupId: lookup('PermissionSetGroup'),
            LicenseId: fixed(lookup(['PermissionSetLicense', 'UserLicense'])),
            IsOwnedByProfile: readOnly(),
            IsCustom: readOnly({ defaultValue: true }),
            Type: readOnly({ type: 'picklist', defaultValue: 'Regular' })
        }
    },
    PermissionSetGroup: {
        keyPrefix: '0PG',
        kind: 'setup',
        nameField: 'DeveloperName',
        fields: {
            DeveloperName: required(text(80, { nameField: true })),
            MasterLabel: required(text(80)),
            Status: { type: 'picklist', defaultValue: 'Updated' }
        }
    },
    PermissionSetGroupComponent: {
        keyPrefix: '0PM',
        kind: 'setup',
        nameField: '',
        fields: {
            PermissionSetGroupId: required(
                lookup('PermissionSetGroup', 'PermissionSetGroupComponents', cascading)
            ),
            PermissionSetId: required(
                lookup('PermissionSet', 'PermissionSetGroupComponents', cascading)
            )
        }
    },
    PermissionSetAssignment: {
        keyPrefix: '0Pa',
        kind: 'setup',
        nameField: '',
        updateable: false,
        fields: {
            AssigneeId: required(lookup('User', 'PermissionSetAssignments')),
            PermissionSetId: lookup('PermissionSet', 'Assignments', cascading),
            PermissionSetGroupId: lookup('PermissionSetGroup', 'Assignments', cascading),
            IsActive: readOnly({ defaultValue: true })
        }
    },
    PermissionSetLicense: { keyPrefix: '0PL', kind: 'setup', nameField: 'MasterLabel' },
    PermissionSetLicenseAssign: { keyPrefix: '2LA', kind: 'setup', nameField: '' },
    ObjectPermissions: {
        keyPrefix: '110',
        kind: 'setup',
        nameField: '',
        fields: {
            ParentId: inPermissionSet('ObjectPerms'),
            SobjectType: required(fixed(text(40)))
        }
    },
    FieldPermissions: {
        keyPrefix: '01k',
        kind: 'setup',
        nameField: '',
        fields: {
            ParentId: inPermissionSet('FieldPerms'),
            SobjectType: required(fixed(text(40))),
            Field: required(fixed(text(255)))
        }
    },
    SetupEntityAccess: {
        keyPrefix: '0J0',
        kind: 'setup',
        nameField: '',
        updateable: false,
        fields: {
            ParentId: inPermissionSet('SetupEntityAccessItems'),
            SetupEntityId: required(
                lookup([
                    'ApexClass',
                    'ApexPage',
                    'ConnectedApplication',
                    'CustomPermission',
                    'ExternalClientApplication',
                    'TabSet'
                ])
            ),
            SetupEntityType: readOnly(text(40))
        }
    },
    CustomPermission: {
        keyPrefix: '0CP',
        kind: 'setup',
        nameField: 'DeveloperName',
        fields: {
            DeveloperName: required(text(80, { nameField: true })),
            MasterLabel: required(text(80)),
            Description: text(255)
        }
    },
    MutingPermissionSet: { keyPrefix: '0QM', kind: 'setup', nameField: 'DeveloperName' },
    UserRecordAccess: {
        keyPrefix: '0J1',
        nameField: '',
        createable: false,
        updateable: false,
        deletable: false,
        fields: {
            RecordId: { type: 'picklist' },
            UserId: lookup('User'),
            MaxAccessLevel: { type: 'picklist' }
        }
    }
};
