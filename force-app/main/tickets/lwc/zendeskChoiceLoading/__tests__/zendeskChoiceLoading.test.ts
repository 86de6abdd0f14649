import { ListChoices } from 'c/zendeskChoiceLoading';
import { reported } from 'test/tickets';

import type { ShownChoices } from 'c/zendeskChoiceLoading';
import type { FilterChoices } from 'c/zendeskChoiceService';

const ADA = { value: '51', label: 'Ada' };
const BEN = { value: '52', label: 'Ben' };
const CHOICES: FilterChoices = {
    statuses: [],
    forms: [],
    brands: [],
    groups: [],
    agents: [ADA],
    hasMoreAgents: true
};

describe('ListChoices', () => {
    const load = jest.fn();
    const findAgents = jest.fn();
    let shown: ShownChoices = {};

    function choices(): ListChoices {
        return new ListChoices({ load, findAgents, show: (known) => (shown = known) });
    }

    beforeEach(() => {
        load.mockReset();
        load.mockResolvedValue(CHOICES);
        findAgents.mockReset();
    });

    it('asks once, however often they are wanted', async () => {
        const known = choices();

        await Promise.all([known.load(), known.load()]);
        await known.load();

        expect(load).toHaveBeenCalledTimes(1);
        expect(shown.choices).toEqual(CHOICES);
    });

    it('says what went wrong, and asks again the next time', async () => {
        load.mockRejectedValueOnce(reported('rate_limited', 'Wait 5 seconds.'));
        const known = choices();

        await known.load();
        expect(shown.problem).toMatchObject({ message: 'Wait 5 seconds.' });
        await known.load();

        expect(shown).toMatchObject({ choices: CHOICES, problem: undefined });
    });

    it('adds agents who were found to those who are listed', async () => {
        findAgents.mockResolvedValue([BEN, ADA]);
        const known = choices();
        await known.load();

        const search = known.findAgents('b');
        expect(shown.isSearching).toBe(true);
        await search;

        expect(shown).toMatchObject({ isSearching: false, searchProblem: undefined });
        expect(shown.choices?.agents).toEqual([ADA, BEN]);
    });

    it('says why nobody was found, until somebody is searched again', async () => {
        findAgents.mockRejectedValueOnce(reported('unavailable', 'Away.'));
        findAgents.mockResolvedValueOnce([BEN]);
        const known = choices();
        await known.load();

        await known.findAgents('be');
        expect(shown.searchProblem).toMatchObject({ message: 'Away.' });
        await known.findAgents('ben');

        expect(shown.searchProblem).toBeUndefined();
    });

    it('is searching until the latest search is over, and drops what an older one says of itself', async () => {
        let fail: (reason: unknown) => void = () => undefined;
        findAgents.mockReturnValueOnce(new Promise((_, reject) => (fail = reject)));
        findAgents.mockResolvedValueOnce([BEN]);
        const known = choices();
        await known.load();
        const late = known.findAgents('be');
        await known.findAgents('ben');

        fail(reported('unavailable', 'Away.'));
        await late;

        expect(shown).toMatchObject({ isSearching: false, searchProblem: undefined });
        expect(shown.choices?.agents).toEqual([ADA, BEN]);
    });
});
