import getFilterChoices from '@salesforce/apex/ZendeskTicketChoiceController.getFilterChoices';
import { ListChoices } from 'c/zendeskChoiceLoading';
import { reported } from 'test/tickets';

import type { ShownChoices } from 'c/zendeskChoiceLoading';

jest.mock(
    '@salesforce/apex/ZendeskTicketChoiceController.getFilterChoices',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const ask = getFilterChoices as unknown as jest.Mock;
const RECORD = '001000000000001AAA';
const CHOICES = { statuses: [], forms: [], brands: [], groups: [], agents: [] };

describe('ListChoices', () => {
    const shown: ShownChoices[] = [];

    function choices(): ListChoices {
        shown.length = 0;
        return new ListChoices((known) => shown.push(known));
    }

    beforeEach(() => ask.mockReset());

    it('asks once, however often they are wanted', async () => {
        ask.mockResolvedValue(CHOICES);
        const known = choices();

        await Promise.all([known.load(RECORD), known.load(RECORD)]);
        await known.load(RECORD);

        expect(ask.mock.calls).toEqual([[{ recordId: RECORD }]]);
        expect(shown).toEqual([{ choices: CHOICES, problem: undefined }]);
    });

    it('says what went wrong, and asks again the next time', async () => {
        ask.mockRejectedValueOnce(reported('rate_limited', 'Wait 5 seconds.'));
        ask.mockResolvedValueOnce(CHOICES);
        const known = choices();

        await known.load(RECORD);
        expect(shown.at(-1)).toMatchObject({ problem: { message: 'Wait 5 seconds.' } });
        await known.load(RECORD);

        expect(shown.at(-1)).toEqual({ choices: CHOICES, problem: undefined });
    });
});
