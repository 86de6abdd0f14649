import { hasArrived } from 'c/zendeskLostAnswers';
import { startEditing, withChange, withDraftPart } from 'c/zendeskTicketEditing';
import { commentOf, field, layoutOf, openingOf, ticketOf } from 'test/tickets';

import type { TicketComment, TicketOpening } from 'c/zendeskConversationService';
import type { Editing } from 'c/zendeskTicketEditing';

const layout = layoutOf([field('2', 'priority', { key: 'priority', title: 'Priority' })]);

function answering(html: string): Editing {
    return withDraftPart(startEditing(ticketOf(), layout), { html });
}

function withNew(part: Partial<TicketComment>): TicketOpening {
    const comments = [commentOf('2', part), commentOf('1')];
    return openingOf({ conversation: { comments, people: [] } });
}

describe('hasArrived', () => {
    it('knows the user’s own comment, however Zendesk wraps it', () => {
        const html = '<div class="zd-comment"><p>Good&nbsp;news</p>\n</div>';

        expect(hasArrived(answering('<p>Good news</p>'), withNew({ html }), '1')).toBe(true);
    });

    it('takes no other comment for it', () => {
        const editing = answering('<p>Comment 1</p>');

        expect(hasArrived(editing, withNew({ html: '<p>Other</p>' }), '1')).toBe(false);
        expect(
            hasArrived(editing, withNew({ html: '<p>Comment 1</p>', isPublic: false }), '1')
        ).toBe(false);
    });

    it('takes no comment without its files for it', () => {
        const uploads = [{ token: 't', fileName: 'a.png', size: 1, uploadedAt: 0 }];
        const editing = withDraftPart(answering('<p>See</p>'), { uploads });

        expect(hasArrived(editing, withNew({ html: '<p>See</p>' }), '1')).toBe(false);
    });

    it('knows fields that have the values sent', () => {
        const editing = withChange(startEditing(ticketOf(), layout), {
            key: 'priority',
            text: 'urgent'
        });
        const opened = (text: string) => {
            return openingOf({ ticket: ticketOf([{ key: 'priority', text }]) });
        };

        expect(hasArrived(editing, opened('urgent'), '1')).toBe(true);
        expect(hasArrived(editing, opened('high'), '1')).toBe(false);
    });
});
