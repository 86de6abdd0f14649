import { fieldViews, namesOf } from 'c/zendeskFieldViews';
import { EMPTY_DRAFT, valuesOf, withValue } from 'c/zendeskTicketDrafts';

import type { Choice, FieldValue, TicketDetail, TicketLayout } from 'c/zendeskConversationService';
import type { CollidingField } from 'c/zendeskCollision';
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
    readonly choices: ReadonlyMap<string, readonly Choice[]>;
    /** What is wrong, by key or id of the field. */
    readonly problems: ReadonlyMap<string, string>;
}

export function startEditing(
    ticket: TicketDetail | undefined,
    layout: TicketLayout,
    draft: TicketDraft = EMPTY_DRAFT
): Editing {
    return {
        ticket,
        layout,
        draft,
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
    const problems = new Map(editing.problems);
    problems.delete(value.key);
    const changed = {
        ...editing,
        problems,
        names: new Map([...editing.names, ...added]),
        draft: withValue(editing.draft, editing.ticket, value)
    };
    return value.key === 'group_id' ? withoutAssignee(changed) : changed;
}

export function withDraftPart(editing: Editing, part: Partial<TicketDraft>): Editing {
    return { ...editing, draft: { ...editing.draft, ...part } };
}

/** With another form. */
export function withLayout(editing: Editing, layout: TicketLayout, formId: string): Editing {
    return { ...withChange(editing, { key: 'ticket_form_id', text: formId }), layout };
}

export function withChoices(editing: Editing, key: string, found: readonly Choice[]): Editing {
    const named = found.map(({ value, label }) => [value, label] as const);
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
        draft: kept,
        names: new Map([...editing.names, ...namesOf(ticket)]),
        problems: new Map()
    };
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

/** Fields of the draft that somebody else changed, too. */
export function collisionsOf(editing: Editing, theirs: TicketDetail): readonly CollidingField[] {
    const { ticket, draft } = editing;
    const status = draft.status
        ? [{ key: draft.status.customStatusId ? 'custom_status_id' : 'status' }]
        : [];
    const keys = new Set([...draft.values, ...status].map(({ key }) => key));
    const before = new Map((ticket?.values ?? []).map((value) => [value.key, textOf(value)]));
    const after = new Map(theirs.values.map((value) => [value.key, textOf(value)]));
    const mine = viewsOf(editing);
    const their = new Map(
        viewsOf({ ...startEditing(theirs, editing.layout), names: editing.names }).map((view) => [
            view.key,
            view.display
        ])
    );
    return mine
        .filter(({ key }) => keys.has(key) && before.get(key) !== after.get(key))
        .map(({ key, title, display }) => ({
            key,
            title,
            mine: display,
            theirs: their.get(key) ?? ''
        }));
}

function contextOf(editing: Editing): ViewContext {
    const { ticket, layout, draft, names, choices, problems } = editing;
    const target = targetOf(editing);
    const values = valuesOf(ticket, draft);
    return { ticket, layout, values, names, choices, problems, target };
}

/** An agent of another group can't have the ticket; who it is to be is asked anew. */
function withoutAssignee(editing: Editing): Editing {
    const choices = new Map(editing.choices);
    choices.delete('assignee_id');
    const draft = withValue(editing.draft, editing.ticket, { key: 'assignee_id', text: '' });
    return { ...editing, choices, draft };
}

function textOf({ text, values }: FieldValue): string {
    return values ? [...values].sort().join('\n') : (text ?? '');
}
