import {
    EMPTY_THREAD,
    isNameless,
    withComment,
    withLatest,
    withOlder,
    withPeople
} from 'c/zendeskThread';
import { commentOf } from 'test/tickets';

import type { Thread } from 'c/zendeskThread';

const ROSA = { id: '21', name: 'Rosa Diaz', isAgent: false };

function idsOf({ comments }: Thread): readonly string[] {
    return comments.map(({ id }) => id);
}

const page = (ids: readonly string[], nextCursor?: string) => ({
    comments: ids.map((id) => commentOf(id)),
    people: [ROSA],
    nextCursor
});

describe('a thread', () => {
    it('goes on with older comments, each once, until there are none', () => {
        const first = withOlder(EMPTY_THREAD, page(['4', '3'], 'next'));
        const whole = withOlder(first, page(['3', '2']));

        expect(first.nextCursor).toBe('next');
        expect(idsOf(whole)).toEqual(['4', '3', '2']);
        expect(whole.nextCursor).toBeUndefined();
    });

    it('begins anew with the latest, and still knows people', () => {
        const before = withOlder(EMPTY_THREAD, page(['1']));

        const after = withLatest(before, { comments: [commentOf('9')], people: [] });

        expect(idsOf(after)).toEqual(['9']);
        expect(after.people.get('21')).toEqual(ROSA);
    });

    it('puts a comment that was just made first, once', () => {
        const thread = withOlder(EMPTY_THREAD, page(['2', '1']));

        expect(idsOf(withComment(withComment(thread, commentOf('3')), commentOf('3')))).toEqual([
            '3',
            '2',
            '1'
        ]);
    });

    it('tells whose name is missing', () => {
        expect(isNameless(EMPTY_THREAD, commentOf('1'))).toBe(true);
        expect(isNameless(withPeople(EMPTY_THREAD, [ROSA]), commentOf('1'))).toBe(false);
    });
});
