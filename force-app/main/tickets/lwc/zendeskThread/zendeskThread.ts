import type { CommentPage, Person, TicketComment } from 'c/zendeskConversationService';

/** What is known of a ticket's conversation. Never changed: each step makes the next one. */
export interface Thread {
    /** Latest first. */
    readonly comments: readonly TicketComment[];
    /** Whoever wrote, is copied, or is spoken of, by id. */
    readonly people: ReadonlyMap<string, Person>;
    /** Absent when there are no older comments. */
    readonly nextCursor?: string;
}

export const EMPTY_THREAD: Thread = { comments: [], people: new Map() };

/** With the latest comments in the place of those that were there. */
export function withLatest(thread: Thread, page: CommentPage): Thread {
    return withOlder({ ...thread, comments: [] }, page);
}

/** With the next page; comments that came before come once. */
export function withOlder(thread: Thread, { comments, people, nextCursor }: CommentPage): Thread {
    const known = new Set(thread.comments.map(({ id }) => id));
    const added = comments.filter(({ id }) => !known.has(id));
    return withPeople({ ...thread, comments: [...thread.comments, ...added], nextCursor }, people);
}

/** With a comment that was just made. */
export function withComment(thread: Thread, comment: TicketComment): Thread {
    const others = thread.comments.filter(({ id }) => id !== comment.id);
    return { ...thread, comments: [comment, ...others] };
}

export function withPeople(thread: Thread, people: readonly Person[]): Thread {
    const added = people.map((person) => [person.id, person] as const);
    return { ...thread, people: new Map([...thread.people, ...added]) };
}

/** Whether nobody knows yet who made a comment. */
export function isNameless({ people }: Thread, { authorId = '' }: TicketComment): boolean {
    return !people.has(authorId);
}
