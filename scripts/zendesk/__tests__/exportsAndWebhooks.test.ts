import { Circuits } from '../domain/webhooks/circuits.ts';
import { Clock } from '../store/clock.ts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isObject, objects } from '../http/json.ts';
import { createClient, type Client } from './support.ts';

describe('incremental exports', () => {
    test('the latest minute is never returned', async () => {
        const client = createClient();
        await client.send('PUT', '/api/v2/tickets/2', { ticket: {} });
        await client.send('PUT', '/api/v2/tickets/3', { ticket: { subject: 'Just now' } });
        const path = '/api/v2/incremental/tickets/cursor?start_time=1600000000';
        const before = await client.get(path);
        client.zendesk.account.clock.advance(61_000);
        const after = await client.get(path);
        expect(before.text).not.toContain('Just now');
        expect(after.text).toContain('Just now');
    });

    test('when nothing came there is no cursor, so that the old one is kept', async () => {
        const { get } = createClient();
        const first = await get('/api/v2/incremental/tickets/cursor?start_time=1600000000');
        const cursor = isObject(first.body) ? String(first.body['after_cursor']) : '';
        const second = await get(`/api/v2/incremental/tickets/cursor?cursor=${cursor}`);
        expect(second.body).toMatchObject({
            tickets: [],
            after_cursor: null,
            after_url: null,
            end_of_stream: true
        });
    });

    test('pages by cursor lose nothing and repeat nothing', async () => {
        const { get } = createClient();
        const seen: unknown[] = [];
        let url = '/api/v2/incremental/tickets/cursor?start_time=1600000000&per_page=1';
        for (let isEnd = false; !isEnd;) {
            const { body } = await get(url);
            const page = isObject(body) ? body : {};
            seen.push(...objects(page['tickets']).map((ticket) => ticket['id']));
            isEnd = page['end_of_stream'] === true;
            url = String(page['after_url']);
        }
        expect([...seen].sort()).toEqual([1, 2, 3]);
    });

    test('deleted tickets are told, unless they are unwanted', async () => {
        const { send, get, zendesk } = createClient();
        await send('DELETE', '/api/v2/tickets/1');
        zendesk.account.clock.advance(61_000);
        const path = '/api/v2/incremental/tickets?start_time=1600000000';
        expect((await get(path)).text).toContain('"status":"deleted"');
        expect((await get(`${path}&exclude_deleted=true`)).text).not.toContain(
            '"status":"deleted"'
        );
    });

    test('a start time of this minute is too recent', async () => {
        const { get, zendesk } = createClient();
        const now = zendesk.account.clock.seconds();
        expect((await get(`/api/v2/incremental/tickets?start_time=${now}`)).status).toBe(422);
    });
});

