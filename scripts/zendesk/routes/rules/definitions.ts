import { isObject, objects, text, type JsonObject } from '../../http/json.ts';

const CHANGING = [
    'is',
    'is_not',
    'changed',
    'not_changed',
    'value',
    'not_value',
    'value_previous',
    'not_value_previous'
];
const CONTAINING = ['includes', 'not_includes'];
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
    'ticket_form_id',
    'custom_status_id'
];

const CONDITIONS: Readonly<Record<string, Subject>> = {
    status: { operators: RANKED, values: ['new', 'open', 'pending', 'hold', 'solved', 'closed'] },
    priority: { operators: RANKED, values: ['low', 'normal', 'high', 'urgent'] },
    type: { operators: CHANGING, values: ['question', 'incident', 'problem', 'task'] },
    update_type: { operators: ['is'], values: ['Create', 'Change'] },
    comment_is_public: { operators: ['is'], values: ['true', 'false', 'not_relevant'] },
    ticket_is_public: { operators: ['is'], values: ['public', 'private'] },
    subject_includes_word: { operators: [...CONTAINING, 'is', 'is_not'], values: [] },
    comment_includes_word: { operators: [...CONTAINING, 'is', 'is_not'], values: [] },
    current_tags: { operators: CONTAINING, values: [] },
    role: { operators: ['is'], values: [] },
    via_id: { operators: ['is', 'is_not'], values: [] },
    ...Object.fromEntries(IDS.map((name) => [name, { operators: CHANGING, values: [] }]))
};

const ACTIONS: Readonly<Record<string, readonly string[]>> = {
    status: ['open', 'pending', 'hold', 'solved'],
    priority: ['low', 'normal', 'high', 'urgent'],
    type: ['question', 'incident', 'problem', 'task'],
    assignee_id: [],
    group_id: [],
    brand_id: [],
    ticket_form_id: [],
    custom_status_id: [],
    subject: [],
    set_tags: [],
    current_tags: [],
    remove_tags: [],
    follower: [],
    cc: [],
    notification_user: [],
    notification_webhook: []
};

const CUSTOM = /^(custom_fields|ticket_fields)_\d+$/;

/**
 * What a trigger could never do here: a condition or an action that nothing evaluates would be
 * silently without effect.
 */
export function unknownParts(row: JsonObject): string[] {
    const { all, any } = isObject(row['conditions']) ? row['conditions'] : {};
    return [
        ...[...objects(all), ...objects(any)].flatMap(conditionProblem),
        ...objects(row['actions']).flatMap(actionProblem)
    ];
}

function conditionProblem(condition: JsonObject): string[] {
    const field = text(condition['field']) ?? '';
    const operator = text(condition['operator']) ?? '';
    const value = text(condition['value']);
    const subject = Object.hasOwn(CONDITIONS, field) ? CONDITIONS[field] : undefined;
    if (subject === undefined) {
        return CUSTOM.test(field) ? [] : [`Condition: ${field} is not a known field`];
    }
    if (!subject.operators.includes(operator)) {
        return [`Condition: ${operator} is not an operator of ${field}`];
    }
    const isCompared = subject.values.length > 0 && !operator.endsWith('changed');
    return isCompared && value !== null && value !== '' && !subject.values.includes(value)
        ? [`Condition: ${value} is not a value of ${field}`]
        : [];
}

function actionProblem(action: JsonObject): string[] {
    const field = text(action['field']) ?? '';
    return Object.hasOwn(ACTIONS, field) || CUSTOM.test(field)
        ? []
        : [`Action: ${field} is not a known field`];
}

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
