import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { ApiResponse } from './exchange.ts';
import type { Handler } from './pipeline.ts';

const MAX_BODY_BYTES = 64 * 1024 * 1024;

class BodyTooLarge extends Error {}

/** The handler behind a port of this machine. Rejects with EADDRINUSE when the port is taken. */
export function listen(handle: Handler, port: number, host: string): Promise<Server> {
    const server = createServer((request, response) => {
        void serve(handle, request, response);
    });
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => resolve(server));
    });
}

async function serve(
    handle: Handler,
    request: IncomingMessage,
    response: ServerResponse
): Promise<void> {
    try {
        const answer = await handle({
            method: request.method ?? 'GET',
            // Unescaped UTF-8 in a path arrives as Latin-1.
            url: Buffer.from(request.url ?? '/', 'latin1').toString(),
            headers: headersOf(request),
            body: await bodyOf(request),
            remoteAddress: request.socket.remoteAddress ?? ''
        });
        send(answer, request, response);
    } catch (error) {
        fail(error, response);
    }
}

function headersOf(request: IncomingMessage): Record<string, string> {
    return Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [
            name,
            Array.isArray(value) ? value.join(', ') : (value ?? '')
        ])
    );
}

/** What is too large is read to its end and forgotten, so that the client hears why. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > MAX_BODY_BYTES) {
            chunks.length = 0;
        } else {
            chunks.push(chunk);
        }
    }
    if (size > MAX_BODY_BYTES) {
        throw new BodyTooLarge(`The body is larger than ${MAX_BODY_BYTES} bytes`);
    }
    return Buffer.concat(chunks);
}

function send(answer: ApiResponse, request: IncomingMessage, response: ServerResponse): void {
    if (answer.isDropped) {
        request.socket.destroy();
        return;
    }
    const { status, headers, body } = compressed(answer, request);
    const isBodiless = request.method === 'HEAD' || status === 204 || status === 304;
    response.writeHead(status, {
        ...headers,
        ...(!isBodiless && { 'content-length': String(body.length) })
    });
    response.end(isBodiless ? undefined : body);
}

/** Smaller answers are not worth the work. */
const COMPRESSED_FROM_BYTES = 1024;

function compressed(answer: ApiResponse, request: IncomingMessage): ApiResponse {
    const isAccepted = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\b)/.test(
        String(request.headers['accept-encoding'] ?? '')
    );
    const isText = /^(text|application\/json)/.test(answer.headers['content-type'] ?? '');
    if (!isAccepted || !isText || answer.body.length < COMPRESSED_FROM_BYTES) {
        return answer;
    }
    return {
        ...answer,
        body: gzipSync(answer.body, { level: 1 }),
        headers: { ...answer.headers, 'content-encoding': 'gzip', vary: 'Accept-Encoding' }
    };
}

/** A mistake of the simulator itself is told as such; it never looks like an answer of Zendesk. */
function fail(error: unknown, response: ServerResponse): void {
    if (error instanceof BodyTooLarge) {
        refuse(error, response);
        return;
    }
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`The simulator failed: ${message}\n`);
    if (!response.headersSent) {
        response.writeHead(500, { 'content-type': 'text/plain' });
    }
    response.end(`The simulator failed: ${message}`);
}

function refuse({ message }: BodyTooLarge, response: ServerResponse): void {
    response.writeHead(413, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify({ error: { title: 'Request Entity Too Large', message } }));
}
