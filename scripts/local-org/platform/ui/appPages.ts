import type {
    ConnectedAppDetail,
    ConnectedAppPolicies,
    ConnectedAppSummary,
    SetupOutcome
} from '../../server/orgClient.ts';
import type { AppDetail, AppSetup } from '../apps/appSetup.ts';
import type { App } from '../apps/apps.ts';
import { SetupRefusal } from '../setup/userPermissions.ts';

/** Setup > Manage Connected Apps, in the shapes of the shell; refusals are values. */
export interface ConnectedAppPages {
    list(userId: string): readonly ConnectedAppSummary[];
    find(userId: string, id: string): ConnectedAppDetail | undefined;
    savePolicies(userId: string, id: string, policies: ConnectedAppPolicies): SetupOutcome;
    selectProfiles(userId: string, id: string, profileIds: readonly string[]): SetupOutcome;
    selectPermissionSets(userId: string, id: string, setIds: readonly string[]): SetupOutcome;
}

export function createConnectedAppPages(apps: AppSetup): ConnectedAppPages {
    return {
        list: (userId) =>
            refusedAs([], () => apps.list(userId, 'ConnectedApplication').map(summary)),
        find: (userId, id) =>
            refusedAs(undefined, () => {
                const app = apps.find(userId, id);
                return app && detail(app);
            }),
        savePolicies: (userId, id, policies) =>
            outcome(() => apps.savePolicies(userId, id, policies)),
        selectProfiles: (userId, id, profileIds) =>
            outcome(() => apps.selectProfiles(userId, id, profileIds)),
        selectPermissionSets: (userId, id, setIds) =>
            outcome(() => apps.selectPermissionSets(userId, id, setIds))
    };
}

function summary(app: App): ConnectedAppSummary {
    const { id, developerName, label, description, version, policies } = app;
    return {
        id,
        developerName,
        label,
        description,
        version,
        permittedUsers: policies.permittedUsers
    };
}

function detail(app: AppDetail): ConnectedAppDetail {
    const { startUrl, callbackUrls, scopes, policies, profiles, permissionSets } = app;
    return {
        ...summary(app),
        startUrl,
        callbackUrls,
        scopes,
        policies,
        profiles,
        permissionSets
    };
}

/** Who may not see Setup sees an empty one. */
function refusedAs<T>(value: T, work: () => T): T {
    try {
        return work();
    } catch (error) {
        if (error instanceof SetupRefusal) {
            return value;
        }
        throw error;
    }
}

function outcome(work: () => void): SetupOutcome {
    try {
        work();
        return { ok: true };
    } catch (error) {
        if (error instanceof SetupRefusal) {
            return { error: { errorCode: error.errorCode, message: error.message } };
        }
        throw error;
    }
}
