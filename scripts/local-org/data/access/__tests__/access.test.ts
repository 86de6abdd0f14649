import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ObjectMetadata } from '../../schema/metadata.ts';
import { openTestOrg, testUser, type TestOrg } from '../../testing/orgFixture.ts';
import type { AccessContext, FieldValue } from '../../types.ts';

const SECRET: ObjectMetadata = {
    fullName: 'Secret__c',
    label: 'Secret',
    sharingModel: 'Private',
    fields: [
        { fullName: 'Code__c', type: 'Text', length: 20 },
        { fullName: 'Kept__c', type: 'Text', length: 20 }
    ]
};

const DETAIL: ObjectMetadata = {
    fullName: 'Detail__c',
    label: 'Detail',
    sharingModel: 'ControlledByParent',
    fields: [
        {
            fullName: 'Secret__c',
            type: 'MasterDetail',
            referenceTo: 'Secret__c',
            relationshipName: 'Details'
        }
    ]
};

let org: TestOrg;
let profileSet: string;
let reader: string;
let boss: string;

const seed = (type: string, values: Readonly<Record<string, FieldValue>>): string =>
    org.database.seed([{ type, values }])[0] ?? '';

const asUser = (userId: string): AccessContext => ({ userId, mode: 'user', sharing: true });

const grant = (parentId: string, sobject: string, ...actions: readonly string[]) =>
    seed('ObjectPermissions', {
        ParentId: parentId,
        SobjectType: sobject,
        ...Object.fromEntries(actions.map((action) => [`Permissions${action}`, true]))
    });

const showField = (parentId: string, field: string, edit = false) =>
    seed('FieldPermissions', {
        ParentId: parentId,
        SobjectType: field.split('.')[0] ?? '',
        Field: field,
        PermissionsRead: true,
        PermissionsEdit: edit
    });

const names = (userId: string, text = 'SELECT Name FROM Secret__c ORDER BY Name') =>
    org.query(text, {}, asUser(userId)).map((row) => row.values['Name']);

beforeEach(() => {
    org = openTestOrg([SECRET, DETAIL]);
    const profile = seed('Profile', { Name: 'Reader' });
    profileSet = seed('PermissionSet', {
        Name: 'XReader',
        Label: 'Reader',
        IsOwnedByProfile: true,
        ProfileId: profile
    });
    const top = seed('UserRole', { Name: 'Top' });
    const low = seed('UserRole', { Name: 'Low', ParentRoleId: top });
    reader = seed('User', testUser('Reader', { ProfileId: profile, UserRoleId: low }));
    boss = seed('User', testUser('Boss', { ProfileId: profile, UserRoleId: top }));
});

describe('Objects', () => {
    it('are closed until a profile or permission set opens them', () => {
        expect(org.database.access.can(reader, 'Account', 'read')).toBe(false);
        grant(profileSet, 'Account', 'Read');
        expect(org.database.access.object(reader, 'account')).toMatchObject({
            read: true,
            create: false
        });
    });

    it('open through a permission set group', () => {
        const set = seed('PermissionSet', { Name: 'Edit', Label: 'Edit' });
        grant(set, 'Account', 'Read', 'Edit');
        const group = seed('PermissionSetGroup', { DeveloperName: 'G', MasterLabel: 'G' });
        seed('PermissionSetGroupComponent', { PermissionSetGroupId: group, PermissionSetId: set });
        seed('PermissionSetAssignment', { AssigneeId: reader, PermissionSetGroupId: group });
        expect(org.database.access.can(reader, 'Account', 'edit')).toBe(true);
    });

    it('that can not be read are not there for a query in user mode', () => {
        expect(org.failure(() => names(reader))).toMatch(
            /^sObject type 'Secret__c' is not supported\./
        );
    });

    it('that can not be created are refused in user mode', () => {
        grant(profileSet, 'Secret__c', 'Read');
        const insert = () => org.save('insert', 'Secret__c', [{ Name: 'A' }], asUser(reader));
        expect(org.failure(insert)).toBe(
            "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Access to entity 'Secret__c' denied: []"
        );
    });

    it('of details follow their master object', () => {
        grant(profileSet, 'Opportunity', 'Read');
        expect(org.database.access.can(reader, 'OpportunityContactRole', 'read')).toBe(true);
    });
});

