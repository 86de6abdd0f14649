import { afterEach, describe, expect, test } from '@jest/globals';

import { xml } from '../../metadata/__tests__/tree.ts';
import type { InstallFor } from '../deploy/install.ts';
import { createUser } from '../setup/users.ts';
import { makeOrg, type TestOrg } from './testOrg.ts';

let org: TestOrg;

afterEach(() => org.tree.dispose());

const CLASS = xml('ApexClass', '<apiVersion>67.0</apiVersion><status>Active</status>');
const PERMISSION_SET = xml(
    'PermissionSet',
    `<label>Ticket User</label>
     <classAccesses><apexClass>Tickets</apexClass><enabled>true</enabled></classAccesses>
     <customPermissions><enabled>true</enabled><name>Edit_Tickets</name></customPermissions>
     <fieldPermissions><editable>false</editable><field>Account.Zone__c</field>
     <readable>true</readable></fieldPermissions>
     <objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete>
     <allowEdit>false</allowEdit><allowRead>true</allowRead>
     <modifyAllRecords>true</modifyAllRecords><object>UserExternalCredential</object>
     <viewAllRecords>true</viewAllRecords></objectPermissions>`
);
const FILES = {
    'classes/Tickets.cls': 'public class Tickets {}',
    'classes/Tickets.cls-meta.xml': CLASS,
    'customPermissions/Edit_Tickets.customPermission-meta.xml': xml(
        'CustomPermission',
        '<label>Edit tickets</label><isLicensed>false</isLicensed>'
    ),
    'objects/Account/fields/Zone__c.field-meta.xml': xml(
        'CustomField',
        '<fullName>Zone__c</fullName><label>Zone</label><length>40</length><type>Text</type>'
    ),
    'objects/Link__c/Link__c.object-meta.xml': xml(
        'CustomObject',
        `<label>Link</label><pluralLabel>Links</pluralLabel><deploymentStatus>Deployed</deploymentStatus>
         <nameField><label>Name</label><type>Text</type></nameField>
         <sharingModel>Private</sharingModel>`
    ),
    'permissionsets/Ticket_User.permissionset-meta.xml': PERMISSION_SET
};

function profileSet(name: string): string {
    return org.idOf('PermissionSet', 'Label', name);
}

function hasClass(parentId: string): boolean {
    const classId = org.idOf('ApexClass', 'Name', 'Tickets');
    const where = { ParentId: parentId, SetupEntityId: classId };
    return org.rows.find('SetupEntityAccess', where).length > 0;
}

describe('a permission set', () => {
    test('becomes rows of its grants', () => {
        org = makeOrg(FILES);
        expect(org.platform.deploy('admins')).toEqual([]);
        const id = org.idOf('PermissionSet', 'Name', 'Ticket_User');
        expect(hasClass(id)).toBe(true);
        expect(org.rows.find('FieldPermissions', { ParentId: id })[0]?.values).toMatchObject({
            Field: 'Account.Zone__c',
            PermissionsRead: true,
            PermissionsEdit: false
        });
        expect(org.rows.find('ObjectPermissions', { ParentId: id })[0]?.values).toMatchObject({
            SobjectType: 'UserExternalCredential',
            PermissionsModifyAllRecords: true
        });
    });

    test('loses what the source takes away', () => {
        org = makeOrg(FILES);
        org.platform.deploy('admins');
        org.tree.write({
            'permissionsets/Ticket_User.permissionset-meta.xml': xml(
                'PermissionSet',
                '<label>Nothing</label>'
            )
        });
        org.source.refresh();
        org.platform.deploy('admins');
        const id = org.idOf('PermissionSet', 'Name', 'Ticket_User');
        expect(hasClass(id)).toBe(false);
        expect(org.rows.find('FieldPermissions', { ParentId: id })).toEqual([]);
    });

    test('that names what is not there is told in the words of a deployment', () => {
        const text = PERMISSION_SET.replace('>Tickets<', '>Nowhere<');
        org = makeOrg({ ...FILES, 'permissionsets/Ticket_User.permissionset-meta.xml': text });
        expect(org.platform.deploy('admins')).toEqual([
            {
                component: 'PermissionSet Ticket_User',
                message: 'In field: apexClass - no ApexClass named Nowhere found'
            }
        ]);
    });

    test('gives a custom permission to the users who hold it', () => {
        org = makeOrg(FILES);
        org.platform.deploy('admins');
        expect(org.platform.hasCustomPermission(org.adminId, 'Edit_Tickets')).toBe(false);
        org.rows.insert('PermissionSetAssignment', [
            {
                AssigneeId: org.adminId,
                PermissionSetId: org.idOf('PermissionSet', 'Name', 'Ticket_User'),
                IsActive: true
            }
        ]);
        expect(org.platform.hasCustomPermission(org.adminId, 'Edit_Tickets')).toBe(true);
    });
});

