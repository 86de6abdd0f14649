import { describe, expect, test } from '@jest/globals';
import { createClient } from './support.ts';

describe('the control plane', () => {
    test('a fault hits as often as ordered and then is over', async () => {
        const { send, get } = createClient();
        await send('POST', '/control/faults', { path: '/api/v2/tickets/*', status: 503, times: 2 });
        const statuses = [];
        for (let count = 0; count < 3; count += 1) {
            statuses.push((await get('/api/v2/tickets/1.json')).status);
        }
        expect(statuses).toEqual([503, 503, 200]);
    });

    test('a 429 comes with the time to wait', async () => {
        const { send, get } = createClient();
        await send('POST', '/control/faults', {
            path: '/api/v2/search',
            status: 429,
            headers: { 'retry-after': '7' }
        });
        expect((await get('/api/v2/search?query=x')).headers['retry-after']).toBe('7');
    });

    test('a malformed body is no JSON', async () => {
        const { send, get } = createClient();
        await send('POST', '/control/faults', { path: '/api/v2/tickets/1', malformed: true });
        const answer = await get('/api/v2/tickets/1');
        expect(answer.status).toBe(200);
        expect(answer.body).toBeUndefined();
    });

    test('a dropped connection has no answer', async () => {
        const { send, zendesk } = createClient();
        await send('POST', '/control/faults', { path: '/**', drop: true });
        const response = await zendesk.handle({ method: 'GET', url: '/api/v2/tickets' });
        expect(response.isDropped).toBe(true);
    });

    test('elements of a bulk job fail by order while the others succeed', async () => {
        const { send, zendesk } = createClient();
        await send('POST', '/control/faults', {
            path: '/api/v2/organizations/create_many',
            failItems: [1]
        });
        await send('POST', '/api/v2/organizations/create_many', {
            organizations: [{ name: 'One' }, { name: 'Two' }]
        });
        expect(zendesk.account.store.jobs.all()[0]).toMatchObject({
            status: 'completed',
            results: [{ status: 'Created' }, { index: 1, error: 'OrganizationCreateFailed' }]
        });
    });

    test('a setting that does not exist is refused', async () => {
        const { send } = createClient();
        expect((await send('POST', '/control/faults', { path: '/x', often: 3 })).status).toBe(400);
    });

    test('nobody but this machine may use it', async () => {
        const { zendesk } = createClient();
        const answer = await zendesk.handle({
            method: 'GET',
            url: '/control',
            remoteAddress: '192.0.2.7'
        });
        expect(answer.status).toBe(404);
    });

    test('a reset brings the first state back', async () => {
        const { send, get } = createClient();
        await send('DELETE', '/api/v2/tickets/1');
        await send('POST', '/control/reset');
        expect((await get('/api/v2/tickets/1')).status).toBe(200);
    });

    test('a seed replaces the data, and tells what is wrong with it', async () => {
        const { send, get } = createClient();
        await send('POST', '/control/seed', { base: 'agents', organizations: [{ name: 'Only' }] });
        expect((await get('/api/v2/organizations')).body).toMatchObject({ count: 1 });
        const refused = await send('POST', '/control/seed', { base: 'agents', tikets: [] });
        expect(refused.body).toMatchObject({ description: expect.stringContaining('tikets') });
    });

    test('the log keeps what was sent and hides credentials', async () => {
        const { send, get } = createClient();
        await send('PUT', '/api/v2/tickets/1', { ticket: { priority: 'low' } });
        const answer = await get('/control/log');
        expect(answer.body).toMatchObject({
            log: [
                {
                    method: 'PUT',
                    path: '/api/v2/tickets/1',
                    status: 200,
                    requestBody: '{"ticket":{"priority":"low"}}',
                    requestHeaders: { authorization: 'Bearer ***' }
                }
            ]
        });
    });

    test('time moved ahead ends what runs out', async () => {
        const { send, zendesk } = createClient();
        const before = zendesk.account.clock.now();
        await send('POST', '/control/clock', { advanceMs: 3_600_000 });
        expect(zendesk.account.clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
    });

    test.each([
        [{ users: 'x' }, 'users must be a list of objects'],
        [{ tickets: [{ requester: 'nobody@x.example' }] }, 'nobody@x.example']
    ])('a seed that is wrong says so and changes nothing: %j', async (seed, problem) => {
        const { send, get } = createClient();
        expect(await send('POST', '/control/seed', seed)).toMatchObject({
            status: 400,
            body: { description: expect.stringContaining(problem) }
        });
        expect((await get('/api/v2/tickets/1')).body).toMatchObject({
            ticket: { subject: 'Printer is on fire' }
        });
    });

    test.each([
        ['PUT', '/control/plan', { plan: 'gold' }, 'suite_enterprise_plus'],
        ['POST', '/control/faults', { path: '/x', times: 0 }, 'null for good'],
        ['POST', '/control/faults', { path: '/x', nope: 1 }, 'Known settings'],
        ['POST', '/control/clock', { advanceMs: 'x' }, 'milliseconds']
    ])('%s %s with %j names the remedy', async (method, path, body, remedy) => {
        expect(await createClient().send(method, path, body)).toMatchObject({
            status: 400,
            body: { error: 'InvalidControl', description: expect.stringContaining(remedy) }
        });
    });
});
