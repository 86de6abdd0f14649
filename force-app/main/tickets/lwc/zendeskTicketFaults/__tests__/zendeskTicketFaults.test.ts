import { startEditing, withChange, withDraftPart } from 'c/zendeskTicketEditing';
import { faultSentence, faultsOf, unplacedProblems, withProblems } from 'c/zendeskTicketFaults';
import { field, layoutOf, ticketOf } from 'test/tickets';

import type { Editing } from 'c/zendeskTicketEditing';

const layout = layoutOf([
    field('3', 'tagger', {
        title: 'Product',
        isRequiredToSolve: true,
        options: [{ value: 'maps_atlas', label: 'Maps::Atlas' }]
    }),
    field('4', 'integer', { title: 'Seats' })
]);
const ticket = ticketOf();

function start(): Editing {
    return startEditing(ticket, layout);
}

describe('faultsOf', () => {
    it('finds what solving demands', () => {
        const solving = withDraftPart(start(), { status: { status: 'solved' } });

        expect([...faultsOf(solving)]).toEqual([['3', 'c.Zendesk_Field_NeededToSolve']]);
        expect(faultsOf(start()).size).toBe(0);
    });

    it('finds a value of the wrong form, but only one that is being sent', () => {
        expect([...faultsOf(withChange(start(), { key: '4', text: 'many' }))]).toEqual([
            ['4', 'c.Zendesk_Fault_Whole']
        ]);
        const odd = startEditing(ticketOf([{ key: '4', text: 'many' }]), layout);
        expect(faultsOf(odd).size).toBe(0);
    });
});

describe('faultSentence', () => {
    it('names the fields at fault as a list, and says nothing without one', () => {
        const solving = withDraftPart(start(), { status: { status: 'solved' } });

        expect(faultSentence(solving, faultsOf(solving))).toBe('c.Zendesk_Detail_FieldsMissing');
        expect(faultSentence(start(), new Map())).toBe('');
    });
});

describe('unplacedProblems', () => {
    it('keeps what belongs to no field that is shown', () => {
        const problems = [
            { field: '4', message: 'Wrong.' },
            { message: 'Odd.' },
            { field: 'external_id', message: 'Taken.' },
            { field: 'organization', message: 'Suspended.' }
        ];

        expect(unplacedProblems(startEditing(undefined, layout), problems)).toEqual([
            'Odd.',
            'external_id: Taken.',
            'c.Zendesk_Property_Organization: Suspended.'
        ]);
        expect(unplacedProblems(start(), problems)).toEqual(['Odd.', 'external_id: Taken.']);
    });

    it('keeps what belongs to a field of the form that does not show', () => {
        const statuses = [{ id: '70', label: 'Open', category: 'open', isDefault: true }];
        const status = field('1', 'status', { key: 'status', title: 'Status' });
        const custom = startEditing(ticket, layoutOf([status], { statuses }));

        expect(unplacedProblems(custom, [{ field: 'status', message: 'Closed.' }])).toEqual([
            'c.Zendesk_Column_Status: Closed.'
        ]);
    });
});

describe('withProblems', () => {
    it('places what Zendesk says about a requester, or an organization, at its field', () => {
        const refused = withProblems(start(), [
            { field: 'requester', message: 'Suspended.' },
            { field: 'organization', message: 'Not theirs.' }
        ]);

        expect([...refused.problems]).toEqual([
            ['requester_id', 'Suspended.'],
            ['organization_id', 'Not theirs.']
        ]);
    });
});
