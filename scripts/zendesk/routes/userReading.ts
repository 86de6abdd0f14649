import { userByEmail } from '../domain/identities.ts';
import { ApiError } from '../http/errors.ts';
import { ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import {
    BOTH,
    OFFSET_ONLY,
    inOrder,
    paginate,
    wholeList,
    type Order,
    type PagingModes
} from '../http/paging.ts';
import { existing, idParam, idsParam } from '../http/parameters.ts';
import { userSideloads } from '../present/sideloads.ts';
import { anonymousUser, presentUser } from '../present/users.ts';
import { parseSearch } from '../search/query.ts';
import { search } from '../search/search.ts';
import type { User } from '../store/records.ts';
import { livingOrganization } from './organizationReading.ts';

const BY_ID: Order<User> = { name: 'id', key: (row) => row.id, isDescending: false };

/** A deleted user is still shown by id, as `active: false`. @throws ApiError 404 */
export function knownUser(context: Context, id = idParam(context)): User {
    const user = context.account.store.users.find(id);
    return existing(user?.permanently_deleted === false ? user : null);
}

const activeUsers = (context: Context): User[] =>
    context.account.store.users.all().filter((user) => user.active);

export function userPage(
    context: Context,
    users: readonly User[],
    modes: PagingModes = BOTH,
    order = BY_ID
): Reply {
    const page = paginate(context, inOrder(users, order), order, modes);
    return ok({
        users: page.rows.map((row) => presentUser(context, row)),
        ...userSideloads(context, page.rows),
        ...page.envelope
    });
}

/** `role`, `role[]`, `permission_set`, `external_id` narrow the list. */
function filtered(context: Context, users: readonly User[]): User[] {
    const roles = context.query.list('role');
    const permissionSet = context.query.text('permission_set');
    const externalId = context.query.text('external_id')?.toLowerCase();
    return users.filter(
        (user) =>
            (roles.length === 0 || roles.includes(user.role)) &&
            (permissionSet === null || String(user.custom_role_id) === permissionSet) &&
            (externalId === undefined || user.external_id?.toLowerCase() === externalId)
    );
}

function ofOrganization(context: Context): User[] {
    const { store } = context.account;
    return store.organizationMemberships
        .by('organization', livingOrganization(context).id)
        .flatMap((row) => store.users.find(row.user_id) ?? [])
        .filter((user) => user.active);
}

function ofGroup(context: Context): User[] {
    const { store } = context.account;
    const group = existing(store.plain.groups.find(idParam(context)));
    return store.groupMemberships
        .by('group', group.id)
        .flatMap((row) => store.users.find(row.user_id) ?? [])
        .filter((user) => user.active);
}

const counted = (context: Context, users: readonly User[]): Reply =>
    ok({ count: { value: users.length, refreshed_at: context.account.clock.stamp() } });

function me(context: Context): Reply {
    const { user } = context.actor;
    const shown = user === null ? anonymousUser(context) : presentUser(context, user);
    return ok({
        user: { ...shown, authenticity_token: context.account.random.letters(44) },
        ...(user !== null && userSideloads(context, [user]))
    });
}

function showMany(context: Context): Reply {
    const { store } = context.account;
    const users = context.query.has('external_ids')
        ? context.query
              .list('external_ids')
              .flatMap((key) => store.users.by('external', key.toLowerCase()))
        : idsParam(context).flatMap((id) => store.users.find(id) ?? []);
    const known = users.filter((user) => !user.permanently_deleted);
    return ok({
        users: known.map((user) => presentUser(context, user)),
        ...userSideloads(context, known),
        ...wholeList(known).envelope
    });
}

/** `query` takes an email, a name or the search language without `type`. */
function searched(context: Context): Reply {
    const { store } = context.account;
    const externalId = context.query.text('external_id');
    if (externalId !== null) {
        return userPage(context, store.users.by('external', externalId.toLowerCase()), OFFSET_ONLY);
    }
    const text = context.query.text('query') ?? '';
    if (text.trim() === '') {
        return userPage(context, activeUsers(context), OFFSET_ONLY);
    }
    const email = /^(?:email:)?"?([^\s"]+@[^\s"*]+)"?$/.exec(text.trim())?.[1];
    const users = email === undefined ? byQuery(context, text) : byEmail(context, email);
    return userPage(context, users, OFFSET_ONLY);
}

const byEmail = (context: Context, email: string): User[] => {
    const user = userByEmail(context.account.store, email);
    return user === null ? [] : [user];
};

function byQuery(context: Context, text: string): User[] {
    const query = { ...parseSearch(text), types: ['user'] };
    return [...(search(context.account, context.actor.user, query).users?.rows() ?? [])];
}

/** Names, emails and phones that start with `name`; two characters at least. */
function autocomplete(context: Context): Reply {
    const name = (context.query.text('name') ?? context.query.text('query') ?? '').toLowerCase();
    if (name.length < 2) {
        throw ApiError.titled(400, 'Invalid attribute', 'name must have at least 2 characters');
    }
    const matches = (value: string | null) =>
        value !== null &&
        (value.toLowerCase().startsWith(name) || value.toLowerCase().includes(` ${name}`));
    const users = activeUsers(context).filter(
        (user) => matches(user.name) || matches(user.email) || matches(user.phone)
    );
    return userPage(context, users, OFFSET_ONLY);
}

function related(context: Context): Reply {
    const { store } = context.account;
    const { id } = knownUser(context);
    return ok({
        user_related: {
            assigned_tickets: store.tickets.ids('assignee', id).size,
            requested_tickets: store.tickets.ids('requester', id).size,
            ccd_tickets: store.tickets.ids('cc', id).size,
            followed_tickets: store.tickets.ids('follower', id).size,
            organization_subscriptions: 0,
            topics: 0,
            topic_comments: 0,
            votes: 0,
            subscriptions: 0,
            entry_subscriptions: 0,
            forum_subscriptions: 0
        }
    });
}

const LISTS: Readonly<Record<string, (context: Context) => User[]>> = {
    '/api/v2/users': activeUsers,
    '/api/v2/organizations/:id/users': ofOrganization,
    '/api/v2/groups/:id/users': ofGroup
};

export const userReadingRoutes: readonly Route[] = [
    ...Object.entries(LISTS).flatMap(([path, find]): Route[] => [
        {
            method: 'GET',
            path,
            scope: 'users',
            handle: (context) => userPage(context, filtered(context, find(context)))
        },
        {
            method: 'GET',
            path: `${path}/count`,
            scope: 'users',
            handle: (context) => counted(context, filtered(context, find(context)))
        }
    ]),
    { method: 'GET', path: '/api/v2/users/me', access: 'anyone', handle: me },
    { method: 'GET', path: '/api/v2/users/show_many', handle: showMany },
    { method: 'GET', path: '/api/v2/users/search', handle: searched },
    { method: 'GET', path: '/api/v2/users/autocomplete', handle: autocomplete },
    {
        method: 'GET',
        path: '/api/v2/users/:id',
        handle: (context) => {
            const user = knownUser(context);
            return ok({ user: presentUser(context, user), ...userSideloads(context, [user]) });
        }
    },
    { method: 'GET', path: '/api/v2/users/:id/related', handle: related }
];
