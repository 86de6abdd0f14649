import { describe, expect, test } from '@jest/globals';
import { createClient, type Client } from './support.ts';

const userId = (client: Client, email: string): number =>
    client.zendesk.account.store.users.all().find((user) => user.email === email)?.id ?? 0;

const organizationId = (client: Client, name: string): number =>
    client.zendesk.account.store.organizations.all().find((row) => row.name === name)?.id ?? 0;

describe('whom a ticket can be given', () => {
    test('is found by a name’s beginning, in each of their groups; light agents are not', async () => {
        const { get } = createClient();
        const found = async (name: string) => {
            const { body } = await get(`/api/lotus/assignables/autocomplete.json?name=${name}`);
            return (body as { agents: { name: string; group: string }[] }).agents;
        };
        expect((await found('lucas')).map(({ group }) => group).sort()).toEqual([
            'Billing',
            'Support'
        ]);
        expect(await found('dana')).toEqual([]);
    });
});

describe('users', () => {
    test('an email belongs to one user', async () => {
        const { send } = createClient();
        const answer = await send('POST', '/api/v2/users', {
            user: { name: 'Other', email: 'ANN@acorn.example' }
        });
        expect(answer).toMatchObject({
            status: 422,
            body: {
                details: {
                    email: [
                        {
                            description:
                                'Email: ann@acorn.example is already being used by another user',
                            error: 'DuplicateValue'
                        }
                    ]
                }
            }
        });
    });

    test('a name is needed', async () => {
        const { send } = createClient();
        const answer = await send('POST', '/api/v2/users', { user: { email: 'x@y.example' } });
        expect(answer.body).toMatchObject({
            details: { name: [{ description: 'Name: is too short (minimum is 1 characters)' }] }
        });
    });

    test('an upsert answers 200 for who is known by email or external id, and 201 for others', async () => {
        const { send } = createClient({ plan: 'unlimited' });
        const upsert = async (user: Record<string, string>) =>
            (await send('POST', '/api/v2/users/create_or_update', { user })).status;
        expect(await upsert({ name: 'Ann', email: 'Ann@Acorn.example' })).toBe(200);
        expect(await upsert({ name: 'Ann', external_id: 'a-1' })).toBe(200);
        expect(await upsert({ name: 'New', email: 'new@x.example' })).toBe(201);
    });

    test('another email becomes a secondary one, until it is made primary', async () => {
        const client = createClient();
        const id = userId(client, 'ann@acorn.example');
        const updated = await client.send('PUT', `/api/v2/users/${id}`, {
            user: { email: 'ann@home.example' }
        });
        expect(updated.body).toMatchObject({ user: { email: 'ann@acorn.example' } });
        const [, second] = client.zendesk.account.store.identities.by('user', id);
        await client.send('PUT', `/api/v2/users/${id}/identities/${second?.id}/make_primary`);
        expect((await client.get(`/api/v2/users/${id}`)).body).toMatchObject({
            user: { email: 'ann@home.example' }
        });
    });

    test('a deletion answers 200 with a user who is not active', async () => {
        const client = createClient();
        const answer = await client.send(
            'DELETE',
            `/api/v2/users/${userId(client, 'bob@birch.example')}`
        );
        expect(answer).toMatchObject({ status: 200, body: { user: { active: false } } });
    });

    test('setting the organization replaces all memberships', async () => {
        const client = createClient();
        const id = userId(client, 'ann@acorn.example');
        const birch = organizationId(client, 'Birch House');
        await client.send('PUT', `/api/v2/users/${id}`, { user: { organization_id: birch } });
        const memberships = client.zendesk.account.store.organizationMemberships.by('user', id);
        expect(memberships.map((row) => row.organization_id)).toEqual([birch]);
    });

    test('a bulk of more than a hundred is refused in the words of users', async () => {
        const { send } = createClient();
        const users = Array.from({ length: 101 }, (_, at) => ({ name: `U${at}` }));
        expect(await send('POST', '/api/v2/users/create_many', { users })).toMatchObject({
            status: 400,
            body: { description: 'Maximum 100 users may be created per call' }
        });
    });
});

describe('organizations', () => {
    test('an upsert knows external ids and never names', async () => {
        const { send } = createClient();
        const upsert = (organization: Record<string, string>) =>
            send('POST', '/api/v2/organizations/create_or_update', { organization });
        expect((await upsert({ name: 'Acorn Works', external_id: 'ACORN' })).status).toBe(200);
        expect((await upsert({ name: 'acorn works' })).body).toMatchObject({
            details: { name: [{ description: 'Name: acorn works has already been taken' }] }
        });
    });

    test('names are found whatever their case, and by their beginning', async () => {
        const { get } = createClient();
        expect((await get('/api/v2/organizations/search?name=ACORN%20works')).body).toMatchObject({
            count: 1
        });
        expect((await get('/api/v2/organizations/autocomplete?name=bir')).body).toMatchObject({
            count: 1
        });
    });

    test('an update that fails in a bulk is told with its index while the job completes', async () => {
        const client = createClient();
        const organizations = [
            { id: organizationId(client, 'Acorn Works'), notes: 'n' },
            { id: organizationId(client, 'Birch House'), name: 'Acorn Works' }
        ];
        await client.send('PUT', '/api/v2/organizations/update_many', { organizations });
        expect(client.zendesk.account.store.jobs.all()[0]).toMatchObject({
            status: 'completed',
            results: [
                { action: 'update', status: 'Updated', success: true },
                {
                    index: 1,
                    error: 'OrganizationUpdateFailed',
                    details: 'Name: Acorn Works has already been taken'
                }
            ]
        });
    });

    test('a merge moves people and tickets to the winner', async () => {
        const client = createClient();
        const winner = organizationId(client, 'Birch House');
        const loser = organizationId(client, 'Acorn Works');
        await client.send('POST', `/api/v2/organizations/${loser}/merge`, {
            organization_merge: { winner_id: winner }
        });
        expect(
            (await client.get(`/api/v2/organizations/${winner}/tickets/count`)).body
        ).toMatchObject({
            count: { value: 3 }
        });
        expect((await client.get(`/api/v2/organizations/${loser}`)).status).toBe(404);
    });

    test('a deletion takes the organization off tickets that are still worked on', async () => {
        const client = createClient();
        await client.send(
            'DELETE',
            `/api/v2/organizations/${organizationId(client, 'Acorn Works')}`
        );
        const { tickets } = client.zendesk.account.store;
        expect(tickets.find(1)?.organization_id).toBeNull();
        expect(tickets.find(2)?.organization_id).not.toBeNull();
    });
});
