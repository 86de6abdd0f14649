import { actingIn } from '../domain/acting.ts';
import { identitiesOf } from '../domain/identities.ts';
import { addIdentity, changeIdentity } from '../domain/users/identityWriting.ts';
import type { Attributes } from '../http/attributes.ts';
import { ApiError } from '../http/errors.ts';
import { created, noContent, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { envelope, flag, isObject, text } from '../http/json.ts';
import { inOrder, paginate, type Order } from '../http/paging.ts';
import { existing, idParam } from '../http/parameters.ts';
import { demandKinds } from '../http/permitted.ts';
import { apiUrl } from '../present/addresses.ts';
import { presentIdentity } from '../present/users.ts';
import type { Identity } from '../store/records.ts';
import { knownUser } from './userReading.ts';

const TYPES: readonly string[] = [
    'email',
    'twitter',
    'facebook',
    'google',
    'phone_number',
    'agent_forwarding',
    'any_channel',
    'foreign',
    'sdk'
];

const KINDS: Attributes = { type: 'string', value: 'text', verified: 'boolean' };

const BY_ID: Order<Identity> = { name: 'id', key: (row) => row.id, isDescending: false };

function page(context: Context, rows: readonly Identity[]): Reply {
    const found = paginate(context, inOrder(rows, BY_ID), BY_ID);
    return ok({
        identities: found.rows.map((row) => presentIdentity(context, row)),
        ...found.envelope
    });
}

const ofUser = (context: Context): Identity[] =>
    identitiesOf(context.account.store, knownUser(context));

function one(context: Context): Identity {
    const user = knownUser(context);
    const row = context.account.store.identities.find(idParam(context, 'identityId'));
    return existing(row?.user_id === user.id ? row : null);
}

function create(context: Context): Reply {
    const user = knownUser(context);
    const body = context.body();
    const values =
        isObject(body) && isObject(body['identity'])
            ? body['identity']
            : isObject(body)
              ? body
              : {};
    demandKinds(context, 'identity', values, KINDS);
    const type = text(values['type']) ?? '';
    const value = text(values['value'])?.trim() ?? '';
    if (!TYPES.includes(type)) {
        throw ApiError.invalidField('type', 'Type: is invalid', 'InvalidValue');
    }
    if (value === '') {
        throw ApiError.invalidField('value', 'Value: cannot be blank', 'BlankValue');
    }
    demandSettable(values['verification_method']);
    const verified = flag(values['verified']) ?? false;
    const row = addIdentity(actingIn(context), user, type, value, verified);
    return created(
        { identity: presentIdentity(context, row) },
        apiUrl(context, `users/${user.id}/identities/${row.id}`)
    );
}

/** The API may set `none` and `low` only. */
function demandSettable(method: unknown): void {
    if (method !== undefined && method !== 'none' && method !== 'low') {
        throw ApiError.titled(400, 'Invalid attribute', 'verification_method must be none or low');
    }
}

function update(context: Context): Reply {
    const row = one(context);
    const values = envelope(context.body(), 'identity');
    demandKinds(context, 'identity', values, KINDS);
    demandSettable(values['verification_method']);
    const next = changeIdentity(actingIn(context), row, {
        value: text(values['value'])?.trim() || row.value,
        verified: flag(values['verified']) ?? false
    });
    return ok({ identity: presentIdentity(context, next) });
}

/** The others step back, and the user's email becomes this one. */
function makePrimary(context: Context): Reply {
    const chosen = one(context);
    const { store, clock } = context.account;
    const user = knownUser(context);
    for (const row of identitiesOf(store, user).filter(({ type }) => type === chosen.type)) {
        store.identities.patch(row, { primary: row.id === chosen.id, updated_at: clock.stamp() });
    }
    if (chosen.type === 'email') {
        store.users.patch(user, { email: chosen.value, updated_at: clock.stamp() });
    }
    return page(context, identitiesOf(store, user));
}

function verify(context: Context): Reply {
    const next = context.account.store.identities.patch(one(context), {
        verified: true,
        verification_method: 'low',
        updated_at: context.account.clock.stamp()
    });
    return ok({ identity: presentIdentity(context, next) });
}

function requestVerification(context: Context): Reply {
    one(context);
    return ok({});
}

function remove(context: Context): Reply {
    const row = one(context);
    if (row.primary) {
        throw ApiError.invalidField('base', 'Primary identity cannot be deleted', 'InvalidValue');
    }
    context.account.store.identities.remove(row.id);
    return noContent();
}

const LIST = '/api/v2/users/:id/identities';
const ONE = `${LIST}/:identityId`;

export const identityRoutes: readonly Route[] = [
    { method: 'GET', path: LIST, handle: (context) => page(context, ofUser(context)) },
    { method: 'POST', path: LIST, handle: create },
    {
        method: 'GET',
        path: ONE,
        handle: (context) => ok({ identity: presentIdentity(context, one(context)) })
    },
    { method: 'PUT', path: ONE, handle: update },
    { method: 'DELETE', path: ONE, handle: remove },
    { method: 'PUT', path: `${ONE}/make_primary`, handle: makePrimary },
    { method: 'PUT', path: `${ONE}/verify`, handle: verify },
    { method: 'PUT', path: `${ONE}/request_verification`, handle: requestVerification }
];
