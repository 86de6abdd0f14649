import { startEditing, withChange, withDraftPart } from 'c/zendeskTicketEditing';
import { faultSentence, faultsOf, unplacedProblems, withProblems } from 'c/zendeskTicketFaults';
import { field, layoutOf, ticketOf } from 'test/tickets';

import type { Editing } from 'c/zendeskTicketEditing';

jest.mock(
    '@salesforce/label/c.Zendesk_Fault_Named',
    () => ({ __esModule: true, default: '{0}: {1}' }),
    { virtual: true }
);

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
            'c.Zendesk_Fault_Unnamed',
            'c.Zendesk_Property_Organization: Suspended.'
        ]);
        expect(unplacedProblems(start(), problems)).toEqual(['c.Zendesk_Fault_Unnamed']);
    });

    it.each([
        ['assignee', 'c.Zendesk_Column_Assignee'],
        ['body', 'c.Zendesk_Macro_Comment'],
        ['comment', 'c.Zendesk_Macro_Comment'],
        ['description', 'c.Zendesk_Macro_Comment'],
        ['custom_status', 'c.Zendesk_Property_TicketStatus'],
        ['due_date', 'c.Zendesk_Property_Due'],
        ['group', 'c.Zendesk_Property_Group'],
        ['priority', 'c.Zendesk_Column_Priority'],
        ['problem', 'c.Zendesk_Type_Problem'],
        ['subject', 'c.Zendesk_Column_Subject'],
        ['ticket_type', 'c.Zendesk_Property_Type'],
        ['uploads', 'c.Zendesk_Files_Title']
    ])('calls %s as people do', (name, title) => {
        const problems = [{ field: name, message: 'Wrong.' }];

        expect(unplacedProblems(start(), problems)).toEqual([`${title}: Wrong.`]);
    });

    it.each(['collaborators', 'collaborator_ids', 'email_ccs', 'follower_ids', 'ticket_form'])(
        'leaves %s to the field that shows it',
        (name) => {
            expect(unplacedProblems(start(), [{ field: name, message: 'Wrong.' }])).toEqual([]);
        }
    );

    it('leaves the comment of a new ticket to its description', () => {
        const creating = startEditing(undefined, layout);

        expect(unplacedProblems(creating, [{ field: 'comment', message: 'Wrong.' }])).toEqual([]);
    });

    it('asks for files again that Zendesk may have forgotten', () => {
        const uploads = [{ token: 't', fileName: 'plan.png', size: 1, uploadedAt: 0 }];
        const attached = withDraftPart(start(), { uploads });

        expect(unplacedProblems(attached, [{ message: 'Odd.' }])).toEqual([
            'c.Zendesk_Fault_Unnamed',
            'c.Zendesk_Files_Refused'
        ]);
        expect(unplacedProblems(attached, [{ field: '4', message: 'Wrong.' }])).toEqual([]);
        expect(unplacedProblems(start(), [{ message: 'Odd.' }])).toEqual([
            'c.Zendesk_Fault_Unnamed'
        ]);
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
