import { EMPTY_DRAFT } from 'c/zendeskTicketDrafts';
import {
    leaderOf,
    onTicket,
    shownDraft,
    startEditing,
    targetOf,
    viewsOf,
    withChange,
    withChoices,
    withDefaultOrganization,
    withDraftPart,
    withoutChange
} from 'c/zendeskTicketEditing';
import { withProblems } from 'c/zendeskTicketFaults';
import { field, layoutOf, ticketOf } from 'test/tickets';

import type { Choice } from 'c/zendeskConversationService';
import type { FoundChoices } from 'c/zendeskChoiceService';
import type { Editing } from 'c/zendeskTicketEditing';
import type { FieldView } from 'c/zendeskFieldViews';

const layout = layoutOf([
    field('1', 'subject', { key: 'subject', title: 'Subject' }),
    field('2', 'priority', { key: 'priority', title: 'Priority' }),
    field('3', 'tagger', {
        title: 'Product',
        isRequiredToSolve: true,
        options: [{ value: 'maps_atlas', label: 'Maps::Atlas' }]
    }),
    field('4', 'integer', { title: 'Seats' }),
    field('5', 'group', { key: 'group_id', title: 'Group' }),
    field('6', 'assignee', { key: 'assignee_id', title: 'Assignee' })
]);
const ticket = ticketOf([
    { key: 'group_id', text: '50' },
    { key: 'assignee_id', text: '60' },
    { key: 'priority', text: 'low' }
]);

function start(): Editing {
    return startEditing(ticket, layout);
}

function viewOf(editing: Editing, key: string): FieldView {
    return viewsOf(editing).find((view) => view.key === key) as FieldView;
}

function whole(choices: readonly Choice[]): FoundChoices {
    return { choices, isWhole: true };
}

describe('viewsOf', () => {
    it('shows whose it is, the fields of the form, then what every ticket has', () => {
        expect(viewsOf(start()).map(({ key }) => key)).toEqual([
            'requester_id',
            'organization_id',
            'subject',
            'priority',
            '3',
            '4',
            'group_id',
            'assignee_id',
            'tags',
            'email_ccs',
            'followers',
            'ticket_form_id',
            'brand_id'
        ]);
    });

    it('names Zendesk’s own fields in the user’s language, unless they were renamed', () => {
        const renamed = layoutOf([field('2', 'priority', { key: 'priority', title: 'Urgency' })]);
        const custom = layoutOf([field('9', 'text', { title: 'Priority' })]);

        expect(viewOf(start(), 'priority').title).toBe('c.Zendesk_Column_Priority');
        expect(viewOf(startEditing(ticket, renamed), 'priority').title).toBe('Urgency');
        expect(viewOf(startEditing(ticket, custom), '9').title).toBe('Priority');
    });

    it('asks for a due date only in a task', () => {
        const task = withChange(start(), { key: 'type', text: 'task' });

        expect(viewOf(task, 'due_at')?.input).toBe('date');
        expect(viewOf(start(), 'due_at')).toBeUndefined();
    });

    it('asks for a problem only in an incident, and knows it by its number', () => {
        const incident = withChange(start(), { key: 'type', text: 'incident' });
        const linked = withChange(incident, { key: 'problem_id', text: '77' });

        expect(viewOf(start(), 'problem_id')).toBeUndefined();
        expect(viewOf(incident, 'problem_id')).toMatchObject({
            input: 'lookup',
            target: 'problem',
            title: 'c.Zendesk_Type_Problem'
        });
        expect(viewOf(linked, 'problem_id').display).toBe('#77');
    });

    it('offers agents alone as followers', () => {
        expect(viewOf(start(), 'followers')).toMatchObject({ input: 'people', isListed: true });
        expect(viewOf(start(), 'email_ccs')).toMatchObject({ input: 'people', isListed: false });
    });

    it('shows numbers as the user writes them', () => {
        const changed = withChange(start(), { key: '4', text: '1234' });

        expect(viewOf(changed, '4')).toMatchObject({ text: '1234', display: '1,234' });
    });

    it('shows nested options as a path', () => {
        expect(viewOf(start(), '3').options).toEqual([
            { value: 'maps_atlas', label: 'Maps › Atlas' }
        ]);
    });

    it('names whoever asks, who can be somebody else', () => {
        expect(viewOf(start(), 'requester_id')).toMatchObject({
            display: 'Rosa Diaz',
            input: 'lookup'
        });
    });

    it('lets nobody enter what Zendesk lets no agent change', () => {
        const locked = layoutOf([field('4', 'integer', { isEditable: false })]);

        expect(viewOf(startEditing(ticket, locked), '4').input).toBe('none');
    });
});

