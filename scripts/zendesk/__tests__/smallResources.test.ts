import { describe, expect, test } from '@jest/globals';
import { createClient, SMALL } from './support.ts';

describe('dynamic content', () => {
    const item = { item: { name: 'Snow Problem', default_locale_id: 1, content: 'Shovel' } };

    test('an item has a placeholder after its name and a default variant', async () => {
        expect(
            await createClient().send('POST', '/api/v2/dynamic_content/items', item)
        ).toMatchObject({
            status: 201,
            body: {
                item: {
                    placeholder: '{{dc.snow_problem}}',
                    variants: [{ content: 'Shovel', default: true, locale_id: 1 }]
                }
            }
        });
    });

    test('a new default variant takes the place of the old one', async () => {
        const { send, get } = createClient();
        const made = await send('POST', '/api/v2/dynamic_content/items', item);
        const path = String(made.headers['location']).replace('.json', '');
        const variant = { content: 'Pelle', locale_id: 16, default: true };
        expect((await send('POST', `${path}/variants`, { variant })).status).toBe(201);
        expect((await get(`${path}/variants`)).body).toMatchObject({
            variants: [{ default: false }, { content: 'Pelle', default: true }],
            count: 2
        });
    });
});

describe('ticket skips', () => {
    test('a skip is found at its ticket and at who skipped it', async () => {
        const { send, get } = createClient();
        const made = await send('POST', '/api/v2/skips', {
            skip: { ticket_id: 1, reason: 'No idea' }
        });
        const { skip } = made.body as { skip: { user_id: number } };
        expect(made.status).toBe(201);
        for (const path of ['tickets/1/skips', `users/${skip.user_id}/skips`]) {
            expect((await get(`/api/v2/${path}`)).body).toMatchObject({
                skips: [{ reason: 'No idea', ticket: { id: 1 } }]
            });
        }
    });
});

describe('suspended tickets', () => {
    const suspended = {
        subject: 'Win',
        content: 'Much',
        author: { name: 'Sam', email: 's@x.example' }
    };

    test('one that is recovered becomes a ticket of its author and is suspended no more', async () => {
        const { get, send } = createClient({ seed: { ...SMALL, suspended_tickets: [suspended] } });
        const { body } = await get('/api/v2/suspended_tickets.json');
        const [row] = (body as { suspended_tickets: { id: number }[] }).suspended_tickets;
        const recovered = await send('PUT', `/api/v2/suspended_tickets/${row?.id}/recover`);
        expect(recovered.body).toMatchObject({ ticket: [{ subject: 'Win', description: 'Much' }] });
        expect((await get('/api/v2/search?query=type:user sam')).body).toMatchObject({ count: 1 });
        expect((await get('/api/v2/suspended_tickets')).body).toMatchObject({ count: 0 });
    });

    test.each([
        ['a pattern that is none', { type: 'regexp', regexp_for_validation: '(' }],
        [
            'the same value for two options',
            {
                type: 'tagger',
                custom_field_options: [
                    { name: 'A', value: 'same' },
                    { name: 'B', value: 'Same' }
                ]
            }
        ]
    ])('a field with %s is refused', async (_, values) => {
        const ticket_field = { title: 'F', ...values };
        expect(
            (await createClient().send('POST', '/api/v2/ticket_fields', { ticket_field })).status
        ).toBe(422);
    });

    test('a form names fields that exist', async () => {
        const ticket_form = { name: 'F', ticket_field_ids: [1] };
        expect(
            await createClient().send('POST', '/api/v2/ticket_forms', { ticket_form })
        ).toMatchObject({
            status: 422,
            body: { details: { ticket_field_ids: [{ error: 'InvalidValue' }] } }
        });
    });
});
