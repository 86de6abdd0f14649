import { idOf, isObject, text } from '../../http/json.ts';
import type { Priority, TicketType } from '../../store/records.ts';
import { withValues, withViolation } from './draft.ts';
import { customFields, fieldTags, tags } from './fieldsAndTags.ts';
import { assignee, group, organization, requester } from './ownership.ts';
import { isSolved } from './statuses.ts';
import { opened, status } from './statusValues.ts';
import { invalid, type Step } from './step.ts';

const PRIORITIES: readonly string[] = ['low', 'normal', 'high', 'urgent'];
const TYPES: readonly string[] = ['problem', 'incident', 'question', 'task'];

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
