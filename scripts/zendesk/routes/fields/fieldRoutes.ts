import { ApiError } from '../../http/errors.ts';
import {
    created,
    noContent,
    ok,
    type Context,
    type Reply,
    type Route
} from '../../http/exchange.ts';
import { envelope, ids, isObject, type JsonObject } from '../../http/json.ts';
import { inOrder, isCursorRequest, paginate, wholeList, type Order } from '../../http/paging.ts';
import { existing, idParam } from '../../http/parameters.ts';
import { permitted } from '../../http/permitted.ts';
import { apiUrl } from '../../present/addresses.ts';
import { presentKeyedField, presentTicketField } from '../../present/fields.ts';
import { presentUser } from '../../present/users.ts';
import type { Field, FieldOption } from '../../store/records.ts';
import type { Table } from '../../store/table.ts';
import { createField, optionOf, updateField, WRITABLE, type FieldKind } from './fieldWriting.ts';

interface FieldResource extends FieldKind {
    readonly path: 'ticket_fields' | 'user_fields' | 'organization_fields';
    readonly singular: string;
    readonly table: (context: Context) => Table<Field>;
    readonly present: (context: Context, field: Field) => JsonObject;
    readonly hasOptionRoutes: boolean;
}

const CUSTOM_TYPES = [
    'text',
    'textarea',
    'checkbox',
    'date',
    'integer',
    'decimal',
    'regexp',
    'lookup',
    'multiselect'
];

const TICKET_FIELDS: FieldResource = {
    path: 'ticket_fields',
    singular: 'ticket_field',
    table: (context) => context.account.store.ticketFields,
    present: presentTicketField,
    types: [...CUSTOM_TYPES, 'tagger', 'partialcreditcard'],
    hasUniqueKey: false,
    hasOptionRoutes: true
};

const keyed = (
    path: 'user_fields' | 'organization_fields',
    table: 'userFields' | 'organizationFields'
): FieldResource => ({
    path,
    singular: path.slice(0, -1),
    table: (context) => context.account.store[table],
    present: (context, field) => presentKeyedField(context, path, field),
    types: [...CUSTOM_TYPES, 'dropdown', 'tagger'],
    hasUniqueKey: true,
    hasOptionRoutes: path === 'user_fields'
});

const BY_POSITION: Order<Field> = {
    name: 'position',
    key: (field) => field.position,
    isDescending: false
};

/** Without cursor parameters the whole list comes, in the order of position. */
function list(resource: FieldResource, context: Context): Reply {
    const rows = inOrder(resource.table(context).all(), BY_POSITION);
    const page = isCursorRequest(context) ? paginate(context, rows, BY_POSITION) : wholeList(rows);
    const { user } = context.actor;
    const isWithUsers = context.query.includes().has('users') && user !== null;
    return ok({
        [resource.path]: page.rows.map((field) => resource.present(context, field)),
        ...(isWithUsers && { users: [presentUser(context, user)] }),
        ...page.envelope
    });
}

const one = (resource: FieldResource, context: Context): Field =>
    existing(resource.table(context).find(idParam(context)));

const shown = (resource: FieldResource, context: Context, field: Field): JsonObject => ({
    [resource.singular]: resource.present(context, field)
});

function sent(resource: FieldResource, context: Context): JsonObject {
    const values = envelope(context.body(), resource.singular);
    return permitted(context, resource.singular, values, WRITABLE);
}

function create(resource: FieldResource, context: Context): Reply {
    const table = resource.table(context);
    const field = createField(context.account, table, resource, sent(resource, context));
    return created(
        shown(resource, context, field),
        apiUrl(context, `${resource.path}/${field.id}`)
    );
}

function update(resource: FieldResource, context: Context): Reply {
    const field = one(resource, context);
    const values = sent(resource, context);
    const next = updateField(context.account, resource.table(context), resource, field, values);
    return ok(shown(resource, context, next));
}

function remove(resource: FieldResource, context: Context): Reply {
    const field = one(resource, context);
    if (field.system) {
        throw ApiError.invalidField('base', 'System fields cannot be deleted', 'SystemField');
    }
    resource.table(context).remove(field.id);
    return noContent();
}

