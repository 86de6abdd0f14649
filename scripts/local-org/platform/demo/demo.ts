import type { Platform } from '../platform.ts';
import { assignPermissionSet, createRole, createUser } from '../setup/users.ts';
import { getOne, put } from '../store/types.ts';
import type { AfterInstall, DemoConfig } from './demoConfig.ts';
import { importTree, type InsertRecords } from './importTree.ts';

/** The OAuth clients of the Zendesk account that the demo org connects to. */
export interface ZendeskClients {
    readonly subdomain: string;
    /** Confidential client of the client credentials flow. */
    readonly service: { readonly clientId: string; readonly clientSecret: string };
    /** Client with which agents link themselves; a public one has an empty secret. */
    readonly agent: { readonly clientId: string; readonly clientSecret: string } | null;
}

/** Roles, users and records: what the company has before it installs the package. */
export function createDemoCompany(
    config: DemoConfig,
    platform: Platform,
    insert: InsertRecords
): void {
    config.roles.forEach(({ name, parent }) => createRole(name, parent, platform.rows));
    config.users.forEach((user) => createUser({ ...user, isActive: true }, platform.rows));
    importTree(config.planFile, insert);
}

/**
 * What the administrator does after the installation, in the administrator's name and through the
 * same functions as the Setup pages.
 */
export function setUpAfterInstall(
    config: DemoConfig,
    platform: Platform,
    zendesk: ZendeskClients
): void {
    const { afterInstall, organization } = config;
    const admin = userId(organization.administrator.username, platform);
    selectProfiles(afterInstall, admin, platform);
    assignPermissionSets(afterInstall, platform);
    activatePages(afterInstall, platform);
    saveCredentials(afterInstall, zendesk, admin, platform);
    saveSettings(afterInstall, zendesk.subdomain, platform);
}

function selectProfiles({ connectedApps }: AfterInstall, admin: string, platform: Platform): void {
    for (const { app: name, permittedUsers, profiles } of connectedApps) {
        const app = platform.apps
            .list(admin, 'ConnectedApplication')
            .find((one) => one.developerName === name);
        if (!app) {
            throw new Error(`The org has no connected app ${name}.`);
        }
        const profileIds = profiles.map(
            (one) => getOne(platform.rows, 'Profile', { Name: one }).id
        );
        platform.apps.savePolicies(admin, app.id, { ...app.policies, permittedUsers });
        platform.apps.selectProfiles(admin, app.id, profileIds);
    }
}

function assignPermissionSets({ permissionSets }: AfterInstall, platform: Platform): void {
    for (const [name, usernames] of Object.entries(permissionSets)) {
        usernames.forEach((username) =>
            assignPermissionSet(userId(username, platform), name, platform.rows)
        );
    }
}

function activatePages({ pages }: AfterInstall, platform: Platform): void {
    for (const { objectName, page, formFactors } of pages) {
        formFactors.forEach((formFactor) =>
            platform.activatePage({ objectName, page, formFactor })
        );
    }
}

function saveCredentials(
    { zendesk }: AfterInstall,
    clients: ZendeskClients,
    admin: string,
    platform: Platform
): void {
    for (const { externalCredential, principal } of zendesk.principals) {
        platform.credentialSetup.savePrincipal(
            admin,
            { externalCredential, principalType: 'NamedPrincipal', principalName: principal },
            clients.service
        );
    }
    for (const provider of clients.agent ? zendesk.identityProviders : []) {
        platform.credentialSetup.saveProvider(admin, provider, { ...clients.agent });
    }
}

function saveSettings({ settings }: AfterInstall, subdomain: string, platform: Platform): void {
    const organization = getOne(platform.rows, 'Organization', {});
    for (const { object, values } of settings) {
        const filled = Object.entries(values).map(([field, value]) => [
            field,
            typeof value === 'string' ? value.replaceAll('{subdomain}', subdomain) : value
        ]);
        put(
            platform.rows,
            object,
            { SetupOwnerId: organization.id },
            { Name: organization.values['Name'] ?? null, ...Object.fromEntries(filled) }
        );
    }
}

function userId(username: string, platform: Platform): string {
    return getOne(platform.rows, 'User', { Username: username }).id;
}
