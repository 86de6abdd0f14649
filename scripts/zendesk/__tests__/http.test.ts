import { gunzipSync } from 'node:zlib';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEMO_CREDENTIALS } from '../demo/credentials.ts';
import { parseBody } from '../http/body.ts';
import type { RunningZendesk } from '../zendesk.ts';
import { createClient, SMALL } from './support.ts';
import { createZendesk } from '../zendesk.ts';

describe('requests as clients of many languages send them', () => {
    test.each([
        '//api/v2/tickets/1',
        '/api/v2//tickets/1.json',
        '/api/v2/tickets/1/',
        '/api/v2/tickets/1.json/'
    ])('slashes too many make no difference: %s', async (path) => {
        expect(await createClient().get(path)).toMatchObject({
            status: 200,
            body: { ticket: { id: 1 } }
        });
    });

    test('a host that is none does not break the answer', async () => {
        expect(await createClient().get('/api/v2/tickets/1', { host: 'a b:c' })).toMatchObject({
            status: 200
        });
    });

    test('HEAD answers like GET without the body', async () => {
        const answer = await createClient().send('HEAD', '/api/v2/tickets/1.json');
        expect(answer).toMatchObject({ status: 200, text: '' });
        expect(Number(answer.headers['content-length'])).toBeGreaterThan(100);
    });

    test('lower case methods are methods too', async () => {
        expect((await createClient().send('get', '/api/v2/tickets/1')).status).toBe(200);
    });

    test('a method that a resource does not have is an invalid endpoint', async () => {
        expect(
            await createClient().send('PATCH', '/api/v2/tickets/1', { ticket: {} })
        ).toMatchObject({ status: 404, body: { error: 'InvalidEndpoint' } });
    });

    test('what the client holds already is not sent again until it changes', async () => {
        const { get, send } = createClient();
        const first = await get('/api/v2/tickets/1');
        const tag = { 'if-none-match': String(first.headers['etag']) };
        expect(await get('/api/v2/tickets/1', tag)).toMatchObject({ status: 304, text: '' });
        await send('PUT', '/api/v2/tickets/1', { ticket: { priority: 'low' } });
        expect((await get('/api/v2/tickets/1', tag)).status).toBe(200);
    });

    test('a form nests its values by brackets', async () => {
        const form =
            'ticket[subject]=Caf%C3%A9&ticket[comment][body]=Hello&ticket[comment][public]=false&ticket[tags][]=a&ticket[tags][]=b';
        const answer = await createClient().send('POST', '/api/v2/tickets', form, {
            'content-type': 'application/x-www-form-urlencoded; charset=utf-8'
        });
        expect(answer).toMatchObject({
            status: 201,
            body: { ticket: { subject: 'Café', is_public: false, tags: ['a', 'b'] } }
        });
    });

    test('a form has lists of objects, the next one where a name comes again', () => {
        const form = Buffer.from('t[f][][id]=1&t[f][][value]=a&t[f][][id]=2&t[f][][tags][]=b');
        expect(parseBody(form, 'application/x-www-form-urlencoded')).toEqual({
            t: {
                f: [
                    { id: '1', value: 'a' },
                    { id: '2', tags: ['b'] }
                ]
            }
        });
    });

    test('a byte order mark before the JSON does no harm', async () => {
        const body = '\uFEFF{"ticket":{"comment":{"body":"Hi"}}}';
        expect((await createClient().send('POST', '/api/v2/tickets', body)).status).toBe(201);
    });

    test('an element of a bulk request that is no object fails alone', async () => {
        const { zendesk, send, get } = createClient();
        const body = '{"tickets":[5,{"comment":{"body":"Hi"}}]}';
        const started = await send('POST', '/api/v2/tickets/create_many', body);
        await zendesk.account.scheduler.idle();
        const { url } = (started.body as { job_status: { url: string } }).job_status;
        expect((await get(url)).body).toMatchObject({
            job_status: {
                total: 2,
                results: [{ index: 0, error: 'TicketCreateFailed' }, { index: 1 }]
            }
        });
    });
});

