import type {
    ConnectedApp,
    ExternalClientApplication,
    ExtlClntAppOauthConfigurablePolicies
} from '@salesforce/types/metadata';

import { saveAppRecords, selectSets } from '../apps/appRecords.ts';
import { type App, appsIn } from '../apps/apps.ts';
import { connectedAppPolicies, externalClientAppPolicies } from '../apps/policyMetadata.ts';
import { profileName } from '../setup/profiles.ts';
import { findOne } from '../store/types.ts';
import type { DeployContext } from './context.ts';

/**
 * Connected apps and external client apps. What the publisher says is brought up to date; policies
 * and selections belong to the org once the app is there.
 */
export function deployApps(context: DeployContext): void {
    for (const { fullName, metadata } of context.model.list('ConnectedApp')) {
        save(connectedApp(fullName, metadata), selectionOf(metadata), context);
    }
    for (const { fullName, metadata } of context.model.list('ExternalClientApplication')) {
        save(
            externalClientApp(fullName, metadata, context),
            clientSelection(fullName, context),
            context
        );
    }
}

interface Selection {
    readonly profiles: readonly string[];
    readonly permissionSets: readonly string[];
}

function connectedApp(developerName: string, metadata: ConnectedApp): Omit<App, 'id'> {
    return {
        kind: 'ConnectedApplication',
        developerName,
        label: metadata.label,
        description: metadata.description ?? '',
        version: (metadata as { version?: string }).version ?? '1.0',
        startUrl: metadata.startUrl ?? null,
        callbackUrls: (metadata.oauthConfig?.callbackUrl ?? '').split(/\s+/).filter(Boolean),
        scopes: metadata.oauthConfig?.scopes ?? [],
        policies: connectedAppPolicies(metadata)
    };
}

function selectionOf(metadata: ConnectedApp): Selection {
    return { profiles: metadata.profileName, permissionSets: metadata.permissionSetName };
}

function externalClientApp(
    developerName: string,
    metadata: ExternalClientApplication,
    { model }: DeployContext
): Omit<App, 'id'> {
    const oauth = model
        .list('ExtlClntAppOauthSettings')
        .find((settings) => settings.metadata.externalClientApplication === developerName);
    const policy = oauthPolicy(developerName, model);
    return {
        kind: 'ExternalClientApplication',
        developerName,
        label: metadata.label ?? developerName,
        description: metadata.description ?? '',
        version: '1.0',
        startUrl: policy?.startUrl ?? null,
        callbackUrls: [],
        scopes: commaSeparated(oauth?.metadata.commaSeparatedOauthScopes),
        policies: externalClientAppPolicies(policy)
    };
}

function clientSelection(developerName: string, { model }: DeployContext): Selection {
    const policy = oauthPolicy(developerName, model);
    return {
        profiles: commaSeparated(policy?.commaSeparatedProfile),
        permissionSets: commaSeparated(policy?.commaSeparatedPermissionSet)
    };
}

function oauthPolicy(
    developerName: string,
    model: DeployContext['model']
): ExtlClntAppOauthConfigurablePolicies | undefined {
    return model
        .list('ExtlClntAppOauthConfigurablePolicies')
        .find((policy) => policy.metadata.externalClientApplication === developerName)?.metadata;
}

function save(app: Omit<App, 'id'>, selection: Selection, context: DeployContext): void {
    const apps = appsIn(context.state);
    const before = apps
        .list()
        .find((one) => one.kind === app.kind && one.developerName === app.developerName);
    const current = before ? { ...app, policies: before.policies } : app;
    const id = saveAppRecords(current, context.rows);
    apps.set(id, { ...current, id });
    if (!before) {
        const parents = [
            ...selection.profiles.map((name) => profileSet(name, app, context)),
            ...selection.permissionSets.map((name) => permissionSet(name, app, context))
        ].filter((parent) => parent !== undefined);
        selectSets({ id, kind: app.kind }, parents, parents, context.rows);
    }
}

function profileSet(
    fullName: string,
    app: Omit<App, 'id'>,
    context: DeployContext
): string | undefined {
    const profile = findOne(context.rows, 'Profile', { Name: profileName(fullName) });
    const set =
        profile &&
        findOne(context.rows, 'PermissionSet', { ProfileId: profile.id, IsOwnedByProfile: true });
    return set?.id ?? missing('Profile', fullName, app, context);
}

function permissionSet(
    name: string,
    app: Omit<App, 'id'>,
    context: DeployContext
): string | undefined {
    const set = findOne(context.rows, 'PermissionSet', { Name: name, Type: 'Regular' });
    return set?.id ?? missing('PermissionSet', name, app, context);
}

function missing(
    type: string,
    name: string,
    app: Omit<App, 'id'>,
    { report }: DeployContext
): undefined {
    report({
        component: `${app.kind} ${app.developerName}`,
        message: `no ${type} named ${name} found`
    });
    return undefined;
}

function commaSeparated(text: string | undefined): readonly string[] {
    return (text ?? '')
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
}