describe('withChange', () => {
    it('takes an assignee away with the group, and brings them back with it', () => {
        const moved = withChange(start(), { key: 'group_id', text: '51' });
        const back = withChange(moved, { key: 'group_id', text: '50' });

        expect(moved.draft.values).toEqual([
            { key: 'group_id', text: '51' },
            { key: 'assignee_id', text: '' }
        ]);
        expect(back.draft.values).toEqual([]);
    });

    it('takes the organization away with the requester, and brings it back with them', () => {
        const own = startEditing(ticketOf([{ key: 'organization_id', text: '14' }]), layout);
        const handed = withChange(own, { key: 'requester_id', text: '22' });
        const back = withChange(handed, { key: 'requester_id', text: '21' });

        expect(viewOf(handed, 'organization_id').display).toBe('');
        expect(leaderOf(handed, 'organization_id')).toBe('22');
        expect(back.draft.values).toEqual([]);
    });

    it('forgets whom the group before could choose', () => {
        const known = withChoices(start(), 'assignee_id', whole([{ value: '60', label: 'Ada' }]));

        expect(withChange(known, { key: 'group_id', text: '51' }).choices.size).toBe(0);
    });

    it('takes a problem away that Zendesk named by the id of the field', () => {
        const refused = withProblems(start(), [{ field: '2', message: 'Choose another.' }]);

        const changed = withChange(refused, { key: 'priority', text: 'high' });

        expect(viewOf(refused, 'priority').problem).toBe('Choose another.');
        expect(viewOf(changed, 'priority').problem).toBeUndefined();
    });

    it('keeps the names of what was chosen', () => {
        const anna = { value: '70', label: 'Anna' };
        const changed = withChange(start(), { key: 'email_ccs', values: ['70'] }, [anna]);

        expect(viewOf(changed, 'email_ccs').display).toBe('Anna');
    });

    it('drops the problem of a field that is corrected', () => {
        const refused = withProblems(start(), [{ field: '4', message: 'Wrong.' }]);

        expect(viewOf(refused, '4').problem).toBe('Wrong.');
        expect(viewOf(withChange(refused, { key: '4', text: '1' }), '4').problem).toBeUndefined();
    });
});

describe('withChoices', () => {
    it('searches the assignees of a large group beyond those who were listed', () => {
        const chosen = withChange(start(), { key: 'group_id', text: '50' });
        const ada = [{ value: '60', label: 'Ada' }];
        const large = withChoices(chosen, 'assignee_id', { choices: ada, isWhole: false });
        const small = withChoices(chosen, 'assignee_id', whole(ada));

        expect(viewOf(large, 'assignee_id')).toMatchObject({
            input: 'lookup',
            target: 'assignee:50',
            isListed: false
        });
        expect(viewOf(small, 'assignee_id').isListed).toBe(true);
    });

    it('offers what was asked for, and knows its names', () => {
        const asked = withChoices(start(), 'group_id', whole([{ value: '50', label: 'Support' }]));

        expect(viewOf(asked, 'group_id').options).toHaveLength(1);
        expect(viewOf(asked, 'group_id').display).toBe('Support');
    });
});

describe('targetOf', () => {
    it('follows the status that is submitted, then the ticket’s own', () => {
        expect(targetOf(start()).status).toBe('open');
        expect(targetOf(withDraftPart(start(), { status: { status: 'hold' } })).status).toBe(
            'hold'
        );
        expect(targetOf(startEditing(undefined, layout)).status).toBe('new');
    });

    it('knows the category of a custom status', () => {
        const statuses = [{ id: '77', label: 'Waiting', category: 'hold', isDefault: false }];
        const editing = startEditing(
            ticketOf([{ key: 'custom_status_id', text: '77' }]),
            layoutOf([], { statuses })
        );

        expect(targetOf(editing)).toEqual({ status: 'hold', customStatusId: '77' });
    });
});

describe('withoutChange', () => {
    it('takes a change back with what followed from it and what was wrong with it', () => {
        const changed = withChange(start(), { key: 'group_id', text: '51' });
        const other = withChange(changed, { key: '4', text: 'x' });
        const refused = withProblems(other, [{ field: '5', message: 'Gone.' }]);

        const back = withoutChange(refused, 'group_id');

        expect(back.draft.values).toEqual([{ key: '4', text: 'x' }]);
        expect(back.problems.size).toBe(0);
    });
});

