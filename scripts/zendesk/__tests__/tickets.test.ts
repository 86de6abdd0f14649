import { describe, expect, test } from '@jest/globals';
import { createClient, tokenFor } from './support.ts';

const refusal = (field: string, description: string) => ({
    error: 'RecordInvalid',
    details: { [field]: [{ description }] }
});

describe('writing tickets', () => {
    test('a creation answers 201 with ticket, audit and its address', async () => {
        const { send } = createClient();
        const answer = await send('POST', '/api/v2/tickets.json', {
            ticket: { subject: 'New', comment: { body: 'Text' } }
        });
        expect(answer.status).toBe(201);
        expect(answer.headers['location']).toBe('http://localhost/api/v2/tickets/4.json');
        expect(answer.body).toMatchObject({
            ticket: { id: 4, status: 'open', priority: 'normal', description: 'Text' },
            audit: {
                events: expect.arrayContaining([
                    expect.objectContaining({ type: 'Comment' }),
                    expect.objectContaining({ type: 'Create', field_name: 'subject' })
                ])
            }
        });
    });

    test('a ticket without a comment is refused', async () => {
        const { send } = createClient();
        const answer = await send('POST', '/api/v2/tickets', { ticket: { subject: 'Empty' } });
        expect(answer.status).toBe(422);
        expect(answer.body).toMatchObject({
            details: {
                base: [{ description: 'Description: cannot be blank', error: 'BlankValue' }]
            }
        });
    });

    test('a requester who is unknown is made on the fly', async () => {
        const { send, zendesk } = createClient();
        await send('POST', '/api/v2/tickets', {
            ticket: {
                comment: { body: 'x' },
                requester: { name: 'Zoe', email: 'zoe@acorn.example' }
            }
        });
        const zoe = zendesk.account.store.users.all().at(-1);
        expect(zoe).toMatchObject({ name: 'Zoe', role: 'end-user' });
    });

    test('a closed ticket cannot be changed', async () => {
        const { send } = createClient();
        const answer = await send('PUT', '/api/v2/tickets/2', { ticket: { priority: 'low' } });
        expect(answer.status).toBe(422);
        expect(answer.body).toMatchObject(
            refusal('status', 'Status: closed prevents ticket update')
        );
    });

    test('a priority cannot be taken back', async () => {
        const { send } = createClient();
        const answer = await send('PUT', '/api/v2/tickets/1', { ticket: { priority: null } });
        expect(answer.body).toMatchObject(refusal('priority', 'Priority: cannot be reset'));
    });

    test('an unassigned ticket cannot be solved', async () => {
        const { send } = createClient();
        const answer = await send('PUT', '/api/v2/tickets/3', { ticket: { status: 'solved' } });
        expect(answer.body).toMatchObject({
            details: {
                base: [
                    {
                        description: 'Assignee: is required when solving a ticket',
                        error: null,
                        ticket_field_type: 'FieldAssignee'
                    }
                ]
            }
        });
    });

    test('what the form requires for solving is asked for when solving', async () => {
        const { send, zendesk } = createClient();
        const form = zendesk.account.store.plain.ticket_forms
            .all()
            .find((row) => row['name'] === 'Report a defect');
        const answer = await send('PUT', '/api/v2/tickets/1', {
            ticket: { ticket_form_id: form?.id ?? 0, status: 'solved' }
        });
        expect(answer.body).toMatchObject(
            refusal('base', 'Steps to reproduce: is required when solving a ticket')
        );
    });

    test('a safe update with an old stamp is a conflict, even when it says false', async () => {
        const { send } = createClient();
        const answer = await send('PUT', '/api/v2/tickets/1', {
            ticket: { safe_update: false, updated_stamp: '2020-01-01T00:00:00Z', priority: 'low' }
        });
        expect(answer.status).toBe(409);
        expect(answer.body).toMatchObject({ error: 'UpdateConflict' });
    });

    test('a comment is public or not as the first one was, unless it says so', async () => {
        const { send, zendesk } = createClient();
        await send('POST', '/api/v2/tickets', {
            ticket: { comment: { body: 'x', public: false } }
        });
        await send('PUT', '/api/v2/tickets/4', { ticket: { comment: { body: 'y' } } });
        await send('PUT', '/api/v2/tickets/4', {
            ticket: { comment: { body: 'z', public: true } }
        });
        const comments = zendesk.account.store.comments.by('ticket', 4);
        expect(comments.map((comment) => comment.public)).toEqual([false, false, true]);
    });

    test('a light agent writes internal notes only', async () => {
        const { send, zendesk } = createClient();
        const light = tokenFor(zendesk, 'dana.whitfield@support.example');
        await send(
            'PUT',
            '/api/v2/tickets/1',
            { ticket: { comment: { body: 'Note', public: true } } },
            light
        );
        const refused = await send(
            'PUT',
            '/api/v2/tickets/1',
            { ticket: { status: 'pending' } },
            light
        );
        expect(zendesk.account.store.comments.by('ticket', 1).at(-1)?.public).toBe(false);
        expect(refused.status).toBe(403);
    });

    test('a light agent cannot own a ticket', async () => {
        const { send, zendesk } = createClient();
        const light = zendesk.account.store.users.all().find((user) => user.role_type === 1);
        const answer = await send('PUT', '/api/v2/tickets/1', {
            ticket: { assignee_id: light?.id ?? 0 }
        });
        expect(answer.body).toMatchObject(refusal('assignee', 'Assignee: is invalid'));
    });

    test('the option of a custom field is a tag too, and leaves with it', async () => {
        const { send, zendesk } = createClient();
        const field = zendesk.account.store.ticketFields
            .all()
            .find((row) => row.title === 'Product');
        const set = (value: string) =>
            send('PUT', '/api/v2/tickets/1', {
                ticket: { custom_fields: [{ id: field?.id ?? 0, value }] }
            });
        await set('product_atlas_maps');
        const answer = await set('product_ledger');
        expect(answer.body).toMatchObject({ ticket: { tags: ['hardware', 'product_ledger'] } });
    });

    test.each([
        ['Wanted by', '2026-02-30', 'Wanted by: 2026-02-30 is not properly formatted'],
        ['Seats affected', 'many', 'Seats affected: must be an integer'],
        ['Amount in dispute', 'x', 'Amount in dispute: must be a decimal number'],
        ['Build number', 'new', 'Build number: new is invalid'],
        ['Product', 'boat', 'Product: boat is not a valid option'],
        ['Account manager', '1', 'Account manager: 1 does not exist']
    ])('a value of the wrong type is refused: %s', async (title, value, description) => {
        const { send, zendesk } = createClient();
        const field = zendesk.account.store.ticketFields.all().find((row) => row.title === title);
        const answer = await send('PUT', '/api/v2/tickets/1', {
            ticket: { custom_fields: [{ id: field?.id ?? 0, value }] }
        });
        expect(answer.body).toMatchObject(refusal('base', description));
    });

    test('the same idempotency key gives the same ticket, and refuses another body', async () => {
        const { send } = createClient();
        const key = { 'idempotency-key': 'k1' };
        const ticket = { subject: 'Once', comment: { body: 'x' } };
        const first = await send('POST', '/api/v2/tickets', { ticket }, key);
        const second = await send('POST', '/api/v2/tickets', { ticket }, key);
        const other = await send(
            'POST',
            '/api/v2/tickets',
            { ticket: { ...ticket, subject: 'Twice' } },
            key
        );
        expect(first.headers['x-idempotency-lookup']).toBe('miss');
        expect(second.headers['x-idempotency-lookup']).toBe('hit');
        expect(second.body).toEqual(first.body);
        expect(other).toMatchObject({ status: 400, body: { error: 'IdempotentRequestError' } });
    });

    test('attributes that do not exist are dropped, and a header says so', async () => {
        const { send } = createClient();
        const answer = await send('PUT', '/api/v2/tickets/1', { ticket: { colour: 'red' } });
        expect(answer.status).toBe(200);
        expect(answer.headers['x-zendesk-api-warn']).toContain(
            ':unpermitted_keys=>["ticket.colour"]'
        );
    });

    test('a follow-up is possible of closed tickets only', async () => {
        const { send } = createClient();
        const follow = (id: number) =>
            send('POST', '/api/v2/tickets', {
                ticket: { via_followup_source_id: id, comment: { body: 'x' } }
            });
        expect((await follow(1)).status).toBe(422);
        expect((await follow(2)).body).toMatchObject({
            ticket: { via: { source: { rel: 'follow_up' } } }
        });
    });

    test('a merge closes the sources and leaves comments on both sides', async () => {
        const { send, zendesk } = createClient();
        await send('POST', '/api/v2/tickets/1/merge', { ids: [3], source_comment: 'Merged' });
        const { tickets, comments } = zendesk.account.store;
        expect(tickets.find(3)).toMatchObject({ status: 'closed' });
        expect(comments.by('ticket', 3).at(-1)?.plain).toBe('Merged');
    });

    test('a deleted ticket is gone from everywhere and comes back when restored', async () => {
        const { send, get } = createClient();
        await send('DELETE', '/api/v2/tickets/1');
        expect((await get('/api/v2/tickets/1')).status).toBe(404);
        expect((await get('/api/v2/search/count?query=printer')).body).toEqual({ count: 0 });
        expect((await send('PUT', '/api/v2/deleted_tickets/1/restore')).body).toEqual({});
        expect((await get('/api/v2/search/count?query=printer')).body).toEqual({ count: 1 });
    });

    test('scripts do not survive in a comment', async () => {
        const { send, zendesk } = createClient();
        await send('PUT', '/api/v2/tickets/1', {
            ticket: { comment: { html_body: '<p onclick="x()">Hi<script>alert(1)</script></p>' } }
        });
        expect(zendesk.account.store.comments.by('ticket', 1).at(-1)?.html).toBe('<p>Hi</p>');
    });
});

describe('macros that were used', () => {
    test('are noted in the audit and change nothing by themselves', async () => {
        const { send, zendesk } = createClient();
        const macro = zendesk.account.store.plain.macros.all()[0];
        const answer = await send('PUT', '/api/v2/tickets/1', {
            ticket: { comment: { body: 'Done' }, macro_ids: [macro?.id ?? 0, 999] }
        });
        expect(answer.text.match(/AgentMacroReference/g)).toHaveLength(1);
        expect(answer.body).toMatchObject({
            ticket: { status: 'open' },
            audit: {
                events: expect.arrayContaining([
                    expect.objectContaining({
                        type: 'AgentMacroReference',
                        macro_title: macro?.['title']
                    })
                ])
            }
        });
    });
});
