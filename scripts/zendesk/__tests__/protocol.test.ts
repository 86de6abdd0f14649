import { describe, expect, test } from '@jest/globals';
import { isObject } from '../http/json.ts';
import { createClient } from './support.ts';

describe('the protocol around the resources', () => {
    test('an unknown route is an invalid endpoint and is marked in the log', async () => {
        const { get, zendesk } = createClient();
        expect(await get('/api/v2/nothing')).toMatchObject({
            status: 404,
            body: { error: 'InvalidEndpoint', description: 'Not found' }
        });
        expect(zendesk.account.log.since(0)[0]).toMatchObject({ isUnknownRoute: true });
    });

    test('an unknown id is a missing record', async () => {
        expect(await createClient().get('/api/v2/tickets/999')).toMatchObject({
            status: 404,
            body: { error: 'RecordNotFound', description: 'Not found' }
        });
    });

    test('an id that is no number is an invalid attribute', async () => {
        expect(await createClient().get('/api/v2/tickets/abc')).toMatchObject({
            status: 400,
            body: { error: { title: 'Invalid attribute' } }
        });
    });

    test('JSON that cannot be read is refused', async () => {
        const answer = await createClient().send('POST', '/api/v2/tickets', '{"ticket":');
        expect(answer.status).toBe(422);
    });

    test('more than a hundred ids are too many', async () => {
        const ids = Array.from({ length: 101 }, (_, at) => at + 1).join(',');
        expect(await createClient().get(`/api/v2/tickets/show_many?ids=${ids}`)).toMatchObject({
            status: 400,
            body: { error: 'TooManyValues', max_count: 100 }
        });
    });

    test('cursor pages end with has_more false and links that still lead on', async () => {
        const { get } = createClient();
        const first = await get('/api/v2/tickets?page[size]=2');
        const links =
            isObject(first.body) && isObject(first.body['links']) ? first.body['links'] : {};
        const last = await get(String(links['next']));
        expect(first.body).toMatchObject({
            tickets: [{ id: 1 }, { id: 2 }],
            meta: { has_more: true }
        });
        expect(last.body).toMatchObject({
            tickets: [{ id: 3 }],
            meta: { has_more: false, after_cursor: expect.any(String) },
            links: { next: expect.stringContaining('page%5Bafter%5D=') }
        });
    });

    test('a page before leads back to where one came from', async () => {
        const { get } = createClient();
        const last = await get('/api/v2/tickets?page[size]=1&sort=-id');
        const links = (body: unknown) =>
            isObject(body) && isObject(body['links']) ? body['links'] : {};
        const second = await get(String(links(last.body)['next']));
        const back = await get(String(links(second.body)['prev']));
        expect(back.body).toMatchObject({ tickets: [{ id: 3 }] });
    });

    test('a sort that cursors do not know is refused', async () => {
        expect(await createClient().get('/api/v2/tickets?page[size]=1&sort=subject')).toMatchObject(
            {
                status: 400,
                body: {
                    errors: [{ code: 'InvalidPaginationParameter', title: 'sort is not valid' }]
                }
            }
        );
    });

    test('more than ten thousand records by offset are too deep', async () => {
        expect(await createClient().get('/api/v2/tickets?page=101&per_page=100')).toMatchObject({
            status: 400,
            body: { errors: [{ code: 'InvalidPaginationDepth' }] }
        });
    });

    test('the fields of a ticket are doubled by offset and not by cursor', async () => {
        const { get } = createClient();
        const byOffset = await get('/api/v2/tickets?per_page=1');
        const byCursor = await get('/api/v2/tickets?page[size]=1');
        expect(byOffset.text).toContain('"fields":');
        expect(byCursor.text).not.toContain('"fields":');
    });

    test('side-loads come next to the list', async () => {
        const answer = await createClient().get(
            '/api/v2/tickets?include=users,groups,organizations,comment_count&per_page=1'
        );
        expect(answer.body).toMatchObject({
            tickets: [{ comment_count: 2 }],
            users: expect.arrayContaining([expect.objectContaining({ name: 'Ann Acorn' })]),
            organizations: [{ name: 'Acorn Works' }],
            groups: [{ name: 'Support' }]
        });
    });

    test('the account’s limit is told and kept', async () => {
        const { get, zendesk } = createClient({ plan: 'support_essential' });
        for (let count = 0; count < 9; count += 1) {
            await get('/api/v2/users/me');
        }
        const last = await get('/api/v2/users/me');
        const refused = await get('/api/v2/users/me');
        expect(last.headers).toMatchObject({ 'x-rate-limit': '10', 'x-rate-limit-remaining': '0' });
        expect(refused.status).toBe(429);
        expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
        zendesk.account.clock.advance(61_000);
        expect((await get('/api/v2/users/me')).status).toBe(200);
    });

    test('webhooks have a limit of their own, and their test calls another', async () => {
        const { get, send } = createClient({ plan: 'support_essential' });
        const webhooks = await get('/api/v2/webhooks');
        const tests = await send('POST', '/api/v2/webhooks/test', {});
        const others = await get('/api/v2/users/me');
        expect(
            [webhooks, tests, others].map(({ headers }) => headers['x-rate-limit-remaining'])
        ).toEqual(['99', '19', '9']);
    });

    test('a user may change one ticket thirty times in ten minutes', async () => {
        const { send } = createClient();
        const update = () => send('PUT', '/api/v2/tickets/1', { ticket: { priority: 'low' } });
        const statuses: number[] = [];
        for (let count = 0; count < 31; count += 1) {
            statuses.push((await update()).status);
        }
        expect(statuses.slice(-2)).toEqual([200, 429]);
    });

    test('an account may update one user in a second', async () => {
        const { send, zendesk } = createClient();
        const [ann, bob] = zendesk.account.store.users.all().slice(-2);
        const update = (id = 0) => send('PUT', `/api/v2/users/${id}`, { user: { notes: 'x' } });
        expect((await update(ann?.id)).status).toBe(200);
        const refused = await update(bob?.id);
        expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
        zendesk.account.clock.advance(1000);
        expect((await update(bob?.id)).status).toBe(200);
    });
});
