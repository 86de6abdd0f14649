import { addGrants, clearGrants } from '../setup/access.ts';
import { profileName } from '../setup/profiles.ts';
import { findOne, getOne, put } from '../store/types.ts';
import type { DeployContext } from './context.ts';
import { grantsOf } from './grants.ts';

/** Permission sets: created, or brought to exactly what the source says. */
export function deployPermissionSets(context: DeployContext): void {
    const { model, rows, schema } = context;
    for (const { fullName, metadata } of model.list('PermissionSet')) {
        const id = put(
            rows,
            'PermissionSet',
            { Name: fullName, IsOwnedByProfile: false },
            {
                Label: metadata.label,
                Description: metadata.description ?? null,
                HasActivationRequired: metadata.hasActivationRequired ?? false,
                IsCustom: true,
                Type: 'Regular'
            }
        );
        clearGrants(rows, id);
        addGrants(rows, schema, id, grantsOf(metadata, `PermissionSet ${fullName}`, context));
    }
}

/**
 * Permission set groups. A group owns a permission set of its own that adds its members up, so that
 * whoever looks at grants need not know groups.
 */
export function deployPermissionSetGroups(context: DeployContext): void {
    const { model, rows, report } = context;
    for (const { fullName, metadata } of model.list('PermissionSetGroup')) {
        const groupId = put(
            rows,
            'PermissionSetGroup',
            { DeveloperName: fullName },
            {
                MasterLabel: metadata.label,
                Description: metadata.description ?? null,
                Language: 'en_US',
                Status: 'Updated'
            }
        );
        if (metadata.mutingPermissionSets.length > 0) {
            const message = 'The local org does not support muting permission sets.';
            report({ component: `PermissionSetGroup ${fullName}`, message });
        }
        addMembers(groupId, fullName, metadata.permissionSets, context);
    }
}

function addMembers(
    groupId: string,
    name: string,
    members: readonly string[],
    context: DeployContext
): void {
    const { rows, model, report } = context;
    const ownId = put(
        rows,
        'PermissionSet',
        { PermissionSetGroupId: groupId },
        { Name: name, Label: name, Type: 'Group', IsOwnedByProfile: false, IsCustom: true }
    );
    clearGrants(rows, ownId);
    for (const member of members) {
        const set = findOne(rows, 'PermissionSet', { Name: member, Type: 'Regular' });
        if (!set) {
            const message = `In field: permissionSets - no PermissionSet named ${member} found`;
            report({ component: `PermissionSetGroup ${name}`, message });
            continue;
        }
        const key = { PermissionSetGroupId: groupId, PermissionSetId: set.id };
        put(rows, 'PermissionSetGroupComponent', key, {});
        const metadata = model.find('PermissionSet', member)?.metadata;
        if (metadata) {
            const grants = grantsOf(metadata, `PermissionSet ${member}`, context);
            addGrants(rows, context.schema, ownId, grants);
        }
    }
}

/**
 * Profile files. A profile that the org has is added to, as a deployment does; a custom one that it
 * lacks is created.
 */
export function deployProfiles(context: DeployContext): void {
    for (const { fullName, metadata } of context.model.list('Profile')) {
        const setId = profileSet(profileName(fullName), metadata.userLicense, context);
        const grants = grantsOf(metadata, `Profile ${fullName}`, context);
        addGrants(context.rows, context.schema, setId, grants);
    }
}

function profileSet(name: string, license: string | undefined, context: DeployContext): string {
    const { rows } = context;
    const existing = findOne(rows, 'Profile', { Name: name });
    if (existing) {
        return getOne(rows, 'PermissionSet', { ProfileId: existing.id, IsOwnedByProfile: true }).id;
    }
    const licenseId = getOne(rows, 'UserLicense', { Name: license ?? 'Salesforce' }).id;
    const profileId = put(
        rows,
        'Profile',
        { Name: name },
        { UserType: 'Standard', UserLicenseId: licenseId }
    );
    return put(
        rows,
        'PermissionSet',
        { ProfileId: profileId, IsOwnedByProfile: true },
        {
            Name: `X${profileId}`,
            Label: name,
            Type: 'Profile',
            IsCustom: true,
            LicenseId: licenseId
        }
    );
}
