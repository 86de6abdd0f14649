import type { RestError } from './records.ts';

/** A connected app in Setup. */
export interface ConnectedAppSummary {
    /** Of ConnectedApplication, 18 characters. */
    readonly id: string;
    readonly developerName: string;
    readonly label: string;
    readonly description: string;
    readonly version: string;
    readonly permittedUsers: PermittedUsers;
}

export type PermittedUsers = 'AllUsers' | 'AdminApprovedPreAuthorized';
export type IpRelaxation = 'Enforce' | 'EnforceRelaxRefresh' | 'RelaxWithSecondFactor' | 'Relax';
export type RefreshPolicy = 'Immediate' | 'NotUsed' | 'Lifetime' | 'Infinite';

export interface ConnectedAppPolicies {
    readonly permittedUsers: PermittedUsers;
    readonly ipRelaxation: IpRelaxation;
    readonly refreshPolicy: RefreshPolicy;
    /** For `NotUsed` and `Lifetime`. */
    readonly refreshPeriod: number | null;
    readonly refreshPeriodUnit: 'Hours' | 'Days' | 'Months' | null;
}

export interface SetupChoice {
    readonly id: string;
    readonly label: string;
    readonly description: string;
    readonly selected: boolean;
}

export interface ConnectedAppDetail extends ConnectedAppSummary {
    readonly startUrl: string | null;
    readonly callbackUrls: readonly string[];
    readonly scopes: readonly string[];
    readonly policies: ConnectedAppPolicies;
    /** All profiles and permission sets, those of the app selected. */
    readonly profiles: readonly SetupChoice[];
    readonly permissionSets: readonly SetupChoice[];
}

export type SetupOutcome = { readonly ok: true } | { readonly error: RestError };

/** Setup > Manage Connected Apps. The org checks the user's right each time. */
export interface ConnectedAppSetup {
    listConnectedApps(userId: string): Promise<readonly ConnectedAppSummary[]>;
    connectedApp(userId: string, id: string): Promise<ConnectedAppDetail | undefined>;
    saveConnectedAppPolicies(
        userId: string,
        id: string,
        policies: ConnectedAppPolicies
    ): Promise<SetupOutcome>;
    /** The whole selection, replacing the one before. */
    selectConnectedAppProfiles(
        userId: string,
        id: string,
        profileIds: readonly string[]
    ): Promise<SetupOutcome>;
    selectConnectedAppPermissionSets(
        userId: string,
        id: string,
        permissionSetIds: readonly string[]
    ): Promise<SetupOutcome>;
}
