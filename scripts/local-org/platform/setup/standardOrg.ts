import { isFieldPermissionable } from '../../data/access/permissionable.ts';
import type { Schema } from '../../data/schema/types.ts';
import { findOne, insertOne, type SetupStore } from '../store/types.ts';
import {
    addGrants,
    type FieldGrant,
    NO_GRANTS,
    type ObjectGrant,
    userPermissionFields
} from './access.ts';
import { type ObjectLetters, STANDARD_PROFILES, type StandardProfile } from './profiles.ts';
import { createUser } from './users.ts';

/** Who the org belongs to. */
export interface OrganizationInput {
    /** 18 characters. */
    readonly id: string;
    readonly name: string;
    readonly instanceName: string;
    readonly language: string;
    readonly locale: string;
    readonly timeZone: string;
    readonly isSandbox: boolean;
    readonly administrator: {
        readonly firstName: string;
        readonly lastName: string;
        readonly username: string;
        readonly email: string;
    };
}

export interface StandardOrgContext {
    readonly rows: SetupStore;
    readonly schema: Schema;
}

const LICENSES: readonly (readonly [name: string, key: string])[] = [
    ['Salesforce', 'SFDC'],
    ['Salesforce Platform', 'AUL'],
    ['Salesforce Integration', 'SFDC_INTEGRATION']
];

/**
 * Makes the org that a customer of Salesforce has on the first day: the organization, licences,
 * standard profiles, an administrator and the platform's own automated user. Does nothing to an org
 * that is there already.
 */
export function createStandardOrg(input: OrganizationInput, context: StandardOrgContext): void {
    if (findOne(context.rows, 'Organization', {})) {
        return;
    }
    createOrganization(input, context.rows);
    const licenses = createLicenses(context.rows);
    STANDARD_PROFILES.forEach((profile) => createProfile(profile, licenses, context));
    createAdministrator(input, context.rows);
    createAutomatedUser(input, context.rows);
}

/** Organization-wide defaults are those of a new org: everything but contacts is readable and writable. */
function createOrganization(input: OrganizationInput, rows: SetupStore): void {
    insertOne(rows, 'Organization', {
        Id: input.id,
        Name: input.name,
        InstanceName: input.instanceName,
        IsSandbox: input.isSandbox,
        OrganizationType: 'Enterprise Edition',
        LanguageLocaleKey: input.language,
        DefaultLocaleSidKey: input.locale,
        TimeZoneSidKey: input.timeZone,
        DefaultAccountAccess: 'Edit',
        DefaultContactAccess: 'ControlledByParent',
        DefaultOpportunityAccess: 'Edit',
        DefaultLeadAccess: 'ReadEditTransfer',
        DefaultCaseAccess: 'ReadEditTransfer',
        DefaultCampaignAccess: 'All',
        FiscalYearStartMonth: 1,
        UiSkin: 'Theme3'
    });
}

function createLicenses(rows: SetupStore): ReadonlyMap<string, string> {
    return new Map(
        LICENSES.map(([name, key]) => [
            name,
            insertOne(rows, 'UserLicense', {
                Name: name,
                MasterLabel: name,
                LicenseDefinitionKey: key,
                Status: 'Active',
                TotalLicenses: 100
            })
        ])
    );
}

function createProfile(
    profile: StandardProfile,
    licenses: ReadonlyMap<string, string>,
    { rows, schema }: StandardOrgContext
): void {
    const profileId = insertOne(rows, 'Profile', {
        Name: profile.name,
        UserType: 'Standard',
        UserLicenseId: licenses.get(profile.license) ?? null,
        ...userPermissionFields(schema, 'Profile', profile.userPermissions)
    });
    const setId = insertOne(rows, 'PermissionSet', {
        // Like the platform, a name that no person would choose.
        Name: `X${profileId}`,
        Label: profile.name,
        Type: 'Profile',
        IsOwnedByProfile: true,
        IsCustom: profile.custom,
        ProfileId: profileId,
        LicenseId: licenses.get(profile.license) ?? null
    });
    const objects = Object.entries(profile.objects);
    addGrants(rows, schema, setId, {
        ...NO_GRANTS,
        userPermissions: profile.userPermissions,
        objects: objects.map(([name, letters]) => objectGrant(name, letters)),
        fields: objects.flatMap(([name, letters]) => fieldGrants(schema, name, letters))
    });
}

function objectGrant(object: string, letters: ObjectLetters): ObjectGrant {
    return {
        object,
        create: letters.includes('C'),
        read: letters.includes('R'),
        edit: letters.includes('E'),
        delete: letters.includes('D'),
        viewAll: letters.includes('V'),
        modifyAll: letters.includes('M'),
        viewAllFields: false
    };
}

function fieldGrants(schema: Schema, name: string, letters: ObjectLetters): readonly FieldGrant[] {
    const object = schema.object(name);
    const fields = object?.fields.filter((field) => !field.custom) ?? [];
    return fields
        .filter((field) => object && isFieldPermissionable(object, field))
        .map((field) => ({
            object: name,
            field: field.name,
            read: true,
            edit: letters.includes('E') && field.updateable
        }));
}

function createAdministrator(input: OrganizationInput, rows: SetupStore): void {
    createUser(
        {
            ...input.administrator,
            profile: 'System Administrator',
            role: null,
            title: null,
            language: input.language,
            locale: input.locale,
            timeZone: input.timeZone,
            isActive: true
        },
        rows
    );
}

/** Runs the triggers of platform events; nobody logs in as this user. */
function createAutomatedUser(input: OrganizationInput, rows: SetupStore): void {
    insertOne(rows, 'User', {
        LastName: 'Automated Process',
        Name: 'Automated Process',
        Username: `autoproc@${input.id.slice(0, 15).toLowerCase()}`,
        Email: `autoproc@${input.id.slice(0, 15).toLowerCase()}`,
        Alias: 'autoproc',
        UserType: 'AutomatedProcess',
        IsActive: true,
        LanguageLocaleKey: input.language,
        LocaleSidKey: input.locale,
        TimeZoneSidKey: input.timeZone,
        EmailEncodingKey: 'UTF-8'
    });
}
