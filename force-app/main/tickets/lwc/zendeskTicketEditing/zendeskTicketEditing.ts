import { fieldViews, namesOf } from 'c/zendeskFieldViews';
import { EMPTY_DRAFT, valuesOf, withValue } from 'c/zendeskTicketDrafts';

import type { Choice, FieldValue, TicketDetail, TicketLayout } from 'c/zendeskConversationService';
import type { FoundChoices } from 'c/zendeskChoiceService';
import type { FieldView, ViewContext } from 'c/zendeskFieldViews';
import type { TicketDraft } from 'c/zendeskTicketDrafts';
import type { StatusOption } from 'c/zendeskTicketRules';

/** A ticket while somebody works on it. Never changed: each step makes the next one. */
export interface Editing {
    /** Absent for a new ticket. */
    readonly ticket?: TicketDetail;
    readonly layout: TicketLayout;
    readonly draft: TicketDraft;
    readonly names: ReadonlyMap<string, string>;
    /** Choices that were asked for, by key of the field. */
    readonly choices: ReadonlyMap<string, FoundChoices>;
    /** What is wrong, by key or id of the field. */
    readonly problems: ReadonlyMap<string, string>;
}

/** Properties that only tickets of one type have. */
const OF_SOME_TYPE: readonly string[] = ['due_at', 'problem_id'];

/** What follows from a field, and is taken back with it. */
const FOLLOWING: Readonly<Record<string, readonly string[]>> = {
    group_id: ['assignee_id'],
    requester_id: ['organization_id']
};

/** Until the form is there, the ticket has no fields to show. */
const NO_LAYOUT: TicketLayout = {
    form: { isDefault: true, conditions: [] },
    fields: [],
    statuses: []
};

export function startEditing(
    ticket: TicketDetail | undefined,
    layout: TicketLayout = NO_LAYOUT,
    draft: TicketDraft = EMPTY_DRAFT
): Editing {
    return {
        ticket,
        layout,
        draft: fitting(draft, ticket),
        names: namesOf(ticket),
        choices: new Map(),
        problems: new Map()
    };
}

/** With another value; its problem is gone until it is sent again. */
export function withChange(
    editing: Editing,
    value: FieldValue,
    names: readonly Choice[] = []
): Editing {
    const added = names.map((name) => [name.value, name.label] as const);
    const changed = {
        ...editing,
        problems: withoutProblemsOf(editing, [value.key]),
        names: new Map([...editing.names, ...added]),
        draft: withValue(editing.draft, editing.ticket, value)
    };
    return value.key in FOLLOWING ? withFollowing(changed, value.key) : changed;
}

/** On what the choices of a field depend: the group of an assignee, the requester of an organization. */
export function leaderOf({ ticket, draft }: Editing, key: string): string | undefined {
    const [leader = ''] =
        Object.entries(FOLLOWING).find(([, following]) => following.includes(key)) ?? [];
    return valuesOf(ticket, draft).get(leader)?.text;
}

/** As though a field had not been touched. */
export function withoutChange(editing: Editing, key: string): Editing {
    const following = FOLLOWING[key] ?? [];
    const keys = [key, ...following];
    const { draft } = editing;
    return {
        ...editing,
        draft: { ...draft, values: draft.values.filter((value) => !keys.includes(value.key)) },
        problems: withoutProblemsOf(editing, keys),
        choices: new Map([...editing.choices].filter(([other]) => !following.includes(other)))
    };
}

export function withDraftPart(editing: Editing, part: Partial<TicketDraft>): Editing {
    return { ...editing, draft: { ...editing.draft, ...part } };
}

/** With another form. */
export function withLayout(editing: Editing, layout: TicketLayout, formId: string): Editing {
    return { ...withChange(editing, { key: 'ticket_form_id', text: formId }), layout };
}

/** For whom Zendesk would take it that a new requester asks, when nobody says otherwise. */
export function withDefaultOrganization(editing: Editing): Editing {
    const key = 'organization_id';
    const [first] = editing.choices.get(key)?.choices ?? [];
    const isOpen = editing.draft.values.some((value) => value.key === key && !value.text);
    return first && isOpen ? withChange(editing, { key, text: first.value }) : editing;
}

