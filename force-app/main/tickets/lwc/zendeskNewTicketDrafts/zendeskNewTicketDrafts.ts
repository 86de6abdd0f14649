import { isUncertain } from 'c/zendeskErrors';
import { EMPTY_DRAFT } from 'c/zendeskTicketDrafts';

import type { Problem } from 'c/zendeskErrors';
import type { TicketDraft } from 'c/zendeskTicketDrafts';
import type { NewTicketForm } from 'c/zendeskTicketEditService';

/** What a new ticket begins with: for the only contact of the record, if there is no other. */
export function freshDraft({ contacts, rights }: NewTicketForm): TicketDraft {
    const only = contacts.length === 1 ? contacts[0] : undefined;
    return {
        ...EMPTY_DRAFT,
        isPublic: rights.mayCommentPublicly,
        requesterName: only?.name,
        requesterEmail: only?.email
    };
}

/** Each draft has a key, by which Zendesk makes one ticket of it however often it is sent. */
export function withKey(draft: TicketDraft): TicketDraft {
    return draft.key ? draft : { ...draft, ...newKey() };
}

/** A key under which nothing was sent. */
export function newKey(): Pick<TicketDraft, 'key' | 'isInDoubt'> {
    return { key: crypto.randomUUID(), isInDoubt: false };
}

/**
 * Whether the next attempt needs another key, since Zendesk takes each for one request. As long as any
 * attempt may have made the ticket it must be the same, or there might be two.
 * @param draft as it was before the attempt that failed
 */
export function needsNewKey(draft: TicketDraft, problem: Problem): boolean {
    const mayBeThere = draft.isInDoubt || isUncertain(problem);
    return !mayBeThere && problem.code !== 'repeated_request';
}
