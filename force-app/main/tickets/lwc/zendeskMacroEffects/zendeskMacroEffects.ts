import { isBlankHtml, withValue } from 'c/zendeskTicketDrafts';
import { viewsOf, withDraftPart } from 'c/zendeskTicketEditing';

import type { FieldValue } from 'c/zendeskConversationService';
import type { Macro } from 'c/zendeskChoiceService';
import type { DescribedValue } from 'c/zendeskMacros';
import type { Editing } from 'c/zendeskTicketEditing';

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

/** In words what would change: Zendesk shows a macro's effect as the whole ticket afterwards. */
export function describeValues(
    editing: Editing,
    values: readonly FieldValue[]
): readonly DescribedValue[] {
    const { draft, ticket } = editing;
    const applied = values.reduce((step, value) => withValue(step, ticket, value), draft);
    const known = new Set(draft.values);
    const changed = new Set(
        applied.values.filter((value) => !known.has(value)).map(({ key }) => key)
    );
    return viewsOf({ ...editing, draft: applied }).filter(({ key }) => changed.has(key));
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
