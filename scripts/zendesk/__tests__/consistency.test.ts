import { describe, expect, test } from '@jest/globals';
import { createClient, type Client } from './support.ts';

/** What an export by cursor shows of these tickets or users, everything until now. */
async function exported(client: Client, kind: 'tickets' | 'users', from: number) {
    client.zendesk.account.clock.advance(120_000);
    const { body } = await client.get(`/api/v2/incremental/${kind}/cursor?start_time=${from}`);
    return (body as Record<string, { id: number; status: string }[]>)[kind] ?? [];
}

/** A moment after everything that the account started with. */
function later({ zendesk }: Client): number {
    zendesk.account.clock.advance(300_000);
    return zendesk.account.clock.seconds();
}

describe('what follows from a change is there for exports to see', () => {
    test('a merged ticket, closed with the status of the solved', async () => {
        const client = createClient();
        const from = later(client);
        await client.send('POST', '/api/v2/tickets/1/merge', { ids: [3], source_comment: '' });
        await client.zendesk.account.scheduler.idle();
        const found = (await exported(client, 'tickets', from)).find(({ id }) => id === 3);
        const solved = client.zendesk.account.store.customStatuses
            .all()
            .find((row) => row.status_category === 'solved' && row.default);
        expect(found).toMatchObject({ status: 'closed', custom_status_id: solved?.id });
    });

    test('a user whose membership was removed, and the user’s working tickets', async () => {
        const client = createClient();
        const { store } = client.zendesk.account;
        const ann = store.users.firstBy('external', 'a-1')?.id ?? 0;
        const [membership] = store.organizationMemberships.by('user', ann);
        const from = later(client);
        await client.send('DELETE', `/api/v2/organization_memberships/${membership?.id}`);
        const users = await exported(client, 'users', from);
        const tickets = await exported(client, 'tickets', from);
        expect(users).toMatchObject([{ id: ann, organization_id: null }]);
        expect(tickets).toMatchObject([{ id: 1, organization_id: null }]);
    });

    test('a user who was made a member', async () => {
        const client = createClient();
        const { store } = client.zendesk.account;
        const made = await client.send('POST', '/api/v2/users', { user: { name: 'Cy' } });
        const { id } = (made.body as { user: { id: number } }).user;
        const from = later(client);
        const organization_id = store.organizations.all()[0]?.id ?? 0;
        await client.send('POST', '/api/v2/organization_memberships', {
            organization_membership: { user_id: id, organization_id }
        });
        expect(await exported(client, 'users', from)).toMatchObject([{ id, organization_id }]);
    });
});

describe('memberships', () => {
    test('when the default one goes, the next becomes it', async () => {
        const { send, zendesk } = createClient();
        const { store } = zendesk.account;
        const ann = store.users.firstBy('external', 'a-1')?.id ?? 0;
        const [first] = store.organizationMemberships.by('user', ann);
        const birch = store.organizations.firstBy('name', 'birch house')?.id ?? 0;
        await send('POST', '/api/v2/organization_memberships', {
            organization_membership: { user_id: ann, organization_id: birch }
        });
        await send('DELETE', `/api/v2/organization_memberships/${first?.id}`);
        expect(store.organizationMemberships.by('user', ann)).toMatchObject([
            { organization_id: birch, default: true }
        ]);
        expect(store.users.find(ann)?.organization_id).toBe(birch);
    });
});

describe('external ids', () => {
    test.each([
        ['users', 'user'],
        ['organizations', 'organization']
    ])('a blank one is none, so several %s may have it', async (path, key) => {
        const { send } = createClient();
        const make = (name: string) =>
            send('POST', `/api/v2/${path}`, { [key]: { name, external_id: ' ' } });
        await make('One');
        expect(await make('Two')).toMatchObject({
            status: 201,
            body: { [key]: { external_id: null } }
        });
    });
});

describe('tickets', () => {
    test('a ticket cannot be merged into itself', async () => {
        const { send, get, zendesk } = createClient();
        await send('POST', '/api/v2/tickets/1/merge', { ids: [1] });
        await zendesk.account.scheduler.idle();
        expect(zendesk.account.store.jobs.all()[0]).toMatchObject({ status: 'failed' });
        expect((await get('/api/v2/tickets/1')).body).toMatchObject({ ticket: { status: 'open' } });
    });

    test('a tag never has a blank', async () => {
        const { send } = createClient();
        const ticket = { tags: ['red blue', 'red'] };
        expect((await send('PUT', '/api/v2/tickets/1', { ticket })).body).toMatchObject({
            ticket: { tags: ['blue', 'red'] }
        });
    });

    test('tags that are none are refused', async () => {
        const { send } = createClient();
        expect((await send('PUT', '/api/v2/tickets/1/tags', { tags: 5 })).status).toBe(400);
    });

    test('an import keeps authors and times of its comments', async () => {
        const { send, get, zendesk } = createClient();
        const ann = zendesk.account.store.users.firstBy('external', 'a-1')?.id ?? 0;
        const comments = [
            { value: 'First', author_id: ann, created_at: '2020-01-01T00:00:00Z' },
            { value: 'Second', created_at: '2020-01-02T00:00:00+02:00', public: false }
        ];
        const made = await send('POST', '/api/v2/imports/tickets', { ticket: { comments } });
        const { id } = (made.body as { ticket: { id: number } }).ticket;
        expect((await get(`/api/v2/tickets/${id}/comments`)).body).toMatchObject({
            comments: [
                { author_id: ann, created_at: '2020-01-01T00:00:00Z' },
                { public: false, created_at: '2020-01-01T22:00:00Z' }
            ]
        });
    });
});
