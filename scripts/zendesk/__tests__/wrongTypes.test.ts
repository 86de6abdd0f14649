import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../http/json.ts';
import { createClient, tokenFor } from './support.ts';

const CREATED = { comment: { body: 'Hi' } };

function refusal(name: string, rule: string, place: string): Record<string, unknown> {
    const message = `You passed an invalid value for the ${name} attribute. Invalid parameter: ${name} ${rule} from api/v2/${place}`;
    return { status: 400, body: { error: { title: 'Invalid attribute', message } } };
}

describe('values of the wrong type', () => {
    test.each<[string, JsonObject, string, string]>([
        [
            'a word as an id',
            { ...CREATED, assignee_id: 'abc' },
            'assignee_id',
            'must be an integer'
        ],
        ['a list as a text', { ...CREATED, subject: ['x'] }, 'subject', 'must be a string'],
        [
            'a text as a list',
            { ...CREATED, custom_fields: 'x' },
            'custom_fields',
            'must be an array'
        ],
        ['a word as a time', { ...CREATED, due_at: 'tomorrow' }, 'due_at', 'must be a date'],
        ['a text as a hash', { ...CREATED, metadata: 'x' }, 'metadata', 'must be a hash'],
        [
            'a word as true or false',
            { comment: { body: 'Hi', public: 'maybe' } },
            'comment.public',
            'must be either true or false'
        ]
    ])('%s is refused by tickets', async (_, ticket, name, rule) => {
        expect(await createClient().send('POST', '/api/v2/tickets', { ticket })).toMatchObject(
            refusal(`ticket.${name}`, rule, 'tickets/create')
        );
    });

    test.each<[string, string, JsonObject, string, string]>([
        ['PUT', '/api/v2/users/ID', { user: { name: {} } }, 'user.name', 'users/update'],
        ['POST', '/api/v2/users', { user: { phone: [] } }, 'user.phone', 'users/create'],
        [
            'POST',
            '/api/v2/organizations',
            { organization: { name: ['x'] } },
            'organization.name',
            'organizations/create'
        ],
        [
            'POST',
            '/api/v2/users/ID/identities',
            { identity: { type: 'email', value: 5 } },
            'identity.value',
            'identities/create'
        ]
    ])('%s %s refuses what is no text', async (method, path, body, name, place) => {
        const { send, zendesk } = createClient();
        const ann = zendesk.account.store.users.firstBy('external', 'a-1');
        const answer = await send(method, path.replace('ID', String(ann?.id)), body);
        expect(answer).toMatchObject(refusal(name, 'must be a string', place));
    });

    test('business rules name their module', async () => {
        const trigger = { title: 'T', conditions: 'none', actions: [] };
        expect(await createClient().send('POST', '/api/v2/triggers', { trigger })).toMatchObject(
            refusal('trigger.conditions', 'must be a hash', 'rules/triggers/create')
        );
    });

    test('a number in a text, and an empty text instead of an id, are understood', async () => {
        const ticket = {
            ...CREATED,
            assignee_id: '',
            group_id: null,
            external_id: 12,
            tags: 'a b'
        };
        expect(await createClient().send('POST', '/api/v2/tickets', { ticket })).toMatchObject({
            status: 201,
            body: { ticket: { assignee_id: null, external_id: '12', tags: ['a', 'b'] } }
        });
    });

    test('an id in the query that is no number is refused', async () => {
        expect(await createClient().get('/api/v2/tickets/show_many?ids=1,two')).toMatchObject(
            refusal('ids', 'must be an integer', 'tickets/show_many')
        );
    });

    test('an id that no record can have is a missing record', async () => {
        expect(await createClient().get('/api/v2/tickets/9223372036854775807')).toMatchObject({
            status: 404,
            body: { error: 'RecordNotFound' }
        });
    });

    test('one of many fails alone, and says why', async () => {
        const { send, zendesk } = createClient();
        const users = [{ name: ['x'] }, { name: 'Right' }];
        await send('POST', '/api/v2/users/create_many', { users });
        await zendesk.account.scheduler.idle();
        expect(zendesk.account.store.jobs.all()[0]).toMatchObject({
            status: 'completed',
            results: [
                { index: 0, details: expect.stringContaining('user.name must be a string') },
                { status: 'Created' }
            ]
        });
    });

    test('names that JavaScript gives a meaning are names like any other', async () => {
        const body =
            '{"user":{"name":"P","__proto__":{"role":"admin"},"user_fields":{"__proto__":{"x":1},"constructor":1}}}';
        const answer = await createClient().send('POST', '/api/v2/users', body);
        expect(answer).toMatchObject({ status: 201, body: { user: { role: 'end-user' } } });
        expect(answer.headers['x-zendesk-api-warn']).toContain('user.__proto__');
        expect(({} as { x?: number }).x).toBeUndefined();
    });
});

describe('people in bulk', () => {
    test('an agent cannot make admins by a job', async () => {
        const { send, zendesk } = createClient();
        const agent = tokenFor(zendesk, 'priya.raman@support.example');
        const users = [{ name: 'Eve', email: 'eve@x.example', role: 'admin' }];
        await send('POST', '/api/v2/users/create_many', { users }, agent);
        await zendesk.account.scheduler.idle();
        expect(zendesk.account.store.jobs.all()[0]).toMatchObject({
            status: 'failed',
            results: [{ index: 0, error: 'UserCreateFailed' }]
        });
    });
});
