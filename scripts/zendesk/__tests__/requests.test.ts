import { describe, expect, test } from '@jest/globals';
import { createClient, tokenFor, type Client } from './support.ts';

const ANN = 'ann@acorn.example';
const NOBODY = { authorization: '' };

const lastComment = (client: Client, ticketId: number) =>
    client.zendesk.account.store.comments.by('ticket', ticketId).at(-1);
const named = ({ zendesk }: Client, email: string) =>
    zendesk.account.store.users.all().find((user) => user.email === email)?.id;

describe('requests', () => {
    test('an end user makes a request, which nobody has yet', async () => {
        const client = createClient();
        const request = { subject: 'Help', comment: { body: 'Please' } };
        const ann = tokenFor(client.zendesk, ANN);
        const made = await client.send('POST', '/api/v2/requests', { request }, ann);
        expect(made).toMatchObject({ status: 201, body: { request: { subject: 'Help' } } });
        expect((await client.get('/api/v2/tickets/4')).body).toMatchObject({
            ticket: { status: 'new', assignee_id: null, requester_id: named(client, ANN) }
        });
    });

    test('a visitor is the author of the request', async () => {
        const client = createClient();
        const requester = { name: 'Vi', email: 'vi@x.example' };
        const request = { subject: 'Help', comment: { body: 'Please' }, requester };
        const made = await client.send('POST', '/api/v2/requests', { request }, NOBODY);
        expect(made.status).toBe(201);
        const vi = named(client, 'vi@x.example');
        expect(lastComment(client, 4)).toMatchObject({ author_id: vi });
        expect((await client.get('/api/v2/tickets/4')).body).toMatchObject({
            ticket: { requester_id: vi, submitter_id: vi }
        });
    });

    test.each(['pending', 'hold', 'solved'])(
        'an answer of the end user opens a ticket that is %s',
        async (status) => {
            const client = createClient();
            await client.send('PUT', '/api/v2/tickets/1', { ticket: { status } });
            const request = { comment: { body: 'Not yet' } };
            const ann = tokenFor(client.zendesk, ANN);
            const answer = await client.send('PUT', '/api/v2/requests/1', { request }, ann);
            expect(answer.body).toMatchObject({ request: { status: 'open' } });
        }
    );

    test('an end user speaks in public and in no other name', async () => {
        const client = createClient();
        const author_id = named(client, 'bob@birch.example') ?? 0;
        const request = { comment: { body: 'Hi', public: false, author_id } };
        await client.send('PUT', '/api/v2/requests/1', { request }, tokenFor(client.zendesk, ANN));
        expect(lastComment(client, 1)).toMatchObject({
            public: true,
            author_id: named(client, ANN)
        });
    });

    test('a subject that is no text is refused', async () => {
        const client = createClient();
        const request = { subject: ['x'], comment: { body: 'Please' } };
        const ann = tokenFor(client.zendesk, ANN);
        expect((await client.send('POST', '/api/v2/requests', { request }, ann)).status).toBe(400);
    });
});
