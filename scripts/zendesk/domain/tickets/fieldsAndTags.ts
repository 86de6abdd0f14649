import { idOf, isArray, isObject, tagList, type Json } from '../../http/json.ts';
import type { Ticket } from '../../store/records.ts';
import type { Acting } from '../acting.ts';
import { checkValue, tagsOfValue, valueViolation } from './customValues.ts';
import { withValues, withViolation, type Draft } from './draft.ts';
import type { Step } from './step.ts';

/** `[{id, value}]`, or the same as an object by id; fields that do not exist are ignored. */
export const customFields: Step = (acting, draft, input) => {
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

export const tags: Step = (_, draft, input) => {
    const base = 'tags' in input ? tagList(input['tags']) : draft.after.tags;
    const added = tagList(input['additional_tags']);
    const removed = new Set(clean(tagList(input['remove_tags'])));
    return withValues(draft, {
        tags: clean([...base, ...added]).filter((tag) => !removed.has(tag))
    });
};

/**
 * Options of custom fields are tags too: a changed value changes the tags, and tags that are set
 * choose the option.
 */
export const fieldTags: Step = (acting, draft, input) => {
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
