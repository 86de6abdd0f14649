import type { OrgState } from '../state/orgState.ts';
import type { SetupRow, SetupStore } from '../store/types.ts';
import { requireUserPermission, SetupRefusal } from '../setup/userPermissions.ts';
import { grantedSets, saveAppRecords, selectSets } from './appRecords.ts';
import { type App, type AppKind, type AppPolicies, appsIn } from './apps.ts';

/** A profile or permission set that an app may be given to. */
export interface AppChoice {
    /** Of the Profile or PermissionSet. */
    readonly id: string;
    readonly label: string;
    readonly description: string;
    readonly selected: boolean;
}

export interface AppDetail extends App {
    readonly profiles: readonly AppChoice[];
    readonly permissionSets: readonly AppChoice[];
}

/**
 * Setup > Manage Connected Apps and External Client App Manager. Every call names who asks: seeing
 * takes View Setup, policies take Customize Application with Modify All Data or Manage Connected
 * Apps, profiles and permission sets take Customize Application, Modify All Data and Manage Profiles
 * and Permission Sets.
 * @see https://help.salesforce.com/s/articleView?id=xcloud.connected_app_manage_oauth.htm
 */
export interface AppSetup {
    list(userId: string, kind: AppKind): readonly App[];
    /** Undefined when the org has no such app. */
    find(userId: string, id: string): AppDetail | undefined;
    savePolicies(userId: string, id: string, policies: AppPolicies): void;
    /** The whole selection, replacing the one before. */
    selectProfiles(userId: string, id: string, profileIds: readonly string[]): void;
    selectPermissionSets(userId: string, id: string, permissionSetIds: readonly string[]): void;
}

interface AppSetupContext {
    readonly state: OrgState;
    readonly rows: SetupStore;
}

export function createAppSetup(context: AppSetupContext): AppSetup {
    const { state, rows } = context;
    const apps = appsIn(state);
    return {
        list(userId, kind) {
            requireUserPermission(rows, userId, 'ViewSetup');
            return apps
                .list()
                .filter((app) => app.kind === kind)
                .sort((a, b) => a.label.localeCompare(b.label));
        },
        find(userId, id) {
            requireUserPermission(rows, userId, 'ViewSetup');
            const app = apps.get(id);
            return app && detail(app, rows);
        },
        savePolicies(userId, id, policies) {
            requireUserPermission(rows, userId, 'CustomizeApplication');
            requireUserPermission(rows, userId, 'ModifyAllData', 'ManageRemoteAccess');
            const app = { ...existing(id, context), policies: checked(policies) };
            saveAppRecords(app, rows);
            apps.set(id, app);
        },
        selectProfiles(userId, id, profileIds) {
            requireFullControl(userId, rows);
            select(existing(id, context), profileSets(rows), 'ProfileId', profileIds, rows);
        },
        selectPermissionSets(userId, id, permissionSetIds) {
            requireFullControl(userId, rows);
            select(existing(id, context), assignableSets(rows), 'Id', permissionSetIds, rows);
        }
    };
}

function detail(app: App, rows: SetupStore): AppDetail {
    const granted = new Set(grantedSets(app.id, rows));
    return {
        ...app,
        profiles: choices(profileSets(rows), 'ProfileId', granted),
        permissionSets: choices(assignableSets(rows), 'Id', granted)
    };
}

function choices(
    sets: readonly SetupRow[],
    idField: 'Id' | 'ProfileId',
    granted: ReadonlySet<string>
): readonly AppChoice[] {
    return sets
        .map((set) => ({
            id: String(set.values[idField]),
            label: String(set.values['Label']),
            description: String(set.values['Description'] ?? ''),
            selected: granted.has(set.id)
        }))
        .sort((a, b) => a.label.localeCompare(b.label));
}

function profileSets(rows: SetupStore): readonly SetupRow[] {
    return rows.find('PermissionSet', { IsOwnedByProfile: true });
}

/** Groups can't be given an app; their members can. */
function assignableSets(rows: SetupStore): readonly SetupRow[] {
    return rows.find('PermissionSet', { IsOwnedByProfile: false, Type: 'Regular' });
}

function select(
    app: App,
    sets: readonly SetupRow[],
    idField: 'Id' | 'ProfileId',
    wanted: readonly string[],
    rows: SetupStore
): void {
    const setIds = wanted.map((id) => {
        const set = sets.find((one) => one.values[idField] === id);
        if (!set) {
            throw new SetupRefusal(
                'INVALID_ID_FIELD',
                `There is nothing to select with the id ${id}.`
            );
        }
        return set.id;
    });
    selectSets(
        app,
        sets.map((set) => set.id),
        setIds,
        rows
    );
}

function existing(id: string, { state }: AppSetupContext): App {
    const app = appsIn(state).get(id);
    if (!app) {
        throw new SetupRefusal('NOT_FOUND', `The org has no app with the id ${id}.`);
    }
    return app;
}

/** A timed refresh policy says for how long. */
function checked(policies: AppPolicies): AppPolicies {
    const timed = policies.refreshPolicy === 'NotUsed' || policies.refreshPolicy === 'Lifetime';
    const { refreshPeriod: period, refreshPeriodUnit: unit } = policies;
    if (timed && (period === null || unit === null || !Number.isInteger(period) || period < 1)) {
        throw new SetupRefusal('INVALID_FIELD', 'The refresh token policy needs a period.');
    }
    return timed ? policies : { ...policies, refreshPeriod: null, refreshPeriodUnit: null };
}

function requireFullControl(userId: string, rows: SetupStore): void {
    requireUserPermission(rows, userId, 'CustomizeApplication');
    requireUserPermission(rows, userId, 'ModifyAllData');
    requireUserPermission(rows, userId, 'ManageProfilesPermissionsets');
}