describe('webhooks', () => {
    let receiver: Server;
    let answers: { status: number; headers?: Record<string, string> }[];
    let bodies: string[];

    beforeEach(async () => {
        answers = [];
        bodies = [];
        receiver = createServer((request, response) => {
            const chunks: Buffer[] = [];
            request.on('data', (chunk: Buffer) => chunks.push(chunk));
            request.on('end', () => {
                bodies.push(Buffer.concat(chunks).toString());
                const answer = answers.shift() ?? { status: 200 };
                response.writeHead(answer.status, answer.headers).end();
            });
        });
        await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', () => resolve()));
    });

    afterEach(() => new Promise<void>((resolve) => receiver.close(() => resolve())));

    async function subscribe(client: Client, event: string): Promise<void> {
        const { port } = receiver.address() as AddressInfo;
        const webhook = {
            name: 'W',
            endpoint: `http://127.0.0.1:${port}/`,
            http_method: 'POST',
            request_format: 'json',
            subscriptions: [event]
        };
        const answer = await client.send('POST', '/api/v2/webhooks', { webhook });
        expect(answer.status).toBe(201);
    }

    /** Lets every delivery and every retry happen. */
    async function settle(client: Client): Promise<void> {
        for (let round = 0; round < 6; round += 1) {
            await client.zendesk.account.scheduler.idle();
            client.zendesk.account.clock.advance(61_000);
        }
    }

    test('an event says what changed, in capitals and with ids as texts', async () => {
        const client = createClient();
        await subscribe(client, 'zen:event-type:ticket.status_changed');
        await client.send('PUT', '/api/v2/tickets/1', { ticket: { status: 'pending' } });
        await settle(client);
        expect(JSON.parse(bodies[0] ?? '')).toMatchObject({
            type: 'zen:event-type:ticket.status_changed',
            subject: 'zen:ticket:1',
            detail: { id: '1', status: 'PENDING' },
            event: { previous: 'OPEN', current: 'PENDING' }
        });
    });

    test.each([
        ['409 is tried three times', { status: 409 }, 3],
        ['503 without Retry-After is not tried again', { status: 503 }, 1],
        ['503 with a short Retry-After is', { status: 503, headers: { 'retry-after': '5' } }, 2],
        ['500 is not tried again', { status: 500 }, 1]
    ])('%s', async (_, answer, calls) => {
        const client = createClient();
        await subscribe(client, 'zen:event-type:ticket.created');
        answers = answer.status === 409 ? [answer, answer, answer, answer] : [answer];
        await client.send('POST', '/api/v2/tickets', { ticket: { comment: { body: 'x' } } });
        await settle(client);
        expect(bodies).toHaveLength(calls);
    });

    test('secrets of the destination are never returned', async () => {
        const { send } = createClient();
        const webhook = {
            name: 'W',
            endpoint: 'https://x.example/',
            authentication: {
                type: 'basic_auth',
                data: { username: 'u', password: 'hidden' },
                add_position: 'header'
            }
        };
        const answer = await send('POST', '/api/v2/webhooks', { webhook });
        expect(answer.text).toContain('"username":"u"');
        expect(answer.text).not.toContain('hidden');
    });
});

describe('the circuit of a webhook', () => {
    const MINUTE = 60_000;
    const circuits = () => {
        let now = 0;
        const clock = new Clock(() => now);
        return { circuits: new Circuits(clock), wait: (by: number) => (now += by) };
    };

    test('breaks when most of a hundred calls fail, and lets one through after a pause', () => {
        const { circuits: broken, wait } = circuits();
        for (let call = 0; call < 100; call += 1) {
            broken.record('w', call % 10 < 8);
        }
        broken.record('w', true);
        expect(broken.isOpen('w')).toBe(true);
        expect(broken.isOpen('other')).toBe(false);
        wait(5001);
        expect(broken.isOpen('w')).toBe(false);
        broken.record('w', true);
        expect(broken.isOpen('w')).toBe(true);
        wait(5001);
        broken.record('w', false);
        broken.record('w', true);
        expect(broken.isOpen('w')).toBe(false);
    });

    test('forgets what is five minutes old', () => {
        const { circuits: kept, wait } = circuits();
        for (let call = 0; call < 99; call += 1) {
            kept.record('w', true);
        }
        wait(5 * MINUTE + 1);
        kept.record('w', true);
        expect(kept.isOpen('w')).toBe(false);
    });

    test('calls that it stops are told as invocations', async () => {
        const { zendesk, send, get } = createClient();
        const { body } = await send('POST', '/api/v2/webhooks', {
            webhook: {
                name: 'W',
                endpoint: 'http://127.0.0.1:9/',
                http_method: 'POST',
                request_format: 'json',
                status: 'active',
                subscriptions: ['zen:event-type:ticket.created']
            }
        });
        const { id } = (body as { webhook: { id: string } }).webhook;
        for (let call = 0; call < 100; call += 1) {
            zendesk.account.circuits.record(id, true);
        }
        await send('POST', '/api/v2/tickets', { ticket: { comment: { body: 'Hi' } } });
        expect((await get(`/api/v2/webhooks/${id}/invocations`)).body).toMatchObject({
            invocations: [{ status: 'circuit broken' }]
        });
    });
});
