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
    const { customObjects } = context.account.store;
    const id = text(values['key']) ?? '';
    if (!/^[a-z0-9_-]+$/.test(id) || customObjects.find(id) !== null) {
        const isTaken = customObjects.find(id) !== null;
        throw ApiError.invalidField(
            'key',
            isTaken ? `Key: ${id} has already been taken` : 'Key: is invalid',
            isTaken ? 'DuplicateValue' : 'InvalidValue'
        );
    }
    const at = context.account.clock.stamp();
    const by = String(signedIn(context).id);
    const blank: CustomObject = {
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
    const row = customObjects.put(demandTitled(written(context, blank, values)));
    return created(
        { custom_object: present(context, row) },
        apiUrl(context, `custom_objects/${id}`)
    );
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
    { method: 'PATCH', path: `${BASE}/:key`, access: 'admin', handle: update },
    { method: 'DELETE', path: `${BASE}/:key`, access: 'admin', handle: remove }
];
