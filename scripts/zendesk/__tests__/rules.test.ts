import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../http/json.ts';
import { createClient, tokenFor, type Client } from './support.ts';

const TAGGED = [{ field: 'current_tags', value: 'fired' }];

async function trigger(client: Client, condition: JsonObject): Promise<void> {
    const conditions = { all: [condition], any: [] };
    const body = { trigger: { title: 'T', conditions, actions: TAGGED } };
    const answer = await client.send('POST', '/api/v2/triggers', body);
    expect(answer.status).toBe(201);
}

/** Whether a trigger with this condition acts when ticket 1 (open, high) is changed so. */
async function acts(condition: JsonObject, ticket: JsonObject): Promise<boolean> {
    const client = createClient();
    await trigger(client, condition);
    const answer = await client.send('PUT', '/api/v2/tickets/1', { ticket });
    return answer.text.includes('"fired"');
}

describe('conditions of triggers', () => {
    test.each<[string, string, string | null, JsonObject, boolean]>([
        ['status', 'is', 'pending', { status: 'pending' }, true],
        ['status', 'is_not', 'pending', { status: 'pending' }, false],
        ['status', 'less_than', 'solved', { status: 'pending' }, true],
        ['status', 'greater_than', 'pending', { status: 'hold' }, true],
        ['status', 'changed', null, { status: 'pending' }, true],
        ['status', 'changed', null, { priority: 'low' }, false],
        ['status', 'not_changed', null, { priority: 'low' }, true],
        ['status', 'value', 'pending', { status: 'pending' }, true],
        ['status', 'value_previous', 'open', { status: 'pending' }, true],
        ['status', 'not_value', 'pending', { status: 'hold' }, true],
        ['status', 'not_value_previous', 'pending', { status: 'hold' }, true],
        ['priority', 'less_than', 'high', { priority: 'low' }, true],
        ['update_type', 'is', 'Create', { priority: 'low' }, false],
        ['update_type', 'is', 'Change', { priority: 'low' }, true],
        ['current_tags', 'includes', 'a hardware', { priority: 'low' }, true],
        ['current_tags', 'not_includes', 'a b', { priority: 'low' }, true],
        ['comment_is_public', 'is', 'true', { comment: { body: 'x', public: true } }, true],
        ['comment_is_public', 'is', 'false', { comment: { body: 'x', public: true } }, false],
        ['comment_is_public', 'is', 'not_relevant', { priority: 'low' }, false],
        ['subject_includes_word', 'includes', 'fax printer', { priority: 'low' }, true],
        ['subject_includes_word', 'is', 'on fire', { priority: 'low' }, true],
        ['comment_includes_word', 'not_includes', 'fax', { comment: { body: 'Fax' } }, false],
        ['ticket_is_public', 'is', 'public', { priority: 'low' }, true],
        ['role', 'is', 'agent', { priority: 'low' }, true],
        ['role', 'is', 'end_user', { priority: 'low' }, false],
        ['via_id', 'is', '4', { priority: 'low' }, false]
    ])('%s %s %s, when it changes by %j: %s', async (field, operator, value, change, expected) => {
        expect(await acts({ field, operator, value }, change)).toBe(expected);
    });

    test('the requester is an end user to a trigger', async () => {
        const client = createClient();
        await trigger(client, { field: 'role', operator: 'is', value: 'end_user' });
        const ann = tokenFor(client.zendesk, 'ann@acorn.example');
        const request = { comment: { body: 'Still smoking' } };
        await client.send('PUT', '/api/v2/requests/1', { request }, ann);
        expect((await client.get('/api/v2/tickets/1/tags')).text).toContain('fired');
    });
});

describe('what triggers refuse', () => {
    const status = { field: 'status', operator: 'is', value: 'open' };

    test.each<[string, JsonObject, JsonObject]>([
        ['nope is not a known field', { ...status, field: 'nope' }, TAGGED[0] ?? {}],
        ['nope is not an operator of status', { ...status, operator: 'nope' }, TAGGED[0] ?? {}],
        ['nope is not a value of status', { ...status, value: 'nope' }, TAGGED[0] ?? {}],
        ['Action: nope is not a known field', status, { field: 'nope', value: 'x' }]
    ])('%s', async (problem, condition, action) => {
        const { send } = createClient();
        const conditions = { all: [condition], any: [] };
        const body = { trigger: { title: 'T', conditions, actions: [action] } };
        expect(await send('POST', '/api/v2/triggers', body)).toMatchObject({
            status: 422,
            body: { details: { base: [{ description: expect.stringContaining(problem) }] } }
        });
    });
});

describe('what webhooks refuse', () => {
    const webhook = { name: 'W', endpoint: 'https://x.example/', subscriptions: [] };

    test('a subscription that is none', async () => {
        const body = { webhook: { ...webhook, subscriptions: ['everything'] } };
        expect(await createClient().send('POST', '/api/v2/webhooks', body)).toMatchObject({
            status: 400,
            body: { errors: [{ title: 'subscription everything is not valid' }] }
        });
    });

    test('to change what they are subscribed to', async () => {
        const { send } = createClient();
        const subscriptions = ['zen:event-type:ticket.created'];
        const made = await send('POST', '/api/v2/webhooks', {
            webhook: { ...webhook, subscriptions }
        });
        const path = `/api/v2/webhooks/${(made.body as { webhook: { id: string } }).webhook.id}`;
        const other = { webhook: { subscriptions: ['conditional_ticket_events'] } };
        expect((await send('PATCH', path, { webhook: { subscriptions } })).status).toBe(204);
        expect((await send('PATCH', path, other)).status).toBe(400);
    });
});
