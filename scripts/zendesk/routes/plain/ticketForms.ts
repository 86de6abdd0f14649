import { ok, type Context, type Reply, type Route } from '../../http/exchange.ts';
import { ids, isObject, type Json } from '../../http/json.ts';
import { existing, idsParam } from '../../http/parameters.ts';
import {
    createRow,
    livingRow,
    livingRows,
    plainPage,
    plainRoutes,
    presentRow,
    updateRow,
    type PlainSpec
} from './plainResource.ts';

export const TICKET_FORMS: PlainSpec = {
    table: 'ticket_forms',
    path: 'ticket_forms',
    singular: 'ticket_form',
    plural: 'ticket_forms',
    attributes: {
        name: '',
        raw_name: '',
        display_name: '',
        raw_display_name: '',
        position: 9999,
        active: true,
        default: false,
        end_user_visible: true,
        in_all_brands: true,
        restricted_brand_ids: [],
        ticket_field_ids: [],
        agent_conditions: [],
        end_user_conditions: []
    },
    required: ['name'],
    orderBy: 'position',
    paging: 'whole',
    check: (context, row) => {
        const { ticketFields } = context.account.store;
        return ids(row['ticket_field_ids'])
            .filter((id) => ticketFields.find(id) === null)
            .map((id) => ({
                field: 'ticket_field_ids',
                description: `Ticket field ids: ${id} does not exist`,
                error: 'InvalidValue'
            }));
    },
    derived: (_, row) => ({
        raw_name: row['name'],
        display_name: row['display_name'] === '' ? row['name'] : row['display_name'],
        raw_display_name: row['display_name'] === '' ? row['name'] : row['display_name'],
        form_type: 'standard',
        deleted_at: null
    })
};

function list(context: Context): Reply {
    const active = context.query.flag('active');
    const isDefault = context.query.flag('default');
    const brand = context.query.text('associated_to_brand') === 'true';
    const rows = livingRows(TICKET_FORMS, context).filter(
        (row) =>
            (active === null || row['active'] === active) &&
            (isDefault === null || row['default'] === isDefault) &&
            (!brand || row['in_all_brands'] === true)
    );
    return plainPage(TICKET_FORMS, context, rows);
}

function showMany(context: Context): Reply {
    const wanted = idsParam(context);
    const rows = livingRows(TICKET_FORMS, context).filter((row) => wanted.includes(row.id));
    return plainPage(TICKET_FORMS, context, rows);
}

function clone(context: Context): Reply {
    const { id: _, created_at: __, updated_at: ___, ...values } = livingRow(TICKET_FORMS, context);
    const row = createRow(TICKET_FORMS, context, { ...values, default: false });
    return ok({ ticket_form: presentRow(TICKET_FORMS, context, row) });
}

function reorder(context: Context): Reply {
    const body: Json | undefined = context.body();
    const order = ids(isObject(body) ? body['ticket_form_ids'] : undefined);
    order.forEach((id, at) => {
        const row = existing(context.account.store.plain.ticket_forms.find(id));
        updateRow(TICKET_FORMS, context, row, { position: at });
    });
    return plainPage(TICKET_FORMS, context, livingRows(TICKET_FORMS, context));
}

export const ticketFormRoutes: readonly Route[] = [
    ...plainRoutes({
        ...TICKET_FORMS,
        access: { read: 'end-user' },
        operations: ['show', 'create', 'update', 'delete']
    }),
    { method: 'GET', path: '/api/v2/ticket_forms', access: 'end-user', handle: list },
    { method: 'GET', path: '/api/v2/ticket_forms/show_many', access: 'end-user', handle: showMany },
    { method: 'POST', path: '/api/v2/ticket_forms/:id/clone', access: 'admin', handle: clone },
    { method: 'PUT', path: '/api/v2/ticket_forms/reorder', access: 'admin', handle: reorder }
];
