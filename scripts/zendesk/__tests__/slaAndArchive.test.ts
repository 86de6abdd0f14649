import { describe, expect, test } from '@jest/globals';
import { createClient, type Client } from './support.ts';

const target = (metric: string, minutes: number) => ({
    priority: 'high',
    metric,
    target: minutes,
    target_in_seconds: minutes * 60,
    business_hours: false
});

async function withPolicy(): Promise<Client> {
    const now = Date.parse('2026-11-23T09:00:00Z');
    const client = createClient({ now: () => now });
    await client.send('POST', '/api/v2/slas/policies', {
        sla_policy: {
            title: 'Fast',
            filter: { all: [{ field: 'priority', operator: 'is', value: 'high' }], any: [] },
            policy_metrics: [target('first_reply_time', 60), target('agent_work_time', 240)]
        }
    });
    return client;
}

const TICKET = { subject: 'Slow', comment: { body: 'Help' }, priority: 'high', status: 'open' };

describe('SLAs on tickets', () => {
    const create = async ({ send }: Client, values = {}) => {
        const requester = { email: 'ann@acorn.example', name: 'Ann' };
        const made = await send('POST', '/api/v2/tickets', {
            ticket: { ...TICKET, requester, ...values }
        });
        return (made.body as { ticket: { id: number } }).ticket.id;
    };

    test('a target is told with the time that is left', async () => {
        const client = await withPolicy();
        const id = await create(client);
        expect((await client.get(`/api/v2/tickets/${id}?include=slas`)).body).toMatchObject({
            ticket: {
                slas: {
                    policy_metrics: [
                        {
                            metric: 'first_reply_time',
                            stage: 'active',
                            breach_at: '2026-11-23T10:00:00Z',
                            hours: 1
                        },
                        { metric: 'agent_work_time', breach_at: '2026-11-23T13:00:00Z', hours: 4 }
                    ]
                }
            }
        });
    });

    test('a public reply achieves it, and pending stops the work', async () => {
        const client = await withPolicy();
        const id = await create(client);
        client.zendesk.account.clock.advance(30 * 60_000);
        await client.send('PUT', `/api/v2/tickets/${id}`, {
            ticket: { status: 'pending', comment: { body: 'We look', public: true } }
        });
        expect((await client.get(`/api/v2/tickets/${id}?include=slas`)).body).toMatchObject({
            ticket: {
                slas: {
                    policy_metrics: [
                        { stage: 'achieved', breach_at: null },
                        { stage: 'paused', breach_at: null }
                    ]
                }
            }
        });
    });

    test('a breach shows negative time', async () => {
        const client = await withPolicy();
        const id = await create(client);
        client.zendesk.account.clock.advance(90 * 60_000);
        expect((await client.get(`/api/v2/tickets/${id}?include=slas`)).body).toMatchObject({
            ticket: { slas: { policy_metrics: [{ minutes: -30 }, {}] } }
        });
    });

    test('a ticket that no policy is for has none', async () => {
        const client = await withPolicy();
        expect((await client.get('/api/v2/tickets/3?include=slas')).body).toMatchObject({
            ticket: { slas: { policy_metrics: [] } }
        });
    });
});

describe('archived tickets', () => {
    const client = () => createClient({ archiveAfter: 30 * 86_400_000 });
    const ids = (body: unknown) =>
        (body as { tickets: { id: number }[] }).tickets.map(({ id }) => id);

    test('are missing from lists, whichever way they are paged', async () => {
        const { get } = client();
        expect(ids((await get('/api/v2/tickets')).body)).toEqual([1, 3]);
        expect(ids((await get('/api/v2/tickets?page[size]=10&sort=-updated_at')).body)).toEqual([
            3, 1
        ]);
        expect((await get('/api/v2/tickets/count')).body).toMatchObject({ count: { value: 2 } });
    });

    test('are found by search and by their own address', async () => {
        const { get } = client();
        expect((await get('/api/v2/search?query=type:ticket status:closed')).body).toMatchObject({
            results: [{ id: 2 }]
        });
        expect((await get('/api/v2/tickets/2')).status).toBe(200);
    });
});
