import { ulid } from '../../domain/webhooks/ulid.ts';
import { ApiError } from '../../http/errors.ts';
import {
    created,
    noContent,
    ok,
    type Context,
    type Reply,
    type Route
} from '../../http/exchange.ts';
import { envelope, isObject, text, type JsonObject } from '../../http/json.ts';
import { CURSOR_ONLY, inOrder, paginate, type Order } from '../../http/paging.ts';
import { existing, signedIn } from '../../http/parameters.ts';
import { apiUrl } from '../../present/addresses.ts';
import { wordsOf } from '../../search/words.ts';
import type { CustomObjectRecord } from '../../store/records.ts';
import { objectOf } from './objects.ts';

const pathOf = (row: CustomObjectRecord): string =>
    `custom_objects/${row.custom_object_key}/records/${row.id}`;

const present = (context: Context, row: CustomObjectRecord): JsonObject => ({
    url: apiUrl(context, pathOf(row)),
    ...row,
    photo: null
});

const rowsOf = (context: Context): CustomObjectRecord[] =>
    context.account.store.customObjectRecords.by('object', objectOf(context).id);

function recordOf(context: Context): CustomObjectRecord {
    const { id } = objectOf(context);
    const row = context.account.store.customObjectRecords.find(context.params['id'] ?? '');
    return existing(row?.custom_object_key === id ? row : null);
}

const SORTS = ['id', 'name', 'created_at', 'updated_at'] as const;

/** @throws ApiError 400 for a sort that the list does not know */
function orderOf(context: Context): Order<CustomObjectRecord> {
    const sort = context.query.text('sort') ?? 'id';
    const name = SORTS.find((known) => known === sort.replace(/^-/, ''));
    if (name === undefined) {
        throw ApiError.invalidPage('sort is not valid');
    }
    return { name, key: (row) => row[name].toLowerCase(), isDescending: sort.startsWith('-') };
}

function pageOf(context: Context, rows: readonly CustomObjectRecord[]): JsonObject {
    const order = orderOf(context);
    const page = paginate(context, inOrder(rows, order), order, CURSOR_ONLY);
    return {
        custom_object_records: page.rows.map((row) => present(context, row)),
        ...page.envelope
    };
}

function list(context: Context): Reply {
    const ids = context.query.list('filter[ids]');
    const externalIds = context.query.list('filter[external_ids]');
    const isWanted = (row: CustomObjectRecord) =>
        (ids.length === 0 || ids.includes(row.id)) &&
        (externalIds.length === 0 || externalIds.includes(row.external_id ?? ''));
    return ok(pageOf(context, rowsOf(context).filter(isWanted)));
}

const textsOf = (row: CustomObjectRecord): string[] =>
    [row.name, row.external_id, ...Object.values(row.custom_object_fields)].flatMap(
        (value) => text(value ?? undefined) ?? []
    );

/** Records with a word that starts like one of those looked for. */
function matching(rows: readonly CustomObjectRecord[], wanted: string): CustomObjectRecord[] {
    const starts = wordsOf(wanted);
    const fits = (row: CustomObjectRecord) =>
        textsOf(row)
            .flatMap(wordsOf)
            .some((word) => starts.some((start) => word.startsWith(start)));
    return starts.length === 0 ? [...rows] : rows.filter(fits);
}

const found =
    (parameter: 'name' | 'query') =>
    (context: Context): Reply => {
        const rows = matching(rowsOf(context), context.query.text(parameter) ?? '');
        return ok({ count: rows.length, ...pageOf(context, rows) });
    };

function count(context: Context): Reply {
    const refreshed_at = context.account.clock.stamp();
    return ok({ count: { value: rowsOf(context).length, refreshed_at } });
}

function written(
    context: Context,
    row: CustomObjectRecord,
    values: JsonObject
): CustomObjectRecord {
    const own = values['custom_object_fields'];
    const next = {
        ...row,
        name: text(values['name']) ?? row.name,
        external_id: 'external_id' in values ? text(values['external_id']) : row.external_id,
        custom_object_fields: { ...row.custom_object_fields, ...(isObject(own) ? own : {}) },
        updated_at: context.account.clock.stamp(),
        updated_by_user_id: String(signedIn(context).id)
    };
    if (next.name.trim() === '') {
        throw ApiError.invalidField('name', 'Name: cannot be blank', 'BlankValue');
    }
    const namesake = byExternalId(context, next.external_id);
    if (namesake !== null && namesake.id !== row.id) {
        const description = `External ID: ${next.external_id} has already been taken`;
        throw ApiError.invalidField('external_id', description, 'DuplicateValue');
    }
    return next;
}

const byExternalId = (context: Context, id: string | null): CustomObjectRecord | null =>
    id === null
        ? null
        : context.account.store.customObjectRecords.firstBy(
              'external',
              `${objectOf(context).id}:${id.toLowerCase()}`
          );

const sent = (context: Context): JsonObject => envelope(context.body(), 'custom_object_record');

function make(context: Context, values: JsonObject): Reply {
    const at = context.account.clock.stamp();
    const by = String(signedIn(context).id);
    const blank: CustomObjectRecord = {
        id: ulid(context.account),
        custom_object_key: objectOf(context).id,
        name: '',
        external_id: null,
        custom_object_fields: {},
        created_at: at,
        updated_at: at,
        created_by_user_id: by,
        updated_by_user_id: by
    };
    const row = context.account.store.customObjectRecords.put(written(context, blank, values));
    return created({ custom_object_record: present(context, row) }, apiUrl(context, pathOf(row)));
}

function change(context: Context, row: CustomObjectRecord, values: JsonObject): Reply {
    const next = context.account.store.customObjectRecords.put(written(context, row, values));
    return ok({ custom_object_record: present(context, next) });
}

/** `PATCH …/records?external_id=`: changes the record, or creates it. */
function upsert(context: Context): Reply {
    const externalId = context.query.text('external_id');
    if (externalId === null) {
        throw ApiError.parameterRequired('external_id');
    }
    const known = byExternalId(context, externalId);
    const values = { ...sent(context), external_id: externalId };
    return known === null ? make(context, values) : change(context, known, values);
}

function remove(context: Context): Reply {
    context.account.store.customObjectRecords.remove(recordOf(context).id);
    return noContent();
}

const BASE = '/api/v2/custom_objects/:key/records';

/** Source: https://developer.zendesk.com/api-reference/custom-data/custom-objects/custom_object_records/ */
export const customObjectRecordRoutes: readonly Route[] = [
    { method: 'GET', path: BASE, handle: list },
    { method: 'POST', path: BASE, handle: (context) => make(context, sent(context)) },
    { method: 'PATCH', path: BASE, handle: upsert },
    { method: 'GET', path: `${BASE}/count`, handle: count },
    { method: 'GET', path: `${BASE}/search`, handle: found('query') },
    { method: 'GET', path: `${BASE}/autocomplete`, handle: found('name') },
    {
        method: 'GET',
        path: `${BASE}/:id`,
        handle: (context) => ok({ custom_object_record: present(context, recordOf(context)) })
    },
    {
        method: 'PATCH',
        path: `${BASE}/:id`,
        handle: (context) => change(context, recordOf(context), sent(context))
    },
    { method: 'DELETE', path: `${BASE}/:id`, handle: remove }
];