export function withChoices(editing: Editing, key: string, found: FoundChoices): Editing {
    const named = found.choices.map(({ value, label }) => [value, label] as const);
    return {
        ...editing,
        choices: new Map([...editing.choices, [key, found]]),
        names: new Map([...editing.names, ...named])
    };
}

/** The ticket moved on: the draft stays, on the version that is there now. */
export function onTicket(editing: Editing, ticket: TicketDetail, draft: TicketDraft): Editing {
    const empty: TicketDraft = { ...draft, values: [] };
    const kept = draft.values.reduce((step, value) => withValue(step, ticket, value), empty);
    return {
        ...editing,
        ticket,
        draft: fitting(kept, ticket),
        names: new Map([...editing.names, ...namesOf(ticket)]),
        choices: new Map([...editing.choices].filter(([key]) => !isFollower(key))),
        problems: new Map()
    };
}

export function isClosed(ticket: TicketDetail | undefined): boolean {
    return ticket?.values.some(({ key, text }) => key === 'status' && text === 'closed') === true;
}

/** Zendesk names nobody beside a change; who and what was chosen is known here. */
export function withNames(ticket: TicketDetail, names: ReadonlyMap<string, string>): TicketDetail {
    return { ...ticket, names: [...names].map(([value, label]) => ({ value, label })) };
}

export function viewsOf(editing: Editing): readonly FieldView[] {
    return fieldViews(contextOf(editing));
}

/** The status that the ticket is about to have. */
export function targetOf({ ticket, draft, layout }: Editing): StatusOption {
    if (draft.status) {
        return draft.status;
    }
    const values = valuesOf(ticket, draft);
    const customStatusId = values.get('custom_status_id')?.text;
    const custom = layout.statuses.find(({ id }) => id === customStatusId);
    const status = custom?.category ?? values.get('status')?.text ?? 'new';
    return { status, customStatusId };
}

/** Without what does not show: fields whose condition holds no more, a date when nothing is due. */
export function shownDraft(editing: Editing): TicketDraft {
    const { layout, draft } = editing;
    const shown = new Set(viewsOf(editing).map(({ key }) => key));
    const known = new Set([...layout.fields.map(({ key }) => key), ...OF_SOME_TYPE]);
    const isHidden = ({ key }: FieldValue) => known.has(key) && !shown.has(key);
    return { ...draft, values: draft.values.filter((value) => !isHidden(value)) };
}

function contextOf(editing: Editing): ViewContext {
    const { ticket, layout, draft, names, choices, problems } = editing;
    const target = targetOf(editing);
    const values = valuesOf(ticket, draft);
    return { ticket, layout, values, names, choices, problems, target };
}

/** A closed ticket takes no changes; an answer to it is kept all the same, to be read. */
function fitting(draft: TicketDraft, ticket: TicketDetail | undefined): TicketDraft {
    return isClosed(ticket) ? { ...draft, values: [], macroIds: [], status: undefined } : draft;
}

/** Zendesk names some fields by their id. */
function withoutProblemsOf(
    { problems, layout }: Editing,
    keys: readonly string[]
): Editing['problems'] {
    const ids = layout.fields.filter(({ key }) => keys.includes(key)).map(({ id }) => id);
    const gone = new Set([...keys, ...ids]);
    return new Map([...problems].filter(([name]) => !gone.has(name)));
}

function isFollower(key: string): boolean {
    return Object.values(FOLLOWING).some((keys) => keys.includes(key));
}

/** An agent of another group can't have the ticket, nor somebody else's organization. */
function withFollowing(editing: Editing, leader: string): Editing {
    const isTakenBack = !editing.draft.values.some(({ key }) => key === leader);
    const { draft, ...rest } = withoutChange(editing, leader);
    return { ...rest, draft: isTakenBack ? draft : withoutFollowing(editing, leader) };
}

function withoutFollowing({ draft, ticket }: Editing, leader: string): TicketDraft {
    const keys = FOLLOWING[leader] ?? [];
    return keys.reduce((step, key) => withValue(step, ticket, { key, text: '' }), draft);
}
