import { newComments } from 'c/zendeskTicketCollisions';
import { EMPTY_DRAFT, hasComment, toInput, withValue } from 'c/zendeskTicketDrafts';

import type { FieldValue, TicketComment, TicketOpening } from 'c/zendeskConversationService';
import type { TicketDraft } from 'c/zendeskTicketDrafts';
import type { Editing } from 'c/zendeskTicketEditing';

/**
 * Whether a later version of the ticket shows that what was sent arrived, though its answer got lost: not
 * somebody else was faster then, but the user.
 * @param editing with what was sent
 * @param seenCommentId of the latest comment that the user has seen
 */
export function hasArrived(
    { ticket, draft }: Editing,
    opening: TicketOpening,
    seenCommentId: string | undefined
): boolean {
    const { values } = toInput(draft, ticket);
    const isCommentThere =
        !hasComment(draft) ||
        newComments(opening, seenCommentId).some((comment) => isOf(comment, draft));
    return isCommentThere && values.every((value) => isThere(value, opening));
}

function isThere(value: FieldValue, { ticket }: TicketOpening): boolean {
    return withValue(EMPTY_DRAFT, ticket, value).values.length === 0;
}

function isOf({ html = '', isPublic, attachments }: TicketComment, draft: TicketDraft): boolean {
    const names = attachments.map(({ fileName }) => fileName);
    return (
        isPublic === draft.isPublic &&
        plain(html) === plain(draft.html) &&
        draft.uploads.every(({ fileName }) => names.includes(fileName))
    );
}

/** Zendesk wraps a text in elements of its own. */
function plain(html: string): string {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    return (body.textContent ?? '').replace(/\s+/g, ' ').trim();
}
