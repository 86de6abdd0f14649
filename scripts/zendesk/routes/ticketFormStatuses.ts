import { ulid } from '../domain/webhooks/ulid.ts';
import { noContent, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { idOf, isArray, isObject, objects, text, type JsonObject } from '../http/json.ts';
import { existing, idParam } from '../http/parameters.ts';
import type { TicketFormStatus } from '../store/records.ts';

/** Which custom statuses belong to which forms; one that belongs to none may be used on all. */
const tableOf = (context: Context) => context.account.store.ticketFormStatuses;

const shown = (rows: readonly TicketFormStatus[]): Reply =>
    ok({ ticket_form_statuses: rows.map((row) => ({ ...row })) });

const formOf = (context: Context): number =>
    existing(context.account.store.plain.ticket_forms.find(idParam(context))).id;

const ofForm = (context: Context): TicketFormStatus[] =>
    tableOf(context).by('form', formOf(context));

/** The list under `ticket_form_status`, which may be a single one. */
function sent(context: Context): JsonObject[] {
    const body = context.body();
    const value = isObject(body) ? body['ticket_form_status'] : undefined;
    return isObject(value) ? [value] : objects(value);
}

/** Once only for each pair. @throws ApiError 404 when one of the two is unknown */
function associate(context: Context, formId: number, statusId: number | null): TicketFormStatus {
    const { plain, customStatuses } = context.account.store;
    const form = existing(plain.ticket_forms.find(formId));
    const status = existing(customStatuses.find(statusId));
    const known = tableOf(context)
        .by('form', form.id)
        .find((row) => row.custom_status_id === status.id);
    const pair = { ticket_form_id: form.id, custom_status_id: status.id };
    return known ?? tableOf(context).put({ id: ulid(context.account), ...pair });
}

function ofThisForm(context: Context, id: string): TicketFormStatus {
    const row = tableOf(context).find(id);
    return existing(row?.ticket_form_id === formOf(context) ? row : null);
}

function createOfForm(context: Context): Reply {
    const form = formOf(context);
    return shown(
        sent(context).map((row) => associate(context, form, idOf(row['custom_status_id'])))
    );
}

function createOfStatus(context: Context): Reply {
    const { id } = existing(context.account.store.customStatuses.find(idParam(context)));
    return shown(
        sent(context).map((row) => associate(context, idOf(row['ticket_form_id']) ?? 0, id))
    );
}

/** `_destroy` with an id takes away, everything else adds. */
function change(context: Context): Reply {
    for (const row of sent(context)) {
        if (text(row['_destroy']) === '1' || row['_destroy'] === true) {
            tableOf(context).remove(ofThisForm(context, text(row['id']) ?? '').id);
        } else {
            associate(context, formOf(context), idOf(row['custom_status_id']));
        }
    }
    return shown(ofForm(context));
}

function removeMany(context: Context): Reply {
    const body = context.body();
    const wanted = isObject(body) && isArray(body['id']) ? body['id'] : [];
    const rows = wanted.map((id) => ofThisForm(context, text(id) ?? ''));
    rows.forEach((row) => tableOf(context).remove(row.id));
    return noContent();
}

function removeOne(context: Context): Reply {
    tableOf(context).remove(ofThisForm(context, context.params['statusId'] ?? '').id);
    return noContent();
}

function showMany(context: Context): Reply {
    const wanted = context.query.list('ids');
    return shown(wanted.flatMap((id) => tableOf(context).find(id) ?? []));
}

const ALL = '/api/v2/ticket_form_statuses';
const OF_FORM = '/api/v2/ticket_forms/:id/ticket_form_statuses';
const admin = { access: 'admin' } as const;

export const ticketFormStatusRoutes: readonly Route[] = [
    { method: 'GET', path: ALL, handle: (context) => shown(tableOf(context).all()) },
    { method: 'GET', path: `${ALL}/show_many`, handle: showMany },
    { method: 'GET', path: OF_FORM, handle: (context) => shown(ofForm(context)) },
    { ...admin, method: 'POST', path: OF_FORM, handle: createOfForm },
    { ...admin, method: 'PUT', path: OF_FORM, handle: change },
    { ...admin, method: 'DELETE', path: OF_FORM, handle: removeMany },
    { ...admin, method: 'PUT', path: `${OF_FORM}/:statusId`, handle: change },
    { ...admin, method: 'DELETE', path: `${OF_FORM}/:statusId`, handle: removeOne },
    {
        ...admin,
        method: 'POST',
        path: '/api/v2/custom_statuses/:id/ticket_form_statuses',
        handle: createOfStatus
    }
];
