import { kindOf, type Attributes } from '../../http/attributes.ts';
import { ApiError, type Violation } from '../../http/errors.ts';
import {
    created,
    noContent,
    ok,
    type Access,
    type Context,
    type Reply,
    type Route
} from '../../http/exchange.ts';
import { envelope, type Json, type JsonObject } from '../../http/json.ts';
import { BOTH, inOrder, paginate, wholeList, type PagingModes } from '../../http/paging.ts';
import { existing, idParam } from '../../http/parameters.ts';
import { permitted } from '../../http/permitted.ts';
import { apiUrl } from '../../present/addresses.ts';
import type { PlainRecord } from '../../store/records.ts';
import type { PlainResource } from '../../store/store.ts';
import type { Table } from '../../store/table.ts';

/** A resource that is kept as it was written: its names, its attributes and its few rules. */
export interface PlainSpec {
    readonly table: PlainResource;
    /** Below `/api/v2/`. */
    readonly path: string;
    readonly singular: string;
    readonly plural: string;
    /** Attributes that may be written, with the value they have when nothing was sent. */
    readonly attributes: JsonObject;
    /** Must be a text with at least one character. */
    readonly required?: readonly string[];
    /** Must be one of a kind, case aside. */
    readonly unique?: string;
    /** Sorted by this; default `id`. */
    readonly orderBy?: string;
    readonly paging?: PagingModes | 'whole';
    /** Set to true by DELETE, instead of the record going. */
    readonly deletedFlag?: string;
    readonly createdStatus?: 200 | 201;
    readonly updateMethod?: 'PUT' | 'PATCH';
    readonly access?: { readonly read?: Access; readonly write?: Access };
    readonly operations?: readonly Operation[];
    /** Values that follow from the others and cannot be written. */
    readonly derived?: (context: Context, row: PlainRecord) => JsonObject;
    /** Rules beyond `required` and `unique`. */
    readonly check?: (context: Context, row: PlainRecord) => readonly Violation[];
}

type Operation = 'list' | 'show' | 'create' | 'update' | 'delete';
const ALL: readonly Operation[] = ['list', 'show', 'create', 'update', 'delete'];

export function plainRoutes(spec: PlainSpec): Route[] {
    const base = `/api/v2/${spec.path}`;
    const read = { access: spec.access?.read ?? 'agent' } as const;
    const write = { access: spec.access?.write ?? 'admin' } as const;
    const routes: Readonly<Record<Operation, Route>> = {
        list: { method: 'GET', path: base, ...read, handle: (context) => list(spec, context) },
        show: {
            method: 'GET',
            path: `${base}/:id`,
            ...read,
            handle: (context) => show(spec, context)
        },
        create: {
            method: 'POST',
            path: base,
            ...write,
            handle: (context) => create(spec, context)
        },
        update: {
            method: spec.updateMethod ?? 'PUT',
            path: `${base}/:id`,
            ...write,
            handle: (context) => update(spec, context)
        },
        delete: {
            method: 'DELETE',
            path: `${base}/:id`,
            ...write,
            handle: (context) => remove(spec, context)
        }
    };
    return (spec.operations ?? ALL).map((operation) => routes[operation]);
}

const tableOf = (spec: PlainSpec, context: Context): Table<PlainRecord> =>
    context.account.store.plain[spec.table];

export const isLiving = (spec: PlainSpec, row: PlainRecord): boolean =>
    spec.deletedFlag === undefined || row[spec.deletedFlag] !== true;

export const livingRows = (spec: PlainSpec, context: Context): PlainRecord[] =>
    tableOf(spec, context)
        .all()
        .filter((row) => isLiving(spec, row));

/** @throws ApiError 404 */
export function livingRow(spec: PlainSpec, context: Context, id = idParam(context)): PlainRecord {
    const row = existing(tableOf(spec, context).find(id));
    return existing(isLiving(spec, row) ? row : null);
}

export const presentRow = (spec: PlainSpec, context: Context, row: PlainRecord): JsonObject => ({
    url: apiUrl(context, `${spec.path}/${row.id}`),
    ...row,
    ...spec.derived?.(context, row)
});

