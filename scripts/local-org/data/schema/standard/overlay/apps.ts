import {
    fixed,
    longText,
    lookup,
    readOnly,
    required,
    text,
    typed,
    type StandardOverlays
} from './traits.ts';

const noDml = { createable: false, updateable: false, deletable: false } as const;

/** Connected apps, code, jobs, credentials and the org's own description. */
export const APPS: StandardOverlays = {
    ConnectedApplication: {
        keyPrefix: '0H4',
        kind: 'setup',
        createable: false,
        fields: { Name: required(text(255, { nameField: true })) }
    },
    ExternalClientApplication: {
        keyPrefix: '0xI',
        kind: 'setup',
        createable: false,
        nameField: 'DeveloperName',
        fields: { DeveloperName: required(text(80, { nameField: true })) }
    },
    AppMenuItem: {
        keyPrefix: '0DS',
        kind: 'setup',
        ...noDml,
        fields: { ApplicationId: lookup(['ConnectedApplication', 'TabSet']), Name: text(80) }
    },
    UserAppMenuItem: {
        keyPrefix: '0Ds',
        kind: 'setup',
        ...noDml,
        fields: { ApplicationId: lookup(['ConnectedApplication', 'TabSet']), Name: text(80) }
    },
    ApexClass: {
        keyPrefix: '01p',
        kind: 'setup',
        ...noDml,
        fields: {
            Name: required(text(255, { nameField: true })),
            Body: longText(1000000),
            NamespacePrefix: text(15)
        }
    },
    ApexTrigger: {
        keyPrefix: '01q',
        kind: 'setup',
        ...noDml,
        fields: { Name: required(text(255, { nameField: true })), Body: longText(1000000) }
    },
    ApexPage: { keyPrefix: '066', kind: 'setup', ...noDml },
    ApexComponent: { keyPrefix: '099', kind: 'setup', ...noDml },
    ApexLog: { keyPrefix: '07L', nameField: '', createable: false },
    ApexTestQueueItem: { keyPrefix: '709', nameField: '' },
    AsyncApexJob: {
        keyPrefix: '707',
        nameField: '',
        ...noDml,
        fields: {
            ApexClassId: lookup('ApexClass'),
            ParentJobId: lookup('AsyncApexJob', 'AsyncApex'),
            CronTriggerId: lookup('CronTrigger'),
            ExtendedStatus: text(255)
        }
    },
    CronTrigger: {
        keyPrefix: '08e',
        nameField: '',
        ...noDml,
        fields: { CronJobDetailId: lookup('CronJobDetail'), OwnerId: lookup('User') }
    },
    CronJobDetail: { keyPrefix: '08a', ...noDml, fields: { Name: text(255) } },
    NamedCredential: {
        keyPrefix: '0XA',
        kind: 'setup',
        createable: false,
        nameField: 'DeveloperName',
        fields: { DeveloperName: required(text(80, { nameField: true })), MasterLabel: text(80) }
    },
    AuthProvider: { keyPrefix: '0SO', kind: 'setup', nameField: 'DeveloperName' },
    Publisher: { keyPrefix: '0Pb', ...noDml },
    EntityDefinition: {
        keyPrefix: '4ie',
        nameField: '',
        ...noDml,
        fields: { QualifiedApiName: text(70), DurableId: text(100), Label: text(80) }
    },
    FieldDefinition: {
        keyPrefix: '4fe',
        nameField: '',
        ...noDml,
        fields: {
            QualifiedApiName: text(70),
            EntityDefinitionId: {
                type: 'string',
                referenceTo: ['EntityDefinition'],
                relationshipName: 'EntityDefinition'
            }
        }
    },
    PlatformCachePartition: { keyPrefix: '0Er', kind: 'setup', nameField: 'DeveloperName' },
    CustomNotificationType: { keyPrefix: '0ML', kind: 'setup', nameField: 'DeveloperName' },
    FlowDefinitionView: { keyPrefix: '3dd', nameField: 'Label', ...noDml },
    EventBusSubscriber: { keyPrefix: '06r', nameField: '', ...noDml },
    PackageLicense: { keyPrefix: '050', kind: 'setup', nameField: '' },
    SetupAuditTrail: { keyPrefix: '0Ym', nameField: '', ...noDml },
    ListView: { keyPrefix: '00B', kind: 'setup', ...noDml },
    RecentlyViewed: { keyPrefix: '0E9', ...noDml, fields: { Name: readOnly(text(255)) } },
    ProcessInstance: { keyPrefix: '04g', nameField: '', ...noDml },
    DuplicateRule: { keyPrefix: '0Bm', kind: 'setup', nameField: 'DeveloperName' },
    Report: { keyPrefix: '00O', kind: 'setup' },
    Dashboard: { keyPrefix: '01Z', kind: 'setup', nameField: 'Title' },
    Holiday: { keyPrefix: '0C0', fields: { ActivityDate: typed('date') } },
    OauthToken: { keyPrefix: '0CQ', nameField: '', ...noDml, fields: { AppName: fixed() } }
};
