import { beforeEach, describe, expect, it } from '@jest/globals';
import { openTestOrg, testUser, type TestOrg } from '../../testing/orgFixture.ts';
import type { ObjectMetadata } from '../../schema/metadata.ts';

const ORDER: ObjectMetadata = {
    fullName: 'Purchase__c',
    label: 'Purchase',
    pluralLabel: 'Purchases',
    nameField: { type: 'AutoNumber', displayFormat: 'P-{0000}' },
    fields: [
        {
            fullName: 'Account__c',
            type: 'Lookup',
            referenceTo: 'Account',
            relationshipName: 'Purchases'
        },
        {
            fullName: 'Vendor__c',
            type: 'Lookup',
            referenceTo: 'Account',
            relationshipName: 'Sales',
            deleteConstraint: 'Restrict'
        },
        { fullName: 'Key__c', type: 'Text', length: 10, externalId: true, unique: true },
        { fullName: 'Amount__c', type: 'Currency', precision: 5, scale: 2 },
        { fullName: 'Due__c', type: 'Date', defaultValue: 'TODAY() + 30' },
        { fullName: 'Open__c', type: 'Checkbox', defaultValue: 'true' },
        {
            fullName: 'State__c',
            type: 'Picklist',
            valueSet: {
                restricted: true,
                values: [{ fullName: 'New', default: true }, { fullName: 'Done' }]
            }
        },
        {
            fullName: 'Total__c',
            type: 'Summary',
            summaryOperation: 'sum',
            summarizedField: 'Item__c.Price__c',
            summaryForeignKey: 'Item__c.Purchase__c',
            summaryFilterItems: [
                { field: 'Item__c.Price__c', operation: 'greaterThan', value: '1' }
            ]
        }
    ],
    validationRules: [
        {
            fullName: 'No_Reopening',
            active: true,
            errorConditionFormula:
                'AND(NOT(ISNEW()), ISPICKVAL(PRIORVALUE(State__c), "Done"), ISCHANGED(State__c))',
            errorMessage: 'A done purchase stays done.',
            errorDisplayField: 'State__c'
        }
    ]
};

const ITEM: ObjectMetadata = {
    fullName: 'Item__c',
    label: 'Item',
    pluralLabel: 'Items',
    nameField: { type: 'Text' },
    fields: [
        {
            fullName: 'Purchase__c',
            type: 'MasterDetail',
            referenceTo: 'Purchase__c',
            relationshipName: 'Items'
        },
        { fullName: 'Price__c', type: 'Number', precision: 10, scale: 2 }
    ]
};

let org: TestOrg;

beforeEach(() => {
    org = openTestOrg([ORDER, ITEM]);
});

describe('A new record', () => {
    it('gets owner, author, dates and defaults', () => {
        org.insert('Purchase__c', {});
        const [row] = org.query(
            'SELECT Name, OwnerId, CreatedById, CreatedDate, Due__c, Open__c, State__c, Total__c FROM Purchase__c'
        );
        expect(row?.values).toMatchObject({
            Name: 'P-0001',
            OwnerId: org.userId,
            CreatedById: org.userId,
            CreatedDate: '2026-03-15T12:00:00.000Z',
            Due__c: '2026-04-14',
            Open__c: true,
            State__c: 'New',
            Total__c: 0
        });
    });

    it('keeps numbers to their scale and dates to the second', () => {
        org.insert('Purchase__c', { Amount__c: 10.126 });
        expect(org.column('SELECT Amount__c FROM Purchase__c', 'Amount__c')).toEqual([10.13]);
    });

    it('has the name of a person made of its parts', () => {
        org.insert('Contact', { FirstName: 'Bo', LastName: 'Berg' });
        expect(org.column('SELECT Name FROM Contact', 'Name')).toEqual(['Bo Berg']);
    });

    it('finds its parent by external id', () => {
        org.insert('Purchase__c', { Key__c: 'k1' });
        org.insert('Item__c', { 'Purchase__r.Key__c': 'K1', Price__c: 2 });
        expect(org.column('SELECT Purchase__r.Key__c FROM Item__c', 'Purchase__r.Key__c')).toEqual([
            'k1'
        ]);
    });
});

