import { actingIn, type Acting } from '../domain/acting.ts';
import { identitiesOf } from '../domain/identities.ts';
import { createdItem, deletedItem, startJob, updatedItem } from '../domain/jobs.ts';
import {
    createUser,
    deleteUser,
    findUser,
    updateUser,
    USER_ATTRIBUTES
} from '../domain/users/writing.ts';
import { bulkIds, bulkItems } from '../http/bulk.ts';
import { ApiError } from '../http/errors.ts';
import { created, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { envelope, idOf, isObject, text, type JsonObject } from '../http/json.ts';
import { inOrder, paginate, type Order } from '../http/paging.ts';
import { demandAdmin, existing, idParam } from '../http/parameters.ts';
import { demandKinds, permitted } from '../http/permitted.ts';
import { apiUrl } from '../present/addresses.ts';
import { presentUser } from '../present/users.ts';
import type { User } from '../store/records.ts';
import { knownUser } from './userReading.ts';

const sent = (context: Context): JsonObject =>
    permitted(context, 'user', envelope(context.body(), 'user'), USER_ATTRIBUTES);

const shown = (context: Context, user: User): JsonObject => ({ user: presentUser(context, user) });
const location = (context: Context, user: User): string => apiUrl(context, `users/${user.id}`);

/** Agents may write end users; agents and roles are for admins. */
function demandMayWrite(context: Context, user: User | null, input: JsonObject): void {
    const role = text(input['role']) ?? user?.role ?? 'end-user';
    const isOwn = user !== null && user.id === context.actor.user?.id && !('role' in input);
    if ((role !== 'end-user' || (user !== null && user.role !== 'end-user')) && !isOwn) {
        demandAdmin(context);
    }
}

/** The user as it is after everything that followed from the write. */
const latest = (context: Context, user: User): User =>
    context.account.store.users.find(user.id) ?? user;

function create(context: Context): Reply {
    const input = sent(context);
    demandMayWrite(context, null, input);
    const user = latest(context, createUser(actingIn(context), input));
    return created(shown(context, user), location(context, user));
}

function update(context: Context): Reply {
    const user = knownUser(context);
    const input = sent(context);
    demandMayWrite(context, user, input);
    return ok(shown(context, latest(context, updateUser(actingIn(context), user, input))));
}

function createOrUpdate(context: Context): Reply {
    const acting = actingIn(context);
    const input = sent(context);
    const known = findUser(acting, input);
    demandMayWrite(context, known, input);
    if (known === null) {
        const user = latest(context, createUser(acting, input));
        return created(shown(context, user), location(context, user));
    }
    const user = latest(context, updateUser(acting, known, input));
    return { ...ok(shown(context, user)), headers: { location: location(context, user) } };
}

function remove(context: Context): Reply {
    const user = knownUser(context);
    demandMayWrite(context, user, {});
    if (user.id === context.actor.user?.id) {
        throw ApiError.invalidField('base', 'You cannot delete yourself', 'InvalidValue');
    }
    return ok(shown(context, deleteUser(actingIn(context), user)));
}

const TOO_MANY = 'users';

/** One of many. @throws ApiError 400 for a value of the wrong type, 403 */
function fitting(context: Context, user: User | null, item: JsonObject): JsonObject {
    demandKinds(context, 'user', item, USER_ATTRIBUTES);
    demandMayWrite(context, user, item);
    return item;
}

function createMany(context: Context): Reply {
    const acting = actingIn(context);
    return startJob(context, {
        type: 'Bulk Create User',
        items: bulkItems(context, 'users', TOO_MANY),
        failure: 'UserCreateFailed',
        perform: (item) => createdItem(createUser(acting, fitting(context, null, item)).id)
    });
}

function createOrUpdateMany(context: Context): Reply {
    const acting = actingIn(context);
    return startJob(context, {
        type: 'Bulk Create Or Update User',
        items: bulkItems(context, 'users', TOO_MANY),
        failure: 'UserCreateOrUpdateFailed',
        identify: (item) => ({
            ...('email' in item && { email: item['email'] ?? null }),
            ...('external_id' in item && { external_id: item['external_id'] ?? null })
        }),
        perform: (item) => upserted(context, acting, item)
    });
}

function upserted(context: Context, acting: Acting, item: JsonObject): JsonObject {
    const known = findUser(acting, item);
    const input = fitting(context, known, item);
    const user = known === null ? createUser(acting, input) : updateUser(acting, known, input);
    return {
        id: user.id,
        status: known === null ? 'Created' : 'Updated',
        ...(user.external_id !== null && { external_id: user.external_id }),
        ...(user.email !== null && { email: user.email })
    };
}

function updates(context: Context): JsonObject[] {
    const body = context.body();
    if (isObject(body) && 'users' in body) {
        return bulkItems(context, 'users', TOO_MANY);
    }
    const input = envelope(body, 'user');
    return context.query.has('external_ids')
        ? context.query.list('external_ids').map((external_id) => ({ ...input, external_id }))
        : bulkIds(context).map((id) => ({ ...input, id }));
}

function updateMany(context: Context): Reply {
    const acting = actingIn(context);
    return startJob(context, {
        type: 'Bulk Update User',
        items: updates(context),
        failure: 'UserUpdateFailed',
        identify: (item) => ({ id: idOf(item['id']) }),
        perform: (item) => {
            const id = idOf(item['id']);
            const user = id === null ? existing(findUser(acting, item)) : knownUser(context, id);
            return updatedItem(updateUser(acting, user, fitting(context, user, item)).id);
        }
    });
}

function destroyMany(context: Context): Reply {
    const acting = actingIn(context);
    const { users } = context.account.store;
    const items = context.query.has('external_ids')
        ? context.query
              .list('external_ids')
              .flatMap((key) => users.firstBy('external', key.toLowerCase())?.id ?? [])
        : bulkIds(context);
    return startJob(context, {
        type: 'Bulk Update User',
        items,
        failure: 'UserDeleteFailed',
        identify: (id) => ({ id }),
        perform: (id) => {
            const user = knownUser(context, id);
            demandMayWrite(context, user, {});
            deleteUser(acting, user);
            return deletedItem(id);
        }
    });
}

/** Tickets and identities of the loser move to the winner. Only end users can be merged. */
function merge(context: Context): Reply {
    const acting = actingIn(context);
    const { store, clock } = context.account;
    const loser = knownUser(context);
    const winner = knownUser(context, idOf(envelope(context.body(), 'user')['id']) ?? 0);
    if (loser.role !== 'end-user' || winner.role !== 'end-user' || loser.id === winner.id) {
        throw ApiError.forbidden();
    }
    for (const ticket of store.tickets.by('requester', loser.id)) {
        store.tickets.patch(ticket, {
            requester_id: winner.id,
            generated_timestamp: clock.seconds()
        });
    }
    for (const identity of identitiesOf(store, loser)) {
        store.identities.patch(identity, { user_id: winner.id, primary: false });
    }
    deleteUser(acting, loser);
    store.users.patch(latest(context, winner), { updated_at: clock.stamp() });
    return ok(shown(context, latest(context, winner)));
}

const BY_ID: Order<User> = { name: 'id', key: (row) => row.id, isDescending: false };

const deletedUsers = (context: Context): User[] =>
    context.account.store.users.all().filter((user) => !user.active && !user.permanently_deleted);

function deletedList(context: Context): Reply {
    const page = paginate(context, inOrder(deletedUsers(context), BY_ID), BY_ID);
    return ok({
        deleted_users: page.rows.map((row) => presentUser(context, row)),
        ...page.envelope
    });
}

const deletedUser = (context: Context): User =>
    existing(deletedUsers(context).find(({ id }) => id === idParam(context)));

/** What could tell who it was is wiped; the record stays for the tickets' sake. */
function wipe(context: Context): Reply {
    const user = deletedUser(context);
    const wiped = context.account.store.users.patch(user, {
        name: 'Permanently Deleted User',
        email: null,
        phone: null,
        external_id: null,
        details: null,
        notes: null,
        permanently_deleted: true,
        updated_at: context.account.clock.stamp()
    });
    return ok({ deleted_user: presentUser(context, wiped) });
}

function deletedCount(context: Context): Reply {
    const value = deletedUsers(context).length;
    return ok({ count: { value, refreshed_at: context.account.clock.stamp() } });
}

function logoutMany(context: Context): Reply {
    bulkIds(context);
    return { status: 202, body: {} };
}

const REQUIREMENTS = ['must be at least 5 characters', 'must be different from email address'];

/** Nobody signs in to the simulator with a password, so only its rules are checked. */
function setPassword(context: Context): Reply {
    const user = knownUser(context);
    if (user.id !== context.actor.user?.id) {
        demandAdmin(context);
    }
    const body = context.body();
    const password = isObject(body) ? (text(body['password']) ?? '') : '';
    if (password.length < 5 || password === user.email) {
        throw ApiError.invalidField('password', 'Password: is too short', 'ValueTooShort');
    }
    return ok({});
}

function passwordRequirements(context: Context): Reply {
    knownUser(context);
    return ok({ requirements: REQUIREMENTS });
}

export const userWritingRoutes: readonly Route[] = [
    { method: 'POST', path: '/api/v2/users', handle: create },
    { method: 'POST', path: '/api/v2/users/create_many', handle: createMany },
    { method: 'POST', path: '/api/v2/users/create_or_update', handle: createOrUpdate },
    { method: 'POST', path: '/api/v2/users/create_or_update_many', handle: createOrUpdateMany },
    { method: 'PUT', path: '/api/v2/users/update_many', handle: updateMany },
    { method: 'DELETE', path: '/api/v2/users/destroy_many', access: 'admin', handle: destroyMany },
    { method: 'POST', path: '/api/v2/users/logout_many', access: 'admin', handle: logoutMany },
    { method: 'PUT', path: '/api/v2/users/:id', handle: update },
    { method: 'DELETE', path: '/api/v2/users/:id', handle: remove },
    { method: 'PUT', path: '/api/v2/users/:id/merge', handle: merge },
    { method: 'POST', path: '/api/v2/users/:id/password', access: 'admin', handle: setPassword },
    { method: 'PUT', path: '/api/v2/users/:id/password', access: 'end-user', handle: setPassword },
    {
        method: 'GET',
        path: '/api/v2/users/:id/password/requirements',
        access: 'end-user',
        handle: passwordRequirements
    },
    { method: 'GET', path: '/api/v2/deleted_users', handle: deletedList },
    { method: 'GET', path: '/api/v2/deleted_users/count', handle: deletedCount },
    {
        method: 'GET',
        path: '/api/v2/deleted_users/:id',
        handle: (context) => ok({ deleted_user: presentUser(context, deletedUser(context)) })
    },
    { method: 'DELETE', path: '/api/v2/deleted_users/:id', access: 'admin', handle: wipe }
];
