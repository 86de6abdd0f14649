import { describe, expect, it } from '@jest/globals';
import { fakeOrg } from '../../__tests__/support/fakeOrg.ts';
import { ADMIN_ID } from '../../__tests__/support/fakeRows.ts';
import { jsonOf, testApp } from '../../__tests__/support/testApp.ts';
import type { ApexCall } from '../../orgClient.ts';
import { auraRoutes } from '../auraRoutes.ts';

const action = (params: object, descriptor = 'aura://ApexActionController/ACTION$execute') => ({
    id: '1;a',
    descriptor,
    params: { namespace: '', classname: 'Tickets', method: 'list', params, cacheable: true }
});

const form = (actions: unknown) =>
    new URLSearchParams({ message: JSON.stringify({ actions }) }).toString();

describe('/aura', () => {
    it('runs the method as the user of the session with what the component sent', async () => {
        const calls: ApexCall[] = [];
        const org = fakeOrg({
            invokeApex: async (call) => {
                calls.push(call);
                return { returnValue: [1], cacheable: true };
            }
        });
        const body = form([action({ recordId: '001' })]);
        const response = await testApp(auraRoutes, { org }).send('POST', '/aura', { body });
        expect(jsonOf(response)).toMatchObject({
            actions: [{ id: '1;a', state: 'SUCCESS', returnValue: { returnValue: [1] } }]
        });
        expect(calls).toEqual([
            {
                userId: ADMIN_ID,
                namespace: '',
                className: 'Tickets',
                methodName: 'list',
                params: { recordId: '001' },
                cacheable: true
            }
        ]);
    });

    it('gives an exception as an action in error', async () => {
        const error = {
            exceptionType: 'System.AuraHandledException',
            isUserDefinedException: false,
            message: 'Not allowed',
            stackTrace: ''
        };
        const org = fakeOrg({ invokeApex: async () => ({ error }) });
        const body = form([action({})]);
        const response = await testApp(auraRoutes, { org }).send('POST', '/aura', { body });
        expect(jsonOf(response)).toMatchObject({ actions: [{ state: 'ERROR', error: [error] }] });
    });

    it.each([
        ['no message', 'x=1'],
        ['a message that is not JSON', 'message={'],
        ['another controller', form([action({}, 'java://Other/ACTION$run')])],
        ['an action without a class', form([{ ...action({}), params: { method: 'x' } }])]
    ])('refuses %s', async (_, body) => {
        const response = await testApp(auraRoutes).send('POST', '/aura', { body });
        expect(response.status).toBe(400);
    });
});
