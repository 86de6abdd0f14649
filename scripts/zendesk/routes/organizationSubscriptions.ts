import { isStaff } from '../domain/visibility.ts';
import { ApiError } from '../http/errors.ts';
import { noContent, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { envelope, idOf, type JsonObject } from '../http/json.ts';
import { existing, signedIn } from '../http/parameters.ts';
import type { PlainRecord } from '../store/records.ts';
import { livingOrganization } from './organizationReading.ts';
import {
    createRow,
    livingRow,
    livingRows,
    plainPage,
    presentRow,
    removeRow,
    type PlainSpec
} from './plain/plainResource.ts';
import { knownUser } from './userReading.ts';

const SUBSCRIPTIONS: PlainSpec = {
    table: 'organization_subscriptions',
    path: 'organization_subscriptions',
    singular: 'organization_subscription',
    plural: 'organization_subscriptions',
    attributes: { organization_id: 0, user_id: 0 }
};

/** End users see their own only. */
const visible = (context: Context): PlainRecord[] =>
    livingRows(SUBSCRIPTIONS, context).filter((row) => isMine(context, row));

function isMine(context: Context, row: PlainRecord): boolean {
    const user = signedIn(context);
    return isStaff(user) || row['user_id'] === user.id;
}

const one = (context: Context): PlainRecord => {
    const row = livingRow(SUBSCRIPTIONS, context);
    return existing(isMine(context, row) ? row : null);
};

const shown = (context: Context, row: PlainRecord): JsonObject => ({
    organization_subscription: presentRow(SUBSCRIPTIONS, context, row)
});

/** Those who ask for nobody else follow the organization themselves. */
function create(context: Context): Reply {
    const values = envelope(context.body(), SUBSCRIPTIONS.singular);
    const asker = signedIn(context);
    const user = knownUser(context, idOf(values['user_id']) ?? asker.id);
    const organization = livingOrganization(context, idOf(values['organization_id']) ?? 0);
    if (!isStaff(asker) && user.id !== asker.id) {
        throw ApiError.forbidden();
    }
    const ids = { organization_id: organization.id, user_id: user.id };
    const known = livingRows(SUBSCRIPTIONS, context).find(
        (row) => row['organization_id'] === organization.id && row['user_id'] === user.id
    );
    return ok(shown(context, known ?? createRow(SUBSCRIPTIONS, context, ids)));
}

function remove(context: Context): Reply {
    removeRow(SUBSCRIPTIONS, context, one(context));
    return noContent();
}

const of = (name: string) => (context: Context) =>
    plainPage(
        SUBSCRIPTIONS,
        context,
        visible(context).filter((row) => String(row[name]) === context.params['id'])
    );

const LIST = '/api/v2/organization_subscriptions';
const ONE = `${LIST}/:id`;
const all = { access: 'end-user', scope: 'organizations' } as const;

export const organizationSubscriptionRoutes: readonly Route[] = [
    {
        ...all,
        method: 'GET',
        path: LIST,
        handle: (context) => plainPage(SUBSCRIPTIONS, context, visible(context))
    },
    { ...all, method: 'POST', path: LIST, handle: create },
    { ...all, method: 'GET', path: ONE, handle: (context) => ok(shown(context, one(context))) },
    { ...all, method: 'DELETE', path: ONE, handle: remove },
    {
        ...all,
        method: 'GET',
        path: '/api/v2/organizations/:id/subscriptions',
        handle: of('organization_id')
    },
    {
        ...all,
        method: 'GET',
        path: '/api/v2/users/:id/organization_subscriptions',
        handle: of('user_id')
    }
];
