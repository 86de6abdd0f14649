import type { Violation } from '../../http/errors.ts';
import {
    idOf,
    isArray,
    isObject,
    text,
    texts,
    type Json,
    type JsonObject
} from '../../http/json.ts';
import type { Priority, Ticket, TicketStatus, TicketType, User } from '../../store/records.ts';
import { isSolved } from './statuses.ts';
import type { Acting } from '../acting.ts';
import { userByEmail } from '../identities.ts';
import { isLightAgent, isStaff } from '../visibility.ts';
import { checkValue, tagsOfValue, valueViolation } from './customValues.ts';
import { withValues, withViolation, type Draft } from './draft.ts';
import { knownUser } from './people.ts';

const STATUSES: readonly string[] = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];
const PRIORITIES: readonly string[] = ['low', 'normal', 'high', 'urgent'];
const TYPES: readonly string[] = ['problem', 'incident', 'question', 'task'];

type Step = (acting: Acting, draft: Draft, input: JsonObject) => Draft;

const invalid = (field: string, rule: string): Violation => ({
    field,
    description: `${field.charAt(0).toUpperCase()}${field.slice(1).replaceAll('_', ' ')}: ${rule}`,
    error: 'InvalidValue'
});

const plainTexts: Step = (_, draft, input) => {
    const values: { -readonly [K in 'subject' | 'external_id' | 'recipient']?: string | null } = {};
    for (const name of ['subject', 'external_id', 'recipient'] as const) {
        if (name in input) {
            values[name] = text(input[name]);
        }
    }
    const subject = input['raw_subject'];
    return withValues(draft, {
        ...values,
        ...(typeof subject === 'string' && !('subject' in input) && { subject })
    });
};

const type: Step = (_, draft, input) => {
    if (!('type' in input)) {
        return draft;
    }
    const value = input['type'] === '' ? null : (input['type'] ?? null);
    return value === null || TYPES.includes(String(value))
        ? withValues(draft, { type: value as TicketType | null })
        : withViolation(draft, invalid('type', 'is not included in the list'));
};

const priority: Step = (_, draft, input) => {
    if (!('priority' in input)) {
        return draft;
    }
    const value = input['priority'] === '' ? null : (input['priority'] ?? null);
    if (value === null && draft.before?.priority != null) {
        return withViolation(draft, invalid('priority', 'cannot be reset'));
    }
    return value === null || PRIORITIES.includes(String(value))
        ? withValues(draft, { priority: value as Priority | null })
        : withViolation(draft, invalid('priority', 'is not included in the list'));
};

const dueAt: Step = (_, draft, input) => {
    if (!('due_at' in input)) {
        return draft;
    }
    const moment = Date.parse(text(input['due_at']) ?? '');
    return withValues(draft, {
        due_at: Number.isNaN(moment) ? null : `${new Date(moment).toISOString().slice(0, 19)}Z`
    });
};

const problem: Step = (acting, draft, input) => {
    if (!('problem_id' in input)) {
        return draft;
    }
    const id = idOf(input['problem_id']);
    const found = acting.account.store.tickets.find(id);
    return id === null || found?.type === 'problem'
        ? withValues(draft, { problem_id: id })
        : withViolation(draft, invalid('problem_id', 'is not a problem'));
};

const requester: Step = (acting, draft, input) => {
    if (draft.before === null || input['requester_id'] === undefined) {
        return draft;
    }
    const user = knownUser(acting, input['requester_id'], 'requester');
    return withValues(draft, { requester_id: user.id, organization_id: user.organization_id });
};

/** The organization must be one of the requester's. */
const organization: Step = (acting, draft, input) => {
    const id = idOf(input['organization_id']);
    if (!('organization_id' in input) || input['organization_id'] === null) {
        return draft;
    }
    const isMember = acting.account.store.organizationMemberships
        .by('user', draft.after.requester_id)
        .some((row) => row.organization_id === id);
    return isMember
        ? withValues(draft, { organization_id: id })
        : withViolation(draft, invalid('organization', 'is not an organization of the requester'));
};

