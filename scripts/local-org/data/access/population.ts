import type { RecordStore } from '../store/recordStore.ts';

/** Whose records a user reaches by role, and in whose name shares reach the user. */
export interface Reach {
    /** Owners whose records are the user's: the user, those below in the role hierarchy, queues. */
    readonly owners: readonly string[];
    /** Users and groups whose shares count for the user. */
    readonly sharedWith: readonly string[];
}

interface Role {
    readonly id: string;
    readonly parentId: string | null;
}

/** Works out a user's place among roles, groups and queues. */
export function reachOf(store: RecordStore, userId: string): Reach {
    const roles = rolesOf(store);
    const roleId = roleOf(store, userId);
    const below = roleId === null ? [] : usersIn(store, rolesBelow(roles, roleId));
    const groups = groupsOf(store, [userId, ...below], roles, roleId);
    return {
        owners: [userId, ...below, ...groups],
        sharedWith: [userId, ...below, ...groups]
    };
}

function rolesOf(store: RecordStore): readonly Role[] {
    const { sqlName } = store.tables.get('UserRole');
    const rows = store.connection.all(`SELECT Id, ParentRoleId FROM ${sqlName}`);
    return rows.map(([id, parentId]) => ({
        id: String(id),
        parentId: parentId === null ? null : String(parentId)
    }));
}

function roleOf(store: RecordStore, userId: string): string | null {
    const role = store.read('User', [userId]).get(userId)?.['UserRoleId'];
    return typeof role === 'string' ? role : null;
}

function usersIn(store: RecordStore, roleIds: readonly string[]): readonly string[] {
    return store.idsWhere('User', 'UserRoleId', roleIds);
}

function rolesBelow(roles: readonly Role[], roleId: string): readonly string[] {
    const children = roles.filter((role) => role.parentId === roleId);
    return children.flatMap((role) => [role.id, ...rolesBelow(roles, role.id)]);
}

function rolesAbove(roles: readonly Role[], roleId: string | null): readonly string[] {
    const role = roles.find((known) => known.id === roleId);
    return role === undefined ? [] : [role.id, ...rolesAbove(roles, role.parentId)];
}

/** Groups and queues by membership, by role, through other groups; and the group of everybody. */
function groupsOf(
    store: RecordStore,
    users: readonly string[],
    roles: readonly Role[],
    roleId: string | null
): readonly string[] {
    const found = new Set([
        ...groupsWhere(store, `Type = 'Organization'`, null),
        ...groupsWhere(store, `Type = 'Role'`, roleId === null ? [] : [roleId]),
        ...groupsWhere(store, `Type LIKE 'RoleAndSubordinates%'`, rolesAbove(roles, roleId))
    ]);
    let members: readonly string[] = [...users, ...found];
    while (members.length > 0) {
        const fresh = containing(store, members).filter((group) => !found.has(group));
        fresh.forEach((group) => found.add(group));
        members = fresh;
    }
    return [...found];
}

function groupsWhere(
    store: RecordStore,
    condition: string,
    roles: readonly string[] | null
): readonly string[] {
    const { sqlName } = store.tables.get('Group');
    const ofRoles = roles === null ? '' : ' AND RelatedId IN (SELECT value FROM json_each(?))';
    const values = roles === null ? [] : [JSON.stringify(roles)];
    const sql = `SELECT Id FROM ${sqlName} WHERE ${condition}${ofRoles}`;
    return store.connection.all(sql, values).map(([id]) => String(id));
}

function containing(store: RecordStore, members: readonly string[]): readonly string[] {
    const ids = store.idsWhere('GroupMember', 'UserOrGroupId', members);
    return [...store.read('GroupMember', ids).values()].map((row) => String(row['GroupId']));
}