/** A page of rows under the plural name, in the resource's order and paging. */
export function plainPage(spec: PlainSpec, context: Context, rows: readonly PlainRecord[]): Reply {
    const name = spec.orderBy ?? 'id';
    const order = { name, key: (row: PlainRecord) => sortable(row[name]), isDescending: false };
    const sorted = inOrder(rows, order);
    const { paging = BOTH } = spec;
    const page = paging === 'whole' ? wholeList(sorted) : paginate(context, sorted, order, paging);
    return ok({
        [spec.plural]: page.rows.map((row) => presentRow(spec, context, row)),
        ...page.envelope
    });
}

const sortable = (value: Json | undefined): string | number | null =>
    typeof value === 'number' ? value : typeof value === 'string' ? value.toLowerCase() : null;

function list(spec: PlainSpec, context: Context): Reply {
    return plainPage(spec, context, livingRows(spec, context));
}

function show(spec: PlainSpec, context: Context): Reply {
    return ok({ [spec.singular]: presentRow(spec, context, livingRow(spec, context)) });
}

/** Every attribute is of the kind of its default. */
export const kindsOf = (spec: PlainSpec): Attributes =>
    Object.fromEntries(
        Object.entries(spec.attributes).map(([name, value]) => [name, kindOf(value ?? null)])
    );

function sent(spec: PlainSpec, context: Context): JsonObject {
    const values = envelope(context.body(), spec.singular);
    return permitted(context, spec.singular, values, kindsOf(spec));
}

/** Stores a new record. @throws ApiError 422 */
export function createRow(spec: PlainSpec, context: Context, values: JsonObject): PlainRecord {
    const { account } = context;
    const now = account.clock.stamp();
    const id = account.nextId();
    const row = { ...spec.attributes, ...values, id, created_at: now, updated_at: now };
    demandValid(spec, context, row);
    return tableOf(spec, context).put(row);
}

function create(spec: PlainSpec, context: Context): Reply {
    const row = createRow(spec, context, sent(spec, context));
    const body = { [spec.singular]: presentRow(spec, context, row) };
    return spec.createdStatus === 200
        ? ok(body)
        : created(body, apiUrl(context, `${spec.path}/${row.id}`));
}

/** Changes a record. @throws ApiError 422 */
export function updateRow(
    spec: PlainSpec,
    context: Context,
    row: PlainRecord,
    values: JsonObject
): PlainRecord {
    const next: PlainRecord = {
        ...row,
        ...values,
        id: row.id,
        updated_at: context.account.clock.stamp()
    };
    demandValid(spec, context, next);
    return tableOf(spec, context).put(next);
}

function update(spec: PlainSpec, context: Context): Reply {
    const row = updateRow(spec, context, livingRow(spec, context), sent(spec, context));
    return ok({ [spec.singular]: presentRow(spec, context, row) });
}

export function removeRow(spec: PlainSpec, context: Context, row: PlainRecord): void {
    if (spec.deletedFlag === undefined) {
        tableOf(spec, context).remove(row.id);
        return;
    }
    const updated_at = context.account.clock.stamp();
    tableOf(spec, context).put({ ...row, [spec.deletedFlag]: true, updated_at });
}

function remove(spec: PlainSpec, context: Context): Reply {
    removeRow(spec, context, livingRow(spec, context));
    return noContent();
}

function demandValid(spec: PlainSpec, context: Context, row: PlainRecord): void {
    const violations = [
        ...(spec.required ?? []).flatMap((name) => blank(row, name)),
        ...duplicate(spec, context, row),
        ...(spec.check?.(context, row) ?? [])
    ];
    if (violations.length > 0) {
        throw ApiError.invalidRecord(violations);
    }
}

const titled = (name: string): string =>
    name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');

function blank(row: PlainRecord, name: string): Violation[] {
    const value = row[name];
    return typeof value === 'string' && value.trim() !== ''
        ? []
        : [{ field: name, description: `${titled(name)}: cannot be blank`, error: 'BlankValue' }];
}

function duplicate(spec: PlainSpec, context: Context, row: PlainRecord): Violation[] {
    const name = spec.unique;
    if (name === undefined) {
        return [];
    }
    const value = String(row[name]).toLowerCase();
    const isTaken = livingRows(spec, context).some(
        (other) => other.id !== row.id && String(other[name]).toLowerCase() === value
    );
    return isTaken
        ? [
              {
                  field: name,
                  description: `${titled(name)} has already been taken`,
                  error: 'DuplicateValue'
              }
          ]
        : [];
}
