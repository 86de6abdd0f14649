import { ApiError } from '../http/errors.ts';
import { ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { OFFSET_ONLY, inOrder, paginate, wholeList, type Order } from '../http/paging.ts';
import { existing, idParam, idsParam } from '../http/parameters.ts';
import { presentOrganization } from '../present/organizations.ts';
import type { Organization } from '../store/records.ts';

const BY_ID: Order<Organization> = { name: 'id', key: (row) => row.id, isDescending: false };
const BY_NAME: Order<Organization> = {
    name: 'name',
    key: (row) => row.name.toLowerCase(),
    isDescending: false
};

export const livingOrganizations = (context: Context): Organization[] =>
    context.account.store.organizations.all().filter((row) => row.deleted_at === null);

/** @throws ApiError 404 */
export function livingOrganization(context: Context, id = idParam(context)): Organization {
    const row = context.account.store.organizations.find(id);
    return existing(row?.deleted_at === null ? row : null);
}

function organizationPage(
    context: Context,
    rows: readonly Organization[],
    order = BY_ID,
    modes = {}
): Reply {
    const page = paginate(context, inOrder(rows, order), order, {
        cursor: true,
        offset: true,
        ...modes
    });
    return ok({
        organizations: page.rows.map((row) => presentOrganization(context, row)),
        ...page.envelope
    });
}

function ofUser(context: Context): Reply {
    const { store } = context.account;
    const user = existing(store.users.find(idParam(context)));
    const rows = store.organizationMemberships
        .by('user', user.id)
        .flatMap((membership) => store.organizations.find(membership.organization_id) ?? []);
    return organizationPage(context, rows);
}

/** Names that start with `name`, case aside; two characters at least. */
function autocomplete(context: Context): Reply {
    const name = (context.query.text('name') ?? '').toLowerCase();
    if (name.length < 2) {
        throw ApiError.listed(
            400,
            'QueryError',
            'Invalid type: name must have at least 2 characters'
        );
    }
    const rows = livingOrganizations(context).filter((row) =>
        row.name.toLowerCase().startsWith(name)
    );
    return organizationPage(context, rows, BY_NAME, OFFSET_ONLY);
}

/** By exact name or external id, case aside, not by both. */
function search(context: Context): Reply {
    const { store } = context.account;
    const name = context.query.text('name');
    const externalId = context.query.text('external_id');
    if ((name === null) === (externalId === null)) {
        throw ApiError.titled(
            400,
            'Invalid attribute',
            'Exactly one of the parameters name and external_id is required'
        );
    }
    const rows =
        name === null
            ? store.organizations.by('external', (externalId ?? '').toLowerCase())
            : store.organizations.by('name', name.toLowerCase());
    return organizationPage(context, rows);
}

/** Recorded: by name, whatever the order of the ids. */
function showMany(context: Context): Reply {
    const { store } = context.account;
    const rows = context.query.has('external_ids')
        ? context.query
              .list('external_ids')
              .flatMap((key) => store.organizations.by('external', key.toLowerCase()))
        : idsParam(context).flatMap((id) => store.organizations.find(id) ?? []);
    const living = inOrder(
        rows.filter((row) => row.deleted_at === null),
        BY_NAME
    );
    return ok({
        organizations: living.map((row) => presentOrganization(context, row)),
        ...wholeList(living).envelope
    });
}

function related(context: Context): Reply {
    const { store } = context.account;
    const { id } = livingOrganization(context);
    return ok({
        organization_related: {
            tickets_count: store.tickets.ids('organization', id).size,
            users_count: store.organizationMemberships.ids('organization', id).size
        }
    });
}

const count = (context: Context): Reply =>
    ok({
        count: {
            value: livingOrganizations(context).length,
            refreshed_at: context.account.clock.stamp()
        }
    });

export const organizationReadingRoutes: readonly Route[] = [
    {
        method: 'GET',
        path: '/api/v2/organizations',
        handle: (context) => organizationPage(context, livingOrganizations(context))
    },
    { method: 'GET', path: '/api/v2/organizations/count', handle: count },
    { method: 'GET', path: '/api/v2/organizations/autocomplete', handle: autocomplete },
    { method: 'GET', path: '/api/v2/organizations/search', handle: search },
    { method: 'GET', path: '/api/v2/organizations/show_many', handle: showMany },
    {
        method: 'GET',
        path: '/api/v2/organizations/:id',
        handle: (context) =>
            ok({ organization: presentOrganization(context, livingOrganization(context)) })
    },
    { method: 'GET', path: '/api/v2/organizations/:id/related', handle: related },
    { method: 'GET', path: '/api/v2/users/:id/organizations', scope: 'users', handle: ofUser }
];
