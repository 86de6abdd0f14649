import { describe, expect, it } from '@jest/globals';
import { fakeOrg } from '../../__tests__/support/fakeOrg.ts';
import { ADMIN_ID } from '../../__tests__/support/fakeRows.ts';
import { jsonOf, testApp } from '../../__tests__/support/testApp.ts';
import type { ActionCall, ActionOutcome } from '../../orgClient.ts';
import { actionRoutes } from '../actionRoutes.ts';

const PATH = '/services/data/v67.0/actions/custom/apex/FindTickets';
const BODY = JSON.stringify({ inputs: [{ recordId: '001' }] });

function post(outcome: ActionOutcome, body = BODY, calls: ActionCall[] = []) {
    const org = fakeOrg({
        invokeAction: async (call) => {
            calls.push(call);
            return outcome;
        }
    });
    return testApp(actionRoutes, { org }).send('POST', PATH, { body });
}

describe('an invocable action', () => {
    it('runs as the user of the session and gives one result for each input', async () => {
        const calls: ActionCall[] = [];
        const response = await post({ outputs: [{ count: 1 }] }, BODY, calls);
        expect(calls).toEqual([
            { userId: ADMIN_ID, className: 'FindTickets', inputs: [{ recordId: '001' }] }
        ]);
        expect(jsonOf(response)).toEqual([
            {
                actionName: 'FindTickets',
                errors: null,
                isSuccess: true,
                outputValues: { count: 1 }
            }
        ]);
    });

    it('gives the exception that left it', async () => {
        const response = await post({
            error: {
                exceptionType: 'System.QueryException',
                isUserDefinedException: false,
                message: 'No',
                stackTrace: ''
            }
        });
        expect(response.status).toBe(400);
        expect(jsonOf(response)).toMatchObject([{ isSuccess: false, errors: [{ message: 'No' }] }]);
    });

    it('is not found without access to its class', async () => {
        expect((await post({ missing: true })).status).toBe(404);
    });

    it('needs a list of inputs', async () => {
        expect((await post({ outputs: [] }, '{"inputs":{}}')).status).toBe(400);
    });
});