describe('leaderOf', () => {
    it('tells on what choices depend: on the group as it is about to be', () => {
        const moved = withChange(start(), { key: 'group_id', text: '51' });

        expect(leaderOf(moved, 'assignee_id')).toBe('51');
        expect(leaderOf(moved, 'brand_id')).toBeUndefined();
    });
});

describe('withDefaultOrganization', () => {
    const own = startEditing(ticketOf([{ key: 'organization_id', text: '14' }]), layout);
    const choices = [
        { value: '15', label: 'Umbrella' },
        { value: '16', label: 'Initech' }
    ];
    const handed = withChange(own, { key: 'requester_id', text: '22' });

    it('names the organization that Zendesk would take', () => {
        const known = withChoices(handed, 'organization_id', whole(choices));

        expect(viewOf(withDefaultOrganization(known), 'organization_id')).toMatchObject({
            text: '15',
            display: 'Umbrella'
        });
    });

    it('leaves one that the user chose meanwhile', () => {
        const chosen = withChange(handed, { key: 'organization_id', text: '16' });
        const known = withChoices(chosen, 'organization_id', whole(choices));

        expect(viewOf(withDefaultOrganization(known), 'organization_id').text).toBe('16');
    });

    it('leaves it open for somebody who has none, and touches nobody else’s', () => {
        const none = withChoices(handed, 'organization_id', whole([]));
        const untouched = withChoices(own, 'organization_id', whole(choices));

        expect(viewOf(withDefaultOrganization(none), 'organization_id').text).toBe('');
        expect(withDefaultOrganization(untouched).draft.values).toEqual([]);
    });
});

describe('shownDraft', () => {
    const conditional = layoutOf([field('7', 'checkbox'), field('8', 'text')], {
        form: {
            isDefault: true,
            conditions: [
                {
                    parentFieldId: '7',
                    value: 'true',
                    children: [{ fieldId: '8', isRequired: false, statuses: [] }]
                }
            ]
        }
    });

    it('leaves out what was entered before its condition ceased to hold', () => {
        const box = { key: '7', type: 'checkbox' };
        const ticked = withChange(startEditing(ticket, conditional), { ...box, text: 'true' });
        const entered = withChange(ticked, { key: '8', text: 'x' });
        const unticked = withChange(entered, { ...box, text: 'false' });

        expect(shownDraft(entered).values).toHaveLength(2);
        expect(shownDraft(unticked).values).toEqual([]);
    });

    it('leaves out a date when nothing is due any more', () => {
        const task = withChange(start(), { key: 'type', text: 'task' });
        const dated = withChange(task, { key: 'due_at', text: '2026-06-01' });
        const question = withChange(dated, { key: 'type', text: 'question' });

        expect(shownDraft(dated).values.map(({ key }) => key)).toEqual(['type', 'due_at']);
        expect(shownDraft(question).values.map(({ key }) => key)).toEqual(['type']);
    });

    it('keeps what a macro sets beyond the form', () => {
        const applied = withChange(start(), { key: '99', text: 'x' });

        expect(shownDraft(applied).values).toEqual([{ key: '99', text: 'x' }]);
    });
});

describe('onTicket', () => {
    it('keeps the draft on the version that is there now', () => {
        const mine = withChange(start(), { key: 'priority', text: 'urgent' });
        const theirs = ticketOf([{ key: 'priority', text: 'high' }], {
            updatedAt: '2026-05-06T09:00:00Z'
        });

        const moved = onTicket(mine, theirs, mine.draft);

        expect(moved.draft.values).toEqual([{ key: 'priority', text: 'urgent' }]);
        expect(moved.ticket?.updatedAt).toBe('2026-05-06T09:00:00Z');
    });

    it('keeps of a draft what a closed ticket may still show: the answer', () => {
        const mine = withChange(start(), { key: 'priority', text: 'urgent' });
        const closed = ticketOf([{ key: 'status', text: 'closed' }]);
        const draft = { ...mine.draft, html: '<p>Hello</p>', status: { status: 'solved' } };

        for (const editing of [
            onTicket(mine, closed, draft),
            startEditing(closed, layout, draft)
        ]) {
            expect(editing.draft).toMatchObject({
                values: [],
                html: '<p>Hello</p>',
                status: undefined
            });
        }
    });

    it('drops what the ticket has by now', () => {
        const mine = withChange(start(), { key: 'priority', text: 'urgent' });
        const same = ticketOf([{ key: 'priority', text: 'urgent' }]);

        expect(
            onTicket(mine, same, { ...EMPTY_DRAFT, values: mine.draft.values }).draft.values
        ).toEqual([]);
    });
});
