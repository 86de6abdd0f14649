import { findOne, put, type SetupStore } from '../store/types.ts';
import type { App, AppKind } from './apps.ts';
import { permittedUsersPolicyType } from './policyMetadata.ts';

/** Keeps the records that SOQL shows of an app in step with it; gives the app's id. */
export function saveAppRecords(app: Omit<App, 'id'>, rows: SetupStore): string {
    switch (app.kind) {
        case 'ConnectedApplication':
            return saveConnectedApplication(app, rows);
        case 'ExternalClientApplication':
            return saveExternalClientApplication(app, rows);
    }
}

function saveConnectedApplication(app: Omit<App, 'id'>, rows: SetupStore): string {
    const approved = app.policies.permittedUsers === 'AdminApprovedPreAuthorized';
    const item = findOne(rows, 'AppMenuItem', {
        Name: app.developerName,
        Type: 'ConnectedApplication'
    });
    // Its Name is the label; the developer name stands in AppMenuItem alone.
    const key = item ? { Id: item.values['ApplicationId'] ?? null } : { Name: app.label };
    const id = put(rows, 'ConnectedApplication', key, {
        Name: app.label,
        OptionsAllowAdminApprovedUsersOnly: approved,
        StartUrl: app.startUrl
    });
    put(
        rows,
        'AppMenuItem',
        { Name: app.developerName, Type: 'ConnectedApplication' },
        {
            ApplicationId: id,
            Label: app.label,
            Description: app.description,
            StartUrl: app.startUrl,
            IsUsingAdminAuthorization: approved,
            IsVisible: app.startUrl !== null
        }
    );
    return id;
}

function saveExternalClientApplication(app: Omit<App, 'id'>, rows: SetupStore): string {
    const id = put(
        rows,
        'ExternalClientApplication',
        { DeveloperName: app.developerName },
        { MasterLabel: app.label, Description: app.description, Language: 'en_US' }
    );
    put(
        rows,
        'ExtlClntAppOauthPlcyCnfg',
        { ExternalClientApplicationId: id },
        {
            DeveloperName: `${app.developerName}_oauth_plcy`,
            MasterLabel: app.label,
            Language: 'en_US',
            PermittedUsersPolicyType: permittedUsersPolicyType(app.policies),
            StartUrl: app.startUrl
        }
    );
    return id;
}

/** Ids of the permission sets (the profiles' own among them) that an app is given to. */
export function grantedSets(appId: string, rows: SetupStore): readonly string[] {
    return rows
        .find('SetupEntityAccess', { SetupEntityId: appId })
        .map((row) => String(row.values['ParentId']));
}

/** Gives an app to exactly these of the candidates; grants to others stay. */
export function selectSets(
    app: { readonly id: string; readonly kind: AppKind },
    candidates: readonly string[],
    selected: readonly string[],
    rows: SetupStore
): void {
    const current = rows
        .find('SetupEntityAccess', { SetupEntityId: app.id })
        .filter((row) => candidates.includes(String(row.values['ParentId'])));
    const has = new Set(current.map((row) => String(row.values['ParentId'])));
    rows.remove(
        'SetupEntityAccess',
        current
            .filter((row) => !selected.includes(String(row.values['ParentId'])))
            .map((row) => row.id)
    );
    rows.insert(
        'SetupEntityAccess',
        selected
            .filter((parent) => !has.has(parent))
            .map((parent) => ({
                ParentId: parent,
                SetupEntityId: app.id,
                SetupEntityType: app.kind
            }))
    );
}