const group: Step = (acting, draft, input) => {
    if (!('group_id' in input)) {
        return draft;
    }
    const id = idOf(input['group_id']);
    const row = acting.account.store.plain.groups.find(id);
    return id === null || (row !== null && row['deleted'] !== true)
        ? withValues(draft, { group_id: id })
        : withViolation(draft, invalid('group', 'is invalid'));
};

function assigneeFrom(acting: Acting, input: JsonObject): User | null | undefined {
    if ('assignee_id' in input) {
        const id = idOf(input['assignee_id']);
        return id === null ? null : (acting.account.store.users.find(id) ?? undefined);
    }
    return userByEmail(acting.account.store, text(input['assignee_email']) ?? '') ?? undefined;
}

/** Only an agent who may own tickets, and who is in the ticket's group; without a group, in his own. */
const assignee: Step = (acting, draft, input) => {
    if (!('assignee_id' in input) && !('assignee_email' in input)) {
        return draft;
    }
    const user = assigneeFrom(acting, input);
    if (user === null) {
        return withValues(draft, { assignee_id: null });
    }
    if (user === undefined || !user.active || !isStaff(user) || isLightAgent(user)) {
        return withViolation(draft, invalid('assignee', 'is invalid'));
    }
    return inGroup(acting, withValues(draft, { assignee_id: user.id }), user, 'group_id' in input);
};

function inGroup(acting: Acting, draft: Draft, user: User, isGroupGiven: boolean): Draft {
    const groups = acting.account.store.groupMemberships
        .by('user', user.id)
        .map((row) => row.group_id);
    const { group_id: current } = draft.after;
    if (current !== null && groups.includes(current)) {
        return draft;
    }
    if (current !== null && isGroupGiven) {
        return withViolation(draft, invalid('assignee', 'is not a member of the group'));
    }
    return withValues(draft, { group_id: user.default_group_id ?? groups[0] ?? null });
}

const form: Step = (acting, draft, input) => {
    const id = idOf(input['ticket_form_id']);
    if (!('ticket_form_id' in input) || id === null) {
        return draft;
    }
    return acting.account.store.plain.ticket_forms.find(id) === null
        ? withViolation(draft, invalid('ticket_form_id', 'is invalid'))
        : withValues(draft, { ticket_form_id: id });
};

const brand: Step = (acting, draft, input) => {
    const id = idOf(input['brand_id']);
    if (!('brand_id' in input) || id === null) {
        return draft;
    }
    const row = acting.account.store.plain.brands.find(id);
    return row === null || row['is_deleted'] === true || row['active'] !== true
        ? withViolation(draft, invalid('brand', 'is invalid'))
        : withValues(draft, { brand_id: id });
};

const isStatus = (value: Json | undefined): value is TicketStatus =>
    typeof value === 'string' && STATUSES.includes(value);

/** `custom_status_id` says more than `status` and wins; `new` cannot be had again. */
const status: Step = (acting, draft, input) => {
    const { customStatuses } = acting.account.store;
    const customId = idOf(input['custom_status_id']);
    if (customId !== null) {
        const custom = customStatuses.find(customId);
        return custom?.active === true
            ? withStatus(draft, custom.status_category, custom.id)
            : withViolation(draft, invalid('custom_status_id', 'is invalid'));
    }
    if (!('status' in input) || input['status'] === null) {
        return draft;
    }
    const value = input['status'];
    if (!isStatus(value)) {
        return withViolation(draft, invalid('status', 'is not included in the list'));
    }
    if (value === draft.after.status) {
        return draft;
    }
    const category = value === 'closed' ? 'solved' : value;
    const standard = customStatuses
        .all()
        .find((row) => row.status_category === category && row.default);
    return withStatus(draft, value, standard?.id ?? draft.after.custom_status_id);
};

function withStatus(draft: Draft, value: TicketStatus, customId: number): Draft {
    const isRegained = value === 'new' && draft.before !== null && draft.before.status !== 'new';
    return isRegained ? draft : withValues(draft, { status: value, custom_status_id: customId });
}

