import { beforeEach, describe, expect, test } from '@jest/globals';
import { createClient, type Client } from './support.ts';

describe('custom objects', () => {
    let client: Client;
    const records = '/api/v2/custom_objects/car/records';
    const car = (name: string, values = {}) =>
        client.send('POST', records, { custom_object_record: { name, ...values } });

    beforeEach(async () => {
        client = createClient();
        await client.send('POST', '/api/v2/custom_objects', {
            custom_object: { key: 'car', title: 'Car', title_pluralized: 'Cars' }
        });
    });

    test('are listed by key', async () => {
        expect((await client.get('/api/v2/custom_objects')).body).toMatchObject({
            custom_objects: [{ key: 'car', raw_title: 'Car' }]
        });
    });

    test('a key is taken once', async () => {
        expect(
            await client.send('POST', '/api/v2/custom_objects', {
                custom_object: { key: 'car', title: 'C', title_pluralized: 'C' }
            })
        ).toMatchObject({ status: 422, body: { details: { key: [{ error: 'DuplicateValue' }] } } });
    });

    test('records are found by the beginning of any of their words', async () => {
        await car('Tesla S', { custom_object_fields: { colour: 'Red' } });
        await car('Honda Civic', { custom_object_fields: { colour: 'Blue' } });
        const named = await client.get(`${records}/autocomplete.json?name=civ`);
        const coloured = await client.get(`${records}/search?query=re`);
        expect(named.body).toMatchObject({
            count: 1,
            custom_object_records: [{ name: 'Honda Civic', custom_object_key: 'car' }],
            meta: { has_more: false }
        });
        expect(coloured.body).toMatchObject({ custom_object_records: [{ name: 'Tesla S' }] });
    });

    test('a record is shown, changed field by field, and deleted', async () => {
        const made = await car('Tesla', { custom_object_fields: { colour: 'Red', year: 2020 } });
        const path = String(made.headers['location']);
        const change = { custom_object_record: { custom_object_fields: { colour: 'Blue' } } };
        expect(made.status).toBe(201);
        expect((await client.send('PATCH', path, change)).body).toMatchObject({
            custom_object_record: { custom_object_fields: { colour: 'Blue', year: 2020 } }
        });
        expect((await client.send('DELETE', path)).status).toBe(204);
        expect((await client.get(path)).status).toBe(404);
    });

    test('an upsert by external id creates once', async () => {
        const upsert = () =>
            client.send('PATCH', `${records}?external_id=X-1`, {
                custom_object_record: { name: 'Tesla' }
            });
        expect((await upsert()).status).toBe(201);
        expect((await upsert()).status).toBe(200);
        expect((await client.get(`${records}/count`)).body).toMatchObject({ count: { value: 1 } });
    });

    test('an object that is unknown has no records', async () => {
        expect((await client.get('/api/v2/custom_objects/boat/records')).status).toBe(404);
    });

    test('a lookup field takes records of its object and no others', async () => {
        const { body } = await car('Tesla');
        const { id } = (body as { custom_object_record: { id: string } }).custom_object_record;
        const field = await client.send('POST', '/api/v2/ticket_fields', {
            ticket_field: {
                type: 'lookup',
                title: 'Car',
                relationship_target_type: 'zen:custom_object:car'
            }
        });
        const { ticket_field } = field.body as { ticket_field: { id: number } };
        const update = (value: string) =>
            client.send('PUT', '/api/v2/tickets/1', {
                ticket: { custom_fields: [{ id: ticket_field.id, value }] }
            });
        expect((await update(id)).text).toContain(`"value":"${id}"`);
        expect((await update('01NOBODY')).status).toBe(422);
    });
});
