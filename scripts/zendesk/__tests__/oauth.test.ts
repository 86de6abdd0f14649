import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { DEMO_CREDENTIALS } from '../demo/credentials.ts';
import { isObject } from '../http/json.ts';
import { createClient, tokenFor, type Answer, type Client } from './support.ts';

const NO_CREDENTIALS = { authorization: '' };
const VERIFIER = 'a-verifier-that-is-long-enough-for-everybody-who-checks';
const REDIRECT = 'http://localhost:8080/services/authcallback/Zendesk_Agent';

const form = (values: Record<string, string>): string => new URLSearchParams(values).toString();
const FORM_TYPE = { ...NO_CREDENTIALS, 'content-type': 'application/x-www-form-urlencoded' };

const value = (answer: Answer, name: string): string =>
    isObject(answer.body) ? String(answer.body[name]) : '';

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

function clientCredentials(client: Client, values: Record<string, string> = {}): Promise<Answer> {
    return client.send(
        'POST',
        '/oauth/tokens',
        {
            grant_type: 'client_credentials',
            client_id: DEMO_CREDENTIALS.clientId,
            client_secret: DEMO_CREDENTIALS.clientSecret,
            scope: 'read write',
            ...values
        },
        NO_CREDENTIALS
    );
}

/** Walks through the page as a person would, up to the redirect. */
async function authorize(client: Client, decision: string): Promise<URL> {
    const user = client.zendesk.account.store.users
        .all()
        .find((row) => row.email === 'priya.raman@support.example');
    const parameters = {
        response_type: 'code',
        client_id: DEMO_CREDENTIALS.publicClientId,
        redirect_uri: REDIRECT,
        scope: 'read write',
        state: 's1',
        code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
        code_challenge_method: 'S256'
    };
    const body = form({ ...parameters, user_id: String(user?.id), decision });
    const answer = await client.send('POST', '/oauth/authorizations', body, FORM_TYPE);
    return new URL(answer.headers['location'] ?? '');
}

function exchange(client: Client, code: string, verifier = VERIFIER): Promise<Answer> {
    const body = form({
        grant_type: 'authorization_code',
        client_id: DEMO_CREDENTIALS.publicClientId,
        redirect_uri: REDIRECT,
        code,
        code_verifier: verifier
    });
    return client.send('POST', '/oauth/tokens', body, FORM_TYPE);
}

