import { describe, expect, test } from '@jest/globals';
import { createClient } from './support.ts';

describe('what recordings of real answers show', () => {
    test('an error may not be kept, an answer may, also that of a creation', async () => {
        const { get, send } = createClient();
        const missing = await get('/api/v2/tickets/999');
        const created = await send('POST', '/api/v2/organizations', {
            organization: { name: 'N' }
        });
        expect(missing.headers).toMatchObject({ 'cache-control': 'no-cache' });
        expect(missing.headers['etag']).toBeUndefined();
        expect(created.headers).toMatchObject({
            etag: expect.any(String),
            'cache-control': 'max-age=0, private, must-revalidate'
        });
    });

    test('every answer to a token may be read by pages of other origins', async () => {
        const { headers } = await createClient().get('/api/v2/tickets/1');
        expect(headers).toMatchObject({
            'access-control-allow-origin': '*',
            'access-control-expose-headers': expect.stringContaining('X-Zendesk-API-Warn')
        });
    });

    test('an audit says whom the public comment of an agent was mailed to', async () => {
        const { send } = createClient();
        const email_ccs = [{ user_email: 'bob@birch.example' }];
        const ticket = { comment: { body: 'Done', public: true }, email_ccs };
        const { body } = await send('PUT', '/api/v2/tickets/1', { ticket });
        expect(body).toMatchObject({
            audit: {
                via: {
                    channel: 'api',
                    source: {
                        to: {
                            address: 'ann@acorn.example',
                            name: 'Ann Acorn',
                            email_ccs: [expect.any(Number)]
                        }
                    }
                }
            }
        });
    });

    test('an internal note is mailed to nobody', async () => {
        const { send } = createClient();
        const ticket = { comment: { body: 'Psst', public: false } };
        expect((await send('PUT', '/api/v2/tickets/1', { ticket })).body).toMatchObject({
            audit: { via: { source: { to: {} } } }
        });
    });

    test('the plain body of a comment has no marks of Markdown', async () => {
        const { send, get } = createClient();
        const ticket = { comment: { body: 'Mail **us** now' } };
        await send('PUT', '/api/v2/tickets/1', { ticket });
        const path = '/api/v2/tickets/1/comments?sort=-created_at&page[size]=1';
        expect((await get(path)).body).toMatchObject({
            comments: [{ body: 'Mail **us** now', plain_body: 'Mail us now' }]
        });
    });

    test('groups come by name', async () => {
        const { body } = await createClient().get('/api/v2/groups');
        const names = (body as { groups: { name: string }[] }).groups.map(({ name }) => name);
        expect(names).toEqual([...names].sort());
    });

    test('several organizations come by name, each once', async () => {
        const { get, zendesk } = createClient();
        const [acorn, birch] = zendesk.account.store.organizations.all();
        const ids = [birch?.id, acorn?.id, birch?.id].join(',');
        expect((await get(`/api/v2/organizations/show_many?ids=${ids}`)).body).toMatchObject({
            organizations: [{ name: 'Acorn Works' }, { name: 'Birch House' }],
            count: 2
        });
    });

    test('a ticket form is of the standard type', async () => {
        expect((await createClient().get('/api/v2/ticket_forms')).body).toMatchObject({
            ticket_forms: expect.arrayContaining([
                expect.objectContaining({ form_type: 'standard', deleted_at: null })
            ])
        });
    });

    test('an organization made by its name alone has neither details nor notes', async () => {
        const { send } = createClient();
        const answer = await send('POST', '/api/v2/organizations', { organization: { name: 'N' } });
        expect(answer.body).toMatchObject({ organization: { details: null, notes: null } });
    });

    test('who is deleted has no email, and another may have it', async () => {
        const { send, zendesk } = createClient();
        const ann = zendesk.account.store.users.firstBy('external', 'a-1');
        const deleted = await send('DELETE', `/api/v2/users/${ann?.id}`);
        const user = { name: 'Ann', email: 'ann@acorn.example', external_id: 'A-1' };
        expect(deleted.body).toMatchObject({ user: { active: false, email: null } });
        expect((await send('POST', '/api/v2/users', { user })).status).toBe(201);
    });

    test.each([
        ['tickets/cursor', 400, 'StartTimeTooRecent'],
        ['tickets', 422, 'InvalidValue']
    ])('an export by %s refuses the latest minute with %i', async (path, status, error) => {
        const { get, zendesk } = createClient();
        const now = zendesk.account.clock.seconds();
        expect(await get(`/api/v2/incremental/${path}?start_time=${now}`)).toMatchObject({
            status,
            body: { error, description: expect.stringContaining('Too recent start_time') }
        });
    });
});

describe('identities', () => {
    test('a further email is not verified', async () => {
        const { send, get, zendesk } = createClient();
        const ann = zendesk.account.store.users.firstBy('external', 'a-1');
        await send('PUT', `/api/v2/users/${ann?.id}`, { user: { email: 'ann2@acorn.example' } });
        expect((await get(`/api/v2/users/${ann?.id}/identities`)).body).toMatchObject({
            identities: [
                { value: 'ann@acorn.example', primary: true, verified: true },
                { value: 'ann2@acorn.example', primary: false, verified: false }
            ]
        });
    });

    test('an email must look like one', async () => {
        const { send, zendesk } = createClient();
        const ann = zendesk.account.store.users.firstBy('external', 'a-1');
        const identity = { type: 'email', value: 'nonsense' };
        expect(
            await send('POST', `/api/v2/users/${ann?.id}/identities`, { identity })
        ).toMatchObject({
            status: 422,
            body: { details: { value: [{ error: 'InvalidFormat' }] } }
        });
    });

    test('changing the primary email changes the user’s, unless another has it', async () => {
        const { send, get, zendesk } = createClient();
        const { store } = zendesk.account;
        const ann = store.users.firstBy('external', 'a-1');
        const [primary] = store.identities.by('user', ann?.id ?? 0);
        const path = `/api/v2/users/${ann?.id}/identities/${primary?.id}`;
        const taken = await send('PUT', path, { identity: { value: 'bob@birch.example' } });
        await send('PUT', path, { identity: { value: 'anna@acorn.example' } });
        expect(taken).toMatchObject({ status: 422, body: { error: 'RecordInvalid' } });
        expect((await get(`/api/v2/users/${ann?.id}`)).body).toMatchObject({
            user: { email: 'anna@acorn.example' }
        });
    });
});
