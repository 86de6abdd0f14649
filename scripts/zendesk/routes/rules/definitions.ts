import type { JsonObject } from '../../http/json.ts';

const CHANGING = ['is', 'is_not', 'changed', 'value', 'value_previous'];
const RANKED = [...CHANGING, 'less_than', 'greater_than'];

interface Subject {
    readonly operators: readonly string[];
    readonly values: readonly string[];
}

const IDS = [
    'assignee_id',
    'group_id',
    'organization_id',
    'requester_id',
    'brand_id',
    'ticket_form_id'
];

const CONDITIONS: Readonly<Record<string, Subject>> = {
    status: { operators: RANKED, values: ['new', 'open', 'pending', 'hold', 'solved', 'closed'] },
    priority: { operators: RANKED, values: ['low', 'normal', 'high', 'urgent'] },
    type: { operators: CHANGING, values: ['question', 'incident', 'problem', 'task'] },
    update_type: { operators: ['is'], values: ['Create', 'Change'] },
    comment_is_public: { operators: ['is'], values: ['true', 'false', 'not_relevant'] },
    current_tags: { operators: ['includes', 'not_includes'], values: [] },
    via_id: { operators: ['is', 'is_not'], values: ['api', 'web', 'email'] },
    ...Object.fromEntries(IDS.map((name) => [name, { operators: CHANGING, values: [] }]))
};

const ACTIONS: Readonly<Record<string, readonly string[]>> = {
    status: ['open', 'pending', 'hold', 'solved'],
    priority: ['low', 'normal', 'high', 'urgent'],
    type: ['question', 'incident', 'problem', 'task'],
    assignee_id: [],
    group_id: [],
    set_tags: [],
    current_tags: [],
    remove_tags: [],
    follower: [],
    cc: [],
    notification_user: [],
    notification_webhook: []
};

const words = (name: string): string => name.replace(/_id$/, '').replaceAll('_', ' ');

const definition = (subject: string, values: readonly string[]): JsonObject => ({
    title: words(subject),
    subject,
    type: values.length > 0 ? 'list' : 'text',
    group: 'ticket',
    nullable: false,
    repeatable: false,
    values: values.map((value) => ({ value, title: value, enabled: true }))
});

/** Conditions that the rule engine evaluates. */
export const ruleConditions = (): JsonObject[] =>
    Object.entries(CONDITIONS).map(([subject, { operators, values }]) => ({
        ...definition(subject, values),
        operators: operators.map((value) => ({ value, title: words(value), terminal: false }))
    }));

/** What conditions and actions of a trigger can be made of. */
export const ruleDefinitions = (): JsonObject => ({
    conditions_all: ruleConditions(),
    conditions_any: ruleConditions(),
    actions: Object.entries(ACTIONS).map(([subject, values]) => definition(subject, values))
});
