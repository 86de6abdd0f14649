import { type Collection, collection } from '../state/collection.ts';
import type { OrgState } from '../state/orgState.ts';

export type PermittedUsers = 'AllUsers' | 'AdminApprovedPreAuthorized';
export type IpRelaxation = 'Enforce' | 'EnforceRelaxRefresh' | 'RelaxWithSecondFactor' | 'Relax';
export type RefreshPolicy = 'Immediate' | 'NotUsed' | 'Lifetime' | 'Infinite';

/** What an administrator decides of an app. */
export interface AppPolicies {
    readonly permittedUsers: PermittedUsers;
    readonly ipRelaxation: IpRelaxation;
    readonly refreshPolicy: RefreshPolicy;
    /** For `NotUsed` and `Lifetime`. */
    readonly refreshPeriod: number | null;
    readonly refreshPeriodUnit: 'Hours' | 'Days' | 'Months' | null;
}

/** A connected app and an external client app differ in metadata and records, not in what they decide. */
export type AppKind = 'ConnectedApplication' | 'ExternalClientApplication';

/** An app as its publisher describes it, with the policies of this org. */
export interface App {
    readonly kind: AppKind;
    /** Of the record of that kind, 18 characters. */
    readonly id: string;
    readonly developerName: string;
    readonly label: string;
    readonly description: string;
    readonly version: string;
    readonly startUrl: string | null;
    readonly callbackUrls: readonly string[];
    readonly scopes: readonly string[];
    readonly policies: AppPolicies;
}

/** The apps of the org by record id. */
export function appsIn(state: OrgState): Collection<App> {
    return collection<App>(state, 'apps');
}

export const DEFAULT_POLICIES: AppPolicies = {
    permittedUsers: 'AllUsers',
    ipRelaxation: 'Enforce',
    refreshPolicy: 'Infinite',
    refreshPeriod: null,
    refreshPeriodUnit: null
};
