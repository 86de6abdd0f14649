import type { Violation } from '../../http/errors.ts';
import { created, ok, type Context, type Reply, type Route } from '../../http/exchange.ts';
import { envelope, text, type Json, type JsonObject } from '../../http/json.ts';
import { permitted } from '../../http/permitted.ts';
import { apiUrl } from '../../present/addresses.ts';
import {
    createRow,
    kindsOf,
    livingRow,
    plainRoutes,
    type PlainSpec,
    presentRow,
    updateRow
} from '../plain/plainResource.ts';
import { ruleDefinitions, unknownParts } from './definitions.ts';
import { demandConditions, gathered, ruleRoutes, ruleViolations } from './ruleResource.ts';

const inBase = (description: string): Violation => ({
    field: 'base',
    description,
    error: 'InvalidValue'
});

const TRIGGERS: PlainSpec = {
    table: 'triggers',
    path: 'triggers',
    singular: 'trigger',
    plural: 'triggers',
    attributes: {
        title: '',
        raw_title: '',
        description: null,
        active: true,
        default: false,
        position: 9999,
        category_id: '',
        conditions: { all: [], any: [] },
        actions: []
    },
    required: ['title'],
    orderBy: 'position',
    check: (_, row) => [...ruleViolations(row), ...unknownParts(row).map(inBase)],
    derived: (_, row) => ({ raw_title: row['title'] })
};

export const AUTOMATIONS: PlainSpec = {
    ...TRIGGERS,
    table: 'automations',
    path: 'automations',
    singular: 'automation',
    plural: 'automations',
    attributes: {
        title: '',
        raw_title: '',
        active: true,
        default: false,
        position: 9999,
        conditions: { all: [], any: [] },
        actions: []
    },
    check: (_, row) => ruleViolations(row)
};

const CATEGORIES: PlainSpec = {
    table: 'trigger_categories',
    path: 'trigger_categories',
    singular: 'trigger_category',
    plural: 'trigger_categories',
    attributes: { name: '', position: 9999 },
    required: ['name'],
    unique: 'name',
    orderBy: 'position',
    createdStatus: 200,
    updateMethod: 'PATCH',
    paging: { cursor: true, offset: false },
    derived: (_, row) => ({ id: String(row.id) })
};

/** Conditions and actions stand for each other: sending one of them replaces both. */
const AS_ONE = ['conditions', 'actions'];

function sent(spec: PlainSpec, context: Context): JsonObject {
    const values = gathered(envelope(context.body(), spec.singular));
    const kept = permitted(context, spec.singular, values, kindsOf(spec));
    const hasRule = AS_ONE.some((name) => name in kept);
    const missing = hasRule ? { conditions: { all: [], any: [] }, actions: [] } : {};
    return { ...missing, ...kept };
}

function firstCategory(context: Context): Json {
    const [first] = context.account.store.plain.trigger_categories.all();
    return first === undefined ? '' : String(first.id);
}

function create(spec: PlainSpec, context: Context): Reply {
    const values = sent(spec, context);
    demandConditions(values);
    const category = text(values['category_id']) ?? firstCategory(context);
    const row = createRow(spec, context, {
        ...values,
        ...('category_id' in spec.attributes && { category_id: category })
    });
    return created(
        { [spec.singular]: presentRow(spec, context, row) },
        apiUrl(context, `${spec.path}/${row.id}`)
    );
}

function update(spec: PlainSpec, context: Context): Reply {
    const row = updateRow(spec, context, livingRow(spec, context), sent(spec, context));
    return ok({ [spec.singular]: presentRow(spec, context, row) });
}

const writing = (spec: PlainSpec): Route[] => [
    {
        method: 'POST',
        path: `/api/v2/${spec.path}`,
        access: 'admin',
        handle: (context) => create(spec, context)
    },
    {
        method: 'PUT',
        path: `/api/v2/${spec.path}/:id`,
        access: 'admin',
        handle: (context) => update(spec, context)
    },
    ...plainRoutes({ ...spec, operations: ['show', 'delete'] })
];

export const triggerRoutes: readonly Route[] = [
    ...writing(TRIGGERS),
    ...ruleRoutes(TRIGGERS, true),
    {
        method: 'GET',
        path: '/api/v2/triggers/definitions',
        handle: () => ok({ definitions: ruleDefinitions() })
    },
    ...writing(AUTOMATIONS),
    ...ruleRoutes(AUTOMATIONS, false),
    ...plainRoutes(CATEGORIES)
];
