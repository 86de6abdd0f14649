import { expect, test } from '@jest/globals';

import { createZendesk } from '../zendesk.ts';

const zendesk = createZendesk({ seed: { base: 'agents' } });

async function open(url: string): Promise<{ readonly status: number; readonly text: string }> {
    const { status, body } = await zendesk.handle({ method: 'GET', url });
    return { status, text: body.toString() };
}

test('a link to a ticket leads to a page with its subject and conversation', async () => {
    const sent = await zendesk.handle({
        method: 'POST',
        url: '/api/v2/tickets',
        headers: { authorization: 'Bearer demo-admin-token' },
        body: { ticket: { subject: 'a < b', comment: { body: 'Hello there' } } }
    });
    const { ticket } = JSON.parse(sent.body.toString()) as { ticket: { id: number } };
    const { status, text } = await open(`/agent/tickets/${ticket.id}`);
    expect(status).toBe(200);
    expect(text).toContain(`#${ticket.id} a &lt; b`);
    expect(text).toContain('Hello there');
});

test('a link to a person leads to a page with their tickets', async () => {
    const admin = zendesk.account.store.users.all().find(({ role }) => role === 'admin');
    const { status, text } = await open(`/agent/users/${admin?.id}`);
    expect(status).toBe(200);
    expect(text).toContain(admin?.name);
});

test.each(['tickets', 'organizations', 'users'])('no page is made up for %s', async (kind) => {
    expect((await open(`/agent/${kind}/99999`)).status).toBe(404);
});
