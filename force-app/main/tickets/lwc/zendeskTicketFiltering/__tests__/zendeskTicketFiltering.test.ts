import { filterWords, isNarrowing } from 'c/zendeskTicketFiltering';

describe('filterWords', () => {
    it('names every choice', () => {
        const filter = { statuses: ['open'], priorities: ['none'], types: ['task'] } as const;

        expect(filterWords({ ...filter, text: ' printer ' })).toEqual([
            'c.Zendesk_Status_Open',
            'c.Zendesk_Filter_None',
            'c.Zendesk_Type_Task',
            'c.Zendesk_Filter_Quoted'
        ]);
    });

    it('says that closed tickets are included unless statuses say it', () => {
        expect(filterWords({ isClosedIncluded: true })).toEqual([
            'c.Zendesk_Filter_ClosedIncluded'
        ]);
        expect(filterWords({ isClosedIncluded: true, statuses: ['open'] })).toEqual([
            'c.Zendesk_Status_Open'
        ]);
    });
});

describe('isNarrowing', () => {
    it('is so for any choice, but not for closed tickets besides', () => {
        expect(isNarrowing({ types: ['task'] })).toBe(true);
        expect(isNarrowing({ isClosedIncluded: true })).toBe(false);
        expect(isNarrowing({ text: '  ', statuses: [] })).toBe(false);
    });
});
