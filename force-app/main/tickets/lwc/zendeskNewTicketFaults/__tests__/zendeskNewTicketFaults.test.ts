import { faultyFields, newTicketFaults, withoutProblem } from 'c/zendeskNewTicketFaults';
import { EMPTY_DRAFT } from 'c/zendeskTicketDrafts';
import { startEditing } from 'c/zendeskTicketEditing';
import { field, layoutOf } from 'test/tickets';

import type { TicketDraft } from 'c/zendeskTicketDrafts';
import type { Editing } from 'c/zendeskTicketEditing';

const LAYOUT = layoutOf([
    field('4', 'integer', { title: 'Seats' }),
    field('1', 'subject', { key: 'subject', title: 'Subject' })
]);
const WHOLE: TicketDraft = {
    ...EMPTY_DRAFT,
    html: '<p>It burns.</p>',
    requesterEmail: 'rosa@example.com'
};

function editingOf(draft: TicketDraft, problems: readonly (readonly [string, string])[] = []) {
    const editing: Editing = startEditing(undefined, LAYOUT, draft);
    return { ...editing, problems: new Map(problems) };
}

describe('what keeps a new ticket from being sent', () => {
    it('is nothing when it has a requester and a description', () => {
        expect(newTicketFaults(editingOf(WHOLE)).size).toBe(0);
    });

    it('is said all at once', () => {
        const values = [{ key: '4', type: 'integer', text: 'many' }];

        const faults = newTicketFaults(editingOf({ ...EMPTY_DRAFT, values }));

        expect([...faults]).toEqual([
            ['requester_id', 'c.Zendesk_Field_Blank'],
            ['description', 'c.Zendesk_Field_Blank'],
            ['4', 'c.Zendesk_Fault_Whole']
        ]);
    });

    it.each(['no address', 'a@b@c', 'a, b@c'])('knows that "%s" is no address', (text) => {
        const faults = newTicketFaults(editingOf({ ...WHOLE, requesterEmail: text }));

        expect(faults.get('requester_id')).toBe('c.Zendesk_Change_InvalidEmail');
    });

    it('takes a file for a description', () => {
        const uploads = [{ token: 't', fileName: 'a.txt', size: 1, uploadedAt: 0 }];

        expect(newTicketFaults(editingOf({ ...WHOLE, html: '', uploads })).size).toBe(0);
    });
});

describe('fields with a problem', () => {
    it('come in the order of the page', () => {
        const editing = editingOf(WHOLE, [
            ['4', 'Wrong.'],
            ['description', 'Wrong.'],
            ['subject', 'Wrong.'],
            ['requester_id', 'Wrong.']
        ]);

        expect(faultyFields(editing)).toEqual([
            { key: 'requester_id', title: 'c.Zendesk_New_Contact' },
            { key: 'subject', title: 'c.Zendesk_Column_Subject' },
            { key: 'description', title: 'c.Zendesk_New_Description' },
            { key: '4', title: 'Seats' }
        ]);
    });

    it('are no longer among them once something is done about them', () => {
        const editing = editingOf(WHOLE, [['requester_id', 'Wrong.']]);

        expect(faultyFields(withoutProblem(editing, 'requester_id'))).toEqual([]);
    });
});
