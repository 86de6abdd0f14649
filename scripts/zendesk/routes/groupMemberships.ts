import { createdItem, deletedItem, startJob } from '../domain/jobs.ts';
import { isAssignable, isStaff } from '../domain/visibility.ts';
import { bulkIds, bulkItems } from '../http/bulk.ts';
import { ApiError } from '../http/errors.ts';
import { created, noContent, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { envelope, idOf, type JsonObject } from '../http/json.ts';
import { inOrder, paginate, type Order } from '../http/paging.ts';
import { existing, idParam } from '../http/parameters.ts';
import { apiUrl } from '../present/addresses.ts';
import { presentPlain } from '../present/fields.ts';
import { presentUser } from '../present/users.ts';
import type { GroupMembership } from '../store/records.ts';
import { groupMembershipRow } from '../store/rows.ts';
import { knownUser } from './userReading.ts';

const BY_ID: Order<GroupMembership> = { name: 'id', key: (row) => row.id, isDescending: false };

const present = (context: Context, row: GroupMembership): JsonObject => ({
    url: apiUrl(context, `group_memberships/${row.id}`),
    ...row
});

const tableOf = (context: Context) => context.account.store.groupMemberships;

function page(context: Context, rows: readonly GroupMembership[]): Reply {
    const found = paginate(context, inOrder(rows, BY_ID), BY_ID);
    const { users, plain } = context.account.store;
    const includes = context.query.includes();
    const userIds = new Set(found.rows.map((row) => row.user_id));
    const groupIds = new Set(found.rows.map((row) => row.group_id));
    return ok({
        group_memberships: found.rows.map((row) => present(context, row)),
        ...(includes.has('users') && {
            users: [...userIds]
                .flatMap((id) => users.find(id) ?? [])
                .map((user) => presentUser(context, user))
        }),
        ...(includes.has('groups') && {
            groups: [...groupIds]
                .flatMap((id) => plain.groups.find(id) ?? [])
                .map((row) => presentPlain(context, 'groups', row))
        }),
        ...found.envelope
    });
}

const ofUser = (context: Context) => tableOf(context).by('user', knownUser(context).id);
const ofGroup = (context: Context) =>
    tableOf(context).by(
        'group',
        existing(context.account.store.plain.groups.find(idParam(context))).id
    );

/** Members who may own tickets. */
const assignable = (context: Context, rows: readonly GroupMembership[]): GroupMembership[] =>
    rows.filter((row) => {
        const user = context.account.store.users.find(row.user_id);
        return user !== null && isAssignable(user);
    });

function groupsOfUser(context: Context): Reply {
    const { plain } = context.account.store;
    const rows = ofUser(context).flatMap((row) => plain.groups.find(row.group_id) ?? []);
    const order = { name: 'id', key: (row: (typeof rows)[number]) => row.id, isDescending: false };
    const found = paginate(context, inOrder(rows, order), order);
    return ok({
        groups: found.rows.map((row) => presentPlain(context, 'groups', row)),
        ...found.envelope
    });
}

/** @throws ApiError 422 for somebody who is no agent, and for what exists already */
function add(context: Context, values: JsonObject): GroupMembership {
    const { account } = context;
    const user = account.store.users.find(idOf(values['user_id']));
    const group = account.store.plain.groups.find(idOf(values['group_id']));
    if (user === null || !isStaff(user)) {
        throw ApiError.invalidField('user', 'User: must be an agent', 'InvalidValue');
    }
    if (group === null) {
        throw ApiError.invalidField('group', 'Group: cannot be blank', 'BlankValue');
    }
    const known = tableOf(context).by('user', user.id);
    if (known.some((row) => row.group_id === group.id)) {
        throw ApiError.invalidField('user_id', 'User has already been taken', 'DuplicateValue');
    }
    const isFirst = known.length === 0;
    if (isFirst) {
        account.store.users.patch(user, { default_group_id: group.id });
    }
    return tableOf(context).put(
        groupMembershipRow(account, account.clock.stamp(), {
            user_id: user.id,
            group_id: group.id,
            default: isFirst
        })
    );
}

function create(context: Context): Reply {
    const row = add(context, envelope(context.body(), 'group_membership'));
    return created(
        { group_membership: present(context, row) },
        apiUrl(context, `group_memberships/${row.id}`)
    );
}

function createMany(context: Context): Reply {
    return startJob(context, {
        type: 'Bulk Create GroupMembership',
        items: bulkItems(context, 'group_memberships'),
        failure: 'GroupMembershipCreateFailed',
        perform: (item) => createdItem(add(context, item).id)
    });
}

function destroyMany(context: Context): Reply {
    return startJob(context, {
        type: 'Bulk Delete GroupMembership',
        items: bulkIds(context),
        failure: 'GroupMembershipDeleteFailed',
        identify: (id) => ({ id }),
        perform: (id) => {
            existing(tableOf(context).remove(id));
            return deletedItem(id);
        }
    });
}

function makeDefault(context: Context): Reply {
    const user = knownUser(context);
    const chosen = existing(tableOf(context).find(idParam(context, 'membershipId')));
    for (const row of tableOf(context).by('user', user.id)) {
        tableOf(context).patch(row, { default: row.id === chosen.id });
    }
    context.account.store.users.patch(user, { default_group_id: chosen.group_id });
    return page(context, ofUser(context));
}

const ALL = '/api/v2/group_memberships';
const one = (context: Context) => existing(tableOf(context).find(idParam(context)));

export const groupMembershipRoutes: readonly Route[] = [
    { method: 'GET', path: ALL, handle: (context) => page(context, tableOf(context).all()) },
    {
        method: 'GET',
        path: `${ALL}/assignable`,
        handle: (context) => page(context, assignable(context, tableOf(context).all()))
    },
    {
        method: 'GET',
        path: `${ALL}/:id`,
        handle: (context) => ok({ group_membership: present(context, one(context)) })
    },
    { method: 'POST', path: ALL, access: 'admin', handle: create },
    { method: 'POST', path: `${ALL}/create_many`, access: 'admin', handle: createMany },
    { method: 'DELETE', path: `${ALL}/destroy_many`, access: 'admin', handle: destroyMany },
    {
        method: 'DELETE',
        path: `${ALL}/:id`,
        access: 'admin',
        handle: (context) => {
            tableOf(context).remove(one(context).id);
            return noContent();
        }
    },
    {
        method: 'GET',
        path: '/api/v2/users/:id/group_memberships',
        handle: (context) => page(context, ofUser(context))
    },
    {
        method: 'PUT',
        path: '/api/v2/users/:id/group_memberships/:membershipId/make_default',
        access: 'admin',
        handle: makeDefault
    },
    { method: 'GET', path: '/api/v2/users/:id/groups', handle: groupsOfUser },
    {
        method: 'GET',
        path: '/api/v2/groups/:id/memberships',
        handle: (context) => page(context, ofGroup(context))
    },
    {
        method: 'GET',
        path: '/api/v2/groups/:id/memberships/assignable',
        handle: (context) => page(context, assignable(context, ofGroup(context)))
    }
];
