import {
    cascading,
    fixed,
    longText,
    lookup,
    picklist,
    readOnly,
    required,
    text,
    typed,
    type StandardOverlays
} from './traits.ts';

/** What notes, files and activities can be about. */
const ABOUT = [
    'Account',
    'Asset',
    'Campaign',
    'Case',
    'Contract',
    'Opportunity',
    'Order',
    'Product2',
    'Solution'
];

/** Cases, activities, e-mail, notes and old attachments. */
export const SERVICE: StandardOverlays = {
    Case: {
        keyPrefix: '500',
        sharingModel: 'ReadWrite',
        nameField: 'CaseNumber',
        fields: {
            CaseNumber: readOnly(
                text(30, {
                    nameField: true,
                    autoNumber: true,
                    displayFormat: '{00000000}',
                    nillable: false
                })
            ),
            AccountId: lookup('Account', 'Cases'),
            ContactId: lookup('Contact', 'Cases'),
            AssetId: lookup('Asset', 'Cases'),
            ParentId: lookup('Case', 'Cases'),
            OwnerId: lookup(['Group', 'User']),
            MasterRecordId: readOnly(lookup('Case')),
            Subject: text(255),
            Description: longText(32000),
            Comments: longText(4000),
            Status: picklist('New*', 'Working', 'Escalated', 'Closed'),
            Priority: picklist('High', 'Medium*', 'Low'),
            Origin: picklist('Phone', 'Email', 'Web'),
            Type: picklist('Mechanical', 'Electrical', 'Electronic', 'Structural', 'Other'),
            Reason: picklist(
                'Installation',
                'Equipment Complexity',
                'Performance',
                'Breakdown',
                'Equipment Design',
                'Feedback',
                'Other'
            ),
            IsClosed: readOnly(),
            IsClosedOnCreate: readOnly(),
            ClosedDate: readOnly(),
            ContactEmail: readOnly(typed('email')),
            ContactPhone: readOnly(typed('phone')),
            ContactMobile: readOnly(typed('phone')),
            ContactFax: readOnly(typed('phone')),
            SuppliedName: text(80),
            SuppliedEmail: typed('email'),
            SuppliedPhone: text(40),
            SuppliedCompany: text(80)
        }
    },
    CaseComment: {
        keyPrefix: '00a',
        sharingModel: 'ControlledByParent',
        nameField: '',
        fields: {
            ParentId: required(fixed(lookup('Case', 'CaseComments', cascading))),
            CommentBody: longText(4000, { label: 'Body' })
        }
    },
    CaseContactRole: {
        keyPrefix: '03j',
        nameField: '',
        fields: {
            CasesId: required(lookup('Case', 'CaseContactRoles', cascading)),
            ContactId: required(lookup('Contact', 'CaseContactRoles', cascading))
        }
    },
    Task: {
        keyPrefix: '00T',
        sharingModel: 'Private',
        nameField: 'Subject',
        fields: {
            Subject: typed('combobox', {
                length: 255,
                nameField: true,
                picklistValues:
                    picklist('Call', 'Email', 'Send Letter', 'Send Quote', 'Other')
                        .picklistValues ?? []
            }),
            WhoId: lookup(['Contact', 'Lead'], 'Tasks', { label: 'Name ID', ...cascading }),
            WhatId: lookup(ABOUT, 'Tasks', { label: 'Related To ID', ...cascading }),
            OwnerId: lookup(['Group', 'User'], null, { label: 'Assigned To ID' }),
            AccountId: readOnly(lookup('Account')),
            Status: required(
                picklist(
                    'Not Started*',
                    'In Progress',
                    'Completed',
                    'Waiting on someone else',
                    'Deferred'
                )
            ),
            Priority: required(picklist('High', 'Normal*', 'Low')),
            IsClosed: readOnly(),
            IsHighPriority: readOnly(),
            WhoCount: readOnly(),
            WhatCount: readOnly(),
            TaskSubtype: picklist('Task*', 'Email', 'ListEmail', 'Cadence', 'Call', 'LinkedIn'),
            Description: longText(32000, { label: 'Description' })
        }
    },
    Event: {
        keyPrefix: '00U',
        sharingModel: 'Private',
        nameField: 'Subject',
        fields: {
            Subject: typed('combobox', { length: 255, nameField: true }),
            WhoId: lookup(['Contact', 'Lead'], 'Events', { label: 'Name ID', ...cascading }),
            WhatId: lookup(ABOUT, 'Events', { label: 'Related To ID', ...cascading }),
            OwnerId: lookup(['Calendar', 'User'], null, { label: 'Assigned To ID' }),
            AccountId: readOnly(lookup('Account')),
            Location: text(255),
            DurationInMinutes: typed('integer'),
            WhoCount: readOnly(),
            WhatCount: readOnly(),
            ShowAs: picklist('Busy*', 'OutOfOffice', 'Free'),
            Description: longText(32000)
        }
    },
    EmailMessage: {
        keyPrefix: '02s',
        nameField: 'Subject',
        fields: {
            ParentId: lookup('Case', 'EmailMessages', cascading),
            RelatedToId: lookup(['Case', ...ABOUT], 'Emails'),
            Subject: text(3000, { nameField: true }),
            TextBody: longText(131072),
            HtmlBody: longText(131072, { htmlFormatted: true }),
            Headers: longText(131072),
            FromAddress: typed('email', { length: 1000 }),
            ToAddress: text(4000),
            CcAddress: text(4000),
            BccAddress: text(4000),
            Status: picklist('New*', 'Read', 'Replied', 'Sent', 'Forwarded', 'Draft')
        }
    },
    Note: {
        keyPrefix: '002',
        sharingModel: 'ControlledByParent',
        nameField: 'Title',
        fields: {
            ParentId: required(fixed(lookup(['Contact', 'Lead', ...ABOUT], 'Notes', cascading))),
            OwnerId: lookup('User'),
            Title: required(text(80, { nameField: true })),
            Body: longText(32000)
        }
    },
    Attachment: {
        keyPrefix: '00P',
        sharingModel: 'ControlledByParent',
        fields: {
            Name: required(text(255, { label: 'File Name', nameField: true })),
            ParentId: required(
                fixed(
                    lookup(
                        ['Contact', 'EmailMessage', 'Event', 'Lead', 'Task', ...ABOUT],
                        'Attachments',
                        cascading
                    )
                )
            ),
            OwnerId: lookup(['Calendar', 'User']),
            Body: required(),
            BodyLength: readOnly(),
            ContentType: text(120),
            Description: longText(500)
        }
    },
    Solution: {
        keyPrefix: '501',
        nameField: 'SolutionName',
        fields: { SolutionName: required(text(255, { nameField: true })) }
    },
    BusinessHours: { keyPrefix: '01m', kind: 'setup' },
    TaskStatus: { keyPrefix: '01R', kind: 'setup', nameField: 'MasterLabel' },
    CaseStatus: { keyPrefix: '01J', kind: 'setup', nameField: 'MasterLabel' },
    LeadStatus: { keyPrefix: '01I', kind: 'setup', nameField: 'MasterLabel' },
    OpportunityStage: { keyPrefix: '01l', kind: 'setup', nameField: 'MasterLabel' }
};