function reorder(resource: FieldResource, context: Context): Reply {
    const body = context.body();
    const order = ids(isObject(body) ? body[`${resource.singular}_ids`] : undefined);
    const table = resource.table(context);
    order.forEach((id, position) => table.put({ ...existing(table.find(id)), position }));
    return ok({});
}

const presentedOption = (
    resource: FieldResource,
    context: Context,
    field: Field,
    row: FieldOption
) => ({
    url: apiUrl(context, `${resource.path}/${field.id}/options/${row.id}`),
    ...row,
    position: field.options.indexOf(row)
});

function options(resource: FieldResource, context: Context): Reply {
    const field = one(resource, context);
    const order = {
        name: 'id',
        key: (row: FieldOption) => field.options.indexOf(row),
        isDescending: false
    };
    const page = paginate(context, field.options, order);
    return ok({
        custom_field_options: page.rows.map((row) =>
            presentedOption(resource, context, field, row)
        ),
        ...page.envelope
    });
}

/** Without an id the option is new (201), with one it is changed (200). */
function putOption(resource: FieldResource, context: Context): Reply {
    const field = one(resource, context);
    const option = optionOf(context.account, envelope(context.body(), 'custom_field_option'));
    const isKnown = field.options.some((row) => row.id === option.id);
    const options = isKnown
        ? field.options.map((row) => (row.id === option.id ? option : row))
        : [...field.options, option];
    const next = resource.table(context).put({ ...field, options });
    const body = { custom_field_option: presentedOption(resource, context, next, option) };
    return isKnown
        ? ok(body)
        : created(body, apiUrl(context, `${resource.path}/${field.id}/options/${option.id}`));
}

function oneOption(
    resource: FieldResource,
    context: Context
): { field: Field; option: FieldOption } {
    const field = one(resource, context);
    const id = idParam(context, 'optionId');
    return { field, option: existing(field.options.find((row) => row.id === id)) };
}

function showOption(resource: FieldResource, context: Context): Reply {
    const { field, option } = oneOption(resource, context);
    return ok({ custom_field_option: presentedOption(resource, context, field, option) });
}

function removeOption(resource: FieldResource, context: Context): Reply {
    const { field, option } = oneOption(resource, context);
    const options = field.options.filter((row) => row !== option);
    resource.table(context).put({ ...field, options });
    return noContent();
}

function optionRoutes(resource: FieldResource): Route[] {
    const path = `/api/v2/${resource.path}/:id/options`;
    return [
        { method: 'GET', path, handle: (context) => options(resource, context) },
        {
            method: 'POST',
            path,
            access: 'admin',
            handle: (context) => putOption(resource, context)
        },
        {
            method: 'GET',
            path: `${path}/:optionId`,
            handle: (context) => showOption(resource, context)
        },
        {
            method: 'DELETE',
            path: `${path}/:optionId`,
            access: 'admin',
            handle: (context) => removeOption(resource, context)
        }
    ];
}

function routesOf(resource: FieldResource): Route[] {
    const path = `/api/v2/${resource.path}`;
    const write = { access: 'admin' } as const;
    return [
        { method: 'GET', path, handle: (context) => list(resource, context) },
        {
            method: 'GET',
            path: `${path}/:id`,
            handle: (context) => ok(shown(resource, context, one(resource, context)))
        },
        { method: 'POST', path, ...write, handle: (context) => create(resource, context) },
        {
            method: 'PUT',
            path: `${path}/:id`,
            ...write,
            handle: (context) => update(resource, context)
        },
        {
            method: 'DELETE',
            path: `${path}/:id`,
            ...write,
            handle: (context) => remove(resource, context)
        },
        {
            method: 'PUT',
            path: `${path}/reorder`,
            ...write,
            handle: (context) => reorder(resource, context)
        },
        ...(resource.hasOptionRoutes ? optionRoutes(resource) : [])
    ];
}

function count(context: Context): Reply {
    const { ticketFields } = context.account.store;
    return ok({ count: { value: ticketFields.size, refreshed_at: context.account.clock.stamp() } });
}

export const fieldRoutes: readonly Route[] = [
    ...routesOf(TICKET_FIELDS),
    { method: 'GET', path: '/api/v2/ticket_fields/count', handle: count },
    ...routesOf(keyed('user_fields', 'userFields')),
    ...routesOf(keyed('organization_fields', 'organizationFields'))
];
