import { describe, expect, test } from '@jest/globals';
import { isObject } from '../http/json.ts';
import { createClient, type Answer, type Client } from './support.ts';

const tokenOf = ({ body }: Answer): string =>
    isObject(body) && isObject(body['upload']) ? String(body['upload']['token']) : '';

const upload = (client: Client, query: string, headers = {}): Promise<Answer> =>
    client.send('POST', `/api/v2/uploads?${query}`, 'some text', {
        'content-type': 'text/plain',
        ...headers
    });

describe('attachments', () => {
    test('an upload answers as text, or as JSON to who accepts it', async () => {
        const client = createClient();
        const text = await upload(client, 'filename=a.txt');
        const json = await upload(client, 'filename=a.txt', { accept: 'application/json' });
        expect(text).toMatchObject({
            status: 201,
            headers: { 'content-type': 'text/plain; charset=utf-8' }
        });
        expect(json.headers['content-type']).toBe('application/json; charset=utf-8');
    });

    test('the same token takes several files to one comment', async () => {
        const client = createClient();
        const token = tokenOf(await upload(client, 'filename=a.txt'));
        await upload(client, `filename=b.txt&token=${token}`);
        await client.send('PUT', '/api/v2/tickets/1', {
            ticket: { comment: { body: 'x', uploads: [token] } }
        });
        expect(
            (await client.get('/api/v2/tickets/1/comments?sort=-created_at&page[size]=1')).body
        ).toMatchObject({
            comments: [{ attachments: [{ file_name: 'a.txt' }, { file_name: 'b.txt' }] }]
        });
    });

    test('a file may come in a form', async () => {
        const client = createClient();
        const form = [
            '--B',
            'Content-Disposition: form-data; name="filename"',
            '',
            'named.txt',
            '--B',
            'Content-Disposition: form-data; name="uploaded_data"; filename="local.txt"',
            'Content-Type: text/plain',
            '',
            'in a form',
            '--B--',
            ''
        ].join('\r\n');
        await client.send('POST', '/api/v2/uploads', form, {
            'content-type': 'multipart/form-data; boundary=B'
        });
        const [file] = client.zendesk.account.store.attachments.all();
        expect(file).toMatchObject({ file_name: 'named.txt', content_type: 'text/plain', size: 9 });
    });

    test('the content is read without credentials at its unguessable address', async () => {
        const client = createClient();
        await upload(client, 'filename=a.txt');
        const [file] = client.zendesk.account.store.attachments.all();
        const answer = await client.get(`/attachments/token/${file?.token}/?name=a.txt`, {
            authorization: ''
        });
        expect(answer).toMatchObject({ status: 200, text: 'some text' });
    });

    test('a redacted attachment is an empty text', async () => {
        const client = createClient();
        const token = tokenOf(await upload(client, 'filename=a.txt'));
        await client.send('PUT', '/api/v2/tickets/1', {
            ticket: { comment: { body: 'x', uploads: [token] } }
        });
        const comment = client.zendesk.account.store.comments.by('ticket', 1).at(-1);
        const path = `/api/v2/tickets/1/comments/${comment?.id}/attachments/${comment?.attachment_ids[0]}/redact`;
        expect((await client.send('PUT', path)).body).toMatchObject({
            attachment: { file_name: 'redacted.txt', size: 0 }
        });
    });

    test('a token that a comment has used is used up', async () => {
        const client = createClient();
        const token = tokenOf(await upload(client, 'filename=a.txt'));
        const ticket = { comment: { body: 'x', uploads: [token] } };
        await client.send('PUT', '/api/v2/tickets/1', { ticket });
        expect((await client.send('PUT', '/api/v2/tickets/3', { ticket })).status).toBe(422);
        expect((await upload(client, `filename=b.txt&token=${token}`)).status).toBe(404);
        expect((await client.send('DELETE', `/api/v2/uploads/${token}`)).status).toBe(404);
        expect((await client.get('/api/v2/tickets/1/comments')).text).toContain('"a.txt"');
    });

    test('a token whose comment was refused can be used again', async () => {
        const client = createClient();
        const token = tokenOf(await upload(client, 'filename=a.txt'));
        const comment = { body: 'x', uploads: [token] };
        await client.send('PUT', '/api/v2/tickets/1', { ticket: { comment, status: 'bogus' } });
        expect(
            (await client.send('PUT', '/api/v2/tickets/1', { ticket: { comment } })).status
        ).toBe(200);
    });

    test('an image tells its size and has a thumbnail', async () => {
        const client = createClient();
        const gif = 'GIF89a\u0003\u0000\u0002\u0000\u0000';
        const answer = await client.send('POST', '/api/v2/uploads?filename=dot.gif', gif, {
            'content-type': 'image/gif'
        });
        expect(answer.body).toMatchObject({
            upload: {
                attachment: {
                    width: 3,
                    height: 2,
                    thumbnails: [{ file_name: 'dot_thumb.gif', content_type: 'image/gif' }]
                }
            }
        });
    });

    test('inline images are listed to who asks for them', async () => {
        const client = createClient();
        const token = tokenOf(await upload(client, 'filename=a.png&inline=true'));
        const comment = { body: 'x', uploads: [token] };
        await client.send('PUT', '/api/v2/tickets/1', { ticket: { comment } });
        const path = '/api/v2/tickets/1/comments';
        expect((await client.get(path)).text).not.toContain('"a.png"');
        expect((await client.get(`${path}?include_inline_images=true`)).text).toContain('"a.png"');
    });

    test('what a redaction sends must be the comment, with marks and nothing else', async () => {
        const client = createClient();
        const [comment] = client.zendesk.account.store.comments.by('ticket', 1);
        const redact = (html_body: string) =>
            client.send('PUT', `/api/v2/comment_redactions/${comment?.id}`, {
                ticket_id: 1,
                html_body
            });
        const wrapped = `<div class="zd-comment" dir="auto">${comment?.html}</div>`;
        expect((await redact('<p>Something else</p>')).status).toBe(422);
        expect(await redact(wrapped.replace('Smoke', '<redact>Smoke</redact>'))).toMatchObject({
            status: 200,
            body: { comment: { plain_body: '▇▇▇▇▇ comes out of the printer.' } }
        });
    });

    test('the text to redact may have characters that HTML escapes', async () => {
        const client = createClient();
        const ticket = { comment: { body: 'Keys: <a&b>' } };
        await client.send('PUT', '/api/v2/tickets/1', { ticket });
        const comment = client.zendesk.account.store.comments.by('ticket', 1).at(-1);
        const path = `/api/v2/tickets/1/comments/${comment?.id}/redact`;
        const { text } = await client.send('PUT', path, { text: '<a&b>' });
        expect(text).not.toContain('a&');
    });
});

describe('private attachments', () => {
    test('a file is for those who are signed in, everybody else is sent to sign in', async () => {
        const client = createClient();
        const token = tokenOf(await upload(client, 'filename=a.txt'));
        const { attachments } = client.zendesk.account.store;
        const address = `/attachments/token/${attachments.all()[0]?.token}/?name=a.txt`;
        await client.send('PUT', '/control/attachments', { private: true });
        expect(token).not.toBe('');
        expect((await client.get(address)).status).toBe(200);
        const stranger = await client.zendesk.handle({ method: 'GET', url: address });
        expect(stranger.status).toBe(302);
        expect(stranger.headers['location']).toContain('/access/unauthenticated?return_to=');
    });

    test('the settings of the account tell', async () => {
        const client = createClient();
        await client.send('PUT', '/control/attachments', { private: true });
        expect((await client.get('/api/v2/account/settings')).body).toMatchObject({
            settings: { tickets: { private_attachments: true } }
        });
    });

    test('neither one nor the other is refused with what it must be', async () => {
        const answer = await createClient().send('PUT', '/control/attachments', { private: 1 });
        expect(answer).toMatchObject({ status: 400 });
        expect(answer.text).toContain('private must be true or false');
    });
});