describe('The database refuses', () => {
    it.each([
        [
            'a missing required field',
            'Contact',
            { FirstName: 'Bo' },
            'REQUIRED_FIELD_MISSING, Required fields are missing: [LastName]: [LastName]'
        ],
        [
            'text that is too long',
            'Purchase__c',
            { Key__c: '12345678901' },
            'STRING_TOO_LONG, Key__c: data value too large: 12345678901 (max length=10): [Key__c]'
        ],
        [
            'a number with too many digits',
            'Purchase__c',
            { Amount__c: 1000 },
            'NUMBER_OUTSIDE_VALID_RANGE, Amount__c: value outside of valid range on numeric field: 1000: [Amount__c]'
        ],
        [
            'a value outside a restricted picklist',
            'Purchase__c',
            { State__c: 'Lost' },
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, State__c: bad value for restricted picklist field: Lost: [State__c]'
        ],
        [
            'a bad e-mail address',
            'Contact',
            { LastName: 'Berg', Email: 'nobody' },
            'INVALID_EMAIL_ADDRESS, Email: invalid email address: nobody: [Email]'
        ],
        [
            'a lookup to nothing',
            'Contact',
            { LastName: 'Berg', AccountId: '001000000000001AAA' },
            'INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []'
        ],
        [
            'a lookup to another object',
            'Contact',
            { LastName: 'Berg', AccountId: '500000000000001AAA' },
            'FIELD_INTEGRITY_EXCEPTION, Account ID: id value of incorrect type: 500000000000001AAA: [AccountId]'
        ],
        [
            'an Id in an insert',
            'Account',
            { Id: '001000000000001AAA', Name: 'A' },
            'INVALID_FIELD_FOR_INSERT_UPDATE, cannot specify Id in an insert call: [Id]'
        ]
    ])('%s', (_, type, values, message) => {
        expect(org.failure(() => org.insert(type, values))).toBe(message);
    });

    it('a value that a unique field has already', () => {
        const [id = ''] = org.insert('Purchase__c', { Key__c: 'k1' });
        expect(org.failure(() => org.insert('Purchase__c', { Key__c: 'K1' }))).toBe(
            `DUPLICATE_VALUE, duplicate value found: Key__c duplicates value on record with id: ${id.slice(0, 15)}: []`
        );
    });

    it('a permission set that the user holds already', () => {
        const [AssigneeId = ''] = org.database.seed([{ type: 'User', values: testUser('Bo', {}) }]);
        const [PermissionSetId = ''] = org.database.seed([
            { type: 'PermissionSet', values: { Name: 'Reader', Label: 'Reader' } }
        ]);
        const assign = () => org.insert('PermissionSetAssignment', { AssigneeId, PermissionSetId });
        assign();
        expect(org.failure(assign)).toBe(
            `DUPLICATE_VALUE, Duplicate PermissionSetAssignment. Assignee: ${AssigneeId.slice(0, 15)}; Permission Set: ${PermissionSetId.slice(0, 15)}: []`
        );
    });

    it('what a validation rule finds', () => {
        const [Id = ''] = org.insert('Purchase__c', { State__c: 'Done' });
        expect(
            org.failure(() => org.save('update', 'Purchase__c', [{ Id, State__c: 'New' }]))
        ).toBe('FIELD_CUSTOM_VALIDATION_EXCEPTION, A done purchase stays done.: [State__c]');
    });

    it('an inactive owner', () => {
        const [OwnerId = ''] = org.database.seed([
            { type: 'User', values: testUser('Gone', { IsActive: false }) }
        ]);
        expect(org.failure(() => org.insert('Account', { Name: 'A', OwnerId }))).toBe(
            `INACTIVE_OWNER_OR_USER, operation performed with inactive user [${OwnerId}] as owner of account: []`
        );
    });

    it('to update a record that is gone or was never there', () => {
        const [Id = ''] = org.insert('Account', { Name: 'A' });
        org.save('delete', 'Account', [{ Id }]);
        const update = (id: string) =>
            org.failure(() => org.save('update', 'Account', [{ Id: id, Name: 'B' }]));
        expect(update(Id)).toBe('ENTITY_IS_DELETED, entity is deleted: []');
        expect(update('001000000000001AAA')).toBe(
            'INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []'
        );
    });

    it('to save users with roles after other records', () => {
        const message = org.failure(() =>
            org.database.transaction(() => {
                org.insert('Account', { Name: 'A' });
                org.insert('UserRole', { Name: 'Boss' });
            })
        );
        expect(message).toBe(
            'MIXED_DML_OPERATION, DML operation on setup object is not permitted after you have ' +
                'updated a non-setup object (or vice versa): UserRole, original object: Account: []'
        );
    });
});

describe('All or none', () => {
    it('keeps nothing when one row fails', () => {
        org.failure(() => org.insert('Contact', { LastName: 'Berg' }, { FirstName: 'Bo' }));
        expect(org.query('SELECT Id FROM Contact')).toEqual([]);
    });

    it('switched off keeps the good rows and tells about the others', () => {
        const results = org.tryInsert('Contact', { LastName: 'Berg' }, { FirstName: 'Bo' });
        expect(results.map((result) => result.success)).toEqual([true, false]);
        expect(org.column('SELECT LastName FROM Contact', 'LastName')).toEqual(['Berg']);
    });
});

