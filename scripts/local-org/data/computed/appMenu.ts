import type { RecordStore, StoredValues } from '../store/recordStore.ts';
import type { ComputedObject, ComputedRow } from './computed.ts';

/** AppMenuItem: connected apps, and whether the running user may use each. */
export const appMenuItems: ComputedObject = ({ store, access, userId }) =>
    connectedApps(store).map((app, at) => {
        const adminOnly = app.values['OptionsAllowAdminApprovedUsersOnly'] === true;
        const granted = access.grants(userId).setupEntities.has(app.id);
        return {
            id: menuId('0DS', app.id),
            values: {
                ...described(app, at),
                IsAccessible: !adminOnly || granted,
                IsVisible: true,
                IsDeleted: false
            }
        };
    });

/** UserAppMenuItem: the same, for those that the running user sees. */
export const userAppMenuItems: ComputedObject = (request) =>
    appMenuItems(request)
        .filter(({ values }) => values['IsAccessible'] === true)
        .map(({ id, values }) => ({
            id: menuId('0Ds', String(values['ApplicationId'])),
            values: { ...values, AppMenuItemId: id }
        }));

function connectedApps(store: RecordStore): readonly ComputedRow[] {
    const { sqlName } = store.tables.get('ConnectedApplication');
    const ids = store.connection
        .all(`SELECT Id FROM ${sqlName} ORDER BY Name`)
        .map(([id]) => String(id));
    return [...store.read('ConnectedApplication', ids)].map(([id, values]) => ({ id, values }));
}

function described(app: ComputedRow, at: number): StoredValues {
    const label = app.values['Name'] ?? null;
    return {
        ApplicationId: app.id,
        Type: 'ConnectedApplication',
        Name: typeof label === 'string' ? label.replace(/\W+/g, '_') : null,
        Label: label,
        SortOrder: at,
        UserSortOrder: at,
        StartUrl: app.values['StartUrl'] ?? null,
        IsUsingAdminAuthorization: app.values['OptionsAllowAdminApprovedUsersOnly'] ?? false
    };
}

/** An id that follows from the app's. */
function menuId(keyPrefix: string, appId: string): string {
    return keyPrefix + appId.slice(3);
}