describe('Fields', () => {
    beforeEach(() => {
        grant(profileSet, 'Secret__c', 'Read', 'Create', 'Edit');
        showField(profileSet, 'Secret__c.Code__c', true);
    });

    it('of one’s own making are hidden until they are given', () => {
        expect(org.database.access.field(reader, 'Secret__c', 'Kept__c')).toEqual({
            read: false,
            edit: false
        });
        expect(org.database.access.canField(reader, 'Secret__c', 'Code__c', 'edit')).toBe(true);
    });

    it('that are hidden do not exist for a query in user mode, in a filter neither', () => {
        const message = /^No such column 'Kept__c' on entity 'Secret__c'\./;
        expect(org.failure(() => names(reader, 'SELECT Kept__c FROM Secret__c'))).toMatch(message);
        expect(
            org.failure(() => names(reader, "SELECT Id FROM Secret__c WHERE Kept__c = 'x'"))
        ).toMatch(message);
    });

    it('that are hidden make a secured query fail', () => {
        const context: AccessContext = { userId: reader, mode: 'system', sharing: false };
        const text = 'SELECT Kept__c FROM Secret__c WITH SECURITY_ENFORCED';
        expect(org.failure(() => org.query(text, {}, context))).toBe(
            'Insufficient permissions: secure query included inaccessible field'
        );
    });

    it('that are read-only can not be set in user mode', () => {
        const insert = () => org.save('insert', 'Secret__c', [{ Kept__c: 'x' }], asUser(reader));
        expect(org.failure(insert)).toBe(
            'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Operation failed due to fields being ' +
                'inaccessible on Sobject Secret__c, check errors on Exception or Result!: [Kept__c]'
        );
    });

    it('of the platform show unless a profile hides them', () => {
        grant(profileSet, 'Account', 'Read');
        expect(org.database.access.canField(reader, 'Account', 'Industry', 'read')).toBe(true);
        seed('FieldPermissions', {
            ParentId: profileSet,
            SobjectType: 'Account',
            Field: 'Account.Industry'
        });
        expect(org.database.access.canField(reader, 'Account', 'Industry', 'read')).toBe(false);
    });
});

