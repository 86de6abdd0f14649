import { ApiError } from '../../http/errors.ts';
import {
    created,
    noContent,
    ok,
    type Context,
    type Reply,
    type Route
} from '../../http/exchange.ts';
import { envelope, flag, text, type JsonObject } from '../../http/json.ts';
import { existing, signedIn } from '../../http/parameters.ts';
import { apiUrl } from '../../present/addresses.ts';
import type { CustomObject } from '../../store/records.ts';

/** @throws ApiError 404 */
export const objectOf = (context: Context): CustomObject =>
    existing(context.account.store.customObjects.find(context.params['key'] ?? ''));

const present = (context: Context, { id, ...row }: CustomObject): JsonObject => ({
    url: apiUrl(context, `custom_objects/${id}`),
    key: id,
    ...row,
    raw_title: row.title,
    raw_title_pluralized: row.title_pluralized,
    raw_description: row.description
});

function written(context: Context, row: CustomObject, values: JsonObject): CustomObject {
    const string = (name: 'title' | 'title_pluralized' | 'description') =>
        text(values[name]) ?? row[name];
    return {
        ...row,
        title: string('title'),
        title_pluralized: string('title_pluralized'),
        description: string('description'),
        include_in_list_view: flag(values['include_in_list_view']) ?? row.include_in_list_view,
        updated_at: context.account.clock.stamp(),
        updated_by_user_id: String(signedIn(context).id)
    };
}

function create(context: Context): Reply {
    const values = envelope(context.body(), 'custom_object');
    const row = written(context, blank(context, freeKey(context, values)), values);
    const kept = context.account.store.customObjects.put(demandTitled(row));
    return created(
        { custom_object: present(context, kept) },
        apiUrl(context, `custom_objects/${kept.id}`)
    );
}

/** @throws ApiError 422 when the key is no key, or another object's */
function freeKey(context: Context, values: JsonObject): string {
    const key = text(values['key']) ?? '';
    if (!/^[a-z0-9_-]+$/.test(key)) {
        throw ApiError.invalidField('key', 'Key: is invalid', 'InvalidValue');
    }
    if (context.account.store.customObjects.find(key) !== null) {
        throw ApiError.invalidField('key', `Key: ${key} has already been taken`, 'DuplicateValue');
    }
    return key;
}

function blank(context: Context, id: string): CustomObject {
    const at = context.account.clock.stamp();
    const by = String(signedIn(context).id);
    return {
        id,
        title: '',
        title_pluralized: '',
        description: '',
        include_in_list_view: true,
        created_at: at,
        updated_at: at,
        created_by_user_id: by,
        updated_by_user_id: by
    };
}

function demandTitled(row: CustomObject): CustomObject {
    if (row.title.trim() === '' || row.title_pluralized.trim() === '') {
        throw ApiError.invalidField('title', 'Title: cannot be blank', 'BlankValue');
    }
    return row;
}

function update(context: Context): Reply {
    const values = envelope(context.body(), 'custom_object');
    const row = demandTitled(written(context, objectOf(context), values));
    return ok({ custom_object: present(context, context.account.store.customObjects.put(row)) });
}

function remove(context: Context): Reply {
    const { customObjects, customObjectRecords } = context.account.store;
    const { id } = objectOf(context);
    customObjectRecords.by('object', id).forEach((record) => customObjectRecords.remove(record.id));
    customObjects.remove(id);
    return noContent();
}

/** As many as an account may have. Source: the help article "Understanding custom objects". */
const MAX_OBJECTS = 50;
const MAX_RECORDS = 50_000_000;

const limited = (count: number, limit: number): Reply => ok({ count, limit });

const BASE = '/api/v2/custom_objects';

export const customObjectRoutes: readonly Route[] = [
    {
        method: 'GET',
        path: BASE,
        handle: (context) => {
            const rows = context.account.store.customObjects.all();
            return ok({ custom_objects: rows.map((row) => present(context, row)) });
        }
    },
    { method: 'POST', path: BASE, access: 'admin', handle: create },
    {
        method: 'GET',
        path: `${BASE}/:key`,
        handle: (context) => ok({ custom_object: present(context, objectOf(context)) })
    },
    {
        method: 'GET',
        path: `${BASE}/limits/object_limit`,
        handle: ({ account }) => limited(account.store.customObjects.size, MAX_OBJECTS)
    },
    {
        method: 'GET',
        path: `${BASE}/limits/record_limit`,
        handle: ({ account }) => limited(account.store.customObjectRecords.size, MAX_RECORDS)
    },
    { method: 'PATCH', path: `${BASE}/:key`, access: 'admin', handle: update },
    { method: 'DELETE', path: `${BASE}/:key`, access: 'admin', handle: remove }
];
