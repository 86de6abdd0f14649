import { describe, expect, test } from '@jest/globals';
import { createClient, tokenFor } from './support.ts';

const PRIYA = 'priya.raman@support.example';

describe('activities', () => {
    test('an agent learns what others did to the agent’s tickets', async () => {
        const { get, send, zendesk } = createClient();
        const comment = { body: 'Any news?' };
        await send('PUT', '/api/v2/tickets/1', { ticket: { comment, priority: 'urgent' } });
        const answer = await get('/api/v2/activities', tokenFor(zendesk, PRIYA));
        const { activities } = answer.body as { activities: { verb: string }[] };
        expect(activities.map(({ verb }) => verb)).toEqual(
            expect.arrayContaining(['tickets.comment', 'tickets.priority_increase'])
        );
        expect(activities.at(-1)).toMatchObject({
            actor: { name: 'Marcus Adeyemi' },
            target: { ticket: { id: 1, subject: 'Printer is on fire' } },
            user: { email: PRIYA }
        });
    });

    test('being assigned is told, one’s own deeds are not', async () => {
        const { get, send, zendesk } = createClient();
        const priya = tokenFor(zendesk, PRIYA);
        const me = (await get('/api/v2/users/me', priya)).body as { user: { id: number } };
        await send('PUT', '/api/v2/tickets/3', { ticket: { assignee_id: me.user.id } });
        await send('PUT', '/api/v2/tickets/3', { ticket: { comment: { body: 'Mine' } } }, priya);
        const { body } = await get('/api/v2/activities?page[size]=100', priya);
        const ofThree = (body as { activities: { target: object; title: string }[] }).activities
            .filter(({ target }) => JSON.stringify(target).includes('"id":3'))
            .map(({ title }) => title);
        expect(ofThree).toContain('Marcus Adeyemi assigned ticket #3 to you.');
        expect(ofThree.join()).not.toContain('Priya Raman');
    });

    test('what is older than thirty days is gone', async () => {
        const { get, zendesk } = createClient();
        const priya = tokenFor(zendesk, PRIYA);
        zendesk.account.clock.advance(31 * 86_400_000);
        expect((await get('/api/v2/activities/count', priya)).body).toMatchObject({
            count: { value: 0 }
        });
    });
});

describe('the audit log', () => {
    test('says who changed which setting or person, and never the values', async () => {
        const { get, send } = createClient();
        const user = { name: 'New', email: 'new@x.example', notes: 'a secret' };
        await send('POST', '/api/v2/users', { user });
        const { body, text } = await get('/api/v2/audit_logs');
        expect(body).toMatchObject({
            audit_logs: [
                {
                    action: 'create',
                    actor_name: 'Marcus Adeyemi',
                    source_type: 'user',
                    source_label: 'New',
                    change_description: 'Changed: name, email, notes'
                }
            ]
        });
        expect(text).not.toContain('a secret');
    });

    test('what was refused is not in it', async () => {
        const { get, send } = createClient();
        await send('POST', '/api/v2/groups', { group: { name: '' } });
        expect((await get('/api/v2/audit_logs')).body).toMatchObject({ audit_logs: [] });
    });

    test('can be filtered by type, action and time', async () => {
        const { get, send } = createClient();
        const made = await send('POST', '/api/v2/groups', { group: { name: 'Night' } });
        const { id } = (made.body as { group: { id: number } }).group;
        await send('DELETE', `/api/v2/groups/${id}`);
        const path = '/api/v2/audit_logs?filter[source_type]=group&filter[action]=destroy';
        expect((await get(path)).body).toMatchObject({ audit_logs: [{ source_id: id }], count: 1 });
        const past =
            'filter[created_at][]=2000-01-01T00:00:00Z&filter[created_at][]=2001-01-01T00:00:00Z';
        expect((await get(`/api/v2/audit_logs?${past}`)).body).toMatchObject({ count: 0 });
    });

    test('is for admins', async () => {
        const { get, zendesk } = createClient();
        expect((await get('/api/v2/audit_logs', tokenFor(zendesk, PRIYA))).status).toBe(403);
    });
});

describe('metric events', () => {
    test('a metric is measured from the start and fulfilled by the solution', async () => {
        const { get, send, zendesk } = createClient();
        await send('PUT', '/api/v2/tickets/1', { ticket: { status: 'solved' } });
        zendesk.account.clock.advance(120_000);
        const { body } = await get('/api/v2/incremental/ticket_metric_events?start_time=1');
        const { ticket_metric_events: events } = body as {
            ticket_metric_events: { id: number; ticket_id: number; metric: string; type: string }[];
        };
        const types = events
            .filter((event) => event.ticket_id === 1 && event.metric === 'agent_work_time')
            .map(({ type }) => type);
        expect(types).toEqual(['measure', 'activate', 'fulfill', 'update_status']);
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    });
});

describe('organization subscriptions', () => {
    test('following an organization twice is following it once', async () => {
        const { get, send, zendesk } = createClient();
        const [acorn] = zendesk.account.store.organizations.all();
        const body = { organization_subscription: { organization_id: acorn?.id ?? 0 } };
        await send('POST', '/api/v2/organization_subscriptions', body);
        await send('POST', '/api/v2/organization_subscriptions', body);
        expect((await get(`/api/v2/organizations/${acorn?.id}/subscriptions`)).body).toMatchObject({
            count: 1
        });
    });

    test('an end user sees and makes none but their own', async () => {
        const { get, send, zendesk } = createClient();
        const [acorn] = zendesk.account.store.organizations.all();
        const ids = { organization_id: acorn?.id ?? 0 };
        await send('POST', '/api/v2/organization_subscriptions', {
            organization_subscription: ids
        });
        const ann = tokenFor(zendesk, 'ann@acorn.example');
        const other = { ...ids, user_id: zendesk.account.store.users.all()[0]?.id ?? 0 };
        const body = { organization_subscription: other };
        expect((await get('/api/v2/organization_subscriptions', ann)).body).toMatchObject({
            count: 0
        });
        expect((await send('POST', '/api/v2/organization_subscriptions', body, ann)).status).toBe(
            403
        );
    });
});
