import {
    cascading,
    fixed,
    longText,
    lookup,
    picklist,
    readOnly,
    required,
    restricted,
    text,
    typed,
    type StandardOverlays
} from './traits.ts';

/** What a file can be shared with, custom objects aside. */
const LINKABLE = [
    'Account',
    'Asset',
    'Campaign',
    'Case',
    'CollaborationGroup',
    'Contact',
    'ContentWorkspace',
    'Contract',
    'EmailMessage',
    'Event',
    'Lead',
    'Opportunity',
    'Order',
    'Organization',
    'Product2',
    'Task',
    'User'
];

/** Files. */
export const CONTENT: StandardOverlays = {
    ContentDocument: {
        keyPrefix: '069',
        nameField: 'Title',
        createable: false,
        fields: {
            Title: required(text(255, { nameField: true })),
            OwnerId: lookup('User'),
            LatestPublishedVersionId: readOnly(lookup('ContentVersion')),
            Description: longText(1000),
            FileType: readOnly(text(20)),
            FileExtension: readOnly(text(40)),
            ContentSize: readOnly(typed('integer'))
        }
    },
    ContentVersion: {
        keyPrefix: '068',
        nameField: 'Title',
        deletable: false,
        fields: {
            ContentDocumentId: fixed(lookup('ContentDocument', 'ContentVersions', cascading)),
            FirstPublishLocationId: fixed(lookup(LINKABLE)),
            Title: required(text(255, { nameField: true })),
            PathOnClient: fixed(text(500)),
            VersionData: {},
            IsLatest: readOnly(),
            VersionNumber: readOnly(text(20)),
            ContentSize: readOnly(typed('integer')),
            Checksum: readOnly(text(50)),
            FileType: readOnly(text(20)),
            FileExtension: readOnly(text(40)),
            PublishStatus: readOnly(picklist('U', 'P', 'R')),
            Origin: fixed({ ...picklist('C*', 'H') }),
            ContentLocation: fixed({ ...picklist('S*', 'E', 'L', 'K') }),
            SharingOption: picklist('A*', 'R'),
            SharingPrivacy: picklist('N*', 'P'),
            OwnerId: lookup('User'),
            Description: longText(1000)
        }
    },
    ContentDocumentLink: {
        keyPrefix: '06A',
        nameField: '',
        fields: {
            ContentDocumentId: required(
                fixed(lookup('ContentDocument', 'ContentDocumentLinks', cascading))
            ),
            LinkedEntityId: required(fixed(lookup(LINKABLE, 'ContentDocumentLinks', cascading))),
            ShareType: restricted('V*', 'C', 'I'),
            Visibility: restricted('AllUsers*', 'InternalUsers', 'SharedUsers')
        }
    },
    ContentWorkspace: { keyPrefix: '058' },
    ContentDistribution: { keyPrefix: '05D' },
    Document: { keyPrefix: '015' },
    Folder: { keyPrefix: '00l', kind: 'setup' },
    StaticResource: { keyPrefix: '081', kind: 'setup' },
    EmailTemplate: { keyPrefix: '00X', kind: 'setup' },
    CollaborationGroup: { keyPrefix: '0F9' },
    FeedItem: {
        keyPrefix: '0D5',
        nameField: '',
        fields: { Body: longText(10000), ParentId: required() }
    },
    FeedComment: { keyPrefix: '0D7', nameField: '', fields: { CommentBody: longText(10000) } }
};