/** A ticket that gets its first assignee opens, unless the request says otherwise. */
const opened: Step = (acting, draft, input) => {
    const { after } = draft;
    const isTold = 'status' in input || 'custom_status_id' in input;
    if (
        after.status !== 'new' ||
        after.assignee_id === null ||
        (isTold && input['status'] !== 'new')
    ) {
        return draft;
    }
    const open = acting.account.store.customStatuses
        .all()
        .find((row) => row.status_category === 'open' && row.default);
    return withValues(draft, {
        status: 'open',
        custom_status_id: open?.id ?? after.custom_status_id
    });
};

/** `[{id, value}]`, or the same as an object by id; fields that do not exist are ignored. */
const customFields: Step = (acting, draft, input) => {
    const { ticketFields } = acting.account.store;
    return customEntries(input['custom_fields'] ?? input['fields']).reduce((current, [id, raw]) => {
        const field = ticketFields.find(id);
        if (field === null || field.system) {
            return current;
        }
        const checked = checkValue(acting.account.store, field, raw);
        return 'problem' in checked
            ? withViolation(current, valueViolation(field, checked.problem))
            : withCustom(current, field.id, checked.value);
    }, draft);
};

function customEntries(value: Json | undefined): [number, Json][] {
    if (isArray(value)) {
        return value.flatMap((item) => {
            const id = isObject(item) ? idOf(item['id']) : null;
            return id === null || !isObject(item) ? [] : [[id, item['value'] ?? null]];
        });
    }
    return isObject(value)
        ? Object.entries(value).map(([id, item]) => [Number(id), item ?? null])
        : [];
}

function withCustom(draft: Draft, id: number, value: Json): Draft {
    const { [String(id)]: _, ...others } = draft.after.custom;
    return withValues(draft, {
        custom: value === null ? others : { ...others, [String(id)]: value }
    });
}

const clean = (tags: readonly string[]): string[] =>
    [...new Set(tags.map((tag) => tag.trim().toLowerCase()).filter((tag) => tag !== ''))].sort();

const tags: Step = (_, draft, input) => {
    const base = 'tags' in input ? texts(input['tags']) : draft.after.tags;
    const added = texts(input['additional_tags']);
    const removed = new Set(clean(texts(input['remove_tags'])));
    return withValues(draft, {
        tags: clean([...base, ...added]).filter((tag) => !removed.has(tag))
    });
};

/**
 * Options of custom fields are tags too: a changed value changes the tags, and tags that are set
 * choose the option.
 */
const fieldTags: Step = (acting, draft, input) => {
    const isByTag = 'tags' in input || 'additional_tags' in input || 'remove_tags' in input;
    const chosen = isByTag && !('custom_fields' in input) ? chosenByTags(acting, draft) : draft;
    const before = draft.before === null ? [] : valueTags(acting, draft.before);
    const after = valueTags(acting, chosen.after);
    const gone = new Set(before.filter((tag) => !after.includes(tag)));
    const kept = chosen.after.tags.filter((tag) => !gone.has(tag));
    return withValues(chosen, { tags: clean([...kept, ...after]) });
};

const valueTags = (acting: Acting, ticket: Ticket): string[] =>
    Object.entries(ticket.custom).flatMap(([id, value]) => {
        const field = acting.account.store.ticketFields.find(Number(id));
        return field === null ? [] : tagsOfValue(field, value);
    });

function chosenByTags(acting: Acting, draft: Draft): Draft {
    const taggers = acting.account.store.ticketFields
        .all()
        .filter((field) => field.type === 'tagger' && !field.system);
    return taggers.reduce((current, field) => {
        const option = field.options.find((row) => current.after.tags.includes(row.value));
        return withCustom(current, field.id, option?.value ?? null);
    }, draft);
}

const satisfaction: Step = (_, draft, input) => {
    const rating = input['satisfaction_rating'];
    return isObject(rating) && draft.before !== null && isSolved(draft.before)
        ? withValues(draft, { satisfaction_rating: { ...rating } })
        : draft;
};

const STEPS: readonly Step[] = [
    plainTexts,
    type,
    priority,
    dueAt,
    problem,
    requester,
    organization,
    form,
    brand,
    group,
    assignee,
    status,
    opened,
    customFields,
    tags,
    fieldTags,
    satisfaction
];

/** The draft after everything that the request says about the ticket's values. */
export const applyValues: Step = (acting, draft, input) =>
    STEPS.reduce((current, step) => step(acting, current, input), draft);
