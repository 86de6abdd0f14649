import { actingIn } from '../domain/acting.ts';
import { createdItem, deletedItem, startJob, updatedItem } from '../domain/jobs.ts';
import {
    createOrganization,
    deleteOrganization,
    findOrganization,
    mergeOrganizations,
    ORGANIZATION_ATTRIBUTES,
    updateOrganization
} from '../domain/organizations/writing.ts';
import { ulid } from '../domain/webhooks/ulid.ts';
import { bulkIds, bulkItems } from '../http/bulk.ts';
import { ApiError } from '../http/errors.ts';
import { created, noContent, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { envelope, idOf, isObject, text, type JsonObject } from '../http/json.ts';
import { existing } from '../http/parameters.ts';
import { demandKinds, permitted } from '../http/permitted.ts';
import { apiUrl } from '../present/addresses.ts';
import { presentOrganization } from '../present/organizations.ts';
import type { Organization } from '../store/records.ts';
import { livingOrganization } from './organizationReading.ts';

const sent = (context: Context): JsonObject =>
    permitted(
        context,
        'organization',
        envelope(context.body(), 'organization'),
        ORGANIZATION_ATTRIBUTES
    );

const shown = (context: Context, row: Organization): JsonObject => ({
    organization: presentOrganization(context, row)
});

const location = (context: Context, row: Organization): string =>
    apiUrl(context, `organizations/${row.id}`);

function create(context: Context): Reply {
    const row = createOrganization(actingIn(context), sent(context));
    return created(shown(context, row), location(context, row));
}

function update(context: Context): Reply {
    const row = livingOrganization(context);
    return ok(shown(context, updateOrganization(actingIn(context), row, sent(context))));
}

function createOrUpdate(context: Context): Reply {
    const acting = actingIn(context);
    const input = sent(context);
    const known = findOrganization(acting, input);
    if (known === null) {
        const row = createOrganization(acting, input);
        return created(shown(context, row), location(context, row));
    }
    const row = updateOrganization(acting, known, input);
    return { ...ok(shown(context, row)), headers: { location: location(context, row) } };
}

function remove(context: Context): Reply {
    deleteOrganization(actingIn(context), livingOrganization(context));
    return noContent();
}

/** One of many. @throws ApiError 400 for a value of the wrong type */
function fitting(context: Context, item: JsonObject): JsonObject {
    demandKinds(context, 'organization', item, ORGANIZATION_ATTRIBUTES);
    return item;
}

function createMany(context: Context): Reply {
    const acting = actingIn(context);
    return startJob(context, {
        type: 'Bulk Create Organization',
        items: bulkItems(context, 'organizations'),
        failure: 'OrganizationCreateFailed',
        perform: (item) => createdItem(createOrganization(acting, fitting(context, item)).id)
    });
}

/** By ids with one change, by external ids with one change, or a change for each. */
function updateMany(context: Context): Reply {
    const acting = actingIn(context);
    return startJob(context, {
        type: 'Bulk Update Organization',
        items: updates(context),
        failure: 'OrganizationUpdateFailed',
        identify: (item) => ({ id: idOf(item['id']) }),
        perform: (item) => {
            const row = existing(findOrganization(acting, item));
            return updatedItem(updateOrganization(acting, row, fitting(context, item)).id);
        }
    });
}

function updates(context: Context): JsonObject[] {
    const body = context.body();
    if (isObject(body) && 'organizations' in body) {
        return bulkItems(context, 'organizations');
    }
    const input = envelope(body, 'organization');
    return context.query.has('external_ids')
        ? context.query.list('external_ids').map((external_id) => ({ ...input, external_id }))
        : bulkIds(context).map((id) => ({ ...input, id }));
}

function destroyMany(context: Context): Reply {
    const acting = actingIn(context);
    const { organizations } = context.account.store;
    const items = context.query.has('external_ids')
        ? context.query
              .list('external_ids')
              .flatMap((key) => organizations.firstBy('external', key.toLowerCase())?.id ?? [])
        : bulkIds(context);
    return startJob(context, {
        type: 'Bulk Delete Organization',
        items,
        failure: 'OrganizationDeleteFailed',
        identify: (id) => ({ id }),
        perform: (id) => {
            deleteOrganization(acting, livingOrganization(context, id));
            return deletedItem(id);
        }
    });
}

interface Merge {
    readonly id: string;
    readonly loser_id: number;
    readonly winner_id: number;
    readonly status: string;
}

const presentMerge = (context: Context, merge: Merge): JsonObject => ({
    ...merge,
    url: apiUrl(context, `organization_merges/${merge.id}`)
});

const merges = (context: Context): Merge[] =>
    context.account.store.plain.organization_merges.all().map((row) => ({
        id: String(row['ulid']),
        loser_id: Number(row['loser_id']),
        winner_id: Number(row['winner_id']),
        status: String(row['status'])
    }));

/** The merge is `new` when it is asked for and `complete` when its job has run. */
function merge(context: Context): Reply {
    const acting = actingIn(context);
    const { account } = context;
    const loser = livingOrganization(context);
    const winnerId = idOf(envelope(context.body(), 'organization_merge')['winner_id']);
    const winner = livingOrganization(context, winnerId ?? 0);
    if (winner.id === loser.id) {
        throw ApiError.invalidField('winner_id', 'Winner: is invalid', 'InvalidValue');
    }
    const now = account.clock.stamp();
    const id = account.nextId();
    const row = account.store.plain.organization_merges.put({
        id,
        ulid: ulid(account),
        loser_id: loser.id,
        winner_id: winner.id,
        status: 'new',
        created_at: now,
        updated_at: now
    });
    account.scheduler.after(account.settings.jobDelay, () => {
        mergeOrganizations(acting, loser, winner);
        account.store.plain.organization_merges.put({ ...row, status: 'complete' });
    });
    const shownMerge = merges(context).find((item) => item.id === row['ulid']);
    return ok({ organization_merge: presentMerge(context, existing(shownMerge)) });
}

function mergesOf(context: Context): Reply {
    const id = Number(context.params['id']);
    const rows = merges(context).filter((row) => row.winner_id === id || row.loser_id === id);
    return ok({
        organization_merges: rows.map((row) => presentMerge(context, row)),
        meta: { has_more: false, after_cursor: null, before_cursor: null },
        links: { next: null, prev: null }
    });
}

function showMerge(context: Context): Reply {
    const found = merges(context).find((row) => row.id === text(context.params['id']));
    return ok({ organization_merge: presentMerge(context, existing(found)) });
}

export const organizationWritingRoutes: readonly Route[] = [
    { method: 'POST', path: '/api/v2/organizations', handle: create },
    { method: 'POST', path: '/api/v2/organizations/create_many', handle: createMany },
    { method: 'POST', path: '/api/v2/organizations/create_or_update', handle: createOrUpdate },
    { method: 'PUT', path: '/api/v2/organizations/update_many', handle: updateMany },
    {
        method: 'DELETE',
        path: '/api/v2/organizations/destroy_many',
        access: 'admin',
        handle: destroyMany
    },
    { method: 'PUT', path: '/api/v2/organizations/:id', handle: update },
    { method: 'DELETE', path: '/api/v2/organizations/:id', access: 'admin', handle: remove },
    { method: 'POST', path: '/api/v2/organizations/:id/merge', access: 'admin', handle: merge },
    { method: 'GET', path: '/api/v2/organizations/:id/merges', handle: mergesOf },
    { method: 'GET', path: '/api/v2/organization_merges/:id', handle: showMerge }
];
