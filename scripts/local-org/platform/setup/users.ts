import { findOne, getOne, insertOne, put, type SetupRow, type SetupStore } from '../store/types.ts';

/** A user as an administrator creates one. */
export interface UserInput {
    readonly firstName: string | null;
    readonly lastName: string;
    /** Unique in the whole of Salesforce. */
    readonly username: string;
    readonly email: string;
    /** Name of the profile in the org. */
    readonly profile: string;
    /** Name of the role; null for none. */
    readonly role: string | null;
    readonly title: string | null;
    /** `en_US`, `fr`. */
    readonly language: string;
    /** `fr_FR`. */
    readonly locale: string;
    /** IANA name. */
    readonly timeZone: string;
    readonly isActive: boolean;
}

/** Creates a user with the permissions of the profile, or updates the one of that username; gives the id. */
export function createUser(input: UserInput, rows: SetupStore): string {
    const profile = getOne(rows, 'Profile', { Name: input.profile });
    const role = input.role === null ? null : getOne(rows, 'UserRole', { Name: input.role }).id;
    const name = [input.firstName, input.lastName].filter(Boolean).join(' ');
    const id = put(
        rows,
        'User',
        { Username: input.username },
        {
            FirstName: input.firstName,
            LastName: input.lastName,
            Name: name,
            Email: input.email,
            Alias: input.username.slice(0, 8),
            CommunityNickname: input.username.replace(/@.*$/, ''),
            Title: input.title,
            ProfileId: profile.id,
            UserRoleId: role,
            UserType: 'Standard',
            IsActive: input.isActive,
            LanguageLocaleKey: input.language,
            LocaleSidKey: input.locale,
            TimeZoneSidKey: input.timeZone,
            EmailEncodingKey: 'UTF-8'
        }
    );
    assignProfile(id, profile, rows);
    return id;
}

/** Every user holds the permission set that their profile owns. */
function assignProfile(userId: string, profile: SetupRow, rows: SetupStore): void {
    const owned = getOne(rows, 'PermissionSet', { ProfileId: profile.id, IsOwnedByProfile: true });
    put(
        rows,
        'PermissionSetAssignment',
        { AssigneeId: userId, PermissionSetId: owned.id },
        { IsActive: true }
    );
}

/** Assigns a permission set or, when there is none of that name, a permission set group. */
export function assignPermissionSet(userId: string, name: string, rows: SetupStore): void {
    const group = findOne(rows, 'PermissionSetGroup', { DeveloperName: name });
    const set = group
        ? getOne(rows, 'PermissionSet', { PermissionSetGroupId: group.id })
        : getOne(rows, 'PermissionSet', { Name: name, IsOwnedByProfile: false });
    put(
        rows,
        'PermissionSetAssignment',
        { AssigneeId: userId, PermissionSetId: set.id },
        { IsActive: true, PermissionSetGroupId: group?.id ?? null }
    );
}

/** Creates the role below its parent, which must be there; gives the id. */
export function createRole(name: string, parent: string | null, rows: SetupStore): string {
    const existing = findOne(rows, 'UserRole', { Name: name });
    return (
        existing?.id ??
        insertOne(rows, 'UserRole', {
            Name: name,
            DeveloperName: name.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, ''),
            RollupDescription: name,
            ParentRoleId: parent === null ? null : getOne(rows, 'UserRole', { Name: parent }).id,
            CaseAccessForAccountOwner: 'Edit',
            ContactAccessForAccountOwner: 'Edit',
            OpportunityAccessForAccountOwner: 'Edit'
        })
    );
}
