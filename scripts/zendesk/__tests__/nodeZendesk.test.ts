import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import nodeZendesk from 'node-zendesk';
import { signature } from '../domain/webhooks/delivery.ts';
import { DEMO_API_TOKEN } from '../layers/authentication.ts';
import { createZendesk, type RunningZendesk, type Zendesk } from '../zendesk.ts';
import { SMALL } from './support.ts';

/** The client's declarations leave results open; they are read through these two. */
const at = (value: unknown, ...path: (string | number)[]): unknown =>
    path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)?.[key], value);
const numberAt = (value: unknown, ...path: (string | number)[]): number =>
    Number(at(value, ...path));
const textAt = (value: unknown, ...path: (string | number)[]): string => String(at(value, ...path));

interface Received {
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    readonly body: string;
}

let zendesk: Zendesk;
let running: RunningZendesk;
let client: ReturnType<typeof nodeZendesk.createClient>;
let receiver: Server;
const received: Received[] = [];

beforeAll(async () => {
    zendesk = createZendesk({ seed: SMALL, acceptsApiTokens: true, plan: 'unlimited' });
    running = await zendesk.listen(0);
    client = nodeZendesk.createClient({
        endpointUri: `http://127.0.0.1:${running.port}/api/v2`,
        username: 'marcus.adeyemi@support.example',
        token: DEMO_API_TOKEN
    });
    receiver = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
            received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
            response.end('thanks');
        });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', () => resolve()));
});

afterAll(async () => {
    await zendesk.account.scheduler.idle();
    await running.close();
    await new Promise((resolve) => receiver.close(resolve));
});

describe('node-zendesk runs unmodified', () => {
    test('a ticket is created, changed, commented with a file, and deleted', async () => {
        const created = await client.tickets.create({
            ticket: { subject: 'From node-zendesk', comment: { body: 'Hello' } }
        });
        const id = numberAt(created, 'result', 'id');
        const upload = await client.attachments.upload(
            Readable.from([Buffer.from('log')]) as never,
            {
                filename: 'log.txt'
            } as never
        );
        await client.tickets.update(id, {
            ticket: { comment: { body: 'See file', uploads: [textAt(upload, 'upload', 'token')] } }
        } as never);
        const comments = await client.tickets.getComments(id);
        expect(comments).toHaveLength(2);
        expect(textAt(comments, 1, 'attachments', 0, 'file_name')).toBe('log.txt');
        await client.tickets.delete(id);
        await expect(client.tickets.show(id)).rejects.toThrow('404');
    });

    test('lists come page by page until the end', async () => {
        const tickets = await client.tickets.list();
        expect(tickets.map((ticket) => ticket.id)).toEqual(
            [...tickets].map((ticket) => ticket.id).sort((a, b) => Number(a) - Number(b))
        );
        expect(tickets.length).toBeGreaterThanOrEqual(3);
    });

    test('a bulk creation is watched to its end and tells which element failed', async () => {
        const job = await client.tickets.createMany({
            tickets: [{ subject: 'A', comment: { body: 'x' } }, { subject: 'No comment' }]
        } as never);
        const id = textAt(job, 'result', 'job_status', 'id');
        const done = await client.jobstatuses.watch(id, 10, 20);
        expect(textAt(done, 'status')).toBe('completed');
        expect(textAt(done, 'results', 1, 'error')).toBe('TicketCreateFailed');
    });

    test('a user is created, found by email whatever its case, and given a second identity', async () => {
        const created = await client.users.create({
            user: { name: 'Cleo', email: 'cleo@acorn.example' }
        });
        const id = numberAt(created, 'result', 'id');
        const again = await client.users.createOrUpdate({
            user: { name: 'Cleo', email: 'CLEO@acorn.example' }
        });
        expect(numberAt(again, 'result', 'id')).toBe(id);
        await client.useridentities.create(id, { type: 'email', value: 'cleo@home.example' });
        expect(await client.useridentities.list(id)).toHaveLength(2);
    });

    test('a new user joins the organization of the domain', async () => {
        const created = await client.users.create({
            user: { name: 'Dov', email: 'dov@acorn.example' }
        });
        const [organization] = await client.organizations.search('acorn' as never);
        expect(numberAt(created, 'result', 'organization_id')).toBe(numberAt(organization, 'id'));
    });

    test('an organization is created once and refused the second time', async () => {
        await client.organizations.create({ organization: { name: 'Cedar' } });
        await expect(
            client.organizations.create({ organization: { name: 'cedar' } })
        ).rejects.toThrow('422');
    });

    test('a membership is added and made the default one', async () => {
        const organization = await client.organizations.create({ organization: { name: 'Elm' } });
        const user = await client.users.create({
            user: { name: 'Eve', email: 'eve@birch.example' }
        });
        const userId = numberAt(user, 'result', 'id');
        const membership = await client.organizationmemberships.create({
            user_id: userId,
            organization_id: numberAt(organization, 'result', 'id')
        } as never);
        await client.organizationmemberships.makeDefault(
            userId,
            numberAt(membership, 'result', 'id')
        );
        const shown = await client.users.show(userId);
        expect(numberAt(shown, 'result', 'organization_id')).toBe(
            numberAt(organization, 'result', 'id')
        );
    });

    test('search finds, counts and exports', async () => {
        const found = await client.search.queryAll('type:ticket printer');
        const exported = await client.search.exportResults('printer', 'ticket');
        expect(found.map((ticket) => textAt(ticket, 'subject'))).toEqual(['Printer is on fire']);
        expect(exported).toHaveLength(1);
    });

    test('incremental exports give what changed, by time and by cursor', async () => {
        const byTime = await client.tickets.incremental('1600000000');
        const byCursor = await client.ticketexport.exportCursor(1_600_000_000);
        expect(byTime.length).toBeGreaterThanOrEqual(3);
        expect(at(byCursor, 'result')).toBeDefined();
    });

    test('a trigger calls a webhook with a signature that can be verified', async () => {
        const { port } = receiver.address() as AddressInfo;
        const webhook = await client.webhooks.create({
            webhook: {
                name: 'Sync',
                endpoint: `http://127.0.0.1:${port}/hook`,
                http_method: 'POST',
                request_format: 'json',
                status: 'active',
                subscriptions: ['conditional_ticket_events']
            }
        });
        const id = textAt(webhook, 'result', 'id');
        await client.triggers.create({
            trigger: {
                title: 'Tell the receiver',
                conditions: {
                    all: [{ field: 'priority', operator: 'is', value: 'urgent' }],
                    any: []
                },
                actions: [{ field: 'notification_webhook', value: [id, '{"id":"{{ticket.id}}"}'] }]
            }
        });
        const ticket = await client.tickets.create({
            ticket: { subject: 'Quick', priority: 'urgent', comment: { body: 'x' } }
        } as never);
        await zendesk.account.scheduler.idle();
        const secret = await client.webhooks.getSigningSecret(id);
        const [call] = received;
        const timestamp = textAt(call, 'headers', 'x-zendesk-webhook-signature-timestamp');
        expect(call?.body).toBe(`{"id":"${numberAt(ticket, 'result', 'id')}"}`);
        expect(call?.headers['x-zendesk-webhook-signature']).toBe(
            signature(
                textAt(secret, 'result', 'signing_secret', 'secret'),
                timestamp,
                call?.body ?? ''
            )
        );
    });
});
