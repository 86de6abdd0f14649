import { created, ok, type Context, type Reply, type Route } from '../../http/exchange.ts';
import { envelope, text, type Json, type JsonObject } from '../../http/json.ts';
import { permitted } from '../../http/permitted.ts';
import { apiUrl } from '../../present/addresses.ts';
import {
    createRow,
    livingRow,
    plainRoutes,
    presentRow,
    updateRow,
    type PlainSpec
} from '../plain/plainResource.ts';
import { demandConditions, gathered, ruleRoutes, ruleViolations } from './ruleResource.ts';

export const TRIGGERS: PlainSpec = {
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
    check: (_, row) => ruleViolations(row),
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
    }
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
    const kept = permitted(context, spec.singular, values, new Set(Object.keys(spec.attributes)));
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

const STATUS_VALUES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];

const definition = (
    subject: string,
    title: string,
    values: readonly string[],
    operators: readonly string[]
) => ({
    title,
    subject,
    type: values.length > 0 ? 'list' : 'text',
    group: 'ticket',
    nullable: false,
    repeatable: false,
    operators: operators.map((value) => ({
        value,
        title: value.replaceAll('_', ' '),
        terminal: false
    })),
    values: values.map((value) => ({ value, title: value, enabled: true }))
});

function definitions(): JsonObject {
    const conditions = [
        definition('status', 'Status', STATUS_VALUES, [
            'is',
            'is_not',
            'less_than',
            'greater_than',
            'changed',
            'value',
            'value_previous'
        ]),
        definition(
            'priority',
            'Priority',
            ['low', 'normal', 'high', 'urgent'],
            ['is', 'is_not', 'less_than', 'greater_than', 'changed']
        ),
        definition('type', 'Type', ['question', 'incident', 'problem', 'task'], ['is', 'is_not']),
        definition('update_type', 'Ticket', ['Create', 'Change'], ['is']),
        definition('comment_is_public', 'Comment', ['true', 'false', 'not_relevant'], ['is']),
        definition('current_tags', 'Tags', [], ['includes', 'not_includes']),
        ...[
            'assignee_id',
            'group_id',
            'organization_id',
            'requester_id',
            'brand_id',
            'ticket_form_id',
            'via_id'
        ].map((subject) =>
            definition(
                subject,
                subject.replace('_id', ''),
                [],
                ['is', 'is_not', 'changed', 'value', 'value_previous']
            )
        )
    ];
    const actions = [
        'status',
        'priority',
        'type',
        'assignee_id',
        'group_id',
        'set_tags',
        'current_tags',
        'remove_tags',
        'follower',
        'cc',
        'notification_user',
        'notification_webhook'
    ].map((subject) => definition(subject, subject.replaceAll('_', ' '), [], []));
    return { definitions: { conditions_all: conditions, conditions_any: conditions, actions } };
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
    { method: 'GET', path: '/api/v2/triggers/definitions', handle: () => ok(definitions()) },
    ...writing(AUTOMATIONS),
    ...ruleRoutes(AUTOMATIONS, false),
    ...plainRoutes(CATEGORIES)
];