describe('OAuth', () => {
    test('client credentials give a bearer token that acts as the user of the client', async () => {
        const client = createClient();
        const answer = await clientCredentials(client);
        expect(answer.body).toMatchObject({
            token_type: 'bearer',
            scope: 'read write',
            expires_in: 1800
        });
        const me = await client.get('/api/v2/users/me', bearer(value(answer, 'access_token')));
        expect(me.body).toMatchObject({ user: { name: 'Salesforce Integration' } });
    });

    test('a wrong secret is an invalid client', async () => {
        const answer = await clientCredentials(createClient(), { client_secret: 'wrong' });
        expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    });

    test('a token dies when its time is over', async () => {
        const client = createClient();
        const token = value(await clientCredentials(client, { expires_in: '300' }), 'access_token');
        client.zendesk.account.clock.advance(301_000);
        const answer = await client.get('/api/v2/tickets', bearer(token));
        expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_token' } });
    });

    test('the authorize page asks the person, and shows nothing unescaped', async () => {
        const client = createClient();
        const query = form({
            response_type: 'code',
            client_id: DEMO_CREDENTIALS.publicClientId,
            redirect_uri: REDIRECT,
            scope: '<b>',
            code_challenge: 'x',
            code_challenge_method: 'S256'
        });
        const answer = await client.get(`/oauth/authorizations/new?${query}`, NO_CREDENTIALS);
        expect(answer.status).toBe(200);
        expect(answer.text).toContain('Priya Raman');
        expect(answer.text).toContain('&lt;b&gt;');
    });

    test('an address that the client did not register is never redirected to', async () => {
        const client = createClient();
        const query = form({
            response_type: 'code',
            client_id: DEMO_CREDENTIALS.publicClientId,
            redirect_uri: 'https://elsewhere.example/'
        });
        const answer = await client.get(`/oauth/authorizations/new?${query}`, NO_CREDENTIALS);
        expect(answer.status).toBe(400);
        expect(answer.headers['location']).toBeUndefined();
    });

    test('a denied request goes back with the reason and the state', async () => {
        const url = await authorize(createClient(), 'deny');
        expect(url.searchParams.get('error')).toBe('access_denied');
        expect(url.searchParams.get('state')).toBe('s1');
    });

    test('a code is exchanged once, and only with its verifier', async () => {
        const client = createClient();
        const code = (await authorize(client, 'allow')).searchParams.get('code') ?? '';
        const other = (await authorize(client, 'allow')).searchParams.get('code') ?? '';
        expect((await exchange(client, other, 'wrong')).body).toMatchObject({
            error: 'invalid_grant'
        });
        const token = value(await exchange(client, code), 'access_token');
        const me = await client.get('/api/v2/users/me', bearer(token));
        expect(me.body).toMatchObject({ user: { name: 'Priya Raman' } });
        expect((await exchange(client, code)).status).toBe(400);
    });

    test('a code is worth nothing after two minutes', async () => {
        const client = createClient();
        const code = (await authorize(client, 'allow')).searchParams.get('code') ?? '';
        client.zendesk.account.clock.advance(121_000);
        expect((await exchange(client, code)).body).toMatchObject({ error: 'invalid_grant' });
    });

    test('a refresh asks for no more than was granted', async () => {
        const client = createClient();
        const code = (await authorize(client, 'allow')).searchParams.get('code') ?? '';
        const body = {
            grant_type: 'refresh_token',
            client_id: DEMO_CREDENTIALS.publicClientId,
            refresh_token: value(await exchange(client, code), 'refresh_token')
        };
        const refresh = (scope: string) =>
            client.send('POST', '/oauth/tokens', { ...body, scope }, NO_CREDENTIALS);
        expect((await refresh('read impersonate')).body).toMatchObject({ error: 'invalid_scope' });
        expect((await refresh('read')).body).toMatchObject({ scope: 'read' });
    });

    test('Basic credentials that are not escaped are taken as they are', async () => {
        const basic = Buffer.from('nobody%zz:100%').toString('base64');
        const headers = { ...FORM_TYPE, authorization: `Basic ${basic}` };
        const body = 'grant_type=client_credentials';
        expect(await createClient().send('POST', '/oauth/tokens', body, headers)).toMatchObject({
            status: 401,
            body: { error: 'invalid_client' }
        });
    });

    test('a client of no known kind, or of nobody, is refused', async () => {
        const client = { name: 'C', identifier: 'c', kind: 'secret', user_id: 999 };
        expect(
            await createClient().send('POST', '/api/v2/oauth/clients', { client })
        ).toMatchObject({
            status: 422,
            body: {
                details: { kind: [{ error: 'InvalidValue' }], user: [{ error: 'InvalidValue' }] }
            }
        });
    });

    test('a refresh kills both old tokens', async () => {
        const client = createClient();
        const code = (await authorize(client, 'allow')).searchParams.get('code') ?? '';
        const first = await exchange(client, code);
        const refresh = () =>
            client.send(
                'POST',
                '/oauth/tokens',
                {
                    grant_type: 'refresh_token',
                    client_id: DEMO_CREDENTIALS.publicClientId,
                    refresh_token: value(first, 'refresh_token')
                },
                NO_CREDENTIALS
            );
        const second = await refresh();
        expect((await refresh()).body).toMatchObject({ error: 'invalid_grant' });
        const old = await client.get('/api/v2/tickets', bearer(value(first, 'access_token')));
        const fresh = await client.get('/api/v2/tickets', bearer(value(second, 'access_token')));
        expect([old.status, fresh.status]).toEqual([401, 200]);
    });

    test('a token that revokes itself is worth nothing afterwards', async () => {
        const client = createClient();
        const token = bearer(value(await clientCredentials(client), 'access_token'));
        const shown = await client.get('/api/v2/oauth/tokens/current.json', token);
        expect(shown.body).toMatchObject({ token: { scopes: ['read', 'write'] } });
        const revoked = await client.send(
            'DELETE',
            '/api/v2/oauth/tokens/current.json',
            undefined,
            token
        );
        expect(revoked.status).toBe(204);
        expect((await client.get('/api/v2/tickets', token)).status).toBe(401);
    });

    test.each([
        [['read'], 'GET', 200],
        [['read'], 'PUT', 403],
        [['tickets:read'], 'GET', 200],
        [['users:read'], 'GET', 403],
        [['raed'], 'GET', 403]
    ])('scopes %p: %s of a ticket answers %i', async (scopes, method, status) => {
        const client = createClient();
        const token = tokenFor(client.zendesk, 'marcus.adeyemi@support.example', scopes);
        const body = method === 'PUT' ? { ticket: { priority: 'low' } } : undefined;
        expect((await client.send(method, '/api/v2/tickets/1', body, token)).status).toBe(status);
    });

    test('retired API tokens are refused, and a password makes a visitor', async () => {
        const client = createClient();
        const basic = (text: string) => ({
            authorization: `Basic ${Buffer.from(text).toString('base64')}`
        });
        const token = await client.get(
            '/api/v2/users/me',
            basic('marcus.adeyemi@support.example/token:x')
        );
        const password = await client.get(
            '/api/v2/users/me',
            basic('marcus.adeyemi@support.example:x')
        );
        expect(token).toMatchObject({ status: 401, body: { error: "Couldn't authenticate you" } });
        expect(password).toMatchObject({
            status: 200,
            body: { user: { id: null, name: 'Anonymous user' } }
        });
    });

    test('an end user is kept out of the agents’ endpoints', async () => {
        const client = createClient();
        const answer = await client.get(
            '/api/v2/tickets',
            tokenFor(client.zendesk, 'ann@acorn.example')
        );
        expect(answer).toMatchObject({ status: 403, body: { error: { title: 'Forbidden' } } });
    });
});
