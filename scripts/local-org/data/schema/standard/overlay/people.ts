import {
    address,
    cascading,
    fixed,
    longText,
    lookup,
    personName,
    picklist,
    readOnly,
    required,
    restricted,
    text,
    typed,
    type StandardOverlays
} from './traits.ts';

/** Users, roles, groups and the organization. */
export const PEOPLE: StandardOverlays = {
    User: {
        keyPrefix: '005',
        kind: 'setup',
        sharingModel: 'Read',
        deletable: false,
        fields: {
            ...personName(80),
            ...address(''),
            Username: required(text(80, { unique: true })),
            Alias: required(text(8)),
            Email: required(typed('email', { length: 128 })),
            CommunityNickname: text(40),
            ProfileId: required(lookup('Profile', 'Users')),
            UserRoleId: lookup('UserRole', 'Users'),
            ManagerId: lookup('User', 'ManagedUsers'),
            DelegatedApproverId: lookup(['Group', 'User']),
            ContactId: fixed(lookup('Contact', 'Users')),
            AccountId: readOnly(lookup('Account', 'Users')),
            IndividualId: lookup('Individual'),
            CallCenterId: lookup('CallCenter'),
            UserType: readOnly(
                picklist(
                    'Standard',
                    'PowerPartner',
                    'CSPLitePortal',
                    'CustomerSuccess',
                    'PowerCustomerSuccess',
                    'CsnOnly',
                    'Guest'
                )
            ),
            IsActive: { defaultValue: true },
            TimeZoneSidKey: required({ type: 'picklist' }),
            LocaleSidKey: required({ type: 'picklist' }),
            EmailEncodingKey: required({ type: 'picklist' }),
            LanguageLocaleKey: required({ type: 'picklist' }),
            FederationIdentifier: text(512),
            EmployeeNumber: text(20),
            Title: text(80),
            Department: text(80),
            Division: text(80),
            CompanyName: text(80),
            AboutMe: longText(1000),
            Signature: longText(1333)
        }
    },
    UserRole: {
        keyPrefix: '00E',
        kind: 'setup',
        fields: {
            Name: required(text(80, { nameField: true })),
            DeveloperName: text(80),
            ParentRoleId: { type: 'reference', referenceTo: ['UserRole'] }
        }
    },
    Profile: {
        keyPrefix: '00e',
        kind: 'setup',
        createable: false,
        deletable: false,
        fields: {
            Name: required(text(255, { nameField: true })),
            UserLicenseId: lookup('UserLicense'),
            Description: text(255)
        }
    },
    UserLicense: { keyPrefix: '100', kind: 'setup', createable: false, updateable: false },
    Group: {
        keyPrefix: '00G',
        kind: 'setup',
        fields: {
            Name: required(text(40, { nameField: true })),
            DeveloperName: text(80),
            RelatedId: readOnly(lookup(['User', 'UserRole'])),
            OwnerId: readOnly(lookup(['Organization', 'User'])),
            Type: fixed(
                restricted(
                    'Regular*',
                    'Role',
                    'RoleAndSubordinates',
                    'RoleAndSubordinatesInternal',
                    'Organization',
                    'Queue',
                    'CollaborationGroup',
                    'AllCustomerPortal'
                )
            ),
            DoesIncludeBosses: { defaultValue: true }
        }
    },
    GroupMember: {
        keyPrefix: '011',
        kind: 'setup',
        nameField: '',
        updateable: false,
        fields: {
            GroupId: required(lookup('Group', 'GroupMembers', cascading)),
            UserOrGroupId: required(lookup(['Group', 'User']))
        }
    },
    QueueSobject: {
        keyPrefix: '03g',
        kind: 'setup',
        nameField: '',
        fields: {
            QueueId: required(lookup('Group', 'QueueSobjects', cascading)),
            SobjectType: required(text(255))
        }
    },
    Organization: {
        keyPrefix: '00D',
        kind: 'setup',
        createable: false,
        deletable: false,
        fields: {
            Name: required(text(80, { nameField: true })),
            FiscalYearStartMonth: typed('integer', { defaultValue: 1 }),
            ...address('')
        }
    },
    RecordType: {
        keyPrefix: '012',
        kind: 'setup',
        deletable: false,
        fields: {
            Name: required(text(80, { nameField: true })),
            DeveloperName: required(text(80)),
            SobjectType: required(fixed(text(40))),
            IsActive: { defaultValue: true },
            BusinessProcessId: lookup('BusinessProcess'),
            Description: text(255)
        }
    },
    LoginHistory: { keyPrefix: '0Ya', nameField: '', createable: false },
    AuthSession: { keyPrefix: '0Ak', nameField: '', createable: false },
    Network: { keyPrefix: '0DB', kind: 'setup' },
    Site: { keyPrefix: '0DM', kind: 'setup' },
    Period: { keyPrefix: '026', nameField: '', createable: false },
    BusinessProcess: { keyPrefix: '019', kind: 'setup' },
    OrgWideEmailAddress: { keyPrefix: '0D2', kind: 'setup', nameField: 'DisplayName' }
};
