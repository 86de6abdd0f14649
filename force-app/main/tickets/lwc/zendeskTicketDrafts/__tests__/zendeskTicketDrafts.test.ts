import {
    EMPTY_DRAFT,
    FIELDS,
    isBlankHtml,
    isEmptyDraft,
    toInput,
    withinRights,
    withoutFields,
    withoutSent,
    withValue
} from 'c/zendeskTicketDrafts';
import { ALL_RIGHTS, ticketOf } from 'test/tickets';

const upload = { token: 't1', fileName: 'a.png', size: 10, uploadedAt: 0 };
const written = { ...EMPTY_DRAFT, html: '<p>Hello</p>', uploads: [upload] };

describe('withValue', () => {
    const ticket = ticketOf([
        { key: 'priority', text: 'high' },
        { key: 'tags', values: ['a', 'b'] },
        { key: '7', text: 'true', type: 'checkbox' }
    ]);

    it('keeps what differs from the ticket', () => {
        const draft = withValue(EMPTY_DRAFT, ticket, { key: 'priority', text: 'low' });

        expect(draft.values).toEqual([{ key: 'priority', text: 'low' }]);
    });

    it('drops a value that is back at the ticket’s own', () => {
        const changed = withValue(EMPTY_DRAFT, ticket, { key: 'priority', text: 'low' });

        expect(withValue(changed, ticket, { key: 'priority', text: 'high' }).values).toEqual([]);
    });

    it('does not mind the order of several values', () => {
        expect(withValue(EMPTY_DRAFT, ticket, { key: 'tags', values: ['b', 'a'] }).values).toEqual(
            []
        );
    });

    it('takes a box that was never ticked for not ticked', () => {
        const box = { key: '8', type: 'checkbox', text: 'false' };

        expect(withValue(EMPTY_DRAFT, ticket, box).values).toEqual([]);
    });

    it('keeps a cleared value, which has to be sent', () => {
        expect(withValue(EMPTY_DRAFT, ticket, { key: 'priority', text: '' }).values).toEqual([
            { key: 'priority', text: '' }
        ]);
    });
});

describe('toInput', () => {
    it('sends the version that was seen, the comment and its files', () => {
        expect(toInput(written, ticketOf())).toEqual({
            values: [],
            macroIds: [],
            comment: { html: '<p>Hello</p>', isPublic: true, uploads: ['t1'] },
            stamp: '2026-05-06T08:46:13Z'
        });
    });

    it('sends no comment when nothing was said', () => {
        expect(
            toInput({ ...EMPTY_DRAFT, html: '<p><br></p>' }, ticketOf()).comment
        ).toBeUndefined();
    });

    it('sends the status of an account without custom ones', () => {
        const { values } = toInput({ ...written, status: { status: 'pending' } }, ticketOf());

        expect(values).toEqual([{ key: 'status', text: 'pending' }]);
    });

    it('sends a custom status by its id', () => {
        const status = { status: 'hold', customStatusId: '77' };

        expect(toInput({ ...written, status }, ticketOf()).values).toEqual([
            { key: 'custom_status_id', text: '77' }
        ]);
    });

    it('sends the fields alone when only they are saved', () => {
        const draft = { ...written, values: [{ key: 'priority', text: 'low' }] };

        expect(toInput(FIELDS.part(draft), ticketOf()).comment).toBeUndefined();
        expect(toInput(FIELDS.part(draft), ticketOf()).values).toHaveLength(1);
    });

    it('leaves the organization of a new requester to Zendesk when they have none', () => {
        const values = [
            { key: 'requester_id', text: '22' },
            { key: 'organization_id', text: '' },
            { key: 'group_id', text: '' }
        ];

        expect(toInput({ ...EMPTY_DRAFT, values }, ticketOf()).values).toEqual([
            { key: 'requester_id', text: '22' },
            { key: 'group_id', text: '' }
        ]);
    });

    it('sends the key and the requester of a new ticket', () => {
        const draft = { ...written, key: 'k'.repeat(20), requesterEmail: 'rosa@example.com' };

        expect(toInput(draft, undefined)).toMatchObject({
            key: 'k'.repeat(20),
            requesterEmail: 'rosa@example.com'
        });
        expect(toInput(draft, undefined).stamp).toBeUndefined();
    });
});

describe('withinRights', () => {
    it('leaves nothing but a note to whom Zendesk lets do no more', () => {
        const draft = { ...written, values: [{ key: 'priority', text: 'high' }], isPublic: true };
        const light = { ...ALL_RIGHTS, mayEdit: false, mayCommentPublicly: false };

        expect(withinRights(draft, ALL_RIGHTS)).toEqual(draft);
        expect(withinRights(draft, light)).toMatchObject({
            html: draft.html,
            isPublic: false,
            values: []
        });
    });
});

describe('withoutSent', () => {
    it('keeps what was typed while the rest was being sent', () => {
        const sent = { ...written, values: [{ key: 'priority', text: 'high' }] };
        const later = { key: '7', text: 'later' };

        expect(withoutSent({ ...sent, values: [...sent.values, later] }, sent)).toMatchObject({
            html: '',
            values: [later]
        });
        expect(withoutSent({ ...sent, html: '<p>More</p>' }, sent).html).toBe('<p>More</p>');
    });
});

describe('withoutFields', () => {
    it('takes a status to submit as for its field', () => {
        const draft = { ...written, status: { status: 'solved' } };

        expect(withoutFields(draft, new Set(['status'])).status).toBeUndefined();
        expect(withoutFields(draft, new Set(['priority'])).status).toEqual({ status: 'solved' });
    });
});

describe('isEmptyDraft', () => {
    it('takes the empty paragraphs of an editor for nothing', () => {
        expect(isBlankHtml('<p><br></p><p>&nbsp;</p>')).toBe(true);
        expect(isBlankHtml('<p>🙂</p>')).toBe(false);
        expect(isEmptyDraft({ ...EMPTY_DRAFT, html: '<p><br></p>' })).toBe(true);
        expect(isEmptyDraft(written)).toBe(false);
    });
});
