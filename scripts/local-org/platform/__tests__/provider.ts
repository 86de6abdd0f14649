import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort } from 'node:worker_threads';

// A tiny identity provider with an API behind it, in a thread of its own so that a caller that
// stands still while it waits for the answer doesn't stop the server too.

interface Seen {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, unknown>>;
    readonly body: string;
}

const seen: Seen[] = [];
let issued = 0;
let valid = '';
let refresh = '';

const routes: Readonly<Record<string, (request: Seen, response: ServerResponse) => void>> = {
    '/oauth/tokens': issueToken,
    '/api/echo': (request, response) => json(response, 200, request),
    '/api/me': (request, response) =>
        request.headers['authorization'] === `Bearer ${valid}`
            ? json(response, 200, { me: true })
            : json(response, 401, { error: 'invalid_token' }),
    '/api/slow': () => undefined,
    '/api/dropped': (_request, response) => void response.destroy(),
    '/api/big': (_request, response) => void response.end('x'.repeat(100_000)),
    '/api/moved': (_request, response) =>
        void response.writeHead(302, { Location: '/api/echo' }).end(),
    '/control/expire': (_request, response) => {
        valid = '';
        json(response, 200, {});
    },
    '/control/log': (_request, response) => json(response, 200, seen.splice(0))
};

function issueToken(request: Seen, response: ServerResponse): void {
    const form = new URLSearchParams(request.body);
    const basic = Buffer.from('client:s3cret').toString('base64');
    const known =
        (form.get('client_id') === 'client' && form.get('client_secret') === 's3cret') ||
        request.headers['authorization'] === `Basic ${basic}`;
    if (!known) {
        json(response, 401, { error: 'invalid_client', error_description: 'Unknown client' });
    } else if (
        form.get('grant_type') === 'refresh_token' &&
        form.get('refresh_token') !== refresh
    ) {
        json(response, 400, { error: 'invalid_grant', error_description: 'Old token' });
    } else {
        issued += 1;
        valid = `token-${issued}`;
        refresh = `refresh-${issued}`;
        json(response, 200, {
            access_token: valid,
            token_type: 'bearer',
            expires_in: 300,
            ...(form.get('grant_type') === 'client_credentials' ? {} : { refresh_token: refresh })
        });
    }
}

function json(response: ServerResponse, status: number, body: unknown): void {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) {
        chunks.push(chunk);
    }
    const { method = '', url = '', headers } = request;
    const entry = { method, url, headers, body: Buffer.concat(chunks).toString() };
    if (!url.startsWith('/control')) {
        seen.push(entry);
    }
    const route = routes[url.replace(/\?.*$/, '')];
    return route ? route(entry, response) : json(response, 404, {});
}

const server = createServer((request, response) => void serve(request, response));
server.listen(0, '127.0.0.1', () =>
    parentPort?.postMessage((server.address() as AddressInfo).port)
);