describe('Private records', () => {
    beforeEach(() => {
        grant(profileSet, 'Secret__c', 'Read', 'Edit', 'Delete');
        grant(profileSet, 'Detail__c', 'Read');
        org.insert('Secret__c', { Name: 'Mine', OwnerId: reader }, { Name: 'Other' });
    });

    it('are for their owner and for those above in the roles', () => {
        expect(names(reader)).toEqual(['Mine']);
        expect(names(boss)).toEqual(['Mine']);
    });

    it('do not count in system mode without sharing', () => {
        expect(names(reader).length).toBe(1);
        expect(org.query('SELECT Id FROM Secret__c')).toHaveLength(2);
    });

    it('open by a share with a group', () => {
        const group = seed('Group', { Name: 'Team', Type: 'Regular' });
        seed('GroupMember', { GroupId: group, UserOrGroupId: reader });
        const [other] = org.column("SELECT Id FROM Secret__c WHERE Name = 'Other'", 'Id');
        org.insert('Secret__Share', {
            ParentId: String(other),
            UserOrGroupId: group,
            AccessLevel: 'Read'
        });
        expect(names(reader)).toEqual(['Mine', 'Other']);
        const update = () =>
            org.save('update', 'Secret__c', [{ Id: String(other), Name: 'X' }], asUser(reader));
        expect(org.failure(update)).toBe(
            'INSUFFICIENT_ACCESS_OR_READONLY, insufficient access rights on object id: []'
        );
    });

    it('that are out of sight can not be changed with sharing', () => {
        const [other] = org.column("SELECT Id FROM Secret__c WHERE Name = 'Other'", 'Id');
        const update = () =>
            org.save('update', 'Secret__c', [{ Id: String(other), Name: 'X' }], {
                userId: reader,
                mode: 'system',
                sharing: true
            });
        expect(org.failure(update)).toBe(
            'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY, insufficient access rights on cross-reference id: []'
        );
    });

    it('of a queue are for its members', () => {
        const queue = seed('Group', { Name: 'Desk', Type: 'Queue' });
        seed('GroupMember', { GroupId: queue, UserOrGroupId: reader });
        seed('Secret__c', { Name: 'Queued', OwnerId: queue });
        expect(names(reader)).toEqual(['Mine', 'Queued']);
    });

    it('are all there with View All', () => {
        grant(profileSet, 'Secret__c', 'Read', 'ViewAllRecords');
        expect(names(reader)).toEqual(['Mine', 'Other']);
    });

    it('carry their details along', () => {
        const ids = org.column('SELECT Id FROM Secret__c ORDER BY Name', 'Id').map(String);
        org.insert('Detail__c', ...ids.map((id) => ({ Secret__c: id })));
        expect(names(reader, 'SELECT Name FROM Detail__c')).toHaveLength(1);
    });

    it('tell what may be done with them', () => {
        const [mine, other] = org.column('SELECT Id FROM Secret__c ORDER BY Name', 'Id');
        const rows = org.query(
            'SELECT RecordId, MaxAccessLevel FROM UserRecordAccess WHERE UserId = :user AND RecordId IN :ids',
            { user: reader, ids: [String(mine), String(other)] }
        );
        expect(rows.map((row) => row.values['MaxAccessLevel'])).toEqual(['All', 'None']);
    });
});

describe('UserRecordAccess as a parent', () => {
    it('tells what the running user may do with each row', () => {
        grant(profileSet, 'Secret__c', 'Read', 'Edit', 'ViewAllRecords');
        org.insert('Secret__c', { Name: 'Mine', OwnerId: reader }, { Name: 'Other' });
        const rows = org.query(
            'SELECT UserRecordAccess.HasEditAccess, UserRecordAccess.MaxAccessLevel FROM Secret__c ORDER BY Name',
            {},
            { userId: reader, mode: 'system', sharing: false }
        );
        expect(rows.map((row) => row.values['UserRecordAccess'])).toMatchObject([
            { values: { HasEditAccess: true, MaxAccessLevel: 'Transfer' } },
            { values: { HasEditAccess: false, MaxAccessLevel: 'Read' } }
        ]);
    });
});

describe('Custom permissions and connected apps', () => {
    it('are granted by setup entity access', () => {
        const permission = seed('CustomPermission', { DeveloperName: 'May_See', MasterLabel: 'x' });
        expect(org.database.access.customPermission(reader, 'may_see')).toBe(false);
        seed('SetupEntityAccess', { ParentId: profileSet, SetupEntityId: permission });
        expect(org.database.access.customPermission(reader, 'May_See')).toBe(true);
    });

    it('show in the app menu of those whom an administrator approved', () => {
        const app = seed('ConnectedApplication', {
            Name: 'Desk',
            OptionsAllowAdminApprovedUsersOnly: true
        });
        const open = () =>
            org.query(
                'SELECT IsAccessible, IsUsingAdminAuthorization FROM AppMenuItem WHERE ApplicationId = :app',
                { app },
                { userId: reader, mode: 'system', sharing: false }
            )[0]?.values;
        expect(open()).toMatchObject({ IsAccessible: false, IsUsingAdminAuthorization: true });
        seed('SetupEntityAccess', { ParentId: profileSet, SetupEntityId: app });
        expect(open()).toMatchObject({ IsAccessible: true });
    });
});