describe('pages of other origins', () => {
    const origin = { origin: 'https://app.example' };

    test('may ask before they send', async () => {
        const answer = await createClient().send('OPTIONS', '/api/v2/tickets/1', undefined, {
            ...origin,
            authorization: '',
            'access-control-request-method': 'PUT'
        });
        expect(answer).toMatchObject({
            status: 204,
            headers: { 'access-control-allow-methods': expect.stringContaining('PUT') }
        });
    });

    test('are let in with an OAuth token, and with nothing else', async () => {
        const { get } = createClient();
        const byToken = await get('/api/v2/users/me', origin);
        const anonymous = await get('/api/v2/users/me', { ...origin, authorization: '' });
        expect(byToken.headers).toMatchObject({ 'access-control-allow-origin': '*' });
        expect(anonymous.headers).not.toHaveProperty('access-control-allow-origin');
    });
});

describe('the server', () => {
    let running: RunningZendesk;
    beforeAll(async () => {
        running = await createZendesk({ seed: SMALL }).listen(0);
    });
    afterAll(() => running.close());

    const call = (
        path: string,
        headers: Record<string, string>,
        body: readonly string[] | null = null
    ): Promise<{ message: IncomingMessage; bytes: Buffer }> =>
        new Promise((resolve, reject) => {
            const sending = request(
                `${running.url}${path}`,
                {
                    method: body === null ? 'GET' : 'POST',
                    headers: { authorization: `Bearer ${DEMO_CREDENTIALS.adminToken}`, ...headers }
                },
                (message) => {
                    const chunks: Buffer[] = [];
                    message.on('data', (chunk: Buffer) => chunks.push(chunk));
                    message.on('end', () => resolve({ message, bytes: Buffer.concat(chunks) }));
                }
            );
            sending.on('error', reject);
            body?.forEach((part) => sending.write(part));
            sending.end();
        });

    test('compresses what is long, for clients that take it', async () => {
        const { message, bytes } = await call('/api/v2/tickets', { 'accept-encoding': 'gzip' });
        expect(message.headers['content-encoding']).toBe('gzip');
        expect(JSON.parse(gunzipSync(bytes).toString())).toMatchObject({ count: 3 });
    });

    test('sends it plain to clients that refuse compression', async () => {
        const { message, bytes } = await call('/api/v2/tickets', {
            'accept-encoding': 'gzip;q=0, identity'
        });
        expect(message.headers).not.toHaveProperty('content-encoding');
        expect(Number(message.headers['content-length'])).toBe(bytes.length);
    });

    test('takes a body in chunks', async () => {
        const parts = ['{"ticket":{"subject":"日本', '語","comment":', '{"body":"Hi"}}}'];
        const { message, bytes } = await call(
            '/api/v2/tickets',
            { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
            parts
        );
        expect(message.statusCode).toBe(201);
        expect(JSON.parse(bytes.toString())).toMatchObject({ ticket: { subject: '日本語' } });
    });

    test('refuses a body beyond its limit with an envelope', async () => {
        const parts = Array.from({ length: 65 }, () => 'x'.repeat(1024 * 1024));
        const { message, bytes } = await call('/api/v2/tickets', {}, parts);
        expect(message.statusCode).toBe(413);
        expect(JSON.parse(bytes.toString())).toMatchObject({
            error: { title: 'Request Entity Too Large' }
        });
    });

    test('writes https addresses behind a tunnel that speaks TLS', async () => {
        const { bytes } = await call('/api/v2/tickets/1', {
            host: 'acme.example',
            'x-forwarded-proto': 'https'
        });
        expect(JSON.parse(bytes.toString())).toMatchObject({
            ticket: { url: 'https://acme.example/api/v2/tickets/1.json' }
        });
    });
});
