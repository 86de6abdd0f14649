import { actingIn } from '../domain/acting.ts';
import { createdItem, deletedItem, startJob } from '../domain/jobs.ts';
import {
    addMembership,
    makeDefault,
    removeMembership
} from '../domain/organizations/memberships.ts';
import { bulkIds, bulkItems } from '../http/bulk.ts';
import { created, noContent, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { envelope, idOf, type JsonObject } from '../http/json.ts';
import { inOrder, paginate, type Order } from '../http/paging.ts';
import { existing, idParam } from '../http/parameters.ts';
import { apiUrl } from '../present/addresses.ts';
import { presentMembership } from '../present/users.ts';
import type { OrganizationMembership } from '../store/records.ts';
import { livingOrganization } from './organizationReading.ts';
import { knownUser } from './userReading.ts';

const BY_ID: Order<OrganizationMembership> = {
    name: 'id',
    key: (row) => row.id,
    isDescending: false
};

function page(context: Context, rows: readonly OrganizationMembership[]): Reply {
    const found = paginate(context, inOrder(rows, BY_ID), BY_ID);
    return ok({
        organization_memberships: found.rows.map((row) => presentMembership(context, row)),
        ...found.envelope
    });
}

const tableOf = (context: Context) => context.account.store.organizationMemberships;
const ofUser = (context: Context) => tableOf(context).by('user', knownUser(context).id);
const ofOrganization = (context: Context) =>
    tableOf(context).by('organization', livingOrganization(context).id);

const one = (context: Context, name = 'id'): OrganizationMembership =>
    existing(tableOf(context).find(idParam(context, name)));

function ofUserById(context: Context): OrganizationMembership {
    const user = knownUser(context);
    const row = one(context, 'membershipId');
    return existing(row.user_id === user.id ? row : null);
}

function ofUserByOrganization(context: Context): OrganizationMembership {
    const organization = idParam(context, 'organizationId');
    return existing(ofUser(context).find((row) => row.organization_id === organization));
}

const add = (context: Context, values: JsonObject): OrganizationMembership =>
    addMembership(actingIn(context), idOf(values['user_id']), idOf(values['organization_id']));

function create(context: Context): Reply {
    const values = envelope(context.body(), 'organization_membership');
    const ofPath = context.params['id'];
    const row = add(context, ofPath === undefined ? values : { ...values, user_id: ofPath });
    if (values['default'] === true) {
        makeDefault(actingIn(context), row);
    }
    const latest = tableOf(context).find(row.id) ?? row;
    return created(
        { organization_membership: presentMembership(context, latest) },
        apiUrl(context, `organization_memberships/${row.id}`)
    );
}

function createMany(context: Context): Reply {
    return startJob(context, {
        type: 'Bulk Create OrganizationMembership',
        items: bulkItems(context, 'organization_memberships'),
        failure: 'OrganizationMembershipCreateFailed',
        perform: (item) => createdItem(add(context, item).id)
    });
}

function destroyMany(context: Context): Reply {
    const acting = actingIn(context);
    return startJob(context, {
        type: 'Bulk Delete OrganizationMembership',
        items: bulkIds(context),
        failure: 'OrganizationMembershipDeleteFailed',
        identify: (id) => ({ id }),
        perform: (id) => {
            removeMembership(acting, existing(tableOf(context).find(id)));
            return deletedItem(id);
        }
    });
}

function remove(context: Context, row: OrganizationMembership): Reply {
    removeMembership(actingIn(context), row);
    return noContent();
}

function setDefault(context: Context, row: OrganizationMembership): Reply {
    makeDefault(actingIn(context), row);
    return page(context, ofUser(context));
}

const ALL = '/api/v2/organization_memberships';
const OF_USER = '/api/v2/users/:id/organization_memberships';
const OF_PAIR = '/api/v2/users/:id/organizations/:organizationId';

const show = (context: Context, row: OrganizationMembership): Reply =>
    ok({ organization_membership: presentMembership(context, row) });

export const organizationMembershipRoutes: readonly Route[] = [
    { method: 'GET', path: ALL, handle: (context) => page(context, tableOf(context).all()) },
    { method: 'POST', path: ALL, handle: create },
    { method: 'POST', path: `${ALL}/create_many`, handle: createMany },
    { method: 'DELETE', path: `${ALL}/destroy_many`, handle: destroyMany },
    { method: 'GET', path: `${ALL}/:id`, handle: (context) => show(context, one(context)) },
    { method: 'DELETE', path: `${ALL}/:id`, handle: (context) => remove(context, one(context)) },
    { method: 'GET', path: OF_USER, handle: (context) => page(context, ofUser(context)) },
    { method: 'POST', path: OF_USER, handle: create },
    {
        method: 'GET',
        path: `${OF_USER}/:membershipId`,
        handle: (context) => show(context, ofUserById(context))
    },
    {
        method: 'DELETE',
        path: `${OF_USER}/:membershipId`,
        handle: (context) => remove(context, ofUserById(context))
    },
    {
        method: 'PUT',
        path: `${OF_USER}/:membershipId/make_default`,
        handle: (context) => setDefault(context, ofUserById(context))
    },
    {
        method: 'GET',
        path: '/api/v2/organizations/:id/organization_memberships',
        handle: (context) => page(context, ofOrganization(context))
    },
    {
        method: 'DELETE',
        path: OF_PAIR,
        handle: (context) => remove(context, ofUserByOrganization(context))
    },
    {
        method: 'PUT',
        path: `${OF_PAIR}/make_default`,
        handle: (context) => {
            makeDefault(actingIn(context), ofUserByOrganization(context));
            return show(context, ofUserByOrganization(context));
        }
    }
];
