import type { Access } from './access/access.ts';
import type { RecordStore, StoredValues } from './store/recordStore.ts';
import type { Globals } from './formula/paths.ts';
import { FormulaError } from './formula/parse.ts';
import type { FieldValue } from './types.ts';

/** Custom label texts by name. */
export type LabelText = (name: string) => string | null;

/** The `$…` values of formulas, from the org's own records. */
export function globalsOf(store: RecordStore, access: Access, label: LabelText): Globals {
    return (path, userId) => {
        const [root = '', name = '', ...rest] = path;
        switch (root.toLowerCase()) {
            case '$user':
                return field(record(store, 'User', userId), name);
            case '$profile':
                return field(related(store, 'Profile', userId, 'ProfileId'), name);
            case '$userrole':
                return field(related(store, 'UserRole', userId, 'UserRoleId'), name);
            case '$organization':
                return field(organization(store), name);
            case '$permission':
                return access.customPermission(userId, name);
            case '$label':
                return label(rest[0] ?? name);
            case '$setup':
                return setting(store, name, rest[0] ?? '', userId);
            case '$custommetadata':
                return customMetadata(store, name, rest);
            default:
                throw new FormulaError(`Formula global ${root} is not supported by the local org`);
        }
    };
}

function record(store: RecordStore, objectName: string, id: FieldValue): StoredValues | undefined {
    return typeof id === 'string' ? store.read(objectName, [id]).get(id) : undefined;
}

function related(
    store: RecordStore,
    objectName: string,
    userId: string,
    lookup: string
): StoredValues | undefined {
    return record(store, objectName, record(store, 'User', userId)?.[lookup] ?? null);
}

function organization(store: RecordStore): StoredValues | undefined {
    const { sqlName } = store.tables.get('Organization');
    const id = store.connection.first(`SELECT Id FROM ${sqlName} LIMIT 1`)?.[0];
    return record(store, 'Organization', typeof id === 'string' ? id : null);
}

function field(values: StoredValues | undefined, name: string): FieldValue {
    const entry = Object.entries(values ?? {}).find(
        ([known]) => known.toLowerCase() === name.toLowerCase()
    );
    return entry?.[1] ?? null;
}

/** A hierarchy setting: the user's own, else the profile's, else the organization's. */
function setting(
    store: RecordStore,
    objectName: string,
    fieldName: string,
    userId: string
): FieldValue {
    const profileId = record(store, 'User', userId)?.['ProfileId'] ?? null;
    const owners = [userId, profileId, organization(store)?.['Id'] ?? null];
    for (const owner of owners.filter((id) => typeof id === 'string')) {
        const [id] = store.idsWhere(objectName, 'SetupOwnerId', [owner]);
        const value = id === undefined ? null : field(record(store, objectName, id), fieldName);
        if (value !== null) {
            return value;
        }
    }
    return null;
}

function customMetadata(
    store: RecordStore,
    objectName: string,
    [developerName = '', fieldName = '']: readonly string[]
): FieldValue {
    const [id] = store.idsWhere(objectName, 'DeveloperName', [developerName]);
    return id === undefined ? null : field(record(store, objectName, id), fieldName);
}
