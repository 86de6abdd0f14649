import { describe, expect, test } from '@jest/globals';
import { createClient, type Client } from './support.ts';

/** The ids of a status that is no default one, and of the first two forms. */
function idsOf({ zendesk }: Client): { status: number; first: number; second: number } {
    const { customStatuses, plain } = zendesk.account.store;
    const status = customStatuses.all().find((row) => !row.default && row.active)?.id ?? 0;
    const [first, second] = plain.ticket_forms.all();
    return { status, first: first?.id ?? 0, second: second?.id ?? 0 };
}

const put = (client: Client, custom_status_id: number, ticket_form_id: number) =>
    client.send('PUT', '/api/v2/tickets/1', { ticket: { custom_status_id, ticket_form_id } });

describe('statuses of ticket forms', () => {
    test('a status that was given to no form may be used on all', async () => {
        const client = createClient();
        const { status, first } = idsOf(client);
        expect((await put(client, status, first)).status).toBe(200);
    });

    test('a status that was given to a form may be used on that form only', async () => {
        const client = createClient();
        const { status, first, second } = idsOf(client);
        await client.send('POST', `/api/v2/custom_statuses/${status}/ticket_form_statuses`, {
            ticket_form_status: [{ ticket_form_id: second }]
        });
        expect(await put(client, status, first)).toMatchObject({
            status: 422,
            body: { details: { custom_status_id: [{ error: 'InvalidValue' }] } }
        });
        expect((await put(client, status, second)).status).toBe(200);
    });

    test('the same pair is kept once, and can be taken away in the same call', async () => {
        const client = createClient();
        const { status, first } = idsOf(client);
        const path = `/api/v2/ticket_forms/${first}/ticket_form_statuses`;
        const pair = { ticket_form_status: [{ custom_status_id: status }] };
        await client.send('POST', path, pair);
        const again = await client.send('POST', path, pair);
        const [row] = client.zendesk.account.store.ticketFormStatuses.all();
        const gone = { ticket_form_status: [{ _destroy: '1', id: row?.id ?? '' }] };
        expect(again.body).toEqual({ ticket_form_statuses: [row] });
        expect((await client.send('PUT', path, gone)).body).toEqual({ ticket_form_statuses: [] });
    });
});