describe('Upsert', () => {
    it('by external id changes what is there and makes what is not', () => {
        org.insert('Purchase__c', { Key__c: 'k1', Amount__c: 1 });
        const results = org.database.dml(
            {
                operation: 'upsert',
                externalIdField: 'Key__c',
                allOrNone: true,
                rows: [
                    { type: 'Purchase__c', values: { Key__c: 'K1', Amount__c: 2 } },
                    { type: 'Purchase__c', values: { Key__c: 'k2' } }
                ]
            },
            org.context
        );
        expect(results.map((result) => result.created)).toEqual([false, true]);
        expect(
            org.column('SELECT Amount__c FROM Purchase__c ORDER BY Key__c', 'Amount__c')
        ).toEqual([2, null]);
    });
});

describe('Roll-up summaries', () => {
    it('follow their children, as far as the filter takes them', () => {
        const [purchase = ''] = org.insert('Purchase__c', {});
        const [item = ''] = org.insert(
            'Item__c',
            { Purchase__c: purchase, Price__c: 3 },
            { Purchase__c: purchase, Price__c: 4.5 },
            { Purchase__c: purchase, Price__c: 1 }
        );
        const total = () => org.column('SELECT Total__c FROM Purchase__c', 'Total__c');
        expect(total()).toEqual([7.5]);
        org.save('delete', 'Item__c', [{ Id: item }]);
        expect(total()).toEqual([4.5]);
    });
});

describe('Deleting', () => {
    it('takes details along, empties lookups, and undelete brings both back', () => {
        const [account = ''] = org.insert('Account', { Name: 'A' });
        org.insert('Contact', { LastName: 'Berg', AccountId: account });
        org.insert('Purchase__c', { Account__c: account });
        org.save('delete', 'Account', [{ Id: account }]);
        expect(org.query('SELECT Id FROM Contact')).toEqual([]);
        expect(org.query('SELECT Id FROM Contact ALL ROWS')).toHaveLength(1);
        expect(org.column('SELECT Account__c FROM Purchase__c', 'Account__c')).toEqual([null]);
        org.save('undelete', 'Account', [{ Id: account }]);
        expect(org.query('SELECT Id FROM Contact')).toHaveLength(1);
        expect(org.column('SELECT Account__c FROM Purchase__c', 'Account__c')).toEqual([account]);
    });

    it('is refused where a lookup says so', () => {
        const [account = ''] = org.insert('Account', { Name: 'Acme' });
        org.insert('Purchase__c', { Vendor__c: account });
        expect(org.failure(() => org.save('delete', 'Account', [{ Id: account }]))).toBe(
            'DELETE_FAILED, Your attempt to delete Acme could not be completed because it is ' +
                'associated with the following purchases.: P-0001\n: []'
        );
    });
});

describe('Merging', () => {
    it('moves children to the master and deletes the others', () => {
        const [master = '', loser = ''] = org.insert('Account', { Name: 'A' }, { Name: 'B' });
        org.insert('Contact', { LastName: 'Berg', AccountId: loser });
        org.database.dml(
            {
                operation: 'merge',
                rows: [{ type: 'Account', values: { Id: master, Site: 'North' } }],
                mergeIds: [loser],
                allOrNone: true
            },
            org.context
        );
        expect(org.column('SELECT AccountId FROM Contact', 'AccountId')).toEqual([master]);
        expect(
            org.query('SELECT Name, MasterRecordId FROM Account WHERE IsDeleted = true ALL ROWS')[0]
        ).toMatchObject({ values: { Name: 'B', MasterRecordId: master } });
    });
});

describe('Files', () => {
    it('get their document and the link to where they were published', () => {
        const [account = ''] = org.insert('Account', { Name: 'A' });
        org.insert('ContentVersion', {
            PathOnClient: 'notes.txt',
            VersionData: Buffer.from('hello').toString('base64'),
            FirstPublishLocationId: account
        });
        expect(
            org.query('SELECT Title, FileType, ContentSize FROM ContentDocument')[0]?.values
        ).toMatchObject({ Title: 'notes', FileType: 'TXT', ContentSize: 5 });
        expect(
            org.query('SELECT Id FROM ContentDocumentLink WHERE LinkedEntityId = :a', {
                a: account
            })
        ).toHaveLength(1);
    });
});

describe('Savepoints', () => {
    it('undo what came after them, tables and all', () => {
        org.database.transaction(() => {
            const savepoint = org.database.setSavepoint();
            org.insert('Purchase__c', {});
            org.database.rollback(savepoint);
        });
        expect(org.query('SELECT Id FROM Purchase__c')).toEqual([]);
    });
});
