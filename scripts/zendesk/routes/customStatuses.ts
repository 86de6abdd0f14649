import { ApiError } from '../http/errors.ts';
import { created, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { envelope, flag, ids, isObject, text, type JsonObject } from '../http/json.ts';
import { existing, idParam } from '../http/parameters.ts';
import { apiUrl } from '../present/addresses.ts';
import { presentCustomStatus } from '../present/fields.ts';
import type { CustomStatus, StatusCategory } from '../store/records.ts';

const CATEGORIES: readonly StatusCategory[] = ['new', 'open', 'pending', 'hold', 'solved'];
const MAX_LABEL = 48;

function list(context: Context): Reply {
    const active = context.query.flag('active');
    const isDefault = context.query.flag('default');
    const categories = context.query.list('status_categories');
    const rows = context.account.store.customStatuses
        .all()
        .filter(
            (row) =>
                (active === null || row.active === active) &&
                (isDefault === null || row.default === isDefault) &&
                (categories.length === 0 || categories.includes(row.status_category))
        );
    return ok({ custom_statuses: rows.map((row) => presentCustomStatus(context, row)) });
}

const one = (context: Context): CustomStatus =>
    existing(context.account.store.customStatuses.find(idParam(context)));

const shown = (context: Context, row: CustomStatus): JsonObject => ({
    custom_status: presentCustomStatus(context, row)
});

function written(row: CustomStatus, values: JsonObject): CustomStatus {
    const label = text(values['agent_label']) ?? row.agent_label;
    return {
        ...row,
        agent_label: label,
        end_user_label: text(values['end_user_label']) ?? (row.end_user_label || label),
        description: text(values['description']) ?? row.description,
        end_user_description: text(values['end_user_description']) ?? row.end_user_description,
        active: flag(values['active']) ?? row.active
    };
}

function demandValid(row: CustomStatus): void {
    if (!CATEGORIES.includes(row.status_category)) {
        throw ApiError.invalidField(
            'status_category',
            'Status category: is invalid',
            'InvalidValue'
        );
    }
    if (row.agent_label.trim() === '') {
        throw ApiError.invalidField('agent_label', 'Agent label: cannot be blank', 'BlankValue');
    }
    if (row.agent_label.length > MAX_LABEL || row.end_user_label.length > MAX_LABEL) {
        const rule = `is too long (maximum is ${MAX_LABEL} characters)`;
        throw ApiError.invalidField('agent_label', `Agent label: ${rule}`, 'ValueTooLong');
    }
}

function create(context: Context): Reply {
    const { account } = context;
    const values = envelope(context.body(), 'custom_status');
    const now = account.clock.stamp();
    const empty: CustomStatus = {
        id: account.nextId(),
        status_category: text(values['status_category']) as StatusCategory,
        agent_label: '',
        end_user_label: '',
        description: '',
        end_user_description: '',
        active: true,
        default: false,
        created_at: now,
        updated_at: now
    };
    const row = written(empty, values);
    demandValid(row);
    account.store.customStatuses.put(row);
    return created(shown(context, row), apiUrl(context, `custom_statuses/${row.id}`));
}

function update(context: Context): Reply {
    const { account } = context;
    const values = envelope(context.body(), 'custom_status');
    const row = { ...written(one(context), values), updated_at: account.clock.stamp() };
    demandValid(row);
    return ok(shown(context, account.store.customStatuses.put(row)));
}

/** `{"ids": [...]}`: at most one of each category becomes its default. */
function setDefault(context: Context): Reply {
    const { customStatuses } = context.account.store;
    const body = context.body();
    const chosen = ids(isObject(body) ? body['ids'] : undefined).map((id) =>
        existing(customStatuses.find(id))
    );
    for (const row of chosen) {
        for (const other of customStatuses.all()) {
            if (other.status_category === row.status_category) {
                customStatuses.patch(other, { default: other.id === row.id });
            }
        }
    }
    return ok({});
}

export const customStatusRoutes: readonly Route[] = [
    { method: 'GET', path: '/api/v2/custom_statuses', handle: list },
    {
        method: 'GET',
        path: '/api/v2/custom_statuses/:id',
        handle: (context) => ok(shown(context, one(context)))
    },
    { method: 'POST', path: '/api/v2/custom_statuses', access: 'admin', handle: create },
    { method: 'PUT', path: '/api/v2/custom_statuses/:id', access: 'admin', handle: update },
    { method: 'PUT', path: '/api/v2/custom_status/default', access: 'admin', handle: setDefault }
];
