import { ApiError, type Violation } from '../../http/errors.ts';
import { noContent, ok, type Context, type Reply, type Route } from '../../http/exchange.ts';
import { ids, idOf, isArray, isObject, objects, type JsonObject } from '../../http/json.ts';
import { existing } from '../../http/parameters.ts';
import { bulkIds, bulkItems } from '../../http/bulk.ts';
import type { PlainRecord } from '../../store/records.ts';
import {
    livingRow,
    livingRows,
    plainPage,
    removeRow,
    updateRow,
    type PlainSpec
} from '../plain/plainResource.ts';

/** What macros, views, triggers and automations have in common besides their CRUD. */

const matches = (row: PlainRecord, context: Context): boolean => {
    const active = context.query.flag('active');
    const category = context.query.text('category_id');
    return (
        (active === null || row['active'] === active) &&
        (category === null || String(row['category_id']) === category)
    );
};

const listed = (spec: PlainSpec, context: Context): PlainRecord[] =>
    livingRows(spec, context).filter((row) => matches(row, context));

function searched(spec: PlainSpec, context: Context): Reply {
    const wanted = (
        context.query.text('query') ??
        context.query.text('filter[title]') ??
        ''
    ).toLowerCase();
    const rows = listed(spec, context).filter((row) =>
        String(row['title']).toLowerCase().includes(wanted)
    );
    return plainPage(spec, context, rows);
}

/** `{"triggers": [{"id": 1, "position": 3, "active": true}]}`: all or nothing. */
function updateMany(spec: PlainSpec, context: Context): Reply {
    const items = bulkItems(context, spec.plural);
    const rows = items.map((item) => livingRow(spec, context, idOf(item['id']) ?? 0));
    rows.forEach((row, at) => {
        const { id: _, ...values } = items[at] ?? {};
        updateRow(spec, context, row, known(spec, values));
    });
    return plainPage(
        spec,
        context,
        rows.map((row) => livingRow(spec, context, row.id))
    );
}

const known = (spec: PlainSpec, values: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(values).filter(([name]) => name in spec.attributes));

function destroyMany(spec: PlainSpec, context: Context): Reply {
    const rows = bulkIds(context).map((id) => livingRow(spec, context, id));
    rows.forEach((row) => removeRow(spec, context, row));
    return noContent();
}

/** `{"trigger_ids": [...]}`: positions in this order. */
export function reorder(spec: PlainSpec, context: Context): Reply {
    const body = context.body();
    const order = ids(isObject(body) ? body[`${spec.singular}_ids`] : undefined);
    order.forEach((id, position) => {
        const row = existing(context.account.store.plain[spec.table].find(id));
        updateRow(spec, context, row, { position });
    });
    return plainPage(spec, context, livingRows(spec, context));
}

/** List with filters, `active`, `search`, `update_many`, `destroy_many`; `reorder` where it exists. */
export function ruleRoutes(spec: PlainSpec, isReorderable: boolean): Route[] {
    const path = `/api/v2/${spec.path}`;
    const write = { access: spec.access?.write ?? 'admin' } as const;
    const active = (context: Context) =>
        plainPage(
            spec,
            context,
            livingRows(spec, context).filter((row) => row['active'] === true)
        );
    const reordering: Route = {
        method: 'PUT',
        path: `${path}/reorder`,
        ...write,
        handle: (context) => reorder(spec, context)
    };
    return [
        {
            method: 'GET',
            path,
            handle: (context) => plainPage(spec, context, listed(spec, context))
        },
        { method: 'GET', path: `${path}/active`, handle: active },
        { method: 'GET', path: `${path}/search`, handle: (context) => searched(spec, context) },
        {
            method: 'PUT',
            path: `${path}/update_many`,
            ...write,
            handle: (context) => updateMany(spec, context)
        },
        {
            method: 'DELETE',
            path: `${path}/destroy_many`,
            ...write,
            handle: (context) => destroyMany(spec, context)
        },
        ...(isReorderable ? [reordering] : [])
    ];
}

/** Conditions may come at the top level; then they are gathered. */
export function gathered(values: JsonObject): JsonObject {
    const { all, any, ...others } = values;
    return all === undefined && any === undefined
        ? values
        : { ...others, conditions: { all: all ?? [], any: any ?? [] } };
}

/** @returns what is wrong with conditions and actions */
export function ruleViolations(row: PlainRecord): Violation[] {
    const actions = row['actions'];
    const isEmpty = !isArray(actions) || objects(actions).length === 0;
    const blank = { field: 'base', description: 'Actions: cannot be blank', error: 'BlankValue' };
    return isEmpty ? [blank] : [];
}

export function demandConditions(row: JsonObject): void {
    const conditions = row['conditions'];
    const count = isObject(conditions)
        ? objects(conditions['all']).length + objects(conditions['any']).length
        : 0;
    if (count === 0) {
        throw ApiError.invalidField('base', 'Conditions: cannot be blank', 'BlankValue');
    }
}

export const counted = (context: Context, value: number): Reply =>
    ok({ count: { value, refreshed_at: context.account.clock.stamp() } });
