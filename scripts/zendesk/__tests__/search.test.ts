import { describe, expect, test } from '@jest/globals';
import { isObject, objects } from '../http/json.ts';
import { createClient, type Client } from './support.ts';

async function subjects(client: Client, query: string): Promise<string[]> {
    const answer = await client.get(
        `/api/v2/search?query=${encodeURIComponent(query)}&sort_by=created_at&sort_order=asc`
    );
    const results = isObject(answer.body) ? objects(answer.body['results']) : [];
    return results.map((row) => String(row['subject'] ?? row['name']));
}

const ALL = ['Old question', 'Printer is on fire', 'New question'];

describe('the search language', () => {
    test.each([
        ['type:ticket', ALL],
        ['type:ticket question', ['Old question', 'New question']],
        ['type:ticket quest', ['Old question', 'New question']],
        ['type:ticket "on fire"', ['Printer is on fire']],
        ['type:ticket "fire on"', []],
        ['type:ticket smoke', ['Printer is on fire']],
        ['type:ticket 2', ['Old question']],
        ['type:ticket 20', []],
        ['type:ticket question -old', ['New question']],
        ['status<solved', ['Printer is on fire', 'New question']],
        ['status:new status:open', ['Printer is on fire', 'New question']],
        ['-status:closed type:ticket', ['Printer is on fire', 'New question']],
        ['priority>=high', ['Printer is on fire']],
        ['priority:none type:ticket', ['Old question', 'New question']],
        ['assignee:none type:ticket', ['New question']],
        ['requester:ann@acorn.example', ['Old question', 'Printer is on fire']],
        ['requester:"Bob Birch"', ['New question']],
        ['type:ticket organization:"acorn works"', ['Old question', 'Printer is on fire']],
        ['organization:none type:ticket', []],
        ['tags:hardware', ['Printer is on fire']],
        ['tags:none type:ticket', ['Old question', 'New question']],
        ['subject:print*', ['Printer is on fire']],
        ['created>4hours type:ticket', ['New question']],
        ['created<4hours type:ticket', ['Old question', 'Printer is on fire']],
        ['commenter:priya type:ticket', ['Printer is on fire']],
        ['type:user email:ann@acorn.example', ['Ann Acorn']],
        ['type:organization birch', ['Birch House']],
        ['type:user role:admin sales', ['Salesforce Integration']]
    ])('%s', async (query, expected) => {
        expect(await subjects(createClient(), query)).toEqual(expected);
    });

    test('more than a thousand results are out of reach', async () => {
        const answer = await createClient().get('/api/v2/search?query=type:ticket&page=11');
        expect(answer).toMatchObject({
            status: 422,
            body: {
                error: 'invalid',
                description:
                    'Invalid search: Requested response size was greater than Search Response Limits'
            }
        });
    });

    test('a page by cursor does not exist', async () => {
        const answer = await createClient().get('/api/v2/search?query=x&page[size]=10');
        expect(answer).toMatchObject({
            status: 400,
            body: { error: { message: expect.stringContaining('page must be an integer') } }
        });
    });

    test('a change is found when the index has caught up, not before', async () => {
        const client = createClient({ indexingLag: 60_000 });
        client.zendesk.account.clock.advance(61_000);
        await client.send('PUT', '/api/v2/tickets/3', { ticket: { subject: 'Umbrella' } });
        expect(await subjects(client, 'umbrella')).toEqual([]);
        client.zendesk.account.clock.advance(61_000);
        expect(await subjects(client, 'umbrella')).toEqual(['Umbrella']);
    });

    test('texts without blanks are found by a part of them', async () => {
        const client = createClient();
        await client.send('PUT', '/api/v2/tickets/3', {
            ticket: { subject: '配送画面の表示が遅い' }
        });
        expect(await subjects(client, '表示が')).toEqual(['配送画面の表示が遅い']);
    });

    test('an export goes on where its cursor ended', async () => {
        const client = createClient();
        const path = '/api/v2/search/export?query=question&filter[type]=ticket&page[size]=1';
        const first = await client.get(path);
        const links =
            isObject(first.body) && isObject(first.body['links']) ? first.body['links'] : {};
        const second = await client.get(String(links['next']));
        expect(first.body).toMatchObject({
            results: [{ subject: 'Old question' }],
            meta: { has_more: true }
        });
        expect(second.body).toMatchObject({
            results: [{ subject: 'New question' }],
            meta: { has_more: false }
        });
    });
});

describe('search answered by kept orders', () => {
    const ids = (body: unknown): unknown =>
        (body as { results: { id: number }[] }).results.map(({ id }) => id);

    test('a ticket moves in the order when it changes', async () => {
        const { get, send, zendesk } = createClient();
        const newest = '/api/v2/search?query=type:ticket&sort_by=updated_at';
        expect(ids((await get(newest)).body)).toEqual([3, 1, 2]);
        zendesk.account.clock.advance(60_000);
        await send('PUT', '/api/v2/tickets/1', { ticket: { priority: 'low' } });
        expect(ids((await get(newest)).body)).toEqual([1, 3, 2]);
        expect(ids((await get(`${newest}&sort_order=asc`)).body)).toEqual([2, 3, 1]);
    });

    test('a stretch of time ends where it is told to, with other conditions and without', async () => {
        const { get } = createClient();
        const found = async (query: string) =>
            ids((await get(`/api/v2/search?query=${encodeURIComponent(query)}`)).body);
        expect(await found('type:ticket created>3days')).toEqual([3, 1]);
        expect(await found('type:ticket created<3days')).toEqual([2]);
        expect(await found('type:ticket created>3days created<1day')).toEqual([1]);
        expect(await found('type:ticket created>3days status:open')).toEqual([1]);
        expect(await found('type:ticket -created>3days')).toEqual([2]);
        expect(await found('type:ticket created>nonsense')).toEqual([]);
    });

    test('a prefix that was looked for before finds words that came since', async () => {
        const { get, send } = createClient();
        const count = async () => (await get('/api/v2/search/count?query=smok')).body;
        expect(await count()).toEqual({ count: 1 });
        await send('PUT', '/api/v2/tickets/3', { ticket: { comment: { body: 'Smoking, too.' } } });
        expect(await count()).toEqual({ count: 2 });
        await send('DELETE', '/api/v2/tickets/1');
        expect(await count()).toEqual({ count: 1 });
    });
});