test('a permission set group adds its members up in a set of its own', () => {
    org = makeOrg({
        ...FILES,
        'permissionsetgroups/All.permissionsetgroup-meta.xml': xml(
            'PermissionSetGroup',
            '<label>All</label><permissionSets>Ticket_User</permissionSets>'
        )
    });
    org.platform.deploy('admins');
    const groupId = org.idOf('PermissionSetGroup', 'DeveloperName', 'All');
    const [own] = org.rows.find('PermissionSet', { PermissionSetGroupId: groupId });
    expect(own?.values['Type']).toBe('Group');
    expect(hasClass(own?.id ?? '')).toBe(true);
});

describe('an installation', () => {
    test.each<[InstallFor, string, boolean]>([
        ['admins', 'System Administrator', true],
        ['admins', 'Custom: Sales Profile', false],
        ['all', 'System Administrator', true],
        ['all', 'Custom: Sales Profile', true],
        ['all', 'Standard User', false]
    ])('for %s gives %s access: %s', (installFor, profile, expected) => {
        org = makeOrg(FILES);
        org.platform.deploy(installFor);
        expect(hasClass(profileSet(profile))).toBe(expected);
        const fields = org.rows.find('FieldPermissions', {
            ParentId: profileSet(profile),
            Field: 'Account.Zone__c'
        });
        expect(fields).toHaveLength(expected ? 1 : 0);
        const objects = org.rows.find('ObjectPermissions', {
            ParentId: profileSet(profile),
            SobjectType: 'Link__c'
        });
        expect(objects).toHaveLength(expected ? 1 : 0);
    });

    test('can be repeated without doubling anything', () => {
        org = makeOrg(FILES);
        org.platform.deploy('all');
        const count = (): number[] =>
            ['SetupEntityAccess', 'FieldPermissions', 'ApexClass'].map(
                (type) => org.rows.find(type, {}).length
            );
        const before = count();
        org.platform.deploy('all');
        expect(count()).toEqual(before);
    });

    test('a class that left the source leaves the org with the access to it', () => {
        org = makeOrg({ ...FILES, 'classes/Old.cls': '', 'classes/Old.cls-meta.xml': CLASS });
        org.platform.deploy('admins');
        const oldId = org.idOf('ApexClass', 'Name', 'Old');
        org.tree.remove('classes/Old.cls');
        org.tree.remove('classes/Old.cls-meta.xml');
        org.source.refresh();
        org.platform.deploy('admins');
        expect(org.rows.find('ApexClass', { Name: 'Old' })).toEqual([]);
        expect(org.rows.find('SetupEntityAccess', { SetupEntityId: oldId })).toEqual([]);
    });
});

describe('the standard org', () => {
    test('is made once', () => {
        org = makeOrg({});
        const users = org.rows.find('User', {}).length;
        org.platform.createStandardOrg({
            id: '00DLo0000000002KAA',
            name: 'Other',
            instanceName: 'X',
            language: 'fr',
            locale: 'fr_FR',
            timeZone: 'GMT',
            isSandbox: true,
            administrator: { firstName: '', lastName: 'B', username: 'b@b.b', email: 'b@b.b' }
        });
        expect(org.rows.find('User', {})).toHaveLength(users);
    });

    test.each([
        ['System Administrator', 'CustomizeApplication', true],
        ['Standard User', 'CustomizeApplication', false],
        ['Minimum Access - Salesforce', 'ApiEnabled', false]
    ])('a %s has %s: %s', (profile, permission, expected) => {
        org = makeOrg({});
        const id = createUser({ ...PERSON, profile }, org.rows);
        expect(org.platform.hasUserPermission(id, permission)).toBe(expected);
    });

    test('a minimum-access profile sees no object', () => {
        org = makeOrg({});
        const parent = profileSet('Minimum Access - Salesforce');
        expect(org.rows.find('ObjectPermissions', { ParentId: parent })).toEqual([]);
    });

    test('a standard user reads and edits standard fields', () => {
        org = makeOrg({});
        const where = { ParentId: profileSet('Standard User'), Field: 'Account.Website' };
        expect(org.rows.find('FieldPermissions', where)[0]?.values).toMatchObject({
            PermissionsRead: true,
            PermissionsEdit: true
        });
    });
});

const PERSON = {
    firstName: 'Sam',
    lastName: 'Sales',
    username: 'sam@test.example',
    email: 'sam@test.example',
    role: null,
    title: null,
    language: 'en_US',
    locale: 'en_US',
    timeZone: 'GMT',
    isActive: true
};
