import CARD from '@salesforce/label/c.Zendesk_Fault_Card';
import FORMAT from '@salesforce/label/c.Zendesk_Fault_Format';
import LONG from '@salesforce/label/c.Zendesk_Field_TooLong';
import MISSING from '@salesforce/label/c.Zendesk_Field_Blank';
import NUMBER from '@salesforce/label/c.Zendesk_Fault_Number';
import SOLVE from '@salesforce/label/c.Zendesk_Field_NeededToSolve';
import WHOLE from '@salesforce/label/c.Zendesk_Fault_Whole';

import { fieldViews, namesOf } from 'c/zendeskFieldViews';
import { EMPTY_DRAFT, isBlankHtml, valuesOf, withValue } from 'c/zendeskTicketDrafts';
import { formatFault, isSolved, missingFields, visibleFields } from 'c/zendeskTicketRules';

import type { Choice, FieldValue, TicketDetail, TicketLayout } from 'c/zendeskConversationService';
import type { Macro } from 'c/zendeskChoiceService';
import type { CollidingField } from 'c/zendeskCollision';
import type { FieldProblem } from 'c/zendeskErrors';
import type { FieldView, ViewContext } from 'c/zendeskFieldViews';
import type { DescribedValue } from 'c/zendeskMacros';
import type { TicketDraft } from 'c/zendeskTicketDrafts';
import type { FormatFault, StatusOption } from 'c/zendeskTicketRules';

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

const FAULTS: Readonly<Record<FormatFault, string>> = {
    card: CARD,
    format: FORMAT,
    long: LONG,
    number: NUMBER,
    whole: WHOLE
};

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

export function withChoices(editing: Editing, key: string, found: readonly Choice[]): Editing {
    const named = found.map(({ value, label }) => [value, label] as const);
    return {
        ...editing,
        choices: new Map([...editing.choices, [key, found]]),
        names: new Map([...editing.names, ...named])
    };
}

/** With what a macro would do: its values, and its text after what is written already. */
export function withMacro(editing: Editing, macro: Macro): Editing {
    const { draft } = editing;
    const html = isBlankHtml(draft.html) ? '' : draft.html;
    const commented = withDraftPart(editing, {
        html: html + (macro.commentHtml ?? ''),
        isPublic: macro.isCommentPublic ?? draft.isPublic,
        macroIds: [...new Set([...draft.macroIds, macro.id])]
    });
    return macro.values.reduce((step, value) => applyMacroValue(step, value), commented);
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

/** Values in words: what a macro would change. */
export function describeValues(
    editing: Editing,
    values: readonly FieldValue[]
): readonly DescribedValue[] {
    const keys = new Set(values.map(({ key }) => key));
    const changed = values.reduce((step, value) => withChange(step, value), editing);
    return viewsOf(changed).filter(({ key }) => keys.has(key));
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

/** What keeps the draft from being sent, by key: the form's demands and the form of values. */
export function faultsOf(editing: Editing): ReadonlyMap<string, string> {
    const { layout, draft } = editing;
    const values = valuesOf(editing.ticket, draft);
    const target = targetOf(editing);
    const demand = isSolved(target.status) ? SOLVE : MISSING;
    const missing = missingFields(layout, values, target)
        .filter(({ type }) => type !== 'description')
        .map(({ key }) => [key, demand] as const);
    const wrong = visibleFields(layout, values).flatMap((field) => {
        const fault = formatFault(field, values.get(field.key) ?? { key: field.key });
        return fault && draft.values.some(({ key }) => key === field.key)
            ? [[field.key, FAULTS[fault]] as const]
            : [];
    });
    return new Map([...missing, ...wrong]);
}

/** With what Zendesk says about fields. */
export function withProblems(editing: Editing, fields: readonly FieldProblem[]): Editing {
    const placed = fields.filter(({ field }) => field !== undefined);
    const named = placed.map(({ field = '', message }) => [field, message] as const);
    return { ...editing, problems: new Map(named) };
}

/** What Zendesk says about no field that is shown, with the name that it gave. */
export function unplacedProblems(
    editing: Editing,
    fields: readonly FieldProblem[]
): readonly string[] {
    const shown = new Set(
        editing.layout.fields
            .flatMap(({ id, key }) => [id, key])
            .concat(viewsOf(editing).map(({ key }) => key))
    );
    return fields
        .filter(({ field }) => !field || !shown.has(field))
        .map(({ field, message }) => (field ? `${field}: ${message}` : message));
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

/** A macro sets group and assignee together, and a status for submitting. */
function applyMacroValue(editing: Editing, value: FieldValue): Editing {
    const { layout, draft } = editing;
    if (value.key === 'status' || value.key === 'custom_status_id') {
        const custom = layout.statuses.find(({ id }) => id === value.text);
        const status = custom?.category ?? value.text ?? '';
        const option = { status, customStatusId: custom?.id, label: custom?.label };
        return value.key === 'status' && draft.status?.customStatusId
            ? editing
            : withDraftPart(editing, { status: custom ? option : { status } });
    }
    const type = layout.fields.find(({ key }) => key === value.key)?.type;
    const typed = type ? { ...value, type } : value;
    return { ...editing, draft: withValue(draft, editing.ticket, typed) };
}

function textOf({ text, values }: FieldValue): string {
    return values ? [...values].sort().join('\n') : (text ?? '');
}
