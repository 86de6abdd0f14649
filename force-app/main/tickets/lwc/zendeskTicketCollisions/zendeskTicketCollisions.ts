import { toInput } from 'c/zendeskTicketDrafts';
import { isClosed, startEditing, viewsOf } from 'c/zendeskTicketEditing';

import type { CollidingField } from 'c/zendeskCollision';
import type {
    FieldValue,
    TicketComment,
    TicketDetail,
    TicketOpening
} from 'c/zendeskConversationService';
import type { FieldView } from 'c/zendeskFieldViews';
import type { Editing } from 'c/zendeskTicketEditing';

/** Two versions of a ticket: that of the user, and that of somebody who was faster. */
export interface Collision {
    /** Theirs. */
    readonly opening: TicketOpening;
    readonly fields: readonly CollidingField[];
    readonly newComments: number;
    /** Whether Zendesk takes no more changes of it. */
    readonly isClosed: boolean;
}

/**
 * @param editing with what was about to be sent
 * @param seenCommentId of the latest comment that the user has seen
 */
export function compare(
    editing: Editing,
    opening: TicketOpening,
    seenCommentId: string | undefined
): Collision {
    const fields = collidingFields(editing, opening.ticket);
    const { length } = newComments(opening, seenCommentId);
    return { opening, fields, newComments: length, isClosed: isClosed(opening.ticket) };
}

/** Those that the user has not seen, the latest first. */
export function newComments(
    { conversation: { comments } }: TicketOpening,
    seenId: string | undefined
): readonly TicketComment[] {
    const index = comments.findIndex(({ id }) => id === seenId);
    return index < 0 ? comments : comments.slice(0, index);
}

/** Fields that are about to be sent and that somebody else changed, too. */
function collidingFields(editing: Editing, theirs: TicketDetail): readonly CollidingField[] {
    const { ticket, draft } = editing;
    const { values } = toInput(draft, ticket);
    const keys = new Set(values.map(({ key }) => key));
    const before = textsOf(ticket?.values ?? []);
    const after = textsOf(theirs.values);
    const their = displaysOf({ ...startEditing(theirs, editing.layout), names: editing.names });
    return viewsOf({ ...editing, draft: { ...draft, values } })
        .filter(({ key }) => keys.has(key) && before.get(key) !== after.get(key))
        .map(({ key, title, display }) => ({
            key,
            title,
            mine: display,
            theirs: their.get(key) ?? ''
        }));
}

function displaysOf(editing: Editing): ReadonlyMap<FieldView['key'], string> {
    return new Map(viewsOf(editing).map(({ key, display }) => [key, display]));
}

function textsOf(values: readonly FieldValue[]): ReadonlyMap<string, string> {
    return new Map(values.map((value) => [value.key, textOf(value)]));
}

function textOf({ text, values }: FieldValue): string {
    return values ? [...values].sort().join('\n') : (text ?? '');
}
