import { filterParts, isNarrowing, keeps, needsNames, withoutPart } from 'c/zendeskTicketFiltering';

import type { FilterChoices } from 'c/zendeskChoiceService';
import type { Ticket, TicketFilter } from 'c/zendeskTicketService';

// Labels stand for themselves, so that what is put into them can be seen.
jest.mock('@salesforce/label/c.Zendesk_Filter_Pill', () => ({ default: '{0}={1}' }), {
    virtual: true
});

const NOW = Date.parse('2026-05-06T12:00:00Z');
const CHOICES: FilterChoices = {
    statuses: [
        { id: '11', label: 'In development', category: 'open', isDefault: false },
        { id: '12', label: 'Pending', category: 'pending', isDefault: true }
    ],
    forms: [{ value: '21', label: 'Incident' }],
    brands: [{ value: '31', label: 'Fernhill' }],
    groups: [{ value: '41', label: 'Support' }],
    agents: [{ value: '51', label: 'Ada' }],
    hasMoreAgents: false
};
const TICKET: Ticket = {
    id: '1',
    status: 'open',
    customStatusId: '11',
    type: 'task',
    formId: '21',
    brandId: '31',
    groupId: '41',
    assigneeId: '51',
    tags: ['vip'],
    updatedAt: '2026-05-06T11:00:00Z'
};

function labels(filter: TicketFilter): readonly string[] {
    return filterParts(filter, CHOICES).map(({ label }) => label);
}

describe('filterParts', () => {
    it('names every choice', () => {
        expect(
            labels({
                statuses: ['open'],
                priorities: ['none'],
                types: ['task'],
                formIds: ['21'],
                brandIds: ['31'],
                groupIds: ['41'],
                assigneeIds: ['me', 'none', '51'],
                tags: ['vip'],
                updatedDays: 0,
                text: ' printer '
            })
        ).toEqual([
            'c.Zendesk_Column_Status=c.Zendesk_Status_Open',
            'c.Zendesk_Column_Priority=c.Zendesk_Filter_None',
            'c.Zendesk_Property_Type=c.Zendesk_Type_Task',
            'c.Zendesk_Property_Form=Incident',
            'c.Zendesk_Property_Brand=Fernhill',
            'c.Zendesk_Property_Group=Support',
            'c.Zendesk_Column_Assignee=c.Zendesk_Filter_Me',
            'c.Zendesk_Column_Assignee=c.Zendesk_Filter_Nobody',
            'c.Zendesk_Column_Assignee=Ada',
            'c.Zendesk_Property_Tags=vip',
            'c.Zendesk_Column_Updated=c.Zendesk_Updated_Today',
            'c.Zendesk_Filter_Quoted'
        ]);
    });

    it('calls statuses as agents do, in the user’s language where nobody renamed them', () => {
        expect(labels({ customStatusIds: ['11', '12'] })).toEqual([
            'c.Zendesk_Column_Status=In development',
            'c.Zendesk_Column_Status=c.Zendesk_Status_Pending'
        ]);
    });

    it('shows the number of what has no name, or none yet', () => {
        expect(filterParts({ groupIds: ['41'] }, undefined)).toEqual([
            { name: 'groupIds:41', label: 'c.Zendesk_Property_Group=#41' }
        ]);
    });

    it('names both ends of a time', () => {
        expect(
            filterParts({ updatedFrom: '2026-05-01', updatedTo: '2026-05-06' }, CHOICES)
        ).toEqual([
            {
                name: 'updatedFrom',
                label: 'c.Zendesk_Column_Updated=c.Zendesk_Filter_Since'
            },
            { name: 'updatedTo', label: 'c.Zendesk_Column_Updated=c.Zendesk_Filter_Until' }
        ]);
    });

    it('says that closed tickets are included unless statuses say it', () => {
        expect(labels({ isClosedIncluded: true })).toEqual(['c.Zendesk_Filter_ClosedIncluded']);
        expect(labels({ isClosedIncluded: true, statuses: ['open'] })).toHaveLength(1);
    });
});

describe('withoutPart', () => {
    it('takes one value away, or all of a part that has no more than one', () => {
        const filter: TicketFilter = { tags: ['a', 'b'], text: 'x', updatedDays: 0 };

        expect(withoutPart(filter, 'tags:a')).toMatchObject({ tags: ['b'], text: 'x' });
        expect(withoutPart(filter, 'text').text).toBeUndefined();
        expect(withoutPart(filter, 'updatedDays').updatedDays).toBeUndefined();
    });
});

describe('isNarrowing', () => {
    it('is so for any choice, but not for closed tickets besides', () => {
        expect(isNarrowing({ types: ['task'] })).toBe(true);
        expect(isNarrowing({ updatedDays: 0 })).toBe(true);
        expect(isNarrowing({ isClosedIncluded: true })).toBe(false);
        expect(isNarrowing({ text: '  ', statuses: [] })).toBe(false);
    });
});

describe('needsNames', () => {
    it('is so for what only Zendesk can name', () => {
        expect(needsNames({ groupIds: ['41'] })).toBe(true);
        expect(needsNames({ assigneeIds: ['me', 'none'], tags: ['vip'] })).toBe(false);
    });
});

describe('keeps', () => {
    const whole: TicketFilter = {
        customStatusIds: ['11'],
        priorities: ['none'],
        types: ['task'],
        formIds: ['21'],
        brandIds: ['31'],
        groupIds: ['41'],
        assigneeIds: ['me'],
        tags: ['vip', 'other'],
        updatedDays: 7
    };

    it('keeps a ticket that has one value of each facet', () => {
        expect(keeps(whole, TICKET, { agentId: '51', now: NOW })).toBe(true);
        expect(keeps({}, TICKET, { now: NOW })).toBe(true);
    });

    it('keeps no ticket that lacks any of them', () => {
        const other: Ticket = {
            id: '2',
            status: 'solved',
            priority: 'low',
            updatedAt: TICKET.updatedAt
        };
        for (const name of Object.keys(whole).filter((key) => key !== 'updatedDays')) {
            const filter = { [name]: whole[name as keyof TicketFilter] };
            expect([name, keeps(filter, other, { agentId: '51', now: NOW })]).toEqual([
                name,
                false
            ]);
        }
    });

    it('hides closed tickets unless they are asked for', () => {
        const closed: Ticket = { ...TICKET, status: 'closed' };

        expect(keeps({}, closed, { now: NOW })).toBe(false);
        expect(keeps({ isClosedIncluded: true }, closed, { now: NOW })).toBe(true);
        expect(keeps({ statuses: ['closed'] }, closed, { now: NOW })).toBe(true);
    });

    it('knows that a change of right now is of today', () => {
        expect(keeps({ updatedTo: '2026-05-05' }, TICKET, { now: NOW })).toBe(false);
        expect(keeps({ updatedFrom: '2026-05-06' }, TICKET, { now: NOW })).toBe(true);
        expect(keeps({ updatedFrom: '2026-05-07' }, TICKET, { now: NOW })).toBe(false);
    });
});
